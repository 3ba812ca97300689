"""How far a single weight can be wrong: the factors at which the outcome turns, in closed form.

With the weight of one criterion multiplied by t and the shares renormalised, a fit is (c + m·t) ⁄ (1 − s + s·t), where s is
the share of that criterion. Eligibility does not depend on weights, and no other model's fit moves.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache, cached_property, partial
from math import log
from typing import NamedTuple

from zjtx_cli.advisor.completions import extremes
from zjtx_cli.advisor.fitting import find_fitting
from zjtx_cli.advisor.matching import fit_extremes
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.settling import Figures, leader, likely_of, settle
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import State
from zjtx_cli.model.playbook import Criterion, Playbook
from zjtx_cli.model.robustness import FIRST, STATUS, Outcome, WeightSwitch

SMALLEST, LARGEST = 1e-6, 1e6
"""Factors outside are not looked at: a weight a million times as large is another playbook."""

_HALF, _DOUBLE = 0.5, 2.0
_NEAR, _EXACT = 1e-6, 1e-13


class Line(NamedTuple):
    """const + slope·t"""

    const: float
    slope: float

    def at(self, factor: float) -> float:
        return self.const + self.slope * factor


class Piece(NamedTuple):
    """The numerators of lowest and highest fit up to a factor `until`."""

    until: float
    low: Line
    high: Line


def weight_switches(ground: Ground) -> tuple[WeightSwitch, ...]:
    """For each weight the factors nearest to 1, below and above, that change the first choice or its strength.

    The nearest come first. Where the strength changes before the first choice does, both are told.
    """
    if not any(ground.figures.known):
        return ()  # nothing is known, so there is no first choice whatever the weights
    found: list[WeightSwitch] = []
    fitting = cache(partial(_fitting, ground))
    for number in range(len(ground.ids)):
        for criterion in ground.playbooks[number].criteria:
            scaled = Scaled(ground, number, criterion, fitting)
            for upwards in (False, True):
                found += _turns(scaled, upwards)
    return tuple(sorted(found, key=lambda one: (abs(log(one.factor)), one.playbook, one.question, one.factor)))


def weights_stable(switches: Sequence[WeightSwitch]) -> bool:
    """Whether no factor of ½ to 2 on one weight changes the first choice."""
    return not any(one.changes == FIRST and _HALF <= one.factor <= _DOUBLE for one in switches)


class Scaled:
    """One weight of one playbook under a factor."""

    def __init__(self, ground: Ground, number: int, criterion: Criterion, fitting: "Fitting") -> None:
        self.ground, self.number, self.question, self.share = ground, number, criterion.question, criterion.share
        self.fitting = fitting
        self.known_now = ground.path.states[self.question] is not None
        self.pieces = _pieces(ground, number, self.question)
        self._settled: dict[tuple[float, float], Outcome] = {}

    def outcome(self, factor: float) -> Outcome:
        likely, known, chosen = self.ground.figures
        total = 1 - self.share + self.share * factor
        piece = next(piece for piece in self.pieces if factor <= piece.until)
        fit = likely_of(piece.low.at(factor) / total, piece.high.at(factor) / total)
        part = round(self._known().at(factor) / total, 9)
        found = self._settled.get((fit, part))  # rounded, so near a turn there are few
        if found is None:
            figures = Figures(_with(likely, self.number, fit), _with(known, self.number, part), chosen)
            pack, playbooks = self.ground.pack, self.ground.playbooks
            found = settle(pack, playbooks, figures, lambda: self._can_fit(factor))
            if not self.hangs_on_the_rest:
                self._settled[fit, part] = found
        return found

    @cached_property
    def hangs_on_the_rest(self) -> bool:
        """Whether no other model is considered or known enough: then what can still be reached may decide."""
        limits, figures = self.ground.pack.thresholds, self.ground.figures
        return all(
            figures.known[number] < limits.verdict_known
            and (figures.chosen[number] is False or figures.likely[number] < limits.conditional_from)
            for number in range(len(self.ground.ids))
            if number != self.number
        )

    def roots(self) -> Iterator[float]:
        """The factors at which this fit meets another one or a threshold, or the known share does."""
        limits, share = self.ground.pack.thresholds, self.share
        likely, _, chosen = self.ground.figures
        others = [False if number == self.number else one for number, one in enumerate(chosen)]
        rival = leader(likely, others)
        levels = [limits.conditional_from, limits.recommended_from, *([] if rival is None else [likely[rival]])]
        start = 0.0
        for until, low, high in self.pieces:
            middle = Line((low.const + high.const) / 2, (low.slope + high.slope) / 2)
            yield from (root for root in _roots(middle, share, levels) if start < root <= until)
            if self.hangs_on_the_rest:
                yield from (root for root in _roots(high, share, [limits.conditional_from]) if start < root <= until)
            start = until
        yield from _roots(self._known(), share, [limits.recommended_known, limits.verdict_known])
        if self.hangs_on_the_rest and (fits := self._fits_surely()) is not None:
            yield from _roots(fits, share, [limits.conditional_from])

    def _known(self) -> Line:
        slope = self.share if self.known_now else 0.0
        return Line(self.ground.known[self.number] - slope, slope)

    def _can_fit(self, factor: float) -> bool:
        """Whether some completion makes some model eligible at conditional or better under this factor."""
        ground, line = self.ground, self.ground.pack.thresholds.conditional_from
        if any(self.fitting(number) is not None for number in range(len(ground.ids)) if number != self.number):
            return True
        if ground.chosen[self.number] is False:
            return False
        fits = self._fits_surely()
        if fits is not None and round(fits.at(factor) / (1 - self.share + self.share * factor), 9) >= line:
            return True
        scaled = reweighted(ground.playbooks[self.number], self.question, factor)
        tables = Tables(ground.pack._replace(playbooks={scaled.id: scaled}))
        counting = ground.path.counting(ground.case.answers)
        return find_fitting(scaled, tables, ground.path, counting, ground.case.level) is not None

    def _fits_surely(self) -> Line | None:
        """The numerator of the fit in a completion in which this model can be considered now."""
        parts = self.fitting(self.number)
        if parts is None:
            return None
        return Line(sum(parts.values()) - parts[self.question], parts[self.question])


Fitting = Callable[[int], Mapping[str, float] | None]
"""By playbook the parts, by question, of the fit of a completion in which it can be considered."""


def _fitting(ground: Ground, number: int) -> Mapping[str, float] | None:
    effects = ground.fitting[number]
    if effects is None:
        return None
    answers = {**ground.case.answers}
    answers.update({question: Answer(to) for one in effects.values() for question, to in one.changes.items()})
    path = replay(ground.pack.questions, answers)
    return fit_extremes(ground.ids[number], ground.tables, path).parts_high


def reweighted(playbook: Playbook, question: str, factor: float) -> Playbook:
    """The playbook with the weight of one criterion multiplied, and all shares renormalised."""
    weights = {one.question: one.weight * (factor if one.question == question else 1.0) for one in playbook.criteria}
    total = sum(weights.values())
    criteria = (
        one._replace(weight=weights[one.question], share=weights[one.question] / total) for one in playbook.criteria
    )
    return playbook._replace(criteria=tuple(criteria))


def _turns(scaled: Scaled, upwards: bool) -> Iterator[WeightSwitch]:
    """The nearest factor on one side that changes the outcome, and the nearest that changes the first choice."""
    base = scaled.ground.outcome
    reached, seen = 1.0, None
    for inside, beyond in _stretches(scaled, upwards):
        outcome = scaled.outcome(beyond)
        changes = base.differs(outcome)
        if changes not in (None, STATUS, seen):
            factor = _edge(scaled, reached, inside, beyond, changes)
            yield WeightSwitch(
                scaled.ground.ids[scaled.number], scaled.question, factor, changes, scaled.outcome(factor)
            )
            if changes == FIRST:
                return
            seen = changes
        reached = beyond


def _stretches(scaled: Scaled, upwards: bool) -> Iterator[tuple[float, float]]:
    """Going away from 1: each root, and a factor in the stretch beyond it, where nothing turns before the next root.

    1 itself is among the roots: two models may be level now.
    """
    if upwards:
        roots = sorted({1.0, *(root for root in scaled.roots() if root > 1)})
        ends = [*roots[1:], LARGEST]
    else:
        roots = sorted({1.0, *(root for root in scaled.roots() if root < 1)}, reverse=True)
        ends = [*roots[1:], SMALLEST]
    for root, end in zip(roots, ends, strict=True):
        if abs(root - end) > _NEAR * root:
            yield root, (root * end) ** 0.5


def _edge(scaled: Scaled, before: float, root: float, beyond: float, changes: str) -> float:
    """The root to the last place: figures are compared after rounding, so the turn lies a hair beside it."""
    base = scaled.ground.outcome
    step = _NEAR if beyond > before else -_NEAR
    near, far = root * (1 - step), root * (1 + step)
    if not min(before, beyond) <= near <= max(before, beyond) or base.differs(scaled.outcome(near)) == changes:
        near = before
    if base.differs(scaled.outcome(far)) != changes:
        far = beyond
    while abs(far - near) > _EXACT * far:
        middle = (near + far) / 2
        if base.differs(scaled.outcome(middle)) == changes:
            far = middle
        else:
            near = middle
    return far


def _pieces(ground: Ground, number: int, question: str) -> tuple[Piece, ...]:
    """The numerators over all factors.

    They bend only where the question's block has an open branch, and the completion that gives the lowest (or highest) fit
    depends on the factor.
    """
    low, high = ground.parts[number][question]
    rest_low, rest_high = ground.low[number] - low, ground.high[number] - high
    block = ground.block_of[question]
    members = [one for one in (*block.hinges, *block.leaves) if one in ground.shares[number]]
    if len(members) == 1 or all(ground.path.states[hinge] is not None for hinge in block.hinges):
        return (Piece(LARGEST, Line(rest_low, low), Line(rest_high, high)),)
    now = [ground.parts[number][one] for one in members]
    base_low, base_high = ground.low[number] - sum(a for a, _ in now), ground.high[number] - sum(b for _, b in now)
    lines = _lines_of_block(ground, number, question, members)
    lowest = _envelope(lambda factor: lines(factor)[0], SMALLEST, LARGEST)
    highest = _envelope(lambda factor: lines(factor)[1], SMALLEST, LARGEST)
    pieces = []
    for until in sorted({until for until, _ in (*lowest, *highest)}):
        under = next(line for end, line in lowest if until <= end)
        over = next(line for end, line in highest if until <= end)
        pieces.append(Piece(until, Line(base_low + under.const, under.slope), Line(base_high + over.const, over.slope)))
    return tuple(pieces)


def _lines_of_block(
    ground: Ground, number: int, question: str, members: Sequence[str]
) -> Callable[[float], tuple[Line, Line]]:
    """At a factor, the lines of the completions that give the block's lowest and highest sum there."""
    tables, name = ground.tables, ground.ids[number]

    def lines(factor: float) -> tuple[Line, Line]:
        def at(one: str, state: State) -> float:
            return tables.at(name, one, state) * (factor if one == question else 1.0)

        worth = {one: tables.worth[name][one] for one in members}
        worth[question] = {state: factor * value for state, value in worth[question].items()}
        low, high, parts_low, parts_high = extremes(worth, ground.path, tables, at)
        under, over = parts_low[question] / factor, parts_high[question] / factor
        return Line(low - parts_low[question], under), Line(high - parts_high[question], over)

    return lines


def _envelope(line_at: Callable[[float], Line], left: float, right: float) -> list[tuple[float, Line]]:
    """The lines that are best (lowest or highest) from `left` to `right`, each with the end of its stretch."""
    first, last = line_at(left), line_at(right)
    if abs(first.slope - last.slope) < 1e-12:
        return [(right, first)]
    cross = (last.const - first.const) / (first.slope - last.slope)
    if not left < cross < right:
        return [(right, last)]
    best = line_at(cross).at(cross)
    if abs(best - first.at(cross)) <= 1e-12 * max(1.0, cross):
        return [(cross, first), (right, last)]
    return _envelope(line_at, left, cross) + _envelope(line_at, cross, right)


def _roots(line: Line, share: float, levels: Sequence[float]) -> Iterator[float]:
    """Where (const + slope·t) ⁄ (1 − share + share·t) has one of these levels."""
    for level in levels:
        slope = line.slope - level * share
        if abs(slope) > 1e-15:
            root = (level * (1 - share) - line.const) / slope
            if SMALLEST < root < LARGEST:
                yield root


def _with(values: list[float], number: int, value: float) -> list[float]:
    return [*values[:number], value, *values[number + 1 :]]
