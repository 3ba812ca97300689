"""Tables (CSV, UTF-8): a header, then one city a line. A cell is written as after `--set`; an empty one was not asked."""

import csv
import re
from collections.abc import Iterator, Sequence

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.answers import HEAD, MOST_BYTES, case_of
from zjtx_cli.files.hidden import HIDDEN
from zjtx_cli.files.located import Node, control_character, decode, duplicate_key, too_large
from zjtx_cli.files.rows import Read, Unusual, Written, row_of
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.row import Row
from zjtx_cli.text import Text

_NAMES = tuple(name for name in HEAD if name != "answers")
_CELL = r'(?:"(?:[^"]|"")*"|[^",]*)'
_QUOTED = re.compile(rf"{_CELL}(?:,{_CELL})*[\r\n]*")
_SEPARATORS = re.compile("[,;，；、]")

_QUOTES = Text(
    "引号有误：双引号要成对；文字里的双引号写两遍",
    'bad quotation marks: they come in pairs, and a " inside a text is written twice',
)
_CELLS = Text("这一行有 {found} 格，表头有 {wanted} 格", "this line has {found} cells, the header has {wanted}")
_NO_CITY = Text("表头缺少“city”一列", "the header has no column “city”")


class TableRows:
    """Reads the lines of one table after its header."""

    def __init__(self, header: Sequence[str], pack: Pack) -> None:
        self._pack, self._columns = pack, header
        written = {name: Written(question, pack) for name, question in pack.questions.items()}
        renamed = {old: one.id for one in pack.questions.values() for old in one.renamed_from}
        self._questions = [
            (index, renamed.get(name, name), written[renamed.get(name, name)])
            for index, name in enumerate(header)
            if name not in _NAMES
        ]
        self._several = {index for index, name, _ in self._questions if pack.questions[name].kind == "several"}
        self._at = {name: header.index(name) for name in _NAMES if name in header}
        self._plain = {"country", "as_of", "office"}.isdisjoint(header)

    def read(self, raw: bytes, where: Location) -> Read:
        try:
            return self._quickly(_cells(raw.decode()))
        except (Unusual, ValueError, csv.Error):
            return self._slowly(raw, where)

    def _quickly(self, cells: list[str]) -> Row:
        if len(cells) != len(self._columns) or not self._plain:
            raise Unusual
        city, industry, level = self._cell(cells, "city"), self._cell(cells, "industry"), self._cell(cells, "level")
        if not city or HIDDEN.search(city) or HIDDEN.search(industry) or (level and level not in LEVELS):
            raise Unusual
        states: dict[str, State] = {}
        for index, name, written in self._questions:
            cell = cells[index].strip()
            if cell:
                states[name] = written[_split(cell) if index in self._several else cell]
        return Row(city, industry, level or "county", states)

    def _cell(self, cells: list[str], name: str) -> str:
        return cells[self._at[name]].strip() if name in self._at else ""

    def _slowly(self, raw: bytes, where: Location) -> Read:
        read = read_cells(raw, where)
        if isinstance(read, Problem):
            return [read]
        if len(read) != len(self._columns):
            message = _CELLS.format(found=len(read), wanted=len(self._columns))
            return [Problem(where, "cells", message)]
        head: dict[str, Node] = {}
        answers: dict[str, Node] = {}
        several = {self._columns[index] for index in self._several}
        for name, (cell, place) in zip(self._columns, read, strict=True):
            if found := HIDDEN.search(cell):
                return [control_character(found[0], place)]
            if cell and name in _NAMES:
                head[name] = Node(cell, place)
            elif cell:
                split = _split(cell) if name in several else cell
                answers[name] = Node([Node(one, place) for one in split] if isinstance(split, tuple) else split, place)
        if "city" not in head:
            head["city"] = Node("", where)
        answered = Node(answers, where, {name: node.where for name, node in answers.items()})
        whole = Node({**head, "answers": answered}, where, {name: node.where for name, node in head.items()})
        case, problems = case_of(whole, self._pack, where.file)
        return problems if case is None else row_of(case)


def read_header(raw: bytes, where: Location, pack: Pack) -> tuple[list[str], list[Problem]]:
    """The columns of a table, and what is wrong with its first line."""
    read = read_cells(raw, where)
    if isinstance(read, Problem):
        return [], [read]
    problems: list[Problem] = []
    seen: dict[str, Location] = {}
    for name, place in read:
        if name in seen:
            problems.append(duplicate_key(place, name, seen[name].line))
        elif name not in _NAMES:
            asked = Node({name: Node("unknown", place)}, place, {name: place})
            _, found = case_of(Node({"city": Node("-", place), "answers": asked}, place, {}), pack, where.file)
            problems += found
        seen[name] = place
    if "city" not in seen:
        problems.append(Problem(where, "missing-key", _NO_CITY))
    return list(seen), problems


def read_cells(raw: bytes, where: Location) -> list[tuple[str, Location]] | Problem:
    """The cells of one line, each with its place."""
    if len(raw) > MOST_BYTES:
        return too_large(where, MOST_BYTES)
    text = decode(raw, where)
    if isinstance(text, Problem):
        return text
    try:
        cells = [cell.strip() for cell in _cells(text)]
    except csv.Error:
        return Problem(where, "quotes", _QUOTES)
    return list(zip(cells, _places(text.rstrip("\r\n"), where), strict=True))


def _cells(text: str) -> list[str]:
    if '"' in text and not _QUOTED.fullmatch(
        text
    ):  # a mark inside a cell without marks would take the next lines along
        raise csv.Error
    return next(csv.reader([text], strict=True), None) or [""]


def _places(text: str, start: Location) -> Iterator[Location]:
    line, column, inside = start.line, start.column, False
    yield start
    for character in text:
        column += 1
        if character == '"':
            inside = not inside
        elif character == "\n":
            line, column = line + 1, 1
        elif character == "," and not inside:
            yield Location(start.file, line, column)


def _split(cell: str) -> tuple[str, ...] | str:
    """Several options; one word stays a word, since it may be unknown, withheld or n/a."""
    parts = tuple(part.strip() for part in _SEPARATORS.split(cell))
    return parts if len(parts) > 1 else cell
