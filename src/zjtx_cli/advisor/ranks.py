"""The best and the worst place of each model over all completions of the open answers.

Not from overlapping intervals: what counts is the difference of two fits in the same completion. Pairwise bounds settle
most pairs; for the rest a branch and bound looks for a completion in which as many rivals as possible are above (or not
above). Between two turning points of a figure the search knows bounds only, so a place is called exact where a completion
attains what the bounds allow; otherwise the bounds are told, as "at best" and "at worst".
"""

from collections.abc import Sequence

from zjtx_cli.advisor.branching import Goal, Search, is_above
from zjtx_cli.advisor.openings import Opening, can_be_listed, openings
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.model.robustness import Rank

MOST_PLAYBOOKS = 12
"""Of more, ranks are told from the intervals of fit alone."""

NODES = 6_000
"""So many partial completions are looked at for all ranks together."""


def ranks(ground: Ground, nodes: int = NODES) -> dict[str, Rank | None]:
    """By playbook its places, None for one that is not eligible."""
    if len(ground.ids) > MOST_PLAYBOOKS or not can_be_listed(ground):
        return {name: _from_intervals(ground, number) for number, name in enumerate(ground.ids)}
    found = list(openings(ground))
    search = Search(ground, found, nodes)
    return {name: _rank(ground, number, found, search) for number, name in enumerate(ground.ids)}


def _rank(ground: Ground, number: int, found: Sequence[Opening], search: Search) -> Rank | None:
    if ground.chosen[number] is False:
        return None
    above, contested = 0, []
    for rival in range(len(ground.ids)):
        if rival == number or ground.chosen[rival] is False:
            continue
        low, high = _reach(ground, rival, number, found)
        if not is_above(high, rival, number):
            continue
        if ground.chosen[rival] is True and is_above(low, rival, number):
            above += 1
        else:
            contested.append(rival)
    over = search.most(Goal(number, tuple(contested), above=True))
    under = search.most(Goal(number, tuple(contested), above=False))
    if over is None or under is None:
        return None
    best, worst = 1 + above + len(contested) - under.most, 1 + above + over.most
    return Rank(best, worst, over.exact and under.exact)


def _reach(ground: Ground, rival: int, number: int, found: Sequence[Opening]) -> tuple[float, float]:
    """How far the fit of a rival less that of a model reaches, down and up, over all completions."""
    low = high = ground.low[rival] - ground.low[number]
    for opening in found:
        differences = [way.worth[rival] - way.worth[number] for way in opening.ways]
        start = opening.low[rival] - opening.low[number]
        low, high = low + min(differences) - start, high + max(differences) - start
    return low, high


def _from_intervals(ground: Ground, number: int) -> Rank | None:
    """Places from the intervals of fit alone: outer bounds, exact where no interval overlaps."""
    if ground.chosen[number] is False:
        return None
    best = worst = 1
    for rival in range(len(ground.ids)):
        if rival == number or ground.chosen[rival] is False:
            continue
        if is_above(round(ground.high[rival] - ground.low[number], 9), rival, number):
            worst += 1
            certain = ground.chosen[rival] is True
            best += certain and is_above(round(ground.low[rival] - ground.high[number], 9), rival, number)
    return Rank(best, worst, best == worst)
