"""One plan for the city: the measures of every model that can be considered, under the city's limits."""

from collections.abc import Iterator
from dataclasses import dataclass

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import listed, say_deciding
from zjtx_cli.model.advice import CONDITIONAL, RECOMMENDED, Judgement, LeftOut, Match, Planned
from zjtx_cli.model.condition import State, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Measure
from zjtx_cli.text import Text, joined

HEAVY = "heavy"

_Refusal = tuple[str, Text]
"""The kind of a refusal (see LeftOut) and its reason."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A measure that could stand in the plan: whose it is, and how its model stands."""

    measure: Measure
    match: Match
    judgement: Judgement

    @property
    def key(self) -> str:
        return f"{self.match.playbook}/{self.measure.id}"


def plan(pack: Pack, judgements: tuple[Judgement, ...], as_of: str) -> tuple[tuple[Planned, ...], tuple[LeftOut, ...]]:
    """What to do, in order, and what was left out with the reason. `as_of` (YYYY-MM) decides which instruments stand."""
    planned: list[Planned] = []
    left_out: list[LeftOut] = []
    limits = _Limits(pack, judgements)
    for offer in _offers(pack, judgements):
        refusal = _refusal(offer, pack) or _clash(offer, planned) or limits.refusal(offer)
        if refusal is not None:
            left_out.append(_left_out(offer.measure, offer.match.playbook, *refusal))
        else:
            planned.append(_planned(offer, limits.admit(offer.measure), pack, as_of))
    kept, orphans = _without_orphans(planned, left_out)
    return _in_time(kept, pack), (*left_out, *orphans)


def do_nothing(pack: Pack, judgements: tuple[Judgement, ...]) -> tuple[Text, ...]:
    """What doing nothing would mean: for each model that can be considered, else for the city as it is."""
    models = dict.fromkeys(
        one.playbook
        for judgement in judgements
        for one in judgement.ranking
        if one.strength in (RECOMMENDED, CONDITIONAL)
    )
    texts = tuple(
        reasons.NOTHING_COURSE.format(title=pack.playbooks[model].title, what=pack.playbooks[model].if_nothing)
        for model in models
    )
    return texts or (pack.doing_nothing,)


def _offers(pack: Pack, judgements: tuple[Judgement, ...]) -> Iterator[_Offer]:
    """Measures in the order of attention: stronger models first, then larger groups, then better fit."""
    models = [
        (judgement, one)
        for judgement in judgements
        for one in judgement.ranking
        if one.strength in (RECOMMENDED, CONDITIONAL)
    ]
    models.sort(
        key=lambda pair: (pair[1].strength != RECOMMENDED, -_size(*pair), -pair[1].score.likely, pair[1].playbook)
    )
    for judgement, one in models:
        for measure in pack.playbooks[one.playbook].measures:
            yield _Offer(measure, one, judgement)


def _size(judgement: Judgement, one: Match) -> float:
    """How large the model's group of firms is beside the range of its question; 0 where that is not known."""
    size = next(group.size for group in judgement.groups if group.group == one.group)
    return size.value if size is not None and isinstance(size.value, float) else 0.0


def _refusal(offer: _Offer, pack: Pack) -> _Refusal | None:
    """Why a measure does not apply here, or costs too much to start on a guess."""
    measure = offer.measure
    if measure.when is None:
        return None
    states = _states(offer.judgement, pack)
    applies = truth(measure.when, states)
    deciding = say_deciding(measure.when, states, pack.questions)
    if applies is False:
        return "not_needed", reasons.DOES_NOT_APPLY.format(deciding=deciding)
    if applies is None and measure.resource.weight != "light":
        return "open", reasons.NEEDS_KNOWING.format(deciding=deciding)
    return None


def _clash(offer: _Offer, planned: list[Planned]) -> _Refusal | None:
    for other in planned:
        if offer.measure.merge and offer.measure.merge == other.measure.merge and _same_work(offer, other):
            return "double", reasons.SAME_WORK.format(other=other.measure.title)
        if f"{other.playbook}/{other.measure.id}" in offer.measure.excludes or offer.key in other.measure.excludes:
            return "excluded", reasons.EXCLUDED.format(other=other.measure.title)
    return None


def _same_work(offer: _Offer, other: Planned) -> bool:
    """Doubles between models, and between trades of one city."""
    return offer.match.playbook != other.playbook or offer.judgement.case.industry != other.industry


