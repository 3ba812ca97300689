"""How a command line behaves that people and pipelines trust: one test for each statement, by its number.

The statements, those that are tested elsewhere, and those that do not apply with the reason: `conventions.md` beside this.
"""

import io
import json
import os
import re
import select
import shlex
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

import zjtx_cli
from zjtx_cli import __version__
from zjtx_cli.cli.app import main
from zjtx_cli.cli.commands import COMMANDS, PLAYBOOKS
from zjtx_cli.errors import ExitCode

HERE = Path(__file__).parent
ROOT = HERE.parent
SMALL = HERE / "cases" / "valid_pack"
CITY = str(HERE / "cases" / "valid" / "every_form.yaml")
TO_SMALL = ["--playbooks", str(SMALL)]
EVERY = [[name] for name in COMMANDS] + [["playbooks", name] for name in PLAYBOOKS]

Capture = pytest.CaptureFixture[str]


def outside(
    *argv: str, env: dict[str, str] | None = None, folder: Path | None = None
) -> "subprocess.CompletedProcess[str]":
    """A run in a process of its own, with pipes instead of a terminal."""
    return subprocess.run(
        [sys.executable, "-m", "zjtx_cli", *argv],
        check=False,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        cwd=folder,
        env={**os.environ, **(env or {})},
        timeout=60,
    )


def test_01_no_arguments_print_short_help_with_an_example(capsys: Capture) -> None:
    assert main([]) in (0, 2)
    captured = capsys.readouterr()
    assert "example:  zjtx advise" in captured.out
    assert captured.err == ""


@pytest.mark.parametrize("command", [[], ["playbooks"], *EVERY], ids=" ".join)
def test_02_help_works_everywhere_on_standard_output(command: list[str], capsys: Capture) -> None:
    told = []
    for flag in ("-h", "--help"):
        assert main([*command, flag]) == 0
        captured = capsys.readouterr()
        assert captured.err == ""
        told.append(captured.out)
    assert told[0] == told[1]
    assert told[0].startswith(f"Usage: zjtx {' '.join(command)}".rstrip())


