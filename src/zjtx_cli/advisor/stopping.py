"""Whether what is still to be asked can change the advice: decided by search over every way to answer it, not by a score.

Sound: where nothing is found, no answers to the open questions (not known included) lead to another outcome. Tight: where
something is found, it is a set of answers that does. Blocks of questions are independent, so each goal is a search over one
way for each block, cut off where the best that the other blocks can add is not enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import add, le
from typing import NamedTuple

from zjtx_cli.advisor.fitting import find_fitting
from zjtx_cli.advisor.goals import HIGH, KNOWN, Goal, Row, goals
from zjtx_cli.advisor.parts import Answers, Part, Parts, Span, Vector
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.settling import Figures, likely_of, settle
from zjtx_cli.advisor.tables import Block
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import State, Truth
from zjtx_cli.model.robustness import Outcome

MOST_NODES = 20_000
"""So many partial sets of answers are looked at for one decision; where they run out, it is not said that nothing can change."""

_NEAR = 1e-8  # figures are compared after rounding to nine places
_SMALLEST = 1e-7


class Turn(NamedTuple):
    """Answers to open questions that lead to another outcome; `answers` None: none were found, and if `certain` there are none."""

    answers: Answers | None
    certain: bool

    @property
    def none_can(self) -> bool:
        """The certificate."""
        return self.answers is None and self.certain


class _Way(NamedTuple):
    """A part as a goal sees it. `best` is what it adds to each row, of spans the end that adds most."""

    best: Vector
    states: Mapping[str, State]
    part: Part


class _Problem(NamedTuple):
    goal: Goal
    concerned: frozenset[int]
    start: Vector
    states: Mapping[str, State]
    parts: tuple[Part, ...]  # of the blocks that are settled
    units: tuple[tuple[_Way, ...], ...]
    ahead: tuple[Vector, ...]


class Stopping:
    """All decisions about cities of one level; what was found once for some answers of a block is kept."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self._nodes = parts, 0
        self._ways: dict[tuple[object, ...], tuple[_Way, ...]] = {}
        self._last: Answers = {}

    def outcome(self, answers: Answers) -> Outcome:
        parts = [self.parts.now(block, answers) for block in self.parts.tables.blocks]
        return self._settle(parts, answers)

    def goals(self, answers: Answers) -> Iterator[Goal]:
        """What would make another outcome of the one that stands now."""
        return goals(self.parts.pack, self.parts.playbooks, self.outcome(answers))

    def turn(self, answers: Answers) -> Turn:
        """Answers to the open questions that make another outcome of the present one, or the certainty that there are none."""
        now, self._nodes, certain = self.outcome(answers), MOST_NODES, True
        open_still = {name: value for name, value in self._last.items() if name not in answers}
        if self._last and self.outcome({**answers, **open_still}) != now:  # what turned it before as a rule still does
            return Turn(open_still, True)
        for goal in self.goals(answers):
            problem = self._problem(goal, answers)
            found = None if problem is None else self._descend(problem, now, answers, 0, problem.start, {}, ())
            if found is not None:
                self._last = found
                return Turn(found, True)
            certain = certain and self._nodes > 0
        return Turn(None, certain)

    # a goal as a problem

    def _problem(self, goal: Goal, answers: Answers) -> _Problem | None:
        """None where the sums cannot reach the lines at all."""
        rows = range(len(goal.rows))
        concerned = frozenset(gate.number for gate in goal.gates) | {r.rival for r in goal.rows if r.rival is not None}
        start, settled, units = [0.0] * len(rows), [], []
        states: dict[str, State] = {}
        for block in self.parts.tables.blocks:
            ways = self.ways(goal, block, answers)
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
        if any(sum_ < row.least - _NEAR and row.rival is None for sum_, row in zip(reach, goal.rows, strict=True)):
            return None
        return _Problem(goal, concerned, tuple(start), states, tuple(settled), tuple(units), tuple(ahead))

    def ways(self, goal: Goal, block: Block, answers: Answers) -> tuple[_Way, ...]:
        """The ways of a block that can do for a goal, without those that another one is never worse than; the best first."""
        key = (goal, *self.parts.key(block, answers))
        if key not in self._ways:
            concerned = {gate.number for gate in goal.gates} | {r.rival for r in goal.rows if r.rival is not None}
            wanted = {name for number in concerned for name in self.parts.gates[number]}
            figures = sum(row.quantity != KNOWN for row in goal.rows)
            groups: dict[object, list[_Way]] = {}
            for part in self.parts.ways(block, answers):
                if part.spans and figures < 2:  # of one sum the most is at a turning point
                    continue
                states = {name: state for name, state in part.states.items() if name in wanted}
                seen = tuple(
                    self.parts.seen(name, state) if state is not None else None for name, state in states.items()
                )
                best = tuple([_worth(row, part) + sum(abs(_step(row, one)) for one in part.spans) for row in goal.rows])
                groups.setdefault(seen, []).append(_Way(best, states, part))
            kept = [way for group in groups.values() for way in _undominated(group)]
            self._ways[key] = tuple(sorted(kept, key=lambda way: (-sum(way.best), len(way.part.spans))))
        return self._ways[key]

    # the search

    def _descend(
        self,
        problem: _Problem,
        now: Outcome,
        answers: Answers,
        depth: int,
        sums: Vector,
        states: Mapping[str, State],
        chosen: tuple[Part, ...],
    ) -> Answers | None:
        self._nodes -= 1
        if self._nodes < 0:
            return None
        whole = depth == len(problem.units)
        if not self._possible(problem, sums, problem.ahead[depth], {**problem.states, **states}, whole=whole):
            return None
        if whole:
            return self._reached(problem, now, answers, (*problem.parts, *chosen))
        for way in problem.units[depth]:
            found = self._descend(
                problem,
                now,
                answers,
                depth + 1,
                tuple(map(add, sums, way.best)),
                {**states, **way.states} if way.states else states,
                (*chosen, way.part),
            )
            if found is not None:
                return found
        return None

    def _possible(
        self, problem: _Problem, sums: Vector, ahead: Vector, states: Mapping[str, State], *, whole: bool
    ) -> bool:
        """False where no completion of this one can reach the goal."""
        goal = problem.goal
        chosen = {number: self.parts.may_be_chosen(number, states) for number in problem.concerned}
        for gate in goal.gates:
            if gate.fails(chosen[gate.number]) or (whole and not gate.holds(chosen[gate.number])):
                return False
        return all(
            sum_ + more >= row.least - _NEAR or not _needed(row, chosen, whole=whole)
            for row, sum_, more in zip(goal.rows, sums, ahead, strict=True)
        )

    def _reached(self, problem: _Problem, now: Outcome, answers: Answers, parts: Sequence[Part]) -> Answers | None:
        """The answers that these parts are, if they make another outcome; figures between turning points are looked for."""
        given = {name: answer for part in parts for name, answer in part.given.items()}
        spans = [span for part in parts for span in part.spans]
        if not spans:
            after = self._settle(parts, {**answers, **given})
            return given if after != now else None
        middle = [sum(_worth(row, part) for part in parts) for row in problem.goal.rows]
        boxes = [[(-1.0, 1.0)] * len(spans)]
        while boxes:
            self._nodes -= 1
            if self._nodes < 0:
                return None
            box = boxes.pop()
            if not self._box_possible(problem, middle, spans, box, parts):
                continue
            figures = {
                span.question: Answer(_figure(span, (low + high) / 2))
                for span, (low, high) in zip(spans, box, strict=True)
            }
            if self.outcome({**answers, **given, **figures}) != now:
                return {**given, **figures}
            boxes += _halves(problem.goal, spans, box)
        return None

    def _box_possible(
        self,
        problem: _Problem,
        middle: list[float],
        spans: list[Span],
        box: list[tuple[float, float]],
        parts: Sequence[Part],
    ) -> bool:
        states = {name: state for part in parts for name, state in part.states.items()}
        best = [
            at
            + sum(
                max(_step(row, span) * low, _step(row, span) * high)
                for span, (low, high) in zip(spans, box, strict=True)
            )
            for row, at in zip(problem.goal.rows, middle, strict=True)
        ]
        return self._possible(problem, tuple(best), (0.0,) * len(best), states, whole=True)

    def _settle(self, parts: Sequence[Part], answers: Answers) -> Outcome:
        """The outcome of these parts, one for each block; `answers` are those that lead to them."""
        states = {name: state for part in parts for name, state in part.states.items()}
        lows, highs, knowns = (_sums(parts, take) for take in ("low", "high", "known"))
        figures = Figures(
            list(map(likely_of, lows, highs)),
            [round(one, 9) for one in knowns],
            [self.parts.may_be_chosen(number, states) for number in range(len(self.parts.ids))],
        )
        return settle(self.parts.pack, self.parts.playbooks, figures, lambda: self._can_fit(answers))

    def _can_fit(self, answers: Answers) -> bool:
        parts = self.parts
        path = replay(parts.pack.questions, answers)
        counting = path.counting(answers)
        return any(
            find_fitting(playbook, parts.tables, path, counting, parts.level) is not None
            for playbook in parts.playbooks
        )


