"""A warning that an author has looked at: `# ok: RULE: reason` behind the line it is about, or on the line above."""

import re
from collections.abc import Iterable
from pathlib import Path

from zjtx_cli.errors import Problem
from zjtx_cli.files.disk import MOST_BYTES, read_bytes

_ALLOWED = re.compile(r"(?:^|\s)# ok: (?P<rule>[a-z-]+): \S")


def without_allowed(problems: Iterable[Problem]) -> list[Problem]:
    """What is left; an error cannot be allowed, and a comment without a reason allows nothing."""
    lines: dict[str, list[str]] = {}
    return [one for one in problems if one.severity == "error" or not _allowed(one, lines)]


def _allowed(problem: Problem, lines: dict[str, list[str]]) -> bool:
    file, line, _ = problem.where
    if file not in lines:
        text = read_bytes(file, MOST_BYTES).decode("utf-8", "replace") if Path(file).is_file() else ""
        lines[file] = text.split("\n")
    above = lines[file][line - 2 : line - 1] if line > 1 else []
    beside = [*lines[file][line - 1 : line], *(one for one in above if one.lstrip().startswith("#"))]
    return any(found["rule"] == problem.rule for one in beside for found in _ALLOWED.finditer(one))
