"""The five original cases, described by their facts before the policy. A regression test of the arithmetic: whoever
writes both the playbook and the case cannot validate one with the other.

`pytest tests/test_original_cases.py -s` prints the margins and what each first place hangs on.
"""

import re

import pytest

from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.originals import FORGOTTEN, Cost, costs, margins
from zjtx_cli.authoring.scenarios import run
from zjtx_cli.files.library import built_in
from zjtx_cli.files.scenarios import read_scenario
from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.scenario import Scenario

OWN = {
    "changyuan-2015": "changyuan",
    "kanazawa-2005": "kanazawa",
    "baden-wuerttemberg-2015": "baden-wuerttemberg",
    "mountain-view-1998": "california-ames",
    "san-diego-1985": "california-connect",
}
OPERATORS = {"california-ames", "california-connect"}
"""The two Californian operators are each other's companion."""

each_case = pytest.mark.parametrize("name", OWN)


@pytest.fixture(scope="module")
def tables(real_pack: Pack) -> Tables:
    return Tables(real_pack)


@pytest.fixture(scope="module")
def every_cost(tables: Tables) -> dict[str, tuple[Cost, ...]]:
    return {name: costs(tables, original(name, tables.pack).case, own) for name, own in OWN.items()}


def original(name: str, pack: Pack) -> Scenario:
    scenario, problems = read_scenario(built_in() / "scenarios" / f"{name}.yaml", pack)
    assert scenario is not None, problems
    return scenario


@each_case
def test_each_case_comes_first_for_itself(name: str, tables: Tables) -> None:
    scenario = original(name, tables.pack)
    assert scenario.expect.first == OWN[name]
    outcome = run(tables, scenario)
    assert outcome.passed, [text.en for text in (*outcome.failures, *outcome.findings)]


@each_case
def test_every_question_that_is_asked_is_answered_or_said_to_be_unknown(name: str, tables: Tables) -> None:
    judgement = judge(tables, original(name, tables.pack).case)
    assert judgement.missing == ()
    assert judgement.set_aside == ()


@each_case
def test_every_value_says_where_it_comes_from(name: str, tables: Tables) -> None:
    answers = original(name, tables.pack).case.answers
    given = {question: answer for question, answer in answers.items() if not isinstance(answer.value, Mark)}
    assert all(answer.source for answer in given.values())
    readings = {question for question, answer in given.items() if answer.source.startswith(("读法", "凭记忆"))}
    assert readings == {question for question, answer in given.items() if not answer.sure}


@each_case
def test_every_claim_that_a_value_rests_on_is_kept(name: str, tables: Tables) -> None:
    sources = " ".join(answer.source for answer in original(name, tables.pack).case.answers.values())
    named = set(re.findall(r"\b(?:[A-K]\d\d|(?:BW|CN|CY|KZ|NA)-\d\d)\b", sources))
    assert named
    assert named <= set(tables.pack.claims)


@each_case
def test_the_margins_to_the_other_playbooks_are_reported(name: str, tables: Tables) -> None:
    """Reported, not gated: whether a lead is large is for the reader."""
    case, own = original(name, tables.pack).case, OWN[name]
    mine, rows = judge(tables, case).match(own), margins(tables, case, own)
    assert {row.playbook for row in rows} == set(tables.pack.playbooks) - {own}
    for row in rows:
        assert row.lead == pytest.approx(mine.score.likely - row.likely, abs=1e-8)
        out = "" if row.eligible else "  not eligible"
        print(f"{name:24} {row.playbook:20} {row.lead:+.3f}  {row.strength}{'  companion' * row.companion}{out}")


@pytest.mark.parametrize("name", ["mountain-view-1998", "san-diego-1985"])
def test_within_california_the_other_operator_is_the_companion_and_not_the_rival(name: str, tables: Tables) -> None:
    case, own = original(name, tables.pack).case, OWN[name]
    (other,) = OPERATORS - {own}
    assert [row.playbook for row in margins(tables, case, own) if row.companion] == [other]
    because = judge(tables, case).verdict.because
    assert tables.pack.playbooks[other].title.en not in because.en


@each_case
def test_what_would_cost_the_first_place_is_listed_with_the_reason(
    name: str, tables: Tables, every_cost: dict[str, tuple[Cost, ...]]
) -> None:
    for cost in every_cost[name]:
        question = tables.pack.questions[cost.question]
        print(f"{name:24} {cost.kind:10} {question.name.en}: {cost.answer.en} → {cost.first}\n    {cost.because.en}")
        assert cost.values
        assert cost.because.zh
        assert cost.because.en
        assert cost.answer.zh


@each_case
def test_each_listed_answer_costs_it(name: str, tables: Tables, every_cost: dict[str, tuple[Cost, ...]]) -> None:
    case = original(name, tables.pack).case
    for cost in every_cost[name]:
        assert cost.first != OWN[name]
        for value in cost.values:
            assert judge(tables, case.with_answer(cost.question, Answer(value))).verdict.first == cost.first


@each_case
def test_no_other_answer_costs_it(name: str, tables: Tables, every_cost: dict[str, tuple[Cost, ...]]) -> None:
    """Of each question the lowest and the highest answer: enough to see that none was passed over."""
    case = original(name, tables.pack).case
    path = replay(tables.pack.questions, case.answers)
    listed = {(cost.question, value): cost.first for cost in every_cost[name] for value in cost.values}
    for question in path.asked:
        values = tables.values[question] if path.states[question] is None else (Mark.UNKNOWN,)
        for value in {values[0], values[-1]}:
            first = judge(tables, case.with_answer(question, Answer(value))).verdict.first
            assert listed.get((question, value), OWN[name]) == first


@each_case
def test_a_known_answer_is_forgotten_and_an_open_one_turns_out(
    name: str, tables: Tables, every_cost: dict[str, tuple[Cost, ...]]
) -> None:
    states = replay(tables.pack.questions, original(name, tables.pack).case.answers).states
    for cost in every_cost[name]:
        assert (cost.kind == FORGOTTEN) is (states[cost.question] is not None)
        assert (cost.values == (Mark.UNKNOWN,)) is (cost.kind == FORGOTTEN)
