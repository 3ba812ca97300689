"""For a terminal: Rich for looks, lines broken by display width, nothing told by colour alone.

Marks are ASCII or in GBK, so that a Chinese console of any age can show them; what users wrote is never read as markup.
"""

from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from zjtx_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Fact,
    Facts,
    Fold,
    Lines,
    Link,
    Numbered,
    Paragraph,
    Picture,
    Ref,
    Section,
    Strong,
    Table,
    Target,
    Words,
    inlines,
    on_one_line,
    plain,
)
from zjtx_cli.report.drawing_table import as_table
from zjtx_cli.report.wrapping import breaks
from zjtx_cli.text import Language

if TYPE_CHECKING:
    from rich.text import Text

NARROWEST = 20
_MARKS = ("■ ", "● ", "○ ", "◇ ")
_COLON = {Language.ZH: "：", Language.EN: ": "}
_SIDE_BY_SIDE = 60  # columns from which a label and its words stand beside each other
_GAP = 2
_LEAST_COLUMN = 12
_TALLEST_CELL = 6


def render(document: Document, width: int = 80, *, color: bool = False) -> str:
    """Text of at most `width` columns (20 at least). With `color`, styles; NO_COLOR in the environment keeps colours out."""
    width = max(width, NARROWEST)
    lines = _Page(document.language).document(document, width)
    if color:
        return _styled(lines, width)
    return "".join(f"{line.plain.rstrip()}\n" for line in lines)


