"""What pipelines read: every JSON follows the schema that is printed, also where the command fails; gates; annotations."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from zjtx_cli.cli.app import main
from zjtx_cli.cli.commands import COMMANDS, PLAYBOOKS
from zjtx_cli.cli.schema import Kind, schema_of

HERE = Path(__file__).parent.parent
SMALL = HERE / "cases" / "valid_pack"
CITY = str(HERE / "cases" / "valid" / "every_form.yaml")
BAD = str(HERE / "cases" / "invalid" / "all_problems_at_once.yaml")
TO_SMALL = ["--playbooks", str(SMALL)]
TO_SCENARIO = [str(SMALL / "places" / "hill.yaml")]
FAILING = "city: 甲\nanswers: {demand: flat}\nexpect: {status: recommended, first: spark}\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def validators() -> Callable[[str], Any]:
    made: dict[str, Any] = {}

    def of(kind: str) -> Any:
        if kind not in made:
            schema = schema_of(Kind(kind))
            jsonschema.Draft202012Validator.check_schema(schema)
            made[kind] = jsonschema.Draft202012Validator(schema)
        return made[kind]

    return of


JSON: list[tuple[str, int, list[str]]] = [
    ("advice", 0, ["advise", CITY, *TO_SMALL]),
    ("advice", 0, ["advise", CITY, *TO_SMALL, "--no-robustness"]),
    ("advice", 1, ["advise", "--set", "demand=flat", *TO_SMALL, "--fail-on", "incomplete"]),
    ("error", 2, ["advise", *TO_SMALL]),
    ("error", 2, ["advise", CITY, *TO_SMALL, "--fail-on", "anything"]),
    ("error", 2, ["advise", CITY, *TO_SMALL, "--no-robustness", "--fail-on", "unstable"]),
    ("error", 3, ["advise", BAD, *TO_SMALL]),
    ("error", 3, ["advise", "--set", "demand=flt", *TO_SMALL]),
    ("error", 4, ["advise", "--set", "demand=flat", "--strict", *TO_SMALL]),
    ("error", 5, ["advise", "gone.yaml", BAD, *TO_SMALL]),
    ("error", 5, ["advise", CITY, "--playbooks", "gone"]),
    ("whatif", 0, ["whatif", CITY, "--set", "demand=flat", *TO_SMALL]),
    ("error", 2, ["whatif", CITY, *TO_SMALL]),
    ("error", 3, ["whatif", CITY, "--set", "demnd=flat", *TO_SMALL]),
    ("error", 5, ["verify", "gone.json", *TO_SMALL]),
    ("problems", 0, ["playbooks", "validate", str(SMALL)]),
    ("list", 0, ["playbooks", "list", *TO_SMALL]),
    ("error", 5, ["playbooks", "list", "--playbooks", "gone"]),
    ("questionnaire", 0, ["questions", *TO_SMALL]),
    ("error", 5, ["questions", "--playbooks", "gone"]),
    ("outcomes", 0, ["playbooks", "test", *TO_SCENARIO, "--coverage", *TO_SMALL]),
    ("outcomes", 1, ["playbooks", "test", *TO_SCENARIO, "--threshold", "99", *TO_SMALL]),
    ("diff", 0, ["playbooks", "diff", str(SMALL), str(SMALL), "--cities", str(SMALL / "places")]),
    ("error", 5, ["playbooks", "diff", "gone", str(SMALL)]),
    ("evaluation", 0, ["evaluate", str(SMALL / "places"), *TO_SMALL]),
    ("error", 5, ["playbooks", "validate", "gone"]),
    ("error", 5, ["playbooks", "test", "gone", *TO_SMALL]),
    ("error", 2, ["playbooks", "nothing"]),
    ("error", 5, ["evaluate", "gone", *TO_SMALL]),
]


@pytest.mark.parametrize(
    ("kind", "code", "argv"),
    JSON,
    ids=lambda value: " ".join(Path(one).name for one in value) if isinstance(value, list) else str(value),
)
def test_one_json_document_of_the_printed_schema(
    kind: str, code: int, argv: list[str], validators: Callable[[str], Any], capsys: Capture
) -> None:
    assert main([*argv, "--format", "json"]) == code
    told = json.loads(capsys.readouterr().out)
    assert [error.message for error in validators(kind).iter_errors(told)] == []
    assert told["schema"] == f"zjtx.{kind}/1"
    assert told.get("exit_code", code) == code


def test_every_command_that_prints_json_is_among_these(capsys: Capture) -> None:
    """Whatever takes `--format json` has a printed schema, and a test above or below that holds it against it."""
    tested = {
        "verify",
        *(" ".join(argv[:2] if argv[0] == "playbooks" else argv[:1]) for kind, _, argv in JSON if kind != "error"),
    }
    for command in [*COMMANDS, *(f"playbooks {name}" for name in PLAYBOOKS)]:
        assert main([*command.split(), "--help"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        assert bool(re.search(r"<[a-z|]*\bjson\b[a-z|]*>", told)) is (command in tested), command


def test_verification_and_rows_follow_their_schemas(
    tmp_path: Path, validators: Callable[[str], Any], capsys: Capture
) -> None:
    record = tmp_path / "record.json"
    assert main(["advise", CITY, *TO_SMALL, "-o", str(record), "--quiet"]) == 0
    record.write_text(record.read_text(encoding="utf-8").replace('"high": 1.0', '"high": 0.9'), encoding="utf-8")
    assert main(["verify", str(record), *TO_SMALL, "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told["differences"]
    assert [error.message for error in validators("verification").iter_errors(told)] == []
    assert main(["batch", CITY, BAD, "gone.yaml", "--robustness", *TO_SMALL]) == 5
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert ["problems" in row for row in rows] == [False, True, True]
    for row in rows:
        assert [error.message for error in validators("row").iter_errors(row)] == []


def test_a_fault_is_one_document_too(
    validators: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("zjtx_cli.advisor.advising.judge", lambda *_: 1 / 0)
    assert main(["advise", CITY, *TO_SMALL, "--format", "json"]) == 70
    captured = capsys.readouterr()
    assert [error.message for error in validators("error").iter_errors(json.loads(captured.out))] == []
    assert "Traceback" not in captured.err
    with pytest.raises(ZeroDivisionError):
        main(["advise", CITY, *TO_SMALL, "--debug"])


def test_in_a_job_of_github_every_command_annotates_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    """Standard error is read for annotations as standard output is; the result stays what it is."""
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    record = tmp_path / "record.json"
    record.write_text("[]", encoding="utf-8")
    for argv, place in (
        (["advise", BAD, *TO_SMALL], f"file={BAD},line="),
        (["whatif", BAD, "--set", "demand=flat", *TO_SMALL], f"file={BAD},line="),
        (["verify", str(record), *TO_SMALL], f"file={record},line=1,col=1,title=record::"),
        (["advise", "gone.yaml", *TO_SMALL], "title=access::"),
        (["advise", *TO_SMALL], "title=usage::"),
    ):
        assert main(argv) > 1
        captured = capsys.readouterr()
        assert captured.out == ""
        lines = captured.err.splitlines()
        assert lines
        assert all(line.startswith(f"::error {place}") for line in lines)
    assert main(["advise", CITY, *TO_SMALL, "--no-robustness", "--lang", "en"]) == 0
    assert "::" not in capsys.readouterr().out


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    folder = Path(shutil.copytree(SMALL, tmp_path / "pack"))
    path = folder / "gather.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("group: ", "group: no", 1), encoding="utf-8")
    return folder


def test_all_forms_of_validate_tell_the_same_findings(
    broken: Path, validators: Callable[[str], Any], monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    told = {}
    for form in ("json", "github", "junit", "text"):
        assert main(["playbooks", "validate", str(broken), "--format", form, "--lang", "en"]) == 3
        told[form] = capsys.readouterr().out
    document = json.loads(told["json"])
    assert [error.message for error in validators("problems").iter_errors(document)] == []
    (problem,) = document["problems"]
    place, message = f"{problem['file']}:{problem['line']}:{problem['column']}", problem["message"]["en"]
    assert told["text"].strip() == f"{place}: {message} [{problem['rule']}]"
    assert told["github"].strip() == (
        f"::error file={problem['file']},line={problem['line']},col={problem['column']},title={problem['rule']}::{message}"
    )
    case = ElementTree.fromstring(told["junit"]).find(".//testcase")
    assert case is not None
    failure = case.find("failure")
    assert failure is not None
    assert (case.get("name"), failure.get("type"), failure.text) == (place, problem["rule"], message)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(["playbooks", "validate", str(broken), "--lang", "en"]) == 3
    assert capsys.readouterr().out == told["github"]
    assert main(["playbooks", "validate", str(broken), "--format", "text", "--lang", "en"]) == 3
    assert capsys.readouterr().out == told["text"]


def test_all_forms_of_test_tell_the_same_failures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(FAILING, encoding="utf-8")
    argv = ["playbooks", "test", str(path), *TO_SMALL, "--lang", "en"]
    told = {}
    for form in ("json", "github", "junit", "text"):
        assert main([*argv, "--format", form]) == 1
        told[form] = capsys.readouterr().out
    (outcome,) = json.loads(told["json"])["outcomes"]
    assert (outcome["passed"], outcome["line"]) == (False, 3)
    first = outcome["failures"][0]["en"]
    annotation, summary = told["github"].splitlines()
    assert annotation.startswith(f"::error file={path},line=3,col=9,title=expect::")
    assert summary == "0 passed, 1 failed"
    suite = ElementTree.fromstring(told["junit"]).find("testsuite")
    assert suite is not None
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")
    for form in ("github", "junit", "text"):
        assert first in told[form], form
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert main(argv) == 1
    assert capsys.readouterr().out == told["github"]


@pytest.mark.parametrize("form", ["github", "junit"])
def test_a_scenario_that_cannot_be_read_is_told_in_the_form_asked_for(
    form: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(FAILING.replace("flat", "flt"), encoding="utf-8")
    assert main(["playbooks", "test", str(path), *TO_SMALL, "--format", form]) == 3
    told = capsys.readouterr().out
    if form == "github":
        assert told.startswith(f"::error file={path},line=2,col=")
    else:
        assert ElementTree.fromstring(told).find(".//failure[@type='option']") is not None


@pytest.mark.parametrize(
    ("gate", "answers", "holds"),
    [
        ("no-fit", ["demand_trend=growing"], True),
        ("undecided", ["demand_trend=growing"], False),
        ("incomplete", ["demand_trend=growing"], False),
        ("warning", ["demand_trend=growing"], True),
        ("warning", ["demand_trend=growing", "new_chain_letters=3"], False),  # the branch is shut: set aside
    ],
)
def test_gates(gate: str, answers: list[str], holds: bool, capsys: Capture) -> None:
    given = [word for answer in answers for word in ("--set", answer)]
    assert main(["advise", *given, "--no-robustness", "--fail-on", gate]) == (0 if holds else 1)
    captured = capsys.readouterr()
    assert captured.out, "a gate takes nothing away"
    assert (f"--fail-on {gate}" in captured.err) is not holds


def test_the_help_explains_every_gate(capsys: Capture) -> None:
    for command in ("advise", "batch"):
        assert main([command, "--help"]) == 0
        told = " ".join(capsys.readouterr().out.split())
        for gate, why in (
            ("no-fit", "no model"),
            ("unstable", "weight"),
            ("incomplete", "not asked"),
            ("warning", "set aside"),
        ):
            assert gate in told
            assert why in told
