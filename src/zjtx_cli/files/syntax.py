"""What the YAML parser cannot read, in plain words and at the place where it begins."""

from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.text import Text

_TAB = Text("用了制表符（Tab）缩进，请改用空格", "a tab is used for indenting; use spaces")
_FULL_COLON = Text(
    "；本行附近用了全角冒号“：”，键后面要用半角冒号加空格“: ”",
    "; a full-width colon “：” stands near: write “: ” after a key",
)
_OPEN_QUOTE = Text("引号没有合上", "a quotation mark is not closed")
_OPEN_BRACKET = Text("括号 [ 没有合上，或各项之间少了逗号", "a bracket [ is not closed, or a comma is missing")
_OPEN_BRACE = Text("括号 {{ 没有合上，或各项之间少了逗号", "a brace {{ is not closed, or a comma is missing").format()
_SECOND_COLON = Text(
    "这里不能再有“: ”：前面可能少了冒号；文字里有“: ”的要加引号",
    "no “: ” can stand here: a colon is missing before, or a text with “: ” in it needs quotation marks",
)
# Parts of the parser's own sentences.
_WORDS = {
    "mapping values are not allowed": _SECOND_COLON,
    "could not find expected ':'": Text("少了键后面的冒号“: ”", "the “: ” after a key is missing"),
    "did not find expected key": Text(
        "缩进不齐，或引号后面还有文字", "the indent is uneven, or something follows a closing quotation mark"
    ),
    "did not find expected '-'": Text("列表各项的“-”没有对齐", "the “-” of a list are not aligned"),
    "block sequence entries are not allowed": Text("这里不能以“- ”开头", "no “- ” can stand here"),
    "cannot start any token": Text(
        "文字不能以 @ ` % 等符号开头，请加引号", "a text cannot begin with @ ` % and the like; quote it"
    ),
    "unknown escape character": Text(
        "双引号里的反斜杠 \\ 有特殊含义，请改用单引号",
        "a backslash \\ means something in double quotes; use single quotes",
    ),
    "did not find expected <document start>": Text(
        "前面的内容已经结束，这里是多出来的", "what stands before is complete; this is too much"
    ),
    "found unexpected end of stream": _OPEN_QUOTE,
    "found unexpected document indicator": _OPEN_QUOTE,
}
_SYNTAX = Text("写法有误：{what}", "not well formed: {what}")
_OTHER = Text("请检查缩进、引号和冒号（{what}）", "check indents, quotation marks and colons ({what})")


def syntax_problem(error: Any, text: str, file: str) -> Problem:
    """A problem from PyYAML's error: what is not closed is told where it was opened."""
    context, problem = str(error.context or ""), str(error.problem or "")
    opened = {"quoted scalar": _OPEN_QUOTE, "flow sequence": _OPEN_BRACKET, "flow mapping": _OPEN_BRACE}
    what = next((words for part, words in opened.items() if part in context and "escape" not in problem), None)
    mark = (error.context_mark if what else None) or error.problem_mark or error.context_mark
    where = Location(file, mark.line + 1, mark.column + 1) if mark else Location(file)
    lines = text.splitlines()[max(0, where.line - 3) : where.line]
    if "\\t" in problem or any(line.lstrip(" ").startswith("\t") for line in lines[-2:]):
        return Problem(where, "tab", _TAB)
    what = what or next((words for part, words in _WORDS.items() if part in problem), None)
    message = _SYNTAX.format(what=what or _OTHER.format(what=problem))
    return Problem(where, "syntax", with_colon_hint(message, "\n".join(lines)))


def with_colon_hint(message: Text, near: object) -> Text:
    """The message, and a word about the full-width colon where one stands in what was written."""
    if isinstance(near, str) and "：" in near:
        return Text(message.zh + _FULL_COLON.zh, message.en + _FULL_COLON.en)
    return message
