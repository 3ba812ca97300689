"""Where everything in a chart stands. Text is measured generously, so that no label can run into another in any font."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from zjtx_cli.advisor import reasons
from zjtx_cli.report.drawing import Drawing, FitBar, FitChart, Mark, Pair, ProfileChart, Range
from zjtx_cli.report.drawing_text import lines_of, width_of
from zjtx_cli.text import Language

PHONE, SCREEN, PAPER = 340.0, 680.0, 560.0
"""Widths to lay out for; one unit is about a pixel on a phone and 0.8 pt on A4."""

TEXT, SMALL = 12.0, 10.5
_LINE = 1.35
_BESIDE = 480.0  # from this width on, names stand beside the bars and not above them
_PAD = 2.0
_ROW_GAP = 9.0
_LANE = 15.0


@dataclass(frozen=True, slots=True)
class Line:
    """`look` is rule (an axis), mark (a threshold), span (an interval), faint (one of less account), open or
    open-there (where a value that is not known must lie).
    """

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True, slots=True)
class Box:
    """A bar; `look` is track (what could be) or bar (what is)."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True, slots=True)
class Point:
    """`look` is dot or hollow (a ring), or diamond (hollow too): told apart by shape, not by colour."""

    x: float
    y: float
    look: str


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line; `x` is their start, middle or end, as `anchor` says, `y` their base line."""

    x: float
    y: float
    words: str
    size: float
    anchor: str = "start"
    look: str = "ink"  # ink | soft

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        width = width_of(self.words, self.size)
        left = self.x - {"start": 0.0, "middle": width / 2, "end": width}[self.anchor]
        return left, self.y - self.size * 0.9, left + width, self.y + self.size * 0.22


Shape = Line | Box | Point | Label


@dataclass(frozen=True, slots=True)
class Sheet:
    """A chart laid out: shapes in the order in which they are painted."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def laid_out(drawing: Drawing, width: float, language: Language) -> Sheet:
    match drawing:
        case FitChart():
            return _fits(drawing, width, language)
        case ProfileChart():
            return _profile(drawing, width, language)


@dataclass(frozen=True, slots=True)
class _Scale:
    """The stretch of the sheet on which values from 0 to 1 stand."""

    left: float
    right: float

    def __call__(self, value: float) -> float:
        return round(self.left + (self.right - self.left) * value, 2)


def _fits(chart: FitChart, width: float, language: Language) -> Sheet:
    beside = width >= _BESIDE
    names = width * 0.31 if beside else 0.0
    figure = width_of("0.00–0.00", SMALL) + 8
    shares = (width * 0.24 if beside else 0.0) if chart.has_shares else 0.0
    fits = _Scale(names + 10 if beside else 6.0, width - figure - shares - (4 if beside else 0))
    share = _Scale(width - shares + 8, width - width_of("100%", TEXT) - 4) if beside else fits
    heads, top = _heads(chart, fits, share if beside and chart.has_shares else None, width, language)
    rows: list[Shape] = []
    y = top + _ROW_GAP
    for bar in chart.bars:
        name, after = _wrapped(bar.name.to(language), 0, y, names or width, TEXT, "ink")
        note, after = _wrapped(bar.note.to(language), 0, after, names or width, SMALL, "soft")
        lane = y if beside else after + 3
        drawn, bottom = _fit_row(bar, lane, fits, share if chart.has_shares else None, beside)
        rows += [*name, *note, *(() if beside else _grid(chart, fits, lane - 2, lane + 17)), *drawn]
        y = max(after, bottom)
        y += _ROW_GAP
    grid = list(_grid(chart, fits, top, y)) if beside else []
    ticks = _ticks(fits, y, "{:.2g}", (0, 0.25, 0.5, 0.75, 1) if beside else (0, 0.5, 1))
    hundred = _ticks(share, y, "{:.0%}", (0, 1)) if beside and chart.has_shares else ()
    foot, bottom = _legend(chart, y + SMALL * _LINE + 12, width, language)
    return Sheet(width, bottom, (*grid, *heads, *rows, *ticks, *hundred, *foot))


