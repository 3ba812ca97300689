"""Word files read back: the page of GB/T 9704-2012, real styles, faces for each script, and nothing that Word refuses."""

import re
from xml.etree import ElementTree

import pytest
from docx.shared import Mm, Pt
from openxml_audit import OpenXmlValidator

from tests.report.cities import an_advice, small_pack
from tests.report.papers import HOSTILE, STEERING, STEERS, a_paper
from tests.report.reading import squeezed
from tests.report.reading_office import W, every_byte, part, parts, word, word_headings, word_words
from tests.report.real_cities import the_paper
from zjtx_cli.report import to_docx
from zjtx_cli.report.document import Document, Paragraph, Section, Strong, Table
from zjtx_cli.report.docx_styles import page_for
from zjtx_cli.report.kinds import KINDS, OFFICIAL, compose
from zjtx_cli.report.widths import columns, title_lines
from zjtx_cli.text import Language, same


def the_file(kind: str = "briefing", city: str = "changyuan-2015", language: Language = Language.ZH) -> bytes:
    return to_docx.render(the_paper(kind, city, language))


def style(name: str, content: bytes) -> ElementTree.Element:
    styles = part(content, "word/styles.xml")
    return next(one for one in styles.iter(f"{W}style") if one.get(f"{W}styleId") == name)


def value(element: ElementTree.Element, path: str, name: str = "val") -> str | None:
    found = element.find("/".join(f"{W}{one}" for one in path.split("/")))
    return None if found is None else found.get(f"{W}{name}")


def test_the_page_is_that_of_the_standard() -> None:
    section = word(the_file()).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)  # type: ignore[union-attr]  # set by us
    margins = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    assert [round(one.mm) for one in margins if one is not None] == [37, 35, 28, 26]
    grid = section._sectPr.find(f"{W}docGrid")
    assert grid is not None
    pitch = int(grid.get(f"{W}linePitch", "0"))
    assert grid.get(f"{W}type") == "lines"
    height = Mm(297 - 37 - 35).twips
    assert height // pitch == 22
    # 28 characters of 16 points, each a quarter of a point closer to the next.
    assert Mm(210 - 28 - 26).twips // (Pt(16).twips - 5) == 28


def test_every_style_has_its_face_for_each_script() -> None:
    content = the_file()
    faces = {
        "Title": ("方正小标宋简体", 44),
        "Normal": ("仿宋_GB2312", 32),
        "Heading1": ("黑体", 32),
        "Heading2": ("楷体_GB2312", 32),
        "Heading3": ("仿宋_GB2312", 32),
    }
    for name, (face, half_points) in faces.items():
        one = style(name, content)
        fonts = one.find(f"{W}rPr/{W}rFonts")
        assert fonts is not None
        assert fonts.get(f"{W}eastAsia") == face
        assert {fonts.get(f"{W}{script}") for script in ("ascii", "hAnsi", "cs")} == {"Times New Roman"}
        assert value(one, "rPr/sz") == str(half_points)
        assert (value(one, "pPr/spacing", "line"), value(one, "pPr/spacing", "lineRule")) in (
            ("579", "exact"),
            ("700", "exact"),
        )
    table = part(content, "word/fontTable.xml")
    other = {one.get(f"{W}name"): value(one, "altName") for one in table.iter(f"{W}font")}
    assert other["仿宋_GB2312"] == "仿宋"
    assert other["方正小标宋简体"] == "宋体"
    used = {one.get(f"{W}eastAsia") for one in part(content, "word/styles.xml").iter(f"{W}rFonts")} - {None}
    assert used <= set(other)
    assert b"asciiTheme" not in every_byte(content)


def test_headings_are_numbered_and_real() -> None:
    file = word(the_file())
    levels = {
        one.text: one.style.name
        for one in file.paragraphs
        if one.style and one.style.name.lower().startswith("heading")
    }
    assert levels["三、工作建议"].lower() == "heading 1"
    assert levels["（一）近期可办"].lower() == "heading 2"
    assert file.paragraphs[0].style is not None
    assert file.paragraphs[0].style.name == "Title"
    assert value(style("Heading2", the_file()), "pPr/outlineLvl") == "1"


