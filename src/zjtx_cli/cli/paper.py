"""A composed document on the screen."""

import os
import sys

from zjtx_cli.cli.show import result, width
from zjtx_cli.report.document import Document
from zjtx_cli.report.to_terminal import render


def as_text(document: Document, *, to_screen: bool = True) -> str:
    """As wide as the terminal, in colour only where one is there."""
    return render(document, width(), color=to_screen and _in_color())


def show_paper(document: Document) -> None:
    result(as_text(document))


def _in_color() -> bool:
    """Where a terminal shows it, or FORCE_COLOR asks for it; never with NO_COLOR."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
