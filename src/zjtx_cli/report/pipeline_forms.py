"""The forms of the JSON that pipelines read, for `zjtx schema` and for tests; the writers stand beside their commands."""

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from zjtx_cli.report.advice_form import AdviceOut, Sha256, Share, StableOut, Strength, TextOut, ToolOut

Status = Literal["recommended", "undecided", "none"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=lambda name: name.rstrip("_"))


class ProblemOut(_Form):
    """Where there is no file (wrong usage), file, line and column are null."""

    file: str | None
    line: Annotated[int, Field(ge=1)] | None
    column: Annotated[int, Field(ge=1)] | None
    rule: str
    severity: Literal["error", "warning"]
    message: TextOut


class ErrorOut(_Form):
    schema_: Literal["zjtx.error/1"]
    exit_code: Literal[2, 3, 4, 5, 70, 130]
    problems: Annotated[list[ProblemOut], Field(min_length=1)]


class ProblemsOut(_Form):
    """What `zjtx playbooks validate` found."""

    schema_: Literal["zjtx.problems/1"]
    problems: list[ProblemOut]


class FiguresOut(_Form):
    """A row of `zjtx batch`; `fits` and `known` by playbook. The last two only with --robustness."""

    file: str
    line: int
    city: str
    industry: str
    status: Status
    first: str | None
    strength: Strength | None
    fits: dict[str, Share]
    known: dict[str, Share]
    stable: StableOut | None = None
    switch_points: list[dict[str, Any]] | None = None


class WrongRowOut(_Form):
    """A row of `zjtx batch` that could not be scored."""

    file: str
    line: int
    city: str | None = None
    industry: str | None = None
    problems: Annotated[list[ProblemOut], Field(min_length=1)]


class ThenNow(_Form):
    path: str
    then: Any
    now: Any


class PackAt(_Form):
    version: str
    sha256: Sha256


class FilesOut(_Form):
    changed: list[str]
    added: list[str]
    removed: list[str]


class PacksOut(_Form):
    then: PackAt
    now: PackAt
    files: FilesOut | None


class ToolsOut(_Form):
    then: ToolOut
    now: ToolOut


class VerificationOut(_Form):
    schema_: Literal["zjtx.verification/1"]
    holds: bool
    tool: ToolsOut
    playbooks: PacksOut
    differences: list[ThenNow]


class AnswerMoved(_Form):
    question: str
    before: Any
    after: Any


class WordMoved(_Form):
    before: str | None
    after: str | None


class FitMoved(_Form):
    before: Share
    after: Share


class TruthMoved(_Form):
    before: bool
    after: bool


class ChangedOut(_Form):
    industry: str
    answers: list[AnswerMoved]
    status: WordMoved
    first: WordMoved


class ThroughOut(_Form):
    question: str
    change: float


class MovedOut(_Form):
    playbook: str
    fit: FitMoved
    strength: WordMoved
    eligible: TruthMoved
    through: list[ThroughOut]


class PlanMoved(_Form):
    added: list[str]
    removed: list[str]


class WhatIfOut(_Form):
    schema_: Literal["zjtx.whatif/1"]
    changed: list[ChangedOut]
    moved: list[MovedOut]
    plan: PlanMoved
    before: AdviceOut
    after: AdviceOut


PIPELINE: dict[str, Any] = {
    "error": ErrorOut,
    "problems": ProblemsOut,
    "row": FiguresOut | WrongRowOut,
    "verification": VerificationOut,
    "whatif": WhatIfOut,
}
"""By the name of the schema."""