def _grid(chart: FitChart, fits: _Scale, top: float, bottom: float) -> Iterator[Shape]:
    yield from (Line(fits(at), top, fits(at), bottom, "rule") for at in (0.0, 1.0))
    yield from (Line(fits(one.at), top, fits(one.at), bottom, "mark") for one in chart.marks)


def _heads(
    chart: FitChart, fits: _Scale, share: _Scale | None, width: float, language: Language
) -> tuple[list[Shape], float]:
    """What the scales tell, and below it the names of the lines across."""
    room = (share.left - 12 if share else width) - fits.left
    drawn, bottom = _wrapped(chart.fit.to(language), fits.left, 0, room, TEXT, "ink")
    if chart.has_shares:
        left, y = (share.left, 0.0) if share else (fits.left, bottom)
        more, other = _wrapped(chart.share.to(language), left, y, width - left, TEXT, "ink")
        drawn, bottom = [*drawn, *more], max(bottom, other)
    names = _mark_names(chart.marks, fits, bottom + SMALL, width, language)
    return [*drawn, *names], max((one.y for one in names), default=bottom) + SMALL * 0.4


def _mark_names(marks: tuple[Mark, ...], fits: _Scale, y: float, width: float, language: Language) -> list[Label]:
    """Before its line or behind it, and on a line of its own where there is no room for it beside the others."""
    names: list[Label] = []
    for place, one in enumerate(marks):
        words, x = f"{one.name.to(language)} {reasons.fit(one.at)}", fits(one.at)
        room = width_of(words, SMALL) + 3
        before = x >= room and (place < len(marks) - 1 or x + room > width)
        label = Label(x - 3, y, words, SMALL, "end", "soft") if before else Label(x + 3, y, words, SMALL, look="soft")
        if names and label.box[0] < names[-1].box[2] + 4:
            label = replace(label, y=names[-1].y + SMALL * _LINE)
        names.append(label)
    return names


def _fit_row(bar: FitBar, y: float, fits: _Scale, share: _Scale | None, beside: bool) -> tuple[list[Shape], float]:
    """The interval and its figures; the share stands beside it, or on a narrow sheet below it."""
    middle, base = y + TEXT * 0.62, y + TEXT
    figure = fits.right + 8
    low, high = reasons.fit(bar.fit.low), reasons.fit(bar.fit.high)
    shapes: list[Shape] = [*_interval(bar.fit, fits, middle, "hollow" if bar.out else "dot")]
    shapes.append(Label(figure, base, reasons.fit(bar.fit.middle), TEXT))
    if low != high:
        base += SMALL * _LINE
        shapes.append(Label(figure, base, f"{low}–{high}", SMALL, look="soft"))
    if share is not None and bar.share is not None:
        at = middle - 4.5 if beside else base + 6
        shapes += _share(bar.share, share, at)
        base = base if beside else at + 9
    return shapes, base + 3


def _interval(span: Range, scale: _Scale, y: float, look: str) -> Iterator[Shape]:
    if span.low != span.high:
        line = "span" if look == "dot" else "faint"
        yield Line(scale(span.low), y, scale(span.high), y, line)
        yield from (Line(scale(end), y - 3.5, scale(end), y + 3.5, line) for end in (span.low, span.high))
    yield Point(scale(span.middle), y, look)


def _known_or_open(span: Range, scale: _Scale, y: float, look: str) -> Shape:
    """What is known is a point; what is not known is only the stretch on which it must lie."""
    if span.low == span.high:
        return Point(scale(span.middle), y, look)
    return Line(scale(span.low), y, scale(span.high), y, "open" if look == "dot" else "open-there")


def _share(share: float, scale: _Scale, y: float) -> Iterator[Shape]:
    yield Box(scale(0), y, scale(1) - scale(0), 9, "track")
    if share:
        yield Box(scale(0), y, round(scale(share) - scale(0), 2), 9, "bar")
    yield Label(scale.right + 8, y + 8.5, reasons.percent(share), SMALL)


