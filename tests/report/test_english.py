"""English as an editor would pass it: plurals that go with their number, the marks of print, no Chinese in a sentence."""

import re

import pytest

from tests.report.real_cities import FEW, headings, said, the_advice, the_pack, the_paper
from zjtx_cli.report.kinds import KINDS
from zjtx_cli.report.telling import Teller, in_print
from zjtx_cli.text import Language, Text

ONE_OF_MANY = re.compile(r"\b1 (?:open |other |near-term |more )*(?:answers|blockers|measures|preconditions|models|points|questions|changes|firms|deals)\b")
NOT_OF_PRINT = re.compile(r"""['"]|\(s\)""")
CHINESE_MARKS = re.compile("[\u3000-\u3009\u300c-\u3011\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f]")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("city", FEW)
def test_an_editor_would_pass_it(kind: str, city: str) -> None:
    paper = the_paper(kind, city, Language.EN)
    text = "\n".join([*headings(paper), said(paper)])
    own = [the_advice(city).city, *(one.case.industry for one in the_advice(city).judgements)]
    for name in filter(None, own):
        text = text.replace(name, "")
    assert not ONE_OF_MANY.findall(text)
    for line in text.splitlines():
        assert not NOT_OF_PRINT.search(line) or line in typed_by_others(city), line


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
    assert t(Text("{name}", "{name}'s"), name='O\'Brien "x"') == 'O\'Brien "x"\'s'
