"""Rank acceptability against published results and closed forms.

S3: closed forms for weights uniform on the simplex, P(w·d > 0) = Σ over dᵢ > 0 of dᵢⁿ⁻¹ ⁄ Π (dᵢ − dⱼ).
S1: the rank acceptabilities of the antidepressant case in JSMAA's SMAA2SimulationTest (tolerance there 0.02).
"""

import random
from collections.abc import Iterator, Sequence
from itertools import islice, repeat
from math import exp, log

import pytest

from zjtx_cli.advisor.acceptability import acceptability, half_width
from zjtx_cli.model.robustness import Acceptability

DRAWS = 20_000
NEAR = 0.014  # four standard errors of a share of one half

EFFICACY = [(0.0, 0.0), (0.086, 0.056), (0.095, 0.044), (0.113, 0.048)]  # log-normal, higher is better
SIDE_EFFECTS = [  # normal, per cent, lower is better: diarrhoea, dizziness, headache, insomnia, nausea
    [(11.7, 2.5), (9.2, 1.86), (15.4, 2.65), (5.5, 2.32)],
    [(7.2, 1.45), (10.6, 1.58), (7.5, 1.48), (15.7, 4.44)],
    [(16.6, 3.27), (21.2, 5.15), (20.2, 3.78), (12.8, 2.45)],
    [(13.7, 1.89), (14.3, 2.93), (15.0, 3.21), (11.2, 3.98)],
    [(18.6, 1.79), (18.3, 3.7), (19.5, 2.6), (31.0, 1.68)],
]
PUBLISHED = [(0.20, 0.28, 0.30, 0.22), (0.25, 0.29, 0.27, 0.19), (0.17, 0.25, 0.29, 0.30), (0.39, 0.18, 0.15, 0.29)]


def on_the_simplex(size: int, seed: int = 1) -> Iterator[list[float]]:
    chance = random.Random(seed).random
    while True:
        yield [-log(1 - chance()) for _ in range(size)]


def shared(alternatives: Sequence[Sequence[float]], draws: int = DRAWS) -> Acceptability:
    """All alternatives under the same weights."""
    weights = list(islice(on_the_simplex(len(alternatives[0])), draws))
    return acceptability([weights] * len(alternatives), [repeat(one, draws) for one in alternatives])


@pytest.mark.parametrize(
    ("difference", "index"),
    [((2, -1, 1), 5 / 6), ((3, -2, 1), 11 / 15), ((0.5, -0.4, 0.1), 0.644444), ((1, -3, 0.5), 0.357143)],
)
def test_pairwise_winning_indices(difference: tuple[float, ...], index: float) -> None:
    first, second = shared([difference, (0.0, 0.0, 0.0)]).shares
    assert first[0] == pytest.approx(index, abs=NEAR)
    assert second == (first[1], first[0])


def test_two_alternatives_with_opposite_merits() -> None:
    first, second = shared([(1, 0, 1), (0, 1, 0)]).shares
    assert first == pytest.approx((3 / 4, 1 / 4), abs=NEAR)
    assert second == pytest.approx((1 / 4, 3 / 4), abs=NEAR)


def test_three_specialists_and_a_compromise() -> None:
    *specialists, compromise = shared([(1, 0, 0), (0, 1, 0), (0, 0, 1), (0.5, 0.5, 0.5)]).shares
    assert compromise == pytest.approx((1 / 4, 3 / 4, 0, 0), abs=NEAR)
    assert compromise[2:] == (0, 0)
    for one in specialists:
        assert one == pytest.approx((1 / 4, 1 / 12, 1 / 3, 1 / 3), abs=NEAR)


def test_a_dominated_alternative_is_never_first() -> None:
    better, worse = shared([(0.4, 0.7, 0.2), (0.4, 0.6, 0.2)]).shares
    assert better == (1.0, 0.0)
    assert worse == (0.0, 1.0)


def test_level_alternatives_are_ordered_as_they_stand() -> None:
    assert shared([(0.7, 0.7), (0.7, 0.7), (0.7, 0.7)], 500).shares == ((1, 0, 0), (0, 1, 0), (0, 0, 1))


