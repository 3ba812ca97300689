"""The forms of the JSON that authors' commands write, for `zjtx schema` and for tests."""

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from zjtx_cli.report.advice_form import Strength, TextOut


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


AUTHORS: dict[str, Any] = {"diff": DiffOut}
"""By the name of the schema."""
