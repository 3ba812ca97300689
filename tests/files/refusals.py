"""What the tests of bad input share: run a command as a user would, and see that every refusal is a clear one."""

import json
import re
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from zjtx_cli.cli.app import main

CASES = Path(__file__).parent.parent / "cases"
PACK = CASES / "valid_pack"
_CHINESE = re.compile("[一-鿿]")


class Expected(NamedTuple):
    """One problem: its rule, its place, and what both languages must say of it."""

    rule: str
    line: int
    column: int
    says: str = ""

    @classmethod
    def of(cls, written: str) -> "Expected":
        """From `rule line:column [words]`."""
        rule, place, *words = written.split(maxsplit=2)
        line, column = place.split(":")
        return cls(rule, int(line), int(column), *words)


def expectations(file: Path) -> tuple[int, list[Expected]]:
    """What a case's first lines, or the file `NAME.expect` beside it, say: the exit code, and every problem."""
    beside = file.with_name(f"{file.name}.expect")
    if beside.is_file():
        lines = beside.read_text("utf-8").splitlines()
    else:
        marked = (line for line in file.read_text("utf-8").split("\n") if line.startswith("# expect: "))
        lines = [line.removeprefix("# expect: ") for line in marked]
    assert lines, f"{file} does not say what to expect"
    told = [line.split(maxsplit=1) for line in lines]
    return int(told[0][0]), [Expected.of(problem) for _, problem in told]


class Ran(NamedTuple):
    code: int
    out: str
    err: str


def run(capsys: pytest.CaptureFixture[str], *argv: str) -> Ran:
    """Within five seconds, whatever it is given."""
    start = time.monotonic()
    code = main(list(argv))
    assert time.monotonic() - start < 5
    return Ran(code, *capsys.readouterr())


def refused(
    capsys: pytest.CaptureFixture[str], argv: Sequence[str], file: str, expected: Sequence[Expected], code: int = 3
) -> None:
    """The command ends with this code and exactly these problems: as text in both languages, and as one JSON document."""
    ran = run(capsys, *argv, "--format", "json")
    told = json.loads(ran.out)
    assert (ran.code, told["schema"], told["exit_code"]) == (code, "zjtx.error/1", code)
    assert [(one["rule"], one["line"], one["column"]) for one in told["problems"]] == [one[:3] for one in expected]
    for one, wanted in zip(told["problems"], expected, strict=True):
        assert one["file"] == file
        assert _CHINESE.search(one["message"]["zh"])
        assert one["message"]["en"] != one["message"]["zh"]
        assert all(wanted.says in message for message in one["message"].values())
        assert all(len(message) < 400 for message in one["message"].values())
    for language in ("zh", "en"):
        ran = run(capsys, *argv, "--lang", language)
        lines = [
            f"{file}:{one['line']}:{one['column']}: {one['message'][language]} [{one['rule']}]"
            for one in told["problems"]
        ]
        assert (ran.code, ran.out) == (code, "")
        assert ran.err.splitlines()[: len(lines)] == lines
        assert "Traceback" not in ran.err