@pytest.mark.parametrize("command", EVERY, ids=" ".join)
def test_03_the_example_in_the_help_runs(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    assert main([*command, "--help"]) == 0
    found = re.search(r"example:\s+(zjtx .+)", capsys.readouterr().out)
    assert found, "the help has an example"
    monkeypatch.chdir(tmp_path)
    few = shutil.ignore_patterns("[!ab]*.yaml")
    shutil.copytree(ROOT / "playbooks" / "places", tmp_path / "cities", ignore=few)
    for coder, folder in (("coder_a", "first"), ("coder_b", "second")):
        shutil.copytree(ROOT / "evaluation" / "coding" / folder, tmp_path / coder, ignore=few)
    shutil.copy(tmp_path / "cities" / "anping.yaml", tmp_path / "city.yaml")
    assert main(["advise", "city.yaml", "-o", "advice.json", "--quiet", "--no-robustness"]) == 0
    for pack in ("playbooks", "edited"):
        shutil.copytree(ROOT / "playbooks", tmp_path / pack)
    expected = {"interview": 4}.get(command[0], 0)  # there is no terminal here
    assert main(shlex.split(found[1])[1:]) == expected, found[1]
    assert "Traceback" not in capsys.readouterr().err


def test_04_the_version_is_one_line_and_the_same_in_json(capsys: Capture) -> None:
    for argv in (["--version"], ["--lang", "en", "--version"]):
        assert main(argv) == 0
        assert capsys.readouterr().out == f"zjtx {__version__}\n"
    assert main(["advise", CITY, *TO_SMALL, "--format", "json", "--no-robustness"]) == 0
    assert json.loads(capsys.readouterr().out)["tool"] == {"name": "zjtx", "version": __version__}


@pytest.mark.parametrize(
    ("argv", "near"),
    [
        (["advsie"], "advise"),
        (["playbooks", "valdate"], "validate"),
        (["advise", "--formt", "json"], "--format"),
        (["playbooks", "show", "kanazwa"], "kanazawa"),
        (["advise", "--set", "demand_tend=growing"], "demand_trend"),
    ],
)
def test_05_what_is_misspelt_gets_the_nearest_name(argv: list[str], near: str, capsys: Capture) -> None:
    assert main(argv) in (2, 3)
    captured = capsys.readouterr()
    assert captured.out == ""
    assert near in captured.err


@pytest.mark.parametrize(
    "argv", [["adv"], ["playbooks", "val"], ["advise", CITY, "--form", "json"], ["advise", CITY, "--no-rob"]]
)
def test_06_nothing_may_be_abbreviated(argv: list[str], capsys: Capture) -> None:
    assert main([*argv]) == 2
    assert capsys.readouterr().out == ""


def test_07_results_and_everything_else_have_a_stream_each(tmp_path: Path, capsys: Capture) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("city: 甲\nanswers: {demand: flt}\n", encoding="utf-8")
    assert main(["advise", CITY, *TO_SMALL, "--format", "json", "--fail-on", "no-fit", "--fail-on", "incomplete"]) == 0
    json.loads(capsys.readouterr().out)
    assert main(["advise", str(wrong), *TO_SMALL]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert str(wrong) in captured.err


def test_08_json_is_one_document_also_on_failure(capsys: Capture) -> None:
    for argv, schema in (([CITY], "zjtx.advice/1"), (["gone.yaml"], "zjtx.error/1"), (["--nothing"], "zjtx.error/1")):
        main(["advise", *argv, *TO_SMALL, "--format", "json"])
        assert json.loads(capsys.readouterr().out)["schema"] == schema


def test_10_exit_codes_are_few_and_documented() -> None:
    assert {int(code) for code in ExitCode} == {0, 1, 2, 3, 4, 5, 70, 130}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for code in ExitCode:
        assert re.search(rf"^\| {int(code)} \| ", readme, re.MULTILINE), code


def test_11_a_broken_file_of_the_pack_is_never_passed_over(tmp_path: Path, capsys: Capture) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "pack"))
    assert main(["playbooks", "validate", str(folder), "--lang", "en"]) == 0
    assert "3 playbooks, " in capsys.readouterr().out
    (folder / "spark.yaml").write_text(":", encoding="utf-8")
    for argv in (["playbooks", "validate", str(folder)], ["advise", CITY, "--playbooks", str(folder)]):
        assert main(argv) == 3
        captured = capsys.readouterr()
        assert "spark.yaml:1:" in captured.out + captured.err
    (folder / "spark.yaml").unlink()
    (folder / "spark.yml").write_text("id: spark\n", encoding="utf-8")
    assert main(["advise", CITY, "--playbooks", str(folder)]) == 3, "a file of another suffix is not overlooked"
    assert main(["playbooks", "validate", str(tmp_path / "gone")]) == 5


def test_12_the_worst_of_several_inputs_decides(tmp_path: Path, capsys: Capture) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("city: 甲\nanswers: {demand: flt}\n", encoding="utf-8")
    for inputs, code in (([str(wrong), CITY], 3), (["gone.yaml", str(wrong), CITY], 5), ([CITY], 0)):
        for command in ("advise", "batch"):
            assert main([command, *inputs, *TO_SMALL]) == code
    capsys.readouterr()


def test_13_warnings_alone_are_no_failure_unless_asked_for(capsys: Capture) -> None:
    aside = ["advise", "--set", "demand_trend=growing", "--set", "new_chain_letters=3", "--no-robustness"]
    assert main(aside) == 0
    assert main([*aside, "--fail-on", "warning"]) == 1
    capsys.readouterr()


