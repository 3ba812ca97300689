"""Drafts on disk: read back as they were, private, one interview a file, checked where a hand has been at them."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interview.test_flow import sittings
from tests.strategies import packs
from zjtx_cli.errors import CannotAccess, WrongUsage
from zjtx_cli.files.answers import read_case
from zjtx_cli.files.drafts import DraftFile, discard, dump_draft, kept_drafts, read_draft
from zjtx_cli.interview.flow import answers_in
from zjtx_cli.model.answers import WITHHELD, Answer, Case
from zjtx_cli.model.history import Draft, Said
from zjtx_cli.model.pack import Pack

NOTED = Answer(frozenset(["masters", "patents"]), "年鉴 “甲”: {乙}", "2023-2025", "规上 # 全市", sure=False)


def test_a_draft_is_an_answers_file_with_a_history(pack: Pack, tmp_path: Path) -> None:
    record = (
        *(Said("trend", Answer("up"), "zh"), Said("share", Answer(33.3), "zh"), Said("trend", Answer("down"), "en")),
        *(Said("traces", NOTED, "en"), Said("firms", WITHHELD, "en")),
    )
    answers = {question: answers_in(record)[question] for question in pack.questions if question in answers_in(record)}
    path = tmp_path / "draft.yaml"
    draft = Draft(Case("某市: #1", "车灯", "prefecture", answers=answers, name=str(path)), record)
    path.write_text(dump_draft(draft, pack), encoding="utf-8")
    assert read_draft(path, pack) == (draft, [])
    assert read_case(str(path), pack) == (draft.case, [])


@given(st.data())
def test_any_record_is_read_back_as_it_was(data: st.DataObject) -> None:
    pack = data.draw(packs())
    record = data.draw(sittings(pack))
    given_, name = answers_in(record), "answers.yaml"
    draft = Draft(Case("某市", answers={q: given_[q] for q in pack.questions if q in given_}, name=name), record)
    from zjtx_cli.files.drafts import _parsed

    assert _parsed(dump_draft(draft, pack).encode(), Path(name), pack) == (draft, [])


def test_a_question_that_was_renamed_keeps_its_answer_and_its_history(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "old.yaml"
    path.write_text(
        "city: 某市\nanswers: {companies: 7}\nhistory:\n  - {question: companies, answer: 7, lang: zh}\n",
        encoding="utf-8",
    )
    draft, problems = read_draft(path, pack)
    assert not problems
    assert draft is not None
    assert draft.case.answers == {"firms": Answer(7.0)}
    assert draft.record == (Said("firms", Answer(7.0), "zh"),)


@pytest.mark.parametrize(
    ("history", "line"),
    [
        ("[1]", 3),
        ("\n  - {question: firms}", 4),
        ("\n  - {question: firms, answer: 7, at: noon}", 4),
        ("\n  - {question: firms, answer: 7000, lang: zh}", 4),
        ("{question: firms, answer: 7, lang: zh, more: 1}", 3),
    ],
)
def test_a_history_that_a_hand_has_broken_is_told_with_its_place(
    pack: Pack, tmp_path: Path, history: str, line: int
) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text(f"city: 某市\nanswers: {{}}\nhistory: {history}\n", encoding="utf-8")
    draft, problems = read_draft(path, pack)
    assert draft is None
    assert {problem.where.line for problem in problems} == {line}


def test_a_question_that_the_pack_no_longer_has_is_passed_over_in_the_history(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "draft.yaml"
    path.write_text("city: 某市\nanswers: {}\nhistory: [{question: gone, answer: 1}]\n", encoding="utf-8")
    assert read_draft(path, pack) == (Draft(Case("某市", name=str(path))), [])


def test_a_scenario_is_not_rewritten(pack: Pack, tmp_path: Path) -> None:
    path = tmp_path / "scenario.yaml"
    path.write_text("city: 某市\nanswers: {trend: up}\nexpect: {first: stay}\n", encoding="utf-8")
    draft, problems = read_draft(path, pack)
    assert draft is None
    assert [(problem.where.line, problem.rule) for problem in problems] == [(3, "scenario-file")]


def test_drafts_are_private_and_named_by_the_city(pack: Pack, home: Path) -> None:
    for city in ("长垣市", "../../etc/长垣市", "!!"):
        file = DraftFile(pack)
        file.write(Draft(Case(city)))
        assert file.path is not None
        assert stat.S_IMODE(file.path.stat().st_mode) == 0o600
        file.close()
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    assert sorted(path.name for path in home.iterdir()) == ["etc-长垣市.yaml", "interview.yaml", "长垣市.yaml"]


def test_two_interviews_about_one_city_have_two_files(pack: Pack, home: Path) -> None:
    one, other = DraftFile(pack), DraftFile(pack)
    one.write(Draft(Case("甲市", "车灯")))
    other.write(Draft(Case("甲市", "轴承")))
    assert {draft.name: draft.busy for draft in kept_drafts(pack)} == {"甲市": True, "甲市-2": True}
    with pytest.raises(CannotAccess):
        DraftFile(pack, home / "甲市.yaml")
    with pytest.raises(CannotAccess):
        discard("甲市")
    one.close()
    other.close()
    discard("甲市.yaml")
    assert [draft.name for draft in kept_drafts(pack)] == ["甲市-2"]
    assert not kept_drafts(pack)[0].busy


def test_only_a_draft_can_be_discarded(pack: Pack, home: Path, tmp_path: Path) -> None:
    precious = tmp_path / "precious.yaml"
    precious.write_text("city: 甲市\n", encoding="utf-8")
    home.mkdir(parents=True)
    for name in ("nobody", os.path.relpath(tmp_path / "precious", home), str(tmp_path / "precious"), ""):
        with pytest.raises(WrongUsage):
            discard(name)
    assert precious.exists()


def test_what_somebody_else_wrote_is_seen_before_it_is_written_over(pack: Pack, home: Path) -> None:
    file = DraftFile(pack)
    file.write(Draft(Case("甲市")))
    assert file.changed() is None
    assert file.path is not None
    file.path.write_text("city: 乙市\nanswers: {trend: up}\n", encoding="utf-8")
    found = file.changed()
    assert isinstance(found, Draft)
    assert (found.case.city, found.case.answers) == ("乙市", {"trend": Answer("up")})
    assert file.changed() is None
    file.path.write_text("city: [", encoding="utf-8")
    assert isinstance(file.changed(), list)
    old = file.path
    assert file.move_aside("甲市") != old
    file.path.unlink()
    file.write(Draft(Case("甲市")))
    assert old.read_text(encoding="utf-8") == "city: ["
    assert file.path.exists()
    file.close()


def test_a_folder_that_cannot_be_written_in_is_told_before_the_first_question(
    pack: Pack, home: Path, tmp_path: Path
) -> None:
    with pytest.raises(CannotAccess):
        DraftFile(pack, tmp_path / "not there" / "a.yaml")


def test_a_broken_draft_is_listed_with_what_is_wrong(pack: Pack, home: Path) -> None:
    home.mkdir(parents=True)
    (home / "甲市.yaml").write_text("city: 甲市\nanswers: {trend: sideways}\n", encoding="utf-8")
    (kept,) = kept_drafts(pack)
    assert kept.draft is None
    assert kept.problems[0].rule == "option"


def test_what_a_save_that_was_killed_left_behind_is_swept_away(pack: Pack, home: Path, tmp_path: Path) -> None:
    left, other = tmp_path / ".city.yaml.a1b2_3cd", tmp_path / ".city.yaml.backup-of-mine"
    for path in (left, other):
        path.write_text("firms: 123", encoding="utf-8")
    DraftFile(pack, tmp_path / "city.yaml").close()
    assert not left.exists()
    assert other.exists()
