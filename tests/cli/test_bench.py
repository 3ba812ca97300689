"""`playbooks test` with coverage and mutation, on a small pack of its own."""

import json
import re
import shutil
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from tests.files.refusals import PACK
from zjtx_cli.cli.app import main
from zjtx_cli.cli.schema import Kind, schema_of

BASE = """\
about: {zh: 编造的情形，不是任何真实城市。, en: Made-up cases; no real city.}
playbook: gather
base: {demand: growing, workshops: 120, leader: open, leader_tests: weekly, exports: 60, start_ups: 0, institute: near, own_revenue: 60}
cases:
  - {name: all fits, serves: base, expect: {first: gather}}
  - {name: few kilns, serves: "step:enough_firms", set: {workshops: 29}}
  - {name: just enough kilns, serves: "line:met exactly", set: {workshops: 30}, expect: {holds: [gather/enough_firms]}}
"""
REAL = "city: 甲\nanswers: {demand: falling, letters: [nothing]}\nexpect: {blocked: [gather]}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(PACK, tmp_path / "pack")
    scenarios = tmp_path / "pack" / "scenarios"
    scenarios.mkdir()
    (scenarios / "jia.yaml").write_text(REAL, "utf-8")
    (scenarios / "gather.yaml").write_text(BASE, "utf-8")
    return tmp_path / "pack"


def _test(capsys: pytest.CaptureFixture[str], folder: Path, *more: str, code: int = 0) -> str:
    assert main(["playbooks", "test", "--playbooks", str(folder), *more]) == code
    return capsys.readouterr().out


def _as_json(capsys: pytest.CaptureFixture[str], folder: Path, *more: str, code: int = 0) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_test(capsys, folder, "--format", "json", *more, code=code))
    jsonschema.Draft202012Validator(schema_of(Kind.OUTCOMES)).validate(told)
    return told


