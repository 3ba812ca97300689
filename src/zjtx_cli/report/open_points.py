"""Which open questions could move the result, and how far: the ones worth finding out."""

from collections.abc import Iterator
from typing import NamedTuple

from zjtx_cli.model.advice import Judgement, Match
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import Condition, questions_in
from zjtx_cli.model.pack import Pack


class OpenPoint(NamedTuple):
    """An open question: by how much it can move a fit at most (0 to 1), and whether a gate hangs on it."""

    question: str
    effect: float
    decides: bool


def open_points(judgement: Judgement, pack: Pack) -> tuple[OpenPoint, ...]:
    """Questions that are asked and not answered with a value, those that could move most first.

    The effect is the largest share × (high - low) over the models that can still be chosen; a question without any
    effect on them, on their gates or on the groups is left out.
    """
    models = [one for one in judgement.ranking if one.eligible] or list(judgement.ranking)
    gates = {question for one in models for condition in _open_gates(one, pack) for question in questions_in(condition)}
    gates |= {
        question
        for group in judgement.groups
        if group.present is None
        for question in questions_in(pack.group(group.group).present_if)
    }
    points = [OpenPoint(one, _effect(one, models), one in gates) for one in _open_questions(judgement, pack)]
    return tuple(
        sorted((one for one in points if one.effect or one.decides), key=lambda one: (-one.effect, not one.decides))
    )


def is_open(question: str, judgement: Judgement) -> bool:
    """Whether no value is known: not asked yet, not known, or not to be written down."""
    answer = judgement.answers.get(question)
    return answer is None or answer.value in (Mark.UNKNOWN, Mark.WITHHELD)


def _open_questions(judgement: Judgement, pack: Pack) -> Iterator[str]:
    for question in pack.questions:
        answered = question in judgement.answers or question in judgement.missing
        if answered and is_open(question, judgement):
            yield question


def _effect(question: str, models: list[Match]) -> float:
    found = (one for match in models for one in match.findings if one.question == question and not one.known)
    return round(max((one.share * (one.high - one.low) for one in found), default=0.0), 9)


def _open_gates(match: Match, pack: Pack) -> Iterator[Condition]:
    """The blockers, necessary preconditions and necessary steps that open answers decide."""
    playbook = pack.playbooks[match.playbook]
    for blocker, found in zip(playbook.blockers, match.blockers, strict=True):
        if found.holds is None:
            yield blocker.when
    for precondition, met in zip(playbook.preconditions, match.preconditions, strict=True):
        if met.necessary and met.holds is None:
            yield precondition.holds_if
    for step, stands in zip(playbook.mechanism, match.transfer, strict=True):
        if stands.necessary and stands.holds is None:
            yield step.holds_if
