"""Ranks against brute force: in every completion the eligible models are put in order."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.advisor import naive
from tests.advisor.sureness import ground_of
from tests.builders import a_case, a_criterion, a_number, a_pack, a_playbook, a_question
from tests.strategies import packs_with_cases
from zjtx_cli.advisor.ranks import MOST_PLAYBOOKS, ranks
from zjtx_cli.model.answers import Case
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import Pack


def places(pack: Pack, states: dict[str, State], level: str) -> dict[str, int]:
    fits = {
        name: round(naive.fit(one, states), 9)
        for name, one in pack.playbooks.items()
        if naive.eligible(pack, one, states, level)
    }
    order = sorted(fits, key=lambda name: (-fits[name], name))
    return {name: place for place, name in enumerate(order, 1)}


@settings(max_examples=60)
@given(packs_with_cases())
def test_best_and_worst_are_those_of_all_completions(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    known = naive.walk(pack, case.answers)
    every = [places(pack, states, case.level) for states in naive.completions(pack, known)]
    found = ranks(ground_of(pack, case))
    for name, playbook in pack.playbooks.items():
        seen = [one[name] for one in every if name in one]
        rank = found[name]
        if rank is None:
            assert not naive.eligible(pack, playbook, known, case.level) or not seen
            continue
        assert not seen or rank.best <= min(seen) <= max(seen) <= rank.worst
        if rank.exact:
            assert (rank.best, rank.worst) == (min(seen), max(seen))
        else:
            assert any(one.kind == "number" and not one.whole for one in pack.questions.values())


@given(packs_with_cases(), st.randoms(use_true_random=False))
def test_figures_between_the_turning_points_stay_within_the_ranks(pair: tuple[Pack, Case], chance: object) -> None:
    pack, case = pair
    decimals = [one for one in pack.questions.values() if one.kind == "number" and not one.whole]
    assume(decimals)
    found = ranks(ground_of(pack, case))
    known = naive.walk(pack, case.answers)
    for states in naive.completions(pack, known)[:200]:
        moved = dict(states)
        for one in decimals:
            if known[one.id] is None and isinstance(moved[one.id], float):
                moved[one.id] = chance.uniform(one.low, one.high)  # type: ignore[attr-defined]
        if any(one.ask_if is not None for one in pack.questions.values()):
            continue  # moving a figure may open a branch: the other law has those
        for name, place in places(pack, moved, case.level).items():
            rank = found[name]
            assert rank is not None
            assert rank.best <= place <= rank.worst


def test_two_may_each_be_beaten_but_not_both_at_once() -> None:
    questions = [a_question("q", ("a", "b", "c"))]
    playbooks = [
        a_playbook("x", [a_criterion("q", {"a": 0.0, "b": 1.0, "c": 0.4})]),
        a_playbook("y", [a_criterion("q", {"a": 1.0, "b": 0.0, "c": 0.4})]),
        a_playbook("z", [a_criterion("q", {"a": 0.5, "b": 0.5, "c": 0.5})]),
    ]
    found = ranks(ground_of(a_pack(questions, playbooks), a_case()))
    assert found["z"] is not None
    assert (found["z"].best, found["z"].worst, found["z"].exact) == (1, 2, True)


def test_a_place_between_two_turning_points_is_not_overlooked() -> None:
    """z leads only where the figure lies between the ends: there is no completion at a turning point that says so."""
    questions = [a_number("n", 0, 1, whole=False)]
    playbooks = [
        a_playbook("x", [a_criterion("n", points=[(0, 0), (1, 1)])]),
        a_playbook("y", [a_criterion("n", points=[(0, 1), (1, 0)])]),
        a_playbook("z", [a_criterion("n", points=[(0, 0.6), (1, 0.6)])]),
    ]
    found = ranks(ground_of(a_pack(questions, playbooks), a_case()))
    assert found["z"] is not None
    assert found["z"].best == 1


def test_where_the_limit_is_hit_the_ranks_are_outer_bounds() -> None:
    questions = [a_question(f"q{index}", ("a", "b", "c", "d")) for index in range(8)]
    worths = [(0.0, 1.0, 0.3, 0.7), (0.9, 0.0, 1.0, 0.2), (0.4, 0.8, 0.0, 1.0), (1.0, 0.5, 0.6, 0.0)]
    playbooks = [
        a_playbook(
            f"p{shift}",
            [
                a_criterion(
                    one.id, dict(zip("abcd", worths[(shift + at) % 4], strict=True)), weight=1 + (shift * at) % 5
                )
                for at, one in enumerate(questions)
            ],
        )
        for shift in range(4)
    ]
    ground = ground_of(a_pack(questions, playbooks), a_case())
    free, held = ranks(ground), ranks(ground, nodes=0)
    for name in ground.ids:
        exact, outer = free[name], held[name]
        assert exact is not None
        assert outer is not None
        assert exact.exact
        assert not outer.exact or outer == exact
        assert outer.best <= exact.best <= exact.worst <= outer.worst


def test_of_very_many_models_the_intervals_tell_the_ranks() -> None:
    count = MOST_PLAYBOOKS + 3
    playbooks = [
        a_playbook(f"p{index:02}", [a_criterion("q", {"good": 1.0, "bad": index / count}), a_criterion("r")])
        for index in range(count)
    ]
    pack = a_pack([a_question("q"), a_question("r")], playbooks)
    found = ranks(ground_of(pack, a_case({"q": "bad", "r": "good"})))
    assert [one and (one.best, one.worst, one.exact) for one in found.values()] == [
        (count - index, count - index, True) for index in range(count)
    ]
    opened = ranks(ground_of(pack, a_case({"q": "bad"})))
    assert all(one is not None and 1 <= one.best <= one.worst <= count and not one.exact for one in opened.values())
