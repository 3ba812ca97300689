"""What the authors' bench finds: what no scenario exercises, which mutants of the pack no scenario notices."""

from typing import NamedTuple

from zjtx_cli.errors import Location
from zjtx_cli.text import Text

OPTION, CRITERION, CONDITION, BLOCKER, MEASURE = "option", "criterion", "condition", "blocker", "measure"

DROPPED, FLIPPED, SWAPPED, MOVED = "dropped", "flipped", "swapped", "moved"


class Unit(NamedTuple):
    """One thing that a scenario can exercise, in one way."""

    kind: str  # option | criterion | condition | blocker | measure
    name: str
    way: Text
    where: Location
    real: bool  # some real city exercises it
    made_up: bool  # some made-up city does

    @property
    def exercised(self) -> bool:
        return self.real or self.made_up


class Coverage(NamedTuple):
    units: tuple[Unit, ...]

    @property
    def share(self) -> float:
        return sum(one.exercised for one in self.units) / len(self.units) if self.units else 1.0


class Accepted(NamedTuple):
    """What the authors say of a mutant that may survive, and where they say it."""

    because: Text
    where: Location


class Mutated(NamedTuple):
    """A mutant of the pack, and whether scenarios notice it: `real` cities, `made_up` ones."""

    id: str
    kind: str  # dropped | flipped | swapped | moved
    what: Text
    where: Location
    real: bool
    made_up: bool
    accepted: Text | None = None  # why it may survive, as the authors say

    @property
    def killed(self) -> bool:
        return self.real or self.made_up


class Weight(NamedTuple):
    """A weight of a model, and the cities whose outcome is another one if it is a fifth less or more."""

    playbook: str
    question: str
    where: Location
    less: tuple[str, ...]
    more: tuple[str, ...]


class Mutation(NamedTuple):
    mutants: tuple[Mutated, ...]
    weights: tuple[Weight, ...]
    stale: tuple[tuple[str, Location], ...] = ()  # accepted survivors that are killed now, or are no mutants any more

    @property
    def unexplained(self) -> tuple[Mutated, ...]:
        """The survivors for which nobody gave a reason."""
        return tuple(one for one in self.mutants if not one.killed and one.accepted is None)

    @property
    def rate(self) -> float:
        return sum(one.killed for one in self.mutants) / len(self.mutants) if self.mutants else 1.0

    @property
    def real_rate(self) -> float:
        return sum(one.real for one in self.mutants) / len(self.mutants) if self.mutants else 1.0
