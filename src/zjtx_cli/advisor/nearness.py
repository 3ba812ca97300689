"""Places like this one: likeness by the answers that matter to the models. It tells who was here before, and never enters a fit."""

from collections.abc import Iterable, Mapping

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Case, Mark
from zjtx_cli.model.condition import State, questions_in
from zjtx_cli.model.place import Likeness, Near, Place

FEWEST = 5
"""Places with fewer questions that both sides answer are not compared: one answer in common is no likeness."""

ALIKE_FROM = 2 / 3
"""Of what both sides answer so much, by weight, must be alike; a place that is less so is no precedent."""

_RANKS = "市县区州盟镇省"

AT_HOME, ABROAD = 3, 2
"""So many places of the city's own country, and of other countries, are told at most."""


def nearest(tables: Tables, case: Case, places: Iterable[Place]) -> tuple[Near, ...]:
    """The nearest places, those of the city's own country first; the city itself is left out."""
    weights = weights_of(tables)
    own = replay(tables.pack.questions, case.answers).states
    home: list[Near] = []
    abroad: list[Near] = []
    for place in places:
        if _is(place, case):
            continue
        near = likeness(tables, weights, own, place)
        if len(near.likenesses) >= FEWEST and near.low >= ALIKE_FROM * (1 - near.high + near.low):
            (home if place.country == case.country else abroad).append(near)
    return (*_best(home, AT_HOME), *_best(abroad, ABROAD))


def likeness(tables: Tables, weights: Mapping[str, float], own: Mapping[str, State], place: Place) -> Near:
    """How like one place is. `weights` sum to 1 over the questions that matter."""
    theirs = replay(tables.pack.questions, place.answers).states
    low, high = 0.0, 0.0
    found: list[Likeness] = []
    for question, weight in weights.items():
        mine, other = own[question], theirs[question]
        if mine is None or other is None:
            high += weight
            continue
        alike = _alike(tables, question, mine, other)
        low, high = low + weight * alike, high + weight * alike
        if Mark.NOT_APPLICABLE not in (mine, other):
            found.append(Likeness(question, mine, other, alike, weight))
    found.sort(key=lambda one: (-round(one.weight * one.alike, 9), one.question))
    return Near(place.id, round(low, 9), round(high, 9), tuple(found))


def weights_of(tables: Tables) -> dict[str, float]:
    """By question the mean of its shares in the models; what only tells kinds of trade apart weighs as a mean criterion."""
    playbooks = tables.pack.playbooks.values()
    sums: dict[str, float] = {}
    for playbook in playbooks:
        for criterion in playbook.criteria:
            sums[criterion.question] = sums.get(criterion.question, 0.0) + criterion.share
    mean = sum(sums.values()) / len(sums)
    for group in tables.pack.groups:
        for question in questions_in(group.present_if):
            sums.setdefault(question, mean)
    total = sum(sums.values())
    return {question: sums[question] / total for question in tables.pack.questions if question in sums}


def _alike(tables: Tables, question: str, mine: State, theirs: State) -> float:
    """One less the mean distance of the two answers' values, over the models that look at the question."""
    if mine == theirs:
        return 1.0
    shares = {
        playbook.id: criterion.share
        for playbook in tables.pack.playbooks.values()
        for criterion in playbook.criteria
        if criterion.question == question
    }
    if not shares:
        return 0.0
    apart = sum(abs(tables.at(name, question, mine) - tables.at(name, question, theirs)) for name in shares)
    return round(1 - apart / sum(shares.values()), 9)


def _is(place: Place, case: Case) -> bool:
    """Whether the place is the city itself: one name holds the other (a rank, 市 or 县, apart), or the city's begins as it ends.

    江苏昆山 is 昆山, and 昆山小核酸 too.
    """
    city, name = case.city.rstrip(_RANKS) or case.city, place.name.zh
    if any(city in one or one in city for one in (name, place.name.en)):
        return True
    return any(city.startswith(name[start:]) for start in range(len(name) - 1))


def _best(found: list[Near], most: int) -> list[Near]:
    return sorted(found, key=lambda one: (-one.likely, one.place))[:most]
