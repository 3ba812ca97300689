"""What coders put down: folders with one file a city, `answers: {question: {value: …}}` and `unknown: [question, …]`."""

from pathlib import Path
from typing import NamedTuple

from zjtx_cli.errors import CannotAccess, Location, Problem
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.hidden import visible
from zjtx_cli.files.located import MOST_BYTES, Node, parse, shortened
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_NO_FOLDER = Text("找不到文件夹 {name}", "folder {name} is not there")
_UNKNOWN = Text(
    "unknown 应为问题的列表，如 [demand_trend, small_firms]",
    "unknown is a list of questions, such as [demand_trend, small_firms]",
)
_TWICE = Text(
    "“{question}”既有答案又列为 unknown，只能写一处", "“{question}” is answered and listed as unknown; keep one"
)


class Codings(NamedTuple):
    """By city (the name of its file) and question the answer or mark; questions that were not reached are left out."""

    cities: dict[str, dict[str, Value | Mark]]
    problems: tuple[Problem, ...]


def read_codings(folder: Path, pack: Pack) -> Codings:
    """Every *.yaml of the folder. Other keys of a file (what a coder noted beside the answers) are passed over."""
    if not folder.is_dir():
        raise CannotAccess(_NO_FOLDER.format(name=folder))
    cities: dict[str, dict[str, Value | Mark]] = {}
    problems: list[Problem] = []
    for path in sorted(folder.glob("*.yaml")):
        shown = visible(str(path))
        parsed = parse(read_bytes(str(path), MOST_BYTES), shown)
        if isinstance(parsed, list):
            problems += parsed
            continue
        found = _unknown_problems(parsed) if isinstance(parsed.value, dict) else []
        case, complaints = case_of(_as_case(parsed), pack, shown)
        problems += sorted([*found, *complaints])
        if case is not None and not found:
            cities[path.stem] = {question: answer.value for question, answer in case.answers.items()}
    return Codings(cities, tuple(problems))


def _unknown_problems(node: Node) -> list[Problem]:
    listed, answers = node.value.get("unknown"), _entries(node)
    if listed is None or listed.value is None:
        return []
    if not isinstance(listed.value, list) or not all(isinstance(one.value, str) for one in listed.value):
        return [Problem(listed.where, "list", _UNKNOWN)]
    return [
        Problem(one.where, "duplicate-key", _TWICE.format(question=shortened(one.value)))
        for one in listed.value
        if one.value in answers
    ]


def _as_case(node: Node) -> Node:
    """The coding as an answers file: of each answer its value alone, and `unknown` for each question listed as such."""
    if not isinstance(node.value, dict):
        return node
    parts = {"city": Node("-", node.where)}
    if "answers" in node.value:
        parts["answers"] = _with_unknown(node.value["answers"], _listed(node))
    return Node(parts, node.where, dict.fromkeys(parts, node.where))


def _with_unknown(answers: Node, listed: dict[str, Location]) -> Node:
    if answers.value is not None and not isinstance(answers.value, dict):
        return answers
    given = {question: _value(held) for question, held in (answers.value or {}).items()}
    unknown = {question: Node("unknown", where) for question, where in listed.items()}
    return Node({**unknown, **given}, answers.where, {**listed, **(answers.keys or {})})


def _entries(node: Node) -> dict[str, Node]:
    answers = node.value.get("answers")
    return answers.value if answers is not None and isinstance(answers.value, dict) else {}


def _listed(node: Node) -> dict[str, Location]:
    listed = node.value.get("unknown")
    entries = listed.value if listed is not None and isinstance(listed.value, list) else []
    return {one.value: one.where for one in entries if isinstance(one.value, str)}


def _value(held: Node) -> Node:
    """An answer without what the coder noted beside it."""
    if not isinstance(held.value, dict):
        return held
    kept = {key: one for key, one in held.value.items() if key == "value"}
    return Node(kept, held.where, dict.fromkeys(kept, held.where))
