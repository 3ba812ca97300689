"""What coders put down is checked against the questions, with the place of every mistake."""

from pathlib import Path

import pytest

from tests.files.refusals import PACK
from zjtx_cli.errors import CannotAccess
from zjtx_cli.files.codings import read_codings
from zjtx_cli.files.library import load
from zjtx_cli.model.answers import Mark


def _read(folder: Path, **files: str) -> tuple[dict[str, object], list[tuple[str, str]]]:
    for name, content in files.items():
        (folder / f"{name}.yaml").write_text(content, encoding="utf-8")
    found = read_codings(folder, load(PACK))
    return {**found.cities}, [(str(one.where).removeprefix(f"{folder}/"), one.rule) for one in found.problems]


def test_values_marks_and_what_was_not_reached(tmp_path: Path) -> None:
    cities, problems = _read(
        tmp_path,
        a="coder: one\nanswers:\n  demand: {value: flat, facts: [F1, F2], why: 原文}\n  letters: {value: [orders]}\n"
        "  workshops: {value: 40}\n  exports: n/a\nunknown: [leader]\n",
        b="answers: {}\nunknown: [demand]\n",
        c="answers:\nunknown: []\n",
        d="answers: {demand: unknown}\nunknown:\n",
    )
    assert problems == []
    assert cities == {
        "a": {
            "demand": "flat",
            "workshops": 40.0,
            "letters": frozenset(["orders"]),
            "leader": Mark.UNKNOWN,
            "exports": Mark.NOT_APPLICABLE,
        },
        "b": {"demand": Mark.UNKNOWN},
        "c": {},
        "d": {"demand": Mark.UNKNOWN},
    }


@pytest.mark.parametrize(
    ("content", "problems"),
    [
        ("answers: {demand: {value: flt}}\n", [("a.yaml:1:27", "option")]),
        ("answers: {demnd: {value: flat}}\n", [("a.yaml:1:11", "unknown-question")]),
        ("answers: {workshops: {value: 900}}\n", [("a.yaml:1:30", "range")]),
        ("answers: {demand: {facts: [F1]}}\n", [("a.yaml:1:19", "missing-key")]),
        ("answers: {}\nunknown: [demnd]\n", [("a.yaml:2:11", "unknown-question")]),
        ("answers: {}\nunknown: demand\n", [("a.yaml:2:10", "list")]),
        ("answers: {}\nunknown: [{demand: 1}]\n", [("a.yaml:2:10", "list")]),
        ("answers: {demand: {value: flat}}\nunknown: [demand]\n", [("a.yaml:2:11", "duplicate-key")]),
        ("answers: [demand]\n", [("a.yaml:1:10", "mapping")]),
        ("unknown: [demand]\n", [("a.yaml:1:1", "missing-key")]),
        ("just words\n", [("a.yaml:1:1", "mapping")]),
        ("answers: {demand: {value: {value: flat}}}\n", [("a.yaml:1:27", "answer-form")]),
        ("answers: [\n", [("a.yaml:2:1", "syntax")]),
    ],
)
def test_mistakes_have_their_place(content: str, problems: list[tuple[str, str]], tmp_path: Path) -> None:
    cities, found = _read(tmp_path, a=content, b="answers: {demand: {value: flat}}\n")
    assert cities == {"b": {"demand": "flat"}}
    assert found == problems


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CannotAccess):
        read_codings(tmp_path / "nowhere", load(PACK))
