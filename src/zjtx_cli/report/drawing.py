"""What a chart shows, as pure data in both languages; how it is laid out and painted is decided elsewhere, once for all formats."""

from dataclasses import dataclass

from zjtx_cli.text import Text


@dataclass(frozen=True, slots=True)
class Range:
    """From the lowest to the highest value it can still take, both between 0 and 1."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        return round((self.low + self.high) / 2, 9)


@dataclass(frozen=True, slots=True)
class Mark:
    """A line across a chart at a value between 0 and 1, and its name."""

    at: float
    name: Text


@dataclass(frozen=True, slots=True)
class FitBar:
    """One model: its fit, and the share of draws in which it comes first (None where that was not computed).

    A model that is `out` cannot be chosen here, however well it fits.
    """

    name: Text
    note: Text
    fit: Range
    share: float | None
    out: bool


@dataclass(frozen=True, slots=True)
class FitChart:
    """How every model fits, with its interval; beside it how often each comes first."""

    fit: Text
    share: Text
    out: Text  # what a hollow point says
    bars: tuple[FitBar, ...]
    marks: tuple[Mark, ...]

    @property
    def has_shares(self) -> bool:
        return any(one.share is not None for one in self.bars)


@dataclass(frozen=True, slots=True)
class Pair:
    """What one answer is worth here and in the case the model was taken from; `weight` is its share of the whole."""

    name: Text
    weight: float
    here: Range
    there: Range


@dataclass(frozen=True, slots=True)
class ProfileChart:
    """A city beside the original case, one line for each question, the weightiest first."""

    here: Text
    there: Text
    open: Text  # what a stretch without a point says
    value: Text
    weight: Text
    pairs: tuple[Pair, ...]


Drawing = FitChart | ProfileChart
