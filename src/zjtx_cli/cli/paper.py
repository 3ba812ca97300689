"""A composed document on the screen."""

import sys

from zjtx_cli.cli.show import result, width
from zjtx_cli.report.document import Document
from zjtx_cli.report.to_terminal import render


def as_text(document: Document, *, to_screen: bool = True) -> str:
    """As wide as the terminal, in colour only where one is there."""
    return render(document, width(), color=to_screen and sys.stdout is not None and sys.stdout.isatty())


def show_paper(document: Document) -> None:
    result(as_text(document))
