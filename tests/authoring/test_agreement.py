"""Kappa and the interval against published figures; and what counts as agreement."""

from collections.abc import Sequence
from operator import eq

import pytest

from tests.builders import a_number, a_pack, a_question
from zjtx_cli.authoring.agreement import Coding, Pair, compare, kappa, same
from zjtx_cli.authoring.shares import share, wilson
from zjtx_cli.model.answers import Mark, Value

PACK = a_pack(
    [a_question("soil", ("clay", "sand")), a_question("uses", ("a", "b"), kind="several"), a_number("kilns", 0, 50)],
    [],
)


def _table(both: int, first: int, second: int, neither: int) -> Sequence[Pair]:
    return [("yes", "yes")] * both + [("yes", "no")] * first + [("no", "yes")] * second + [("no", "no")] * neither


def test_the_published_table() -> None:
    found = kappa([(_table(20, 5, 10, 15), eq)])
    assert found is not None
    assert found.observed == pytest.approx(0.70)
    assert found.expected == pytest.approx(0.50)
    assert found.kappa == pytest.approx(0.40)


def test_agreement_by_chance_alone_is_nought_and_full_agreement_one() -> None:
    chance, full = kappa([(_table(4, 4, 4, 4), eq)]), kappa([(_table(3, 0, 0, 7), eq)])
    assert chance is not None
    assert chance.kappa == pytest.approx(0)
    assert full is not None
    assert full.kappa == pytest.approx(1)


def test_where_chance_is_certain_kappa_is_not_defined() -> None:
    found = kappa([(_table(9, 0, 0, 0), eq)])
    assert found is not None
    assert (found.observed, found.expected, found.kappa) == (1, 1, None)
    assert kappa([]) is None
    assert kappa([([], eq)]) is None


def test_pooling_averages_both_agreements_before_kappa_is_taken() -> None:
    """Not by throwing all answers together: an option counts within its own question."""
    found = kappa([(_table(20, 5, 10, 15), eq), (_table(50, 0, 0, 0), eq)])
    assert found is not None
    assert found.observed == pytest.approx((0.7 * 50 + 50) / 100)
    assert found.expected == pytest.approx((0.5 * 50 + 50) / 100)
    assert found.kappa == pytest.approx(0.4)


@pytest.mark.parametrize(
    ("hits", "of", "low", "high"),
    [(4, 4, 0.51, 1), (8, 8, 0.68, 1), (20, 20, 0.84, 1), (40, 40, 0.91, 1), (36, 40, 0.77, 0.96)],
)
def test_the_published_intervals(hits: int, of: int, low: float, high: float) -> None:
    assert list(wilson(hits, of)) == pytest.approx([low, high], abs=0.005)


def test_the_interval_lies_between_nought_and_one_and_holds_the_share() -> None:
    for of in range(1, 30):
        for hits in range(of + 1):
            low, high = wilson(hits, of)
            assert 0 <= low <= hits / of <= high <= 1
            mirrored = wilson(of - hits, of)
            assert [low, high] == pytest.approx([1 - mirrored[1], 1 - mirrored[0]])
    assert wilson(0, 0) == (0, 1)
    assert share(0, 0).share is None


@pytest.mark.parametrize(
    ("question", "one", "other", "alike"),
    [
        ("soil", "clay", "clay", True),
        ("soil", "clay", "sand", False),
        ("soil", "clay", Mark.UNKNOWN, False),
        ("soil", Mark.UNKNOWN, Mark.WITHHELD, True),
        ("soil", Mark.UNKNOWN, Mark.NOT_APPLICABLE, False),
        ("uses", frozenset("ab"), frozenset("ba"), True),
        ("uses", frozenset("ab"), frozenset("a"), False),
        ("kilns", 10.0, 15.0, True),
        ("kilns", 10.0, 15.5, False),
        ("kilns", 0.0, Mark.UNKNOWN, False),
    ],
)
def test_what_agrees(question: str, one: Value | Mark, other: Value | Mark, alike: bool) -> None:
    assert same(PACK.questions[question], one, other) is alike
    assert same(PACK.questions[question], other, one) is alike


def test_two_codings_are_compared_where_both_reached_the_question() -> None:
    first: Coding = {
        "a": {"soil": "clay", "kilns": 10.0, "uses": Mark.UNKNOWN},
        "b": {"soil": "sand", "kilns": 10.0},
        "alone": {"soil": "clay"},
    }
    second: Coding = {
        "a": {"soil": "clay", "kilns": 14.0, "uses": frozenset("a")},
        "b": {"soil": Mark.UNKNOWN, "uses": frozenset("a")},
    }
    found = compare(first, second, PACK)
    assert found.cities == ("a", "b")
    assert found.alone == ("alone",)
    assert (found.pairs, found.agree, found.reached_by_one) == (4, 2, 2)
    assert (found.valued, found.valued_agree) == (2, 2)
    assert [(one.question, one.pairs, one.agree) for one in found.questions] == [
        ("soil", 2, 1),
        ("uses", 1, 0),
        ("kilns", 1, 1),
    ]
    # by chance: soil 2 · (1 + 0) / 4, uses 0, kilns 1
    assert found.observed == pytest.approx(2 / 4)
    assert found.expected == pytest.approx((0.5 + 0 + 1) / 4)
    assert found.kappa == pytest.approx((0.5 - 0.375) / 0.625)
    assert compare(second, first, PACK).kappa == pytest.approx(found.kappa)


def test_nothing_in_common_has_no_figures() -> None:
    found = compare({"a": {"soil": "clay"}}, {"b": {"soil": "clay"}}, PACK)
    assert (found.pairs, found.observed, found.expected, found.kappa) == (0, None, None, None)
