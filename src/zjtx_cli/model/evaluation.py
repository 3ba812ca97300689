"""How often the advice agrees with what real cities did, and how much of that each part of the judgement earns."""

from typing import NamedTuple

from zjtx_cli.text import Text

NONE = "none"
"""The class of a city that followed no model, and the status of an advice to start none."""

BY_UNKNOWN, BY_CHANGE = "unknown", "changed"
"""What a perturbation does to answers: makes them unknown, or gives them another value."""

EQUAL_WEIGHTS, UNIFORM_WEIGHTS, NO_BLOCKERS, NO_GATES = "equal_weights", "uniform_weights", "no_blockers", "no_gates"
"""The ablations: what of a pack is taken away or made even."""

MAJORITY, NEAREST, RANDOM = "majority", "nearest", "random"
"""The baselines: what could be said without any judgement."""


class Share(NamedTuple):
    """`hits` of `of` (expected hits may be a fraction), with the ends of its 95 % interval where there is one."""

    hits: float
    of: int
    low: float | None = None
    high: float | None = None

    @property
    def share(self) -> float | None:
        return self.hits / self.of if self.of else None


class Difference(NamedTuple):
    """How much a question did for the first choice beyond what it did for the model that was followed (parts of fit)."""

    question: str
    amount: float


class Miss(NamedTuple):
    """Why the advice says something else than what was done.

    `wanted`: of the models followed the one that came nearest, None where none was followed. `because`: the wanted
    model's own reason where it cannot be chosen or nothing was advised. `through`: what speaks most for the first choice
    over the wanted model where its fit is higher; where no model was followed, over one to which every answer is worth
    a half.
    """

    wanted: str | None
    because: Text | None
    through: tuple[Difference, ...]


class CityResult(NamedTuple):
    """One scored city.

    `expected` are the models that were followed, or ("none",). `fit`, `known` and `lead` are those of the first choice,
    or of the top of the ranking where there is none; `lead` is over the best eligible model that is no companion of it.
    """

    name: str
    city: str
    expected: tuple[str, ...]
    first: str | None
    status: str
    strength: str | None
    fit: float
    known: float
    lead: float | None
    right: bool
    within_two: bool
    miss: Miss | None

    @property
    def firmly_wrong(self) -> bool:
        """Wrong, and said with all the weight there is: status and strength recommended."""
        return not self.right and self.status == self.strength == "recommended"


class Tally(NamedTuple):
    """Counts over some cities. right + wrong = all; undecided and none lie across both."""

    right: Share
    within_two: Share
    undecided: Share
    none: Share
    wrong: Share
    firmly_wrong: Share


class OfClass(NamedTuple):
    """The cities that followed one model (or none: NONE); one that followed several is counted under each."""

    name: str
    tally: Tally


class OfConfidence(NamedTuple):
    """The cities with one status, strength of the first choice, and `known` from `low` to under `high` (1 itself in the last)."""

    status: str
    strength: str | None
    low: float
    high: float
    right: Share


class OfWrong(NamedTuple):
    status: str
    strength: str | None
    cities: int


class Perturbed(NamedTuple):
    """Of the cities that are right, each tried many times with `answers` of its answers perturbed: how many stay right."""

    kind: str
    answers: int
    still_right: Share


class Ablation(NamedTuple):
    """The same cities without one part of the judgement; `lost` and `gained` are the cities that it makes wrong or right."""

    name: str
    tally: Tally
    lost: tuple[str, ...]
    gained: tuple[str, ...]


class Baseline(NamedTuple):
    name: str
    right: Share


class OfQuestion(NamedTuple):
    """One question in two codings: pairs that both reached, those that agree, those where both gave a value."""

    question: str
    pairs: int
    agree: int
    valued: int
    valued_agree: int


class Agreement(NamedTuple):
    """Two codings of the same cities. A pair is one question of one city that both coders reached.

    `kappa` is pooled over the questions: (observed - expected) / (1 - expected); None where it is not defined.
    """

    cities: tuple[str, ...]
    alone: tuple[str, ...]  # coded by one of the two only
    pairs: int
    reached_by_one: int
    agree: int
    observed: float | None
    expected: float | None
    kappa: float | None
    valued: int
    valued_agree: int
    questions: tuple[OfQuestion, ...]


class Evaluation(NamedTuple):
    cities: tuple[CityResult, ...]
    not_scored: tuple[str, ...]
    tally: Tally
    classes: tuple[OfClass, ...]
    confidence: tuple[OfConfidence, ...]
    wrong: tuple[OfWrong, ...]
    perturbed: tuple[Perturbed, ...]
    ablations: tuple[Ablation, ...]
    baselines: tuple[Baseline, ...]
    seed: int
    repeats: int
