"""Lines by display width: a Chinese character takes two columns."""

import re
import unicodedata

from zjtx_cli.text import harmless

_BLANKS = re.compile(r"[\t\n\ufffd]")
_NOT_FIRST = frozenset("，。、；：？！）》〉」』】”’…—％·,.;:?!)]}%")
_NOT_LAST = frozenset("（《〈「『【“‘([{")
_PIECE = re.compile(r"\s+|[^\s\u1100-\U0010ffff]+|[\u1100-\U0010ffff]")


def on_one_line(text: str) -> str:
    """Text of others that can neither steer a terminal nor break out of its line."""
    return _BLANKS.sub(" ", harmless(text))


def width(text: str) -> int:
    """Columns that a text takes. What some consoles draw wide and others narrow (“ ” — … →) is counted wide."""
    return sum(_width(character) for character in text)


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """The lines of a paragraph; `indent` goes before all but the first. Words stay whole, and no line begins with a comma."""
    lines: list[str] = []
    line = ""
    for piece in _pieces(text):
        room = columns - (width(indent) if lines else 0)
        if width(line) + width(piece.rstrip()) <= room:
            line += piece
            continue
        if line.strip():
            lines.append((indent if lines else "") + line.rstrip())
            room = columns - width(indent)
        line = piece.lstrip()
        while width(line.rstrip()) > room:  # one piece that is longer than a line
            cut = next(index for index in range(len(line), 0, -1) if width(line[:index]) <= room or index == 1)
            lines.append((indent if lines else "") + line[:cut])
            line, room = line[cut:], columns - width(indent)
    return [*lines, (indent if lines else "") + line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str) -> list[str]:
    """What must not be broken: words, and characters with the punctuation that belongs to them."""
    pieces: list[str] = []
    for piece in _PIECE.findall(text):
        joins = pieces and not piece.isspace() and (piece[0] in _NOT_FIRST or pieces[-1][-1] in _NOT_LAST)
        if joins and not pieces[-1].isspace():
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def _width(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WFA" else 1
