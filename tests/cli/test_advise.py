"""zjtx advise at its edge: streams, exit codes, gates, files. What it says is tested elsewhere."""

import io
import json
import sys
from pathlib import Path

import pytest

from zjtx_cli.cli.app import main
from zjtx_cli.files.library import built_in

CITY = """\
city: 样例市
industry: 卫生材料
as_of: "2026-11"
answers:
  demand_trend: growing
  site_scatter: roadside
  leader_rd: rd_many_suppliers
  papers_in_order: 30%
"""


@pytest.fixture
def city(tmp_path: Path) -> Path:
    path = tmp_path / "city.yaml"
    path.write_text(CITY, encoding="utf-8")
    return path


def advice_of(capsys: pytest.CaptureFixture[str], *argv: str) -> dict:  # type: ignore[type-arg]  # JSON as it is
    code = main([*argv, "--format", "json"])
    assert code == 0
    return json.loads(capsys.readouterr().out)  # type: ignore[no-any-return]  # JSON as it is


def test_json_holds_at_least_the_fields_of_the_contract(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    advice = advice_of(capsys, "advise", str(city))
    assert advice["schema"] == "zjtx.advice/1"
    assert set(advice) >= {
        *("schema", "tool", "playbooks", "city", "level", "country", "industry", "as_of", "answers", "verdict"),
        *("groups", "ranking", "plan", "left_out", "robustness"),
    }
    assert set(advice["verdict"]) == {"status", "first", "stable", "because"}
    assert set(advice["ranking"][0]) >= {
        *("playbook", "group", "eligible", "strength", "because", "known", "score", "rank", "acceptability"),
        *("criteria", "preconditions", "blockers", "transfer"),
    }
    assert advice["answers"]["papers_in_order"] == 30
    for one in advice["plan"]:
        assert set(one) >= {
            *("measure", "playbook", "phase", "lead", "authority", "steps", "kpis", "instruments", "resource"),
            *("procedure", "risks", "claims", "basis", "because"),
        }


def test_json_validates_against_the_schema_it_prints(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import jsonschema

    advice = advice_of(capsys, "advise", str(city))
    second = city.with_name("second.yaml")
    second.write_text(CITY.replace("卫生材料", "起重机"), encoding="utf-8")
    both = advice_of(capsys, "advise", str(city), str(second))
    assert [one["industry"] for one in both["industries"]] == ["卫生材料", "起重机"]
    assert "ranking" not in both
    assert main(["schema", "advice"]) == 0
    schema = json.loads(capsys.readouterr().out)
    validator = jsonschema.Draft202012Validator(schema)
    for document in (advice, both):
        assert [error.message for error in validator.iter_errors(document)] == []


def test_no_language_changes_a_byte_of_the_json(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    outputs = set()
    for language in ("zh", "en"):
        assert main(["advise", str(city), "--format", "json", "--lang", language]) == 0
        outputs.add(capsys.readouterr().out)
    assert len(outputs) == 1


@pytest.mark.parametrize(("language", "word"), [("zh", "适合度"), ("en", "fit")])
def test_the_text_is_in_the_language_asked_for(
    city: Path, language: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--lang", language, "advise", str(city)]) == 0
    assert word in capsys.readouterr().out


def test_set_alone_and_over_a_file(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    alone = advice_of(capsys, "advise", "--set", "demand_trend=growing", "--city", "某市")
    assert (alone["city"], alone["answers"]) == ("某市", {"demand_trend": "growing"})
    over = advice_of(capsys, "advise", str(city), "--set", "demand_trend=unknown", "--set", "city_draw=culture,tourism")
    assert over["answers"]["demand_trend"] == "unknown"
    assert over["answers"]["city_draw"] == ["culture", "tourism"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch, city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from_file = advice_of(capsys, "advise", str(city))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CITY.encode())))
    assert advice_of(capsys, "advise", "-") == from_file


def test_a_date_that_is_not_given_is_the_packs_own_and_said_so(capsys: pytest.CaptureFixture[str]) -> None:
    advice = advice_of(capsys, "advise", "--set", "demand_trend=growing")
    assert (advice["as_of"], advice["as_of_given"]) == ("2026-11", False)
    dated = advice_of(capsys, "advise", "--set", "demand_trend=growing", "--as-of", "2025-03")
    assert (dated["as_of"], dated["as_of_given"]) == ("2025-03", True)


@pytest.mark.parametrize(("name", "start"), [("a.json", "{"), ("a.md", "# "), ("a.html", "<!DOCTYPE html>")])
def test_the_suffix_of_the_output_chooses_the_form(
    city: Path, name: str, start: str, capsys: pytest.CaptureFixture[str]
) -> None:
    out = city.with_name(name)
    assert main(["advise", str(city), "-o", str(out)]) == 0
    captured = capsys.readouterr()
    assert captured.out == ""
    assert str(out) in captured.err
    assert out.read_text(encoding="utf-8").startswith(start)


def test_an_existing_file_is_replaced_or_kept_as_asked(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = city.with_name("a.json")
    out.write_text("mine")
    assert main(["advise", str(city), "-o", str(out), "--no-clobber"]) == 2
    assert out.read_text() == "mine"
    assert main(["advise", str(city), "-o", str(out), "--quiet"]) == 0
    assert out.read_text(encoding="utf-8").startswith("{")
    assert main(["advise", str(city), "-o", str(city.with_name("a.xyz"))]) == 2
    assert main(["advise", str(city), "-o", str(city.with_name("no") / "a.json")]) == 5


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        ([], 0),
        (["--help"], 0),
        (["-h"], 0),
        (["advise", "-h"], 0),
        (["playbooks", "show", "--help"], 0),
        (["--version"], 0),
        (["advis"], 2),
        (["advise"], 2),
        (["advise", "--format", "yaml"], 2),
        (["advise", "--set", "demand_trend=growing", "--as-of", "2026"], 2),
        (["advise", "--set", "demand_trend"], 3),
        (["advise", "--set", "demand_trend=grwing"], 3),
        (["advise", "--set", "no_such=1"], 3),
        (["advise", "nowhere.yaml"], 5),
        (["advise", "--set", "demand_trend=growing", "--strict"], 4),
        (["advise", "--set", "demand_trend=growing", "--fail-on", "incomplete"], 1),
        (["advise", "--set", "demand_trend=growing", "--fail-on", "undecided"], 1),
        (["advise", "--set", "demand_trend=growing", "--fail-on", "no-fit"], 0),
        (["advise", "--set", "demand_trend=growing", "--no-robustness", "--fail-on", "unstable"], 2),
        (["--lang", "fr", "advise", "--set", "demand_trend=growing"], 2),
        (["--playbooks", "nowhere", "playbooks", "list"], 5),
        (["playbooks", "show", "changyuann"], 2),
        (["schema", "nothing"], 2),
    ],
)
def test_exit_codes(argv: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == code
    captured = capsys.readouterr()
    assert "Traceback" not in captured.out + captured.err
    if code in (2, 3, 4, 5):
        assert captured.out == ""
        assert captured.err


@pytest.mark.parametrize(
    "argv",
    [
        ["advise", "nowhere.yaml"],
        ["advise", "--set", "demand_trend=grwing"],
        ["advise"],
        ["advise", "--no-such-option"],
        ["advise", "--set", "demand_trend=growing", "--strict"],
    ],
)
def test_in_json_a_failure_is_one_json_document(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    code = main([*argv, "--format", "json"])
    error = json.loads(capsys.readouterr().out)
    assert error["schema"] == "zjtx.error/1"
    assert error["exit_code"] == code != 0
    assert error["problems"][0]["message"]["zh"]
    assert error["problems"][0]["message"]["en"]


def test_the_worst_of_several_inputs_decides(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bad = city.with_name("bad.yaml")
    bad.write_text(CITY.replace("growing", "grwing"), encoding="utf-8")
    assert main(["advise", str(city), str(bad)]) == 3
    assert f"{bad}:5:17:" in capsys.readouterr().err
    assert main(["advise", str(city), str(bad), "nowhere.yaml"]) == 5
    told = capsys.readouterr().err
    assert "nowhere.yaml" in told
    assert f"{bad}:5:17:" in told


def test_files_of_different_cities_are_refused(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = city.with_name("other.yaml")
    other.write_text(CITY.replace("样例市", "另一市"), encoding="utf-8")
    assert main(["advise", str(city), str(other)]) == 2
    assert "另一市" in capsys.readouterr().err


def test_the_owning_office_wins_and_the_conflict_is_listed(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    owner, other = city.with_name("owner.yaml"), city.with_name("other.yaml")
    owner.write_text("city: 甲\nindustry: 乙\noffice: industry\nanswers: {demand_trend: flat}\n", encoding="utf-8")
    other.write_text("city: 甲\nindustry: 乙\noffice: tax\nanswers: {demand_trend: growing}\n", encoding="utf-8")
    advice = advice_of(capsys, "advise", str(other), str(owner))
    assert advice["answers"] == {"demand_trend": "flat"}
    (conflict,) = advice["conflicts"]
    assert (conflict["question"], conflict["taken"]) == ("demand_trend", "flat")
    assert main(["advise", str(other), str(owner), "--fail-on", "warning"]) == 1


def test_a_fault_of_the_program_is_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("in a test")

    monkeypatch.setattr("zjtx_cli.advisor.advising.advise", broken)
    assert main(["advise", "--set", "demand_trend=growing"]) == 70
    told = capsys.readouterr().err
    assert "ZeroDivisionError" in told
    assert "Traceback" not in told
    with pytest.raises(ZeroDivisionError):
        main(["advise", "--set", "demand_trend=growing", "--debug"])


def test_the_suffix_and_the_kind_choose_the_paper(city: Path, tmp_path: Path) -> None:
    from tests.report.reading_office import sheets, word_headings

    for kind, first in (("briefing", "汇报要点"), ("study", "一、现状与特点"), ("full", "一、结论")):
        path = tmp_path / f"{kind}.docx"
        assert main(["advise", str(city), "--kind", kind, "-o", str(path), "--quiet", "--no-robustness"]) == 0
        assert word_headings(path.read_bytes())[0] == first
    path = tmp_path / "tasks.xlsx"
    assert main(["advise", str(city), "-o", str(path), "--quiet"]) == 0
    assert list(sheets(path.read_bytes())) == ["任务分工表", "暂不启动事项", "待核实数据"]


def test_a_kind_is_a_paper_and_json_is_none(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(city), "--kind", "briefing", "--format", "json"]) == 2
    assert json.loads(capsys.readouterr().out)["schema"] == "zjtx.error/1"
    assert main(["advise", str(city), "--kind", "memo"]) == 2


def test_a_word_file_that_cannot_be_written_leaves_nothing(
    city: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["advise", str(city), "-o", str(tmp_path / "no" / "a.docx"), "--no-robustness"]) == 5
    assert "写入" in capsys.readouterr().err
    there = tmp_path / "a.docx"
    there.write_bytes(b"mine")
    assert main(["advise", str(city), "-o", str(there), "--no-clobber", "--no-robustness"]) == 2
    assert there.read_bytes() == b"mine"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.docx", "city.yaml"]


def test_deep_looks_for_counterfactuals_of_three_answers(city: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain, deep = advice_of(capsys, "advise", str(city)), advice_of(capsys, "advise", str(city), "--deep")
    sizes = [{len(one["changes"]) for one in found["robustness"]["counterfactuals"]} for found in (plain, deep)]
    assert (plain["robustness"]["depth"], deep["robustness"]["depth"]) == (2, 3)
    assert max(sizes[0]) <= 2
    assert sizes[1] <= {1, 2, 3}
    smaller = [one for one in deep["robustness"]["counterfactuals"] if len(one["changes"]) <= 2]
    assert smaller == plain["robustness"]["counterfactuals"]
    same = {"ranking", "plan", "verdict", "left_out"}
    assert {key: plain[key] for key in same} == {key: deep[key] for key in same}


def test_deep_is_told_in_the_help_and_is_no_use_without_robustness(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", "--help"]) == 0
    assert "--deep" in capsys.readouterr().out
    assert main(["advise", "--set", "demand_trend=growing", "--deep", "--no-robustness"]) == 2
    assert "--deep" in capsys.readouterr().err


def test_the_built_in_cities_have_counterfactuals_of_three_and_each_does_what_it_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Every change of a set is made with --set, and the advice is then what was told; one change less is not enough."""
    scenario = str(built_in() / "scenarios" / "mountain-view-1998.yaml")
    found = advice_of(capsys, "advise", scenario, "--deep")["robustness"]["counterfactuals"]
    triples = [one for one in found if len(one["changes"]) == 3]
    for one in triples[:2]:
        settings = [f"{change['question']}={_written(change['then'])}" for change in one["changes"]]
        for count in (2, 3):
            options = [part for setting in settings[:count] for part in ("--set", setting)]
            after = advice_of(capsys, "advise", scenario, "--no-robustness", *options)
            model = next(match for match in after["ranking"] if match["playbook"] == one["playbook"])
            does = model["eligible"] if one["kind"] == "free" else after["verdict"]["first"] == one["playbook"]
            assert does is (count == 3)


def _written(value: object) -> str:
    return ",".join(value) if isinstance(value, list) else str(value)
