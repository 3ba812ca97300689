"""What is asked before the questions: the place, the trade, the level of government."""

from zjtx_cli.interview import wording
from zjtx_cli.interview.prompts import Chosen, Field, Key, Prompt, Reply, Row, Written
from zjtx_cli.interview.wrapping import on_one_line
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import LEVELS
from zjtx_cli.text import Language, Text, same

HEADS = ("@city", "@industry", "@level")
"""Steps of the interview beside the questions' ids, which have no @."""

_LONGEST = 60
_TEXTS = {"@city": wording.CITY, "@industry": wording.INDUSTRY, "@level": wording.LEVEL}
_NAMES = {"@city": wording.HEADS["city"], "@industry": wording.HEADS["industry"], "@level": wording.HEADS["level"]}


def head_text(step: str) -> Text:
    return _TEXTS[step]


def head_name(step: str) -> Text:
    return _NAMES[step]


def head_answer(step: str, case: Case) -> Text:
    """What the head of the file says now."""
    match step:
        case "@city":
            return same(case.city)
        case "@industry":
            return same(case.industry) if case.industry else wording.INDUSTRY_OTHERWISE
        case _:
            return wording.LEVELS[case.level]


def head_prompt(step: str, case: Case, language: Language) -> Prompt:
    keys = (Key.BACK,) if step != HEADS[0] else ()
    if step == "@level":
        rows = tuple(Row(level, wording.LEVELS[level].to(language)) for level in LEVELS)
        return Prompt(rows, default=(case.level,), keys=keys)
    otherwise = wording.CITY_OTHERWISE if step == "@city" and not case.city else head_answer(step, case)
    field = Field(otherwise=otherwise.to(language))
    return Prompt(field=field, keys=keys, refuse=lambda reply: _refuse(reply, language))


def with_head(case: Case, step: str, reply: Reply, language: Language) -> Case:
    """The case after an answer; an empty line keeps what is there."""
    if isinstance(reply, Chosen):
        return case._replace(level=reply.rows[0])
    written = _tidy(reply.text)
    if step == "@industry":
        return case._replace(industry=written or case.industry)
    return case._replace(city=written or case.city or wording.UNNAMED.to(language))


def _refuse(reply: Reply, language: Language) -> str:
    named = isinstance(reply, Written) and (not reply.text or any(one.isalnum() for one in reply.text))
    return "" if named else wording.NO_NAME.to(language)


def _tidy(written: str) -> str:
    return " ".join(on_one_line(written).split())[:_LONGEST]
