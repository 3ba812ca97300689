"""Charts for tests, and what a ruler would find on them."""

from collections.abc import Iterator
from itertools import combinations

from zjtx_cli.report.document import Block, Document, Fold, Picture, Section
from zjtx_cli.report.drawing import FitBar, FitChart, Mark, Pair, ProfileChart, Range
from zjtx_cli.report.drawing_layout import Box, Label, Line, Point, Sheet
from zjtx_cli.text import Text, same

FITS = FitChart(
    Text("适合度", "Fit"),
    Text("排第一", "In first place"),
    Text("现阶段不能选", "cannot be chosen"),
    (
        FitBar(Text("集聚入园", "Gather"), Text("推荐", "recommended"), Range(0.7, 0.9), 0.75, out=False),
        FitBar(Text("水平迁链", "Sideways"), Text("受阻", "blocked"), Range(0.3, 0.3), 0.25, out=True),
    ),
    (Mark(0.5, Text("有条件", "conditional")), Mark(0.65, Text("推荐", "recommended"))),
)
PROFILE = ProfileChart(
    same("某某市"),
    Text("原案", "Original case"),
    Text("还不清楚", "not known"),
    Text("价值", "Worth"),
    Text("分量", "Weight"),
    (
        Pair(Text("需求走势", "Demand trend"), 0.64, Range(1, 1), Range(0.5, 0.5)),
        Pair(Text("企业分布", "Where firms produce"), 0.36, Range(0, 1), Range(0, 0)),
    ),
)


def a_picture(drawing: FitChart | ProfileChart = FITS, words: str = "") -> Picture:
    return Picture(drawing, Text(words or "图题", words or "caption"), Text(words or "图里说的", words or "told"))


def pictures(document: Document) -> list[Picture]:
    return list(_pictures(document.sections))


def _pictures(blocks: tuple[Block, ...]) -> Iterator[Picture]:
    for block in blocks:
        if isinstance(block, Picture):
            yield block
        elif isinstance(block, Section | Fold):
            yield from _pictures(block.blocks)


def faults(sheet: Sheet) -> Iterator[str]:
    """Labels over each other, over a mark or outside of the sheet, and shapes outside of it."""
    labels = [one for one in sheet.shapes if isinstance(one, Label)]
    for one in labels:
        left, top, right, bottom = one.box
        if left < -0.01 or top < -0.01 or right > sheet.width + 0.01 or bottom > sheet.height + 0.01:
            yield f"outside: {one.words} {one.box}"
    for one, other in combinations(labels, 2):
        if _meet(one.box, other.box):
            yield f"{one.words!r} over {other.words!r}"
    for shape in sheet.shapes:
        if not isinstance(shape, Label):
            yield from _outside(shape, sheet)
        if isinstance(shape, Point | Box):
            yield from (f"{one.words!r} over a mark" for one in labels if _meet(one.box, _extent(shape)))


def _outside(shape: Line | Box | Point, sheet: Sheet) -> Iterator[str]:
    left, top, right, bottom = _extent(shape)
    if min(left, top) < 0 or right > sheet.width or bottom > sheet.height:
        yield f"outside: {shape}"


def _extent(shape: Line | Box | Point) -> tuple[float, float, float, float]:
    match shape:
        case Line(x1, y1, x2, y2):
            return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)
        case Box(x, y, width, height):
            return x, y, x + width, y + height
        case Point(x, y):
            return x - 4, y - 4, x + 4, y + 4


def _meet(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 0 and down > 1.5  # the feet of letters may reach into the next line
