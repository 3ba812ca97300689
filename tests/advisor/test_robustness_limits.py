"""Little or bad input: everything is said, nothing crashes, hangs or is not a number."""

import json
import random
import time

from hypothesis import given, settings

from tests.advisor.sureness import packs_of_all_natures
from tests.builders import a_case, a_criterion, a_number, a_pack, a_playbook, a_question, is_
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.robustness import robustness
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import WITHHELD, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import LIMIT_CHANGES, LIMIT_DRAWS, LIMIT_RANKS, Robustness, Stable
from zjtx_cli.report.robustness_json import acceptability_of, rank_of, robustness_of, stable_of


def robust(pack: Pack, case: Case, *, draws: int = 100, deep: bool = False) -> Robustness:
    tables = Tables(pack)
    return robustness(tables, judge(tables, case), chance=random.Random(1).random, draws=draws, deep=deep)


def as_json(pack: Pack, found: Robustness) -> str:
    """One JSON text; NaN and infinities are refused."""
    ranking = [[rank_of(found, name), acceptability_of(found, name)] for name in pack.playbooks]
    return json.dumps([stable_of(found), ranking, robustness_of(found)], allow_nan=False)


@settings(max_examples=30)
@given(packs_of_all_natures())
def test_every_small_pack_and_case_gives_a_result_that_is_the_same_again(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    found = robust(pack, case, draws=20, deep=True)
    assert as_json(pack, found) == as_json(pack, robust(pack, case, draws=20, deep=True))


def real(pack: Pack, case: Case) -> Robustness:
    found = robust(pack, case)
    as_json(pack, found)
    return found


def test_of_a_city_of_which_nothing_is_known_any_answer_could_decide(real_pack: Pack) -> None:
    found = real(real_pack, Case("某某市"))
    assert found.stable == Stable(weights=True, answers=False)
    assert found.decisive_unknowns
    assert not any(
        one.question in {change.question for change in found.conservative.changes} for one in found.decisive_unknowns
    )


def test_everything_withheld_is_like_nothing_known(real_pack: Pack) -> None:
    withheld = Case("某某市", answers=dict.fromkeys(real_pack.questions, WITHHELD))
    assert as_json(real_pack, real(real_pack, withheld)) == as_json(real_pack, real(real_pack, Case("某某市")))


def test_a_pack_of_one_playbook() -> None:
    pack = a_pack([a_question("a"), a_question("b")], [a_playbook("x", [a_criterion("a"), a_criterion("b")])])
    found = real(pack, a_case({"a": "good"}))
    assert found.ranks["x"] is not None
    assert (found.ranks["x"].best, found.ranks["x"].worst) == (1, 1)
    assert found.shares["x"] == (1.0,)


def test_options_that_all_have_one_value() -> None:
    level = {"good": 0.7, "bad": 0.7}
    playbooks = [a_playbook(name, [a_criterion("a", level), a_criterion("b", level)]) for name in "xyz"]
    found = real(a_pack([a_question("a"), a_question("b")], playbooks), a_case({"a": "good"}))
    assert found.shares == {"x": (1.0, 0.0, 0.0), "y": (0.0, 1.0, 0.0), "z": (0.0, 0.0, 1.0)}
    assert [one and one.best for one in found.ranks.values()] == [1, 2, 3]


def test_a_criterion_on_a_question_that_is_never_asked() -> None:
    questions = [a_question("a"), a_question("b", ask_if=is_("a", "bad"))]
    playbooks = [a_playbook("x", [a_criterion("b", otherwise=0.5)]), a_playbook("y", [a_criterion("a")])]
    found = real(a_pack(questions, playbooks), a_case({"a": "good", "b": "good"}))
    assert not found.decisive_unknowns


def test_a_whole_number_with_one_value_only() -> None:
    pack = a_pack(
        [a_number("n", 0, 1), a_question("a")],
        [a_playbook("x", [a_criterion("n", points=[(0, 0), (1, 1)])]), a_playbook("y", [a_criterion("a")])],
    )
    real(pack, a_case())
    real(pack, a_case({"n": 1, "a": "good"}))


def test_two_hundred_playbooks_end_in_time_and_say_what_was_not_done() -> None:
    questions = [
        a_question(f"q{index:02}", ("a", "b", "c", "d"))._replace(nature=("policy", "slow", "given")[index % 3])
        for index in range(20)
    ]
    playbooks = [
        a_playbook(
            f"p{number:03}",
            [
                a_criterion(
                    one.id,
                    dict(zip("abcd", [((number * 7 + at * 5 + step * 3) % 11) / 10 for step in range(4)], strict=True)),
                    weight=1 + (number + at) % 4,
                )
                for at, one in enumerate(questions)
            ],
        )
        for number in range(200)
    ]
    pack = a_pack(questions, playbooks)
    start = time.perf_counter()
    found = robust(pack, a_case({f"q{index:02}": "b" for index in range(8)}), draws=9_604)
    assert time.perf_counter() - start < 60
    as_json(pack, found)
    assert LIMIT_DRAWS in found.limits
    assert LIMIT_CHANGES in found.limits
    assert LIMIT_RANKS in found.limits


def test_a_branch_with_very_many_ways_is_told_by_bounds() -> None:
    root = a_question("root")
    leaves = [a_question(f"leaf{index}", ("a", "b", "c", "d"), ask_if=is_("root", "good")) for index in range(8)]
    worths = [{"a": 0.0, "b": 0.3, "c": 1.0, "d": 0.6}, {"a": 1.0, "b": 0.2, "c": 0.0, "d": 0.5}]
    playbooks = [
        a_playbook(
            name, [a_criterion(one.id, worths[(at + shift) % 2], otherwise=0.5) for at, one in enumerate(leaves)]
        )
        for shift, name in enumerate("xy")
    ]
    found = real(a_pack([root, *leaves], playbooks), a_case())
    assert [one and (one.best, one.worst) for one in found.ranks.values()] == [(1, 2), (1, 2)]
    assert LIMIT_RANKS in found.limits
