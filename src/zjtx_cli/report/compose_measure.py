"""One measure as it is worked from: steps, who, with what money, what shows success, what can go wrong, when to stop."""

from collections.abc import Iterator

from zjtx_cli.model.claim import Instrument
from zjtx_cli.model.pack import LEVELS
from zjtx_cli.model.playbook import Kpi, Measure
from zjtx_cli.report import wording
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.document import Fact, Facts, Numbered, Section, Words
from zjtx_cli.report.telling import Teller


def measure_section(
    title: str, measure: Measure, t: Teller, *, first: tuple[Fact, ...] = (), level: str = LEVELS[0]
) -> Section:
    """The measure under a title, for a city of this level; `first` are facts that stand before its own."""
    steps = Numbered(tuple(t.here(step) for step in measure.steps))
    return Section(title, (steps, Facts((*first, *_facts(measure, level, t)))))


def decided_here(measure: Measure, level: str) -> bool:
    """Whether a city of this level holds a lever that a county would have to ask for."""
    return measure.authority in LEVELS[1 : LEVELS.index(level) + 1]


def instrument_status(instrument: Instrument, t: Teller) -> str:
    """Whether it can be used at the date of the advice; one that has ended is told as not usable."""
    until = t.month(instrument.until) if instrument.until else ""
    start = t.month(instrument.start) if instrument.start else ""
    sentence = plan_words.INSTRUMENT_STATUS[instrument.status(t.as_of)]
    return t(sentence, title=instrument.title, until=until, start=start)


def _facts(measure: Measure, level: str, t: Teller) -> Iterator[Fact]:
    yield Fact(t(plan_words.LEAD_OFFICE), (t.opening(t.office(measure.lead)),))
    if measure.partners:
        yield Fact(t(plan_words.PARTNERS), (t.opening(t.offices(measure.partners)),))
    authority = wording.LEVELS[measure.authority]
    who = t(plan_words.LED_IN_PERSON, level=authority) if measure.leader_led else t(authority)
    yield Fact(t(plan_words.AUTHORITY), (t.opening(who),))
    if measure.ask_above:
        own = decided_here(measure, level)
        ask = t(plan_words.OWN_LEVEL, ask=t(measure.ask_above)) if own else t.here(measure.ask_above)
        yield Fact(t(plan_words.ASK_ABOVE), (ask,))
    yield Fact(t(plan_words.RESOURCE), tuple(_money(measure, t)))
    if measure.procedures:
        titles = t.enumerated(t(t.pack.procedures[one].title) for one in measure.procedures)
        yield Fact(t(plan_words.PROCEDURES), (t.opening(titles),))
    if measure.instruments:
        lines = tuple(instrument_status(t.pack.instruments[one], t) for one in measure.instruments)
        yield Fact(t(plan_words.INSTRUMENTS), lines)
    yield Fact(t(plan_words.KPIS), tuple(_kpi(one, t) for one in measure.kpis))
    yield Fact(t(plan_words.RISKS), tuple(t.here(one) for one in measure.risks))
    if measure.stop:
        yield Fact(t(plan_words.STOP), (t.here(measure.stop),))
    yield Fact(t(plan_words.BASIS), (_basis(measure, t),))


def _money(measure: Measure, t: Teller) -> Iterator[str]:
    resource = measure.resource
    weight = plan_words.RESOURCE_CLASS[resource.weight]
    yield t(plan_words.RESOURCE_LINE, money=t.resource(resource), weight=weight)
    if resource.note:
        yield t.here(resource.note)


def _kpi(kpi: Kpi, t: Teller) -> Words:
    benchmark = t.here(kpi.benchmark or plan_words.SET_LOCALLY)
    return t.cited(t(plan_words.KPI, text=t.here(kpi.text), benchmark=benchmark), kpi.claims)


def _basis(measure: Measure, t: Teller) -> Words:
    if measure.basis == "judgement" or not measure.claims:
        return t(plan_words.JUDGEMENT)
    return tuple(t.citation(measure.claims))
