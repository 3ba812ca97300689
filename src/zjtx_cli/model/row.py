"""Many cities at once: one answers file with only what scoring needs, and the figures that come of it."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from zjtx_cli.model.condition import State


class Row(NamedTuple):
    """A case without where its answers come from. An answered question has a state; None: unknown or withheld."""

    city: str
    industry: str = ""
    level: str = "county"
    states: Mapping[str, State] = MappingProxyType({})


class RowFigures(NamedTuple):
    """The verdict, its first choice and the strength of that; likely fit and known share, playbooks in order of their ids."""

    status: str
    first: str | None
    strength: str | None
    fits: tuple[float, ...]
    known: tuple[float, ...]
