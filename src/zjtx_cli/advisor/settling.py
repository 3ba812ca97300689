"""From figures to the outcome: the judgement's rules without its words. That both say the same is a law of the tests."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from zjtx_cli.model.advice import CONDITIONAL, NOT_RECOMMENDED, RECOMMENDED
from zjtx_cli.model.condition import Truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.robustness import Outcome


class Figures(NamedTuple):
    """By playbook: likely fit, share known (both to nine places), and whether it may be chosen (False, open, True)."""

    likely: list[float]
    known: list[float]
    chosen: list[Truth]


def settle(pack: Pack, playbooks: Sequence[Playbook], figures: Figures, can_fit: Callable[[], bool]) -> Outcome:
    """The outcome of these figures, playbooks in the order of their ids.

    `can_fit` tells whether some completion makes some model conditional; it is asked only where that decides.
    """
    likely, known, chosen = figures
    limits = pack.thresholds
    best = leader(likely, chosen)
    fits = best is not None and likely[best] >= limits.conditional_from
    first = None if not any(known) else best
    if not fits and (max(known) >= limits.verdict_known or not can_fit()):
        return Outcome("none", None, None)
    name = None if first is None else playbooks[first].id
    strength = None if first is None else _strength(pack, playbooks[first], first, figures)
    if not fits or best is None or known[best] == 0 or known[best] < limits.verdict_known:
        return Outcome("undecided", name, strength)
    companions = playbooks[best].companions()
    others = (
        likely[number]
        for number, one in enumerate(chosen)
        if one is not False and number != best and playbooks[number].id not in companions
    )
    rival = max(others, default=None)
    if rival is not None and round(likely[best] - rival, 9) < limits.lead:
        return Outcome("undecided", name, strength)
    return Outcome("recommended", name, strength)


def likely_of(low: float, high: float) -> float:
    """The midpoint as the score has it: figures are compared after rounding to nine places."""
    return round((round(low, 9) + round(high, 9)) / 2, 9)


def leader(likely: Sequence[float], chosen: Sequence[Truth]) -> int | None:
    """The number of the eligible playbook with the highest likely fit; ties go to the lower id."""
    best = None
    for number, fit in enumerate(likely):
        if chosen[number] is not False and (best is None or fit > likely[best]):
            best = number
    return best


def _strength(pack: Pack, playbook: Playbook, number: int, figures: Figures) -> str:
    """The strength of an eligible playbook."""
    limits, fit = pack.thresholds, figures.likely[number]
    if fit < limits.conditional_from:
        return NOT_RECOMMENDED
    enough = fit >= limits.recommended_from and figures.known[number] >= limits.recommended_known
    if not enough or figures.chosen[number] is not True:
        return CONDITIONAL
    asserted = any(step.necessary and step.evidence == "D" for step in playbook.mechanism)
    return CONDITIONAL if asserted else RECOMMENDED
