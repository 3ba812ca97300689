"""A strict subset of YAML, with the place of every value: what an author writes is what is read.

Refused with their line: duplicate keys, anchors and aliases, tags, merge keys, several documents, keys that are not
plain words, depth beyond a limit. Plain scalars become true, false, null, whole or decimal numbers; everything else
(no, on, 1:30, 010, 2026-11-01, 1e3) stays the text that was written.
"""

import re
from dataclasses import dataclass
from typing import Any

import yaml

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files import disk
from zjtx_cli.files.hidden import HIDDEN, visible
from zjtx_cli.files.syntax import syntax_problem
from zjtx_cli.text import Text, same

MOST_BYTES = disk.MOST_BYTES
DEEPEST = 40
MOST_PROBLEMS = 1000
"""Of one file; what is over that is no longer a file that somebody wrote."""

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class AsWritten(float):
    """A number that stays, as a text, what somebody wrote: a source `2024.10` is not `2024.1`."""

    def __new__(cls, text: str) -> "AsWritten":
        made = super().__new__(cls, text)
        made._text = text
        return made

    _text: str

    def __str__(self) -> str:
        return self._text

    def plain(self) -> int | float:
        return 0 if self._text == "-0" else float(self)


@dataclass(frozen=True, slots=True)
class Node:
    """A value and where it stands. `value` is a str, int, float, bool, None, a list of Nodes or a dict of Nodes."""

    value: Any
    where: Location
    keys: dict[str, Location] | None = None  # of a mapping: where each key stands

    def plain(self) -> Any:
        """The same without places."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value.plain() if isinstance(self.value, AsWritten) else self.value

    def find(self, path: tuple[int | str, ...]) -> Location:
        """The place of what stands at a path, or of the nearest thing above it. Unknown steps are passed over."""
        node = self
        for step in path:
            node = node.step(step)
        return node.where

    def step(self, step: int | str) -> "Node":
        """What stands under a key or at a place of a list; itself where there is no such thing."""
        found = self
        if isinstance(self.value, dict):
            found = self.value.get(step, self)
        elif isinstance(self.value, list) and isinstance(step, int) and step < len(self.value):
            found = self.value[step]
        return found


def parse(raw: bytes, file: str, most: int = MOST_BYTES) -> Node | list[Problem]:
    """The one document of a file of at most `most` bytes, or everything that is wrong with it."""
    if len(raw) > most:
        return [too_large(Location(file), most)]
    text = _decode(raw, file)
    if isinstance(text, Problem):
        return [text]
    try:
        tree, error = _grown(text, file, _LOADER)
        if error is not None and "nesting depth" in str(error.problem):  # libyaml's own limit, told at another place
            tree, error = _grown(text, file, yaml.SafeLoader)
    except _Refused as refused:
        return refused.problems
    if error is not None:
        return [*tree.problems, syntax_problem(error, text, file)]
    if tree.root is None or (tree.root.value is None and not tree.problems):
        return [_problem(Location(file), "empty", _EMPTY)]
    return tree.problems or tree.root


def _grown(text: str, file: str, loader: Any) -> tuple["_Tree", Any]:
    """The tree as far as it can be read, and the parser's error."""
    tree = _Tree(file)
    try:
        for event in yaml.parse(text, Loader=loader):
            tree.grow(event)
    except yaml.YAMLError as error:
        return tree, error
    return tree, None