def test_the_published_antidepressant_case() -> None:
    chance = random.Random(7)
    spread = 1.959964
    ends = [
        [exp(mean + sign * spread * deviation) for mean, deviation in EFFICACY for sign in (-1, 1)],
        *([mean + sign * spread * deviation for mean, deviation in one for sign in (-1, 1)] for one in SIDE_EFFECTS),
    ]
    scales = [(min(one), max(one)) for one in ends]

    def measured(number: int) -> Iterator[list[float]]:
        while True:
            draws = [exp(chance.gauss(*EFFICACY[number])), *(chance.gauss(*one[number]) for one in SIDE_EFFECTS)]
            parts = [(draw - low) / (high - low) for draw, (low, high) in zip(draws, scales, strict=True)]
            yield [parts[0], *(1 - part for part in parts[1:])]

    weights = list(islice(on_the_simplex(6, 11), DRAWS))
    found = acceptability([weights] * 4, [islice(measured(number), DRAWS) for number in range(4)])
    for shares, published in zip(found.shares, PUBLISHED, strict=True):
        assert shares == pytest.approx(published, abs=0.02)


def test_who_is_not_eligible_has_no_rank_and_pushes_nobody_down() -> None:
    weights: list[list[list[float]]] = [[[1.0]] * 2, [[1.0]] * 4, []]
    values: list[list[list[float] | None]] = [[[0.9], None, None, [0.9]], [[0.5], [0.5], [0.4], [0.4]], [None] * 4]
    found = acceptability(weights, values, least=0.5)
    assert list(found.shares) == [(0.5, 0.0, 0.0), (0.5, 0.5, 0.0), (0.0, 0.0, 0.0)]
    assert found.none_share == 0.25
    assert found.draws == 4


def test_where_nobody_is_eligible_no_shares_remain() -> None:
    found = acceptability([[]], [[None] * 3], least=0.5)
    assert found.shares == ((0.0,),)
    assert found.none_share == 1.0


def test_the_half_width_is_that_of_a_share_of_one_half() -> None:
    assert half_width(9_604) <= 0.01
    assert half_width(1_000) == pytest.approx(0.031, abs=0.0005)
    assert half_width(100_000) == pytest.approx(0.0031, abs=0.00005)


def test_without_draws_there_is_nothing_to_say() -> None:
    with pytest.raises(ValueError, match="no draws"):
        acceptability([[]], [[]])


@pytest.mark.parametrize(
    ("alternatives", "central"),
    [
        ([(1, 0, 1), (0, 1, 0)], [(7 / 18, 2 / 9, 7 / 18), (1 / 6, 2 / 3, 1 / 6)]),
        ([(0.4, 0.7), (0.4, 0.6)], [(0.5, 0.5), None]),
    ],
)
def test_central_weights(alternatives: list[tuple[float, ...]], central: list[tuple[float, ...] | None]) -> None:
    """S3: the mean of the weights under which an alternative is first; of a dominated one there is none, as it never is."""
    size = len(alternatives[0])
    favour: list[list[list[float]]] = [[] for _ in alternatives]
    for weights in islice(on_the_simplex(size, 3), 6_000):
        shares = acceptability([[weights]] * len(alternatives), [[one] for one in alternatives]).shares
        total = sum(weights)
        favour[[one[0] for one in shares].index(1.0)].append([weight / total for weight in weights])
    for found, wanted in zip(favour, central, strict=True):
        if wanted is None:
            assert found == []
        else:
            means = [sum(column) / len(found) for column in zip(*found, strict=True)]
            assert means == pytest.approx(wanted, abs=0.02)


def test_where_only_the_order_of_the_weights_is_known_their_means_are_the_rank_order_centroid() -> None:
    """S3, w1 ≥ w2 ≥ w3: a specialist's share of being worth more than a fixed one is told by the ordered weights."""
    ordered = [sorted(one, reverse=True) for one in islice(on_the_simplex(3, 5), DRAWS)]
    means = [sum(one[place] / sum(one) for one in ordered) / len(ordered) for place in range(3)]
    assert means == pytest.approx((11 / 18, 5 / 18, 2 / 18), abs=0.01)
    specialists = [(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)]
    shares = acceptability([ordered] * 3, [repeat(one, DRAWS) for one in specialists]).shares
    assert shares == ((1, 0, 0), (0, 1, 0), (0, 0, 1))
