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
from zjtx_cli.text import Text

MOST_BYTES = 4_000_000
DEEPEST = 40

_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
        return self.value

    def find(self, path: tuple[int | str, ...]) -> Location:
        """The place of what stands at a path, or of the nearest thing above it. Unknown steps are passed over."""
        node = self
        for step in path:
            held = node.value
            if isinstance(held, dict):
                node = held.get(step, node)
            elif isinstance(held, list) and isinstance(step, int) and step < len(held):
                node = held[step]
        return node.where


def parse(raw: bytes, file: str) -> Node | list[Problem]:
    """The one document of a file, or what is wrong with it."""
    text = _decode(raw, file)
    if isinstance(text, Problem):
        return [text]
    try:
        return _read(text, file)
    except _Refused as refused:
        return [refused.problem]
    except yaml.YAMLError as error:
        return [_syntax_problem(error, text, file)]


class _Refused(Exception):
    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.rule)
        self.problem = problem


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
_FULL_COLON = Text(
    "，本行附近用了全角冒号“：”，键后面要用半角冒号加空格“: ”",
    "; a full-width colon “：” stands near: write “: ” after a key",
)
_TAB = Text("用了制表符（Tab）缩进，请改用空格", "a tab is used for indenting; use spaces")
_SYNTAX = Text("写法有误：{what}；请检查缩进、引号和冒号", "not well formed: {what}; check indents, quotes and colons")


def _problem(where: Location, rule: str, message: Text, **values: object) -> Problem:
    return Problem(where, rule, message.format(**values))


def _decode(raw: bytes, file: str) -> str | Problem:
    start = Location(file)
    if len(raw) > MOST_BYTES:
        return _problem(start, "too-large", _TOO_LARGE, limit=MOST_BYTES // 1_000_000)
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _problem(start, "encoding", _ENCODING, guess="UTF-16")
    if b"\x00" in raw:
        line = raw[: raw.index(b"\x00")].count(b"\n") + 1
        return _problem(Location(file, line), "control-character", _CONTROL, code="NUL")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        where = Location(file, before.count(b"\n") + 1, len(before) - before.rfind(b"\n"))
        return _problem(where, "encoding", _ENCODING, guess=_guess(raw))
    found = re.search(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ufffe\uffff]", text)
    if found:
        where = _place(text, found.start(), file)
        return _problem(where, "control-character", _CONTROL, code=f"U+{ord(found[0]):04X}")
    if not text.strip():
        return _problem(start, "empty", _EMPTY)
    return text


def _guess(raw: bytes) -> str:
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return "?"
    return "GB18030"


def _place(text: str, offset: int, file: str) -> Location:
    return Location(file, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


def _read(text: str, file: str) -> Node:
    """Build the tree from the parser's events, without recursion: depth is a limit, not a crash."""
    root: Node | None = None
    open_nodes: list[tuple[Node, list[Node]]] = []  # a mapping's second part holds the pending key
    event: Any
    for event in yaml.parse(text, Loader=_LOADER):
        where = Location(file, event.start_mark.line + 1, event.start_mark.column + 1)
        node: Node | None = None
        if isinstance(event, yaml.DocumentStartEvent):
            if root is not None:
                raise _Refused(_problem(where, "several-documents", _SEVERAL))
        elif isinstance(event, yaml.AliasEvent):
            raise _Refused(_problem(where, "alias", _ALIAS))
        elif isinstance(event, yaml.ScalarEvent):
            _refuse_marks(event, where)
            node = Node(_scalar(event), where)
        elif isinstance(event, (yaml.MappingStartEvent, yaml.SequenceStartEvent)):
            _refuse_marks(event, where)
            if len(open_nodes) >= DEEPEST:
                raise _Refused(_problem(where, "too-deep", _TOO_DEEP, limit=DEEPEST))
            mapping = isinstance(event, yaml.MappingStartEvent)
            open_nodes.append((Node({} if mapping else [], where, {} if mapping else None), []))
        elif isinstance(event, (yaml.MappingEndEvent, yaml.SequenceEndEvent)):
            node = open_nodes.pop()[0]
        if node is not None:
            if not open_nodes:
                root = node
            else:
                _add(open_nodes[-1], node)
    if root is None or root.value is None:
        raise _Refused(_problem(Location(file), "empty", _EMPTY))
    return root


def _refuse_marks(event: Any, where: Location) -> None:
    if event.anchor is not None:
        raise _Refused(_problem(where, "alias", _ALIAS))
    if event.tag is not None:
        raise _Refused(_problem(where, "tag", _TAG))


def _add(parent: tuple[Node, list[Node]], node: Node) -> None:
    holder, pending = parent
    if isinstance(holder.value, list):
        holder.value.append(node)
        return
    if not pending:
        pending.append(node)
        return
    key = pending.pop()
    if isinstance(key.value, (dict, list)) or key.value is None:
        raise _Refused(_problem(key.where, "key", _KEY))
    word = key.value if isinstance(key.value, str) else _written(key.value)
    if word == "<<":
        raise _Refused(_problem(key.where, "merge-key", _MERGE))
    assert holder.keys is not None
    if word in holder.value:
        raise _Refused(_problem(key.where, "duplicate-key", _DUPLICATE, key=word, line=holder.keys[word].line))
    holder.value[word] = node
    holder.keys[word] = key.where


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
        return float(text) if "." in text else int(text)
    return text


def _syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    where = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
    lines = text.splitlines()
    near = "\n".join(lines[max(0, where.line - 3) : where.line])
    if "\\t" in str(error) or any(
        line.lstrip(" ").startswith("\t") for line in lines[max(0, where.line - 2) : where.line]
    ):
        return Problem(where, "tab", _TAB)
    what = str(getattr(error, "problem", "") or "") or "?"
    message = _SYNTAX.format(what=what)
    if "：" in near:
        message = Text(message.zh + _FULL_COLON.zh, message.en + _FULL_COLON.en)
    return Problem(where, "syntax", message)
