"""A playbook: what a case teaches, in a form that can be judged against a city."""

import itertools
from typing import NamedTuple

from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.condition import Condition
from zjtx_cli.text import Text


class Worth(NamedTuple):
    """What an answer is worth to a model, 0 to 1, and why."""

    value: float
    because: Text


class Criterion(NamedTuple):
    """One question as seen by one model. `share` is its swing weight divided by the sum of all.

    Options have a `Worth` each; a number has piecewise-linear `points` (answer, value) over its whole range.
    """

    question: str
    weight: float
    share: float
    reason: Text
    options: dict[str, Worth]
    points: tuple[tuple[float, float], ...] = ()
    because: Text | None = None
    combine: str = "max"  # max | mean, for several chosen options
    otherwise: Worth | None = None
    claims: tuple[str, ...] = ()

    def value(self, answer: Value | Mark) -> float:
        """The value, 0 to 1, of a known answer or of Mark.NOT_APPLICABLE."""
        if isinstance(answer, str):
            return self.options[answer].value
        if isinstance(answer, frozenset):
            values = [self.options[option].value for option in sorted(answer)]
            return max(values) if self.combine == "max" else sum(values) / len(values)
        if isinstance(answer, float):
            return _interpolate(self.points, answer)
        return self.otherwise.value if self.otherwise else 0.0


class Precondition(NamedTuple):
    id: str
    text: Text
    holds_if: Condition
    necessary: bool
    buildable_by: tuple[str, ...] = ()
    build: Text | None = None
    claims: tuple[str, ...] = ()


class Blocker(NamedTuple):
    """A contraindication: where it holds the model is blocked, however good the fit."""

    id: str
    when: Condition
    because: Text
    instead: Text
    claims: tuple[str, ...] = ()


class Step(NamedTuple):
    """A step of the mechanism and the local condition it needs; `evidence` is graded A to D."""

    id: str
    text: Text
    holds_if: Condition
    necessary: bool
    evidence: str
    if_fails: Text
    claims: tuple[str, ...] = ()


class Resource(NamedTuple):
    """What a measure takes: light, medium or heavy, and a range in 万元."""

    weight: str
    low: float
    high: float
    note: Text | None = None


class Kpi(NamedTuple):
    text: Text
    benchmark: Text | None = None  # None: set locally
    claims: tuple[str, ...] = ()


class Measure(NamedTuple):
    id: str
    title: Text
    phase: str
    steps: tuple[Text, ...]
    lead: str
    authority: str
    resource: Resource
    kpis: tuple[Kpi, ...]
    risks: tuple[Text, ...]
    when: Condition | None = None
    first_hundred: bool = False
    partners: tuple[str, ...] = ()
    leader_led: bool = False
    new_land: bool = False
    ask_above: Text | None = None
    procedures: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    stop: Text | None = None
    after: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    merge: str = ""
    claims: tuple[str, ...] = ()
    basis: str = "claims"  # claims | judgement


class Note(NamedTuple):
    """A sentence with the claims it rests on."""

    text: Text
    claims: tuple[str, ...] = ()


class Failure(NamedTuple):
    place: Text
    what: Text
    lesson: Text
    claims: tuple[str, ...] = ()


class StopRule(NamedTuple):
    months: int
    condition: Text
    then: Text


class Combination(NamedTuple):
    other: str
    relation: str  # relay | split | companion | complement | competes
    rule: Text


class Lever(NamedTuple):
    """Who really held the lever in the original case, and at which level of government."""

    text: Text
    level: str
    claims: tuple[str, ...] = ()


class Playbook(NamedTuple):
    id: str
    group: str
    title: Text
    case: Text
    summary: Text
    problem: Text
    criteria: tuple[Criterion, ...]
    preconditions: tuple[Precondition, ...]
    blockers: tuple[Blocker, ...]
    mechanism: tuple[Step, ...]
    measures: tuple[Measure, ...]
    if_nothing: Text
    lever: Lever | None = None
    background: tuple[Note, ...] = ()
    stop_rules: tuple[StopRule, ...] = ()
    failed_where: tuple[Failure, ...] = ()
    since: tuple[Note, ...] = ()
    combines: tuple[Combination, ...] = ()

    def companions(self) -> frozenset[str]:
        return frozenset(link.other for link in self.combines if link.relation == "companion")


def _interpolate(points: tuple[tuple[float, float], ...], at: float) -> float:
    if at <= points[0][0]:
        return points[0][1]
    for (left, low), (right, high) in itertools.pairwise(points):
        if at <= right:
            return low + (high - low) * (at - left) / (right - left)
    return points[-1][1]
