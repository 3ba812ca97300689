"""Bad packs: one line of the valid pack is spoiled at a time, and the problem is told at the spoiled place."""

import shutil
from pathlib import Path

import pytest

from tests.files.refusals import PACK, Expected, refused, run
from tests.files.spoiled import Spoiled, cases, parsed_once
from zjtx_cli.authoring.lint import RULES, lint
from zjtx_cli.errors import Problem
from zjtx_cli.files.allowances import without_allowed
from zjtx_cli.files.library import assemble, built_in, check_folder, plain_content, read_documents, read_raw
from zjtx_cli.files.places import read_places

RAW = read_raw(PACK)


FORM, REST, PLACES = cases("form"), cases("names", "questions", "playbooks"), cases("places")


def spoil(case: Spoiled) -> tuple[list[Problem], tuple[str, int, int]]:
    """What is found in the spoiled pack, and where it must be."""
    texts = {name: raw.decode() for name, raw in RAW.items()}
    texts[case.file] = case.replaced(texts[case.file])
    place = case.place(texts)
    raw = {name: text.replace("⟦", "").encode() for name, text in texts.items()}
    return found_in(raw), place


def found_in(raw: dict[str, bytes]) -> list[Problem]:
    """Everything that is wrong with a pack and its places."""
    with parsed_once(RAW):
        documents, problems = read_documents(Path("pack"), raw)
    if documents is None:
        return problems
    pack = assemble(plain_content(documents))
    return read_places(Path("pack"), raw, pack)[1] or lint(documents, pack)


@pytest.mark.parametrize("case", [*FORM, *REST, *PLACES, *cases("lint")], ids=lambda case: case.name)
def test_a_spoiled_line(case: Spoiled) -> None:
    problems, (file, line, column) = spoil(case)
    assert sorted(one.rule for one in problems) == sorted([case.rule, *case.also])
    found = [one for one in problems if (one.rule, *one.where) == (case.rule, f"pack/{file}.yaml", line, column)]
    assert found, [str(one.where) for one in problems]
    assert all(case.says in side for side in found[0].message[:2])
    assert found[0].message.zh != found[0].message.en
    assert found[0].severity == RULES.get(case.rule, "error")


def test_nothing_is_found_in_the_valid_pack_and_in_the_built_in_one() -> None:
    for folder in (PACK, built_in()):
        documents, problems = read_documents(folder)
        assert documents is not None, problems
        assert without_allowed(lint(documents, assemble(plain_content(documents)))) == []


def test_the_valid_pack_is_valid() -> None:
    content, problems = check_folder(PACK)
    assert problems == []
    assert content is not None


@pytest.mark.parametrize("name", ["pack", "questions", "claims", "instruments"])
def test_a_file_that_is_missing(name: str) -> None:
    _, problems = check_folder(Path("pack"), {other: raw for other, raw in RAW.items() if other != name})
    assert [(one.rule, str(one.where)) for one in problems] == [("missing-file", f"pack/{name}.yaml:1:1")]


def test_no_playbook_at_all() -> None:
    _, problems = check_folder(
        Path("pack"), {name: raw for name, raw in RAW.items() if name in ("pack", "questions", "claims", "instruments")}
    )
    assert [one.rule for one in problems] == ["missing-file"]


def test_problems_of_all_files_are_told_at_once() -> None:
    spoiled = {name: raw.replace(b"schema_version: 1", b"schema_version: 2", 1) for name, raw in RAW.items()}
    _, problems = check_folder(Path("pack"), spoiled)
    assert [(one.where.file, one.rule) for one in problems] == [
        (f"pack/{name}.yaml", "choice") for name in sorted(RAW) if "/" not in name
    ]


def test_a_question_without_what_its_kind_needs_is_a_problem_and_no_fault() -> None:
    text = RAW["questions"].decode()
    for line in ("    range: [0, 60]\n", "    unit: {zh: 家, en: firms}\n", "    typical: 1\n"):
        _, problems = check_folder(Path("pack"), {**RAW, "questions": text.replace(line, "").encode()})
        assert {one.rule for one in problems} == {"question-kind"}
    _, problems = check_folder(Path("pack"), {**RAW, "questions": text.replace("kind: one", "kind: number").encode()})
    assert problems


@pytest.mark.parametrize("case", [FORM[0], FORM[10], *REST[::30]], ids=lambda case: case.name)
def test_the_command_tells_it_too(case: Spoiled, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    file = folder / f"{case.file}.yaml"
    file.write_text(file.read_text("utf-8").replace(case.line, case.spoiled.replace("⟦", ""), 1), "utf-8")
    problems, (_, line, column) = spoil(case)
    if case.also:
        assert len(problems) > 1
        return
    expected = Expected(case.rule, line, column, case.says)
    refused(capsys, ["advise", "--set", "demand=flat", "--playbooks", str(folder)], str(file), [expected])


def test_a_file_with_another_suffix_is_not_passed_over(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pack"
    shutil.copytree(PACK, folder)
    (folder / "lift.yaml").rename(folder / "lift.yml")
    file = str(folder / "lift.yml")
    refused(
        capsys,
        ["advise", "--set", "demand=flat", "--playbooks", str(folder)],
        file,
        [Expected("file-name", 1, 1, "lift.yaml")],
    )


@pytest.mark.parametrize("kind", ["missing", "file", "folder_inside"])
def test_a_folder_that_cannot_be_read(kind: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "pack"
    if kind == "file":
        folder.write_text("no folder")
    elif kind == "folder_inside":
        shutil.copytree(PACK, folder)
        (folder / "extra.yaml").mkdir()
    ran = run(capsys, "advise", "--set", "demand=flat", "--playbooks", str(folder))
    assert (ran.code, ran.out) == (5, "")
    assert ("extra.yaml" in ran.err) is (kind == "folder_inside")


def test_a_broken_cache_is_rebuilt_without_a_word(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    argv = ("advise", "--set", "demand=flat", "--playbooks", str(PACK), "--format", "json")
    first = run(capsys, *argv)
    (kept,) = (tmp_path / "zjtx" / "packs").glob("*.json")
    whole = kept.read_bytes()
    head, content, evidence, places = whole.split(b"\n")
    for broken in (
        b"",
        b"{}",
        whole[:-100],
        b"[]\n" + content,
        head,
        b"\n".join([head, content[:-9], evidence, places]),
        b"\n".join([head, b"{}", evidence, places]),
        b"\n".join([head, content, b"{}", places]),
        b"\n".join([head, content, evidence, b"[]"]),
    ):
        kept.write_bytes(broken)
        assert run(capsys, *argv) == first
    kept.unlink()
    kept.mkdir()
    assert run(capsys, *argv) == first


def test_a_place_must_tell_what_came_of_it() -> None:
    told, _, _ = RAW["places/hill"].partition(b"place:\n")
    _, problems = check_folder(Path("pack"), {**RAW, "places/hill": told})
    assert [(one.rule, one.where.file, one.where.line) for one in problems] == [
        ("no-place", "pack/places/hill.yaml", 2)
    ]


def test_a_scenario_that_tells_what_came_of_it_is_a_place_too(tmp_path: Path) -> None:
    shutil.copytree(PACK, tmp_path / "pack")
    (tmp_path / "pack" / "scenarios").mkdir()
    (tmp_path / "pack" / "places" / "hill.yaml").rename(tmp_path / "pack" / "scenarios" / "hill.yaml")
    content, problems = check_folder(tmp_path / "pack")
    assert content is not None, problems
    assert [one["id"] for one in content["places"]] == ["hill"]
    assert content["places"][0]["answers"] == {"demand": "growing", "workshops": 60.0}