def test_the_page_number_is_a_field_between_dashes_on_the_outer_side() -> None:
    content = the_file()
    footers = [name for name in parts(content) if re.fullmatch(r"word/footer\d*\.xml", name)]
    assert len(footers) == 2
    sides = set()
    for name in footers:
        root = part(content, name)
        assert "PAGE" in "".join(one.text or "" for one in root.iter(f"{W}instrText"))
        assert "".join(one.text or "" for one in root.iter(f"{W}t")) == "— 1 —"
        sides.add(value(next(root.iter(f"{W}p")), "pPr/jc"))
    assert sides == {"left", "right"}
    assert part(content, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None


@pytest.mark.parametrize("language", Language)
def test_tables_fit_repeat_their_head_and_keep_their_rows(language: Language) -> None:
    content = the_file("study", "jinjiang", language)
    tables = list(part(content, "word/document.xml").iter(f"{W}tbl"))
    assert tables
    for table in tables:
        widths = [int(one.get(f"{W}w", "0")) for one in table.iter(f"{W}gridCol")]
        assert sum(widths) == page_for(language, official=True).width
        rows = table.findall(f"{W}tr")
        assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        assert value(table, "tblPr/tblCaption")


def test_a_month_and_an_office_stay_on_one_line() -> None:
    paper = the_paper("briefing", "changyuan-2015", Language.ZH)
    table = next(
        one for one in next(s for s in paper.sections if "任务分工表" in s.title).blocks if isinstance(one, Table)
    )
    widths = columns(table, page_for(Language.ZH, official=True).width)
    assert (
        widths[3] >= 13 * 105 + 170
    )  # 2018年12月 in 10.5 points, with gaps beside figures, and the margins of the cell
    assert widths[1] >= 8 * 105 + 170


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", Language)
def test_word_would_open_it(kind: str, language: Language, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Long papers of a small city; those of the real ones are checked in the documents step of .ci/run."""
    paper = (
        the_paper(kind, "jinjiang", language)
        if kind in OFFICIAL
        else compose(kind, an_advice(), small_pack(), language)
    )
    path = tmp_path_factory.mktemp("audit") / "paper.docx"
    path.write_bytes(to_docx.render(paper))
    found = OpenXmlValidator().validate(str(path))
    assert not found.errors
    assert found.is_valid


def test_the_audit_finds_what_is_wrong(tmp_path_factory: pytest.TempPathFactory) -> None:
    import zipfile

    path = tmp_path_factory.mktemp("audit") / "spoiled.docx"
    with zipfile.ZipFile(path, "w") as packed:
        for name, content in parts(the_file()).items():
            packed.writestr(name, content.replace(b"<w:cantSplit/><w:tblHeader/>", b'<w:tblHeader/><w:jc w:val="up"/>'))
    assert OpenXmlValidator().validate(str(path)).errors


def test_an_analysts_paper_is_set_in_the_size_of_a_report() -> None:
    content = the_file("full", "hegang")
    assert value(style("Normal", content), "rPr/sz") == "24"
    section = word(content).sections[0]
    assert (round(section.left_margin.mm), round(section.top_margin.mm)) == (26, 26)  # type: ignore[union-attr]  # set by us
    assert section._sectPr.find(f"{W}docGrid") is None


def test_nobody_signs_on_a_page_of_their_own() -> None:
    root = part(the_file("briefing", "jinjiang"), "word/document.xml")
    paragraphs = list(root.find(f"{W}body") or [])
    told = ["".join(one.text or "" for one in each.iter(f"{W}t")) for each in paragraphs]
    signed = told.index("2026年11月")
    assert told[signed - 5 : signed] == [
        *("附件：1. 任务分工表", "2. 同类地区做法及成效", "3. 待核实数据", "4. 资料来源"),
        "（起草单位）",
    ]
    for each in paragraphs[signed - 6 : signed]:  # from the last of the text on
        assert each.find(f"{W}pPr/{W}keepNext") is not None
    assert value(paragraphs[signed], "pPr/jc") == "right"


def test_what_leads_to_a_list_or_a_table_is_not_left_behind() -> None:
    root = part(the_file("study", "jinjiang"), "word/document.xml")
    body = list(root.find(f"{W}body") or [])
    leads = [
        one for one in body if one.tag == f"{W}p" and "".join(t.text or "" for t in one.iter(f"{W}t")).endswith("：")
    ]
    assert leads
    assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in leads)
    for table in root.iter(f"{W}tbl"):
        head, *rows = table.findall(f"{W}tr")
        kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(f"{W}p")) for row in rows]
        # LibreOffice would take a head that asks for it to mean the whole table.
        assert not any(p.find(f"{W}pPr/{W}keepNext") is not None for p in head.iter(f"{W}p"))
        assert len(rows) < 2 or (kept[0] and kept[-2] and not kept[-1])


def test_properties_are_the_papers_own() -> None:
    known = word(the_file()).core_properties
    assert known.title == "关于长垣县卫生材料与医疗耗材产业培育提升工作的汇报"
    assert known.language == "zh-CN"
    assert (known.created.year, known.created.month) == (2015, 12)
    assert not known.author
    text = every_byte(the_file()).lower()
    assert b"python-docx" not in text
    assert b"zjtx" not in text


@pytest.mark.parametrize("language", Language)
def test_the_language_is_set(language: Language) -> None:
    lang = part(the_file(language=language), "word/styles.xml").find(f".//{W}rPrDefault//{W}lang")
    assert lang is not None
    assert lang.get(f"{W}eastAsia") == "zh-CN"
    assert lang.get(f"{W}val") == ("en-US" if language is Language.ZH else "en-GB")


def test_charts_are_pictures_with_words_for_them() -> None:
    content = the_file("full", "changyuan-2015")
    pictures = [one for one in part(content, "word/document.xml").iter() if one.tag.endswith("}docPr")]
    assert pictures
    assert all(len(one.get("descr", "")) > 40 for one in pictures)
    assert all(one.get("title") for one in pictures)
    assert sum(name.endswith(".png") for name in parts(content)) == len(pictures)


def test_where_no_picture_can_be_made_its_words_stand_there(monkeypatch: pytest.MonkeyPatch) -> None:
    from zjtx_cli.errors import CannotAccess
    from zjtx_cli.report import drawing_png
    from zjtx_cli.report.document import Picture

    def refuse(*_: object) -> bytes:
        raise CannotAccess(same("not installed"))

    monkeypatch.setattr(drawing_png, "to_png", refuse)
    paper = the_paper("full", "changyuan-2015", Language.ZH)
    content = to_docx.render(paper)
    pictures = [block for block in _flat(paper.sections) if isinstance(block, Picture)]
    assert pictures
    assert all(squeezed(one.alternative.zh) in word_words(content) for one in pictures)


def _flat(blocks: tuple) -> list:  # type: ignore[type-arg]  # any block
    return [inner for one in blocks for inner in (one, *_flat(getattr(one, "blocks", ())))]


@pytest.mark.parametrize("language", Language)
def test_a_long_paper_has_a_table_of_contents_that_leads_to_its_chapters(language: Language) -> None:
    root = part(the_file("full", "hegang", language), "word/document.xml")
    assert any("TOC" in (one.text or "") for one in root.iter(f"{W}instrText"))
    anchors = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink") if one.get(f"{W}anchor")}
    marks = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    assert anchors <= marks
    assert {"s1", "s2"} <= anchors


@pytest.mark.parametrize("word_", [*HOSTILE, STEERING])
def test_hostile_words_are_shown_as_words(word_: str) -> None:
    paper = a_paper((word_, Strong(word_)), title=word_)
    content = to_docx.render(paper)
    shown = word_words(content)
    if word_ in HOSTILE:
        assert shown.count(squeezed(word_)) >= 8
    assert not STEERS & set("".join(one.text or "" for one in word(content).element.body.iter(f"{W}t")))
    assert word_headings(content)[0] == "chapter one"


def test_ten_thousand_characters_and_empty_papers() -> None:
    long = "字" * 10_000
    paper = Document("题", "", Language.ZH, (Section("章", (Paragraph(long), Table("表", ("头",), ((long,),)))),))
    assert word_words(to_docx.render(paper)).count("字") == 20_000
    assert word_headings(to_docx.render(Document("题", "", Language.EN, ()))) == []


def test_a_long_title_is_not_broken_inside_a_word() -> None:
    assert title_lines("关于某县产业培育提升工作的汇报") == ("关于某县产业培育提升工作的汇报",)
    assert title_lines("关于某某县卫生材料与医疗耗材产业培育提升工作的汇报")[1] == "培育提升工作的汇报"
