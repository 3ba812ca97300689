"""Answers of many cities from files, folders, patterns and standard input, in pieces of a bounded size, in order."""

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from zjtx_cli.errors import CannotAccess, Location, Problem
from zjtx_cli.files.answers import MOST_BYTES
from zjtx_cli.files.disk import READ, Readable, opened, standard_input
from zjtx_cli.files.hidden import visible
from zjtx_cli.files.tables import read_header
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

LINES, TABLE = (".jsonl", ".ndjson"), (".csv",)
ONE = (".yaml", ".yml", ".json")
_KNOWN = " ".join((*ONE, *LINES, *TABLE))
_MARK = b"\xef\xbb\xbf \t\r\n"

LARGE, SMALL = 1 << 18, 1 << 13
"""Bytes of a piece: where a row is quick, a piece is worth sending; where it is slow, all workers are to have one."""

_FILE = 1 << 14
"""A file of one city counts as so many."""

_NO_MATCH = Text("没有与 {name} 相符的文件", "no file matches {name}")
_NO_ANSWERS = Text("{name} 里没有答案文件（{known}）", "there is no answers file ({known}) in {name}")
_SUFFIX = Text("认不出文件类型：{name}；可用 {known}", "the type of {name} is not known; use {known}")
_EMPTY = Text("文件是空的，请填写内容", "the file is empty; write its content")


class Piece(NamedTuple):
    """Whole lines of one file, or several files of one city each, or what cannot be read."""

    kind: str  # lines | table | files | document | refused
    name: str = ""
    line: int = 1
    data: bytes = b""
    header: Sequence[str] = ()
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    gone: bool = False  # refused, because it cannot be read at all


def pieces(names: Iterable[str], pack: Pack, size: int = LARGE) -> Iterator[Piece]:
    """Everything that stands in these files, folders, patterns and standard input (“-”), in order.

    A piece is of about `size` bytes, but holds at least one line or file.
    """
    alone: list[str] = []
    for name in _expanded(names):
        if isinstance(name, str) and name.lower().endswith(ONE):
            alone.append(name)
            if len(alone) * _FILE < size:
                continue
        if alone:
            yield Piece("files", files=tuple(alone))
            alone = []
        if isinstance(name, Piece):
            yield name
        elif not name.lower().endswith(ONE):
            yield from _of_stream(name, pack, size)
    if alone:
        yield Piece("files", files=tuple(alone))


def records(data: bytes, *, quoted: bool) -> Iterator[bytes]:
    """The lines; in a table (`quoted`) a line break inside quotation marks does not end one."""
    held = b""
    for line in data.split(b"\n"):
        held = held + b"\n" + line if held else line
        if not quoted or held.count(b'"') % 2 == 0:
            yield held
            held = b""
    if held:
        yield held


def _expanded(names: Iterable[str]) -> Iterator[str | Piece]:
    for name in names:
        if name == "-" or os.path.isfile(name):
            yield name
        elif os.path.isdir(name):
            found = sorted(os.path.join(at, file) for at, _, files in os.walk(name) for file in files)
            wanted = [file for file in found if file.lower().endswith((*ONE, *LINES, *TABLE))]
            yield from wanted
            if not wanted:
                yield _refused(name, "access", _NO_ANSWERS.format(name=visible(name), known=_KNOWN), gone=True)
        elif glob.has_magic(name):
            matches = [match for match in sorted(glob.glob(name, recursive=True)) if os.path.isfile(match)]
            yield from matches
            if not matches:
                yield _refused(name, "access", _NO_MATCH.format(name=visible(name)), gone=True)
        else:
            yield name  # what is not there is told when it is opened


def _refused(name: str, rule: str, message: Text, *, gone: bool = False) -> Piece:
    shown = visible(name)
    return Piece("refused", shown, problems=(Problem(Location(shown), rule, message),), gone=gone)


def _of_stream(name: str, pack: Pack, size: int) -> Iterator[Piece]:
    known = name.lower().endswith((*LINES, *TABLE))
    try:
        if name == "-":
            yield from _of_input(standard_input(), pack, size)
            return
        with opened(name) as file:
            if not known:
                yield _refused(name, "file-type", _SUFFIX.format(name=visible(name), known=_KNOWN))
            elif name.lower().endswith(TABLE):
                yield from _of_table(file, visible(name), pack, size)
            else:
                yield from _of_lines(file, visible(name), size)
    except CannotAccess as error:
        yield _refused(name, "access", error.message, gone=True)


def _of_input(file: Readable, pack: Pack, size: int) -> Iterator[Piece]:
    """Standard input: JSON lines, a table or one answers file, told apart by how it begins."""
    start = b""
    while b"\n" not in start.lstrip(_MARK) and len(start) <= MOST_BYTES and (more := _read(file, size)):
        start += more
    begun, shown = _Begun(start, file), "<stdin>"
    first = start.lstrip(_MARK).split(b"\n", 1)[0]
    if first.startswith(b"{"):
        yield from _of_lines(begun, shown, size)
    elif b"," in first and b"city" in [cell.strip(b' "\r') for cell in first.split(b",")]:
        yield from _of_table(begun, shown, pack, size)
    else:
        while len(start) <= MOST_BYTES and (more := _read(file, size)):
            start += more
        yield Piece("document", shown, data=start)


def _of_lines(file: Readable, shown: str, size: int) -> Iterator[Piece]:
    for line, data in _whole_lines(file, size, quoted=False):
        yield Piece("lines", shown, line, data)


def _of_table(file: Readable, shown: str, pack: Pack, size: int) -> Iterator[Piece]:
    cut = _whole_lines(file, size, quoted=True)
    line, data = next(cut, (1, b""))
    if not data.strip():
        yield _refused(shown, "empty", _EMPTY)
        return
    first = next(records(data, quoted=True))
    header, problems = read_header(first, Location(shown, line), pack)
    if problems:
        yield Piece("refused", shown, problems=tuple(problems))
        return
    line, data = line + first.count(b"\n") + 1, data[len(first) + 1 :]
    for at, part in chain([(line, data)], cut):
        if part:
            yield Piece("table", shown, at, part, header)


def _whole_lines(file: Readable, size: int, *, quoted: bool) -> Iterator[tuple[int, bytes]]:
    """Whole lines, with the number of the first. Of a line longer than any file may be only the beginning is kept."""
    rest, line, first = b"", 1, True
    while block := _read(file, size):
        data = rest + (block.removeprefix(b"\xef\xbb\xbf") if first else block)
        first = False
        end = data.rfind(b"\n") + 1
        while quoted and end and data.count(b'"', 0, end) % 2:
            end = data.rfind(b"\n", 0, end - 1) + 1
        if end == 0 and len(data) > MOST_BYTES:
            yield line, data[: MOST_BYTES + 1].rstrip(b"\n")
            line += data.count(b"\n")
            while (at := block.find(b"\n")) < 0 and (block := _read(file, size)):
                pass
            line, data = line + 1, block[at + 1 :]
            end = 0 if quoted else data.rfind(b"\n") + 1
        if end:
            yield line, data[:end]
            line += data.count(b"\n", 0, end)
        rest = data[end:]
    if rest:
        yield line, rest


class _Begun:
    """A file of which something has been read already."""

    def __init__(self, start: bytes, file: Readable) -> None:
        self._start, self._file = start, file

    def read1(self, size: int, /) -> bytes:
        start, self._start = self._start, b""
        return start or self._file.read1(size)


def _read(file: Readable, size: int) -> bytes:
    try:
        return file.read1(size)
    except OSError as error:
        raise CannotAccess(READ.format(name="<stdin>", why=error.strerror or str(error))) from None
