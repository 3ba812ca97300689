"""How sure an advice is: what would change it, how far it could move, and how often each model would come first."""

from collections.abc import Mapping
from typing import NamedTuple

from zjtx_cli.model.answers import Mark, Value

FIRST, STRENGTH, STATUS = "first", "strength", "status"
"""What a change does, the gravest first: another first choice, another strength of it, another status of the verdict."""

BRINGS_FIRST, FREES = "first", "free"
"""What a counterfactual does for a model: it would come first, or nothing would bar it any more."""

LIMIT_RANKS, LIMIT_DRAWS, LIMIT_CHANGES = "ranks", "draws", "counterfactuals"
"""Where a stated limit was hit: ranks are outer bounds, fewer draws were taken, not every set of changes was tried."""


class Outcome(NamedTuple):
    """What a reader would act on: the verdict's status, its first choice and the strength of that."""

    status: str
    first: str | None
    strength: str | None

    def differs(self, other: "Outcome") -> str | None:
        """The gravest difference (FIRST, STRENGTH or STATUS), or None where the two are the same."""
        if self.first != other.first:
            return FIRST
        if self.strength != other.strength:
            return STRENGTH
        return STATUS if self.status != other.status else None


class Rank(NamedTuple):
    """Place 1 is the best. Where `exact` is False a limit was hit: at best `best`, at worst `worst`."""

    best: int
    worst: int
    exact: bool


class Stable(NamedTuple):
    """`weights`: no factor of ½ to 2 on one weight changes the first choice. `answers`: no single unknown answer does."""

    weights: bool
    answers: bool


class AnswerChange(NamedTuple):
    """An answer that would be another one; `now` is None where it is not known yet."""

    question: str
    now: Value | Mark | None
    then: Value | Mark


class WeightSwitch(NamedTuple):
    """The factor nearest to 1 on one weight of one model from which on the outcome is another one."""

    playbook: str
    question: str
    factor: float
    changes: str
    after: Outcome


class AnswerSwitch(NamedTuple):
    """A known answer that would change the outcome if it were another one; a figure is the nearest that does."""

    change: AnswerChange
    changes: str
    after: Outcome


class DecisiveUnknown(NamedTuple):
    """An answer that is not known, and what it could do.

    `swing` is the largest change, up or down, of the lead (likely fit of the model that is first now, less that of the
    runner-up) over all values of the answer, the other open ones staying open. `changes` is the gravest change of the
    outcome that some value brings, and `turning` are the values that bring one; of a figure, those of its turning points.
    """

    question: str
    swing: float
    changes: str | None
    turning: tuple[tuple[Value | Mark, Outcome], ...]


class Counterfactual(NamedTuple):
    """The fewest answers that would have to be others for `playbook` to come first, or to be free of what bars it.

    `nature` is that of the hardest of them: policy (the city decides), slow, or given (nobody can change it).
    No fewer answers of that nature or of an easier one would do. `lifts`: the model itself gains by it; else only those
    before it lose, which is nothing to aim at.
    """

    kind: str
    playbook: str
    nature: str
    lifts: bool
    changes: tuple[AnswerChange, ...]
    after: Outcome


class Conservative(NamedTuple):
    """保守口径: every delicate and every unsure answer one step worse at once.

    `breakers` are those among them that change the outcome by themselves.
    """

    changes: tuple[AnswerChange, ...]
    after: Outcome
    stands: bool
    breakers: tuple[str, ...]


class Acceptability(NamedTuple):
    """Over random weights and open answers: by model the share of draws in which it is 1st, 2nd, … (SMAA-2).

    A model has no place in a draw in which it is not eligible. `none_share`: no eligible model can be considered.
    `half_width` is that of the 95 % interval of a share of one half, the widest there is.
    """

    shares: tuple[tuple[float, ...], ...]
    none_share: float
    half_width: float
    draws: int


class Robustness(NamedTuple):
    """All of it for one judged trade; ranks and shares by playbook, `ranks` None for one that is not eligible."""

    stable: Stable
    ranks: Mapping[str, Rank | None]
    shares: Mapping[str, tuple[float, ...]]
    none_share: float
    half_width: float
    draws: int
    switch_points: tuple[WeightSwitch | AnswerSwitch, ...]
    decisive_unknowns: tuple[DecisiveUnknown, ...]
    counterfactuals: tuple[Counterfactual, ...]
    conservative: Conservative
    limits: tuple[str, ...] = ()
    depth: int = 2  # so many answers at most were changed together for a counterfactual
