"""A chart as a picture, for formats that take no SVG."""

from zjtx_cli.report.drawing import Drawing
from zjtx_cli.report.drawing_layout import PAPER, laid_out
from zjtx_cli.report.drawing_svg import on_paper
from zjtx_cli.report.typesetting import faces_for, picture
from zjtx_cli.text import Language

_PPI = 220.0


def to_png(drawing: Drawing, language: Language) -> bytes:
    """PNG, about 1,300 pixels wide. Raises CannotAccess where Typst or a Chinese font is not there."""
    faces = faces_for(language, official=False)
    return picture(on_paper(laid_out(drawing, PAPER, language), faces.chart), faces, ppi=_PPI)