class _Refused(Exception):
    """Nothing that follows can be trusted, or there is too much of it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__()
        self.problems = problems


_TOO_LARGE = Text("文件超过 {limit} MB，请拆分", "the file is over {limit} MB; split it")
_TOO_DEEP = Text(
    "嵌套过深（超过 {limit} 层），请检查括号和缩进",
    "nested too deeply (over {limit} levels); check brackets and indents",
)
_EMPTY = Text("文件是空的，请填写内容", "the file is empty; write its content")
_ENCODING = Text(
    "文件不是 UTF-8 编码（像是 {guess}），请另存为 UTF-8",
    "the file is not UTF-8 (it looks like {guess}); save it as UTF-8",
)
_OTHER_ENCODING = Text("其他编码", "another encoding")
_CONTROL = Text("含有不可见的控制字符（{code}），请删去", "contains a control character ({code}); delete it")
_DUPLICATE = Text(
    "“{key}”重复出现（第一次在第 {line} 行），只能写一次", "“{key}” stands twice (first in line {line}); write it once"
)
_ALIAS = Text(
    "不用锚点和引用（& *），请直接写出内容；文字以 & 或 * 开头时加引号",
    "anchors and aliases (& *) are not used; write the value out, or quote a text that begins with & or *",
)
_TAG = Text(
    "不用标签（!），请直接写值；文字以 ! 开头时加引号",
    "tags (!) are not used; write the plain value, or quote a text that begins with !",
)
_MERGE = Text("不用合并键（<<），请直接写出各项", "merge keys (<<) are not used; write the entries out")
_SEVERAL = Text("一个文件只能有一份内容，请删去多余的“---”", "a file holds one document; remove the extra “---”")
_KEY = Text("这里要写一个普通的名称作键", "expected a plain word as a key")


def _problem(where: Location, rule: str, message: Text, **values: object) -> Problem:
    return Problem(where, rule, message.format(**values))


def control_character(character: str, where: Location) -> Problem:
    return _problem(where, "control-character", _CONTROL, code=f"U+{ord(character):04X}")


def duplicate_key(where: Location, key: str, first_line: int) -> Problem:
    return _problem(where, "duplicate-key", _DUPLICATE, key=shortened(key), line=first_line)


def too_large(where: Location, most: int) -> Problem:
    return _problem(where, "too-large", _TOO_LARGE, limit=most // 1_000_000)


def too_deep(where: Location) -> Problem:
    return _problem(where, "too-deep", _TOO_DEEP, limit=DEEPEST)


def decode(raw: bytes, start: Location) -> str | Problem:
    """The text of bytes that begin at a place, a mark of the encoding at their start left out."""
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    try:
        return raw.decode()
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode()
        place = _place(before, len(before), start.file)
        where = Location(start.file, start.line + place.line - 1, place.column)
        return _problem(where, "encoding", _ENCODING, guess=_guess(raw))


def _decode(raw: bytes, file: str) -> str | Problem:
    start = Location(file)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")) or raw[:400].count(0) * 4 > len(raw[:400]):
        return _problem(start, "encoding", _ENCODING, guess="UTF-16")
    text = decode(raw, start)
    if isinstance(text, Problem):
        return text
    found = HIDDEN.search(text)
    if found:
        return control_character(found[0], _place(text, found.start(), file))
    if not text.strip():
        return _problem(start, "empty", _EMPTY)
    return text


def _guess(raw: bytes) -> Text:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return _OTHER_ENCODING
    return same("GB18030")


def _place(text: str, offset: int, file: str) -> Location:
    lines = re.split(r"\r\n|\r|\n", text[:offset])
    return Location(file, len(lines), len(lines[-1]) + 1)


class _Tree:
    """The tree of a document, built from the parser's events without recursion: depth is a limit, not a crash.

    What is not allowed is noted and passed over, so that all of it is found at once.
    """

    def __init__(self, file: str) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._file = file
        self._open: list[tuple[Node, list[Node]]] = []  # of a mapping the second part holds the pending key

    def grow(self, event: Any) -> None:
        where = Location(self._file, event.start_mark.line + 1, event.start_mark.column + 1)
        match event:
            case yaml.ScalarEvent():
                self._refuse_marks(event, where)
                self._put(Node(_scalar(event), where))
            case yaml.MappingStartEvent():
                self._refuse_marks(event, where)
                self._begin(Node({}, where, {}))
            case yaml.SequenceStartEvent():
                self._refuse_marks(event, where)
                self._begin(Node([], where))
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._put(self._open.pop()[0])
            case yaml.AliasEvent():
                self._note(where, "alias", _ALIAS)
                self._put(Node("", where))
            case yaml.DocumentStartEvent() if self.root is not None:
                self._note(where, "several-documents", _SEVERAL)
                raise _Refused(self.problems)
            case _:
                pass

    def _begin(self, node: Node) -> None:
        if len(self._open) >= DEEPEST:
            self._add(too_deep(node.where))
            raise _Refused(self.problems)
        self._open.append((node, []))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        holder, pending = self._open[-1]
        if isinstance(holder.value, list):
            holder.value.append(node)
        elif not pending:
            pending.append(node)
        else:
            self._enter(holder, pending.pop(), node)

    def _enter(self, holder: Node, key: Node, node: Node) -> None:
        if isinstance(key.value, (dict, list)) or key.value is None:
            self._note(key.where, "key", _KEY)
            return
        word = key.value if isinstance(key.value, str) else _written(key.value)
        assert holder.keys is not None
        if word == "<<":
            self._note(key.where, "merge-key", _MERGE)
        elif word in holder.value:
            self._add(duplicate_key(key.where, word, holder.keys[word].line))
        else:
            holder.value[word] = node
            holder.keys[word] = key.where

    def _refuse_marks(self, event: Any, where: Location) -> None:
        if event.anchor is not None:
            self._note(where, "alias", _ALIAS)
        if event.tag is not None:
            self._note(where, "tag", _TAG)
        # Behind an escape ("\\e", "\\u202E"), which only double quotes have.
        if isinstance(event, yaml.ScalarEvent) and event.style == '"' and (found := HIDDEN.search(event.value)):
            self.problems.append(control_character(found[0], where))

    def _note(self, where: Location, rule: str, message: Text) -> None:
        last = self.problems[-1] if self.problems else None
        if last is not None and (last.where.line, last.rule) == (where.line, rule) == (where.line, "alias"):
            return  # one line, one mistake
        self._add(_problem(where, rule, message))

    def _add(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Refused(self.problems)


def shortened(word: str) -> str:
    """What others wrote, as it may stand in a message: one line, and not long."""
    word = visible(" ".join(word.split()))
    return word if len(word) <= 40 else word[:39] + "…"


def _written(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _scalar(event: Any) -> Any:
    text: str = event.value
    if event.style:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if len(text) < 25 and _NUMBER.fullmatch(text):
        return figure(text)
    return text


def figure(text: str) -> int | float:
    """The number; where it would be written otherwise (`2024.10`, `-0`), it remembers how it is."""
    number = float(text) if not text.lstrip("-").isdigit() else int(text)
    return number if str(number) == text else AsWritten(text)
