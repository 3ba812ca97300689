"""The forms of a pack that extends another one: everything may be left out but who it is."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import Form, Id, Month, TextForm, Words, left_out
from zjtx_cli.files.forms_evidence import ClaimForm, SourceForm
from zjtx_cli.files.forms_pack import GroupForm, LandForm, LineForm, PrimerForm, ProcedureRuleForm
from zjtx_cli.files.forms_playbook import NoteForm
from zjtx_cli.files.forms_questions import NamedForm, OfficeForm, QuestionForm, TensionForm


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
