"""The forms of the JSON that authors' commands write, for `zjtx schema` and for tests."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from zjtx_cli.report.advice_form import Sha256, Strength, TextOut


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PlaceOut(_Form):
    file: str
    line: int
    column: int


class EditOut(PlaceOut):
    """An edited line; `path` leads to what was edited, by keys and ids."""

    kind: Literal["changed", "added", "removed"]
    path: list[str]
    old: str
    new: str
    prose: bool


class DecisionOut(_Form):
    status: Literal["recommended", "undecided", "none"]
    first: str | None
    strengths: dict[str, Strength]
    planned: list[str]


class CityChangeOut(_Form):
    city: str
    before: DecisionOut
    after: DecisionOut
    causes: list[EditOut]
    together: bool


class SkippedOut(_Form):
    city: str
    because: TextOut


class PackNamed(_Form):
    name: str
    version: str


class DiffOut(_Form):
    """Which cities' advice changes between two packs, and which edited lines did it."""

    schema_: Literal["zjtx.diff/1"]
    old: PackNamed
    new: PackNamed
    edits: list[EditOut]
    compared: int
    changed: list[CityChangeOut]
    skipped: list[SkippedOut]

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


class OutcomeOut(_Form):
    scenario: str
    passed: bool
    status: Literal["recommended", "undecided", "none"]
    first: str | None
    made_up: bool
    serves: str | None
    file: str
    line: int
    failures: list[TextOut]
    findings: list[TextOut]


class UnitOut(PlaceOut):
    kind: Literal["option", "criterion", "condition", "blocker", "measure"]
    name: str
    way: TextOut
    real: bool
    made_up: bool


class CoverageOut(_Form):
    share: float
    units: list[UnitOut]


class MutantOut(PlaceOut):
    id: str
    kind: Literal["dropped", "flipped", "swapped", "moved"]
    what: TextOut
    real: bool
    made_up: bool
    accepted: TextOut | None


class WeightOut(PlaceOut):
    playbook: str
    question: str
    less: list[str]
    more: list[str]


class MutationOut(_Form):
    rate: float
    real_rate: float
    mutants: list[MutantOut]
    weights: list[WeightOut]
    stale: list[str]


class OutcomesOut(_Form):
    """What the scenarios say of a pack; coverage and mutation are null where they were not asked for."""

    schema_: Literal["zjtx.outcomes/1"]
    outcomes: list[OutcomeOut]
    coverage: CoverageOut | None
    mutation: MutationOut | None

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


class PackListedOut(PackNamed):
    sha256: Sha256


class PlaybookListedOut(_Form):
    id: str
    title: TextOut
    case: TextOut
    group: str
    measures: list[str]


class ListOut(_Form):
    """The playbooks of a pack."""

    schema_: Literal["zjtx.list/1"]
    pack: PackListedOut
    playbooks: list[PlaybookListedOut]

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


class TitledOut(_Form):
    id: str
    title: TextOut


class ChoiceOut(_Form):
    id: str
    label: TextOut
    hint: TextOut | None
    exclusive: bool


class AskedOut(_Form):
    """`range` and `whole` of a number, else null; `depends_on`: the questions that decide whether it is asked."""

    id: str
    section: str
    name: TextOut
    text: TextOut
    help: TextOut | None
    why: TextOut
    office: str
    where: TextOut
    nature: Literal["given", "slow", "policy"]
    kind: Literal["one", "several", "number"]
    options: list[ChoiceOut]
    unit: TextOut | None
    range: Annotated[list[float], Field(min_length=2, max_length=2)] | None
    whole: bool | None
    may_not_apply: bool
    depends_on: list[str]


class QuestionnaireOut(_Form):
    """What `zjtx questions` asks, for whoever makes a form of it."""

    schema_: Literal["zjtx.questionnaire/1"]
    pack: PackListedOut
    sections: list[TitledOut]
    offices: list[TitledOut]
    questions: list[AskedOut]

    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


AUTHORS: dict[str, Any] = {
    "diff": DiffOut,
    "list": ListOut,
    "outcomes": OutcomesOut,
    "questionnaire": QuestionnaireOut,
}
"""By the name of the schema."""
