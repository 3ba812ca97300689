"""zjtx batch at its edge: what it reads and writes, which row decides the exit code, and that processes change nothing."""

import csv
import io
import json
import random
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.advisor.test_real_pack import _drawn
from tests.files.test_rows import written
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.app import main
from zjtx_cli.cli.batching import Wishes, Worker
from zjtx_cli.cli.gates import Condition, fails
from zjtx_cli.errors import Location
from zjtx_cli.files import streams
from zjtx_cli.files.rows import JsonRows
from zjtx_cli.files.streams import Piece
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.row import Row

HERE = Path(__file__).parent.parent
CITIES = HERE.parent / "playbooks" / "places"
SMALL = HERE / "cases" / "valid_pack"
GROWING = '{"city": "甲", "industry": "卫生材料", "answers": {"demand_trend": "growing", "site_scatter": "roadside"}}'
WRONG = '{"city": "乙", "answers": {"demand_trend": "growng"}}'


def rows_of(capsys: pytest.CaptureFixture[str], *argv: str, code: int = 0) -> list[dict[str, Any]]:
    assert main(["batch", "--jobs", "1", *argv]) == code
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def lines(tmp_path: Path, *texts: str, name: str = "rows.jsonl") -> str:
    path = tmp_path / name
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return str(path)


def test_a_row_says_what_advise_says(capsys: pytest.CaptureFixture[str]) -> None:
    rows = rows_of(capsys, str(CITIES), "--quiet")
    assert len(rows) == len(list(CITIES.glob("*.yaml")))
    for row in rows[::6]:
        assert main(["advise", row["file"], "--format", "json", "--no-robustness"]) == 0
        advice = json.loads(capsys.readouterr().out)
        ranking = {one["playbook"]: one for one in advice["ranking"]}
        assert row == {
            "file": row["file"],
            "line": 1,
            "city": advice["city"],
            "industry": advice["industry"],
            "status": advice["verdict"]["status"],
            "first": advice["verdict"]["first"],
            "strength": ranking[row["first"]]["strength"] if row["first"] else None,
            "fits": {name: ranking[name]["score"]["likely"] for name in sorted(ranking)},
            "known": {name: ranking[name]["known"] for name in sorted(ranking)},
        }


