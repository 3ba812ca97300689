"""Sources of an official paper: numbered as they are met, and listed as GB/T 7714 lists them, with what was seen."""

import re
from collections.abc import Iterator

from zjtx_cli.model.claim import Source
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.document import Inline, Link, Paragraph, Ref, Target, Words
from zjtx_cli.report.telling import Teller

_NEWSPAPER = re.compile("《[^》]*(?:报|新闻|晚报|日报)》|新闻|新华社|[Nn]ews|Times|Zeitung")
_MOST_A_SENTENCE = 2
_LONGEST_ADDRESS = 160  # on paper nobody types a longer one; the annex has them all


class Citations:
    """The numbers that sources have in one paper, in the order in which they are cited."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._numbers: dict[str, int] = {}

    def cited(self, words: str, claims: tuple[str, ...]) -> Words:
        """Words with the numbers of the sources that their claims rest on before their full stop; the first two are enough."""
        sources = dict.fromkeys(one for claim in claims for one in self._pack.claims[claim].sources)
        refs = tuple(self._ref(one) for one in list(sources)[:_MOST_A_SENTENCE])
        if not refs:
            return words
        bare = words.rstrip("。.")
        return (bare, *refs, words[len(bare) :])

    def listed(self, t: Teller) -> Iterator[Paragraph]:
        for source, number in self._numbers.items():
            yield Paragraph(_entry(self._pack.sources[source], number, t))

    def _ref(self, source: str) -> Inline:
        number = self._numbers.setdefault(source, len(self._numbers) + 1)
        return Ref(source, f"[{number}]")


def source_title(source: Source, t: Teller) -> str:
    return t(plan_words.SOURCE_TITLE, title=source.title, number=source.number) if source.number else source.title


def _entry(source: Source, number: int, t: Teller) -> Words:
    """[1] Who. Title[type]. Date. Address. (seen or quoted); an address only where the publisher's own page was seen."""
    link = source.link if source.seen == "original" and len(source.link) <= _LONGEST_ADDRESS else ""
    by, date = t.opening(t(source.by)).rstrip("."), t.date(source.date).rstrip(".")
    head = f" {by}. {source_title(source, t)}{_carrier(source, online=bool(link))}. {date}. "
    parts: list[Inline] = [Target(source.id, f"[{number}]"), head]
    if link:
        parts += [Link(link), ". "]
    return (*parts, t(plan_words.SEEN_MARK[source.seen]))


def _carrier(source: Source, *, online: bool) -> str:
    """The mark of GB/T 7714 for what kind of source it is: a newspaper, an electronic bulletin, or something else."""
    if source.number:
        kind = "Z"
    elif _NEWSPAPER.search(source.by.zh) or _NEWSPAPER.search(source.by.en):
        kind = "N"
    else:
        kind = "EB" if online else "Z"
    return f"[{kind}/OL]" if online else f"[{kind}]"
