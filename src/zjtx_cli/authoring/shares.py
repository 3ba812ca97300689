"""Shares of a few cities, with the interval that says how little a few cities show."""

from math import sqrt

from zjtx_cli.model.evaluation import Share

_Z = 1.959963984540054
"""The 97.5 % point of the normal distribution: 95 % lie between it and its negative."""


def wilson(hits: float, of: int) -> tuple[float, float]:
    """The Wilson score interval (95 %) of a share; 0 to 1 where nothing was counted."""
    if of == 0:
        return 0.0, 1.0
    share, spread = hits / of, _Z * _Z / of
    middle = share + spread / 2
    half = _Z * sqrt((share * (1 - share) + spread / 4) / of)
    low, high = (middle - half) / (1 + spread), (middle + half) / (1 + spread)
    return (low if hits else 0.0), (high if hits < of else 1.0)


def share(hits: float, of: int) -> Share:
    return Share(hits, of, *wilson(hits, of))
