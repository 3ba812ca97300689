"""What could be said without any judgement, by hand."""

import pytest

from tests.builders import a_criterion, a_number, a_pack, a_playbook, a_question
from zjtx_cli.authoring.baselines import Known, baselines, likeness
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.evaluation import MAJORITY, NEAREST, NONE, RANDOM

PACK = a_pack(
    [
        a_question("soil", ("clay", "sand")),
        a_question("uses", ("a", "b", "c"), kind="several"),
        a_number("kilns", 0, 50),
        a_question("port", may_not_apply=True),
    ],
    [a_playbook(name, [a_criterion("port")]) for name in ("dig", "fire", "sell")],
)

Answers = dict[str, Value | Mark]


def test_likeness_counts_every_question_the_same_and_a_half_where_one_is_silent() -> None:
    one: Answers = {"soil": "clay", "uses": frozenset("ab"), "kilns": 10.0, "port": Mark.NOT_APPLICABLE}
    other: Answers = {"soil": "clay", "uses": frozenset("bc"), "kilns": 35.0, "port": "good"}
    assert likeness(one, other, PACK) == pytest.approx((1 + 1 / 3 + 0.5 + 0) / 4)
    assert likeness(one, one, PACK) == 1
    assert likeness(one, {"soil": "sand"}, PACK) == pytest.approx((0 + 3 * 0.5) / 4)
    assert likeness({}, {}, PACK) == 0.5


def test_sharing_little_does_not_bring_near() -> None:
    city: Answers = {"soil": "clay", "uses": frozenset("a"), "kilns": 10.0, "port": "good"}
    assert likeness(city, {**city, "port": "bad"}, PACK) > likeness(city, {"soil": "clay"}, PACK)


def _hits(cities: list[Known]) -> dict[str, float]:
    return {one.name: one.right.hits for one in baselines(cities, PACK)}


def test_the_majority_is_that_of_the_other_cities() -> None:
    cities = [
        Known("a", ("fire",), {}),
        Known("b", ("fire",), {}),
        Known("c", ("fire", "sell"), {}),
        Known("d", (NONE,), {}),
    ]
    assert _hits(cities)[MAJORITY] == 3
    # each is left out of its own majority; ties go to the lower id
    assert _hits([Known("a", ("fire",), {}), Known("b", ("dig",), {})])[MAJORITY] == 0
    assert _hits([Known("a", (NONE,), {}), Known("b", (NONE,), {})])[MAJORITY] == 2


def test_the_nearest_city_is_followed_and_one_of_several_is_picked_at_random() -> None:
    cities = [
        Known("a", ("fire",), {"soil": "clay", "kilns": 10.0}),
        Known("b", ("fire", "sell"), {"soil": "clay", "kilns": 12.0}),
        Known("c", ("dig",), {"soil": "sand", "kilns": 50.0}),
    ]
    # a follows b: half a chance; b follows a: right; c follows b: wrong
    assert _hits(cities)[NEAREST] == pytest.approx(1.5)


def test_at_random_every_model_and_none_has_the_same_chance() -> None:
    assert _hits([Known("a", ("fire", "sell"), {}), Known("b", (NONE,), {})])[RANDOM] == pytest.approx(3 / 4)


def test_a_single_city_has_no_neighbour() -> None:
    assert _hits([Known("a", ("fire",), {})])[NEAREST] == 0
    assert _hits([]) == {MAJORITY: 0, NEAREST: 0, RANDOM: 0}