def test_14_without_a_terminal_nothing_is_asked_and_what_is_missing_is_named(capsys: Capture) -> None:
    outside("interview", *TO_SMALL)  # the pack is compiled
    start = time.monotonic()
    ran = outside("interview", *TO_SMALL)
    assert time.monotonic() - start < 5  # a second on a machine that does nothing else
    assert (ran.returncode, ran.stdout) == (4, "")
    assert "--set demand=" in ran.stderr
    assert main(["advise", "--set", "demand=unknown", *TO_SMALL, "--strict", "--lang", "en"]) == 4
    told = capsys.readouterr().err
    assert "workshops" in told
    assert "--set ID=VALUE" in told


def test_16_every_prompt_has_another_way_and_set_goes_first(tmp_path: Path, capsys: Capture) -> None:
    from zjtx_cli.files.library import load

    city = tmp_path / "city.yaml"
    city.write_text("city: 甲\nanswers: {demand: flat}\n", encoding="utf-8")
    option = load(SMALL).questions["demand"].options[-1].id
    assert (
        main(["advise", str(city), "--set", f"demand={option}", *TO_SMALL, "--format", "json", "--no-robustness"]) == 0
    )
    assert json.loads(capsys.readouterr().out)["answers"]["demand"] == option != "flat"


def test_17_a_dash_is_standard_input_and_standard_output(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    text = Path(CITY).read_bytes()
    told = []
    for argv in ([CITY], ["-", "-o", "-"]):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        assert main(["advise", *argv, *TO_SMALL, "--format", "json", "--no-robustness"]) == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]
    assert not Path("-").exists()


def test_18_unknown_ids_are_errors_with_a_suggestion(tmp_path: Path, capsys: Capture) -> None:
    city = tmp_path / "city.yaml"
    city.write_text("city: 甲\nanswers: {demnd: flat}\n", encoding="utf-8")
    for argv in ([str(city)], ["--set", "demnd=flat"]):
        assert main(["advise", *argv, *TO_SMALL, "--lang", "en"]) == 3
        assert "did you mean “demand”?" in capsys.readouterr().err


def test_22_no_escape_sequence_where_there_is_no_terminal() -> None:
    for argv in (["advise", CITY, *TO_SMALL], ["questions", *TO_SMALL], ["advise", "gone.yaml"], ["--help"]):
        ran = outside(*argv, env={"TERM": "xterm-256color"})
        assert "\x1b" not in ran.stdout + ran.stderr


def test_23_colour_can_be_kept_out_and_asked_for() -> None:
    argv = ["questions", *TO_SMALL]
    coloured = re.compile(r"\x1b\[[0-9;]*3[0-7]m")
    assert coloured.search(outside(*argv, env={"FORCE_COLOR": "1"}).stdout)
    assert "\x1b" not in outside(*argv, env={"FORCE_COLOR": "1", "NO_COLOR": "1"}).stdout
    assert "\x1b" not in outside(*argv, env={"TERM": "dumb"}).stdout


def test_24_colour_carries_no_meaning_of_its_own() -> None:
    plain, coloured = (outside("questions", *TO_SMALL, env=env).stdout for env in ({}, {"FORCE_COLOR": "1"}))
    bare = re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert coloured != plain
    assert [line.rstrip() for line in bare.splitlines()] == plain.splitlines()


def test_25_no_progress_where_nobody_looks(tmp_path: Path) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"city": "甲", "answers": {"demand": "flat"}}\n' * 3_000, encoding="utf-8")
    ran = outside("batch", str(rows), *TO_SMALL, "--jobs", "1", "-o", str(tmp_path / "out.jsonl"))
    assert ran.returncode == 0
    assert "\r" not in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of Unix")
def test_25_at_a_terminal_progress_is_shown_and_quiet_shows_none(tmp_path: Path) -> None:
    import pty

    rows = tmp_path / "rows.jsonl"
    rows.write_text('{"city": "甲", "answers": {"demand": "flat"}}\n' * 15_000, encoding="utf-8")
    said = []
    for more in ([], ["--quiet"]):
        master, terminal = pty.openpty()
        command = [sys.executable, "-m", "zjtx_cli", "batch", str(rows), *TO_SMALL, "--jobs", "1", *more]
        with (tmp_path / "out.jsonl").open("wb") as out:
            ran = subprocess.run(
                command, check=False, stdout=out, stderr=terminal, stdin=subprocess.DEVNULL, timeout=60
            )
        assert ran.returncode == 0
        said.append(os.read(master, 10_000) if select.select([master], [], [], 0)[0] else b"")
        os.close(terminal)
        os.close(master)
    assert b"\r" in said[0]
    assert said[1] == b""


