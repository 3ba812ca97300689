"""The values of an answer that can make a difference."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from zjtx_cli.advisor.tables import NEXT, Tables
from zjtx_cli.model.answers import Mark, Value


def variants(tables: Tables) -> Mapping[str, tuple[Value | Mark, ...]]:
    """By question the values of the tables, but of figures that differ by a hair and that no condition tells apart one."""
    left_out = {question: set(_beside(tables, question)) for question in tables.values}
    return {
        question: tuple(value for value in values if value not in left_out[question])
        for question, values in tables.values.items()
    }


def _beside(tables: Tables, question: str) -> Iterator[float]:
    for group in tables.alike[question]:
        for one, other in pairwise(sorted(value for value in group if isinstance(value, float))):
            if other - one < 2 * NEXT:
                yield max(one, other, key=lambda figure: abs(figure - round(figure, 6)))
