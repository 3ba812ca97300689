"""What pydantic finds wrong, as problems in two languages at the right place, with "did you mean"."""

from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import ValidationError

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.form_parts import Form
from zjtx_cli.files.located import Node, shortened
from zjtx_cli.files.syntax import with_colon_hint
from zjtx_cli.text import NOTHING, Text

_RULES: dict[str, tuple[str, Text]] = {
    "missing": ("missing-key", Text("缺少“{key}”", "“{key}” is missing")),
    "extra_forbidden": ("unknown-key", Text("不认识的键“{key}”{hint}", "unknown key “{key}”{hint}")),
    "literal_error": (
        "choice",
        Text("“{value}”不在可选范围：{expected}{hint}", "“{value}” is not one of {expected}{hint}"),
    ),
    "string_type": ("text", Text("应为文字{quote}", "expected a text{quote}")),
    "bool_type": ("true-or-false", Text("应为 true 或 false", "expected true or false")),
    "float_type": ("number", Text("应为数字", "expected a number")),
    "int_type": ("number", Text("应为整数", "expected a whole number")),
    "list_type": (
        "list",
        Text("应为列表（每项一行，以“- ”开头，或用 [ ]）", "expected a list (one “- ” a line, or [ ])"),
    ),
    "tuple_type": ("list", Text("应为两个数的列表 [低, 高]", "expected a list of two numbers [low, high]")),
    "dict_type": ("mapping", Text("应为“键: 值”的结构", "expected “key: value” entries")),
    "model_type": ("mapping", Text("应为“键: 值”的结构{both}", "expected “key: value” entries{both}")),
    "too_short": ("too-few", Text("至少要有一项", "at least one entry is needed")),
    "too_long": ("too-many", Text("项数过多", "too many entries")),
    "string_too_short": ("empty-text", Text("不能为空", "must not be empty")),
    "string_pattern_mismatch": (
        "form",
        Text("“{value}”的写法不对，应符合 {pattern}", "“{value}” does not have the form {pattern}"),
    ),
    "string_too_long": ("too-long", Text("不能超过 {max_length} 个字符", "must not have over {max_length} characters")),
    "greater_than": ("range", Text("应大于 {gt}", "must be above {gt}")),
    "greater_than_equal": ("range", Text("应不小于 {ge}", "must be at least {ge}")),
    "less_than_equal": ("range", Text("应不大于 {le}", "must be at most {le}")),
}
_OTHER = ("form", Text("写法不符合要求：{message}", "not in the expected form: {message}"))
_HINT = Text("；是否想写“{guess}”？", "; did you mean “{guess}”?")
_QUOTE = Text("；若就是要写 {value}，请加引号", "; to write {value} as a text, quote it")
_BOTH = Text("；文字要写成 {{zh: …, en: …}}", "; a text is written {{zh: …, en: …}}")
_LONGEST_NAME = 60
_CONDITION_FIELDS = ("ask_if", "when", "present_if", "holds_if")
_LANGUAGE = ("missing-language", Text("缺少{language}文本", "the {language} text is missing"))
_LANGUAGES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def check(form: type[Form], node: Node) -> list[Problem]:
    """Every way in which the content does not have this form."""
    try:
        form.model_validate(node.plain())
    except ValidationError as error:
        return sorted(_problem(one, form, node) for one in error.errors(include_url=False))
    return []


def hint(word: str, known: list[str]) -> Text:
    """Did you mean x? Nothing where no name is near."""
    near = get_close_matches(word[:_LONGEST_NAME], known, n=1, cutoff=0.6)
    return _HINT.format(guess=near[0]) if near else NOTHING


def _problem(error: Any, form: type[Form], node: Node) -> Problem:
    path, kind, context = _without_tags(error["loc"]), error["type"], error.get("ctx", {})
    key, value = str(path[-1]) if path else "", error.get("input")
    expected = [part.strip("' ") for part in context.get("expected", "").replace(" or ", ", ").split(", ")]
    if kind == "missing" and path and isinstance(path[-1], int):  # [1] where [1, 2] is wanted
        kind = "tuple_type"
    elif kind == "literal_error" and str(value) in expected:  # "1" for 1
        kind = "int_type"
    rule, message = _RULES.get(kind, _OTHER)
    if kind == "missing" and key in _LANGUAGES:
        rule, message = _LANGUAGE[0], _LANGUAGE[1].format(language=_LANGUAGES[key])
    text = message.format(
        key=shortened(key),
        value=_short(value),
        expected=", ".join(expected),
        hint=_hint_for(kind, key, value, expected, form, path),
        quote=NOTHING if isinstance(value, (dict, list)) or value is None else _QUOTE.format(value=_short(value)),
        both=NOTHING if isinstance(value, (dict, list)) else with_colon_hint(_BOTH.format(), value),
        message=error["msg"],
        **{name: context.get(name, "") for name in ("gt", "ge", "le", "pattern", "max_length")},
    )
    where = _key_place(node, path) if kind == "extra_forbidden" else node.find(path)
    return Problem(where, rule, text)


def _without_tags(path: tuple[int | str, ...]) -> tuple[int | str, ...]:
    """The path in the file: pydantic names the kind of each condition as one step more."""
    steps: list[int | str] = []
    inside = tag = False
    for step in path:
        if tag:
            tag, inside = False, True
            continue
        before = steps[-1] if steps else ""
        steps.append(step)
        begins = step in _CONDITION_FIELDS and before not in ("values", "answers")  # whose keys are names
        tag = begins or (inside and (step == "not" or (isinstance(step, int) and before in ("all", "any"))))
    return tuple(steps)


def _key_place(node: Node, path: tuple[int | str, ...]) -> Location:
    """The place of a key itself, where `find` would give that of its value."""
    *above, key = path
    for step in above:
        node = node.step(step)
    return (node.keys or {}).get(str(key), node.where)


def _hint_for(
    kind: str, key: str, value: object, expected: list[str], form: type[Form], path: tuple[int | str, ...]
) -> Text:
    if kind == "literal_error":
        return hint(str(value), expected)
    if kind == "extra_forbidden":
        return hint(key, _keys_at(_schema(form), _schema(form), [step for step in path[:-1] if isinstance(step, str)]))
    return NOTHING


@cache
def _schema(form: type[Form]) -> dict[str, Any]:
    return form.model_json_schema(by_alias=True)


def _keys_at(part: dict[str, Any], schema: dict[str, Any], path: list[str]) -> list[str]:
    """The keys that are known at a path, read off the form's own JSON Schema."""
    names: list[str] = []
    for each in _alternatives(part, schema):
        properties, others = each.get("properties", {}), each.get("additionalProperties")
        if not path:
            names += properties
        elif path[0] in properties:
            names += _keys_at(properties[path[0]], schema, path[1:])
        elif isinstance(others, dict):
            names += _keys_at(others, schema, path[1:])
    return list(dict.fromkeys(names))


def _alternatives(part: dict[str, Any], schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """What may stand here: each of a choice, and of a list its items."""
    part = _resolve(part, schema)
    choices = part.get("anyOf") or part.get("oneOf") or ([part["items"]] if isinstance(part.get("items"), dict) else [])
    if not choices:
        yield part
    for choice in choices:
        yield from _alternatives(choice, schema)


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return part


def _short(value: object) -> str:
    match value:
        case bool() | None:
            return {True: "true", False: "false", None: "null"}[value]
        case list():
            return "[…]"
        case dict():
            return "{…}"
        case _:
            return shortened(str(value))
