"""In what ways an outcome could still become another one: each as a few lines that sums over the answers would have to reach.

The outcome is the verdict's status, its first choice and the strength of that. It is another one exactly where one of these
goals is reached by some completion; each goal looks at as few models as it can.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from zjtx_cli.model.advice import CONDITIONAL, NOT_RECOMMENDED, RECOMMENDED
from zjtx_cli.model.condition import Truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.robustness import Outcome

LIKELY, KNOWN, HIGH = "likely", "known", "high"


class Row(NamedTuple):
    """The sum of `terms` (playbook, factor) over a quantity must reach `least`.

    With `rival` it need not where that model is out; with `certain` it need only where that model is in for certain.
    """

    quantity: str
    terms: tuple[tuple[int, float], ...]
    least: float
    rival: int | None = None
    certain: bool = False


class Gate(NamedTuple):
    """A model must not turn out barred; with `sure` that must also be known of every condition on which it rests."""

    number: int
    sure: bool = False

    def holds(self, chosen: Truth) -> bool:
        return chosen is True if self.sure else chosen is not False


class Goal(NamedTuple):
    """All of the rows and gates together, or that a model is barred, whatever the rest."""

    rows: tuple[Row, ...] = ()
    gates: tuple[Gate, ...] = ()
    barred: int | None = None


def goals(pack: Pack, playbooks: Sequence[Playbook], now: Outcome) -> Iterator[Goal]:
    """Everything that would make the outcome another one, as a rule the easiest first."""
    limits, everybody = pack.thresholds, range(len(playbooks))
    if now.status == "none":
        # Not ruled out where no full set of answers fits: a fit is the middle of what answers that stay open leave.
        yield from (Goal((_fit(number, limits.conditional_from),), (Gate(number),)) for number in everybody)
        return
    if now.first is None:  # nothing is known yet
        yield Goal((Row(KNOWN, tuple((number, 1.0) for number in everybody), 1e-6),))
        yield _nothing_can_fit(limits.conditional_from, everybody)
        return
    first = next(number for number in everybody if playbooks[number].id == now.first)
    others = [number for number in everybody if number != first]
    yield from (Goal((_lead(number, first, 0.0),), (Gate(number),)) for number in others)
    yield Goal(barred=first)
    yield from _of_strength(pack, playbooks[first], first, now)
    companions = playbooks[first].companions()
    rivals = [number for number in others if playbooks[number].id not in companions]
    if now.status == "recommended":
        yield from (Goal((_lead(number, first, -limits.lead),), (Gate(number),)) for number in rivals)
    elif now.strength == NOT_RECOMMENDED:
        low = Row(LIKELY, ((first, -1.0),), -limits.conditional_from)
        yield from (Goal((low, Row(KNOWN, ((number, 1.0),), limits.verdict_known))) for number in everybody)
        yield _nothing_can_fit(limits.conditional_from, everybody)
    else:
        clear = tuple(_lead(first, number, limits.lead)._replace(rival=number) for number in rivals)
        known = Row(KNOWN, ((first, 1.0),), limits.verdict_known)
        yield Goal((_fit(first, limits.conditional_from), known, *clear), (Gate(first),))


def _of_strength(pack: Pack, playbook: Playbook, first: int, now: Outcome) -> Iterator[Goal]:
    """Another strength of the first choice."""
    limits = pack.thresholds
    if now.strength == NOT_RECOMMENDED:
        yield Goal((_fit(first, limits.conditional_from),))
        return
    falls_to = limits.recommended_from if now.strength == RECOMMENDED else limits.conditional_from
    yield Goal((Row(LIKELY, ((first, -1.0),), -falls_to),))
    asserted = any(step.necessary and step.evidence == "D" for step in playbook.mechanism)
    if now.strength == CONDITIONAL and not asserted:
        known = Row(KNOWN, ((first, 1.0),), limits.recommended_known)
        yield Goal((_fit(first, limits.recommended_from), known), (Gate(first, sure=True),))


def _nothing_can_fit(line: float, everybody: Sequence[int]) -> Goal:
    """No model that is in for certain could still reach the line. What else it takes is looked at where it is complete."""
    return Goal(tuple(Row(HIGH, ((number, -1.0),), -line, rival=number, certain=True) for number in everybody))


def _fit(number: int, least: float) -> Row:
    return Row(LIKELY, ((number, 1.0),), least)


def _lead(number: int, over: int, least: float) -> Row:
    return Row(LIKELY, ((number, 1.0), (over, -1.0)), least)
