"""Word, WPS and LibreOffice: one file by python-docx, with real styles; the same paper gives the same bytes."""

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
from docx.opc.constants import RELATIONSHIP_TYPE as RELATION
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.xmlchemy import serialize_for_reading
from docx.shared import Mm, Twips

from zjtx_cli.errors import CannotAccess
from zjtx_cli.report.document import Document, on_one_line
from zjtx_cli.report.docx_body import Body, footer
from zjtx_cli.report.docx_styles import Page, W, font_table, numbering, page_for, styles
from zjtx_cli.report.drawing import Drawing
from zjtx_cli.text import Language

_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STALE = ("stylesWithEffects", "thumbnail", "customXml")  # of python-docx's template, wrong or of no use here
_FIXED_DATE = (1980, 1, 1, 0, 0, 0)
_LANG = {Language.ZH: "zh-CN", Language.EN: "en-GB"}


def render(document: Document) -> bytes:
    file = docx.Document()
    page = page_for(document.language, official=document.official)
    body = Body(
        document,
        page,
        link=lambda address: file.part.relate_to(address, RELATION.HYPERLINK, is_external=True),
        draw=lambda drawing, title, alternative: _picture(file, drawing, title, alternative, document.language, page),
    )
    _lay_out(file, document, page)
    _fill(file.element.body, "".join(body.xml()))
    _replace(file.styles.element, styles(document.language, page))
    _replace(file.part.numbering_part.element, numbering(document.language, page, body.lists))
    _settings(file, document)
    _properties(file, document)
    _drop_stale(file)
    _set_fonts(file, document)
    written = io.BytesIO()
    file.save(written)
    return _repacked(written.getvalue())


def _picture(file: Any, drawing: Drawing, title: str, alternative: str, language: Language, page: Page) -> str | None:
    """The XML of an inline picture as wide as the text; None where the part that draws is not installed."""
    from zjtx_cli.report.drawing_png import to_png

    try:
        png = to_png(drawing, language)
    except CannotAccess:
        return None
    inline = file.part.new_pic_inline(io.BytesIO(png), width=Twips(page.width))
    inline.docPr.set("descr", on_one_line(alternative))
    inline.docPr.set("title", on_one_line(title))
    return str(serialize_for_reading(inline))


def _lay_out(file: Any, document: Document, page: Page) -> None:
    section = file.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(page.top), Mm(page.bottom)
    section.left_margin, section.right_margin = Mm(page.left), Mm(page.right)
    section.header_distance, section.footer_distance = Mm(15), Twips(round((page.bottom - 7) * 56.7) - 320)
    for grid in section._sectPr.findall(f"{{{W}}}docGrid"):  # noqa: SLF001  # python-docx has no name for it
        section._sectPr.remove(grid)  # noqa: SLF001
    if page.pitch:
        section._sectPr.append(parse_xml(f'<w:docGrid xmlns:w="{W}" w:type="lines" w:linePitch="{page.pitch}"/>'))  # noqa: SLF001
    chinese = document.language is Language.ZH
    file.settings.odd_and_even_pages_header_footer = chinese
    sides = ((section.footer, "right" if chinese else "center"), (section.even_page_footer, "left"))
    for part, align in sides if chinese else sides[:1]:
        part.is_linked_to_previous = False
        element = part._element  # noqa: SLF001
        for child in list(element):
            element.remove(child)
        _append(element, footer(align))


def _fill(body: Any, xml: str) -> None:
    """The blocks before the section's own properties, which stand last."""
    for child in list(body):
        if not child.tag.endswith("}sectPr"):
            body.remove(child)
    last = body[-1]
    for child in parse_xml(_wrapped(xml)):
        last.addprevious(child)


def _append(element: Any, xml: str) -> None:
    for child in parse_xml(_wrapped(xml)):
        element.append(child)


def _wrapped(xml: str) -> str:
    return f'<w:body xmlns:w="{W}" xmlns:r="{_R}">{xml}</w:body>'


def _replace(element: Any, xml: str) -> None:
    fresh = parse_xml(xml)
    for child in list(element):
        element.remove(child)
    for child in list(fresh):
        element.append(child)


def _settings(file: Any, document: Document) -> None:
    """Today's layout rules, and the language; the template has none of them, and Word would open it as an old file."""
    odd_and_even = "<w:evenAndOddHeaders/>" if document.language is Language.ZH else ""
    modes = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (("compatibilityMode", 15), ("overrideTableStyleFontSizeAndJustification", 1))
    )
    _replace(
        file.settings.element,
        f'<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/>{odd_and_even}'
        '<w:characterSpacingControl w:val="compressPunctuation"/><w:compat><w:spaceForUL/><w:balanceSingleByteDoubleByteWidth/>'
        f'<w:useFELayout/>{modes}</w:compat><w:themeFontLang w:val="{_LANG[document.language]}" w:eastAsia="zh-CN"/>'
        "</w:settings>",
    )


def _properties(file: Any, document: Document) -> None:
    """The date is the paper's own, never the clock's; nobody and no program is named as its author."""
    year, _, month = (document.date or "2000-01").partition("-")
    day = datetime(int(year), int(month), 1)  # the format has no time zone
    known = file.core_properties
    known.title, known.subject = on_one_line(document.title)[:255], on_one_line(document.subtitle)[:255]
    known.author = known.last_modified_by = known.comments = known.keywords = ""
    known.language, known.category = _LANG[document.language], document.kind
    known.created = known.modified = day
    known.revision = 1


def _drop_stale(file: Any) -> None:
    for part in (file.part, file.part.package):
        for name in [key for key, one in part.rels.items() if any(stale in one.reltype for stale in _STALE)]:
            part.rels.pop(name)


def _set_fonts(file: Any, document: Document) -> None:
    """The font table names what may stand in for a face that is not there."""
    for one in file.part.rels.values():
        if one.reltype == RELATION.FONT_TABLE:
            one._target = Part(  # noqa: SLF001
                PackURI("/word/fontTable.xml"),
                one.target_part.content_type,
                font_table(document.language).encode(),
                file.part.package,
            )


def _repacked(content: bytes) -> bytes:
    """The same files with a date of their own: python-docx writes the clock's."""
    packed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _FIXED_DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            new.writestr(entry, old.read(name))
    return packed.getvalue()
