"""A JSON advice that was kept: read back, its answers checked as those of any file."""

from typing import Any, NamedTuple

from zjtx_cli.errors import InvalidContent, Problem
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.disk import MOST_BYTES, read_bytes
from zjtx_cli.files.hidden import visible
from zjtx_cli.files.json_located import parse_json_file
from zjtx_cli.files.located import Node
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_NOT_ONE = Text(
    "这不是 zjtx advise --format json 的输出（缺少 {key}）",
    "this is no output of zjtx advise --format json ({key} is missing)",
)
_SCHEMA = Text("只能核对 zjtx.advice/1 的记录", "only records of zjtx.advice/1 can be verified")
_HEAD = ("city", "level", "country")


class Record(NamedTuple):
    """The record as it stands, and the cases that it was computed from (without robustness where it has none)."""

    content: dict[str, Any]
    cases: list[Case]
    robust: bool


def read_record(name: str, pack: Pack) -> Record:
    """Raises InvalidContent where it is no advice, or where this pack no longer knows its questions and options."""
    shown = "<stdin>" if name == "-" else visible(name)
    parsed = parse_json_file(read_bytes(name, MOST_BYTES), shown, MOST_BYTES)
    if isinstance(parsed, list):
        raise InvalidContent(tuple(parsed))
    judged = _judged(parsed)
    cases, problems = [], list[Problem]()
    for node in judged:
        case, found = case_of(_as_answers_file(parsed, node), pack, shown)
        problems += found
        cases += [] if case is None else [case]
    if problems:
        raise InvalidContent(tuple(sorted(problems)))
    content = parsed.plain()
    robust = any(node.value["robustness"].value is not None for node in judged if "robustness" in node.value)
    return Record(content, cases, robust)


def _judged(parsed: Node) -> list[Node]:
    """What was judged: each trade's part, or the whole of one trade."""
    if not isinstance(parsed.value, dict):
        raise InvalidContent((Problem(parsed.where, "record", _NOT_ONE.format(key="schema")),))
    for key in ("schema", "tool", "playbooks", "city", "level", "country", "as_of", "as_of_given"):
        if key not in parsed.value:
            raise InvalidContent((Problem(parsed.where, "record", _NOT_ONE.format(key=key)),))
    for key, member in (("tool", "version"), ("playbooks", "version"), ("playbooks", "sha256")):
        if not isinstance(parsed.value[key].value, dict) or member not in parsed.value[key].value:
            raise InvalidContent((Problem(parsed.value[key].where, "record", _NOT_ONE.format(key=f"{key}.{member}")),))
    if parsed.value["schema"].value != "zjtx.advice/1":
        raise InvalidContent((Problem(parsed.value["schema"].where, "record", _SCHEMA),))
    several = parsed.value.get("industries")
    parts = [parsed] if several is None else several.value if isinstance(several.value, list) else [several]
    for part in parts:
        for key in ("industry", "answers"):
            if not isinstance(part.value, dict) or key not in part.value:
                raise InvalidContent((Problem(part.where, "record", _NOT_ONE.format(key=key)),))
    return parts


def _as_answers_file(whole: Node, part: Node) -> Node:
    held = {key: whole.value[key] for key in _HEAD}
    if whole.value["as_of_given"].value is True:
        held["as_of"] = whole.value["as_of"]
    held |= {key: part.value[key] for key in ("industry", "answers")}
    keys = {key: node.where for key, node in held.items()}
    return Node(held, part.where, keys)
