"""The real cities, judged once: the scenarios of the pack, and those that the evaluation is done with."""

from functools import cache
from pathlib import Path

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.cases import gather
from zjtx_cli.files.library import built_in, load
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.pack import Pack
from zjtx_cli.report.document import Block, Document, Fold, Ref, Section, inlines, plain, words_in
from zjtx_cli.report.kinds import compose
from zjtx_cli.text import Language

EVALUATION = Path(__file__).parents[2] / "playbooks" / "places"
CITIES = {one.stem: one for folder in (built_in() / "scenarios", EVALUATION) for one in sorted(folder.glob("*.yaml"))}
"""All of them, by name."""

FEW = (
    *("changyuan-2015", "mountain-view-1998"),
    *("jinjiang", "hegang", "kunshan-sirna", "dundee"),
)
"""Recommended, undecided, none; long plans and empty ones; county, prefecture and province."""


@cache
def the_pack() -> Pack:
    return load(built_in())


@cache
def tables() -> Tables:
    return Tables(the_pack())


@cache
def the_advice(city: str) -> Advice:
    return advise(tables(), gather([str(CITIES[city])], [], None, None, the_pack()))


@cache
def the_paper(kind: str, city: str, language: Language) -> Document:
    return compose(kind, the_advice(city), the_pack(), language)


def headings(document: Document) -> list[str]:
    return list(_titles(document.sections))


def citations(document: Document) -> list[str]:
    """What is read where a source or a claim is referred to, in order."""
    return [part.shown for one in words_in(document.sections) for part in inlines(one) if isinstance(part, Ref)]


def said(document: Document) -> str:
    """All that is said below the headings, one piece a line."""
    return "\n".join(plain(one) for one in words_in(document.sections))


def _titles(blocks: tuple[Block, ...]) -> list[str]:
    found: list[str] = []
    for one in blocks:
        if isinstance(one, Section | Fold):
            found += [one.title, *_titles(one.blocks)]
    return found
