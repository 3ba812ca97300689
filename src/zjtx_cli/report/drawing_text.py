"""How wide the words of a chart are, measured generously, and where they break."""

import unicodedata
from itertools import pairwise

from zjtx_cli.report.wrapping import breaks

_LEAST = 4  # cells, two Chinese characters


def width_of(words: str, size: float) -> float:
    """At least as wide as common fonts set it."""
    return sum(_width(mark) for mark in words) * size


def lines_of(words: str, room: float, size: float) -> list[str]:
    """As few lines as fit, and those of one length: no last line of a single character."""
    cells = int(room / size * 2)
    lines = _broken(words, cells)
    while cells > _LEAST and any(width_of(line, size) > room for line in lines):
        cells -= 1
        lines = _broken(words, cells)
    while cells > _LEAST and len(narrower := _broken(words, cells - 1)) == len(lines):
        cells, lines = cells - 1, narrower
    return lines


def _broken(words: str, cells: int) -> list[str]:
    cuts = [0, *breaks(words, cells), len(words)]
    return [line for start, end in pairwise(cuts) if (line := words[start:end].strip())]


def _width(mark: str) -> float:
    if unicodedata.east_asian_width(mark) in "WFA":
        return 1.0
    if mark in "mMwWGOQ@%":
        return 0.93
    if mark.isupper():
        return 0.72
    return 0.34 if mark in " .,:;'|il!()-" else 0.6
