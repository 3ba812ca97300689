"""Reading Word files and workbooks back, as their readers' programs do."""

import io
import zipfile
from xml.etree import ElementTree

import docx
import openpyxl
from docx.document import Document as WordFile

from tests.report.reading import squeezed
from tests.report.reading_pdf import unpacked

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def word(content: bytes) -> WordFile:
    return docx.Document(io.BytesIO(content))


def word_headings(content: bytes) -> list[str]:
    """In order, by their styles; Word's own navigation takes the same."""
    return [one.text for one in word(content).paragraphs if one.style and one.style.name.lower().startswith("heading")]


def word_words(content: bytes) -> str:
    """All that is read in the body, tables and links included."""
    return squeezed("".join(one.text or "" for one in word(content).element.body.iter(f"{W}t")))


def parts(content: bytes) -> dict[str, bytes]:
    """Every file inside, as it is."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def every_byte(content: bytes) -> bytes:
    return b"\n".join(parts(content).values())


def as_read(content: bytes, form: str) -> str:
    """All that stands in a file of this form, its hidden parts of office files included, as text to look for words in."""
    if form in ("docx", "xlsx"):
        return every_byte(content).decode("utf-8", "replace")
    return unpacked(content)


def part(content: bytes, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(parts(content)[name])


def sheets(content: bytes) -> dict[str, list[list[object]]]:
    """The values of every sheet by its name."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [[cell.value for cell in row] for row in sheet.iter_rows()] for sheet in book.worksheets}


def formulas(content: bytes) -> int:
    """How many cells hold anything but a text or a number."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return sum(cell.data_type == "f" for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
