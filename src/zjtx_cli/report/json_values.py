"""Values as they stand in JSON: texts, figures, answers; and how the document is laid out in lines."""

import json
from typing import Any

from zjtx_cli.errors import Problem
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.text import Text


def lined(content: dict[str, Any]) -> str:
    """A JSON object with one field a line, and one entry a line in a list of objects: short to diff, quick to write."""
    fields = [f"{json.dumps(key)}: {_field(value)}" for key, value in content.items()]
    return "{\n" + ",\n".join(fields) + "\n}"


def _field(value: Any) -> str:
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return "[\n  " + ",\n  ".join(json.dumps(one, ensure_ascii=False) for one in value) + "\n]"
    return json.dumps(value, ensure_ascii=False)


def text(words: Text | None) -> dict[str, str] | None:
    return None if words is None else {"zh": words.zh, "en": words.en}


def number(value: float) -> float:
    return round(value, 6) + 0.0


def value_of(value: Value | Mark) -> Any:
    if isinstance(value, Mark):
        return value.value
    if isinstance(value, frozenset):
        return sorted(value)
    if isinstance(value, float):
        return int(value) if value.is_integer() else number(value)
    return value


def answer_of(answer: Answer) -> Any:
    """An answer as it stands in an answers file: a figure as it was read, so that the advice can be computed from it again."""
    notes: dict[str, Any] = {key: getattr(answer, key) for key in ("source", "year", "scope") if getattr(answer, key)}
    value = answer.value
    written = round(value, 9) if isinstance(value, float) and not value.is_integer() else value_of(value)
    return written if not notes and answer.sure else {"value": written, **notes, "sure": answer.sure}


def problem_as_json(problem: Problem) -> dict[str, object]:
    where = problem.where
    return {
        "file": where.file or None,
        "line": where.line if where.file else None,
        "column": where.column if where.file else None,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": text(problem.message),
    }