@pytest.mark.parametrize("columns", ["40", "", "0"])
def test_27_readable_at_forty_columns_and_without_a_width(columns: str) -> None:
    from rich.cells import cell_len

    ran = outside("advise", CITY, *TO_SMALL, "--lang", "zh", env={"COLUMNS": columns})
    assert ran.returncode == 0
    assert max(map(cell_len, ran.stdout.splitlines())) <= (40 if columns == "40" else 80)


def test_28_chinese_columns_stand_under_each_other() -> None:
    from rich.cells import cell_len

    lines = outside("advise", CITY, *TO_SMALL, "--lang", "zh", env={"COLUMNS": "80"}).stdout.splitlines()
    rules = [number for number, line in enumerate(lines) if re.fullmatch(r" *-+(  -+)+", line)]
    assert rules
    for number in rules:
        starts = [match.start() for match in re.finditer(r"-+", lines[number])]
        for line in (lines[number - 1], lines[number + 1]):
            shown = "".join(one + "\0" * (cell_len(one) - 1) for one in line).ljust(80)  # one place a column
            assert any(shown[at] not in " \0" for at in starts[1:]), line
            assert all(shown[at - 2 : at] == "  " for at in starts[1:]), line


def test_29_quiet_leaves_results_and_errors(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.json"
    assert main(["advise", CITY, *TO_SMALL, "-o", str(out), "--quiet"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["advise", CITY, *TO_SMALL, "-o", str(out)]) == 0
    assert str(out) in capsys.readouterr().err
    for argv in (
        ["batch", CITY, *TO_SMALL, "-o", str(tmp_path / "out.csv")],
        ["questions", *TO_SMALL, "--template", str(tmp_path / "sheet.yaml")],
        ["playbooks", "validate", str(SMALL)],
        ["playbooks", "handbook", *TO_SMALL, "-o", str(tmp_path / "book.md")],
        ["playbooks", "new", "mine", "-o", str(tmp_path / "mine")],
    ):
        assert main([*argv, "--quiet"]) == 0
        assert capsys.readouterr() == ("", ""), argv
    assert main(["advise", "gone.yaml", *TO_SMALL, "--quiet"]) == 5
    assert "gone.yaml" in capsys.readouterr().err


def test_30_every_error_says_where_and_all_are_told(capsys: Capture) -> None:
    bad = HERE / "cases" / "invalid" / "all_problems_at_once.yaml"
    assert main(["advise", str(bad), *TO_SMALL, "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert len(re.findall(rf"^{re.escape(str(bad))}:\d+:\d+: .+ \[[a-z-]+\]$", told, re.MULTILINE)) > 2
    assert "Traceback" not in told


def test_31_files_are_replaced_at_once_or_not_at_all(tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out.json"
    out.write_text("old", encoding="utf-8")
    assert main(["advise", CITY, *TO_SMALL, "-o", str(out), "--no-clobber"]) == 2
    assert out.read_text(encoding="utf-8") == "old"
    assert main(["advise", CITY, *TO_SMALL, "-o", str(out)]) == 0
    assert json.loads(out.read_text(encoding="utf-8"))["schema"] == "zjtx.advice/1"
    assert [path.name for path in tmp_path.iterdir()] == ["out.json"]
    assert str(out) in capsys.readouterr().err


def test_32_nothing_is_written_outside_the_xdg_folders(tmp_path: Path) -> None:
    names = {f"XDG_{what}_HOME": str(tmp_path / what.lower()) for what in ("CONFIG", "STATE", "CACHE")}
    home, work = tmp_path / "home", tmp_path / "work"
    home.mkdir()
    work.mkdir()
    for argv in (["advise", CITY], ["batch", CITY], ["interview"]):
        outside(*argv, *TO_SMALL, env={**names, "HOME": str(home)}, folder=work)
    assert [*home.iterdir(), *work.iterdir()] == []
    assert (tmp_path / "cache" / "zjtx").is_dir()


def test_33_flag_before_variable_before_file_before_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    def told(*argv: str) -> str:
        assert main([*argv, "playbooks", "show", "gather", *TO_SMALL]) == 0
        return "en" if "county" in capsys.readouterr().out.lower() else "zh"

    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    (english,) = {told("--lang", "en")}
    assert told() == "zh"
    (tmp_path / "zjtx").mkdir()
    (tmp_path / "zjtx" / "config.yaml").write_text("lang: en\n", encoding="utf-8")
    assert told() == english
    monkeypatch.setenv("ZJTX_LANG", "zh")
    assert told() == "zh"
    assert told("--lang", "en") == english


def test_34_variables_of_the_program_have_its_prefix() -> None:
    known = {"COLUMNS", "TERM", "ACCESSIBLE", "NO_COLOR", "FORCE_COLOR", "GITHUB_ACTIONS"}
    known |= {"LC_ALL", "LC_MESSAGES", "LANG", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"}
    read = set()
    for path in Path(zjtx_cli.__file__).parent.rglob("*.py"):
        read |= set(re.findall(r"environ(?:\.get\(|\[)\"(\w+)\"", path.read_text(encoding="utf-8")))
    assert "ZJTX_LANG" in read
    assert {name for name in read - known if not name.startswith("ZJTX_")} == set()


def test_36_help_is_there_at_once() -> None:
    def heavy(*argv: str) -> set[str]:
        code = (
            "import sys; from zjtx_cli.cli.app import main; main(sys.argv[1:]);"
            "print(*{name.split('.')[0] for name in sys.modules}, file=sys.stderr)"
        )
        ran = subprocess.run(
            [sys.executable, "-c", code, *argv], check=True, capture_output=True, text=True, timeout=60
        )
        return {*ran.stderr.split()} & {
            "rich",
            "questionary",
            "pydantic",
            "docx",
            "typst",
            "jinja2",
            "numpy",
            "multiprocessing",
        }

    assert heavy("--help") == set()
    assert heavy("batch", CITY, *TO_SMALL) == set()


def test_38_annotations_and_junit_carry_the_same_findings(tmp_path: Path, capsys: Capture) -> None:
    from xml.etree import ElementTree

    folder = Path(shutil.copytree(SMALL, tmp_path / "pack"))
    path = folder / "gather.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("group: ", "group: no", 1), encoding="utf-8")
    places: dict[str, Any] = {}
    for form in ("github", "junit"):
        assert main(["playbooks", "validate", str(folder), "--format", form]) == 3
        places[form] = capsys.readouterr().out
    found = re.findall(r"^::error file=([^,]+),line=(\d+),col=(\d+),", places["github"], re.MULTILINE)
    cases = ElementTree.fromstring(places["junit"]).findall(".//testcase")
    assert [":".join(one) for one in found] == [case.get("name") for case in cases]


def test_every_statement_is_tested_or_has_its_reason() -> None:
    """The table names a test that exists, or says why there is none."""
    rows = re.findall(
        r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", (HERE / "conventions.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert [int(number) for number, _, _ in rows] == [*range(1, 40)]
    here = Path(__file__).read_text(encoding="utf-8")
    for number, _, where in rows:
        named = re.findall(r"`(?:(\S+?)::)?(test_\w+)`", where)
        assert named or where.startswith("—"), number
        for file, test in named:
            source = (HERE / file).read_text(encoding="utf-8") if file else here
            assert re.search(rf"^def {test}\(", source, re.MULTILINE), (number, test)
