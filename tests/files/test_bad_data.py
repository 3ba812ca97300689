"""What is wrong in JSON, JSON lines, tables, records, drafts, codings, settings and lists of survivors, each at its place.

A file that can hold a remark says in its first lines what to expect (`# expect: EXIT-CODE RULE LINE:COLUMN [words]`), as in
tests/cases/invalid; for every other file `NAME.expect` beside it does.
"""

import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.files.refusals import CASES, PACK, Expected, expectations, refused, run
from zjtx_cli.errors import InvalidContent, Problem
from zjtx_cli.files.answers import MOST_BYTES
from zjtx_cli.files.codings import read_codings
from zjtx_cli.files.drafts import read_draft
from zjtx_cli.files.library import load
from zjtx_cli.files.survivors import PLACE, read_survivors

Capture = pytest.CaptureFixture[str]
TO_PACK = ("--playbooks", str(PACK))


def files(folder: str) -> list[Path]:
    return sorted(one for one in (CASES / folder).iterdir() if one.suffix != ".expect")


def each(folder: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    return pytest.mark.parametrize("file", files(folder), ids=lambda file: file.name)


@each("invalid_json")
def test_answers_in_json(file: Path, capsys: Capture) -> None:
    code, expected = expectations(file)
    refused(capsys, ["advise", str(file), *TO_PACK], str(file), expected, code)


@each("invalid_records")
def test_a_record(file: Path, capsys: Capture) -> None:
    code, expected = expectations(file)
    refused(capsys, ["verify", str(file), *TO_PACK, "--quiet"], str(file), expected, code)


@each("invalid_rows")
def test_a_row(file: Path, capsys: Capture) -> None:
    """What is wrong stands in the row, and in both languages on standard error; the other rows are scored all the same."""
    code, expected = expectations(file)
    ran = run(capsys, "batch", str(file), *TO_PACK, "--jobs", "1")
    rows = [json.loads(line) for line in ran.out.splitlines()]
    problems = [one for row in rows for one in row.get("problems", ())]
    assert ran.code == code
    assert [(one["rule"], one["line"], one["column"]) for one in problems] == [one[:3] for one in expected]
    assert {one["file"] for one in problems} == {str(file)}
    assert all(
        wanted.says in side for one, wanted in zip(problems, expected, strict=True) for side in one["message"].values()
    )
    told = [f"{file}:{one['line']}:{one['column']}: {one['message']['zh']} [{one['rule']}]" for one in problems]
    assert ran.err.splitlines()[: len(told)] == told
    assert "Traceback" not in ran.err


@each("invalid_codings")
def test_a_coding(file: Path, tmp_path: Path) -> None:
    shutil.copy(file, tmp_path / file.name)
    _, expected = expectations(file)
    found = read_codings(tmp_path, load(PACK))
    assert not found.cities
    same(found.problems, tmp_path / file.name, expected)


@each("invalid_drafts")
def test_a_draft(file: Path) -> None:
    draft, problems = read_draft(file, load(PACK))
    assert draft is None
    same(problems, file, expectations(file)[1])


@each("invalid_survivors")
def test_a_list_of_survivors(file: Path, tmp_path: Path) -> None:
    path = tmp_path.joinpath(*PLACE)
    path.parent.mkdir()
    shutil.copy(file, path)
    with pytest.raises(InvalidContent) as raised:
        read_survivors(tmp_path)
    same(raised.value.problems, path, expectations(file)[1])


@each("invalid_config")
def test_the_settings_of_a_user(file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    path = tmp_path / "zjtx" / "config.yaml"
    path.parent.mkdir()
    shutil.copy(file, path)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    code, expected = expectations(file)
    refused(capsys, ["advise", "--set", "demand=flat", *TO_PACK], str(path), expected, code)


def test_a_file_or_line_beyond_the_limit_is_refused_unread(tmp_path: Path, capsys: Capture) -> None:
    long = b"x" * (MOST_BYTES + 1)
    (tmp_path / "city.json").write_bytes(b'"' + long + b'"')
    (tmp_path / "rows.jsonl").write_bytes(b'{"city": "' + long + b'"}\n{"city": "x", "answers": {}}\n')
    (tmp_path / "rows.csv").write_bytes(b"city,demand\nx" + long + b",flat\ny,flat\n")
    refused(
        capsys,
        ["advise", str(tmp_path / "city.json"), *TO_PACK],
        str(tmp_path / "city.json"),
        [Expected("too-large", 1, 1)],
    )
    for name, line in (("rows.jsonl", 1), ("rows.csv", 2)):
        ran = run(capsys, "batch", str(tmp_path / name), *TO_PACK, "--jobs", "1")
        first, second = (json.loads(row) for row in ran.out.splitlines())
        assert [(one["rule"], one["line"]) for one in first["problems"]] == [("too-large", line)]
        assert "problems" not in second


def test_what_is_no_answers_file_is_told_as_that(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "notes.txt").write_text("city", "utf-8")
    (tmp_path / "empty").mkdir()
    told = {}
    for name in ("notes.txt", "empty", "*.jsonl", "gone.jsonl"):
        ran = run(capsys, "batch", str(tmp_path / name), *TO_PACK, "--jobs", "1")
        (row,) = (json.loads(line) for line in ran.out.splitlines())
        told[name] = (ran.code, *(one["rule"] for one in row["problems"]))
    assert told == {
        "notes.txt": (3, "file-type"),
        "empty": (5, "access"),
        "*.jsonl": (5, "access"),
        "gone.jsonl": (5, "access"),
    }


def same(problems: Sequence[Problem], file: Path, expected: list[Expected]) -> None:
    """Exactly these problems, in both languages."""
    found = [(one.rule, *one.where) for one in problems]
    assert found == [(one.rule, str(file), one.line, one.column) for one in expected]
    for one, wanted in zip(problems, expected, strict=True):
        assert all(wanted.says in side for side in one.message[:2])
        assert one.message.zh != one.message.en
