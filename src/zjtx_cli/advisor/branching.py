"""Branch and bound over completions: how many rivals can stand above a model at once, or can fail to."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from operator import le
from typing import NamedTuple

from zjtx_cli.advisor.openings import Opening, Vector, Way
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.model.condition import State, Truth

SUMMED = 4
"""Up to so many rivals, bounds are kept for the sum of each set of them: two may each be beaten, but not both at once."""

FIRST_TRY = 100
"""So many nodes are first spent without those sums: as a rule the extreme is attained, and soon found."""

_LEVEL = 5e-10


class Goal(NamedTuple):
    """As many rivals as possible above a model that is eligible, or (above=False) as few."""

    number: int
    rivals: tuple[int, ...]
    above: bool


class Most(NamedTuple):
    """The largest number for which no completion could be ruled out; exact if one was found."""

    most: int
    exact: bool


class Search:
    """All searches for one case; they share a number of nodes."""

    def __init__(self, ground: Ground, found: Sequence[Opening], nodes: int) -> None:
        self.ground, self.openings, self.nodes, self.last = ground, found, nodes, 0

    def most(self, goal: Goal) -> Most | None:
        """How many of the rivals can be (or can fail to be) above at once; None if the model is never eligible."""
        plain = Problem(self.ground, self.openings, goal, summed=False)
        if self._reached(plain, len(goal.rivals), FIRST_TRY):
            return Most(len(goal.rivals), True)
        points = Problem(self.ground, self.openings, goal)
        between: Problem | None = None
        possible = None
        for need in range(len(goal.rivals), -1, -1):
            found = self._reached(points, need)
            if found:
                return Most(need if possible is None else possible, possible is None)
            if found is False:
                if between is None:
                    between = Problem(self.ground, self.openings, goal, between=True)
                if not between.has_spans or self._reached(between, need) is False:
                    continue
            possible = need if possible is None else possible
        return None if possible is None else Most(possible, False)

    def _reached(self, problem: "Problem", need: int, most: int | None = None) -> Truth:
        """Whether a completion has so many; None where the nodes, or `most` of them, ran out."""
        if need == 0 and self.ground.chosen[problem.goal.number] is True:
            return True
        self.last = 0 if most is None else max(0, self.nodes - most)
        return self._descend(problem, need, 0, problem.start, {})

    def _descend(self, problem: "Problem", need: int, depth: int, sums: Vector, states: Mapping[str, State]) -> Truth:
        self.nodes -= 1
        if self.nodes < self.last:
            return None
        if not problem.possible(need, depth, sums, states):
            return False
        if depth == len(problem.units):
            return True
        for vector, settled in problem.units[depth]:
            added = tuple(a + b for a, b in zip(sums, vector, strict=True))
            found = self._descend(problem, need, depth + 1, added, {**states, **settled} if settled else states)
            if found is not False:
                return found
        return False


class Problem:
    """One goal in numbers. A vector has the lead of each rival (for `above`) or over each rival, then sums of those."""

    def __init__(
        self, ground: Ground, found: Sequence[Opening], goal: Goal, *, summed: bool = True, between: bool = False
    ) -> None:
        self.ground, self.goal = ground, goal
        self.sets = _sets(len(goal.rivals)) if summed else {}
        self.steps = [(self.sets.get(one[:-1], one[0]), one[-1]) for one in self.sets]
        self.concerned = {one for number in (goal.number, *goal.rivals) for one in ground.gates[number]}
        self.has_spans = any(opening.stretches for opening in found)
        start = [float(one) for one in self._vector(tuple(ground.low), ())]
        self.units: list[list[tuple[Vector, dict[str, State]]]] = []
        for opening in found:
            start = [a - b for a, b in zip(start, self._vector(opening.low, ()), strict=True)]
            ways = self._relevant([*opening.ways, *opening.stretches] if between else opening.ways)
            if len(ways) == 1 and not ways[0][1]:
                start = [a + b for a, b in zip(start, ways[0][0], strict=True)]
            else:
                self.units.append(ways)
        self.start: Vector = tuple(start)
        self.units.sort(key=lambda ways: (not ways[0][1], -_spread(ways)))
        self.ahead = [(0.0,) * len(self.start)]
        for ways in reversed(self.units):
            best = [max(column) for column in zip(*(vector for vector, _ in ways), strict=True)]
            self.ahead.insert(0, tuple(a + b for a, b in zip(self.ahead[0], best, strict=True)))

    def possible(self, need: int, depth: int, sums: Vector, states: Mapping[str, State]) -> bool:
        """False where no completion of this one can do; at full depth, whether it does."""
        goal, merged = self.goal, {**self.ground.path.states, **states}
        if self.ground.may_be_chosen(goal.number, merged) is False:
            return False
        bound = [a + b for a, b in zip(sums, self.ahead[depth], strict=True)]
        free, held = [], []
        for place, rival in enumerate(goal.rivals):
            chosen = self.ground.may_be_chosen(rival, merged)
            if goal.above:
                if chosen is not False and is_above(bound[place], rival, goal.number):
                    held.append(place)
            elif chosen is not True:
                free.append(place)
            elif not is_above(-bound[place], rival, goal.number):
                held.append(place)
        if len(free) + len(held) < need:
            return False
        if len(free) >= need or need - len(free) < 2 or not self.sets:
            return True
        return any(
            bound[self.sets[together]] > -_LEVEL * len(together) for together in combinations(held, need - len(free))
        )

    def _relevant(self, ways: Iterable[Way]) -> list[tuple[Vector, dict[str, State]]]:
        """The ways as vectors, without those that another one is never worse than; the most promising first."""
        by_states: dict[tuple[State, ...], list[tuple[Vector, dict[str, State]]]] = {}
        for way in ways:
            settled = {question: state for question, state in way.states.items() if question in self.concerned}
            by_states.setdefault(tuple(settled.values()), []).append((self._vector(way.worth, way.spans), settled))
        kept = []
        for group in by_states.values():
            group.sort(key=lambda one: -sum(one[0]))
            best: list[tuple[Vector, dict[str, State]]] = []
            for one in group:
                if not any(all(map(le, one[0], other)) for other, _ in best):
                    best.append(one)
            kept += best
        return sorted(kept, key=lambda one: -sum(one[0]))

    def _vector(self, worth: Vector, spans: tuple[tuple[Vector, Vector], ...]) -> Vector:
        total = self._leads(worth)
        for left, right in spans:
            ends = zip(self._leads(left), self._leads(right), strict=True)
            total = [a + max(b, c) for a, (b, c) in zip(total, ends, strict=True)]
        return tuple(total)

    def _leads(self, worth: Vector) -> list[float]:
        own = worth[self.goal.number]
        sign = 1.0 if self.goal.above else -1.0
        leads = [sign * (worth[rival] - own) for rival in self.goal.rivals]
        for fewer, last in self.steps:  # the sum over a set is that over the set without its last, and the last
            leads.append(leads[fewer] + leads[last])
        return leads


def is_above(difference: float, rival: int, number: int) -> bool:
    """Whether a rival with so much more fit stands above: level fits go to the lower id."""
    return rival < number if abs(difference) < _LEVEL else difference > 0


def _sets(rivals: int) -> dict[tuple[int, ...], int]:
    """The place in a vector of the sum over each set of two or more rivals."""
    if rivals > SUMMED:
        return {}
    several = [together for size in range(2, rivals + 1) for together in combinations(range(rivals), size)]
    return {together: rivals + place for place, together in enumerate(several)}


def _spread(ways: Sequence[tuple[Vector, dict[str, State]]]) -> float:
    columns = list(zip(*(vector for vector, _ in ways), strict=True))
    return float(sum(max(column) - min(column) for column in columns))
