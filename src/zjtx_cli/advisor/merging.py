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
    """The answer that is taken, and why where the files differ. The order of the files decides nothing."""
    answers = [answer for _, answer in given]
    if any(answer.value is Mark.WITHHELD for answer in answers):
        return WITHHELD, reasons.CONFLICT_WITHHELD if _differ(answers) else None
    owner = pack.questions[question].office
    told = [answer for answer in answers if answer.value is not Mark.UNKNOWN]
    by_owner = [answer for case, answer in given if case.office == owner and answer in told]
    if by_owner and not _differ(by_owner):
        because = reasons.CONFLICT_OWNER.format(office=pack.offices[owner].title)
        return by_owner[0], because if _differ(told) else None
    if _differ(told):
        return UNKNOWN, reasons.CONFLICT_OWNERS if by_owner else reasons.CONFLICT_OPEN
    return (told or answers)[0], None


def _differ(answers: list[Answer]) -> bool:
    return len({answer.value for answer in answers}) > 1


def _in_order(pack: Pack, answers: Mapping[str, Answer]) -> dict[str, Answer]:
    return {question: answers[question] for question in pack.questions if question in answers}
