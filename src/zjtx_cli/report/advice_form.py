"""The form of the JSON advice, for `zjtx schema advice` and for tests; `to_json` writes what this describes."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

Share = Annotated[float, Field(ge=0, le=1)]
Sha256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
Strength = Literal["recommended", "conditional", "not_recommended", "blocked"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class TextOut(_Form):
    zh: str
    en: str


class ToolOut(_Form):
    name: Literal["zjtx"]
    version: str


class PackOut(_Form):
    name: str
    version: str
    sha256: Sha256
    files: dict[str, Sha256] = {}
    """By file name; records of earlier versions do not have it."""


class StableOut(_Form):
    weights: bool
    answers: bool


class VerdictOut(_Form):
    status: Literal["recommended", "undecided", "none"]
    first: str | None
    stable: StableOut | None
    because: TextOut


class GroupOut(_Form):
    group: str
    present: bool | None
    size: Any
    because: TextOut
    first: str | None


class ScoreOut(_Form):
    low: Share
    likely: Share
    high: Share


class RankOut(_Form):
    best: int
    worst: int
    exact: bool = True


class IntervalOut(_Form):
    low: float
    high: float


class CriterionOut(_Form):
    question: str
    answer: Any
    known: bool
    value: IntervalOut
    weight: Share
    contribution: float
    part: IntervalOut
    because: TextOut
    reason: TextOut
    claims: list[str]


class PreconditionOut(_Form):
    id: str
    text: TextOut
    holds: bool | None
    necessary: bool
    buildable_by: list[str]
    buildable: bool
    build: TextOut | None
    because: TextOut


class BlockerOut(_Form):
    id: str
    holds: bool | None
    because: TextOut
    instead: TextOut
    deciding: TextOut


class StepOut(_Form):
    step: str
    text: TextOut
    holds: bool | None
    necessary: bool
    evidence: Literal["A", "B", "C", "D"]
    if_fails: TextOut
    because: TextOut
    claims: list[str]


class MatchOut(_Form):
    playbook: str
    title: TextOut
    group: str
    eligible: bool
    strength: Strength
    because: TextOut
    known: Share
    score: ScoreOut
    rank: RankOut | None
    acceptability: list[Share] | None
    criteria: list[CriterionOut]
    preconditions: list[PreconditionOut]
    blockers: list[BlockerOut]
    transfer: list[StepOut]


class KpiOut(_Form):
    text: TextOut
    benchmark: TextOut | None
    claims: list[str]


class InstrumentOut(_Form):
    id: str
    title: TextOut
    status: Literal["usable", "lapsed"]


class ResourceOut(_Form):
    class_: Annotated[Literal["light", "medium", "heavy"], Field(alias="class")]
    low: float
    high: float
    unit: Literal["万元"]
    note: TextOut | None


class PlannedOut(_Form):
    measure: str
    playbook: str
    industry: str
    title: TextOut
    phase: str
    first_hundred: bool
    lead: str
    partners: list[str]
    leader_led: bool
    authority: Literal["county", "prefecture", "province", "state"]
    ask_above: TextOut | None
    steps: list[TextOut]
    kpis: list[KpiOut]
    instruments: list[InstrumentOut]
    resource: ResourceOut
    procedure: list[str]
    risks: list[TextOut]
    stop: TextOut | None
    claims: list[str]
    basis: Literal["claims", "judgement"]
    because: TextOut


class LeftOutOut(_Form):
    measure: str
    playbook: str
    industry: str
    title: TextOut
    kind: Literal["not_needed", "double", "open", "excluded", "limit", "orphan"]
    because: TextOut


class SaidOut(_Form):
    by: str
    answer: Any


class ConflictOut(_Form):
    question: str
    answers: list[SaidOut]
    taken: Any
    because: TextOut
    matters: bool


class TensionOut(_Form):
    id: str
    say: TextOut


class LikenessOut(_Form):
    question: str
    own: Any
    theirs: Any
    alike: Share
    weight: Share


class PlaceSourceOut(_Form):
    title: str
    seen: Literal["excerpt", "copy", "memory", "summary"]
    link: str | None


class NearOut(_Form):
    place: str
    name: TextOut
    country: str
    industry: TextOut
    period: str
    likeness: ScoreOut
    because: list[LikenessOut]
    followed: list[str]
    outcome: Literal["success", "partial", "mixed", "open", "none"]
    confidence: Literal["high", "medium", "low"]
    done: TextOut
    result: TextOut
    caution: TextOut
    sources: list[PlaceSourceOut]


class JudgementOut(_Form):
    industry: str
    answers: dict[str, Any]
    set_aside: list[str]
    missing: list[str]
    verdict: VerdictOut
    groups: list[GroupOut]
    ranking: list[MatchOut]
    robustness: dict[str, Any] | None
    tensions: list[TensionOut]
    places: list[NearOut]


class _AdviceOut(_Form):
    schema_: Annotated[Literal["zjtx.advice/1"], Field(alias="schema")]
    tool: ToolOut
    playbooks: PackOut
    city: str
    level: Literal["county", "prefecture", "province"]
    country: str
    as_of: str
    as_of_given: bool
    conflicts: list[ConflictOut]
    plan: list[PlannedOut]
    left_out: list[LeftOutOut]
    do_nothing: list[TextOut]


class OneTrade(_AdviceOut, JudgementOut):
    """The advice about one trade of a city."""


class SeveralTrades(_AdviceOut):
    """The advice about several trades of a city: one judgement each, one plan."""

    industry: None
    industries: Annotated[list[JudgementOut], Field(min_length=2)]


AdviceOut = OneTrade | SeveralTrades
