"""How wide things are on paper: where a title breaks, and what each column of a table asks for. Shared by Word and PDF."""

import re

from zjtx_cli.report.document import Table, plain
from zjtx_cli.report.wording_papers_official import TITLE_TAILS

_NOT_BROKEN = 11  # half characters of a cell that stays on one line: a month, an office
_TITLE_AT_MOST = 40  # half characters
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6“”‘’—…]"
)
_SMALL, _LITTLE = 7, 1000  # rows, and half characters in all
_GAPS = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z])(?=[\u4e00-\u9fff])")
_WORD = re.compile(r"[!-~]+")


def title_lines(title: str) -> tuple[str, ...]:
    """A title that is longer than a line is broken before what it is, or behind its colon, and not inside a word."""
    if span(title) <= _TITLE_AT_MOST:
        return (title,)
    tail = next((one for one in TITLE_TAILS if title.endswith(one)), "") or title.rpartition("：")[2]
    head = title.removesuffix(tail)
    return (head, tail) if head and tail and span(head) <= _TITLE_AT_MOST else (title,)


def columns(table: Table, width: int) -> list[int]:
    """Widths in twips: each column as much as its words ask for, none too narrow for its head or its longest word."""
    cells = [[plain(row[place]) for row in table.rows] for place in range(len(table.head))]
    wants, least = [], []
    for head, column in zip(table.head, cells, strict=True):
        lengths = sorted(map(span, column)) or [0]
        usual, longest = sum(lengths) / len(lengths), lengths[-1]
        wants.append(max(span(head), 4, (usual + longest) / 2) ** 0.75)
        words = [_in_letters(word) for text in (head, *column) for word in _WORD.findall(text)]
        whole = [_with_gaps(text) for text in (head, *column) if span(text) <= _NOT_BROKEN]
        least.append(max([8, *whole, *(min(word, 14) for word in words)]) * 115 + 200)
    scale = width / sum(wants)
    chosen = [max(want * scale, low) for want, low in zip(wants, least, strict=True)]
    spare = [one - low for one, low in zip(chosen, least, strict=True)]
    over = sum(chosen) - width
    if over > 0 and sum(spare) > 0:
        chosen = [one - over * room / sum(spare) for one, room in zip(chosen, spare, strict=True)]
    rounded = [max(1, round(one * width / sum(chosen))) for one in chosen]
    rounded[-1] += width - sum(rounded)
    return rounded


def stays_together(table: Table) -> range | frozenset[int]:
    """The rows that stay on one page with the next: of a small table all, of others those that would leave a lone row."""
    last = len(table.rows) - 1
    said = sum(span(plain(cell)) for row in table.rows for cell in row)
    if last < _SMALL and said < _LITTLE:
        return range(last)
    return frozenset((0, last - 1))


def _with_gaps(text: str) -> int:
    """With the gap that Word puts between a figure and a Chinese character, half a half character each."""
    return span(text) + (len(_GAPS.findall(text)) + 1) // 2


def _in_letters(word: str) -> int:
    """A capital is half as wide again as half a Chinese character."""
    return len(word) + (sum(map(str.isupper, word)) + 1) // 2


def span(text: str) -> int:
    """The width of a text in half characters."""
    return len(text) + len(_WIDE.findall(text))
