"""Several offices about one trade of one city."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONEY, Given, a_case, a_criterion, a_measure, a_number, a_pack, a_playbook, a_question
from tests.strategies import answers, packs
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.merging import merge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.pack import Pack

OWNER, OTHER, THIRD = "industry", "statistics", "finance"

PACK = a_pack(
    [a_question("market", office=OWNER), a_question("skills", office=OWNER), a_number(MONEY, 0, 100, whole=False)],
    [
        a_playbook(
            "p", [a_criterion("market", weight=9), a_criterion("skills")], measures=[a_measure("hall", weight="heavy")]
        )
    ],
)


def _advise(question: str, said: dict[str, Given], **rest: Given) -> Advice:
    cases = [a_case({question: given, **rest}, office=office) for office, given in said.items()]
    return advise(Tables(PACK), cases)


@pytest.mark.parametrize(
    ("said", "taken"),
    [
        ({OWNER: "good", OTHER: "bad"}, "good"),
        ({OTHER: "bad", OWNER: "good"}, "good"),
        ({OWNER: Mark.UNKNOWN, OTHER: "bad"}, "bad"),
        ({OTHER: "bad", THIRD: "bad"}, "bad"),
        ({OTHER: "bad", THIRD: "good"}, Mark.UNKNOWN),
        ({OWNER: Mark.UNKNOWN, OTHER: "bad", THIRD: "good"}, Mark.UNKNOWN),
        ({OWNER: "good", OTHER: Mark.WITHHELD}, Mark.WITHHELD),
        ({OWNER: Mark.WITHHELD, OTHER: "bad", THIRD: "good"}, Mark.WITHHELD),
        ({OWNER: Mark.UNKNOWN, OTHER: Mark.UNKNOWN}, Mark.UNKNOWN),
    ],
)
def test_the_owner_wins_withheld_wins_over_all_and_others_must_agree(said: dict[str, Given], taken: object) -> None:
    assert _advise("market", said).first.answers["market"].value == taken


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ({OWNER: "good", OTHER: "good"}, False),
        ({OWNER: "good", OTHER: Mark.UNKNOWN}, False),
        ({OWNER: "good", OTHER: "bad"}, True),
        ({OTHER: "good", THIRD: "bad"}, True),
        ({OWNER: "good", OTHER: Mark.WITHHELD}, True),
    ],
)
def test_differences_are_listed(said: dict[str, Given], listed: bool) -> None:
    conflicts = _advise("market", said).conflicts
    assert [one.question for one in conflicts] == (["market"] if listed else [])
    assert all([who for who, _ in one.answers] == list(said) for one in conflicts)


def test_an_owner_who_contradicts_itself_is_not_known() -> None:
    twice = [a_case({"market": word}, office=OWNER) for word in ("good", "bad")]
    for cases in (twice, twice[::-1]):
        advice = advise(Tables(PACK), cases)
        assert advice.first.answers["market"].value is Mark.UNKNOWN
        assert len(advice.conflicts) == 1


def test_a_conflict_matters_where_the_other_answer_would_change_the_verdict() -> None:
    (heavy,) = _advise("market", {OWNER: "good", OTHER: "bad"}, skills="good").conflicts
    (light,) = _advise("skills", {OWNER: "good", OTHER: "bad"}, market="good").conflicts
    assert (heavy.matters, light.matters) == (True, False)


def test_a_conflict_matters_where_the_other_answer_would_change_the_plan_only() -> None:
    (one,) = _advise(MONEY, {OWNER: 60.0, OTHER: 10.0}, market="good", skills="good").conflicts
    assert one.matters
    (same,) = _advise(MONEY, {OWNER: 60.0, OTHER: 70.0}, market="good", skills="good").conflicts
    assert not same.matters


def test_a_withheld_value_is_in_no_conflict() -> None:
    (one,) = _advise("market", {OWNER: "good", OTHER: Mark.WITHHELD}).conflicts
    assert {answer.value for _, answer in one.answers} == {one.taken.value} == {Mark.WITHHELD}


def test_what_was_noted_with_a_withheld_value_is_gone_too() -> None:
    noted = Answer("good", source="秘密", year="2025")
    assert _advise("market", {OWNER: noted, OTHER: Mark.WITHHELD}).first.answers["market"] == Answer(Mark.WITHHELD)


def test_trades_are_judged_apart_and_planned_together() -> None:
    cases = [a_case({"market": "good", "skills": "good", MONEY: 60.0}, industry=trade) for trade in ("卫材", "起重")]
    advice = advise(Tables(PACK), cases)
    assert [one.case.industry for one in advice.judgements] == ["卫材", "起重"]
    assert [(one.industry, one.measure.id) for one in advice.plan] == [("卫材", "hall"), ("起重", "hall")]


@st.composite
def _offices(draw: st.DrawFn) -> tuple[Pack, list[tuple[str, dict[str, Answer]]]]:
    pack = draw(packs())
    asked = list(pack.questions.values())
    return pack, [
        (office, draw(answers(asked)))
        for office in draw(st.lists(st.sampled_from([OWNER, OTHER, THIRD]), min_size=1, max_size=3))
    ]


@given(_offices(), st.data())
def test_the_order_of_the_files_decides_nothing(
    drawn: tuple[Pack, list[tuple[str, dict[str, Answer]]]], data: st.DataObject
) -> None:
    pack, given_by = drawn
    cases = [a_case(given, office=office) for office, given in given_by]
    merged, differences = merge(pack, cases)
    again, others = merge(pack, data.draw(st.permutations(cases)))
    for question, answer in merged.answers.items():
        assert again.answers[question].value == answer.value
    assert {one.question for one in others} == {one.question for one in differences}


@given(_offices())
def test_a_question_is_answered_where_any_office_was_asked_and_withheld_where_any_withheld(
    drawn: tuple[Pack, list[tuple[str, dict[str, Answer]]]],
) -> None:
    pack, given_by = drawn
    merged, differences = merge(pack, [a_case(given, office=office) for office, given in given_by])
    for question in pack.questions:
        said = [(office, given[question]) for office, given in given_by if question in given]
        assert (question in merged.answers) is bool(said)
        if any(answer.value is Mark.WITHHELD for _, answer in said):
            assert merged.answers[question] == Answer(Mark.WITHHELD)
        elif said:
            owned = {answer.value for office, answer in said if office == OWNER} - {Mark.UNKNOWN}
            told = {answer.value for _, answer in said} - {Mark.UNKNOWN}
            only = owned if len(owned) == 1 else told
            assert merged.answers[question].value == (next(iter(only)) if len(only) == 1 else Mark.UNKNOWN)
            assert (question in {one.question for one in differences}) is (len(told) > 1)
