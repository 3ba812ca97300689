"""Two states of a pack: whose advice changes, and which edited line did it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest

from tests.files.refusals import PACK
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.decisions import decide
from zjtx_cli.cli.app import main
from zjtx_cli.cli.schema import Kind, schema_of
from zjtx_cli.files.edits import edits, with_edits
from zjtx_cli.files.library import assemble, built_in, plain_content, read_documents
from zjtx_cli.files.references import Documents
from zjtx_cli.files.scenarios import read_scenarios
from zjtx_cli.model.pack import Pack

Edited = Callable[..., Path]


@pytest.fixture
def edited(tmp_path: Path) -> Edited:
    """A copy of the small valid pack with some words replaced, (file, old, new) each; and a folder of cities beside it."""

    def make(*replaced: tuple[str, str, str]) -> Path:
        folder = tmp_path / "edited"
        shutil.copytree(PACK, folder)
        for file, old, new in replaced:
            path = folder / f"{file}.yaml"
            text = path.read_text("utf-8")
            assert old in text
            path.write_text(text.replace(old, new, 1), "utf-8")
        cities = tmp_path / "cities"
        cities.mkdir()
        (cities / "jia.yaml").write_text(
            "city: 甲\nanswers: {demand: flat, letters: [nothing], workshops: 40, leader: open, leader_tests: weekly, exports: 20, own_revenue: 50}\n",
            "utf-8",
        )
        (cities / "yi.yaml").write_text("city: 乙\nanswers: {demand: falling}\n", "utf-8")
        return folder

    return make


def _diff(capsys: pytest.CaptureFixture[str], new: Path, *more: str, code: int = 0) -> str:
    cities = str(new.parent / "cities")
    place = [] if "--cities" in more else ["--cities", cities]
    assert main(["playbooks", "diff", str(PACK), str(new), *place, *more]) == code
    return capsys.readouterr().out


def _as_json(capsys: pytest.CaptureFixture[str], new: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(_diff(capsys, new, "--format", "json"))
    jsonschema.Draft202012Validator(schema_of(Kind.DIFF)).validate(told)
    return told


def test_an_edit_of_prose_alone_changes_no_decision(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(
        ("gather", "en: Scatter.", "en: Scattered."), ("claims", "- id: C1\n", "- id: C1\n    in_article: true\n")
    )
    told = _as_json(capsys, new)
    assert [one["prose"] for one in told["edits"]] == [True, True]
    assert told["changed"] == []
    assert "0 decisions change" in _diff(capsys, new, "--lang", "en")
    assert "没有结论改变" in _diff(capsys, new, "--lang", "zh")


def test_the_city_and_the_line_are_named(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    new = edited(
        ("gather", "{question: workshops, at_least: 30}", "{question: workshops, at_least: 45}"),
        ("gather", "en: Scatter.", "en: Scattered."),
        ("spark", "below: 5", "below: 6"),
    )
    (changed,) = _as_json(capsys, new)["changed"]
    assert changed["city"] == "jia"
    assert changed["before"] != changed["after"]
    (cause,) = changed["causes"]
    lines = (new / "gather.yaml").read_text("utf-8").split("\n")
    assert cause["file"] == str(new / "gather.yaml")
    assert lines[cause["line"] - 1][cause["column"] - 1 :].startswith("45")
    assert (cause["old"], cause["new"]) == ("30", "45")
    told = _diff(capsys, new, "--lang", "en")
    assert f"cause: {cause['file']}:{cause['line']}:{cause['column']}: playbooks › gather › " in told
    _diff(capsys, new, "--fail-on", "changed", code=1)


def test_all_forms_tell_the_same_changes(
    edited: Edited, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edited(("gather", "{question: workshops, at_least: 30}", "{question: workshops, at_least: 45}"))
    (changed,) = _as_json(capsys, new)["changed"]
    (cause,) = changed["causes"]
    told = {form: _diff(capsys, new, "--format", form, "--lang", "en") for form in ("text", "github", "junit")}
    annotation, edits_line, counted = told["github"].splitlines()
    place = f"file={cause['file']},line={cause['line']},col={cause['column']},title=decision::jia; "
    assert annotation.startswith(f"::warning {place}")
    assert told["text"].splitlines()[:2] == [edits_line, counted]
    (case,) = ElementTree.fromstring(told["junit"]).findall(".//testcase")
    failure = case.find("failure")
    assert failure is not None
    assert (case.get("name"), failure.get("type")) == ("jia", "decision")
    assert str(failure.text) == annotation.split("title=decision::")[1]
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert _diff(capsys, new, "--lang", "en") == told["github"]
    clean = _diff(capsys, PACK.parent / PACK.name, "--cities", str(new.parent / "cities"), "--lang", "en")
    assert "::" not in clean
    assert "0 decisions change" in clean


def test_what_only_two_edits_do_together_is_told_so(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    """A blocker that needs a second condition: neither the new part nor the wider one does it alone."""
    new = edited(
        ("gather", "- {question: letters, is: [nothing]}", "- {question: letters, is: [nothing, patents]}"),
        ("gather", "- {question: demand, is: [falling]}", "- {question: demand, is: [falling, flat]}"),
        ("gather", "at_least: 30}", "at_least: 25}"),
    )
    path = new.parent / "cities" / "jia.yaml"
    path.write_text(path.read_text("utf-8").replace("[nothing]", "[patents]"), "utf-8")
    changed = {one["city"]: one for one in _as_json(capsys, new)["changed"]}
    assert changed["jia"]["together"] is True
    assert len(changed["jia"]["causes"]) == 2


def test_a_city_that_the_old_pack_cannot_read_is_told_and_not_compared(
    edited: Edited, capsys: pytest.CaptureFixture[str]
) -> None:
    new = edited(("questions", "- {id: falling,", "- {id: gone, label: {zh: 没了, en: gone}}\n      - {id: falling,"))
    for file in ("gather", "lift"):
        path = new / f"{file}.yaml"
        text = path.read_text("utf-8")
        path.write_text(
            text.replace(
                "      falling: {value: 0",
                "      gone: {value: 0.1, because: {zh: 没, en: none}}\n      falling: {value: 0",
                1,
            ),
            "utf-8",
        )
    (new.parent / "cities" / "bing.yaml").write_text("city: 丙\nanswers: {demand: gone}\n", "utf-8")
    told = _as_json(capsys, new)
    assert [one["city"] for one in told["skipped"]] == ["bing"]
    assert told["compared"] == 2
    assert "bing was not compared" in _diff(capsys, new, "--lang", "en")


def test_made_up_cases_are_compared_too_whatever_they_serve(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    """A blocker that is gone: the case that serves it can no longer be tested, and its advice is another one."""
    text = (PACK / "gather.yaml").read_text("utf-8")
    blockers = text[text.index("blockers:\n") : text.index("mechanism:\n")]
    new = edited(("gather", blockers, "blockers: []\n"))
    (new.parent / "cities" / "made.yaml").write_text(
        "about: {zh: 编造的情形。, en: Made-up cases.}\nplaybook: gather\n"
        "base: {demand: growing, workshops: 120, leader: open, leader_tests: weekly, exports: 60, own_revenue: 60}\n"
        "cases:\n  - {name: all fits, serves: base}\n"
        '  - {name: it dies, serves: "blocker:dying_trade", set: {demand: falling, letters: [nothing]}}\n',
        "utf-8",
    )
    told = _as_json(capsys, new)
    assert told["compared"] == 4
    changed = {one["city"]: one for one in told["changed"]}
    assert "made: it dies" in changed
    assert "made: all fits" not in changed
    assert changed["made: it dies"]["before"]["strengths"]["gather"] == "blocked"


def test_what_the_new_pack_cannot_read_is_invalid(edited: Edited, capsys: pytest.CaptureFixture[str]) -> None:
    new = edited()
    (new.parent / "cities" / "ding.yaml").write_text("city: 丁\nanswers: {demand: flt}\n", "utf-8")
    assert main(["playbooks", "diff", str(PACK), str(new), "--cities", str(new.parent / "cities")]) == 3
    assert "ding.yaml:2:19" in capsys.readouterr().err
    assert main(["playbooks", "diff", str(PACK), str(new), "--cities", str(new / "none")]) == 5
    assert main(["playbooks", "diff", str(PACK), str(new), "--cities", str(new)]) == 3


def test_all_edits_make_the_new_pack_and_none_leave_the_old_one(edited: Edited) -> None:
    new_folder = edited(
        ("gather", "weight: 5", "weight: 6"),
        ("pack", "lead: {value: 0.05", "lead: {value: 0.06"),
        ("questions", "range: [0, 500]", "range: [0, 600]"),
        ("spark", "below: 5", "below: 6"),
        ("gather", "    merge: firm_register\n", ""),
        ("instruments", "from: '2025-01'", "from: '2025-02'"),
        ("claims", "- id: C2", "- id: C22"),
        ("questions", "{id: means,", "{id: more, title: {zh: 又, en: more}}\n  - {id: means,"),
    )
    old, new = _documents(PACK), _documents(new_folder, checked=False)
    found = edits(old, new)
    assert with_edits(plain_content(old), plain_content(new), found) == plain_content(new)
    assert with_edits(plain_content(old), plain_content(new), ()) == plain_content(old)
    assert len(found) == 9  # an id that changes is one gone and one new
    assert edits(old, old) == ()


def test_what_is_taken_for_prose_decides_nothing(real_pack: Pack) -> None:
    """Every text, name and note of the built-in pack that counts as prose may be another one: no decision moves."""
    documents = _documents(built_in())
    content = plain_content(documents)
    bare = _blank(content)
    assert bare != content
    scenarios = read_scenarios([built_in() / "scenarios"], real_pack).scenarios
    assert scenarios
    before, after = Tables(real_pack), Tables(assemble(bare))
    for one in scenarios:
        assert decide(before, one.case) == decide(after, one.case)


def _blank(plain: Any) -> Any:
    if isinstance(plain, dict):
        if set(plain) <= {"zh", "en", "official"}:
            return {"zh": "甲", "en": "x"}
        return {
            key: value if key in ("is", "values") and isinstance(value, list) else _blank(value)
            for key, value in plain.items()
        }
    return [_blank(one) for one in plain] if isinstance(plain, list) else plain


def _documents(folder: Path, *, checked: bool = True) -> Documents:
    from zjtx_cli.files.library import NAMED, read_raw
    from zjtx_cli.files.located import Node, parse

    if checked:
        documents, problems = read_documents(folder)
        assert problems == []
        assert documents is not None
        return documents
    parsed = {name: parse(raw, f"{folder}/{name}.yaml") for name, raw in read_raw(folder).items() if "/" not in name}
    nodes = {name: node for name, node in parsed.items() if isinstance(node, Node)}
    return Documents(
        **{name: nodes[name] for name in NAMED},
        playbooks={name: node for name, node in nodes.items() if name not in NAMED},
    )