def test_json_has_the_printed_form(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _as_json(capsys, folder)
    assert (told["coverage"], told["mutation"]) == (None, None)
    assert [one["made_up"] for one in told["outcomes"]] == [True, True, True, False]
    told = _as_json(capsys, folder, "--coverage", "--mutate")
    units = {(one["name"], one["way"]["en"]): one for one in told["coverage"]["units"]}
    assert units["demand/falling", "chosen"]["real"]
    assert not units["demand/falling", "chosen"]["made_up"]
    assert not units["demand/flat", "chosen"]["real"] | units["demand/flat", "chosen"]["made_up"]
    mutants = {one["id"]: one for one in told["mutation"]["mutants"]}
    blocked = mutants["gather.blockers.dying_trade:dropped"]
    assert (blocked["real"], blocked["made_up"]) == (True, True)
    moved = mutants["gather.mechanism.enough_firms.holds_if.at_least:30 becomes 36"]
    assert (moved["real"], moved["made_up"]) == (False, True)
    lines = (folder / "gather.yaml").read_text("utf-8").split("\n")
    assert lines[moved["line"] - 1][moved["column"] - 1 :].startswith("30}")
    assert lines[blocked["line"] - 1].lstrip(" -").startswith("id: dying_trade")


def test_thresholds_are_gates(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _test(capsys, folder, "--coverage")
    _test(capsys, folder, "--threshold", "10")
    _test(capsys, folder, "--threshold", "90", code=1)
    _test(capsys, folder, "--kill-rate", "10")
    told = _test(capsys, folder, "--kill-rate", "99", "--lang", "en", code=1)
    assert f"{folder}/spark.yaml:" in told
    assert "no_money:dropped" in told
    _test(capsys, folder, "--threshold", "101", code=2)


def test_a_survivor_is_told_with_its_reason_and_a_stale_one_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "coverage").mkdir()
    listed = folder / "coverage" / "survivors.yaml"
    reason = "because: {zh: 另有测试。, en: Tested elsewhere.}"
    listed.write_text(
        f"survivors:\n  - {{mutant: 'spark.blockers.no_money:dropped', {reason}}}\n"
        f"  - {{mutant: 'gather.blockers.dying_trade:dropped', {reason}}}\n",
        "utf-8",
    )
    told = _test(capsys, folder, "--mutate", "--lang", "en")
    assert "no_money:dropped (dropped) - accepted: Tested elsewhere." in told
    assert "no survivor any more, take it off the list: gather.blockers.dying_trade:dropped" in told
    listed.write_text("survivors:\n  - {mutant: x}\n", "utf-8")
    assert main(["playbooks", "test", "--playbooks", str(folder), "--mutate"]) == 3
    assert f"{listed}:2:5: " in capsys.readouterr().err


def test_a_survivor_without_a_reason_and_a_reason_without_a_survivor_are_a_gate(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As CI runs it: every survivor has its reason, and every reason its survivor."""
    mutants = _as_json(capsys, folder, "--mutate")["mutation"]["mutants"]
    survivors = [one["id"] for one in mutants if not one["real"] and not one["made_up"]]
    killed = next(one["id"] for one in mutants if one["real"])
    assert len(survivors) > 1
    (folder / "coverage").mkdir()

    def run(listed: list[str], *more: str) -> tuple[int, str, str]:
        entries = [{"mutant": one, "because": {"zh": "另有测试。", "en": "Tested elsewhere."}} for one in listed]
        (folder / "coverage" / "survivors.yaml").write_text(json.dumps({"survivors": entries}, indent=1), "utf-8")
        argv = ["playbooks", "test", "--playbooks", str(folder), "--mutate", "--fail-on", "warning", "--lang", "en"]
        return main([*argv, *more]), *capsys.readouterr()

    assert run(survivors)[0] == 0
    code, out, err = run(survivors[1:])
    assert (code, err) == (1, "the gate --fail-on warning did not hold\n")
    assert survivors[0] in out
    code, out, _ = run([*survivors, killed], "--format", "github")
    assert code == 1
    (annotation,) = [line for line in out.splitlines() if line.startswith("::")]
    assert annotation.startswith(f"::warning file={folder}/coverage/survivors.yaml,line=")
    assert annotation.endswith(f"title=stale-survivor::no survivor any more, take it off the list: {killed}")
    code, out, _ = run(survivors[1:], "--format", "junit")
    assert code == 1
    cases = ElementTree.fromstring(out).findall(".//testcase")
    (failed,) = [case for case in cases if case.find("failure") is not None]
    assert failed.get("name") == "--fail-on warning"
    assert survivors[0] in str(failed.findtext("failure"))
    assert main(["playbooks", "test", "--playbooks", str(folder), "--fail-on", "warning"]) == 2


def test_what_is_not_exercised_is_a_notice_under_github(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _test(capsys, folder, "--threshold", "90", "--format", "github", "--lang", "en", code=1).splitlines()
    notices = [line for line in told if line.startswith("::")]
    assert len(notices) > 3
    assert all(
        re.match(r"::notice file=.+\.yaml,line=\d+,col=\d+,title=coverage::no scenario exercises ", line)
        for line in notices
    )
    assert told[-1].startswith("coverage ")


def test_a_made_up_case_that_fails_is_told_with_its_place_and_why(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "scenarios" / "gather.yaml"
    path.write_text(BASE.replace("{workshops: 29}", "{workshops: 31}"), "utf-8")
    told = _test(capsys, folder, "--lang", "en", code=1)
    assert "gather/enough_firms: Holds. Kilns: 31" in told
    assert "FAILED  scenarios/gather: few kilns" in told
    assert f"{path}:6:5: “gather/enough_firms” must fail; it is true" in told
    assert "all fits" not in told
    assert "3 passed, 1 failed" in told


def test_weights_are_told_by_the_real_cities_that_hang_on_them(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A town whose fit lies just over one half: a fifth off the weight of what it has takes it under."""
    (folder / "scenarios" / "yi.yaml").write_text(
        "city: 乙\nanswers: {demand: growing, workshops: 30, leader: none, exports: 0, institute: absent, own_revenue: 60}\n"
        "expect: {strength: {gather: conditional}}\n",
        "utf-8",
    )
    weights = _as_json(capsys, folder, "--mutate")["mutation"]["weights"]
    hangs = {(one["playbook"], one["question"]): one for one in weights}
    assert hangs["gather", "demand"]["less"] == ["yi"]
    assert all(not one["less"] + one["more"] or {"yi"} >= {*one["less"], *one["more"]} for one in weights)
