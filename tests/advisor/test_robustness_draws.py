"""Drawing a city's open answers and the models' weights, against a plain simulation."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from tests.advisor import naive
from tests.advisor.sureness import ground_of
from tests.builders import a_blocker, a_case, a_criterion, a_number, a_pack, a_playbook, a_question, at_least, is_
from tests.strategies import packs_with_cases
from zjtx_cli.advisor.drawing import MOST_WORK, draw_ranks
from zjtx_cli.advisor.ranks import ranks
from zjtx_cli.model.answers import Case, Mark
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question


def drawn_state(question: Question, chance: Callable[[], float]) -> State:
    if question.kind == "number":
        if question.may_not_apply and chance() < 0.5:
            return Mark.NOT_APPLICABLE
        if question.whole:
            return question.low + int(chance() * (question.high - question.low + 1))
        return question.low + chance() * (question.high - question.low)
    domain = naive.domain(question)
    return domain[int(chance() * len(domain))]


def plainly(pack: Pack, case: Case, draws: int) -> tuple[dict[str, list[float]], float]:
    chance = random.Random(99).random
    known = naive.walk(pack, case.answers)
    shares = {name: [0.0] * len(pack.playbooks) for name in pack.playbooks}
    none = 0
    for _ in range(draws):
        states: dict[str, State] = {}
        for question in pack.questions.values():
            state = drawn_state(question, chance)
            closed = question.ask_if is not None and naive.kleene(question.ask_if, states) == 0
            held = known[question.id]
            states[question.id] = Mark.NOT_APPLICABLE if closed else state if held is None else held
        fits = {}
        for name, playbook in sorted(pack.playbooks.items()):
            if naive.eligible(pack, playbook, states, case.level):
                weights = [one.weight * 2 ** (2 * chance() - 1) for one in playbook.criteria]
                values = [naive.value(one, states[one.question]) for one in playbook.criteria]
                fits[name] = round(sum(a * b for a, b in zip(weights, values, strict=True)) / sum(weights), 9)
        none += all(fit < pack.thresholds.conditional_from for fit in fits.values())
        for place, name in enumerate(sorted(fits, key=lambda name: (-fits[name], name))):
            shares[name][place] += 1 / draws
    return shares, none / draws


@settings(max_examples=10)
@given(packs_with_cases())
def test_the_shares_are_those_of_a_plain_simulation(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    found = draw_ranks(ground_of(pack, case), random.Random(5).random, 4_000)
    shares, none = plainly(pack, case, 2_000)
    near = 0.065  # five standard errors of a difference of shares of one half
    for name, own in zip(sorted(pack.playbooks), found.shares, strict=True):
        assert own == pytest.approx(shares[name], abs=near)
    assert found.none_share == pytest.approx(none, abs=near)


@given(packs_with_cases())
def test_what_never_happens_has_a_share_of_exactly_nothing(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ground = ground_of(pack, case)
    found = draw_ranks(ground, random.Random(5).random, 50)
    for name, own in zip(ground.ids, found.shares, strict=True):
        assert sum(own) <= 1 + 1e-9
        if ranks(ground)[name] is None:
            assert own == (0.0,) * len(own)


def test_a_dominated_model_is_never_first_whatever_the_weights() -> None:
    criteria = [a_criterion("a", {"good": 0.9, "bad": 0.8}), a_criterion("b", {"good": 0.9, "bad": 0.8})]
    worse = [a_criterion("a", {"good": 0.7, "bad": 0.1}), a_criterion("b", {"good": 0.7, "bad": 0.1})]
    pack = a_pack([a_question("a"), a_question("b")], [a_playbook("x", worse), a_playbook("y", criteria)])
    assert draw_ranks(ground_of(pack, a_case()), random.Random(5).random, 2_000).shares == ((0.0, 1.0), (1.0, 0.0))


def test_the_shares_of_a_gate_are_those_of_its_answers() -> None:
    """x is barred below 40 of 0 … 99, and where the branch behind q is shut."""
    questions = [a_number("n", 0, 99), a_question("q"), a_question("r", ask_if=is_("q", "good"))]
    playbooks = [
        a_playbook(
            "x",
            [a_criterion("n", points=[(0, 1), (99, 1)]), a_criterion("r", otherwise=0.0)],
            blockers=[a_blocker("low", at_least("n", 40))],
        ),
        a_playbook("y", [a_criterion("q", {"good": 0.0, "bad": 0.0})], blockers=[a_blocker("b", is_("r", "bad"))]),
    ]
    found = draw_ranks(ground_of(a_pack(questions, playbooks), a_case()), random.Random(5).random, 20_000)
    assert sum(found.shares[0]) == pytest.approx(0.4, abs=0.015)
    assert sum(found.shares[1]) == pytest.approx(0.75, abs=0.015)
    assert found.shares[0][0] == sum(found.shares[0])


def test_the_same_seed_gives_the_same_shares() -> None:
    pack = a_pack(
        [a_question("a"), a_question("b")], [a_playbook("x", [a_criterion("a")]), a_playbook("y", [a_criterion("b")])]
    )
    ground = ground_of(pack, a_case())
    assert draw_ranks(ground, random.Random(3).random, 300) == draw_ranks(ground, random.Random(3).random, 300)


def test_of_very_many_models_fewer_draws_are_taken_and_said() -> None:
    questions = [a_question(f"q{index}") for index in range(20)]
    playbooks = [a_playbook(f"p{index:03}", [a_criterion(one.id) for one in questions]) for index in range(200)]
    found = draw_ranks(ground_of(a_pack(questions, playbooks), a_case({"q0": "good"})), random.Random(3).random, 9_604)
    assert found.draws == MOST_WORK // (200 * 20)
    assert found.half_width > 0.01
