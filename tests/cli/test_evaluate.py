"""zjtx evaluate as a user runs it: terminal and JSON, refusals, the same bytes everywhere."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from tests.files.refusals import PACK, run

CITIES = {
    "gathered": "answers: {demand: flat, workshops: 120, letters: [patents, orders], leader: closed, leader_tests: weekly,\n"
    "  exports: 30, start_ups: 0, institute: near, own_revenue: 40}\nexpect: {among: [gather]}",
    "missed": "answers: {demand: growing, workshops: 40, leader: open, leader_tests: weekly, exports: 60, institute: near,\n"
    "  own_revenue: 60}\nexpect: {among: [lift, spark]}",
    "again": "answers: {demand: growing, workshops: 40, leader: open, leader_tests: weekly, exports: 60, institute: near,\n"
    "  own_revenue: 60}\nexpect: {among: [gather]}",
    "nothing": "answers: {demand: falling, letters: [nothing], workshops: 3, leader: none, exports: 0, start_ups: 0,\n"
    "  institute: absent, own_revenue: 3}\nexpect: {status: none}",
    "unsaid": "answers: {demand: flat}\nexpect: {}",
}
CODED = {
    "gathered": "answers: {demand: {value: flat}, workshops: {value: 100}}\nunknown: [leader]\n",
    "lifted": "answers: {demand: {value: growing}}\nunknown: [workshops, leader]\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in CITIES.items():
        _write(tmp_path / "cities" / f"{name}.yaml", f"city: {name}市\n{content}\n")
    for name, content in CODED.items():
        _write(tmp_path / "one" / f"{name}.yaml", content)
        _write(tmp_path / "two" / f"{name}.yaml", content.replace("value: 100", "value: 400"))
    return tmp_path


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")


def _argv(folder: Path, *more: str) -> list[str]:
    return ["evaluate", str(folder / "cities"), "--playbooks", str(PACK), *more]


def _json(capsys: pytest.CaptureFixture[str], argv: list[str]) -> dict[str, Any]:
    ran = run(capsys, *argv, "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    told: dict[str, Any] = json.loads(ran.out)
    return told


def test_json(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = _json(capsys, _argv(folder))
    assert told["schema"] == "zjtx.evaluation/1"
    assert [one["name"] for one in told["cities"]] == ["again", "gathered", "missed", "nothing"]
    assert (told["scored"], told["not_scored"]) == (4, ["unsaid"])
    assert told["right"] == {"count": 3, "of": 4, "share": 0.75, "interval": [0.300642, 0.954413]}
    assert told["right"]["count"] + told["wrong"]["count"] == 4
    assert [one["class"] for one in told["classes"]] == ["gather", "lift", "spark", "none"]
    assert {(one["kind"], one["answers"]) for one in told["perturbation"]["curves"]} == {
        (kind, count) for kind in ("unknown", "changed") for count in range(1, 6)
    }
    assert [one["ablation"] for one in told["ablations"]] == [
        "equal_weights",
        "uniform_weights",
        "no_blockers",
        "no_gates",
    ]
    assert [one["baseline"] for one in told["baselines"]] == ["majority", "nearest", "random"]
    assert told["baselines"][2]["right"]["interval"] is None
    assert told["coders"] is None
    missed = told["cities"][2]
    assert (missed["first"], missed["miss"]["wanted"]) == ("gather", "lift")
    assert missed["miss"]["through"]


def test_two_coders(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    coders = _json(capsys, _argv(folder, "--coders", str(folder / "one"), str(folder / "two")))["coders"]
    assert (coders["cities"], coders["pairs"], coders["agree"]) == (["gathered", "lifted"], 6, 5)
    assert coders["both_gave_a_value"] == {"pairs": 3, "agree": 2}
    assert coders["kappa"] == pytest.approx((5 / 6 - 3.5 / 6) / (1 - 3.5 / 6), abs=1e-6)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("columns", [80, 50])
def test_the_text_fits_the_screen_and_names_what_it_does_not_show(
    language: str, columns: int, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", str(columns))
    ran = run(capsys, *_argv(folder, "--lang", language, "--coders", str(folder / "one"), str(folder / "two")))
    assert (ran.code, ran.err) == (0, "")
    assert all(cell_len(line) <= columns for line in ran.out.splitlines())
    told = "".join(ran.out.split())
    for name in ("gathered市", "missed市", "unsaid", "20261101"):
        assert name in told
    for words in {"zh": ("做过的不等于最好的", "75%", "10"), "en": ("Whatwasdoneisnotwhatwasbest", "75%")}[language]:
        assert words in told


def test_markdown(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, *_argv(folder, "--format", "markdown", "--lang", "en")).out
    assert told.startswith("# How often the advice agrees")
    assert "| gathered市 |" in told


def test_a_folder_whose_outcomes_are_not_told_yet_can_compare_coders(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in CITIES:
        if name != "unsaid":
            (folder / "cities" / f"{name}.yaml").unlink()
    argv = _argv(folder, "--coders", str(folder / "one"), str(folder / "two"))
    told = _json(capsys, argv)
    assert (told["scored"], told["right"]["share"], told["coders"]["pairs"]) == (0, None, 6)
    ran = run(capsys, *argv, "--lang", "en")
    assert "no city is scored" in ran.out
    assert "kappa: 0.60" in ran.out


def test_refusals(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "empty").mkdir()
    assert run(capsys, "evaluate", str(folder / "empty"), "--playbooks", str(PACK)).code == 2
    assert run(capsys, "evaluate", str(folder / "nowhere"), "--playbooks", str(PACK)).code == 5
    assert run(capsys, *_argv(folder, "--coders", str(folder / "one"), str(folder / "nowhere"))).code == 5
    assert run(capsys, *_argv(folder, "--coders", str(folder / "one"))).code == 2
    _write(folder / "two" / "gathered.yaml", "answers: {demand: {value: flt}}\n")
    ran = run(capsys, *_argv(folder, "--coders", str(folder / "one"), str(folder / "two"), "--format", "json"))
    assert (ran.code, json.loads(ran.out)["problems"][0]["rule"]) == (3, "option")
    _write(folder / "cities" / "missed.yaml", "city: 甲\nanswers: {demand: flt}\nexpect: {among: [gathr]}\n")
    assert run(capsys, *_argv(folder)).code == 3


def test_json_is_the_same_everywhere(folder: Path) -> None:
    argv = [*_argv(folder, "--coders", str(folder / "one"), str(folder / "two")), "--format", "json"]
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_CACHE_HOME", "SYSTEMROOT") if name in os.environ}
    surroundings = [
        {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "40"},
        {"PYTHONHASHSEED": "77", "LANG": "en_US.UTF-8", "TZ": "Asia/Shanghai", "ZJTX_LANG": "en"},
    ]
    command = [sys.executable, "-m", "zjtx_cli", *argv]
    one, other = (
        subprocess.run(command, check=True, env={**kept, **env}, stdout=subprocess.PIPE).stdout for env in surroundings
    )
    assert one == other
