"""Charts: one drawing for all formats; no label over another at any width, nothing told by colour alone."""

import dataclasses
import re
import struct
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.report.charts import FITS, PROFILE, a_picture, faults, pictures
from tests.report.papers import HOSTILE, a_paper
from tests.report.reading import markdown_words, page, squeezed, tags
from tests.report.test_real_papers import CITIES, the_advice, the_pack
from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.library import built_in
from zjtx_cli.files.scenarios import read_originals
from zjtx_cli.model.advice import Judgement
from zjtx_cli.report import to_html, to_markdown, to_terminal
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.document import Document, Picture, Section
from zjtx_cli.report.drawing import FitBar, FitChart, Mark, ProfileChart, Range
from zjtx_cli.report.drawing_layout import PAPER, PHONE, SCREEN, Label, Point, laid_out
from zjtx_cli.report.drawing_png import to_png
from zjtx_cli.report.drawing_svg import on_paper
from zjtx_cli.text import Language, same

WIDTHS = (PHONE, SCREEN, PAPER)
_SVG = "{http://www.w3.org/2000/svg}"
each_language = pytest.mark.parametrize("language", Language)
names = st.text(st.sampled_from("长垣县政府“”，。（）aMW i.–1２🙂"), max_size=60).filter(lambda one: bool(one.strip()))
ranges = st.tuples(st.floats(0, 1), st.floats(0, 1)).map(lambda ends: Range(min(ends), max(ends)))
bars = st.builds(
    FitBar, names.map(same), st.just(same("有条件")), ranges, st.none() | st.floats(0, 1), out=st.booleans()
)
marks = st.lists(st.builds(Mark, st.floats(0, 1), names.map(lambda one: same(one[:6]))), max_size=3)


@pytest.fixture(scope="module")
def originals() -> dict[str, Judgement]:
    tables = Tables(the_pack())
    return {playbook: judge(tables, case) for playbook, case in read_originals(built_in(), the_pack()).items()}


def with_pictures(*pictures: Picture, language: Language = Language.ZH) -> Document:
    paper = a_paper(language=language)
    return dataclasses.replace(paper, sections=(*paper.sections, Section("charts", pictures)), date="2026-11")


@pytest.mark.parametrize("city", CITIES)
def test_no_label_of_a_real_city_runs_into_another(city: str, originals: dict[str, Judgement]) -> None:
    for language in Language:
        paper = compose_advice(the_advice(city), the_pack(), language, originals=originals)
        assert pictures(paper)
        for picture in pictures(paper):
            for width in WIDTHS:
                assert not list(faults(laid_out(picture.drawing, width, language)))


@given(st.lists(bars, min_size=1, max_size=4), marks, st.sampled_from(WIDTHS), names)
def test_no_label_runs_into_another_whatever_it_says(
    found: list[FitBar], lines: list[Mark], width: float, scale: str
) -> None:
    ordered = tuple(sorted(lines, key=lambda one: one.at))
    chart = FitChart(same(scale), same("排第一的份额"), same("现阶段不能选"), tuple(found), ordered)
    assert not list(faults(laid_out(chart, width, Language.ZH)))


def test_the_ruler_finds_what_is_wrong() -> None:
    sheet = laid_out(FITS, PAPER, Language.ZH)
    label = next(one for one in sheet.shapes if isinstance(one, Label))
    beyond = dataclasses.replace(label, x=sheet.width - 1)
    for other in (dataclasses.replace(label, x=label.x + 3), beyond):
        assert list(faults(dataclasses.replace(sheet, shapes=(*sheet.shapes, other))))


@each_language
def test_every_model_and_every_answer_is_drawn_and_told(language: Language, originals: dict[str, Judgement]) -> None:
    advice = the_advice("kanazawa-2005")
    one = dataclasses.replace(originals["kanazawa"], answers={})
    paper = compose_advice(advice, the_pack(), language, originals={"kanazawa": one})
    fits, profile = pictures(paper)
    told = fits.alternative.to(language)
    for match in advice.first.ranking:
        assert the_pack().playbooks[match.playbook].title.to(language) in told
        assert reasons.fit(match.score.likely) in told
    assert isinstance(profile.drawing, ProfileChart)
    assert len(profile.drawing.pairs) == len(the_pack().playbooks["kanazawa"].criteria)
    assert [pair.weight for pair in profile.drawing.pairs] == sorted(
        (pair.weight for pair in profile.drawing.pairs), reverse=True
    )
    for pair in profile.drawing.pairs:
        assert pair.name.to(language) in profile.alternative.to(language)


