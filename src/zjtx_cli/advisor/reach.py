"""How far the answers that are still open could take the lines of a goal: one way for each block, seen as sums."""

from collections.abc import Mapping, Sequence
from operator import add, le
from typing import NamedTuple

from zjtx_cli.advisor.goals import KNOWN, LIKELY, Gate, Goal, Row
from zjtx_cli.advisor.prospects import Answers, Key, Part, Parts, Span, Vector
from zjtx_cli.advisor.tables import Block
from zjtx_cli.model.condition import State, truth

NEAR = 1e-8
"""Figures are compared after rounding to nine places: a sum that misses a line by less may still be at it."""


class Way(NamedTuple):
    """A part as a goal sees it. `best` is what it adds to each row, of spans the end that adds most."""

    best: Vector
    states: Mapping[str, State]
    part: Part


Look = tuple[Part, Mapping[str, State]]
"""A part, and the states of its questions on which it rests whether the models concerned may be chosen."""


class Problem(NamedTuple):
    goal: Goal
    concerned: frozenset[int]
    start: Vector
    states: Mapping[str, State]
    parts: tuple[Part, ...]  # of the blocks that are settled
    units: tuple[tuple[Way, ...], ...]
    ahead: tuple[Vector, ...]


class Reach:
    """What was found once for some answers of a block is kept."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self._looks: dict[tuple[object, ...], list[list[Look]]] = {}
        self._ways: dict[Goal, dict[Key, tuple[Way, ...]]] = {}

    def spare(self, goal: Goal, answers: Answers) -> Vector:
        """How far beyond each line all open answers together could reach; of a goal that has a `problem`."""
        reach = [0.0] * len(goal.rows)
        for block in self.parts.tables.blocks:
            reach = list(
                map(add, reach, map(max, zip(*(way.best for way in self.ways(goal, block, answers)), strict=True)))
            )
        return tuple([sum_ - row.least for sum_, row in zip(reach, goal.rows, strict=True)])

    def problem(self, goal: Goal, answers: Answers) -> Problem | None:
        """None where the sums, or what may be chosen, cannot come out so at all."""
        if not all(self._can_hold(gate, answers) for gate in goal.gates):
            return None
        rows = range(len(goal.rows))
        concerned = frozenset(gate.number for gate in goal.gates) | {r.rival for r in goal.rows if r.rival is not None}
        start, settled, units = [0.0] * len(rows), [], []
        states: dict[str, State] = {}
        for block in self.parts.tables.blocks:
            ways = self.ways(goal, block, answers)
            if not ways:
                return None
            if len(ways) == 1 and not ways[0].part.spans:
                start = list(map(add, start, ways[0].best))
                states.update(ways[0].part.states)
                settled.append(ways[0].part)
            else:
                states.update(self.parts.now(block, answers).states)
                units.append(ways)
        units.sort(key=lambda ways: (not ways[0].states, -_spread(ways)))
        ahead: list[Vector] = [(0.0,) * len(rows)]
        for ways in reversed(units):
            most = [max(column) for column in zip(*(way.best for way in ways), strict=True)] if rows else ()
            ahead.insert(0, tuple(map(add, ahead[0], most)))
        reach = map(add, start, ahead[0])
        if any(sum_ < row.least - NEAR and row.rival is None for sum_, row in zip(reach, goal.rows, strict=True)):
            return None
        return Problem(goal, concerned, tuple(start), states, tuple(settled), tuple(units), tuple(ahead))

    def bars(self, number: int, answers: Answers) -> Answers | None:
        """Answers to open questions after which a model may not be chosen, or None: it is enough that one condition fails."""
        for condition, wanted in self.parts.conditions[number]:
            found = self.parts.truths(condition, answers).get(not wanted)
            if found is not None:
                return found
        return None

    def _can_hold(self, gate: Gate, answers: Answers) -> bool:
        """False where one of the conditions by itself cannot come out as wanted."""
        outcomes = [(self.parts.truths(one, answers), wanted) for one, wanted in self.parts.conditions[gate.number]]
        return all(wanted in found or (not gate.sure and None in found) for found, wanted in outcomes)

    def ways(self, goal: Goal, block: Block, answers: Answers) -> tuple[Way, ...]:
        """The ways of a block that can do for a goal, without those that another one is never worse than; the best first."""
        kept = self._kept(goal)
        key = self.parts.key(block, answers)
        if key not in kept:
            groups = [
                [Way(_best(goal.rows, part), states, part) for part, states in alike]
                for alike in self._alike(goal, block, answers)
            ]
            if len(goal.rows) == 1:
                some = [max(group, key=lambda way: way.best) for group in groups]
            elif any(row.certain for row in goal.rows):  # what is beyond its lines is looked at too: keep all
                some = [way for group in groups for way in group]
            else:
                some = [way for group in groups for way in _undominated(group)]
            kept[key] = tuple(sorted(some, key=lambda way: (-sum(way.best), len(way.part.spans))))
        return kept[key]

    def _kept(self, goal: Goal) -> dict[Key, tuple[Way, ...]]:
        """Goals that differ in nothing but how far their lines lie have the same ways."""
        if goal not in self._ways:
            shape = goal._replace(rows=tuple([row._replace(least=0.0) for row in goal.rows]))
            self._ways[goal] = self._ways.setdefault(shape, {})
        return self._ways[goal]

    def _alike(self, goal: Goal, block: Block, answers: Answers) -> list[list[Look]]:
        """The parts that do not bar by themselves what must not be barred, in groups that no condition concerned tells apart."""
        gates = tuple([gate.number for gate in goal.gates])
        concerned = (*gates, *[row.rival for row in goal.rows if row.rival is not None])
        spanned = sum(row.quantity != KNOWN for row in goal.rows) > 1  # of one sum the most is at a turning point
        key = (gates, concerned, spanned, self.parts.key(block, answers))
        if key not in self._looks:
            wanted = {name for number in concerned for name in self.parts.gates[number]}
            conditions = [one for number in gates for one in self.parts.within(number, block)]
            groups: dict[object, list[Look]] = {}
            for part in self.parts.ways(block, answers):
                barred = any(truth(condition, part.states) is (not wants) for condition, wants in conditions)
                if not barred and (spanned or not part.spans):
                    states = {name: state for name, state in part.states.items() if name in wanted}
                    seen = tuple([self.parts.seen(name, state) for name, state in states.items()])
                    groups.setdefault(seen, []).append((part, states))
            self._looks[key] = list(groups.values())
        return self._looks[key]


def worth(row: Row, part: Part) -> float:
    """What a part adds to a row; of spans their middle."""
    by_playbook = part.likely if row.quantity == LIKELY else part.known if row.quantity == KNOWN else part.high
    return sum([factor * by_playbook[number] for number, factor in row.terms])


def _best(rows: Sequence[Row], part: Part) -> Vector:
    best = tuple([worth(row, part) for row in rows])
    for span in part.spans:
        best = tuple([at + abs(step(row, span)) for row, at in zip(rows, best, strict=True)])
    return best


def step(row: Row, span: Span) -> float:
    return 0.0 if row.quantity == KNOWN else sum([factor * span.step[number] for number, factor in row.terms])


def _undominated(ways: list[Way]) -> list[Way]:
    """Spans are no rivals of figures that stand at a turning point: their best is not reached in all rows at once."""
    ways.sort(key=lambda way: (len(way.part.spans), -sum(way.best)))
    kept: list[Way] = []
    for way in ways:
        if not any(not one.part.spans and all(map(le, way.best, one.best)) for one in kept):
            kept.append(way)
    return kept


def _spread(ways: Sequence[Way]) -> float:
    return float(sum(max(column) - min(column) for column in zip(*(way.best for way in ways), strict=True)))
