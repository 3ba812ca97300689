"""What pydantic finds wrong, as problems in two languages at the right place, with "did you mean"."""

from difflib import get_close_matches
from typing import Any

from pydantic import ValidationError

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.forms import Form
from zjtx_cli.files.located import Node
from zjtx_cli.text import Text

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
    "greater_than": ("range", Text("应大于 {gt}", "must be above {gt}")),
    "greater_than_equal": ("range", Text("应不小于 {ge}", "must be at least {ge}")),
    "less_than_equal": ("range", Text("应不大于 {le}", "must be at most {le}")),
}
_OTHER = ("form", Text("写法不符合要求：{message}", "not in the expected form: {message}"))
_HINT = Text("；是否想写“{guess}”？", "; did you mean “{guess}”?")
_QUOTE = Text("；若就是要写 {value}，请加引号", "; to write {value} as a text, quote it")
_BOTH = Text("；文字要写成 {{zh: …, en: …}}", "; a text is written {{zh: …, en: …}}")
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
    """ "; did you mean x?", or nothing where no name is near."""
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    return _HINT.format(guess=near[0]) if near else Text("", "")


def _problem(error: Any, form: type[Form], node: Node) -> Problem:
    path, kind, context = error["loc"], error["type"], error.get("ctx", {})
    key = str(path[-1]) if path else ""
    rule, message = _RULES.get(kind, _OTHER)
    if kind == "missing" and key in _LANGUAGES:
        rule, message = _LANGUAGE[0], _LANGUAGE[1].format(language=_LANGUAGES[key])
    value = error.get("input")
    where = _key_place(node, path) if kind == "extra_forbidden" else node.find(path)
    expected = [part.strip("' ") for part in context.get("expected", "").replace(" or ", ", ").split(", ")]
    text = message.format(
        key=key,
        value=_short(value),
        expected=", ".join(expected),
        hint=_hint_for(kind, key, value, expected, form, node, path),
        quote=Text("", "") if isinstance(value, (dict, list)) or value is None else _QUOTE.format(value=_short(value)),
        both=Text("", "") if isinstance(value, (dict, list)) else _BOTH.format(),
        message=error["msg"],
        **{name: context.get(name, "") for name in ("gt", "ge", "le", "pattern")},
    )
    return Problem(where, rule, text)


def _key_place(node: Node, path: tuple[int | str, ...]) -> Location:
    place, at = node.where, node
    for step in path:
        if isinstance(at.value, dict) and step in at.value:
            assert at.keys is not None
            place, at = at.keys[str(step)], at.value[step]
        elif isinstance(at.value, list) and isinstance(step, int) and step < len(at.value):
            place, at = at.value[step].where, at.value[step]
    return place


def _hint_for(
    kind: str, key: str, value: object, expected: list[str], form: type[Form], node: Node, path: tuple[int | str, ...]
) -> Text:
    if kind == "literal_error":
        return hint(str(value), expected)
    if kind == "extra_forbidden":
        return hint(key, _keys_at(form, path[:-1]))
    return Text("", "")


def _keys_at(form: type[Form], path: tuple[int | str, ...]) -> list[str]:
    """The keys that are known at a path, read off the form's own JSON Schema."""
    schema = form.model_json_schema(by_alias=True)
    return _walk(schema, schema, [step for step in path if isinstance(step, str)])


def _walk(part: dict[str, Any], schema: dict[str, Any], path: list[str]) -> list[str]:
    part = _resolve(part, schema)
    options = [_resolve(one, schema) for one in part.get("anyOf", part.get("oneOf", []))] or [part]
    names: list[str] = []
    for one in options:
        one = _resolve(one.get("items", one), schema)
        inner = [_resolve(x, schema) for x in one.get("anyOf", one.get("oneOf", []))] or [one]
        for each in inner:
            properties = each.get("properties", {})
            if not path:
                names += list(properties)
            elif path[0] in properties:
                names += _walk(properties[path[0]], schema, path[1:])
            elif isinstance(each.get("additionalProperties"), dict):
                names += _walk(each["additionalProperties"], schema, path[1:])
            elif path[0] in ("is", "at_least", "at_most", "above", "below", "all", "any", "not"):
                names += _walk(each, schema, path[1:])
    return list(dict.fromkeys(names))


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    while "$ref" in part:
        part = schema["$defs"][part["$ref"].rsplit("/", 1)[1]]
    return part


def _short(value: object) -> str:
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return written if len(written) <= 40 else written[:39] + "…"
