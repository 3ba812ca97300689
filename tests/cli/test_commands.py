"""The other doors: help, questions, playbooks, schema, whatif."""

import json
from pathlib import Path

import pytest

from zjtx_cli.cli.app import main
from zjtx_cli.cli.commands import COMMANDS, PLAYBOOKS
from zjtx_cli.cli.schema import WRITTEN, Kind, schema_of
from zjtx_cli.files.answers import read_case
from zjtx_cli.files.library import built_in
from zjtx_cli.model.pack import Pack

SMALL = Path(__file__).parent.parent / "cases" / "valid_pack"
ALL = [[name] for name in COMMANDS] + [["playbooks", name] for name in PLAYBOOKS]


@pytest.mark.parametrize("command", ALL, ids=" ".join)
def test_every_command_has_help_in_both_languages_with_an_example(
    command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--help"]) == 0
    told = capsys.readouterr().out
    assert "例 · example:  zjtx" in told
    assert "·" in told.split("例")[0]


def test_the_root_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    main(["--help"])
    told = capsys.readouterr().out
    assert all(name in told for name in (*COMMANDS, "playbooks"))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_template_is_a_valid_answers_file_and_names_every_question(
    language: str, tmp_path: Path, real_pack: Pack, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "template.yaml"
    assert main(["--lang", language, "questions", "--template", str(path)]) == 0
    case, problems = read_case(str(path), real_pack)
    assert problems == []
    assert case is not None
    assert not case.answers
    filled = path.read_text(encoding="utf-8")
    for question in real_pack.questions:
        assert f"  # {question}: unknown" in filled
        filled = filled.replace(f"  # {question}: unknown", f"  {question}: unknown")
    path.write_text(filled, encoding="utf-8")
    case, problems = read_case(str(path), real_pack)
    assert problems == []
    assert case is not None
    assert list(case.answers) == list(real_pack.questions)
    assert main(["questions", "--template", str(path)]) == 2, "it may have been filled in"
    assert read_case(str(path), real_pack)[0] == case


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in WRITTEN])
def test_the_schemas_beside_the_playbooks_are_those_that_are_printed(kind: Kind) -> None:
    import jsonschema

    schema = schema_of(kind)
    jsonschema.Draft202012Validator.check_schema(schema)
    kept = json.loads((built_in() / "schemas" / f"{kind.value}.schema.json").read_text(encoding="utf-8"))
    assert kept == schema


def test_every_built_in_file_names_its_schema() -> None:
    for path in built_in().rglob("*.yaml"):
        first = path.read_text(encoding="utf-8").split("\n", 1)[0]
        if path.parent.name in ("playbooks", "scenarios", "made-up") or path.name == "survivors.yaml":
            assert first.startswith("# yaml-language-server: $schema="), path
            assert (path.parent / first.split("=", 1)[1]).resolve().is_file(), path


