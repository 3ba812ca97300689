"""The forms of claims.yaml and instruments.yaml."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import (
    ApplyLevel,
    ClaimId,
    Form,
    Id,
    Month,
    Range,
    ResourceClass,
    TextForm,
    Words,
    left_out,
)


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
