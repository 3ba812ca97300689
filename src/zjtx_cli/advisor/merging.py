"""Several offices about one trade of one city: the office that owns a question wins, and conflicts are listed."""

from collections.abc import Mapping
from dataclasses import dataclass

from zjtx_cli.advisor import reasons
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer, Case, Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Different values for one question; the one that was taken, and why."""

    question: str
    answers: tuple[tuple[str, Answer], ...]
    taken: Answer
    because: Text


def merge(pack: Pack, cases: list[Case]) -> tuple[Case, tuple[Disagreement, ...]]:
    """One case of all files about the same trade of the same city."""
    merged: dict[str, Answer] = {}
    disagreements = []
    for question in dict.fromkeys(question for case in cases for question in case.answers):
        given = [(case, case.answers[question]) for case in cases if question in case.answers]
        merged[question], because = _settle(pack, question, given)
        if because is not None:
            said = tuple((case.office or case.name, answer) for case, answer in given)
            disagreements.append(Disagreement(question, said, merged[question], because))
    as_of = max((case.as_of for case in cases if case.as_of), default=None)
    office = cases[0].office if len(cases) == 1 else None
    return cases[0]._replace(answers=_in_order(pack, merged), as_of=as_of, office=office), tuple(disagreements)


def _settle(pack: Pack, question: str, given: list[tuple[Case, Answer]]) -> tuple[Answer, Text | None]:
    answers = [answer for _, answer in given]
    differ = len({answer.value for answer in answers}) > 1
    if any(answer.value is Mark.WITHHELD for answer in answers):
        return WITHHELD, reasons.CONFLICT_WITHHELD if differ else None
    owner = pack.questions[question].office
    by_owner = next(
        (answer for case, answer in given if case.office == owner and answer.value is not Mark.UNKNOWN), None
    )
    values = [answer for answer in answers if answer.value is not Mark.UNKNOWN]
    differ = len({answer.value for answer in values}) > 1
    if by_owner is not None:
        because = reasons.CONFLICT_OWNER.format(office=pack.offices[owner].title)
        return by_owner, because if differ else None
    if differ:
        return UNKNOWN, reasons.CONFLICT_OPEN
    return (values or answers)[0], None


def _in_order(pack: Pack, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {question: answers[question] for question in pack.questions if question in answers}
