"""Standard output for results, standard error for everything else."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from zjtx_cli.errors import CannotAccess, ExitCode, InvalidContent, Location, Problem, WrongUsage, ZjtxError
from zjtx_cli.report.json_values import problem_as_json as problem_as_json  # noqa: PLC0414  # for the commands
from zjtx_cli.text import Language, Text, harmless

_ERROR = Text("错误", "error")
_WARNING = Text("提醒", "warning")
_COUNT = Text("共 {count} 处问题", "{count} problems")
_CLOSED = Text("标准输出没有打开", "standard output is closed")
_NOT_WRITTEN = Text("写入标准输出失败：{why}", "standard output cannot be written: {why}")
_NOT_ON_SCREEN = Text("这种格式不能显示在屏幕上，请用 -o 文件名", "this form cannot be shown on a screen; use -o FILE")
_NOWHERE = Location("")


class ReaderGone(Exception):
    """Nobody reads standard output any more (a pager, head): not an OSError, which Typer would answer by itself."""


def prepare_streams() -> None:
    """A console that cannot show a character shows “?” instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")


def result(content: str | bytes) -> None:
    """Write a result to standard output, as it is; what is no text goes into a file or a pipe, never onto a screen."""
    if isinstance(content, bytes):
        if sys.stdout is not None and sys.stdout.isatty():
            raise WrongUsage(_NOT_ON_SCREEN)
        with results() as file:
            file.write(content)
        return
    with _written():
        sys.stdout.write(content if content.endswith("\n") else content + "\n")


@contextmanager
def results() -> Iterator[BinaryIO]:
    """Standard output for bytes."""
    with _written():
        sys.stdout.flush()
        yield sys.stdout.buffer


@contextmanager
def _written() -> Iterator[None]:
    """That standard output is full or closed is told. A reader that went away is the caller's to notice."""
    if sys.stdout is None:
        raise CannotAccess(_CLOSED)
    try:
        yield
        sys.stdout.flush()
    except BrokenPipeError:
        raise ReaderGone from None
    except OSError as error:
        raise CannotAccess(_NOT_WRITTEN.format(why=error.strerror or str(error))) from None


def notice(text: Text, language: Language) -> None:
    """A sentence to a person, on standard error."""
    _say(harmless(text.to(language)))


def _say(line: str) -> None:
    """To standard error, if somebody listens there."""
    if sys.stderr is not None:
        print(line, file=sys.stderr)


def problems_as_text(problems: tuple[Problem, ...], language: Language) -> str:
    lines = [harmless(problem_as_text(one).to(language)) for one in problems]
    if len(problems) > 1:
        lines.append(_COUNT.format(count=len(problems)).to(language))
    return "\n".join(lines)


def problem_as_text(one: Problem) -> Text:
    """file:line:column: message [rule]"""
    word = Text("", "") if one.severity == "error" else Text(f"{_WARNING.zh}: ", f"{_WARNING.en}: ")
    return Text(*(f"{one.where}: {word[side]}{one.message[side]} [{one.rule}]" for side in (0, 1)))


def problems_as_github(problems: tuple[Problem, ...], language: Language) -> str:
    """Annotations as GitHub Actions reads them from the log."""
    return "\n".join(_annotation(one, language) for one in problems)


def _annotation(one: Problem, language: Language) -> str:
    place = f"file={_property(one.where.file)},line={one.where.line},col={one.where.column}," if one.where.file else ""
    return f"::{one.severity} {place}title={_property(one.rule)}::{_data(one.message.to(language))}"


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


def error(one: ZjtxError, language: Language) -> None:
    """On standard error; in a job of GitHub Actions as annotations, which are read from there, too."""
    if under_github():
        told = () if isinstance(one, InvalidContent) else (Problem(_NOWHERE, _rule(one), one.message),)
        _say(problems_as_github((*told, *one.problems), language))
        return
    if not isinstance(one, InvalidContent):
        _say(f"{_ERROR.to(language)}: {harmless(one.message.to(language))}")
    if one.problems:
        _say(problems_as_text(one.problems, language))


def under_github() -> bool:
    return os.environ.get("GITHUB_ACTIONS") == "true"


def width() -> int:
    """Columns of the terminal: COLUMNS, else the terminal's own, else 80."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdigit() and int(columns) > 0:
        return int(columns)
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError, AttributeError):  # no terminal, or standard output is closed
        return 80


def _property(word: str) -> str:
    return _data(word).replace(":", "%3A").replace(",", "%2C")


def _data(word: str) -> str:
    return word.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
