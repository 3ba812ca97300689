"""One question of the pack as a prompt, and what a person replied as an answer."""

import re
import unicodedata
from collections.abc import Iterator

from zjtx_cli.advisor.saying import say_answer, say_value
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.answers import check_answer
from zjtx_cli.interview import wording
from zjtx_cli.interview.prompts import Chosen, Field, Key, Prompt, Reply, Row, Written
from zjtx_cli.interview.stakes import say_stakes, stakes
from zjtx_cli.interview.wrapping import on_one_line
from zjtx_cli.model.answers import NOT_APPLICABLE, UNKNOWN, WITHHELD, Answer, Case, Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.model.question import Question
from zjtx_cli.text import NOTHING, Language, Text, same

KEYS = (Key.BACK, Key.HELP, Key.NOTES, Key.REVIEW)

_MARKS = (
    (UNKNOWN, wording.UNKNOWN, "u"),
    (WITHHELD, wording.WITHHELD, "w"),
    (NOT_APPLICABLE, wording.NOT_APPLICABLE, "n"),
)


def prompt_for(
    question: Question, former: Answer | None, pack: Pack, language: Language, keys: tuple[Key, ...] = KEYS
) -> Prompt:
    """The prompt of a question; an answer given before is the default."""
    rows = tuple(
        Row(mark.value.value, label.to(language), mark=True, alone=True, letter=letter)
        for mark, label, letter in _MARKS
        if isinstance(mark.value, Mark) and (mark is not NOT_APPLICABLE or question.may_not_apply)
    )

    def refuse(reply: Reply) -> str:
        answer = answer_to(question, reply, pack)
        return answer.to(language) if isinstance(answer, Text) else ""

    if question.kind == "number":
        field = Field(
            otherwise=say_value(question, former.value).to(language)
            if former and isinstance(former.value, float)
            else "",
            figure=True,
            read_back=lambda written: _read_back(question, written, pack, language),
        )
        default = (former.value.value,) if former and isinstance(former.value, Mark) else ()
        return Prompt(rows, field, default=default, keys=keys, refuse=refuse)
    options = tuple(
        Row(
            option.id,
            option.label.to(language),
            option.hint.to(language) if option.hint else "",
            alone=option.exclusive,
        )
        for option in question.options
    )
    return Prompt(
        (*options, *rows),
        several=question.kind == "several",
        default=_rows_of(question, former) if former else (),
        keys=keys,
        refuse=refuse,
    )


def answer_to(question: Question, reply: Reply, pack: Pack) -> Answer | Text:
    """The answer that a reply stands for, or why it cannot be taken. An empty line is for the caller to understand."""
    if isinstance(reply, Written):
        written = tidy(reply.text)
        mark = next((mark for mark, label, _ in _MARKS if written.lower() in (label.zh, label.en.lower())), None)
        answer: Answer | Text = UNKNOWN  # an empty line is offered only where there is an answer to keep
        if written:
            answer = check_answer(
                question, str(mark.value.value) if mark and isinstance(mark.value, Mark) else written, pack
            )
    else:
        answer = check_answer(question, _written_rows(question, reply), pack)
    return _kindly(answer, question) if isinstance(answer, Text) else answer


def tidy(written: str) -> str:
    """What a Chinese input method writes, as the reader of figures takes it: full-width digits, 。 for a decimal point."""
    plain = unicodedata.normalize("NFKC", on_one_line(written)).strip()
    return re.sub(r"(?<=\d)。(?=\d)", ".", plain)


def figure_hint(question: Question) -> Text:
    """Unit, range and a typical value of a number."""
    assert question.unit is not None
    typical = NOTHING if question.typical is None else wording.TYPICAL.format(value=show_figure(question.typical))
    return wording.FIGURE.format(
        unit=question.unit,
        low=show_figure(question.low),
        high=show_figure(question.high),
        whole=wording.WHOLE if question.whole else NOTHING,
        typical=typical,
    )


def explain(tables: Tables, case: Case, question: Question) -> Iterator[Text]:
    """All that can be said about a question: what is meant, why, what its answer can still move, who has the figure."""
    pack = tables.pack
    if question.help is not None:
        yield wording.HELP.format(text=question.help)
    yield wording.WHY.format(text=question.why)
    yield wording.STAKES
    yield from say_stakes(tables, stakes(tables, case, question.id), question.id)
    yield wording.OFFICE.format(office=pack.offices[question.office].title, where=question.where)
    if question.proxy is not None:
        yield wording.PROXY.format(text=question.proxy)
    if question.delicate is not None:
        yield wording.DELICATE.format(text=question.delicate.why)


def say_notes(answer: Answer) -> Text:
    """Source, year, scope and doubt of an answer, or nothing."""
    parts = [
        wording.NOTED_SOURCE.format(text=same(answer.source)) if answer.source else NOTHING,
        wording.NOTED_YEAR.format(text=same(answer.year)) if answer.year else NOTHING,
        wording.NOTED_SCOPE.format(text=same(answer.scope)) if answer.scope else NOTHING,
        NOTHING if answer.sure else wording.NOTED_UNSURE,
    ]
    said = [part for part in parts if part.zh]
    return Text(wording.COMMA.zh.join(part.zh for part in said), wording.COMMA.en.join(part.en for part in said))


def say_with_notes(question: Question, answer: Answer) -> Text:
    said, notes = say_answer(question, answer), say_notes(answer)
    if not notes.zh:
        return said
    return Text(*(one + aside for one, aside in zip(said, wording.ASIDE.format(text=notes), strict=True)))


def say_taken(question: Question, answer: Answer, former: Answer | None, written: str) -> Text:
    """An answer read back; a figure beside what was typed, where that was written in another way."""
    said = say_with_notes(question, answer)
    if answer == former:
        return wording.UNCHANGED.format(answer=said)
    plain, typed = say_answer(question, answer).zh.replace(" ", ""), tidy(written).replace(" ", "")
    if isinstance(answer.value, float) and typed and not plain.startswith(typed):
        return wording.READ_AS.format(written=written, answer=said)
    return wording.ANSWERED.format(answer=said)


def with_notes(answer: Answer, notes: Answer) -> Answer:
    """An answer with the provenance of another; a mark carries none."""
    if answer.value is Mark.WITHHELD:
        return WITHHELD
    return notes._replace(value=answer.value)


def _rows_of(question: Question, answer: Answer) -> tuple[str, ...]:
    value = answer.value
    if isinstance(value, Mark):
        return (value.value,)
    if isinstance(value, frozenset):
        return tuple(option.id for option in question.options if option.id in value)
    return (str(value),)


def _written_rows(question: Question, reply: Chosen) -> str | list[str]:
    marks = [row for row in reply.rows if row in {mark.value for mark in Mark}]
    if question.kind == "several" and not marks:
        return list(reply.rows)
    return (marks or list(reply.rows))[0]


def _read_back(question: Question, written: str, pack: Pack, language: Language) -> str:
    answer = answer_to(question, Written(written), pack)
    if isinstance(answer, Text) or not tidy(written):
        return ""
    return "= " + say_value(question, answer.value).to(language)


def _kindly(refusal: Text, question: Question) -> Text:
    """Files know a question by its id; a person knows it by its name."""
    return Text(
        *(
            side.replace(f"“{question.id}”", f"“{name}”")
            for side, name in zip(refusal[:2], question.name[:2], strict=True)
        )
    )