def _needed(row: Row, chosen: Mapping[int, Truth], *, whole: bool) -> bool:
    if row.rival is None:
        return True
    if row.certain or not whole:
        return chosen[row.rival] is True
    return chosen[row.rival] is not False


def _worth(row: Row, part: Part) -> float:
    if row.quantity == KNOWN:
        return float(sum([factor * part.known[number] for number, factor in row.terms]))
    if row.quantity == HIGH:
        return sum([factor * part.high[number] for number, factor in row.terms])
    return sum([factor * (part.low[number] + part.high[number]) / 2 for number, factor in row.terms])


def _step(row: Row, span: Span) -> float:
    return 0.0 if row.quantity == KNOWN else sum([factor * span.step[number] for number, factor in row.terms])


def _undominated(ways: list[_Way]) -> list[_Way]:
    """Spans are no rivals of figures that stand at a turning point: their best is not reached in all rows at once."""
    ways.sort(key=lambda way: (len(way.part.spans), -sum(way.best)))
    kept: list[_Way] = []
    for way in ways:
        if not any(not one.part.spans and all(map(le, way.best, one.best)) for one in kept):
            kept.append(way)
    return kept


def _spread(ways: Sequence[_Way]) -> float:
    return float(sum(max(column) - min(column) for column in zip(*(way.best for way in ways), strict=True)))


def _sums(parts: Sequence[Part], take: str) -> list[float]:
    return [sum(column) for column in zip(*(getattr(part, take) for part in parts), strict=True)]


def _figure(span: Span, share: float) -> float:
    at = span.middle + share * span.half
    return float(round(at)) if span.whole else at


def _halves(goal: Goal, spans: Sequence[Span], box: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The box cut in two across the span that still moves a row most; nothing where none moves any."""
    effects = [
        max(abs(_step(row, span)) for row in goal.rows) * (high - low)
        for span, (low, high) in zip(spans, box, strict=True)
    ]
    widest = max(range(len(spans)), key=lambda index: effects[index])
    low, high = box[widest]
    span = spans[widest]
    if effects[widest] < _SMALLEST or (span.whole and (high - low) * span.half < 0.5):
        return
    middle = (low + high) / 2
    for half in ((middle, high), (low, middle)):
        yield [*box[:widest], half, *box[widest + 1 :]]
