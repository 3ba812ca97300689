"""Bad scenarios and bad made-up cases: one clear problem each, at its place, in both languages.

The first lines of each file of tests/cases/invalid_scenarios say what to expect, as those of tests/cases/invalid do.
"""

import json
from pathlib import Path

import jsonschema
import pytest

from tests.files.refusals import CASES, PACK, expectations, refused
from zjtx_cli.cli.app import main
from zjtx_cli.cli.schema import Kind, schema_of

FILES = sorted((CASES / "invalid_scenarios").glob("*.yaml"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_scenario_with_one_mistake(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, expected = expectations(file)
    refused(capsys, ["playbooks", "test", str(file), "--playbooks", str(PACK)], str(file), expected, code)


def test_warnings_pass_unless_they_are_a_gate_and_can_be_allowed_with_a_reason(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    import shutil

    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    path = folder / "gather.yaml"
    line = "    holds_if: {question: workshops, at_least: 30}\n"
    text = path.read_text("utf-8")
    assert line in text
    weak = line.replace("30", "0")
    path.write_text(text.replace(line, weak), "utf-8")
    assert main(["playbooks", "validate", str(folder), "--lang", "en"]) == 0
    assert "[empty-condition]" in capsys.readouterr().out
    assert main(["playbooks", "validate", str(folder), "--fail-on", "warning"]) == 1
    capsys.readouterr()
    assert main(["playbooks", "validate", str(folder), "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    jsonschema.Draft202012Validator(schema_of(Kind.PROBLEMS)).validate(told)
    assert [(one["rule"], one["severity"]) for one in told["problems"]] == [("empty-condition", "warning")]
    for comment, code in (
        ("  # ok: empty-condition: 示例", 0),
        ("  # ok: empty-condition:", 1),
        ("  # ok: x: 示例", 1),
    ):
        path.write_text(text.replace(line, weak.replace("\n", comment + "\n")), "utf-8")
        assert main(["playbooks", "validate", str(folder), "--fail-on", "warning"]) == code
    path.write_text(text.replace(line, "    # ok: empty-condition: 示例\n" + weak), "utf-8")
    assert main(["playbooks", "validate", str(folder), "--fail-on", "warning"]) == 0


def test_an_error_cannot_be_allowed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    path = folder / "spark.yaml"
    text = path.read_text("utf-8")
    line = "{question: own_revenue, below: 5}"
    twice = f"{{any: [{line}, {line}]}}  # ok: duplicate-condition: 示例"
    path.write_text(text.replace(line, twice, 1), "utf-8")
    assert main(["playbooks", "validate", str(folder)]) == 3
    assert "[duplicate-condition]" in capsys.readouterr().out
