"""The forms in which a document can be had."""

import pytest

from tests.report.papers import a_paper
from zjtx_cli.report.formats import FORMATS, format_for, written


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("a.md", "markdown"),
        ("b.HTML", "html"),
        ("汇报.txt", "text"),
        ("a.json", None),
        ("a", None),
        ("a.pdf", "pdf"),
        ("a.odt", None),
    ],
)
def test_a_suffix_tells_the_format(path: str, name: str | None) -> None:
    assert format_for(path) == name


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_renders_the_same_bytes_each_time(name: str) -> None:
    paper = a_paper()
    assert written(paper, name, 80) == written(paper, name, 80)


@pytest.mark.parametrize("name", ["text", "markdown", "html"])
def test_text_ends_with_its_line(name: str) -> None:
    assert written(a_paper(), name, 80).endswith(b"\n")


@pytest.mark.parametrize("name", ["markdown", "html"])
def test_only_the_terminal_looks_at_the_width(name: str) -> None:
    paper = a_paper()
    assert FORMATS[name].render(paper, 40) == FORMATS[name].render(paper, 120)
