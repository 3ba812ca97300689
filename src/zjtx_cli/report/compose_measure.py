"""One measure as it is worked from: steps, who, with what money, what shows success, what can go wrong, when to stop."""

from collections.abc import Iterator

from zjtx_cli.model.claim import Instrument
from zjtx_cli.model.playbook import Kpi, Measure
from zjtx_cli.report import wording
from zjtx_cli.report.document import Fact, Facts, Numbered, Section, Words
from zjtx_cli.report.telling import Teller


def measure_section(title: str, measure: Measure, t: Teller, first: tuple[Fact, ...] = ()) -> Section:
    """The measure under a title; `first` are facts that stand before its own."""
    steps = Numbered(tuple(t(step) for step in measure.steps))
    return Section(title, (steps, Facts((*first, *_facts(measure, t)))))


def instrument_status(instrument: Instrument, t: Teller) -> str:
    """Whether it can be used at the date of the advice; one that has ended is told as not usable."""
    until = t.month(instrument.until) if instrument.until else ""
    start = t.month(instrument.start) if instrument.start else ""
    sentence = wording.INSTRUMENT_STATUS[instrument.status(t.as_of)]
    return t(sentence, title=instrument.title, until=until, start=start)


def _facts(measure: Measure, t: Teller) -> Iterator[Fact]:
    yield Fact(t(wording.LEAD_OFFICE), (t.office(measure.lead),))
    if measure.partners:
        yield Fact(t(wording.PARTNERS), (t.offices(measure.partners),))
    level = wording.LEVELS[measure.authority]
    authority = t(wording.LED_IN_PERSON, level=level) if measure.leader_led else t(level)
    yield Fact(t(wording.AUTHORITY), (authority,))
    if measure.ask_above:
        yield Fact(t(wording.ASK_ABOVE), (t(measure.ask_above),))
    yield Fact(t(wording.RESOURCE), tuple(_money(measure, t)))
    if measure.procedures:
        titles = t.enumerated(t(t.pack.procedures[one].title) for one in measure.procedures)
        yield Fact(t(wording.PROCEDURES), (titles,))
    if measure.instruments:
        lines = tuple(instrument_status(t.pack.instruments[one], t) for one in measure.instruments)
        yield Fact(t(wording.INSTRUMENTS), lines)
    yield Fact(t(wording.KPIS), tuple(_kpi(one, t) for one in measure.kpis))
    yield Fact(t(wording.RISKS), tuple(t(one) for one in measure.risks))
    if measure.stop:
        yield Fact(t(wording.STOP), (t(measure.stop),))
    yield Fact(t(wording.BASIS), (_basis(measure, t),))


def _money(measure: Measure, t: Teller) -> Iterator[str]:
    resource = measure.resource
    weight = wording.RESOURCE_CLASS[resource.weight]
    yield t(wording.RESOURCE_LINE, money=t.resource(resource), weight=weight)
    if resource.note:
        yield t(resource.note)


def _kpi(kpi: Kpi, t: Teller) -> Words:
    benchmark = kpi.benchmark or wording.SET_LOCALLY
    return t.cited(t(wording.KPI, text=kpi.text, benchmark=benchmark), kpi.claims)


def _basis(measure: Measure, t: Teller) -> Words:
    if measure.basis == "judgement" or not measure.claims:
        return t(wording.JUDGEMENT)
    return tuple(t.citation(measure.claims))
