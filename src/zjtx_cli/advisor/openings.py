"""The blocks with open answers, and every way in which each of them can turn out."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import prod
from typing import NamedTuple

from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import NEXT, Block
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import State, truth

MOST_WAYS = 5_000
"""A block that can turn out in more ways is not enumerated."""

Vector = tuple[float, ...]
"""By playbook."""


class Way(NamedTuple):
    """One way for a block: by playbook what it is worth, and the states of its open questions on which eligibility rests.

    Of states that no condition tells apart one stands for all.
    `spans` are figures left anywhere between two turning points: by playbook the worth at both ends, linear between them.
    """

    worth: Vector
    states: Mapping[str, State]
    spans: tuple[tuple[Vector, Vector], ...] = ()


class Opening(NamedTuple):
    """An open block: `ways` with every figure at a turning point, `stretches` with some figure between two of them.

    `low` is by playbook the block's part in the lowest fit.
    """

    low: Vector
    ways: Sequence[Way]
    stretches: Sequence[Way]


def can_be_listed(ground: Ground) -> bool:
    """Whether no block has too many ways."""
    return all(
        prod(_most(ground, question) for question in _open(ground, block)) <= MOST_WAYS
        for block in ground.tables.blocks
    )


def openings(ground: Ground) -> Iterator[Opening]:
    for block in ground.tables.blocks:
        opened = _open(ground, block)
        if not opened:
            continue
        members = [*block.hinges, *(leaf for leaf in block.leaves if leaf in opened or _worth_something(ground, leaf))]
        low = tuple(sum(parts[question][0] for question in members if question in parts) for parts in ground.parts)
        gated = [question for question in opened if question in ground.gated]
        alike: dict[str, dict[State, State]] = {
            question: {value: group[0] for group in ground.tables.alike[question] for value in group}
            for question in gated
        }
        ways: dict[tuple[object, ...], Way] = {}
        apart = {question: _told_apart(ground, question) for question in members}
        for way in _ways(ground, members, apart, 0, {}):
            states = {question: alike[question].get(way.states[question], way.states[question]) for question in gated}
            ways.setdefault((way.worth, way.spans, *states.values()), Way(way.worth, states, way.spans))
        yield Opening(low, [way for way in ways.values() if not way.spans], [way for way in ways.values() if way.spans])


def _most(ground: Ground, question: str) -> int:
    """How many ways one open question has: its values, and for a figure the stretches between them too."""
    values = _told_apart(ground, question)
    return 2 * len(values) if ground.pack.questions[question].kind == "number" else len(values)


def _told_apart(ground: Ground, question: str) -> Sequence[State]:
    """The values of a question; of options that no condition and no model tells apart one stands for all."""
    values = ground.values[question]
    if ground.pack.questions[question].kind == "number":
        return values
    group_of = {value: place for place, group in enumerate(ground.tables.alike[question]) for value in group}
    apart: dict[tuple[int | None, Vector], State] = {}
    for value in values:
        apart.setdefault((group_of.get(value), _worth(ground, question, value)), value)
    return list(apart.values())


def _open(ground: Ground, block: Block) -> list[str]:
    """The open questions of a block that matter: to a fit, to eligibility, or to whether another one is asked."""
    return [
        question
        for question in (*block.hinges, *block.leaves)
        if ground.path.states[question] is None
        and (question in block.hinges or question in ground.gated or _worth_something(ground, question))
    ]


def _worth_something(ground: Ground, question: str) -> bool:
    return any(question in shares for shares in ground.shares)


def _ways(
    ground: Ground,
    members: Sequence[str],
    apart: Mapping[str, Sequence[State]],
    index: int,
    states: dict[str, State],
) -> Iterator[Way]:
    if index == len(members):
        yield Way((0.0,) * len(ground.ids), states)
        return
    question = ground.pack.questions[members[index]]
    now = ground.path.states[question.id]
    if question.ask_if is not None and truth(question.ask_if, states) is False:
        now = Mark.NOT_APPLICABLE
    values: Sequence[State] = apart[question.id] if now is None else (now,)
    for value in values:
        worth = _worth(ground, question.id, value)
        for rest in _ways(ground, members, apart, index + 1, {**states, question.id: value}):
            yield Way(_sum(worth, rest.worth), rest.states, rest.spans)
    if now is None and question.kind == "number":
        widest = 1.0 if question.whole else 4 * NEXT
        for left, right in pairwise(value for value in values if isinstance(value, float)):
            if right - left > widest:
                span = (_worth(ground, question.id, left), _worth(ground, question.id, right))
                for rest in _ways(ground, members, apart, index + 1, {**states, question.id: (left + right) / 2}):
                    yield Way(rest.worth, rest.states, (span, *rest.spans))


def _worth(ground: Ground, question: str, state: State) -> Vector:
    return tuple(ground.tables.at(name, question, state) for name in ground.ids)


def _sum(one: Vector, other: Vector) -> Vector:
    return tuple(a + b for a, b in zip(one, other, strict=True))
