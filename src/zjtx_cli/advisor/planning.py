"""One plan for the city: the measures of every model that can be considered, under the city's limits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.means import Means, states_of
from zjtx_cli.advisor.saying import listed, say_deciding
from zjtx_cli.model.advice import CONDITIONAL, RECOMMENDED, Judgement, LeftOut, Match, Planned
from zjtx_cli.model.condition import ALWAYS, State, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Measure
from zjtx_cli.text import Text, joined

_HOLDS_NOTHING_UP = ("not_needed", "double")
"""What is not needed here, or is done as another model's work, does not keep back what comes after it."""

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

    @property
    def place(self) -> str:
        return self.of(self.measure.id)

    def of(self, measure: str) -> str:
        """A measure of the same model for the same trade."""
        return f"{self.judgement.case.industry}/{self.match.playbook}/{measure}"


def plan(pack: Pack, judgements: tuple[Judgement, ...], as_of: str) -> tuple[tuple[Planned, ...], tuple[LeftOut, ...]]:
    """What to do, in order, and what was left out with the reason. `as_of` (YYYY-MM) decides which instruments stand."""
    planned: list[Planned] = []
    left_out: list[LeftOut] = []
    gone: dict[str, Text] = {}
    when: dict[str, str] = {}
    means = Means(pack, judgements)
    for offer in _offers(pack, judgements):
        earliest = _earliest(offer, when, means)
        refusal = _refusal(offer, pack, means) or _clash(offer, planned) or _orphan(offer, gone)
        refusal = refusal or _beyond(offer, pack, means, earliest)
        if refusal is None:
            planned.append(_planned(offer, *means.admit(offer.measure, earliest), pack, as_of))
            when[offer.place] = planned[-1].measure.phase
            continue
        kind, because = refusal
        measure, industry = offer.measure, offer.judgement.case.industry
        left_out.append(LeftOut(measure.id, offer.match.playbook, measure.title, kind, because, industry))
        if kind not in _HOLDS_NOTHING_UP:
            gone[offer.place] = measure.title
    phases = [phase.id for phase in pack.phases]
    return tuple(sorted(planned, key=lambda one: phases.index(one.measure.phase))), tuple(left_out)


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
    """Measures in the order of attention: stronger models first, then larger groups, then better fit; within a model
    each after what it must come after, so that a refusal is known before anything rests on it.
    """
    models = [
        (judgement, one)
        for judgement in judgements
        for one in judgement.ranking
        if one.strength in (RECOMMENDED, CONDITIONAL)
    ]
    models.sort(
        key=lambda pair: (
            pair[1].strength != RECOMMENDED,
            -_size(pair[0], pair[1], pack),
            -pair[1].score.likely,
            pair[1].playbook,
        )
    )
    for judgement, one in models:
        for measure in _first_things_first(pack.playbooks[one.playbook].measures):
            yield _Offer(measure, one, judgement)


def _first_things_first(measures: tuple[Measure, ...]) -> Iterator[Measure]:
    waiting = list(measures)
    while waiting:
        names = {one.id for one in waiting}
        ready = next((one for one in waiting if names.isdisjoint(one.after)), waiting[0])
        waiting.remove(ready)
        yield ready


def _size(judgement: Judgement, one: Match, pack: Pack) -> float:
    """How large the model's group of firms is, as a share of the range of its question; 0 where that is not known."""
    size = next(group.size for group in judgement.groups if group.group == one.group)
    if size is None or not isinstance(size.value, float):
        return 0.0
    return size.value / pack.questions[pack.group(one.group).size].high


def _refusal(offer: _Offer, pack: Pack, means: Means) -> _Refusal | None:
    """Why a measure does not apply here, cannot be paid for, or would be started on a guess: its model's case, or its own."""
    measure, known, states = offer.measure, offer.match.known, states_of(offer.judgement, pack)
    when = measure.when or ALWAYS
    applies = truth(when, states)
    if applies is False and truth(when, {**states, **_rich(pack)}) is False:
        return "not_needed", reasons.DOES_NOT_APPLY.format(deciding=say_deciding(when, states, pack.questions))
    if because := means.no_money(measure):
        return "limit", because
    if applies is False:
        return "limit", reasons.TOO_POOR.format(deciding=say_deciding(when, states, pack.questions))
    if known < pack.thresholds.verdict_known:
        return "open", reasons.MODEL_UNKNOWN.format(known=reasons.percent(known, under=pack.thresholds.verdict_known))
    if applies is None and measure.resource.weight != "light":
        return "open", reasons.NEEDS_KNOWING.format(deciding=say_deciding(when, states, pack.questions))
    return None


def _rich(pack: Pack) -> Mapping[str, State]:
    """The state of the question of the city's money where there is plenty."""
    asked = pack.questions.get(pack.fiscal_question)
    return {} if asked is None else {asked.id: asked.high}


def _clash(offer: _Offer, planned: list[Planned]) -> _Refusal | None:
    for other in planned:
        if offer.measure.merge and offer.measure.merge == other.measure.merge and _same_work(offer, other):
            return "double", reasons.SAME_WORK.format(other=other.measure.title)
        if f"{other.playbook}/{other.measure.id}" in offer.measure.excludes or offer.key in other.measure.excludes:
            return "excluded", reasons.EXCLUDED.format(other=other.measure.title)
    return None


def _orphan(offer: _Offer, gone: Mapping[str, Text]) -> _Refusal | None:
    """A measure that must come after one that cannot be done is not done either, and so on."""
    title = next((gone[offer.of(before)] for before in offer.measure.after if offer.of(before) in gone), None)
    return None if title is None else ("orphan", reasons.AFTER_LEFT_OUT.format(other=title))


def _same_work(offer: _Offer, other: Planned) -> bool:
    """Doubles between models, and between trades of one city."""
    return offer.match.playbook != other.playbook or offer.judgement.case.industry != other.industry


def _earliest(offer: _Offer, when: Mapping[str, str], means: Means) -> str:
    """The phase before which it cannot begin: that of the last of what it comes after."""
    phase = offer.measure.phase
    for before in offer.measure.after:
        phase = means.later(phase, when.get(offer.of(before), phase))
    return phase


def _beyond(offer: _Offer, pack: Pack, means: Means, earliest: str) -> _Refusal | None:
    because = means.refusal(offer.measure, offer.match, states_of(offer.judgement, pack), earliest)
    return None if because is None else ("limit", because)


def _planned(offer: _Offer, measure: Measure, notes: tuple[Text, ...], pack: Pack, as_of: str) -> Planned:
    title = pack.playbooks[offer.match.playbook].title
    because = [reasons.IN_PLAN.format(title=title, strength=reasons.STRENGTH[offer.match.strength])]
    if measure.when is not None:
        states = states_of(offer.judgement, pack)
        if truth(measure.when, states) is None:
            because = [
                reasons.IN_PLAN_IF.format(title=title, deciding=say_deciding(measure.when, states, pack.questions))
            ]
    because += notes
    status = {instrument: pack.instruments[instrument].status(as_of) for instrument in measure.instruments}
    usable = tuple(instrument for instrument, at in status.items() if at in ("in_force", "unconfirmed"))
    lapsed = tuple(instrument for instrument, at in status.items() if at in ("ended", "not_yet"))
    if lapsed:
        because.append(reasons.LAPSED.format(which=joined([pack.instruments[one].title for one in lapsed])))
    return Planned(measure, offer.match.playbook, offer.judgement.case.industry, listed(because), usable, lapsed)
