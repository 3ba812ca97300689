"""PDF, read back: what is said, in which language, with which fonts, and whether it can be read by everybody."""

import dataclasses
import io
import re
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from pdfminer.high_level import extract_text

from tests.report.charts import PROFILE, a_picture
from tests.report.papers import HOSTILE, STEERING, STEERS, a_paper
from tests.report.reading import squeezed
from tests.report.reading_pdf import fonts_of, headings_of, links_of, read, root_of, structure, words_of
from tests.report.real_cities import the_paper
from tests.report.test_renderers import HEADINGS, SAID
from zjtx_cli.cli.app import main
from zjtx_cli.errors import CannotAccess
from zjtx_cli.report import to_pdf, typesetting
from zjtx_cli.report.document import Document, Paragraph, Section, Table, on_one_line
from zjtx_cli.report.font_coverage import characters_of
from zjtx_cli.text import Language

CITY = ["advise", "--set", "site_scatter=roadside", "--set", "demand_trend=growing", "--as-of", "2026-03"]
each_language = pytest.mark.parametrize("language", Language)


def a_whole_paper(word: str = "words", *, language: Language = Language.ZH, official: bool = False) -> Document:
    paper = a_paper(word, title=word if word.strip() else "title", language=language)
    sections = (*paper.sections, Section("图表", (a_picture(), a_picture(PROFILE))))
    return dataclasses.replace(paper, sections=sections, date="2026-03", official=official)


@each_language
@pytest.mark.parametrize("official", [False, True])
def test_every_block_is_told(language: Language, official: bool) -> None:
    reader = read(to_pdf.render(a_whole_paper(language=language, official=official)))
    words = words_of(reader)
    for said in (*HEADINGS[1:], *SAID, "图题" if language is Language.ZH else "caption"):
        assert squeezed(said) in words, said
    assert headings_of(reader) == [*HEADINGS[1:], "图表"]


@each_language
def test_it_says_what_it_is(language: Language) -> None:
    reader = read(to_pdf.render(a_whole_paper(language=language)))
    root = root_of(reader)
    assert root["/Lang"] == {"zh": "zh-CN", "en": "en-GB"}[language.value]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    metadata = reader.metadata
    assert metadata is not None
    assert metadata.title == "words"
    assert str(metadata["/CreationDate"]).startswith("D:20260301")
    xmp = root["/Metadata"].get_object().get_data().decode()
    for claim in ("<pdfaid:part>2</", "<pdfaid:conformance>B</", "<pdfuaid:part>1</"):
        assert claim in xmp
    assert "/OutputIntents" in root


@each_language
@pytest.mark.parametrize("official", [False, True])
def test_every_font_is_embedded(language: Language, official: bool) -> None:
    fonts = fonts_of(read(to_pdf.render(a_whole_paper("长垣 words", language=language, official=official))))
    assert len({str(one["/BaseFont"]) for one in fonts}) >= 2, "words and headings"
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor), font["/BaseFont"]
        assert "/ToUnicode" in font, font["/BaseFont"]


