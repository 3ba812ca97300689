"""Fewer tests than all combinations: every pair of two values of two factors stands in at least one row."""

from collections.abc import Sequence
from itertools import combinations, product


def pairwise(*factors: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows with one value of each factor; greedy, and always the same."""
    left = pairs_of(factors)
    rows: list[tuple[str, ...]] = []
    while left:
        row = max(product(*factors), key=lambda one: len(left & pairs_in(one)))
        left -= pairs_in(row)
        rows.append(row)
    return rows


def pairs_of(factors: Sequence[Sequence[str]]) -> set[tuple[int, str, int, str]]:
    places = list(enumerate(factors))
    return {(i, a, j, b) for (i, one), (j, other) in combinations(places, 2) for a in one for b in other}


def pairs_in(row: tuple[str, ...]) -> set[tuple[int, str, int, str]]:
    return {(i, a, j, b) for (i, a), (j, b) in combinations(list(enumerate(row)), 2)}
