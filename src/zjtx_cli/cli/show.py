"""Standard output for results, standard error for everything else."""

import json
import os
import sys

from zjtx_cli.errors import ExitCode, InvalidContent, Location, Problem, WrongUsage, ZjtxError
from zjtx_cli.text import Language, Text, harmless

_ERROR = Text("错误", "error")
_WARNING = Text("提醒", "warning")
_COUNT = Text("共 {count} 处问题", "{count} problems")
_NOT_ON_SCREEN = Text("这种格式不能显示在屏幕上，请用 -o 文件名", "this form cannot be shown on a screen; use -o FILE")
_NOWHERE = Location("")


def prepare_streams() -> None:
    """A console that cannot show a character shows “?” instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def result(content: str | bytes) -> None:
    """Write a result to standard output, as it is; what is no text goes into a file or a pipe, never onto a screen."""
    if isinstance(content, bytes):
        if sys.stdout.isatty():
            raise WrongUsage(_NOT_ON_SCREEN)
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    text = content
    sys.stdout.write(text if text.endswith("\n") else text + "\n")
    sys.stdout.flush()


def notice(text: Text, language: Language) -> None:
    """A sentence to a person, on standard error."""
    print(harmless(text.to(language)), file=sys.stderr)


def problems_as_text(problems: tuple[Problem, ...], language: Language) -> str:
    lines = [
        f"{harmless(str(one.where))}: {harmless(one.message.to(language))} [{one.rule}]"
        if one.severity == "error"
        else f"{harmless(str(one.where))}: {_WARNING.to(language)}: {harmless(one.message.to(language))} [{one.rule}]"
        for one in problems
    ]
    if len(problems) > 1:
        lines.append(_COUNT.format(count=len(problems)).to(language))
    return "\n".join(lines)


def problems_as_github(problems: tuple[Problem, ...], language: Language) -> str:
    """Annotations as GitHub Actions reads them from the log."""
    return "\n".join(
        f"::{one.severity} file={_property(one.where.file)},line={one.where.line},col={one.where.column},"
        f"title={_property(one.rule)}::{_data(one.message.to(language))}"
        for one in problems
    )


def error_as_json(error: ZjtxError) -> str:
    """The one JSON document of a failure; the same in every language setting."""
    told = () if isinstance(error, InvalidContent) else (Problem(_NOWHERE, _rule(error), error.message),)
    problems = (*told, *error.problems)
    return json.dumps(
        {
            "schema": "zjtx.error/1",
            "exit_code": int(error.exit_code),
            "problems": [problem_as_json(one) for one in problems],
        },
        ensure_ascii=False,
        indent=2,
    )


def _rule(error: ZjtxError) -> str:
    """The way of handling, as a rule's name: wrong-usage, cannot-access …"""
    return ExitCode(error.exit_code).name.lower()


def problem_as_json(problem: Problem) -> dict[str, object]:
    where = problem.where
    return {
        "file": where.file or None,
        "line": where.line if where.file else None,
        "column": where.column if where.file else None,
        "rule": problem.rule,
        "severity": problem.severity,
        "message": {"zh": problem.message.zh, "en": problem.message.en},
    }


def error(one: ZjtxError, language: Language) -> None:
    if not isinstance(one, InvalidContent):
        print(f"{_ERROR.to(language)}: {harmless(one.message.to(language))}", file=sys.stderr)
    if one.problems:
        print(problems_as_text(one.problems, language), file=sys.stderr)


def width() -> int:
    """Columns of the terminal: COLUMNS, else the terminal's own, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _property(word: str) -> str:
    return _data(word).replace(":", "%3A").replace(",", "%2C")


def _data(word: str) -> str:
    return word.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
