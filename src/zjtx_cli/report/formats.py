"""The forms in which a document can be had, by name. JSON is not among them: it renders the advice itself."""

from collections.abc import Callable
from os.path import splitext
from typing import NamedTuple

from zjtx_cli.report import to_html, to_markdown, to_terminal
from zjtx_cli.report.document import Document


class Format(NamedTuple):
    """The suffix of its files, and the function that renders it; only a terminal looks at the width in columns."""

    suffix: str
    render: Callable[[Document, int], str | bytes]


def _pdf(document: Document, _: int) -> bytes:
    from zjtx_cli.report import to_pdf  # its program and its fonts, only where they are wanted

    return to_pdf.render(document)


def _docx(document: Document, _: int) -> bytes:
    from zjtx_cli.report import to_docx

    return to_docx.render(document)


def _xlsx(document: Document, _: int) -> bytes:
    from zjtx_cli.report import to_xlsx

    return to_xlsx.render(document)


FORMATS: dict[str, Format] = {
    "text": Format(".txt", to_terminal.render),
    "markdown": Format(".md", lambda document, _: to_markdown.render(document)),
    "html": Format(".html", lambda document, _: to_html.render(document)),
    "docx": Format(".docx", _docx),
    "pdf": Format(".pdf", _pdf),
    "xlsx": Format(".xlsx", _xlsx),
}


def written(document: Document, name: str, width: int) -> bytes:
    """The bytes of a file of that format."""
    content = FORMATS[name].render(document, width)
    return content.encode() if isinstance(content, str) else content


def format_for(path: str) -> str | None:
    """The name of the format that a file's suffix asks for, or None where no format has it."""
    suffix = splitext(path)[1].lower()
    return next((name for name, one in FORMATS.items() if one.suffix == suffix), None)
