"""Reading PDF back. pypdf's objects hold anything, so what is taken from them is taken as it is."""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader

from tests.report.reading import squeezed


def read(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content), strict=True)


def words_of(reader: PdfReader, most: int = 100) -> str:
    """What stands on the first pages, without white space."""
    return squeezed("\n".join(page.extract_text() for page in reader.pages[:most]))


def unpacked(content: bytes) -> str:
    """What a file says: of a PDF its words and its metadata, of other files all of it."""
    if not content.startswith(b"%PDF"):
        return content.decode()
    reader = read(content)
    metadata: bytes = root_of(reader)["/Metadata"].get_object().get_data()
    return words_of(reader) + metadata.decode()


def headings_of(reader: PdfReader) -> list[str]:
    """The bookmarks, in order."""
    return list(_titles(reader.outline))


def root_of(reader: PdfReader) -> Any:
    return reader.trailer["/Root"]


def fonts_of(reader: PdfReader) -> list[Any]:
    """Every font of the file, wherever it is used."""
    size: Any = reader.trailer["/Size"]
    found: list[Any] = [reader.get_object(number) for number in range(1, size)]
    return [one for one in found if isinstance(one, dict) and one.get("/Type") == "/Font" and "/DescendantFonts" in one]


def links_of(reader: PdfReader) -> list[Any]:
    notes: list[Any] = [note.get_object() for page in reader.pages for note in page.annotations or ()]
    return [one for one in notes if one["/Subtype"] == "/Link"]


def structure(reader: PdfReader) -> list[Any]:
    """The elements of the tag tree, in reading order."""
    return list(_elements(root_of(reader)["/StructTreeRoot"]["/K"]))


def _titles(entries: Any) -> Iterator[str]:
    for one in entries:
        if isinstance(one, list):
            yield from _titles(one)
        else:
            yield str(one["/Title"])


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object() if hasattr(node, "get_object") else node
    if isinstance(node, list):
        for one in node:
            yield from _elements(one)
    elif isinstance(node, dict) and "/S" in node:
        yield node
        yield from _elements(node.get("/K"))
