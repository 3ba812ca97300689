"""The case base: places that went such a way before, and how near they are to a city."""

from collections.abc import Mapping
from typing import NamedTuple

from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import State
from zjtx_cli.text import Text

OUTCOMES = ("success", "partial", "mixed", "open", "none")
"""How it went; `open`: still running or shown in part only; `none`: the place followed none of the models."""


class PlaceSource(NamedTuple):
    """`seen` is excerpt (of a linked page), copy (of another site's page), memory, or summary (of a case, without its source)."""

    title: str
    seen: str
    link: str


class Place(NamedTuple):
    """What one place was like before its policy (`answers`), what it did and what came of it."""

    id: str
    name: Text
    country: str
    level: str
    industry: Text
    period: str
    followed: tuple[str, ...]
    outcome: str
    confidence: str
    done: Text
    result: Text
    caution: Text
    sources: tuple[PlaceSource, ...]
    answers: Mapping[str, Answer]


class Likeness(NamedTuple):
    """One question that both can answer: how alike the answers are (0 to 1), and how much the question weighs."""

    question: str
    own: State
    theirs: State
    alike: float
    weight: float


class Near(NamedTuple):
    """How like a place is: 1 if every answer that matters is worth the same to every model, 0 if nothing is alike.

    What either side does not know may be alike or not: it widens `low` to `high` and shifts nothing.
    `likenesses` are the questions that both answer, those that count most first.
    """

    place: str
    low: float
    high: float
    likenesses: tuple[Likeness, ...]

    @property
    def likely(self) -> float:
        return round((self.low + self.high) / 2, 9)
