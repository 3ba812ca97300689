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
    considered: tuple[str, ...] = ()  # recommended or conditional
    barred: tuple[str, ...] = ()  # neither
    holds: tuple[str, ...] = ()  # playbook/part: a blocker, a precondition or a step
    fails: tuple[str, ...] = ()
    present: tuple[str, ...] = ()  # groups of firms
    absent: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()  # questions
    not_asked: tuple[str, ...] = ()
    tensions: tuple[str, ...] = ()
    no_tensions: tuple[str, ...] = ()


class Scenario(NamedTuple):
    """`serves` is the behaviour that a made-up city shows; a real city has none."""

    name: str
    case: Case
    expect: Expectation
    where: Location
    serves: str = ""

    @property
    def made_up(self) -> bool:
        return bool(self.serves)