class _Page:
    """Blocks to lines. A class because every block needs the language and Rich's Text, imported once."""

    def __init__(self, language: Language) -> None:
        from rich.cells import cell_len
        from rich.text import Text

        self._language = language
        self._colon = _COLON[language]
        self._text = Text
        self._size = cell_len

    def document(self, document: Document, width: int) -> list["Text"]:
        lines = self._wrapped(document.title, width, "bold")
        if document.subtitle:
            lines += self._wrapped(document.subtitle, width, "dim")
        for section in document.sections:
            lines += self._section(section, width, 0)
        return lines

    def _section(self, section: Section, width: int, depth: int) -> list["Text"]:
        mark = _MARKS[min(depth, len(_MARKS) - 1)]
        style = "bold cyan" if depth == 0 else "bold"
        lines = [self._text(), *self._hanging(mark, section.title, width, style)]
        return lines + self._blocks(section.blocks, width, depth + 1)

    def _blocks(self, blocks: tuple[Block, ...], width: int, depth: int) -> list["Text"]:
        lines: list[Text] = []
        for place, block in enumerate(blocks):
            if place and not isinstance(block, Section | Fold):
                lines.append(self._text())
            lines += self._block(block, width, depth)
        return lines

    def _block(self, block: Block, width: int, depth: int) -> list["Text"]:
        match block:
            case Paragraph(words):
                return self._wrapped(words, width)
            case Bullets(items):
                return [line for item in items for line in self._hanging("- ", item, width)]
            case Numbered(items):
                digits = len(str(len(items)))
                return [
                    line
                    for number, item in enumerate(items, 1)
                    for line in self._hanging(f"{number:>{digits}}. ", item, width)
                ]
            case Table():
                return self._table(block, width)
            case Facts(facts):
                return self._facts(facts, width)
            case Lines(lines, label):
                return self._under(lines, label, width)
            case Callout(_, title, words):
                return self._hanging("※ ", (Strong(title), self._colon, *inlines(words)), width)
            case Picture():
                return self._picture(block, width)
            case Fold(title, inner) | Section(title, inner):
                return self._section(Section(title, inner), width, depth)

    def _facts(self, facts: tuple[Fact, ...], width: int) -> list["Text"]:
        """Labels on the left, words on the right; on a narrow screen the words below their label."""
        label = max((self._size(on_one_line(fact.label)) for fact in facts), default=0) + _GAP
        lines: list[Text] = []
        for fact in facts:
            if width < _SIDE_BY_SIDE or label > width // 3:
                lines += self._wrapped((Strong(fact.label), self._colon.rstrip()), width)
                lines += [part for words in fact.lines for part in self._hanging("  ", words, width)]
                continue
            right = [part for words in fact.lines for part in self._wrapped(words, width - label)]
            for place, part in enumerate(right or [self._text()]):
                lines.append(
                    self._padded(self._words((Strong(fact.label),)) if place == 0 else self._text(), label) + part
                )
        return lines

    def _under(self, lines: tuple[str, ...], label: str, width: int) -> list["Text"]:
        """Behind their label, under each other; without one at the right."""
        if not label:
            shown = [part for one in lines for part in self._wrapped(one, width)]
            return [self._text(" " * (width - self._size(one.plain))) + one for one in shown]
        first, *rest = lines
        before = label + self._colon
        indent = " " * self._size(before)
        told = [self._hanging(mark, one, width) for mark, one in ((before, first), *((indent, one) for one in rest))]
        return [line for part in told for line in part]

    def _table(self, table: Table, width: int) -> list["Text"]:
        widths = self._widths(table, width)
        if widths is None:
            return self._stacked(table, width)
        rows = [[self._wrapped(cell, at) for cell, at in zip(row, widths, strict=True)] for row in table.rows]
        if max((len(cell) for row in rows for cell in row), default=0) > _TALLEST_CELL:
            return self._stacked(table, width)
        head = [self._wrapped((Strong(title),), at) for title, at in zip(table.head, widths, strict=True)]
        rule = [[self._text("-" * at)] for at in widths]
        lines: list[Text] = []
        for row in (head, rule, *rows):
            lines += [self._row(cells, widths, table) for cells in zip_longest(*row, fillvalue=self._text())]
        return lines

    def _picture(self, picture: Picture, width: int) -> list["Text"]:
        caption = self._wrapped((Strong(picture.caption.to(self._language)),), width)
        return [*caption, *self._table(as_table(picture, self._language, bars=True), width)]

    def _row(self, cells: tuple["Text", ...], widths: list[int], table: Table) -> "Text":
        line = self._text()
        for place, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            left = width - self._size(cell.plain) if place in table.figures else 0
            line = self._text(" " * left).join([line, cell]) if left else line + cell
            if place < len(cells) - 1:
                line = self._padded(line, sum(widths[: place + 1]) + _GAP * (place + 1))
        return line

    def _stacked(self, table: Table, width: int) -> list["Text"]:
        """A table that does not fit: each row as a heading and labelled lines."""
        lines: list[Text] = []
        for place, row in enumerate(table.rows):
            if place:
                lines.append(self._text())
            lines += self._hanging("- ", (Strong(plain(row[0])),), width)
            for title, cell in zip(table.head[1:], row[1:], strict=True):
                if plain(cell):
                    lines += self._hanging("  ", (f"{title}{self._colon}", *inlines(cell)), width)
        return lines

    def _widths(self, table: Table, width: int) -> list[int] | None:
        """Columns as wide as they need; where that is too much, the wide ones share what the others leave."""
        columns = list(zip(table.head, *table.rows, strict=True))
        natural = [max(self._size(self._words(cell).plain) for cell in column) for column in columns]
        room = width - _GAP * (len(columns) - 1)
        if sum(natural) <= room:
            return natural
        narrow = [at for at in natural if at <= _LEAST_COLUMN]
        wide = [at for at in natural if at > _LEAST_COLUMN]
        share = room - sum(narrow)
        if share < _LEAST_COLUMN * len(wide):
            return None
        spare = share - _LEAST_COLUMN * len(wide)
        total = sum(wide)
        return [at if at <= _LEAST_COLUMN else _LEAST_COLUMN + spare * at // total for at in natural]

    def _hanging(self, mark: str, words: Words, width: int, style: str = "") -> list["Text"]:
        indent = self._size(mark)
        lines = self._wrapped(words, width - indent, style)
        return [self._text(mark if place == 0 else " " * indent, style) + line for place, line in enumerate(lines)]

    def _wrapped(self, words: Words, width: int, style: str = "") -> list["Text"]:
        text = self._words(words, style)
        lines = list(text.divide(breaks(text.plain, width)))
        for line in lines:
            line.rstrip()
        return lines

    def _words(self, words: Words, style: str = "") -> "Text":
        text = self._text(style=style)
        for part in inlines(words):
            match part:
                case str():
                    text.append(_kept(part))
                case Strong(inner):
                    text.append(_kept(inner), "bold")
                case Ref(_, shown) | Target(_, shown):
                    text.append(_kept(shown), "dim")
                case Link(address):
                    text.append(_kept(address), "underline")
        return text

    def _padded(self, text: "Text", width: int) -> "Text":
        text = text.copy()
        text.append(" " * max(width - self._size(text.plain), 0))
        return text


def _styled(lines: list["Text"], width: int) -> str:
    from rich.console import Console

    output = StringIO()
    console = Console(
        file=output,
        width=width,
        force_terminal=True,
        color_system="standard",
        legacy_windows=False,
        markup=False,
        highlight=False,
        emoji=False,
    )
    for line in lines:
        console.print(line, no_wrap=True, overflow="ignore", crop=False)
    return output.getvalue()


def _kept(part: str) -> str:
    """A piece of a line: made harmless, its own spaces at both ends kept."""
    inner = on_one_line(part)
    if not inner:
        return " " if part else ""
    return f"{' ' if part[0].isspace() else ''}{inner}{' ' if part[-1].isspace() else ''}"
