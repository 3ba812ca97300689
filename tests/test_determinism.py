"""The same input gives the same bytes: whatever the hash seed, language, time zone, width or working directory."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from zjtx_cli.cli.app import main

HERE = Path(__file__).parent
SMALL = HERE / "cases" / "valid_pack"
CITY = HERE / "cases" / "valid" / "every_form.yaml"

SURROUNDINGS = [
    {"PYTHONHASHSEED": "0", "LC_ALL": "C", "TZ": "UTC", "COLUMNS": "40"},
    {"PYTHONHASHSEED": "1", "LANG": "zh_CN.UTF-8", "TZ": "Asia/Shanghai", "COLUMNS": "200", "ZJTX_LANG": "en"},
    {"PYTHONHASHSEED": "4242", "LC_ALL": "en_US.UTF-8", "TZ": "America/New_York", "NO_COLOR": "1", "TERM": "dumb"},
]


def _run(argv: list[str], surroundings: dict[str, str], folder: Path) -> tuple[int, bytes]:
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "XDG_CACHE_HOME", "SYSTEMROOT") if name in os.environ}
    command = [sys.executable, "-m", "zjtx_cli", *argv]
    ran = subprocess.run(command, check=False, env={**kept, **surroundings}, cwd=folder, stdout=subprocess.PIPE)
    return ran.returncode, ran.stdout


@pytest.mark.parametrize(
    "argv",
    [
        ["advise", str(CITY), "--playbooks", str(SMALL), "--format", "json"],
        ["advise", "--set", "demand_trend=growing", "--set", "site_scatter=roadside", "--format", "json"],  # built-in
        [
            "advise",
            str(CITY),
            "--set",
            "demand=flt",
            "--set",
            "colour=red",
            "--playbooks",
            str(SMALL),
            "--format",
            "json",
        ],
        ["batch", str(CITY), str(CITY), "gone.yaml", "--playbooks", str(SMALL)],
    ],
    ids=["small", "built-in", "refused", "batch"],
)
def test_json_is_the_same_everywhere(argv: list[str], tmp_path: Path) -> None:
    folders = [Path("/"), HERE, tmp_path]
    (code, first), *others = [_run(argv, one, folder) for one, folder in zip(SURROUNDINGS, folders, strict=True)]
    assert first
    assert others == [(code, first)] * 2


def test_a_city_reached_by_another_path_is_the_same_city() -> None:
    to = ["--playbooks", str(SMALL), "--format", "json"]
    one = _run(["advise", str(CITY), *to], SURROUNDINGS[0], HERE)
    assert _run(["advise", str(CITY.relative_to(HERE)), *to], SURROUNDINGS[0], HERE) == one


@pytest.mark.parametrize(
    "argv", [[str(CITY)], [str(CITY), "--set", "demand=flt"], ["gone.yaml"], ["--set", "x"], []], ids=str
)
def test_the_language_never_changes_json(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for language in ("zh", "en"):
        code = main(["advise", *argv, "--playbooks", str(SMALL), "--format", "json", "--lang", language])
        told.append((code, capsys.readouterr().out))
    assert told[0] == told[1]


def test_the_language_changes_no_figure_that_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    told = []
    for language in ("zh", "en"):
        assert main(["advise", str(CITY), "--playbooks", str(SMALL), "--format", "markdown", "--lang", language]) == 0
        words = re.sub(r"\S+ (million|billion) yuan", "", capsys.readouterr().out)  # 万元 in Chinese
        told.append(sorted(re.findall(r"(?<![\d.])[01]\.\d\d(?!\d)", words)))
    assert told[0]
    assert told[0] == told[1]