def test_it_can_be_read_without_being_seen() -> None:
    reader = read(to_pdf.render(a_whole_paper()))
    elements = structure(reader)
    kinds = [str(one["/S"]) for one in elements]
    assert {"/H1", "/H2", "/P", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Figure", "/Link"} <= set(kinds)
    assert [one["/Alt"] for one in elements if one["/S"] == "/Figure"] == ["图里说的", "图里说的"]
    levels = [int(kind[2:]) for kind in kinds if re.fullmatch("/H[1-6]", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_references_lead_somewhere() -> None:
    reader = read(to_pdf.render(a_whole_paper()))
    links = links_of(reader)
    outside = [one["/A"]["/URI"] for one in links if "/URI" in one.get("/A", {})]
    assert outside == ["https://example.org/a?b=1&c=2"]
    assert len(links) > len(outside), "a reference leads to its claim"


def test_pages_are_numbered() -> None:
    for official in (False, True):
        long = dataclasses.replace(
            a_whole_paper(official=official), sections=(Section("一", (Paragraph("字" * 4000),)),)
        )
        pages = read(to_pdf.render(long)).pages
        assert len(pages) > 2
        assert all(f"—{number}—" in squeezed(page.extract_text()) for number, page in enumerate(pages, 1))


def test_a_long_paper_has_a_table_of_contents() -> None:
    long = dataclasses.replace(
        a_paper(), sections=(Section("第一章", (Paragraph("字" * 9000),)), Section("第二章", ()))
    )
    assert "目录" in words_of(read(to_pdf.render(long)))
    assert "目录" not in words_of(read(to_pdf.render(a_paper())))


@pytest.mark.parametrize("word", HOSTILE)
def test_words_are_text_and_never_typst(word: str) -> None:
    assert squeezed(word) in words_of(read(to_pdf.render(a_paper(word, title=word))))


@pytest.mark.parametrize(
    "word", ["#set page(width: 1pt)", "#sys.inputs.paper", "$ x^2 $ @ref <label> = head", "\\u{41} \\\\"]
)
def test_typst_is_not_run(word: str) -> None:
    reader = read(to_pdf.render(a_whole_paper(word)))
    assert squeezed(word) in words_of(reader)
    assert reader.pages[0].mediabox.width > 500


def test_nothing_steers() -> None:
    words = extract_text(io.BytesIO(to_pdf.render(a_paper(STEERING, title=STEERING))))
    assert "gnirts" in words
    assert not (STEERS - {"\n"}) & set(words)


def test_a_character_that_no_font_has_is_shown_as_such() -> None:
    words = words_of(read(to_pdf.render(a_whole_paper("城\U0001f600市\U0001f469\u200d\U0001f467 \u1820名"))))
    assert "城〓市〓〓〓名" in words


def test_a_long_word_stays_on_the_page_and_whole() -> None:
    word = "a1b2c3d4" * 30
    reader = read(to_pdf.render(a_paper(word)))
    assert word in words_of(reader)
    edges: list[float] = []

    def note(text: str, matrix: list[float], at: list[float], *_: object) -> None:
        if "a1b2" in text:
            edges.append(at[4] * matrix[0] + matrix[4])

    reader.pages[0].extract_text(visitor_text=note)
    assert edges
    assert max(edges) < 560


def test_a_very_long_answer_is_told_to_its_end() -> None:
    table = Table("表", ("问题", "答案"), (("问", "长" * 10_000 + "字末"),))
    words = words_of(read(to_pdf.render(Document("题", "", Language.ZH, (Section("一", (table,)),)))))
    assert words.count("长") == 10_000
    assert "字末" in words


def test_a_very_long_word_is_told_to_its_end() -> None:
    table = Table("表", ("问题", "答案"), (("问", "x" * 10_000 + "end"),))
    words = words_of(read(to_pdf.render(Document("题", "", Language.ZH, (Section("一", (table,)),)))))
    assert words.count("x") == 10_000
    assert "xend" in words


def test_the_same_paper_gives_the_same_bytes() -> None:
    assert to_pdf.render(a_whole_paper()) == to_pdf.render(a_whole_paper())


def test_the_fonts_that_the_extra_brings_are_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    import typst

    brought = typst.Fonts(include_system_fonts=False, font_paths=typesetting._brought())
    monkeypatch.setattr(typesetting, "_all_fonts", lambda: brought)
    for language in Language:
        reader = read(to_pdf.render(a_whole_paper("长垣县", language=language)))
        assert "长垣县" in words_of(reader)
        assert any("NotoS" in str(one["/BaseFont"]) for one in fonts_of(reader))


def test_the_fonts_of_an_office_come_first() -> None:
    there = {"Noto Serif SC", "SimSun", "FangSong", "SimHei", "KaiTi"}
    assert typesetting._first((*typesetting._FANGSONG, *typesetting._SONG), there) == "FangSong"
    assert typesetting._first((*typesetting._SONG, *typesetting._FANGSONG), there) == "SimSun"
    assert typesetting._first(typesetting._KAI, there) == "KaiTi"


def test_character_maps_are_read_as_they_are() -> None:
    import pylopdf_fonts_zh_cn

    found = characters_of(pylopdf_fonts_zh_cn.serif_path().read_bytes(), 0)
    assert {ord(one) for one in "长垣〓—“①"} <= found
    assert 0x1F600 not in found


@pytest.mark.parametrize("module", ["typst", "fonts"])
def test_what_is_missing_is_said_in_one_sentence(
    module: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    if module == "typst":
        monkeypatch.setitem(sys.modules, "typst", None)
    else:
        import typst

        monkeypatch.setattr(typesetting, "_all_fonts", lambda: typst.Fonts(include_system_fonts=False))
    with pytest.raises(CannotAccess):
        to_pdf.render(a_paper())
    kept = tmp_path / "建议.pdf"
    kept.write_bytes(b"before")
    for out in (kept, tmp_path / "other.pdf"):
        assert main([*CITY, "-o", str(out)]) == 5
        told = capsys.readouterr().err
        assert "pip install 'zjtx-cli[pdf]'" in told
        assert len(told.splitlines()) == 1
    assert [one.name for one in tmp_path.iterdir()] == ["建议.pdf"]
    assert kept.read_bytes() == b"before"


def test_the_door_writes_it(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    out = tmp_path / "建议.PDF"
    assert main([*CITY, "--city", "某某市", "-o", str(out), "--no-robustness"]) == 0
    assert "某某市" in words_of(read(out.read_bytes()), most=1)
    capsysbinary.readouterr()
    assert main([*CITY, "--city", "某某市", "--format", "pdf", "--no-robustness"]) == 0
    assert capsysbinary.readouterr().out == out.read_bytes()


def test_a_screen_is_not_flooded(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert main([*CITY, "--format", "pdf", "--no-robustness"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "-o" in captured.err


def test_a_real_city_is_told_whole() -> None:
    from tests.report.test_real_papers import headings, the_paper

    paper = the_paper("kanazawa-2005", Language.ZH)
    reader = read(to_pdf.render(paper))
    assert [squeezed(one) for one in headings_of(reader)] == [
        squeezed(on_one_line(one)) for one in headings(paper.sections)
    ]
    assert "适合度" in words_of(reader, most=3)


@pytest.mark.parametrize("city", ["jinjiang", "xiantao-pengchang"])
def test_nobody_signs_on_a_page_of_their_own(city: str) -> None:
    reader = read(to_pdf.render(the_paper("briefing", city, Language.ZH)))
    pages = [squeezed(page.extract_text()) for page in reader.pages]
    signed = next(page for page in pages if "（起草单位）" in page)
    assert "附件：1.任务分工表" in signed.replace(":", "：")
    assert "条件成熟后另行报批" in signed
