"""A chart as SVG: for a page, whose style sheet paints it, and for paper, where it carries its own paint."""

from collections.abc import Callable, Iterator
from html import escape

from zjtx_cli.report.document import on_one_line
from zjtx_cli.report.drawing_layout import Box, Label, Line, Point, Shape, Sheet

STYLE = """
svg .ink{fill:var(--ink)}
svg .soft{fill:var(--soft)}
svg .rule{stroke:var(--line);stroke-width:1}
svg .mark{stroke:var(--soft);stroke-width:1;stroke-dasharray:3 3}
svg .span{stroke:var(--accent);stroke-width:2.5}
svg .faint{stroke:var(--soft);stroke-width:1.2}
svg .open{stroke:var(--accent);stroke-width:1.2;stroke-dasharray:5 3}
svg .open-there{stroke:var(--soft);stroke-width:.8;stroke-dasharray:1.5 3}
svg .track{fill:var(--tint);stroke:var(--line);stroke-width:.7}
svg .bar,svg .dot{fill:var(--accent)}
svg .hollow,svg .diamond{fill:var(--paper);stroke:var(--ink);stroke-width:1.6}
"""
"""For the page: colours are its variables, so a chart follows it into the dark and onto paper."""

_PAINT = {
    "ink": 'fill="#000000"',
    "soft": 'fill="#404040"',
    "rule": 'stroke="#a0a0a0" stroke-width="0.8"',
    "mark": 'stroke="#606060" stroke-width="0.8" stroke-dasharray="3 3"',
    "span": 'stroke="#1f4e79" stroke-width="2.5"',
    "faint": 'stroke="#606060" stroke-width="1.1"',
    "open": 'stroke="#1f4e79" stroke-width="1.2" stroke-dasharray="5 3"',
    "open-there": 'stroke="#606060" stroke-width="0.8" stroke-dasharray="1.5 3"',
    "track": 'fill="#f2f2f2" stroke="#a0a0a0" stroke-width="0.6"',
    "bar": 'fill="#1f4e79"',
    "dot": 'fill="#1f4e79"',
    "hollow": 'fill="#ffffff" stroke="#000000" stroke-width="1.4"',
    "diamond": 'fill="#ffffff" stroke="#000000" stroke-width="1.4"',
}
_RADIUS = 4.2
_Look = Callable[[str], str]


def on_page(sheet: Sheet, name: str, alternative: str) -> str:
    """For a page: `name` is its class, the alternative what is read to those who do not see it."""
    head = f'<svg class="{name}" role="img" aria-label="{_text(alternative)}" viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}">'
    return f"{head}{''.join(_shape(one, _classed) for one in sheet.shapes)}</svg>"


def on_paper(sheet: Sheet, fonts: tuple[str, ...]) -> str:
    """A whole SVG file in paint that stays readable in grey."""
    size = f'width="{_n(sheet.width)}" height="{_n(sheet.height)}" viewBox="0 0 {_n(sheet.width)} {_n(sheet.height)}"'
    family = ", ".join(f"&quot;{_text(one)}&quot;" for one in fonts)
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{family}">'
    return f"{head}{''.join(_shape(one, _painted) for one in sheet.shapes)}</svg>"


def _shape(shape: Shape, look: _Look) -> str:
    return "".join(_parts(shape, look))


def _parts(shape: Shape, look: _Look) -> Iterator[str]:
    match shape:
        case Line(x1, y1, x2, y2, kind):
            yield f'<path {look(kind)} fill="none" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"/>'
        case Box(x, y, width, height, kind):
            yield f'<rect {look(kind)} x="{_n(x)}" y="{_n(y)}" width="{_n(width)}" height="{_n(height)}"/>'
        case Point(x, y, "diamond"):
            r = _RADIUS + 0.8
            yield f'<path {look("diamond")} d="M{_n(x - r)} {_n(y)}L{_n(x)} {_n(y - r)}L{_n(x + r)} {_n(y)}L{_n(x)} {_n(y + r)}Z"/>'
        case Point(x, y, kind):
            yield f'<circle {look(kind)} cx="{_n(x)}" cy="{_n(y)}" r="{_RADIUS}"/>'
        case Label(x, y, words, size, anchor, kind):
            to = "" if anchor == "start" else f' text-anchor="{anchor}"'
            yield f'<text {look(kind)} x="{_n(x)}" y="{_n(y)}" font-size="{_n(size)}"{to}>{_text(words)}</text>'


def _classed(kind: str) -> str:
    return f'class="{kind}"'


def _painted(kind: str) -> str:
    return _PAINT[kind]


def _n(value: float) -> str:
    return f"{round(value, 2):g}"


def _text(words: str) -> str:
    return escape(on_one_line(words))
