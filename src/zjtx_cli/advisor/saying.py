"""Answers and conditions in words: which answers decide, and what they are."""

import re
from collections.abc import Iterator, Mapping

from zjtx_cli.advisor import reasons
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.condition import AllOf, AnyOf, Condition, Not, State, Truth, atoms_in, truth
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.model.question import Question
from zjtx_cli.text import Language, Text, joined

_PLURAL = re.compile(r"s\b")
_MARKS = {
    Mark.UNKNOWN: reasons.UNKNOWN,
    Mark.WITHHELD: reasons.WITHHELD,
    Mark.NOT_APPLICABLE: reasons.NOT_APPLICABLE,
}


def say_answer(question: Question, answer: Answer | None) -> Text:
    """An answer as it is read back: labels, a figure with its unit, or why there is no value."""
    if answer is None:
        return reasons.NOT_ASKED
    return say_value(question, answer.value)


def say_value(question: Question, value: Value | Mark) -> Text:
    if isinstance(value, Mark):
        return _MARKS[value]
    if isinstance(value, str):
        return question.option(value).label
    if isinstance(value, frozenset):
        return joined([option.label for option in question.options if option.id in value])
    assert question.unit is not None
    figure, unit = show_figure(value), question.unit
    return Text(
        f"{figure}{unit.zh}",
        f"{figure}{unit.en}" if unit.en == "%" else f"{figure} {_singular(unit.en) if figure == '1' else unit.en}",
    )


def _singular(unit: str) -> str:
    """An English unit is written in the plural: persons/yr; of one it has no s."""
    return _PLURAL.sub("", unit, count=1)


def say_state(question: Question, state: State) -> Text:
    return reasons.UNKNOWN if state is None else say_value(question, state)


def say_deciding(condition: Condition, states: Mapping[str, State], questions: Mapping[str, Question]) -> Text:
    """The answers that make a condition true, false or not known, each once."""
    names = list(dict.fromkeys(_deciding(condition, states, truth(condition, states))))
    if not names:
        return reasons.ALWAYS
    parts = [
        reasons.ATOM.format(name=questions[name].name, answer=say_state(questions[name], states[name]))
        for name in names
    ]
    return Text(reasons.AND.zh.join(part.zh for part in parts), reasons.AND.en.join(part.en for part in parts))


def listed(texts: list[Text]) -> Text:
    """Several clauses in one sentence: only the last keeps its full stop."""
    *clauses, last = texts
    parts = [*map(clause, clauses), last]
    official = any(part.official_zh or part.official_en for part in parts)
    formal = [_formal(part) for part in parts] if official else [Text("", "")]
    return Text(
        reasons.AND.zh.join(part.zh for part in parts),
        reasons.AND.en.join(part.en for part in parts),
        reasons.AND.zh.join(part.zh for part in formal),
        reasons.AND.en.join(part.en for part in formal),
    )


def clause(sentence: Text) -> Text:
    """A sentence without its full stop, to stand inside another."""
    zh, en, official_zh, official_en = sentence
    return Text(zh.rstrip("。"), en.rstrip("."), official_zh.rstrip("。"), official_en.rstrip("."))


def _formal(one: Text) -> Text:
    """The wording of formal papers."""
    return Text(one.to(Language.ZH, official=True), one.to(Language.EN, official=True))


def _deciding(condition: Condition, states: Mapping[str, State], result: Truth) -> Iterator[str]:
    match condition:
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                if truth(part, states) is result:
                    yield from _deciding(part, states, result)
        case Not(part):
            yield from _deciding(part, states, truth(part, states))
        case _:
            yield from (atom.question for atom in atoms_in(condition))
