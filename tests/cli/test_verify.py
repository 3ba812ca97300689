"""zjtx verify: what was advised once is computed again from the record alone."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from zjtx_cli.cli.app import main

HERE = Path(__file__).parent.parent
SMALL = HERE / "cases" / "valid_pack"
EVERY_FORM = HERE / "cases" / "valid" / "every_form.yaml"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SMALL, tmp_path / "pack"))


def kept(tmp_path: Path, *argv: str) -> Path:
    path = tmp_path / "record.json"
    assert main(["advise", *argv, "-o", str(path), "--quiet"]) == 0
    return path


def verified(record: Path, *argv: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    capsys.readouterr()
    code = main(["verify", str(record), "--format", "json", *argv])
    return code, json.loads(capsys.readouterr().out)


@pytest.mark.parametrize("robust", [[], ["--no-robustness"]], ids=["robust", "plain"])
def test_a_record_holds_with_the_playbooks_it_was_made_with(
    robust: list[str], tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = kept(tmp_path, str(EVERY_FORM), "--playbooks", str(pack), *robust)
    code, told = verified(record, "--playbooks", str(pack), capsys=capsys)
    assert (code, told["holds"], told["differences"]) == (0, True, [])
    assert told["playbooks"]["files"] == {"changed": [], "added": [], "removed": []}
    assert main(["verify", str(record), "--playbooks", str(pack), "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("the same again: ")


def test_several_trades_and_figures_of_many_places(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = []
    for trade, figure in (("卫生材料", "33.3333333"), ("起重机", "12.1234567")):
        path = tmp_path / f"{trade}.yaml"
        path.write_text(
            f"city: 样例市\nindustry: {trade}\nas_of: 2026-03\nanswers:\n  demand_trend: growing\n"
            f"  papers_in_order: {{value: {figure}, source: 年鉴, sure: false}}\n  own_revenue_share: withheld\n",
            encoding="utf-8",
        )
        names.append(str(path))
    code, told = verified(kept(tmp_path, *names), capsys=capsys)
    assert (code, told["differences"]) == (0, [])


def test_a_changed_weight_is_told_with_its_file_and_what_it_moved(
    tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = kept(tmp_path, str(EVERY_FORM), "--playbooks", str(pack))
    path = pack / "gather.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text("# a remark changes nothing\n" + text, encoding="utf-8")
    assert verified(record, "--playbooks", str(pack), capsys=capsys)[0] == 0
    changed = text.replace("weight: 5", "weight: 4", 1)
    assert changed != text
    path.write_text(changed, encoding="utf-8")
    shutil.copy(pack / "spark.yaml", pack / "hoist.yaml")
    hoist = pack / "hoist.yaml"
    hoist.write_text(hoist.read_text(encoding="utf-8").replace("id: spark", "id: hoist", 1), encoding="utf-8")
    code, told = verified(record, "--playbooks", str(pack), capsys=capsys)
    assert (code, told["holds"]) == (1, False)
    assert told["playbooks"]["files"] == {"changed": ["gather.yaml"], "added": ["hoist.yaml"], "removed": []}
    paths = {one["path"]: one for one in told["differences"]}
    assert any(path.startswith("ranking[gather") and path.endswith("score.likely") for path in paths)
    assert main(["verify", str(record), "--playbooks", str(pack), "--lang", "en"]) == 1
    text = capsys.readouterr().out
    assert "changed gather.yaml, added hoist.yaml" in text


def test_a_figure_that_somebody_mended_by_hand_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = kept(tmp_path, str(HERE.parent / "playbooks" / "scenarios" / "changyuan-2015.yaml"), "--no-robustness")
    advice = json.loads(record.read_text(encoding="utf-8"))
    advice["ranking"][0]["score"]["likely"] += 0.1
    advice["plan"] = advice["plan"][1:]
    record.write_text(json.dumps(advice), encoding="utf-8")
    code, told = verified(record, capsys=capsys)
    assert code == 1
    likely, planned = told["differences"]
    assert likely["path"] == "ranking[changyuan/laggard].score.likely"
    assert (planned["then"], planned["path"].startswith("plan[")) == (None, True)


def test_a_record_of_before_the_files_were_told_apart(
    tmp_path: Path, pack: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = kept(tmp_path, str(EVERY_FORM), "--playbooks", str(pack))
    advice = json.loads(record.read_text(encoding="utf-8"))
    del advice["playbooks"]["files"]
    advice["playbooks"]["sha256"] = "0" * 64
    record.write_text(json.dumps(advice), encoding="utf-8")
    code, told = verified(record, "--playbooks", str(pack), capsys=capsys)
    assert (code, told["playbooks"]["files"]) == (0, None)


@pytest.mark.parametrize(
    ("content", "rule", "place"),
    [
        ("city: no JSON", "syntax", (1, 1)),
        ("{}", "record", (1, 1)),
        ("[]", "record", (1, 1)),
        ('{\n "schema": "zjtx.whatif/1"}', "record", (1, 1)),
    ],
)
def test_what_is_no_record(
    content: str, rule: str, place: tuple[int, int], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_text(content, encoding="utf-8")
    code, told = verified(path, capsys=capsys)
    assert (code, told["schema"]) == (3, "zjtx.error/1")
    assert [(one["rule"], (one["line"], one["column"])) for one in told["problems"]] == [(rule, place)]


def test_an_answer_that_is_no_longer_an_option_is_told_at_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = kept(tmp_path, "--set", "demand_trend=growing")
    text = record.read_text(encoding="utf-8").replace('{"demand_trend": "growing"}', '{"demand_trend": "booming"}')
    record.write_text(text, encoding="utf-8")
    code, told = verified(record, capsys=capsys)
    line = 1 + text[: text.index("booming")].count("\n")
    assert code == 3
    assert [(one["rule"], one["line"]) for one in told["problems"]] == [("option", line)]
