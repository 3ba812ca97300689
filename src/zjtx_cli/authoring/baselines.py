"""What could be said of a city without any judgement: the least that a judgement must beat."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from zjtx_cli.authoring.shares import share
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.evaluation import MAJORITY, NEAREST, NONE, RANDOM, Baseline, Share
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question


class Known(NamedTuple):
    """A scored city as the baselines see it: the models that were followed (or none), and its known answers."""

    name: str
    expected: tuple[str, ...]
    answers: Mapping[str, Value | Mark]


def baselines(cities: Sequence[Known], pack: Pack) -> tuple[Baseline, ...]:
    classes = [*sorted(pack.playbooks), NONE]
    majority = sum(_hit((_commonest(_without(cities, place), classes),), one) for place, one in enumerate(cities))
    nearest = sum(_hit(_of_nearest(one, _without(cities, place), pack), one) for place, one in enumerate(cities))
    expected = sum(len(set(one.expected)) / len(classes) for one in cities)
    return (
        Baseline(MAJORITY, share(majority, len(cities))),
        Baseline(NEAREST, share(nearest, len(cities))),
        Baseline(RANDOM, Share(expected, len(cities))),
    )


def likeness(one: Mapping[str, Value | Mark], other: Mapping[str, Value | Mark], pack: Pack) -> float:
    """0 to 1: the mean over all questions of the pack, each counting the same.

    A known answer of both is worth 1 where they agree, of several options the share of those in common, of figures one
    less their distance as a share of the range. What is not known of both is worth a half, so that cities do not come
    near by sharing little.
    """
    parts = (
        _alike(question, one[name], other[name]) if name in one and name in other else 0.5
        for name, question in pack.questions.items()
    )
    return sum(parts) / len(pack.questions)


def _alike(question: Question, one: Value | Mark, other: Value | Mark) -> float:
    if isinstance(one, float) and isinstance(other, float):
        return 1 - abs(one - other) / (question.high - question.low)
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return len(one & other) / len(one | other)
    return float(one == other)


def _without(cities: Sequence[Known], place: int) -> list[Known]:
    return [*cities[:place], *cities[place + 1 :]]


def _commonest(cities: Sequence[Known], classes: Sequence[str]) -> str:
    """Ties go to the lower id."""
    return max(classes, key=lambda name: sum(name in one.expected for one in cities))


def _of_nearest(city: Known, others: Sequence[Known], pack: Pack) -> tuple[str, ...]:
    """What the most similar city followed; ties go to the lower name."""
    ranked = sorted(others, key=lambda one: (-round(likeness(city.answers, one.answers, pack), 9), one.name))
    return ranked[0].expected if ranked else ()


def _hit(said: Sequence[str], city: Known) -> float:
    """The chance of being right where one of what is said is picked at random."""
    return sum(one in city.expected for one in said) / len(said) if said else 0.0
