"""A workbook to follow up by: one sheet for each table of a paper. Words are always words, never a formula."""

import io
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from zjtx_cli.report.document import Document, Paragraph, Section, Table, on_one_line, plain
from zjtx_cli.report.widths import span
from zjtx_cli.text import Language

_LONGEST_CELL = 32_000  # characters; Excel takes 32,767
_LONGEST_NAME = 31
_NOT_IN_A_NAME = str.maketrans("[]:*?/\\'", "        ")
_WIDEST, _NARROWEST = 48, 8  # of a column, in characters
_A4 = 9
_FONT = {Language.ZH: "宋体", Language.EN: "Arial"}


def render(document: Document) -> bytes:
    year, _, month = (document.date or "2000-01").partition("-")
    written = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(written, options) as book:
        book.set_properties(
            {
                "title": on_one_line(document.title),
                "subject": on_one_line(document.subtitle),
                # The paper's own month, never the clock's.
                "created": datetime(int(year), int(month), 1, tzinfo=UTC),
            }
        )
        looks = _looks(book, document.language)
        for section in document.sections:
            _sheet(book, section, document, looks)
    return written.getvalue()


def _looks(book: Any, language: Language) -> dict[str, Any]:
    base = {"font_name": _FONT[language], "font_size": 11, "valign": "vcenter", "text_wrap": True}
    return {
        "title": book.add_format({**base, "bold": True, "font_size": 14, "text_wrap": False}),
        "note": book.add_format({**base, "text_wrap": False, "italic": language is Language.EN}),
        "head": book.add_format({**base, "bold": True, "border": 1, "align": "center", "bg_color": "#EDEDED"}),
        "cell": book.add_format({**base, "border": 1}),
        "figure": book.add_format({**base, "border": 1, "align": "right"}),
    }


def _sheet(book: Any, section: Section, document: Document, looks: dict[str, Any]) -> None:
    """Title, date and table; the head stays in sight, is repeated on every printed page, and filters its column."""
    sheet = book.add_worksheet(on_one_line(section.title).translate(_NOT_IN_A_NAME)[:_LONGEST_NAME])
    sheet.write_string(0, 0, _cell(document.title), looks["title"])
    sheet.write_string(1, 0, _cell(document.subtitle), looks["note"])
    row = 2
    for block in section.blocks:
        match block:
            case Table():
                row = _table(sheet, block, row, looks)
            case Paragraph(words):
                sheet.write_string(row, 0, _cell(plain(words)), looks["note"])
                row += 1
            case _:
                continue
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C— &P —")


def _table(sheet: Any, table: Table, top: int, looks: dict[str, Any]) -> int:
    """Returns the row below the table."""
    for place, title in enumerate(table.head):
        sheet.write_string(top, place, _cell(title), looks["head"])
        longest = max([span(title), *(span(plain(row[place])) for row in table.rows)])
        sheet.set_column(place, place, min(_WIDEST, max(_NARROWEST, longest + 2)))
    for number, row in enumerate(table.rows, top + 1):
        for place, words in enumerate(row):
            look = "figure" if place in table.figures else "cell"
            shown = _cell(plain(words))
            if shown.isascii() and shown.isdigit() and len(shown) < 10:
                sheet.write_number(number, place, int(shown), looks[look])
            else:
                sheet.write_string(number, place, shown, looks[look])
    last = top + len(table.rows)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)
    if table.rows:
        sheet.autofilter(top, 0, last, len(table.head) - 1)
    return last + 1


def _cell(text: str) -> str:
    return on_one_line(text)[:_LONGEST_CELL]
