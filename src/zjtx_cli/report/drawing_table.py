"""A chart where nothing can be drawn: the same figures as a table, with bars of plain characters on a terminal."""

from zjtx_cli.advisor import reasons
from zjtx_cli.report import wording_charts as words
from zjtx_cli.report.document import Picture, Table
from zjtx_cli.report.drawing import FitChart, ProfileChart, Range
from zjtx_cli.text import Language

_CELLS = 11
"""From 0 to 1 in tenths. Marks are ASCII: others are two columns wide on some Chinese consoles."""


def as_table(picture: Picture, language: Language, *, bars: bool) -> Table:
    match picture.drawing:
        case FitChart() as chart:
            return _fits(chart, picture.caption.to(language), language, bars=bars)
        case ProfileChart() as chart:
            return _profile(chart, picture.caption.to(language), language, bars=bars)


def _fits(chart: FitChart, caption: str, language: Language, *, bars: bool) -> Table:
    head = [one.to(language) for one in words.FIT_HEAD]
    rows = []
    for one in chart.bars:
        share = "" if one.share is None else reasons.percent(one.share)
        row = [
            one.name.to(language),
            _bar(one.fit, "o" if one.out else "O"),
            reasons.fit(one.fit.middle),
            _said(one.fit),
        ]
        rows.append([*row, share])
    columns = [0, *((1,) if bars else ()), 2, 3, *((4,) if chart.has_shares else ())]
    figures = frozenset(place for place, column in enumerate(columns) if column > 1)
    return Table(caption, _chosen(head, columns), tuple(_chosen(row, columns) for row in rows), figures)


def _profile(chart: ProfileChart, caption: str, language: Language, *, bars: bool) -> Table:
    """The names of the two places stand in the caption; here they are only told apart."""
    here, there = words.HERE.to(language), words.CASE.to(language)
    head = (*(one.to(language) for one in words.PROFILE_HEAD), here, there)
    rows = tuple(
        (
            one.name.to(language),
            reasons.percent(one.weight),
            *((_bar(one.here), _bar(one.there)) if bars else (_said(one.here), _said(one.there))),
        )
        for one in chart.pairs
    )
    return Table(caption, head, rows, frozenset((1,)) if bars else frozenset((1, 2, 3)))


def _said(one: Range) -> str:
    low, high = reasons.fit(one.low), reasons.fit(one.high)
    return low if low == high else f"{low}–{high}"


def _bar(one: Range, middle: str = "") -> str:
    """....==O==.. from the lowest to the highest; what is known is a point, and what is not has one only if asked for."""
    low, between, high = (round(value * (_CELLS - 1)) for value in (one.low, one.middle, one.high))
    cells = ["=" if low <= place <= high else "." for place in range(_CELLS)]
    if middle or one.low == one.high:
        cells[between] = middle or "O"
    return "".join(cells)


def _chosen(row: list[str], columns: list[int]) -> tuple[str, ...]:
    return tuple(row[column] for column in columns)
