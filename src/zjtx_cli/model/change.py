"""What two states of a pack have to do with each other: the lines that were edited, and the decisions that change."""

from typing import NamedTuple

from zjtx_cli.errors import Location
from zjtx_cli.text import Text

CHANGED, ADDED, REMOVED = "changed", "added", "removed"


class Edit(NamedTuple):
    """One thing that an author edited. `path` leads to it by keys and ids; `prose` cannot change a decision."""

    where: Location  # in the new pack; of what was removed, in the old one
    kind: str  # changed | added | removed
    path: tuple[str, ...]
    old: str
    new: str
    prose: bool


class Decision(NamedTuple):
    """What would be done on an advice: the verdict, the strength of each model, and the measures of the plan."""

    status: str
    first: str | None
    strengths: tuple[tuple[str, str], ...]  # (playbook, strength), by id
    planned: tuple[str, ...]  # playbook/measure


class CityChange(NamedTuple):
    """A city whose advice is another one. Each of the causes alone brings it about, or, `together`, only all of them."""

    city: str
    before: Decision
    after: Decision
    causes: tuple[Edit, ...]
    together: bool = False


class Skipped(NamedTuple):
    """A city that one of the packs cannot read, with its first reason."""

    city: str
    because: Text


class PackChange(NamedTuple):
    """All of it; `compared` counts the cities that both packs could judge."""

    edits: tuple[Edit, ...]
    compared: int
    changed: tuple[CityChange, ...]
    skipped: tuple[Skipped, ...]
