"""How far the answers that are still open could take the lines of a goal: one way for each block, seen as sums."""

from collections.abc import Mapping, Sequence
from operator import add, le
from typing import NamedTuple

from zjtx_cli.advisor.goals import KNOWN, LIKELY, Gate, Goal, Row
from zjtx_cli.advisor.parts import Answers, Part, Parts, Span, Vector
from zjtx_cli.advisor.tables import Block
from zjtx_cli.model.condition import State

NEAR = 1e-8
"""Figures are compared after rounding to nine places: a sum that misses a line by less may still be at it."""


class Way(NamedTuple):
    """A part as a goal sees it. `best` is what it adds to each row, of spans the end that adds most."""

    best: Vector
    states: Mapping[str, State]
    part: Part


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
        self._ways: dict[tuple[object, ...], tuple[Way, ...]] = {}

    def spare(self, goal: Goal, answers: Answers) -> Vector:
        """How far beyond each line of a goal all open answers together could reach."""
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
        as_it_stands = {
            name: state
            for one in self.parts.tables.blocks
            for name, state in self.parts.now(one, answers).states.items()
        }
        for block in self.parts.tables.blocks:
            ways = self._able(goal, self.ways(goal, block, answers), as_it_stands)
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

    def _able(self, goal: Goal, ways: tuple[Way, ...], states: Mapping[str, State]) -> tuple[Way, ...]:
        """Without the ways that fail a gate by themselves."""
        for gate in goal.gates:
            telling = [way for way in ways if way.states.keys() & set(self.parts.gates[gate.number])]
            if not telling:
                continue
            chosen = {id(way): self.parts.may_be_chosen(gate.number, {**states, **way.states}) for way in telling}
            ways = tuple(way for way in ways if id(way) not in chosen or chosen[id(way)] is not False)
        return ways

    def ways(self, goal: Goal, block: Block, answers: Answers) -> tuple[Way, ...]:
        """The ways of a block that can do for a goal, without those that another one is never worse than; the best first."""
        key = (goal, *self.parts.key(block, answers))
        if key not in self._ways:
            concerned = {gate.number for gate in goal.gates} | {r.rival for r in goal.rows if r.rival is not None}
            wanted = {name for number in concerned for name in self.parts.gates[number]}
            figures = sum(row.quantity != KNOWN for row in goal.rows)
            groups: dict[object, list[Way]] = {}
            for part in self.parts.ways(block, answers):
                if part.spans and figures < 2:  # of one sum the most is at a turning point
                    continue
                states = {name: state for name, state in part.states.items() if name in wanted}
                seen = tuple(
                    self.parts.seen(name, state) if state is not None else None for name, state in states.items()
                )
                best = tuple([worth(row, part) for row in goal.rows])
                for span in part.spans:
                    best = tuple([at + abs(step(row, span)) for row, at in zip(goal.rows, best, strict=True)])
                groups.setdefault(seen, []).append(Way(best, states, part))
            complete = any(row.certain for row in goal.rows)  # what is beyond its lines is looked at too: keep all
            kept = [way for group in groups.values() for way in (group if complete else _undominated(group))]
            self._ways[key] = tuple(sorted(kept, key=lambda way: (-sum(way.best), len(way.part.spans))))
        return self._ways[key]


def worth(row: Row, part: Part) -> float:
    """What a part adds to a row; of spans their middle."""
    by_playbook = part.likely if row.quantity == LIKELY else part.known if row.quantity == KNOWN else part.high
    return sum([factor * by_playbook[number] for number, factor in row.terms])


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