def test_a_city_is_not_shown_beside_itself(originals: dict[str, Judgement]) -> None:
    paper = compose_advice(the_advice("changyuan-2015"), the_pack(), Language.ZH, originals=originals)
    assert [type(one.drawing) for one in pictures(paper)] == [FitChart]


def test_each_model_has_the_case_it_was_written_from() -> None:
    assert set(read_originals(built_in(), the_pack())) == set(the_pack().playbooks)


@pytest.mark.parametrize("drawing", [FITS, PROFILE])
@pytest.mark.parametrize("width", WIDTHS)
def test_svg_is_xml_with_text_and_nothing_from_outside(drawing: FitChart | ProfileChart, width: float) -> None:
    sheet = laid_out(drawing, width, Language.ZH)
    root = ElementTree.fromstring(on_paper(sheet, ("Some Font",)))
    assert [one.text for one in root.iter(f"{_SVG}text")] == [
        one.words for one in sheet.shapes if isinstance(one, Label)
    ]
    assert not any("href" in name or "url(" in value for one in root.iter() for name, value in one.attrib.items())


def test_nothing_is_told_by_colour_alone() -> None:
    """A model that cannot be chosen is a ring and says so; the original case is another shape; open answers are lines."""
    looks = [one.look for one in laid_out(FITS, PAPER, Language.ZH).shapes if isinstance(one, Point)]
    assert looks == ["dot", "hollow", "hollow"]  # two models and the key
    looks = [one.look for one in laid_out(PROFILE, PAPER, Language.ZH).shapes if isinstance(one, Point)]
    assert looks == ["dot", "diamond", "dot", "diamond", "diamond"]
    greys = [grey(one) for one in re.findall("#[0-9a-f]{6}", on_paper(laid_out(FITS, PAPER, Language.ZH), ("F",)))]
    assert min(greys) < 0.01
    assert grey("#1f4e79") < 0.3 < grey("#f2f2f2"), "a bar stands out from its track without its colour"


def grey(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


@each_language
def test_every_text_format_tells_the_figures(language: Language) -> None:
    paper = with_pictures(a_picture(), a_picture(PROFILE), language=language)
    figures = ("0.80", "0.70–0.90", "75%", "0.30", "25%", "64%")
    for told in (markdown_words(to_markdown.render(paper)), squeezed(to_terminal.render(paper, 100))):
        for one in figures:
            assert one in told
    assert "....==O" not in to_markdown.render(paper)
    assert ".......=O=." in to_terminal.render(paper, 100)
    assert "===========" in to_terminal.render(paper, 100), "an open answer has no point"


def test_a_page_shows_a_chart_to_everybody() -> None:
    root = page(to_html.render(with_pictures(a_picture())))
    (figure,) = tags(root, "figure")
    drawn = [one for one in figure.iter() if str(one.tag).endswith("}svg")]
    assert [(one.get("class"), one.get("role"), one.get("aria-label")) for one in drawn] == [
        ("wide", "img", "图里说的"),
        ("narrow", "img", "图里说的"),
    ]


@pytest.mark.parametrize("word", HOSTILE)
def test_words_in_a_chart_are_words(word: str) -> None:
    bar = dataclasses.replace(FITS.bars[0], name=same(word))
    picture = a_picture(dataclasses.replace(FITS, bars=(bar,)), word)
    root = page(to_html.render(with_pictures(picture)))
    assert not tags(root, "script", "img", "style")[1:]
    assert squeezed(word) in squeezed("".join("".join(one.itertext()) for one in tags(root, "figure")))
    ElementTree.fromstring(on_paper(laid_out(picture.drawing, PHONE, Language.ZH), (word,)))
    assert squeezed(word) in markdown_words(to_markdown.render(with_pictures(picture)))


@each_language
def test_a_picture_for_word_is_png(language: Language) -> None:
    content = to_png(PROFILE, language)
    assert content.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", content[16:24])
    assert 1200 < width < 1400
    assert 300 < height < width
    assert to_png(PROFILE, language) == content