class _Limits:
    """The city's money and its leaders' attention, used up as measures are admitted."""

    def __init__(self, pack: Pack, judgements: tuple[Judgement, ...]) -> None:
        self._thresholds = pack.thresholds
        answers = [judgement.answers.get(pack.fiscal_question) for judgement in judgements]
        known = [answer.value for answer in answers if answer is not None and isinstance(answer.value, float)]
        self._own_revenue = min(known, default=None)
        self._heavy: list[Measure] = []
        self._led: list[Measure] = []

    def refusal(self, offer: _Offer) -> _Refusal | None:
        if offer.measure.resource.weight != HEAVY:
            return None
        if offer.match.strength != RECOMMENDED:
            return "limit", reasons.HEAVY_CONDITIONAL
        if self._own_revenue is None:
            return "limit", reasons.HEAVY_MONEY_UNKNOWN
        share, limits = f"{self._own_revenue:g}%", self._thresholds
        if self._own_revenue < limits.no_heavy_below:
            return "limit", reasons.HEAVY_NO_MONEY.format(share=share, limit=f"{limits.no_heavy_below:g}%")
        if self._own_revenue < limits.one_heavy_below and self._heavy:
            return "limit", reasons.HEAVY_ONE.format(share=share, chosen=self._heavy[0].title)
        return None

    def admit(self, measure: Measure) -> Text | None:
        """Count the measure; a note where it wants the leaders and they already lead another."""
        if measure.resource.weight == HEAVY:
            self._heavy.append(measure)
        if measure.leader_led and len(self._led) >= self._thresholds.leader_led_at_most:
            return reasons.LEADERS_ONE.format(chosen=self._led[0].title)
        if measure.leader_led:
            self._led.append(measure)
        return None


def _planned(offer: _Offer, leaders_busy: Text | None, pack: Pack, as_of: str) -> Planned:
    title, measure = pack.playbooks[offer.match.playbook].title, offer.measure
    because = [reasons.IN_PLAN.format(title=title, strength=reasons.STRENGTH[offer.match.strength])]
    if measure.when is not None:
        states = _states(offer.judgement, pack)
        if truth(measure.when, states) is None:
            because = [
                reasons.IN_PLAN_IF.format(title=title, deciding=say_deciding(measure.when, states, pack.questions))
            ]
    if leaders_busy is not None:
        because.append(leaders_busy)
        measure = measure._replace(leader_led=False)
    status = {instrument: pack.instruments[instrument].status(as_of) for instrument in measure.instruments}
    usable = tuple(instrument for instrument, at in status.items() if at in ("in_force", "unconfirmed"))
    lapsed = tuple(instrument for instrument, at in status.items() if at in ("ended", "not_yet"))
    if lapsed:
        because.append(reasons.LAPSED.format(which=joined([pack.instruments[one].title for one in lapsed])))
    return Planned(measure, offer.match.playbook, offer.judgement.case.industry, listed(because), usable, lapsed)


def _left_out(measure: Measure, playbook: str, kind: str, because: Text) -> LeftOut:
    return LeftOut(measure.id, playbook, measure.title, kind, because)


def _states(judgement: Judgement, pack: Pack) -> dict[str, State]:
    return dict(replay(pack.questions, judgement.answers).states)


def _without_orphans(planned: list[Planned], left_out: list[LeftOut]) -> tuple[list[Planned], list[LeftOut]]:
    """A measure that must come after one that cannot be done is not done either, and so on.

    What is not needed here, or is done as another model's work, holds nothing up.
    """
    gone = {(one.playbook, one.measure): one.title for one in left_out if one.kind not in ("not_needed", "double")}
    orphans: list[LeftOut] = []
    while True:
        held_up = [one for one in planned if any((one.playbook, before) in gone for before in one.measure.after)]
        if not held_up:
            return planned, orphans
        for one in held_up:
            title = next(gone[one.playbook, before] for before in one.measure.after if (one.playbook, before) in gone)
            because = reasons.AFTER_LEFT_OUT.format(other=title)
            orphans.append(_left_out(one.measure, one.playbook, "orphan", because))
        planned = [one for one in planned if one not in held_up]
        gone.update({(one.playbook, one.measure.id): one.measure.title for one in held_up})


def _in_time(planned: list[Planned], pack: Pack) -> tuple[Planned, ...]:
    """By phase; within a phase what must come first comes first, otherwise by attention."""
    phases = [phase.id for phase in pack.phases]
    waiting = sorted(planned, key=lambda one: phases.index(one.measure.phase))
    ordered: list[Planned] = []
    while waiting:
        done = {(one.playbook, one.measure.id) for one in ordered}
        in_plan = {(one.playbook, one.measure.id) for one in planned}
        ready = next(
            (
                one
                for one in waiting
                if all((one.playbook, b) in done or (one.playbook, b) not in in_plan for b in one.measure.after)
            ),
            waiting[0],
        )
        ordered.append(ready)
        waiting.remove(ready)
    return tuple(ordered)
