"""Perturbed answers: drawn evenly, judged as the judgement would."""

from collections import Counter
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from tests.authoring.made_up import CRAFT, PACK
from tests.builders import a_case, an_answer
from tests.strategies import packs_with_cases
from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.perturbation import MOST, Right, Standing, drawn, other_value, perturb
from zjtx_cli.model.answers import Case
from zjtx_cli.model.evaluation import BY_CHANGE, BY_UNKNOWN
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import Outcome

ANSWERS = {question: an_answer(value).value for question, value in CRAFT.items()}


@given(packs_with_cases())
def test_an_outcome_from_nothing_known_is_that_of_the_judgement(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    tables = Tables(pack)
    path = replay(pack.questions, case.answers)
    known = {question: state for question in path.asked if (state := path.states[question]) is not None}
    wanted = Outcome(*outcome(judge(tables, case)))
    assert Standing(tables, case.level).outcome(known) == wanted


@given(packs_with_cases(), st.integers(0, 2**32))
def test_a_changed_answer_is_another_value_that_the_question_can_take(pair: tuple[Pack, Case], seed: int) -> None:
    pack, case = pair
    tables, chance = Tables(pack), Random(seed).random
    for question, answer in case.answers.items():
        if replay(pack.questions, {question: answer}).states[question] is None:
            continue
        value = other_value(tables, question, answer.value, chance)
        assert value != answer.value
        asked = pack.questions[question]
        if isinstance(value, float):
            assert asked.low <= value <= asked.high
            assert not asked.whole or value.is_integer()
        else:
            assert value in tables.values[question]


def test_every_other_figure_is_as_likely() -> None:
    chance = Random(1).random
    counts: Counter[object] = Counter()
    pack = PACK._replace(questions={**PACK.questions, "firms": PACK.questions["firms"]._replace(high=4.0)})
    for _ in range(4000):
        counts[other_value(Tables(pack), "firms", 2.0, chance)] += 1
    assert set(counts) == {0.0, 1.0, 3.0, 4.0}
    assert all(900 < count < 1100 for count in counts.values())


def test_questions_are_drawn_evenly_and_not_twice() -> None:
    chance = Random(1).random
    counts: Counter[str] = Counter()
    for _ in range(3000):
        found = list(drawn("abcde", 2, chance))
        assert len(set(found)) == 2
        counts.update(found)
    assert all(1100 < counts[one] < 1300 for one in "abcde")
    assert sorted(drawn("ab", 5, chance)) == ["a", "b"]


def test_the_curve_counts_the_draws_that_stay_right() -> None:
    always = Right("county", ANSWERS, lambda status, first: True)
    never = Right("county", ANSWERS, lambda status, first: False)
    found = perturb(Tables(PACK), [always, never], seed=7, repeats=20)
    assert [(one.kind, one.answers) for one in found] == [
        (kind, count) for kind in (BY_UNKNOWN, BY_CHANGE) for count in range(1, MOST + 1)
    ]
    assert {(one.still_right.hits, one.still_right.of) for one in found} == {(20, 40)}


def test_one_answer_made_unknown_is_right_as_often_as_single_answers_do_not_matter() -> None:
    def is_craft(_status: str, first: str | None) -> bool:
        return first == "craft"

    tables = Tables(PACK)
    stay = 0
    for question in CRAFT:
        rest = {name: value for name, value in CRAFT.items() if name != question}
        stay += is_craft("", judge(tables, a_case(rest)).verdict.first)
    city = Right("county", ANSWERS, is_craft)
    found = perturb(tables, [city], seed=7, repeats=600)[0].still_right
    assert found.share is not None
    assert abs(found.share - stay / len(CRAFT)) < 0.06


def test_another_seed_gives_other_draws_and_the_same_seed_the_same() -> None:
    city = Right("county", ANSWERS, lambda status, first: status == "recommended" and first == "craft")
    one, again, other = (perturb(Tables(PACK), [city], seed, repeats=40) for seed in (1, 1, 2))
    assert one == again
    assert one != other


def test_levels_are_judged_apart() -> None:
    """A precondition that one level can build and another cannot."""
    spark = PACK.playbooks["spark"]
    built = spark._replace(
        preconditions=tuple(one._replace(buildable_by=("prefecture",)) for one in spark.preconditions)
    )
    tables = Tables(PACK._replace(playbooks={**PACK.playbooks, "spark": built}))
    answers = {"market": "bad", "lab": "good", "leader": "good"}
    firsts = []
    for level in ("county", "prefecture"):
        found = Standing(tables, level).outcome(answers)
        assert found == Outcome(*outcome(judge(tables, a_case(answers, level=level))))
        firsts.append(found.first)
    assert firsts[0] != firsts[1] == "spark"
