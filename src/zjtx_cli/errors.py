"""What can go wrong: problems are values with a place; only "I cannot go on" is raised."""

from enum import IntEnum
from typing import NamedTuple

from zjtx_cli.text import Text


class ExitCode(IntEnum):
    DONE = 0
    GATE = 1
    USAGE = 2
    INVALID = 3
    MISSING = 4
    ACCESS = 5
    FAULT = 70
    INTERRUPTED = 130


class Location(NamedTuple):
    """A place in a file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


class Problem(NamedTuple):
    """One thing that is wrong with what came from outside: where, by which rule, and how to mend it."""

    where: Location
    rule: str
    message: Text
    severity: str = "error"  # error | warning


class ZjtxError(Exception):
    """The adviser cannot go on; `message` says why and what to do."""

    exit_code = ExitCode.FAULT

    def __init__(self, message: Text, problems: tuple[Problem, ...] = ()) -> None:
        super().__init__(message.en)
        self.message = message
        self.problems = problems


class WrongUsage(ZjtxError):
    exit_code = ExitCode.USAGE


class InvalidContent(ZjtxError):
    exit_code = ExitCode.INVALID

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems[0].message, problems)


class AnswersMissing(ZjtxError):
    exit_code = ExitCode.MISSING


class CannotAccess(ZjtxError):
    exit_code = ExitCode.ACCESS


class Interrupted(ZjtxError):
    exit_code = ExitCode.INTERRUPTED
