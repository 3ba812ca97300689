"""The form of a playbook."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import (
    ApplyLevel,
    ClaimId,
    ConditionForm,
    Form,
    Id,
    Level,
    Point,
    Range,
    ResourceClass,
    Share,
    TextForm,
    left_out,
)


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
