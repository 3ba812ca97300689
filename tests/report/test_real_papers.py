"""The built-in playbooks on real cities: every format says the same, in one language, and the first screen is one screen."""

import re
from functools import cache
from xml.etree.ElementTree import Element

import pytest
from rich.cells import cell_len

from tests.report.reading import (
    markdown_headings,
    markdown_words,
    page,
    page_headings,
    page_words,
    squeezed,
    tags,
    terminal_words,
)
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.library import built_in, load
from zjtx_cli.files.scenarios import read_scenario
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.answers import WITHHELD, Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import to_html, to_markdown, to_terminal
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.compose_playbook import compose_playbook
from zjtx_cli.report.compose_questions import compose_questions, compose_questions_by_office
from zjtx_cli.report.document import Document, Fold, Link, Section, inlines, on_one_line, plain, words_in
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Language

CITIES = (
    "changyuan-2015",
    "kanazawa-2005",
    "baden-wuerttemberg-2015",
    "mountain-view-1998",
    "san-diego-1985",
    "unknown",
)
WIDE = 5000
"""Columns in which no cell of a table is broken, so that it can be found in one piece."""
FIGURES = re.compile(r"\d+\.\d+|\d+%")
CHINESE = re.compile(r"[\u4e00-\u9fff]")

each_city = pytest.mark.parametrize("city", CITIES)
each_language = pytest.mark.parametrize("language", Language)


@cache
def the_pack() -> Pack:
    return load(built_in())


@cache
def the_advice(city: str) -> Advice:
    return advise(Tables(the_pack()), [a_city(city)])


@cache
def the_paper(city: str, language: Language) -> Document:
    return compose_advice(the_advice(city), the_pack(), language, explain=True)


@cache
def the_page(city: str, language: Language) -> Element:
    return page(to_html.render(the_paper(city, language)))


def a_city(city: str) -> Case:
    if city == "unknown":
        return Case("某县", "木制品", answers={"site_scatter": Answer("roadside"), "own_revenue_share": WITHHELD})
    scenario, problems = read_scenario(built_in() / "scenarios" / f"{city}.yaml", the_pack())
    assert scenario is not None, problems
    return scenario.case


def headings(sections: tuple[Section, ...]) -> list[str]:
    return [title for one in sections for title in (one.title, *headings_in(one))]


def headings_in(block: Section | Fold) -> list[str]:
    inner = [one for one in block.blocks if isinstance(one, Section | Fold)]
    return [title for one in inner for title in (one.title, *headings_in(one))]


@each_language
@each_city
def test_all_formats_say_the_same(city: str, language: Language) -> None:
    paper = the_paper(city, language)
    root, markdown = the_page(city, language), to_markdown.render(paper)
    told = [squeezed(title) for title in (paper.title, *headings(paper.sections))]
    assert [squeezed(one) for one in markdown_headings(markdown)] == told
    assert [squeezed(one) for one in page_headings(root)] == [told[0], squeezed(paper.contents), *told[1:]]
    terminal = to_terminal.render(paper, WIDE)
    for words in (page_words(root), markdown_words(markdown), terminal_words(terminal)):
        for said in words_in(paper.sections):
            if not any(isinstance(part, Link) for part in inlines(said)):
                assert squeezed(plain(said)) in words


@each_language
@each_city
def test_every_measure_of_the_plan_is_told(city: str, language: Language) -> None:
    advice, paper = the_advice(city), the_paper(city, language)
    told, t = headings(paper.sections), Teller(the_pack(), language, advice.as_of)
    for number, one in enumerate(advice.plan, 1):
        assert f"{number}. {t(one.measure.title)}" in told


@each_language
@each_city
def test_every_fit_is_told(city: str, language: Language) -> None:
    words = "\n".join(plain(one) for one in words_in(the_paper(city, language).sections))
    for match in the_advice(city).first.ranking:
        assert f"{int(match.score.likely * 100 + 0.5) / 100:.2f}" in FIGURES.findall(words)


@each_language
@each_city
def test_a_page_is_valid_and_stands_alone(city: str, language: Language) -> None:
    root = the_page(city, language)
    assert not tags(root, "script", "link", "img", "iframe")
    references = {str(one.get("href")) for one in tags(root, "a")}
    ids = {one.get("id") for one in root.iter()}
    assert {one[1:] for one in references if one.startswith("#")} <= ids
    assert all(one.startswith(("https://", "http://")) for one in references if not one.startswith("#"))


@pytest.mark.parametrize(
    ("city", "language", "width"),
    [  # every pair of the three
        (city, language, (40, 80)[(row + column) % 2])
        for row, city in enumerate(CITIES)
        for column, language in enumerate(Language)
    ],
)
def test_no_line_is_wider_than_the_terminal(city: str, language: Language, width: int) -> None:
    lines = to_terminal.render(the_paper(city, language), width).splitlines()
    assert all(cell_len(line) <= width for line in lines)


@each_city
def test_the_first_screen_is_one_screen(city: str) -> None:
    first = compose_advice(the_advice(city), the_pack(), Language.ZH, screen="first")
    assert len(to_terminal.render(first, 80).splitlines()) <= 34
    first = compose_advice(the_advice(city), the_pack(), Language.EN, screen="first")
    assert len(to_terminal.render(first, 80).splitlines()) <= 46


@each_city
def test_english_has_no_chinese_but_names_and_terms(city: str) -> None:
    """What the user wrote stays as it is; so do titles of documents, and terms that stand beside their English."""
    case = a_city(city)
    parts = (part for one in case.answers.values() for part in (one.source, one.year, one.scope))
    written = sorted({on_one_line(one) for one in (case.city, case.industry, *parts) if one}, key=len, reverse=True)
    for words in words_in(the_paper(city, Language.EN).sections):
        said = plain(words)
        for own in written:
            said = said.replace(own, "")
        if CHINESE.search(said):
            assert re.search("[A-Za-z]{3}", said), said


@each_city
def test_chinese_has_no_english_sentence(city: str) -> None:
    for words in words_in(the_paper(city, Language.ZH).sections):
        said = plain(words)
        assert CHINESE.search(said) or not re.search(r"[A-Za-z]{3,} [a-z]{2,} [a-z]{2,}", said), said


@each_language
def test_every_playbook_and_all_questions_read_in_every_format(language: Language) -> None:
    pack = the_pack()
    papers = [compose_playbook(one, pack, language) for one in pack.playbooks.values()]
    papers += [compose_questions(pack, language), compose_questions_by_office(pack, language)]
    for paper in papers:
        page(to_html.render(paper))
        assert len(markdown_headings(to_markdown.render(paper))) == 1 + len(headings(paper.sections))
        assert all(cell_len(line) <= 40 for line in to_terminal.render(paper, 40).splitlines())


def test_the_bytes_are_the_same_each_time() -> None:
    advice, pack = the_advice("changyuan-2015"), the_pack()
    for render in (to_html.render, to_markdown.render, to_terminal.render):
        one = render(compose_advice(advice, pack, Language.ZH))
        assert one == render(compose_advice(advice, pack, Language.ZH))
