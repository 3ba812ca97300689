"""JSON with the place of every value, as `located` reads YAML: only for what is to be told with its line and column."""

import json
import re
from bisect import bisect_right
from typing import Any, NamedTuple

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.hidden import HIDDEN
from zjtx_cli.files.located import (
    DEEPEST,
    MOST_PROBLEMS,
    AsWritten,
    Node,
    control_character,
    decode,
    duplicate_key,
    figure,
    too_deep,
    too_large,
)
from zjtx_cli.text import Text

_SCAN: Any = json.decoder.scanstring  # type: ignore[attr-defined]  # not in the stubs
_SPACE = re.compile(r"[ \t\n\r]*")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_WORDS = {"true": True, "false": False, "null": None}
_LONGEST_WHOLE = 16

_SYNTAX = Text("JSON 写法有误：{what}", "not well formed JSON: {what}")
_VALUE = Text("这里应是一个值（文字要加双引号）", "a value is expected here (texts stand in double quotes)")
_QUOTES = Text(
    "双引号没有合上，或里面有换行、反斜杠写错", "a quote is not closed, or holds a line break or a bad escape"
)
_KEY = Text("这里应是双引号里的键", "a key in double quotes is expected here")
_COLON = Text("键后面少了冒号", "a colon is missing after the key")
_COMMA = Text("少了逗号，或括号没有合上", "a comma is missing, or a bracket is not closed")
_MORE = Text("内容已经结束，后面是多出来的", "the value is complete; what follows is too much")


def parse_json(text: str, start: Location) -> Node | list[Problem]:
    """The one value of a JSON text, or what is wrong with it; `start` is the place of its first character."""
    reader = _Reader(text, start)
    try:
        node, end = reader.value(_skip(text, 0), 0)
        if _skip(text, end) < len(text):
            reader.refuse(_skip(text, end), _MORE)
    except _Refused:
        return reader.problems
    return reader.problems or node


def parse_json_file(raw: bytes, file: str, most: int) -> Node | list[Problem]:
    """The one value of a JSON file of at most `most` bytes, or what is wrong with it."""
    if len(raw) > most:
        return [too_large(Location(file), most)]
    text = decode(raw, Location(file))
    return [text] if isinstance(text, Problem) else parse_json(text, Location(file))


class _Refused(Exception):
    """Nothing that follows can be trusted."""


class _Part(NamedTuple):
    node: Node
    end: int


class _Reader:
    def __init__(self, text: str, start: Location) -> None:
        self._text, self._start = text, start
        self._lines = [found.end() for found in re.finditer("\n", text)]  # where each line but the first begins
        self.problems: list[Problem] = []

    def value(self, at: int, depth: int) -> _Part:
        text = self._text
        if depth > DEEPEST:
            self.problems.append(too_deep(self._place(at)))
            raise _Refused
        match text[at : at + 1]:
            case "{":
                return self._object(at, depth)
            case "[":
                return self._list(at, depth)
            case '"':
                word, end = self._word(at, _VALUE)
                return _Part(Node(word, self._place(at)), end)
            case _:
                return self._bare(at)

    def refuse(self, at: int, what: Text) -> None:
        self.problems.append(Problem(self._place(at), "syntax", _SYNTAX.format(what=what)))
        raise _Refused

    def _bare(self, at: int) -> _Part:
        """A number, true, false or null."""
        text = self._text
        for word, meant in _WORDS.items():
            if text.startswith(word, at):
                return _Part(Node(meant, self._place(at)), at + len(word))
        found = _NUMBER.match(text, at)
        if found is None:
            self.refuse(at, _VALUE)
            raise _Refused
        return _Part(Node(_number(found), self._place(at)), found.end())

    def _object(self, at: int, depth: int) -> _Part:
        entries: dict[str, Node] = {}
        keys: dict[str, Location] = {}
        node, text = Node(entries, self._place(at), keys), self._text
        at = _skip(text, at + 1)
        if text[at : at + 1] == "}":
            return _Part(node, at + 1)
        while True:
            where = self._place(at)
            key, at = self._word(at, _KEY)
            at = _skip(text, at)
            if text[at : at + 1] != ":":
                self.refuse(at, _COLON)
            held, at = self.value(_skip(text, at + 1), depth + 1)
            if key in keys:
                self._note(duplicate_key(where, key, keys[key].line))
            else:
                entries[key], keys[key] = held, where
            at = _skip(text, at)
            if text[at : at + 1] == "}":
                return _Part(node, at + 1)
            at = self._after_comma(at)

    def _list(self, at: int, depth: int) -> _Part:
        items: list[Node] = []
        node, text = Node(items, self._place(at)), self._text
        at = _skip(text, at + 1)
        if text[at : at + 1] == "]":
            return _Part(node, at + 1)
        while True:
            held, at = self.value(at, depth + 1)
            items.append(held)
            at = _skip(text, at)
            if text[at : at + 1] == "]":
                return _Part(node, at + 1)
            at = self._after_comma(at)

    def _after_comma(self, at: int) -> int:
        if self._text[at : at + 1] != ",":
            self.refuse(at, _COMMA)
        return _skip(self._text, at + 1)

    def _word(self, at: int, expected: Text) -> tuple[str, int]:
        if self._text[at : at + 1] != '"':
            self.refuse(at, expected)
        try:
            word, end = _SCAN(self._text, at + 1, True)  # strict, as `json` calls it
        except json.JSONDecodeError:
            self.refuse(at, _QUOTES)
            raise _Refused from None
        found = HIDDEN.search(word)
        if found:
            self._note(control_character(found[0], self._place(at)))
        return word, end

    def _note(self, problem: Problem) -> None:
        self.problems.append(problem)
        if len(self.problems) >= MOST_PROBLEMS:
            raise _Refused

    def _place(self, at: int) -> Location:
        line = bisect_right(self._lines, at)
        if line == 0:
            return self._start._replace(column=self._start.column + at)
        return Location(self._start.file, self._start.line + line, at - self._lines[line - 1] + 1)


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    assert found is not None
    return found.end()


def _number(found: "re.Match[str]") -> Any:
    """A whole or decimal number, as `json` reads it; a figure of many digits has no other value as a decimal number."""
    written = found[0]
    return AsWritten(written) if len(written) >= _LONGEST_WHOLE else figure(written)