def _ticks(scale: _Scale, y: float, form: str, at: tuple[float, ...]) -> Iterator[Shape]:
    yield Line(scale(0), y, scale(1), y, "rule")
    for value in at:
        yield Line(scale(value), y, scale(value), y + 3, "rule")
        yield Label(scale(value), y + 3 + SMALL, form.format(value), SMALL, "middle", "soft")


def _legend(chart: FitChart, y: float, width: float, language: Language) -> tuple[list[Shape], float]:
    if not any(one.out for one in chart.bars):
        return [], y
    words, bottom = _wrapped(chart.out.to(language), 16, y, width - 16, SMALL, "soft")
    return [Point(7, y + SMALL * 0.62, "hollow"), *words], bottom + _PAD


def _profile(chart: ProfileChart, width: float, language: Language) -> Sheet:
    beside = width >= _BESIDE
    names = width * 0.34 if beside else 0.0
    weight = width_of(chart.weight.to(language), SMALL) + 8
    scale = _Scale(names + 10 if beside else 6.0, width - max(weight, width_of("0.00", SMALL) + 8))
    heads, top = _key(chart, width, language)
    top += SMALL * _LINE
    heads += [
        *_wrapped(chart.value.to(language), scale.left, top - SMALL * _LINE, scale.right - scale.left, SMALL, "soft")[
            0
        ],
        Label(width, top - SMALL * 0.35, chart.weight.to(language), SMALL, "end", "soft"),
    ]
    rows: list[Shape] = []
    y = top + _ROW_GAP
    for pair in chart.pairs:
        name, after = _wrapped(pair.name.to(language), 0, y, names or width - weight, TEXT, "ink")
        lane = y if beside else after + 2
        rows += [*name, *(() if beside else _uprights(scale, lane - 2, lane + _LANE * 1.6))]
        rows += _pair_row(pair, lane, scale, width)
        y = max(after, lane + TEXT * 0.45 + _LANE * 0.8 + 5) + _ROW_GAP * 0.7
    grid = _uprights(scale, top, y) if beside else ()
    ticks = _ticks(scale, y, "{:.2g}", (0, 0.5, 1))
    return Sheet(width, y + SMALL * _LINE + 6, (*grid, *heads, *rows, *ticks))


def _uprights(scale: _Scale, top: float, bottom: float) -> Iterator[Shape]:
    yield from (Line(scale(at), top, scale(at), bottom, "rule") for at in (0.0, 0.5, 1.0))


def _key(chart: ProfileChart, width: float, language: Language) -> tuple[list[Shape], float]:
    """Which sign is whose."""
    shapes: list[Shape] = []
    y = 0.0
    for name, look in ((chart.here, "dot"), (chart.there, "diamond")):
        words, bottom = _wrapped(name.to(language), 16, y, width - 16, SMALL, "ink")
        shapes += [Point(7, y + SMALL * 0.72, look), *words]
        y = bottom + 2
    top = y
    words, y = _wrapped(chart.open.to(language), 16, top, width - 16, SMALL, "soft")
    shapes.append(Line(0, top + SMALL * 0.72, 14, top + SMALL * 0.72, "open"))
    return [*shapes, *words], y + 4


def _pair_row(pair: Pair, y: float, scale: _Scale, width: float) -> Iterator[Shape]:
    here = y + TEXT * 0.45
    yield _known_or_open(pair.here, scale, here, "dot")
    yield _known_or_open(pair.there, scale, here + _LANE * 0.8, "diamond")
    yield Label(width, y + TEXT, reasons.percent(pair.weight), SMALL, "end", "soft")


def _wrapped(words: str, x: float, y: float, room: float, size: float, look: str) -> tuple[list[Shape], float]:
    """Lines of text under each other from `y` down, none wider than `room`; and where they end."""
    lines = lines_of(words, room, size)
    step = size * _LINE
    drawn: list[Shape] = [Label(x, y + size + step * place, line, size, look=look) for place, line in enumerate(lines)]
    return drawn, y + step * len(lines)
