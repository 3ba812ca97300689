"""What the forms of all files are made of: ids, texts, conditions."""

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
