"""The form of pack.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import ClaimId, ConditionForm, Form, Id, Month, ResourceClass, TextForm, Words, left_out
from zjtx_cli.files.forms_playbook import NoteForm
from zjtx_cli.files.forms_questions import NamedForm


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
