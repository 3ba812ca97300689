"""Every block in every format; words of users are shown as words, whatever they look like."""

import base64
import hashlib
import re
from collections.abc import Callable
from itertools import pairwise
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.report.papers import HOSTILE, STEERING, STEERS, a_paper
from tests.report.reading import (
    markdown_headings,
    markdown_words,
    page,
    page_headings,
    page_words,
    squeezed,
    tags,
    terminal_words,
    text_of,
    tokens,
)
from zjtx_cli.report import to_html, to_markdown, to_terminal
from zjtx_cli.report.document import Document, Strong, on_one_line
from zjtx_cli.report.page_style import STYLE
from zjtx_cli.text import Language

HEADINGS = ["title", "chapter one", "folded", "inside the fold", "second level", "third level", "chapter two"]
SAID = (
    "words",
    "second bullet",
    "second number",
    "label two",
    "second line",
    "row two",
    "0.50",
    "mind this",
    "deep",
    "E01",
)
any_words = st.text(max_size=60)


def test_every_block_is_told_in_every_format() -> None:
    paper = a_paper()
    told = {
        "terminal": terminal_words(to_terminal.render(paper)),
        "markdown": markdown_words(to_markdown.render(paper)),
        "html": page_words(page(to_html.render(paper))),
    }
    for name, words in told.items():
        for said in (*HEADINGS, *SAID):
            assert squeezed(said) in words, (name, said)


def test_all_formats_have_the_same_headings() -> None:
    paper = a_paper()
    assert page_headings(page(to_html.render(paper))) == [HEADINGS[0], "目录", *HEADINGS[1:]]
    assert markdown_headings(to_markdown.render(paper)) == HEADINGS
    terminal = [line[2:] for line in to_terminal.render(paper).splitlines() if line[:2] in ("■ ", "● ", "○ ", "◇ ")]
    assert terminal == HEADINGS[1:]


@pytest.mark.parametrize("word", HOSTILE)
def test_words_are_text_and_never_markup(word: str) -> None:
    paper = a_paper(word, title=word)
    shown = squeezed(on_one_line(word))
    assert shown in terminal_words(to_terminal.render(paper))
    assert shown in markdown_words(to_markdown.render(paper))
    assert shown in page_words(page(to_html.render(paper)))


@pytest.mark.parametrize("word", HOSTILE)
def test_markdown_gets_no_other_structure_from_words(word: str) -> None:
    def structure(paper_word: str) -> list[str]:
        found = tokens(to_markdown.render(a_paper(paper_word, title="t")))
        return [one.type for one in found]

    def inline(paper_word: str) -> set[str]:
        found = tokens(to_markdown.render(a_paper(paper_word, title="t")))
        return {child.type for one in found for child in one.children or ()}

    assert structure(word) == structure("words")
    assert inline(word) == inline("words")
    assert not {"html_inline", "html_block", "image"} & (inline(word) | set(structure(word)))


@pytest.mark.parametrize("word", HOSTILE)
def test_a_page_gets_no_other_structure_from_words(word: str) -> None:
    def structure(paper_word: str) -> list[str]:
        root = page(to_html.render(a_paper(paper_word, title=paper_word)))
        return [str(one.tag) for one in root.iter()]

    assert structure(word) == structure("words")


@pytest.mark.parametrize("render", [to_terminal.render, to_markdown.render, to_html.render])
def test_nothing_steers(render: Callable[[Document], str]) -> None:
    text = render(a_paper(STEERING, title=STEERING))
    assert not STEERS & set(text)
    assert all(mark == "\n" or ord(mark) >= 32 for mark in text)
    text.encode()


@given(any_words, any_words, st.integers(20, 100))
def test_whatever_is_written_fits_the_terminal(word: str, title: str, width: int) -> None:
    lines = to_terminal.render(a_paper((Strong(word), " tail"), title=title), width).splitlines()
    assert all(cell_len(line) <= width for line in lines)
    assert all(line == line.rstrip() for line in lines)


@given(any_words)
def test_whatever_is_written_makes_a_valid_page(word: str) -> None:
    page(to_html.render(a_paper(word, title=word)))


def test_no_colour_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("FORCE_COLOR", "1")
    paper = a_paper()
    assert "\x1b" not in to_terminal.render(paper)
    assert "\x1b[1;36m" in to_terminal.render(paper, color=True)
    monkeypatch.setenv("NO_COLOR", "1")
    assert "36m" not in to_terminal.render(paper, color=True)


def test_styles_change_no_word() -> None:
    paper = a_paper()
    styled = re.sub(r"\x1b\[[0-9;]*m", "", to_terminal.render(paper, color=True))
    assert [line.rstrip() for line in styled.splitlines()] == to_terminal.render(paper).splitlines()


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120])
def test_marks_can_be_shown_by_a_chinese_console(width: int) -> None:
    to_terminal.render(a_paper("文字"), width).encode("gbk")


def test_a_narrow_terminal_stacks_tables_and_labels() -> None:
    paper = a_paper("一段比较长的文字，放不进四十列的表格里，要一行一行往下排，读的人才看得清楚。" * 3)
    text = to_terminal.render(paper, 40)
    assert "head two：" in text
    assert "label one：" in text
    assert "label one " in to_terminal.render(paper, 80)


def test_a_page_stands_alone() -> None:
    html = to_html.render(a_paper())
    root = page(html)
    assert not tags(root, "script", "link", "img", "iframe", "object", "embed", "form", "base")
    addresses = [one.get("href", "") for one in tags(root, "a")]
    assert {address for address in addresses if not address.startswith("#")} == {"https://example.org/a?b=1&c=2"}
    assert not any(
        name.startswith("on") or name in ("src", "style", "background") for one in root.iter() for name in one.attrib
    )
    assert "url(" not in html
    assert "@import" not in html


def test_only_the_style_of_the_page_itself_may_run() -> None:
    root = page(to_html.render(a_paper()))
    policy = next(one.get("content", "") for one in tags(root, "meta") if one.get("http-equiv"))
    digest = base64.b64encode(hashlib.sha256(text_of_style(root).encode()).digest()).decode()
    assert policy.startswith("default-src 'none'; ")
    assert f"style-src 'sha256-{digest}'" in policy


def text_of_style(root: Element) -> str:
    return "".join(tags(root, "style")[0].itertext())


def test_a_page_can_be_found_through_without_seeing_it() -> None:
    root = page(to_html.render(a_paper(language=Language.EN)))
    assert tags(root, "html")[0].get("lang") == "en"
    assert all(len(tags(root, name)) == 1 for name in ("header", "main", "nav", "h1"))
    levels = [int(str(one.tag)[-1]) for one in tags(root, "h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert all(one.get("scope") in ("col", "row") for one in tags(root, "th"))
    assert all(text_of(tags(one, "caption")[0]) for one in tags(root, "table"))
    ids = [one.get("id") for one in root.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    assert {str(one.get("href"))[1:] for one in tags(root, "a") if str(one.get("href")).startswith("#")} <= set(ids)


@pytest.mark.parametrize("scheme", [0, 1])
def test_colours_can_be_read(scheme: int) -> None:
    colours = dict(re.findall(r"--([\w-]+):(#[0-9a-f]{6})", STYLE.split(":root{")[scheme + 1]))
    for ink in ("ink", "soft", "accent"):
        assert contrast(colours[ink], colours["paper"]) >= 4.5
        assert contrast(colours[ink], colours["tint"]) >= 4.5
    assert contrast(colours["warn"], colours["warn-tint"]) >= 4.5


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
