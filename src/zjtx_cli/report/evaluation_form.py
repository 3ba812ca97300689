"""The form of the JSON evaluation, for `zjtx schema evaluation` and for tests; `evaluation_json` writes what this describes."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from zjtx_cli.report.advice_form import Sha256, Share, Strength, TextOut, ToolOut

Count = Annotated[int, Field(ge=0)]
Status = Literal["recommended", "undecided", "none"]


class _Form(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PackAtOut(_Form):
    name: str
    version: str
    sha256: Sha256


class ShareOut(_Form):
    """`count` of `of`; without cases the share is null, and the interval (Wilson, 95 %) where it is not defined."""

    count: Annotated[float, Field(ge=0)]
    of: Count
    share: Share | None
    interval: Annotated[list[Share], Field(min_length=2, max_length=2)] | None


class TallyOut(_Form):
    right: ShareOut
    within_two: ShareOut
    undecided: ShareOut
    none: ShareOut
    wrong: ShareOut
    firmly_wrong: ShareOut


class ClassOut(TallyOut):
    class_: Annotated[str, Field(alias="class")]


class SpanOut(_Form):
    from_: Annotated[Share, Field(alias="from")]
    to: Share


class ConfidenceOut(_Form):
    status: Status
    strength: Strength | None
    known: SpanOut
    right: ShareOut


class WrongOut(_Form):
    status: Status
    strength: Strength | None
    cities: Count


class CurveOut(_Form):
    kind: str
    answers: Count
    still_right: ShareOut


class PerturbationOut(_Form):
    seed: int
    repeats: Count
    curves: list[CurveOut]


class AblationOut(TallyOut):
    ablation: str
    definition: TextOut
    lost: list[str]
    gained: list[str]


class BaselineOut(_Form):
    baseline: str
    definition: TextOut
    right: ShareOut


class PartOut(_Form):
    question: str
    amount: float


class MissOut(_Form):
    wanted: str
    because: TextOut
    through: list[PartOut]


class CityOut(_Form):
    name: str
    city: str
    expected: list[str]
    first: str | None
    status: Status
    strength: Strength | None
    fit: Share
    known: Share
    lead: float | None
    right: bool
    within_two: bool
    firmly_wrong: bool
    miss: MissOut | None


class ValuesOut(_Form):
    pairs: Count
    agree: Count


class AskedOut(_Form):
    question: str
    pairs: Count
    agree: Count
    both_gave_a_value: ValuesOut


class CodersOut(_Form):
    definition: TextOut
    cities: list[str]
    alone: list[str]
    pairs: Count
    reached_by_one: Count
    agree: Count
    observed: Share | None
    expected: Share | None
    kappa: float | None
    both_gave_a_value: ValuesOut
    questions: list[AskedOut]


class EvaluationOut(TallyOut):
    """How often the advice agrees with what cities really did; `coders` is null where no codings were compared."""

    schema_: Annotated[Literal["zjtx.evaluation/1"], Field(alias="schema")]
    tool: ToolOut
    playbooks: PackAtOut
    caution: TextOut
    scored: Count
    not_scored: list[str]
    classes: list[ClassOut]
    confidence: list[ConfidenceOut]
    wrong_by_strength: list[WrongOut]
    perturbation: PerturbationOut
    ablations: list[AblationOut]
    baselines: list[BaselineOut]
    cities: list[CityOut]
    coders: CodersOut | None
