"""What a city can carry at once: its money, its land, its leaders' attention and its offices' staff."""

from collections import Counter
from collections.abc import Mapping

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import say_deciding
from zjtx_cli.model.advice import RECOMMENDED, Judgement, Match
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import State, truth
from zjtx_cli.model.pack import Land, Pack
from zjtx_cli.model.playbook import Measure
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.text import Text

HEAVY = "heavy"


class Means:
    """The city's means, used up as measures are admitted."""

    def __init__(self, pack: Pack, judgements: tuple[Judgement, ...]) -> None:
        self._pack, self._thresholds = pack, pack.thresholds
        self._own_revenue = own_revenue(pack, judgements)
        self._phases = [phase.id for phase in pack.phases]
        self._heavy: list[Measure] = []
        self._on_new_land: list[Measure] = []
        self._led: list[Measure] = []
        self._busy: Counter[tuple[str, str]] = Counter()

    def no_money(self, measure: Measure) -> Text | None:
        """Why the city's own revenue bears no heavy project at all, whatever else holds."""
        if measure.resource.weight != HEAVY:
            return None
        if self._own_revenue is None:
            return reasons.HEAVY_MONEY_UNKNOWN
        limit = self._thresholds.no_heavy_below
        if self._own_revenue < limit:
            return reasons.HEAVY_NO_MONEY.format(share=_percent(self._own_revenue), limit=_percent(limit))
        return None

    def refusal(self, measure: Measure, match: Match, states: Mapping[str, State], earliest: str) -> Text | None:
        """Why this measure of this model is beyond what is left of the means. `earliest`: the phase of what it comes after."""
        if measure.resource.weight == HEAVY:
            if match.strength != RECOMMENDED:
                return reasons.HEAVY_CONDITIONAL
            money = self._own_revenue
            if money is not None and money < self._thresholds.one_heavy_below and self._heavy:
                return reasons.HEAVY_ONE.format(share=_percent(money), chosen=self._heavy[0].title)
        if measure.new_land and self._pack.land is not None and (because := self._no_land(self._pack.land, states)):
            return because
        if self._free_phase(measure, earliest) is None:
            return self._office_busy(measure)
        return None

    def admit(self, measure: Measure, earliest: str) -> tuple[Measure, tuple[Text, ...]]:
        """The measure as the city can carry it, with a note on what is put off and what the leaders leave to a deputy."""
        notes: list[Text] = []
        phase = self._free_phase(measure, earliest)
        assert phase is not None, "refused before"
        if phase != measure.phase:
            late = self._busy[measure.lead, measure.phase] >= (self._thresholds.office_leads_at_most or 0)
            notes.append(self._office_busy(measure) if late else reasons.PUT_OFF_WITH)
            measure = measure._replace(phase=phase, first_hundred=False)
        self._busy[measure.lead, phase] += 1
        if measure.resource.weight == HEAVY:
            self._heavy.append(measure)
        if measure.new_land:
            self._on_new_land.append(measure)
        if measure.leader_led and len(self._led) >= self._thresholds.leader_led_at_most:
            notes.append(reasons.LEADERS_ONE.format(chosen=self._led[0].title))
            measure = measure._replace(leader_led=False)
        elif measure.leader_led:
            self._led.append(measure)
        return measure, tuple(notes)

    def later(self, one: str, other: str) -> str:
        """The later of two phases."""
        return max(one, other, key=self._phases.index)

    def _no_land(self, land: Land, states: Mapping[str, State]) -> Text | None:
        if truth(land.ample, states) is True:
            return None
        deciding = say_deciding(land.enough, states, self._pack.questions)
        enough = truth(land.enough, states)
        if enough is not True:
            return (reasons.LAND_UNKNOWN if enough is None else reasons.LAND_NONE).format(deciding=deciding)
        if self._on_new_land:
            return reasons.LAND_ONE.format(deciding=deciding, chosen=self._on_new_land[0].title)
        return None

    def _free_phase(self, measure: Measure, earliest: str) -> str | None:
        """The first phase, from its own on, in which its office can lead one more."""
        most = self._thresholds.office_leads_at_most
        start = self._phases.index(self.later(measure.phase, earliest))
        free = (one for one in self._phases[start:] if most is None or self._busy[measure.lead, one] < most)
        return next(free, None)

    def _office_busy(self, measure: Measure) -> Text:
        office, count = self._pack.offices[measure.lead].title, self._thresholds.office_leads_at_most
        return reasons.OFFICE_BUSY.format(office=office, count=count)


def own_revenue(pack: Pack, judgements: tuple[Judgement, ...]) -> float | None:
    """Own revenue as a share of spending, in per cent: the least that is said; None where not known or withheld."""
    said = [one.answers[pack.fiscal_question].value for one in judgements if pack.fiscal_question in one.answers]
    known = [value for value in said if isinstance(value, float)]
    return None if Mark.WITHHELD in said else min(known, default=None)


def states_of(judgement: Judgement, pack: Pack) -> dict[str, State]:
    return dict(replay(pack.questions, judgement.answers).states)


def _percent(figure: float) -> str:
    return f"{show_figure(figure)}%"
