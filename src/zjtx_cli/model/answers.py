"""What an official said about one trade of one city."""

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import NamedTuple


class Mark(Enum):
    """An answer that is not a value."""

    UNKNOWN = "unknown"  # asked, not known
    WITHHELD = "withheld"  # known, but not to be written down
    NOT_APPLICABLE = "n/a"  # the question does not apply here


Value = str | frozenset[str] | float
"""One option id, several option ids, or a number in the question's unit."""


class Answer(NamedTuple):
    """A value or a mark, with where it comes from; `sure` is False for a guess."""

    value: Value | Mark
    source: str = ""
    year: str = ""
    scope: str = ""  # 口径: what the figure covers
    sure: bool = True


UNKNOWN = Answer(Mark.UNKNOWN)
WITHHELD = Answer(Mark.WITHHELD)
NOT_APPLICABLE = Answer(Mark.NOT_APPLICABLE)


class Case(NamedTuple):
    """One answers file: a city, the trade its answers are about, and the answers by question id."""

    city: str
    industry: str = ""
    level: str = "county"  # county | prefecture | province
    country: str = "CN"
    as_of: str | None = None  # YYYY-MM; None: the pack's own date is used, and the advice says so
    office: str | None = None
    answers: Mapping[str, Answer] = MappingProxyType({})
    name: str = ""  # the file it was read from, for messages

    def with_answer(self, question: str, answer: Answer) -> "Case":
        return self._replace(answers={**self.answers, question: answer})
