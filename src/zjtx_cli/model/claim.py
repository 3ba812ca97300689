"""Evidence and instruments: what is said, by whom, and what checking showed."""

from typing import NamedTuple

from zjtx_cli.text import Text


class Source(NamedTuple):
    """Who said it; `seen` is original (the publisher's own page) or quoted (转引待核)."""

    id: str
    by: Text
    title: str
    date: str
    seen: str
    number: str = ""
    link: str = ""


class Figure(NamedTuple):
    value: float
    unit: Text
    of: Text
    year: int | None = None


class Claim(NamedTuple):
    """A claim with its checked status: confirmed, memory, ambiguous, outdated, contradicted, not_found or judgement.

    `design` grades it as evidence: compared, case, rule or statement.
    """

    id: str
    text: Text
    status: str
    design: str
    checked: Text | None = None
    figures: tuple[Figure, ...] = ()
    place: str = ""
    in_article: bool = False
    sources: tuple[str, ...] = ()


class Basis(NamedTuple):
    title: str
    issuer: str = ""
    number: str = ""
    date: str = ""
    verified: bool = False


class Instrument(NamedTuple):
    """A policy instrument; `start` and `until` are YYYY-MM, empty where not known."""

    id: str
    title: Text
    what: Text
    basis: tuple[Basis, ...]
    apply: tuple[str, ...]
    applicants: Text
    lead: str
    months: tuple[float, float]
    cost: str
    pitfall: Text
    verified: str
    start: str = ""
    until: str = ""
    note: Text | None = None
    sources: tuple[str, ...] = ()

    def status(self, as_of: str) -> str:
        """in_force, ended, not_yet, or unconfirmed where its start is not known, at a month YYYY-MM."""
        if self.until and as_of > self.until:
            return "ended"
        if not self.start:
            return "unconfirmed"
        return "in_force" if as_of >= self.start else "not_yet"
