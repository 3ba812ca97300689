"""The interview as pure functions: which question comes next, which came before, how far it is, and what is on record.

Nothing is remembered but the record of what was said. What counts is found by replaying it, so that going back, editing,
resuming and reading a file are one and the same thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from zjtx_cli.advisor.path import replay, state_of
from zjtx_cli.model.answers import WITHHELD, Answer
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Is, Not, questions_in, truth
from zjtx_cli.model.history import Record, Said
from zjtx_cli.model.question import Question

Questions = Mapping[str, Question]
Answers = Mapping[str, Answer]


def next_question(questions: Questions, answers: Answers) -> str | None:
    """The first question on the path that has no answer; None where all are answered."""
    return next((question for question in replay(questions, answers).asked if question not in answers), None)


def question_before(questions: Questions, answers: Answers, at: str | None) -> str | None:
    """One question back on the path that these answers lead to; `at` None is the end of it."""
    asked = replay(questions, answers).asked
    earlier = asked[: asked.index(at)] if at in asked else asked
    return earlier[-1] if earlier else None


def order_said(questions: Questions, record: Record) -> tuple[str, ...]:
    """The questions in the order in which they were first answered, of those that are asked on this path."""
    asked = replay(questions, answers_in(record)).asked
    return tuple(question for question in dict.fromkeys(said.question for said in record) if question in asked)


def said_before(questions: Questions, record: Record, at: str | None) -> str | None:
    """One question back in the order in which they were answered; from one that has no answer yet, the last."""
    order = order_said(questions, record)
    earlier = order[: order.index(at)] if at in order else order
    return earlier[-1] if earlier else None


@dataclass(frozen=True, slots=True)
class Progress:
    """Question `number` of `total`, counting from 1; `certain` where no answer still to come can change the total."""

    number: int
    total: int
    certain: bool


def progress(questions: Questions, answers: Answers, at: str, order: Sequence[str] | None = None) -> Progress:
    """How far the interview is at a question: what is asked now, and the expected share of what may still be asked.

    `order` is that in which questions were answered, where it is not their own.
    """
    places = replay(questions, answers).asked if order is None else order
    number = (places.index(at) if at in places else len(places)) + 1
    chances = list(_chances(questions, answers))
    total = max(number, int(sum(chances) + 0.5))
    return Progress(number, total, all(chance in (0.0, 1.0) for chance in chances))


# the record


def answers_in(record: Record) -> dict[str, Answer]:
    """The last answer to each question, also of those that the path does not lead to now."""
    return {said.question: said.answer for said in record}


def say(questions: Questions, record: Record, said: Said) -> Record:
    """The record after one more answer. The same answer again changes nothing; a withheld one erases what was said before."""
    if said.answer == WITHHELD:
        return _erased(questions, record, said)
    if answers_in(record).get(said.question) == said.answer:
        return record
    return (*record, said)


def reconciled(questions: Questions, record: Record, answers: Answers) -> Record:
    """The record after its answers were changed by hand: what was deleted is gone, what was changed was said last."""
    kept = tuple(said for said in record if said.question in answers)
    for question in questions:
        if question in answers and answers_in(kept).get(question) != answers[question]:
            kept = say(questions, kept, Said(question, answers[question]))
        elif question in answers and answers[question] == WITHHELD:
            kept = _erased(questions, kept, next(said for said in reversed(kept) if said.question == question))
    return kept


def _erased(questions: Questions, record: Record, said: Said) -> Record:
    """Nothing is left that tells what the answer was: not the answer, and no answer that was asked only because of it."""
    asked = replay(questions, {**answers_in(record), said.question: WITHHELD}).asked
    telling = {question for question in _depending_on(questions, said.question) if question not in asked}
    kept = [one for one in record if one.question not in telling]
    place = next((index for index, one in enumerate(kept) if one.question == said.question), len(kept))
    others = [one for one in kept if one.question != said.question]
    return (*others[:place], said, *others[place:])


def _depending_on(questions: Questions, hinge: str) -> set[str]:
    found = {hinge}
    for question in questions.values():  # a branch looks at earlier questions only
        if question.ask_if is not None and not found.isdisjoint(questions_in(question.ask_if)):
            found.add(question.id)
    return found - {hinge}


# the expected length

_SLIGHT = 0.01

_Chance = tuple[float, float]
"""How likely a condition turns out true, and false; the rest is "not known", behind which nothing is asked."""


def _chances(questions: Questions, answers: Answers) -> Iterator[float]:
    """For each question, how likely it is that it will have been asked in the end."""
    branches: dict[str, _Chance] = {}
    for question in questions.values():
        if question.ask_if is None:
            branches[question.id] = 1.0, 0.0
        else:
            branches[question.id] = _chance(question.ask_if, questions, answers, branches)
        yield branches[question.id][0]


def _chance(condition: Condition, questions: Questions, answers: Answers, branches: Mapping[str, _Chance]) -> _Chance:
    match condition:
        case AllOf(parts):
            return _both([_chance(part, questions, answers, branches) for part in parts])
        case AnyOf(parts):
            yes, no = _both([_chance(part, questions, answers, branches)[::-1] for part in parts])
            return no, yes
        case Not(part):
            yes, no = _chance(part, questions, answers, branches)
            return no, yes
        case Is() | Compare():
            asked, barred = branches[condition.question]
            yes, no = _chance_of_atom(condition, questions[condition.question], answers)
            return asked * yes, asked * no + barred


def _both(chances: list[_Chance]) -> _Chance:
    yes = no = 1.0
    for one, other in chances:
        yes, no = yes * one, no * (1 - other)
    return yes, 1 - no


def _chance_of_atom(atom: Is | Compare, question: Question, answers: Answers) -> _Chance:
    """An answer that is given tells; else options are equally likely, and numbers anywhere in their range."""
    answer = answers.get(question.id)
    if answer is not None:
        holds = truth(atom, {question.id: state_of(answer)})
        return float(holds is True), float(holds is False)
    if isinstance(atom, Compare):
        above = (question.high - atom.threshold) / (question.high - question.low)
        share = above if atom.relation in ("at_least", "above") else 1 - above
    else:
        within = len(atom.options) / len(question.options)
        share = within if question.kind == "one" else 1 - 0.5 ** len(atom.options)
    likely = min(max(share, _SLIGHT), 1 - _SLIGHT)  # an open answer is never certain: it may stay unknown
    return likely, 1 - likely
