"""The same pack without one part of what it knows: each part of the judgement must earn its place."""

from collections.abc import Callable, Mapping

from zjtx_cli.model.evaluation import EQUAL_WEIGHTS, NO_BLOCKERS, NO_GATES, UNIFORM_WEIGHTS
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Criterion, Playbook, Worth
from zjtx_cli.model.question import Question
from zjtx_cli.text import NOTHING

_HALF = Worth(0.5, NOTHING)


def equal_weights(pack: Pack) -> Pack:
    """Within each playbook, all its criteria weigh the same."""
    return _each(pack, lambda one: one._replace(criteria=_even(one.criteria)))


def uniform_weights(pack: Pack) -> Pack:
    """Over all playbooks, each question that any of them looks at weighs the same.

    A playbook that does not look at it gets it as a criterion on which every answer is worth a half.
    """
    asked = {criterion.question for playbook in pack.playbooks.values() for criterion in playbook.criteria}
    questions = [question for question in pack.questions.values() if question.id in asked]

    def widened(playbook: Playbook) -> Playbook:
        own = {criterion.question: criterion for criterion in playbook.criteria}
        return playbook._replace(criteria=_even(tuple(own.get(one.id) or _indifferent(one) for one in questions)))

    return _each(pack, widened)


def no_blockers(pack: Pack) -> Pack:
    return _each(pack, lambda one: one._replace(blockers=()))


def no_gates(pack: Pack) -> Pack:
    """Neither preconditions nor steps of the mechanism; blockers and the presence of the group stay."""
    return _each(pack, lambda one: one._replace(preconditions=(), mechanism=()))


ABLATIONS: Mapping[str, Callable[[Pack], Pack]] = {
    EQUAL_WEIGHTS: equal_weights,
    UNIFORM_WEIGHTS: uniform_weights,
    NO_BLOCKERS: no_blockers,
    NO_GATES: no_gates,
}


def _each(pack: Pack, change: Callable[[Playbook], Playbook]) -> Pack:
    return pack._replace(playbooks={name: change(playbook) for name, playbook in pack.playbooks.items()})


def _even(criteria: tuple[Criterion, ...]) -> tuple[Criterion, ...]:
    return tuple(one._replace(weight=1.0, share=1 / len(criteria)) for one in criteria)


def _indifferent(question: Question) -> Criterion:
    number = question.kind == "number"
    return Criterion(
        question.id,
        1.0,
        0.0,
        NOTHING,
        {option.id: _HALF for option in question.options},
        ((question.low, 0.5), (question.high, 0.5)) if number else (),
        otherwise=_HALF,
    )
