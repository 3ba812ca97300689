"""Every figure and sentence of the robustness part, confirmed on every scenario city by judging the changed case again."""

import random
from functools import cache
from math import isfinite

import pytest

from tests.advisor.sureness import outcome_of, with_values
from tests.report.judged_anew import City
from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.robustness import DRAWS, SEED, robustness
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.library import built_in, load
from zjtx_cli.files.scenarios import read_scenarios
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import BRINGS_FIRST, FIRST, FREES, AnswerSwitch, Outcome, Robustness, WeightSwitch

NAMES = sorted(path.stem for path in (built_in() / "scenarios").glob("*.yaml"))


@cache
def scenario(name: str) -> tuple[Pack, Case, Robustness]:
    pack = load(built_in())
    (one,) = read_scenarios([built_in() / "scenarios" / f"{name}.yaml"], pack).scenarios
    tables = Tables(pack)
    chance = random.Random(SEED).random
    return pack, one.case, robustness(tables, judge(tables, one.case), chance=chance, draws=500)


@cache
def city(name: str) -> City:
    pack, case, _ = scenario(name)
    return City(pack, Tables(pack), case)


def scaled(name: str, playbook: str, question: str, factor: float) -> Outcome:
    """The outcome where one weight is another."""
    return Outcome(*outcome(city(name).scaled(playbook, question, factor)))


@pytest.mark.parametrize("name", NAMES)
def test_weights_turn_the_outcome_where_it_is_said(name: str) -> None:
    pack, case, found = scenario(name)
    base = outcome_of(pack, case)
    for one in [one for one in found.switch_points if isinstance(one, WeightSwitch)]:
        beyond, before = (1 + 1e-9, 1 - 1e-9) if one.factor > 1 else (1 - 1e-9, 1 + 1e-9)
        after = scaled(name, one.playbook, one.question, one.factor * beyond)
        assert base.differs(after) == one.changes
        ahead = scaled(name, one.playbook, one.question, one.factor * before)
        assert base.differs(ahead) != one.changes


@pytest.mark.parametrize("name", NAMES)
def test_halving_and_doubling_each_weight_agrees_with_what_is_said_of_the_weights(name: str) -> None:
    pack, case, found = scenario(name)
    base = outcome_of(pack, case)
    turned = any(
        base.differs(scaled(name, playbook.id, criterion.question, factor)) == FIRST
        for playbook in pack.playbooks.values()
        if found.ranks[playbook.id] is not None
        for criterion in playbook.criteria
        for factor in (0.5, 2.0)
    )
    assert not (turned and found.stable.weights)


@pytest.mark.parametrize("name", NAMES)
def test_answers_turn_the_outcome_as_it_is_said(name: str) -> None:
    pack, case, found = scenario(name)
    base = outcome_of(pack, case)
    for one in [one for one in found.switch_points if isinstance(one, AnswerSwitch)]:
        assert outcome_of(pack, with_values(case, {one.change.question: one.change.then})) == one.after
        assert base.differs(one.after) == one.changes
    for unknown in found.decisive_unknowns:
        for value, after in unknown.turning:
            assert outcome_of(pack, with_values(case, {unknown.question: value})) == after != base


@pytest.mark.parametrize("name", NAMES)
def test_flipping_each_known_option_finds_no_turn_that_is_not_told(name: str) -> None:
    pack, case, found = scenario(name)
    base, path = outcome_of(pack, case), replay(pack.questions, case.answers)
    told = {(one.change.question, one.change.then) for one in found.switch_points if isinstance(one, AnswerSwitch)}
    for question in path.asked:
        if isinstance(path.states[question], str):
            for option in pack.questions[question].options:
                changed = with_values(case, {question: option.id})
                assert ((question, option.id) in told) is (base.differs(outcome_of(pack, changed)) is not None)


@pytest.mark.parametrize("name", NAMES)
def test_counterfactuals_do_what_they_say_and_no_single_answer_of_them_would(name: str) -> None:
    pack, case, found = scenario(name)
    tables = Tables(pack)

    def does(one_case: Case, kind: str, playbook: str) -> bool:
        judgement = judge(tables, one_case)
        return judgement.match(playbook).eligible if kind == FREES else judgement.verdict.first == playbook

    assert {one.kind for one in found.counterfactuals} <= {BRINGS_FIRST, FREES}
    for one in found.counterfactuals:
        changes = {change.question: change.then for change in one.changes}
        assert not does(case, one.kind, one.playbook)
        assert does(with_values(case, changes), one.kind, one.playbook)
        assert outcome_of(pack, with_values(case, changes)) == one.after
        for change in one.changes:
            rest = {question: value for question, value in changes.items() if question != change.question}
            assert not rest or not does(with_values(case, rest), one.kind, one.playbook)


@pytest.mark.parametrize("name", NAMES)
def test_the_conservative_reading_is_that_of_the_worse_answers(name: str) -> None:
    pack, case, found = scenario(name)
    reading, base = found.conservative, outcome_of(pack, case)
    assert outcome_of(pack, with_values(case, {one.question: one.then for one in reading.changes})) == reading.after
    assert reading.stands is (reading.after == base)
    for one in reading.changes:
        alone = outcome_of(pack, with_values(case, {one.question: one.then}))
        assert (one.question in reading.breakers) is (alone != base)


@pytest.mark.parametrize("name", NAMES)
def test_ranks_and_shares_agree_and_no_limit_is_hit(name: str) -> None:
    pack, case, found = scenario(name)
    judgement = judge(Tables(pack), case)
    assert found.limits == ()
    for match in judgement.ranking:
        rank, shares = found.ranks[match.playbook], found.shares[match.playbook]
        assert (rank is None) is not match.eligible
        assert all(isfinite(share) for share in shares)
        assert sum(shares) <= 1 + 1e-9
        if rank is None:
            assert not any(shares)


def test_enough_draws_are_taken_for_two_places() -> None:
    pack, case, _ = scenario(NAMES[0])
    tables = Tables(pack)
    found = robustness(tables, judge(tables, case), chance=random.Random(SEED).random)
    assert (found.draws, found.half_width <= 0.01, found.limits) == (DRAWS, True, ())
