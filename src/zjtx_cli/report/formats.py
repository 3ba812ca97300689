"""The forms in which a document can be had, by name. JSON is not among them: it renders the advice itself."""

from collections.abc import Callable
from os.path import splitext
from typing import NamedTuple

from zjtx_cli.report import to_html, to_markdown, to_terminal
from zjtx_cli.report.document import Document


class Format(NamedTuple):
    """The suffix of its files, and the function that renders it; only a terminal looks at the width in columns."""

    suffix: str
    render: Callable[[Document, int], str]


FORMATS: dict[str, Format] = {
    "text": Format(".txt", to_terminal.render),
    "markdown": Format(".md", lambda document, _: to_markdown.render(document)),
    "html": Format(".html", lambda document, _: to_html.render(document)),
}


def format_for(path: str) -> str | None:
    """The name of the format that a file's suffix asks for, or None where no format has it."""
    suffix = splitext(path)[1].lower()
    return next((name for name, one in FORMATS.items() if one.suffix == suffix), None)
