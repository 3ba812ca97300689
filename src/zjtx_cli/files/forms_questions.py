"""The form of questions.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import ConditionForm, Form, Id, Range, TextForm, left_out


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
