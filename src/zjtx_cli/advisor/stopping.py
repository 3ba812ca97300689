"""Whether what is still to be asked can change the advice: decided by search over every way to answer it, not by a score.

Sound: where nothing is found, no answers to the open questions (not known included) lead to another outcome. Tight: where
something is found, it is a set of answers that does. Blocks of questions are independent, so each goal is a search over one
way for each block, cut off where the best that the other blocks can add is not enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import add
from typing import NamedTuple

from zjtx_cli.advisor.fitting import find_fitting
from zjtx_cli.advisor.goals import Goal, Row, goals
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Answers, Part, Parts, Span, Vector
from zjtx_cli.advisor.reach import NEAR, Problem, Reach, step, worth
from zjtx_cli.advisor.settling import Figures, likely_of, settle
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import State, Truth
from zjtx_cli.model.robustness import Outcome

MOST_NODES = 20_000
"""So many partial sets of answers are looked at for one decision; where they run out, it is not said that nothing can change."""

FEW_NODES = 2_000
"""So many for one goal, where it is only asked which questions matter to it."""

_SMALLEST = 1e-7


class Turn(NamedTuple):
    """Answers to open questions that lead to another outcome; `answers` None: none were found, and if `certain` there are none."""

    answers: Answers | None
    certain: bool

    @property
    def none_can(self) -> bool:
        """The certificate."""
        return self.answers is None and self.certain


class Stopping:
    """All decisions about cities of one level; what was found once for some answers of a block is kept."""

    def __init__(self, parts: Parts) -> None:
        self.parts, self.reach, self._nodes = parts, Reach(parts), 0
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
            found = self._find(goal, now, answers)
            if found is not None:
                self._last = found
                return Turn(found, True)
            certain = certain and self._nodes > 0
        return Turn(None, certain)

    def open_goals(self, answers: Answers) -> Iterator[Goal]:
        """The goals that some answers to the open questions still reach, or for which that was not settled in short."""
        now = self.outcome(answers)
        for goal in self.goals(answers):
            self._nodes = FEW_NODES
            if self._find(goal, now, answers) is not None or self._nodes <= 0:
                yield goal

    # the search

    def _find(self, goal: Goal, now: Outcome, answers: Answers) -> Answers | None:
        if goal.barred is not None:
            return self.reach.bars(goal.barred, answers)
        problem = self.reach.problem(goal, answers)
        return None if problem is None else self._descend(problem, now, answers, 0, problem.start, {}, ())

    def _descend(
        self,
        problem: Problem,
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
        self, problem: Problem, sums: Vector, ahead: Vector, states: Mapping[str, State], *, whole: bool
    ) -> bool:
        """False where no completion of this one can reach the goal."""
        goal = problem.goal
        chosen = {number: self.parts.may_be_chosen(number, states) for number in problem.concerned}
        for gate in goal.gates:
            if chosen[gate.number] is False or (whole and not gate.holds(chosen[gate.number])):
                return False
        return all(
            sum_ + more >= row.least - NEAR or not _needed(row, chosen, whole=whole)
            for row, sum_, more in zip(goal.rows, sums, ahead, strict=True)
        )

    def _reached(self, problem: Problem, now: Outcome, answers: Answers, parts: Sequence[Part]) -> Answers | None:
        """The answers that these parts are, if they make another outcome; figures between turning points are looked for."""
        given = {name: answer for part in parts for name, answer in part.given.items()}
        spans = [span for part in parts for span in part.spans]
        if not spans:
            after = self._settle(parts, {**answers, **given})
            return given if after != now else None
        middle = [sum(worth(row, part) for part in parts) for row in problem.goal.rows]
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
        problem: Problem,
        middle: list[float],
        spans: list[Span],
        box: list[tuple[float, float]],
        parts: Sequence[Part],
    ) -> bool:
        states = {name: state for part in parts for name, state in part.states.items()}
        best = [
            at
            + sum(
                max(step(row, span) * low, step(row, span) * high) for span, (low, high) in zip(spans, box, strict=True)
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


def _sums(parts: Sequence[Part], take: str) -> list[float]:
    return [sum(column) for column in zip(*(getattr(part, take) for part in parts), strict=True)]


def _figure(span: Span, share: float) -> float:
    at = span.middle + share * span.half
    return float(round(at)) if span.whole else at


def _halves(goal: Goal, spans: Sequence[Span], box: list[tuple[float, float]]) -> Iterator[list[tuple[float, float]]]:
    """The box cut in two across the span that still moves a row most; nothing where none moves any."""
    effects = [
        max(abs(step(row, span)) for row in goal.rows) * (high - low)
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
