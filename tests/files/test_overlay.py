"""A pack of one's own over the built-in one: the worked example in examples/province, and what is told of conflicts."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.files.spoiled import Spoiled, cases, parsed_once
from zjtx_cli.authoring.lint import lint
from zjtx_cli.cli.app import main
from zjtx_cli.errors import Problem
from zjtx_cli.files.allowances import without_allowed
from zjtx_cli.files.library import assemble, built_in, load, plain_content, read_documents, read_raw
from zjtx_cli.model.pack import Pack

PROVINCE = Path(__file__).parent.parent.parent / "examples" / "province"
RAW = read_raw(PROVINCE)
BELOW = {f"below/{name}": raw for name, raw in read_raw(built_in()).items()}


def spoil(case: Spoiled) -> tuple[list[Problem], tuple[str, int, int]]:
    """What is found in the spoiled overlay, and where it must be."""
    texts = {name: raw.decode() for name, raw in RAW.items()}
    texts[case.file] = case.replaced(texts[case.file])
    raw = {name: text.replace("⟦", "").encode() for name, text in texts.items()}
    with parsed_once(RAW | BELOW):
        documents, problems = read_documents(Path("province"), raw)
    assert documents is None
    return problems, case.place(texts)


@pytest.mark.parametrize("case", cases("overlay"), ids=lambda case: case.name)
def test_a_spoiled_line_of_an_overlay(case: Spoiled) -> None:
    problems, (file, line, column) = spoil(case)
    assert sorted(one.rule for one in problems) == sorted([case.rule, *case.also])
    found = [one for one in problems if (one.rule, *one.where) == (case.rule, f"province/{file}.yaml", line, column)]
    assert found, [str(one.where) for one in problems]
    assert all(case.says in side for side in found[0].message[:2])


def test_a_playbook_of_the_same_name_is_a_conflict_unless_it_is_meant() -> None:
    kanazawa = read_raw(built_in())["kanazawa"]
    _, problems = read_documents(Path("province"), {**RAW, "kanazawa": kanazawa})
    (conflict,) = problems
    assert (conflict.rule, conflict.where.file) == ("conflict", "province/kanazawa.yaml")
    assert f"{built_in()}/kanazawa.yaml:" in conflict.message.zh
    meant = RAW["pack"].replace(b"replaces:\n", b"replaces:\n  - playbooks/kanazawa\n")
    documents, problems = read_documents(Path("province"), {**RAW, "pack": meant, "kanazawa": kanazawa})
    assert problems == []
    assert documents is not None
    assert documents.playbooks["kanazawa"].where.file == "province/kanazawa.yaml"


def test_the_example_is_clean_and_its_cases_hold(capsys: pytest.CaptureFixture[str]) -> None:
    documents, problems = read_documents(PROVINCE)
    assert documents is not None, problems
    assert without_allowed(lint(documents, assemble(plain_content(documents)))) == []
    assert main(["playbooks", "test", "--playbooks", str(PROVINCE), "--lang", "en"]) == 0
    assert "4 made-up cases" in capsys.readouterr().out
    for path in PROVINCE.rglob("*.yaml"):
        assert "编造" in path.read_text("utf-8"), path


def test_it_adds_and_replaces_and_leaves_the_rest(real_pack: Pack) -> None:
    pack = load(PROVINCE)
    assert (pack.name, pack.version) == ("some-province", f"1+{real_pack.name}-{real_pack.version}")
    assert set(pack.playbooks) - set(real_pack.playbooks) == {"paired-counties"}
    assert list(pack.questions) == [*real_pack.questions, "paired_county"]
    assert list(pack.offices) == list(real_pack.offices)
    assert pack.offices["association"] != real_pack.offices["association"]
    assert pack.thresholds == real_pack.thresholds._replace(no_heavy_below=25)
    assert pack.as_of == real_pack.as_of
    assert pack.cautions[:-1] == real_pack.cautions
    assert pack.sha256 != real_pack.sha256
    assert load(PROVINCE).sha256 == pack.sha256  # from the kept form


def test_the_advice_follows_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With 22 per cent of own revenue a heavy project stands in the built-in pack and not in this province."""
    base = next(
        one.case for one in _made_up(load(built_in())) if one.name.startswith("made-up/changyuan: where everything")
    )
    from zjtx_cli.files.answers import write_case
    from zjtx_cli.model.answers import Answer

    city = tmp_path / "city.yaml"
    write_case(base.with_answer("own_revenue_share", Answer(22.0)), load(built_in()), city)
    plans = []
    for more in ((), ("--playbooks", str(PROVINCE))):
        assert main(["advise", str(city), "--format", "json", "--no-robustness", *more]) == 0
        told: dict[str, Any] = json.loads(capsys.readouterr().out)
        plans.append({one["measure"] for one in told["plan"]})
    assert "first_phase" in plans[0]
    assert "first_phase" not in plans[1]


def _made_up(pack: Pack) -> Any:
    from zjtx_cli.files.scenarios import read_scenarios

    return read_scenarios([built_in() / "scenarios"], pack).scenarios
