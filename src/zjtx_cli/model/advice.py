"""An advice: findings first; every score is computed from them, so no explanation can disagree with its number."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.condition import Truth
from zjtx_cli.model.place import Near
from zjtx_cli.model.playbook import Measure
from zjtx_cli.model.robustness import Robustness
from zjtx_cli.text import Text

RECOMMENDED, CONDITIONAL, NOT_RECOMMENDED, BLOCKED = "recommended", "conditional", "not_recommended", "blocked"


class Finding(NamedTuple):
    """What one answer says of one model.

    `low` and `high` are the values (0 to 1) the answer can still take; `part_low` and `part_high` are its share of the
    lowest and of the highest fit, in the very completions that attain them, so that they add up to the score.
    """

    question: str
    answer: Answer | None  # None: not asked
    known: bool
    low: float
    high: float
    share: float
    part_low: float
    part_high: float
    because: Text
    reason: Text
    claims: tuple[str, ...]

    @property
    def contribution(self) -> float:
        return (self.part_low + self.part_high) / 2


class Score(NamedTuple):
    """Fit: the share of the needed conditions that are there. All three lie between 0 and 1."""

    low: float
    high: float

    @property
    def likely(self) -> float:
        return round((self.low + self.high) / 2, 9)


class PreconditionFinding(NamedTuple):
    id: str
    text: Text
    holds: Truth
    necessary: bool
    buildable_by: tuple[str, ...]
    buildable: bool  # at this city's level
    build: Text | None
    because: Text


class BlockerFinding(NamedTuple):
    id: str
    holds: Truth
    because: Text
    instead: Text
    deciding: Text


class StepFinding(NamedTuple):
    id: str
    text: Text
    holds: Truth
    necessary: bool
    evidence: str
    if_fails: Text
    because: Text
    claims: tuple[str, ...]


@dataclass(frozen=True)
class Match:
    """One playbook judged against one city."""

    playbook: str
    group: str
    findings: tuple[Finding, ...]
    preconditions: tuple[PreconditionFinding, ...]
    blockers: tuple[BlockerFinding, ...]
    transfer: tuple[StepFinding, ...]
    eligible: bool
    strength: str
    because: Text

    @cached_property
    def score(self) -> Score:
        return Score(
            round(sum(finding.part_low for finding in self.findings), 9),
            round(sum(finding.part_high for finding in self.findings), 9),
        )

    @cached_property
    def known(self) -> float:
        return round(sum(finding.share for finding in self.findings if finding.known), 9)


class GroupFinding(NamedTuple):
    group: str
    present: Truth
    size: Answer | None
    because: Text
    first: str | None


class Verdict(NamedTuple):
    status: str  # recommended | undecided | none
    first: str | None
    because: Text


class TensionFound(NamedTuple):
    id: str
    say: Text


@dataclass(frozen=True)
class Judgement:
    """The advice about one trade of the city. `robustness` stays None where it was not asked for."""

    case: Case
    answers: Mapping[str, Answer]  # those that count, in the questions' order
    set_aside: tuple[str, ...]  # answered, but not asked on this path
    missing: tuple[str, ...]  # reachable, not answered
    verdict: Verdict
    groups: tuple[GroupFinding, ...]
    ranking: tuple[Match, ...]
    tensions: tuple[TensionFound, ...]
    robustness: Robustness | None = None
    places: tuple[Near, ...] = ()  # who was here before; never a part of the fit

    def match(self, playbook: str) -> Match:
        return next(match for match in self.ranking if match.playbook == playbook)


class Planned(NamedTuple):
    """A measure that stands in the plan, and why."""

    measure: Measure
    playbook: str
    industry: str
    because: Text
    usable: tuple[str, ...]  # instruments in force (or of unconfirmed start) at the date of the advice
    lapsed: tuple[str, ...]  # instruments that have ended or not begun


class LeftOut(NamedTuple):
    """A measure that does not stand in the plan; `kind` is not_needed, double, open, excluded, limit or orphan."""

    measure: str
    playbook: str
    title: Text
    kind: str
    because: Text
    industry: str = ""


class Conflict(NamedTuple):
    """Two offices gave different answers; `matters` is True where the other one would change the advice."""

    question: str
    answers: tuple[tuple[str, Answer], ...]  # (office or file, answer)
    taken: Answer
    because: Text
    matters: bool


@dataclass(frozen=True)
class Advice:
    """The advice for a city: one judgement per trade, and one plan over all of them."""

    city: str
    level: str
    country: str
    as_of: str
    as_of_given: bool
    judgements: tuple[Judgement, ...]
    plan: tuple[Planned, ...]
    left_out: tuple[LeftOut, ...]
    do_nothing: tuple[Text, ...]
    conflicts: tuple[Conflict, ...] = ()
    pack: tuple[str, str, str] = ("", "", "")  # name, version, sha256 of the content that was read

    @property
    def first(self) -> Judgement:
        return self.judgements[0]
