"""English as an editor would pass it: plurals that go with their number, the marks of print, no Chinese in a sentence."""

import re

import pytest

from tests.report.real_cities import FEW, headings, said, the_advice, the_pack, the_paper
from zjtx_cli.model.answers import Case
from zjtx_cli.report.kinds import KINDS
from zjtx_cli.report.telling import Teller, in_print
from zjtx_cli.text import Language, Text

ONE_OF_MANY = re.compile(
    r"\b1 (?:open |other |near-term |more )*(?:answers|blockers|measures|preconditions|models|points|questions|changes|firms|deals)\b"
)
NOT_OF_PRINT = re.compile(r"""['"]|\(s\)""")
CHINESE_SENTENCE = re.compile("[\u3001\u3002\uff01\uff0c\uff1a\uff1b\uff1f]|[\u4e00-\u9fff]{9,}")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("city", FEW)
def test_an_editor_would_pass_it(kind: str, city: str) -> None:
    paper = the_paper(kind, city, Language.EN)
    text = "\n".join([*headings(paper), said(paper)])
    for name in _as_others_wrote_it(city):
        text = text.replace(name, "")
    assert not ONE_OF_MANY.findall(text)
    assert not NOT_OF_PRINT.findall(text)
    assert not CHINESE_SENTENCE.findall(text)
    assert ".." not in text


def _as_others_wrote_it(city: str) -> list[str]:
    """Titles of sources and laws, which are as they are; the name of the city; where an answer is from."""
    pack, cases = the_pack(), [one.case for one in the_advice(city).judgements]
    places = [
        title for place in pack.places.values() for source in place.sources for title in source.title.split(" / ")
    ]
    laws = [basis for one in pack.instruments.values() for basis in one.basis]
    named = [one for basis in laws for one in (basis.title, basis.issuer, basis.number)]
    own = [name for case in cases for name in (case.city, case.industry, *_origins(case))]
    titles = [one.title for one in pack.sources.values()] + [one.number for one in pack.sources.values()]
    links = [one.link for one in pack.sources.values()]
    return sorted({one for one in (*places, *named, *own, *titles, *links) if one}, key=len, reverse=True)


def _origins(case: Case) -> list[str]:
    return [one for answer in case.answers.values() for one in (answer.source, answer.year, answer.scope)]


@pytest.mark.parametrize("count", [0, 1, 2])
def test_a_count_chooses_its_word(count: int) -> None:
    text = Text("共{count}项", "{count} {count:measure|measures}").format(count=count)
    assert text.zh == f"共{count}项"
    assert text.en == f"{count} {'measure' if count == 1 else 'measures'}"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("the firm's own", "the firm’s own"),
        ("three months' trial", "three months’ trial"),
        ("'Help each other' as a habit", "‘Help each other’ as a habit"),
        ('to write "shrinking" (or "none")', "to write “shrinking” (or “none”)"),
        ("“a” and ‘b’", "“a” and ‘b’"),
        ("", ""),
    ],
)
def test_marks_of_print(typed: str, printed: str) -> None:
    assert in_print(typed) == printed


def test_what_others_wrote_stays_as_they_wrote_it() -> None:
    t = Teller(the_pack(), Language.EN, "2026-01")
    assert t(Text("{name}", "{name}'s"), name='O\'Brien "x"') == "O'Brien \"x\"'s"
