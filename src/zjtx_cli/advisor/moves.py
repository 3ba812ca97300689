"""What can be changed about a city: other answers, block by block, with what they would do to every model."""

from collections.abc import Iterator, Sequence
from itertools import combinations, islice, pairwise, product
from math import prod
from typing import NamedTuple

from zjtx_cli.advisor.standing import Effect, Ground
from zjtx_cli.advisor.tables import Block
from zjtx_cli.advisor.trials import Trial, Trials, takeovers, trial
from zjtx_cli.model.answers import Value

NATURES = ("policy", "slow", "given")
"""From what the city decides to what nobody can change."""

MOST_IN_BLOCK = 3_000
"""Answers to several questions of one block are tried together up to so many ways."""


class Move(NamedTuple):
    """Other answers to one or more questions of one block; `effort` is the sum of the ways they go, each of 0 to 1."""

    effect: Effect
    effort: float
    touched: frozenset[int]  # the playbooks for whose eligibility it may matter


class Lever(NamedTuple):
    """Questions of one block that can be changed together; `nature` is the place of the hardest of them in NATURES."""

    questions: tuple[str, ...]
    block: Block
    nature: int
    moves: tuple[Move, ...]
    all_tried: bool


def levers(ground: Ground, trials: Trials, most: int) -> tuple[Lever, ...]:
    """Up to `most` questions of a block together. What is not known can be changed only where the city decides it."""
    found: list[Lever] = []
    for block in ground.tables.blocks:
        members = (*block.hinges, *block.leaves)
        found += [
            _lever(ground, block, (question,), _single_moves(ground, question, trials[question]))
            for question in members
            if _changeable(ground, question)
        ]
        found += [
            _lever(ground, block, together, _joint_moves(ground, together))
            for size in range(2, min(most, len(members)) + 1)
            for together in combinations(members, size)
        ]
    return tuple(lever for lever in found if lever.moves)


def effort(ground: Ground, question: str, value: Value) -> float:
    """How far a value lies from the present one, as a share of the way across the question; a half where none is known."""
    asked, now = ground.pack.questions[question], ground.path.states[question]
    if isinstance(now, str) and isinstance(value, str):
        order = [option.id for option in asked.options]
        return abs(order.index(value) - order.index(now)) / max(1, len(order) - 1)
    if isinstance(now, frozenset) and isinstance(value, frozenset):
        return len(now ^ value) / len(asked.options)
    if isinstance(now, float) and isinstance(value, float):
        return abs(value - now) / (asked.high - asked.low)
    return 0.5


def _lever(ground: Ground, block: Block, questions: tuple[str, ...], moves: Iterator[Move]) -> Lever:
    nature = max(NATURES.index(ground.pack.questions[question].nature) for question in questions)
    some = sorted(moves, key=lambda move: move.effort)
    ways = prod(len(ground.values[question]) for question in questions)
    return Lever(questions, block, nature, tuple(some), len(questions) == 1 or ways <= MOST_IN_BLOCK)


def _changeable(ground: Ground, question: str) -> bool:
    if question not in ground.path.asked:
        return False
    return ground.path.states[question] is not None or ground.pack.questions[question].nature == "policy"


def _single_moves(ground: Ground, question: str, tried: Sequence[Trial]) -> Iterator[Move]:
    figures = [one for one in tried if isinstance(one.value, float)]
    now = ground.path.states[question]
    if isinstance(now, float):
        figures.append(trial(ground, question, now))
    figures.sort(key=lambda one: one.value if isinstance(one.value, float) else 0.0)
    peaks = [peak for left, right in pairwise(figures) for peak in _peaks(ground, question, left, right)]
    for one in (*tried, *peaks):
        if isinstance(one.value, str | frozenset | float):
            yield Move(one.effect, effort(ground, question, one.value), ground.touched(one.effect))


def _joint_moves(ground: Ground, questions: tuple[str, ...]) -> Iterator[Move]:
    """Other answers to all of these at once; those that would not be asked then are left to the smaller sets."""
    opened = [question for question in questions if question not in ground.path.asked]
    if len(opened) == len(questions) or not all(_changeable(ground, one) for one in questions if one not in opened):
        return
    choices = [
        [one for one in ground.values[question] if isinstance(one, str | frozenset | float)] for question in questions
    ]
    for values in islice(product(*choices), MOST_IN_BLOCK):
        changes = dict(zip(questions, values, strict=True))
        if any(ground.path.states[question] == value for question, value in changes.items()):
            continue
        effect = ground.effect(changes)
        if all(effect.states.get(question) == value for question, value in changes.items()):
            way = sum(effort(ground, question, value) for question, value in changes.items())
            yield Move(effect, way, ground.touched(effect))


def _peaks(ground: Ground, question: str, left: Trial, right: Trial) -> Iterator[Trial]:
    """Between two figures, one in each stretch in which a model leads that may lead at neither."""
    if ground.pack.questions[question].whole or not isinstance(left.value, float) or not isinstance(right.value, float):
        return
    low, high = (ground.figures_after([end.effect]) for end in (left, right))
    among = [number for number, chosen in enumerate(low.chosen) if chosen is not False]  # the same all the way
    for one, other in pairwise(takeovers(low.likely, high.likely, among)):
        yield trial(ground, question, left.value + (one + other) / 2 * (right.value - left.value))