def test_processes_change_nothing_and_keep_the_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(streams, "LARGE", 2_000)
    texts = [GROWING.replace("甲", f"市{number}") if number % 7 else WRONG for number in range(200)]
    source = lines(tmp_path, *texts)
    written = []
    for jobs in ("1", "3"):
        out = tmp_path / f"{jobs}.jsonl"
        assert main(["batch", source, str(CITIES), "--jobs", jobs, "-o", str(out), "--quiet"]) == 3
        written.append(out.read_bytes())
    assert written[0] == written[1]
    rows = [json.loads(line) for line in written[0].splitlines()]
    assert [row["line"] for row in rows[:200]] == [*range(1, 201)]
    assert [row["problems"][0]["line"] for row in rows[:200] if "problems" in row] == [*range(1, 201, 7)]


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ([GROWING], 0),
        ([GROWING, WRONG], 3),
        ([WRONG, "gone"], 5),
        (["gone", WRONG, GROWING], 5),
    ],
)
def test_the_worst_row_decides(
    tmp_path: Path, inputs: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    names = [
        str(tmp_path / "gone.jsonl") if one == "gone" else lines(tmp_path, one, name=f"{number}.jsonl")
        for number, one in enumerate(inputs)
    ]
    rows = rows_of(capsys, *names, "--strict" if code == 4 else "--quiet", code=code)
    assert len(rows) == len(inputs), "nothing is passed over in silence"


def test_gates_and_strict(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = lines(tmp_path, GROWING, GROWING.replace('"growing"', '"fast_decline"'))
    for gate in ("undecided", "incomplete"):
        rows_of(capsys, source, "--fail-on", gate, code=1)
    rows_of(capsys, source, "--fail-on", "no-fit")
    (row, _) = rows_of(capsys, source, "--strict", code=4)
    assert row["problems"][0]["rule"] == "missing"
    assert "leader_rd" in row["problems"][0]["message"]["en"]
    assert row["city"] == "甲"
    rows_of(capsys, source, lines(tmp_path, WRONG, name="wrong.jsonl"), "--strict", code=3)
    assert main(["batch", source, "--fail-on", "unstable"]) == 2


def test_a_gate_holds_for_a_row_where_it_holds_for_the_advice(real_pack: Pack) -> None:
    tables, chance = Tables(real_pack), random.Random(3)
    gates = [gate for gate in Condition if gate is not Condition.UNSTABLE]  # in the next test
    seen: Counter[tuple[str, bool]] = Counter()
    worker = Worker(real_pack, Wishes("jsonl", gates=tuple(gates)))
    for density in [1.0] * 30 + [0.97] * 30 + [0.05] * 15:
        answers = {
            one.id: written(_drawn(one, chance)) for one in real_pack.questions.values() if chance.random() < density
        }
        line = json.dumps({"city": "甲", "answers": answers}).encode()
        counts = worker.do(Piece("lines", "x", data=line)).counts
        read = JsonRows(real_pack).read(line, Location("x"))
        assert isinstance(read, Row)
        given = {name: Answer(state) for name, state in read.states.items() if state is not None}
        judgement = judge(tables, Case("甲", answers=given))
        for gate in gates:
            assert bool(counts[gate]) is fails(gate, [judgement])
            seen[gate, bool(counts[gate])] += 1
    assert len(seen) == 2 * len(gates), "each gate held, and did not"


def test_with_robustness_a_row_has_the_switch_points_of_the_advice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = lines(tmp_path, GROWING)
    city = lines(tmp_path, GROWING, name="city.json")
    (row,) = rows_of(capsys, source, "--robustness", "--fail-on", "unstable")
    assert main(["advise", city, "--format", "json"]) == 0
    advice = json.loads(capsys.readouterr().out)
    assert row["stable"] == advice["verdict"]["stable"]
    assert row["switch_points"] == advice["robustness"]["switch_points"]
    (shaky,) = rows_of(capsys, str(CITIES / "akron.yaml"), "--robustness", "--fail-on", "unstable", code=1)
    assert shaky["stable"]["weights"] is False


def test_a_table_in_and_a_table_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = lines(
        tmp_path,
        "city,industry,demand_trend,site_scatter",
        '"甲\n市",卫生材料,growing,roadside',
        "乙,,growng,",
        name="in.csv",
    )
    out = tmp_path / "out.csv"
    assert main(["batch", source, "-o", str(out), "--jobs", "1"]) == 3
    first, second = csv.DictReader(io.StringIO(out.read_text(encoding="utf-8")))
    (row,) = rows_of(capsys, lines(tmp_path, GROWING))
    assert (first["city"], first["first"], first["problems"]) == ("甲\n市", row["first"], "")
    assert float(first["fits.changyuan"]) == row["fits"]["changyuan"]
    assert (second["line"], second["status"]) == ("4", "")
    assert f"{source}:4:4: " in second["problems"]


@pytest.mark.parametrize(
    "text",
    [
        GROWING + "\n",
        "\ufeff\n" + GROWING,
        "city,industry,demand_trend,site_scatter\n甲,卫生材料,growing,roadside\n",
        "city: 甲\nindustry: 卫生材料\nanswers: {demand_trend: growing, site_scatter: roadside}\n",
    ],
)
def test_standard_input_is_told_by_how_it_begins(
    text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (expected,) = rows_of(capsys, lines(tmp_path, GROWING))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(text.encode()))))
    (row,) = rows_of(capsys, "-")
    assert {key: row[key] for key in row if key not in ("file", "line")} == {
        key: expected[key] for key in expected if key not in ("file", "line")
    }


def test_patterns_folders_and_what_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert len(rows_of(capsys, str(CITIES / "a*.yaml"))) == 2
    (row,) = rows_of(capsys, str(tmp_path / "*.yaml"), code=5)
    assert row["problems"][0]["rule"] == "access"
    (row,) = rows_of(capsys, str(tmp_path), code=5)
    assert "there is no answers file" in row["problems"][0]["message"]["en"]
    (row,) = rows_of(capsys, lines(tmp_path, "x", name="x.txt"), code=3)
    assert row["problems"][0]["rule"] == "file-type"
    (row,) = rows_of(capsys, lines(tmp_path, "", name="empty.csv"), code=3)
    assert row["problems"][0]["rule"] == "empty"
    assert main(["batch", str(CITIES), "-o", str(tmp_path / "x.txt")]) == 2
    assert main(["batch", "-", "-"]) == 2


def test_a_line_longer_than_any_file_is_refused_and_the_next_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    long = '{"city": "' + "x" * 3_000_000 + '"}'
    rows = rows_of(capsys, lines(tmp_path, GROWING, long, GROWING), code=3)
    assert [row["line"] for row in rows] == [1, 2, 3]
    assert rows[1]["problems"][0]["rule"] == "too-large"
    assert rows[2]["city"] == "甲"


def test_the_summary_is_on_standard_error_and_quiet_leaves_it_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = lines(tmp_path, GROWING, WRONG)
    assert main(["batch", source, "--lang", "en"]) == 3
    problem, summary = capsys.readouterr().err.splitlines()
    assert problem.startswith(f"{source}:2:43: ")
    assert summary.startswith("2 rows: ")
    assert main(["batch", source, "--quiet", "--lang", "en"]) == 3
    assert capsys.readouterr().err == problem + "\n"


def test_only_the_first_problems_are_told_beside_the_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = lines(tmp_path, *[WRONG] * 50)
    assert main(["batch", source, "--quiet", "--lang", "en"]) == 3
    *told, last = capsys.readouterr().err.splitlines()
    assert [line.split(":")[1] for line in told] == [str(number) for number in range(1, 11)]
    assert last.startswith("… 50 rows")
