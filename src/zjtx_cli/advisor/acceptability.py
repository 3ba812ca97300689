"""Rank acceptability (SMAA-2): how often each alternative comes 1st, 2nd, … when weights and values are drawn."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import repeat
from math import floor, sqrt
from operator import mod, mul

from zjtx_cli.model.robustness import Acceptability

Vector = Sequence[float]

_PLACES = 1e9  # figures are compared after rounding to nine places
_NORMAL_95 = 1.959964
_NOWHERE = -(10**12)


def acceptability(
    weights: Sequence[Iterable[Vector]], values: Sequence[Iterable[Vector | None]], least: float = 0.0
) -> Acceptability:
    """Shares of draws by alternative and rank.

    `values` has by alternative one vector a draw, criterion by criterion, or None where the alternative is not eligible:
    it has no rank in that draw and pushes nobody down. `weights` has one for each draw in which it is eligible; its sum may
    be anything but 0. An alternative's worth is Σ weight·value ⁄ Σ weight; level ones are ordered as they stand.
    `none_share` is the share of draws in which no eligible alternative is worth at least `least`. `values` ends the draws,
    `weights` may go on for ever. Whatever is random comes in with the two.
    """
    count = len(weights)
    pairs = enumerate(zip(weights, values, strict=True))
    drawn = zip(*(_places(*pair, count, count - 1 - at) for at, pair in pairs), strict=False)
    orders: Counter[tuple[int, ...]] = Counter()
    line = (2 * round(least * _PLACES) + 1) * count
    none = draws = 0
    for row in drawn:
        order = sorted(row, reverse=True)
        none += order[0] < line
        orders[tuple(map(mod, order, repeat(2 * count)))] += 1
        draws += 1
    if not draws:
        raise ValueError("no draws")
    shares = [[0] * count for _ in range(count)]
    for places, times in orders.items():
        for rank, place in enumerate(places):
            if place >= count:
                shares[2 * count - 1 - place][rank] += times
    by_rank = tuple(tuple(times / draws for times in row) for row in shares)
    return Acceptability(by_rank, none / draws, half_width(draws), draws)


def half_width(draws: int) -> float:
    """Half the width of the 95 % interval of a share of one half from so many draws."""
    return _NORMAL_95 * 0.5 / sqrt(draws)


def _places(weights: Iterable[Vector], values: Iterable[Vector | None], count: int, tie: int) -> Iterable[int]:
    """By draw a whole number that sorts: the worth in billionths, then the order among level ones.

    Modulo twice the count it is the order, and that of an eligible one is the count or more; one that is not eligible sorts
    below all that are.

    All draws of one alternative come before those of the next, so each has its own stretch of the random stream.
    """
    drawn = iter(weights)
    return [
        tie + _NOWHERE * 2 * count
        if value is None
        else floor(sum(map(mul, weight := next(drawn), value)) / sum(weight) * _PLACES + 0.5) * 2 * count + count + tie
        for value in values
    ]
