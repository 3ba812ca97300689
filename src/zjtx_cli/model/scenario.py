"""A real or made-up city with what the advice must be."""

from typing import NamedTuple

from zjtx_cli.errors import Location
from zjtx_cli.model.answers import Case


class Expectation(NamedTuple):
    """What the advice must be; what is not named is not tested."""

    status: str | None = None
    first: str | None = None
    among: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    blocked: tuple[str, ...] = ()
    strength: tuple[tuple[str, str], ...] = ()
    planned: tuple[str, ...] = ()
    not_planned: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()


class Scenario(NamedTuple):
    name: str
    case: Case
    expect: Expectation
    where: Location
