"""The questions an official is asked."""

from typing import NamedTuple

from zjtx_cli.model.condition import Condition
from zjtx_cli.text import Text


class Option(NamedTuple):
    id: str
    label: Text
    hint: Text | None = None
    exclusive: bool = False  # "none of these": cannot be chosen beside others


class Delicate(NamedTuple):
    """People answer this too well. `better` tells in which direction: first | last option, high | low number."""

    better: str
    why: Text
    step: float = 1.0  # how far one step is, for a number


class Question(NamedTuple):
    """One question; a number has `unit`, `low`, `high`, `typical`, and is whole if `whole`."""

    id: str
    section: str
    name: Text  # short, for tables and reasons
    text: Text
    why: Text
    office: str
    where: Text
    nature: str  # given | slow | policy
    kind: str  # one | several | number
    options: tuple[Option, ...] = ()
    help: Text | None = None
    unit: Text | None = None
    low: float = 0.0
    high: float = 0.0
    typical: float | None = None
    whole: bool = False
    ask_if: Condition | None = None
    may_not_apply: bool = False
    proxy: Text | None = None
    delicate: Delicate | None = None
    renamed_from: tuple[str, ...] = ()

    def option(self, option_id: str) -> Option:
        return next(option for option in self.options if option.id == option_id)


class Named(NamedTuple):
    """A thing of the pack that has an id and a name: a section, an office, a phase, a procedure."""

    id: str
    title: Text
    what: Text | None = None


class Tension(NamedTuple):
    """Answers that do not go together, and how to say so kindly; it never blocks."""

    id: str
    when: Condition
    say: Text
