"""What can be asked of a person, whatever the terminal: rows to choose from, or a line to write on."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Key(Enum):
    """What a person may want instead of answering."""

    BACK = "back"
    HELP = "help"
    NOTES = "notes"
    REVIEW = "review"


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to choose. A `mark` is not a value (not known, …) and stands apart; `letter` chooses it in plain mode."""

    id: str
    label: str
    hint: str = ""
    heading: str = ""  # stands above this row
    mark: bool = False
    alone: bool = False  # cannot be chosen beside others
    letter: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A line to write on. `otherwise` says what an empty line means; "" where it means nothing."""

    otherwise: str = ""
    figure: bool = False  # a number: spaces and ? are never part of it
    read_back: Callable[[str], str] = lambda _: ""  # what was understood so far


@dataclass(frozen=True, slots=True)
class Chosen:
    rows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A line as it was written; "" where Enter alone was pressed and means something."""

    text: str


Reply = Chosen | Written


@dataclass(frozen=True, slots=True)
class Prompt:
    """Rows, or a field and perhaps rows below it. `default` is what Enter alone chooses; empty: it chooses nothing.

    `refuse` gives the reason why a reply cannot be taken, or "".
    """

    rows: tuple[Row, ...] = ()
    field: Field | None = None
    several: bool = False
    default: tuple[str, ...] = ()
    keys: tuple[Key, ...] = ()
    refuse: Callable[[Reply], str] = lambda _: ""


class Tone(Enum):
    """How a paragraph is meant; plain mode says all of them alike."""

    SECTION = "section"  # a blank line stands before it,
    STEP = "step"  # and before this
    QUESTION = "question"
    ANSWER = "answer"
    NOTICE = "notice"
    ASIDE = "aside"


class Asker(Protocol):
    """A terminal to talk at. Ctrl-C raises KeyboardInterrupt; Ctrl-D and a lost terminal raise EOFError."""

    back_key: str
    """How the key that goes back is called."""

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        """A paragraph; lines of the text stay lines."""

    def ask(self, prompt: Prompt) -> Reply | Key:
        """A reply that `refuse` does not refuse, or one of the keys that the prompt offers."""

    def close(self) -> None:
        """Leave the terminal as it was."""