def test_whatif_tells_what_moved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    city = tmp_path / "city.yaml"
    city.write_text("city: 甲\nanswers: {site_scatter: roadside, demand_trend: growing}\n", encoding="utf-8")
    assert main(["whatif", str(city), "--set", "demand_trend=fast_decline", "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (changed,) = told["changed"]
    (answer,) = changed["answers"]
    assert answer == {"question": "demand_trend", "before": "growing", "after": "fast_decline"}
    for moved in told["moved"]:
        total = sum(part["change"] for part in moved["through"])
        assert total == pytest.approx(moved["fit"]["after"] - moved["fit"]["before"], abs=5e-6)
    assert main(["whatif", str(city)]) == 2
    assert main(["whatif", str(city), "--set", "demand_trend=fast_decline", "--lang", "en"]) == 0
    assert "0." in capsys.readouterr().out


@pytest.mark.parametrize("form", ["text", "json", "github", "junit"])
def test_validate_and_test_in_every_form(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    from xml.etree import ElementTree

    from tests.files.refusals import PACK

    for command in (["validate", str(PACK)], ["test", str(PACK / "places" / "hill.yaml")]):
        assert main(["playbooks", *command, "--playbooks", str(PACK), "--format", form]) == 0
        told = capsys.readouterr().out
        if form == "json":
            json.loads(told)
        if form == "junit":
            assert ElementTree.fromstring(told).find(".//testcase") is not None


def test_the_built_in_pack_is_sound(capsys: pytest.CaptureFixture[str]) -> None:
    """Its scenarios hold, too: the README shows what `playbooks test` prints."""
    assert main(["playbooks", "validate", "--fail-on", "warning", "--lang", "en"]) == 0
    assert capsys.readouterr().out.startswith("no problems: 5 playbooks, ")


def test_a_failing_scenario_shows_what_made_the_difference(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text(
        "city: 甲\nanswers: {site_scatter: roadside, demand_trend: growing, leader_rd: rd_many_suppliers}\n"
        "expect: {first: kanazawa, status: none}\n",
        encoding="utf-8",
    )
    assert main(["playbooks", "test", str(path), "--lang", "en"]) == 1
    told = capsys.readouterr().out
    assert f"{path}:3:9: " in told
    assert "demand_trend +" in told
    assert "0 passed, 1 failed" in told
    assert main(["playbooks", "test", str(path), "--format", "github"]) == 1
    assert capsys.readouterr().out.startswith(f"::error file={path},line=3,col=9")


def test_a_scenario_that_names_what_does_not_exist_is_invalid(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "wrong.yaml"
    path.write_text("city: 甲\nanswers: {}\nexpect: {first: kanazwa, planned: [kanazawa/nothing]}\n", encoding="utf-8")
    assert main(["playbooks", "test", str(path), "--lang", "en"]) == 3
    told = capsys.readouterr().err
    assert f"{path}:3:17: " in told
    assert "kanazawa”?" in told
    assert "unknown-measure" in told


def test_validate_of_one_file_shows_only_its_problems(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import shutil

    folder = tmp_path / "pack"
    shutil.copytree(built_in(), folder, ignore=shutil.ignore_patterns("compiled.json"))
    for name in ("changyuan", "kanazawa"):
        path = folder / f"{name}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("group: laggard", "group: lagard", 1), encoding="utf-8"
        )
    assert main(["playbooks", "validate", str(folder)]) == 3
    assert capsys.readouterr().out.count("[unknown-group]") == 2
    assert main(["playbooks", "validate", str(folder / "kanazawa.yaml"), "--lang", "en"]) == 3
    told = capsys.readouterr().out
    assert told.count("[unknown-group]") == 1
    assert "did you mean “laggard”?" in told


def test_validate_looks_at_places_scenarios_and_survivors_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `advise` would refuse is no sound pack; a file deep in a pack is checked as a part of it."""
    import shutil

    from tests.files.refusals import PACK

    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    hill = folder / "places" / "hill.yaml"
    hill.write_text(hill.read_text(encoding="utf-8").replace("demand: growing", "demand: rising"), encoding="utf-8")
    (folder / "coverage").mkdir()
    (folder / "coverage" / "survivors.yaml").write_text("survivors:\n  - {mutant: x}\n", encoding="utf-8")
    (folder / "scenarios").mkdir()
    (folder / "scenarios" / "jia.yaml").write_text(
        "city: 甲\nanswers: {demand: flat}\nexpect: {first: sprk}\n", encoding="utf-8"
    )
    rules = {
        "places/hill.yaml": "option",
        "scenarios/jia.yaml": "unknown-playbook",
        "coverage/survivors.yaml": "missing-key",
    }
    for within in (None, "places", "places/hill.yaml", "scenarios/jia.yaml", "coverage", "gather.yaml"):
        wanted = {name for name in rules if within is None or name.startswith(within)}
        path = folder if within is None else folder / within
        assert main(["playbooks", "validate", str(path), "--format", "json"]) == (3 if wanted else 0)
        found = {
            str(Path(one["file"]).relative_to(folder)): one["rule"]
            for one in json.loads(capsys.readouterr().out)["problems"]
        }
        assert found == {name: rules[name] for name in wanted}, within
