"""The form of each file of a pack, as pydantic models: the one place that says what an author may write.

The same models make the JSON Schemas that `zjtx schema` prints and editors read.
"""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag

Id = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]*$", max_length=60)]
ClaimId = Annotated[str, Field(pattern=r"^[A-Z][A-Za-z0-9-]*$", max_length=20)]
Month = Annotated[str, Field(pattern=r"^[0-9]{4}-(0[1-9]|1[0-2])$")]
Share = Annotated[float, Field(ge=0, le=1)]
Words = Annotated[str, Field(min_length=1)]
Level = Literal["county", "prefecture", "province", "state"]
Range = Annotated[tuple[float, float], Field(strict=False)]
Point = Annotated[tuple[float, Share], Field(strict=False)]
ApplyLevel = Literal["county", "prefecture", "province"]
ResourceClass = Literal["light", "medium", "heavy"]


def left_out() -> Any:
    """A key that may be left out, but not be left empty: `when:` with nothing behind it is a slip, not “always”."""
    return Field(default=None, json_schema_extra=_without_default)


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)  # null, which may not be written


class Form(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class OfficialForm(Form):
    """The wording of formal papers; English may be left out where it is the same."""

    zh: Words
    en: Words = left_out()


class TextForm(Form):
    """A text in both languages; `official` is the wording for formal papers, where it must differ."""

    zh: Words
    en: Words
    official: OfficialForm = left_out()


# conditions


class IsForm(Form):
    question: Id
    is_: Annotated[list[Id], Field(alias="is", min_length=1)]


class AtLeastForm(Form):
    question: Id
    at_least: float


class AtMostForm(Form):
    question: Id
    at_most: float


class AboveForm(Form):
    question: Id
    above: float


class BelowForm(Form):
    question: Id
    below: float


class AllForm(Form):
    all: Annotated[list["ConditionForm"], Field(min_length=1)]


class AnyForm(Form):
    any: Annotated[list["ConditionForm"], Field(min_length=1)]


class NotForm(Form):
    not_: Annotated["ConditionForm", Field(alias="not")]


CONDITION_KEYS = ("is", "at_least", "at_most", "above", "below", "all", "any", "not")


def _kind_of_condition(value: Any) -> str:
    if isinstance(value, dict):
        return next((key for key in CONDITION_KEYS if key in value), "is")
    return "is"


ConditionForm = Annotated[
    Annotated[IsForm, Tag("is")]
    | Annotated[AtLeastForm, Tag("at_least")]
    | Annotated[AtMostForm, Tag("at_most")]
    | Annotated[AboveForm, Tag("above")]
    | Annotated[BelowForm, Tag("below")]
    | Annotated[AllForm, Tag("all")]
    | Annotated[AnyForm, Tag("any")]
    | Annotated[NotForm, Tag("not")],
    Discriminator(_kind_of_condition),
]


# questions.yaml


class NamedForm(Form):
    id: Id
    title: TextForm
    what: TextForm = left_out()


class OfficeForm(Form):
    id: Id
    name: TextForm


class OptionForm(Form):
    id: Id
    label: TextForm
    hint: TextForm = left_out()
    exclusive: bool = False


class DelicateForm(Form):
    """People answer this too well: in which direction (first or last option, high or low number), and why."""

    better: Literal["first", "last", "high", "low"]
    why: TextForm
    step: Annotated[float, Field(gt=0)] = 1.0


class QuestionForm(Form):
    id: Id
    section: Id
    name: TextForm
    text: TextForm
    why: TextForm
    office: Id
    where: TextForm
    nature: Literal["given", "slow", "policy"]
    kind: Literal["one", "several", "number"]
    options: list[OptionForm] = []
    help: TextForm = left_out()
    unit: TextForm = left_out()
    range: Range = left_out()
    typical: float = left_out()
    whole: bool = False
    ask_if: ConditionForm = left_out()
    may_not_apply: bool = False
    proxy: TextForm = left_out()
    delicate: DelicateForm = left_out()
    renamed_from: list[Id] = []


class TensionForm(Form):
    id: Id
    when: ConditionForm
    say: TextForm


class QuestionsFile(Form):
    """questions.yaml: every question, its options, where the figure is found, and its branch."""

    schema_version: Literal[1]
    sections: Annotated[list[NamedForm], Field(min_length=1)]
    offices: Annotated[list[OfficeForm], Field(min_length=1)]
    questions: Annotated[list[QuestionForm], Field(min_length=1)]
    tensions: list[TensionForm] = []


# claims.yaml


class FigureForm(Form):
    value: float
    unit: TextForm
    of: TextForm
    year: int | None = None


class ClaimForm(Form):
    id: ClaimId
    text: TextForm
    status: Literal["confirmed", "memory", "ambiguous", "outdated", "contradicted", "not_found", "judgement"]
    design: Literal["compared", "case", "rule", "statement"]
    checked: TextForm = left_out()
    figures: list[FigureForm] = []
    place: Id | None = None
    in_article: bool = False
    sources: list[ClaimId] = []


class SourceForm(Form):
    id: ClaimId
    by: TextForm
    title: Words
    date: Words
    seen: Literal["original", "quoted"]
    number: str | None = None
    link: Annotated[str, Field(pattern=r"^https?://")] | None = None


class ClaimsFile(Form):
    """claims.yaml: what is said, by whom, and what checking showed."""

    schema_version: Literal[1]
    claims: list[ClaimForm]
    sources: list[SourceForm] = []


# instruments.yaml


class BasisForm(Form):
    title: Words
    issuer: str | None = None
    number: str | None = None
    date: str | None = None
    verified: bool = False


class InstrumentForm(Form):
    id: Id
    title: TextForm
    what: TextForm
    basis: list[BasisForm]
    from_: Annotated[Month | None, Field(alias="from")] = None
    until: Month | None = None
    note: TextForm = left_out()
    apply: list[ApplyLevel]
    applicants: TextForm
    lead: Id
    months: Range
    cost: ResourceClass
    pitfall: TextForm
    verified: Literal["verified", "partly", "memory"]
    sources: list[ClaimId] = []


class InstrumentsFile(Form):
    """instruments.yaml: policy instruments with legal basis, period in force and who may apply."""

    schema_version: Literal[1]
    instruments: list[InstrumentForm]


# <playbook>.yaml


class WorthForm(Form):
    value: Share
    because: TextForm


class CriterionForm(Form):
    question: Id
    weight: Annotated[float, Field(gt=0)]
    reason: TextForm
    values: dict[str, WorthForm] = {}
    points: list[Point] = []
    because: TextForm = left_out()
    combine: Literal["max", "mean"] = "max"
    otherwise: WorthForm = left_out()
    claims: list[ClaimId] = []


class PreconditionForm(Form):
    id: Id
    text: TextForm
    holds_if: ConditionForm
    necessary: bool
    buildable_by: list[ApplyLevel] = []
    build: TextForm = left_out()
    claims: list[ClaimId] = []


class BlockerForm(Form):
    id: Id
    when: ConditionForm
    because: TextForm
    instead: TextForm
    claims: list[ClaimId] = []


class StepForm(Form):
    id: Id
    text: TextForm
    holds_if: ConditionForm
    necessary: bool
    evidence: Literal["A", "B", "C", "D"]
    if_fails: TextForm
    claims: Annotated[list[ClaimId], Field(min_length=1)]


class ResourceForm(Form):
    class_: Annotated[ResourceClass, Field(alias="class")]
    range: Range
    note: TextForm = left_out()


class KpiForm(Form):
    text: TextForm
    benchmark: TextForm = left_out()
    claims: list[ClaimId] = []


class MeasureForm(Form):
    id: Id
    title: TextForm
    when: ConditionForm = left_out()
    phase: Id
    first_hundred: bool = False
    steps: Annotated[list[TextForm], Field(min_length=1)]
    lead: Id
    partners: list[Id] = []
    leader_led: bool = False
    new_land: bool = False
    authority: Level
    ask_above: TextForm = left_out()
    resource: ResourceForm
    procedures: list[Id] = []
    instruments: list[Id] = []
    kpis: Annotated[list[KpiForm], Field(min_length=1)]
    risks: Annotated[list[TextForm], Field(min_length=1)]
    stop: TextForm = left_out()
    after: list[Id] = []
    excludes: list[str] = []
    merge: Id = left_out()
    claims: list[ClaimId] = []
    basis: Literal["claims", "judgement"] = "claims"


class NoteForm(Form):
    text: TextForm
    claims: list[ClaimId] = []


class FailureForm(Form):
    place: TextForm
    what: TextForm
    lesson: TextForm
    claims: list[ClaimId] = []


class StopRuleForm(Form):
    months: Annotated[int, Field(gt=0)]
    if_: Annotated[TextForm, Field(alias="if")]
    then: TextForm


class CombinationForm(Form):
    with_: Annotated[Id, Field(alias="with")]
    relation: Literal["relay", "split", "companion", "complement", "competes"]
    rule: TextForm


class LeverForm(Form):
    text: TextForm
    level: Level
    claims: list[ClaimId] = []


class PlaybookFile(Form):
    """One playbook: what a case teaches, in a form that can be judged against a city. The file's name is its id."""

    schema_version: Literal[1]
    id: Id
    group: Id
    title: TextForm
    case: TextForm
    summary: TextForm
    problem: TextForm
    lever: LeverForm = left_out()
    background: list[NoteForm] = []
    criteria: Annotated[list[CriterionForm], Field(min_length=1)]
    preconditions: list[PreconditionForm] = []
    blockers: list[BlockerForm] = []
    mechanism: list[StepForm] = []
    measures: list[MeasureForm] = []
    stop_rules: list[StopRuleForm] = []
    failed_where: list[FailureForm] = []
    since: list[NoteForm] = []
    if_nothing: TextForm
    combines: list[CombinationForm] = []


# pack.yaml


class GroupForm(Form):
    id: Id
    title: TextForm
    pain: TextForm
    present_if: ConditionForm
    size: Id


class LineForm(Form):
    """A threshold and why it lies there."""

    value: float
    because: TextForm


class ThresholdsForm(Form):
    conditional_from: LineForm
    recommended_from: LineForm
    recommended_known: LineForm
    verdict_known: LineForm
    lead: LineForm
    weight_cap: LineForm
    no_heavy_below: LineForm
    one_heavy_below: LineForm
    leader_led_at_most: LineForm
    office_leads_at_most: LineForm = left_out()


class LandForm(Form):
    """When there is land for one project that needs new land, and when for several."""

    enough: ConditionForm
    ample: ConditionForm


class PrimerForm(Form):
    id: Id
    title: TextForm
    text: TextForm
    claims: list[ClaimId] = []


class ProcedureRuleForm(Form):
    """Which measures call for a procedure: by the class of their resource, or by words of their Chinese title and steps."""

    id: Id
    what: TextForm
    classes: list[ResourceClass] = []
    words: list[Words] = []
    any_of: Annotated[list[Id], Field(min_length=1)]


class PackFile(Form):
    """pack.yaml: the manifest of a pack, and the lines that its judgement draws."""

    schema_version: Literal[1]
    name: Id
    version: Words
    as_of: Month
    title: TextForm
    thresholds: ThresholdsForm
    fiscal_question: Id
    land: LandForm = left_out()
    groups: Annotated[list[GroupForm], Field(min_length=1)]
    phases: Annotated[list[NamedForm], Field(min_length=1)]
    procedures: list[NamedForm] = []
    procedure_rules: list[ProcedureRuleForm] = []
    primer: list[PrimerForm] = []
    cautions: list[NoteForm] = []
    doing_nothing: TextForm


# the files of a pack that extends another one: everything may be left out but who it is


class ChangedLinesForm(Form):
    conditional_from: LineForm = left_out()
    recommended_from: LineForm = left_out()
    recommended_known: LineForm = left_out()
    verdict_known: LineForm = left_out()
    lead: LineForm = left_out()
    weight_cap: LineForm = left_out()
    no_heavy_below: LineForm = left_out()
    one_heavy_below: LineForm = left_out()
    leader_led_at_most: LineForm = left_out()
    office_leads_at_most: LineForm = left_out()


class OverlayFile(Form):
    """pack.yaml of a pack that adds to the built-in one. What it replaces it names in `replaces`, as LIST/ID."""

    schema_version: Literal[1]
    name: Id
    version: Words
    extends: Id
    replaces: list[Annotated[str, Field(pattern=r"^[a-z_]+/[A-Za-z0-9_-]+$")]] = []
    as_of: Month = left_out()
    title: TextForm = left_out()
    thresholds: ChangedLinesForm = left_out()
    fiscal_question: Id = left_out()
    land: LandForm = left_out()
    groups: list[GroupForm] = []
    phases: list[NamedForm] = []
    procedures: list[NamedForm] = []
    procedure_rules: list[ProcedureRuleForm] = []
    primer: list[PrimerForm] = []
    cautions: list[NoteForm] = []
    doing_nothing: TextForm = left_out()


class OverlayQuestionsFile(Form):
    schema_version: Literal[1]
    sections: list[NamedForm] = []
    offices: list[OfficeForm] = []
    questions: list[QuestionForm] = []
    tensions: list[TensionForm] = []


class OverlayClaimsFile(Form):
    schema_version: Literal[1]
    claims: list[ClaimForm] = []
    sources: list[SourceForm] = []


OVERLAYS: dict[str, type[Form]] = {
    "pack": OverlayFile,
    "questions": OverlayQuestionsFile,
    "claims": OverlayClaimsFile,
    "instruments": InstrumentsFile,
}


# answers files and scenarios

Scalar = str | int | float
AnswerValue = Scalar | list[Scalar]


class AnswerForm(Form):
    """An answer with where it comes from."""

    value: AnswerValue
    source: str | None = None
    year: str | int | None = None
    scope: str | None = None
    sure: bool = True
    withheld: bool = False


class AnswersFile(Form):
    """Answers about one trade of one city. Values: an option id, a list of them, a number, unknown, withheld or n/a."""

    city: Words
    level: ApplyLevel = "county"
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = "CN"
    industry: str = ""
    as_of: Month | None = None
    office: Id | None = None
    answers: dict[str, AnswerValue | AnswerForm]


class ExpectForm(Form):
    """What the advice must be; only what is named is tested."""

    status: Literal["recommended", "undecided", "none"] | None = None
    first: Id | None = None
    among: list[Id] = []
    never: list[Id] = []
    blocked: list[Id] = []
    strength: dict[Id, Literal["recommended", "conditional", "not_recommended", "blocked"]] = {}
    planned: list[str] = []
    not_planned: list[str] = []
    left_out: list[str] = []
    considered: list[Id] = []
    barred: list[Id] = []
    holds: list[str] = []
    fails: list[str] = []
    present: list[Id] = []
    absent: list[Id] = []
    asked: list[Id] = []
    not_asked: list[Id] = []
    tensions: list[Id] = []
    no_tensions: list[Id] = []


class PlaceSourceForm(Form):
    title: Words
    seen: Literal["excerpt", "copy", "memory", "summary"]
    link: Annotated[str, Field(pattern=r"^https?://")] = left_out()


class PlaceForm(Form):
    """What a place did and what came of it: with it, a scenario belongs to the case base."""

    name: TextForm
    industry: TextForm
    period: Words
    followed: list[Id]
    outcome: Literal["success", "partial", "mixed", "open", "none"]
    confidence: Literal["high", "medium", "low"]
    done: TextForm
    result: TextForm
    caution: TextForm
    sources: Annotated[list[PlaceSourceForm], Field(min_length=1)]


class ScenarioFile(AnswersFile):
    """An answers file with what the advice must be beside it."""

    expect: ExpectForm
    about: TextForm = left_out()
    original_of: Id = left_out()
    place: PlaceForm = left_out()


class CaseForm(Form):
    """A made-up city: the base with some answers changed. `serves` names the one behaviour that it shows."""

    name: Annotated[str, Field(min_length=1, pattern=r"^[^\n]+$")]
    serves: Annotated[str, Field(pattern=r"^[a-z]+(:[^\n]+)?$")]
    base: Id | None = None
    level: ApplyLevel | None = None
    set: dict[str, AnswerValue | AnswerForm] = {}
    expect: ExpectForm = left_out()


class CasesFile(Form):
    """Made-up cities, each for one behaviour: a base, and cases that change what the behaviour is about."""

    about: TextForm
    playbook: Id = left_out()
    level: ApplyLevel = "county"
    base: dict[str, AnswerValue | AnswerForm] = {}
    cases: Annotated[list[CaseForm], Field(min_length=1)]


class SurvivorForm(Form):
    mutant: Words
    because: TextForm


class SurvivorsFile(Form):
    """coverage/survivors.yaml: the mutants that no scenario needs to notice, each with the reason."""

    survivors: list[SurvivorForm]


FILES: dict[str, type[Form]] = {
    "pack": PackFile,
    "overlay": OverlayFile,
    "questions": QuestionsFile,
    "playbook": PlaybookFile,
    "claims": ClaimsFile,
    "instruments": InstrumentsFile,
    "answers": AnswersFile,
    "scenario": ScenarioFile,
    "cases": CasesFile,
    "survivors": SurvivorsFile,
}
