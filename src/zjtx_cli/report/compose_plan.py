"""The plan: who does what with what money, each measure in full, the instruments, what was left out, when to stop."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Advice, Planned
from zjtx_cli.model.claim import Basis, Instrument
from zjtx_cli.report import wording
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.compose_measure import instrument_status, measure_section
from zjtx_cli.report.document import Block, Fact, Facts, Fold, Paragraph, Section, Table, Words
from zjtx_cli.report.telling import Teller


def plan(advice: Advice, t: Teller) -> Section:
    if not advice.plan:
        return Section(t(wording.PLAN), (Paragraph(t(wording.PLAN_EMPTY)),))
    numbers = {(one.industry, one.playbook, one.measure.id): place for place, one in enumerate(advice.plan, 1)}
    blocks: list[Block] = [Paragraph(_sum_of(advice, t)), _tasks(advice, t)]
    for phase in t.pack.phases:
        measures = tuple(
            measure_section(
                t(wording.NUMBERED, number=numbers[one.industry, one.playbook, one.measure.id], title=one.measure.title),
                one.measure,
                t,
                tuple(_why(one, advice, t)),
            )
            for one in advice.plan
            if one.measure.phase == phase.id
        )
        if measures:
            blocks.append(Section(t(phase.title), measures))
    return Section(t(wording.PLAN), (*blocks, *_procedures(advice, t)))


def instruments(advice: Advice, t: Teller) -> tuple[Section, ...]:
    """Every instrument that the plan names, with legal basis, status at the date, who may use it and its pitfall."""
    used = dict.fromkeys(instrument for one in advice.plan for instrument in one.measure.instruments)
    folds = tuple(_instrument(t.pack.instruments[one], t) for one in used)
    return (Section(t(wording.TOOLS), folds),) if folds else ()


def left_out(advice: Advice, t: Teller) -> Section:
    blocks: list[Block] = []
    if advice.left_out:
        rows = tuple((t(one.title), t(wording.LEFT_OUT_KINDS[one.kind]), t(one.because)) for one in advice.left_out)
        blocks.append(Table(t(wording.LEFT_OUT), tuple(t(one) for one in wording.LEFT_OUT_HEAD), rows))
    elif advice.plan:
        blocks.append(Paragraph(t(wording.LEFT_OUT_NONE)))
    kept = {one.playbook for judgement in advice.judgements for one in considered(judgement)}
    barred = [one for one in t.pack.playbooks if one not in kept]
    if barred:
        blocks.append(Paragraph(t(wording.LEFT_OUT_MODELS, which=t.models(barred))))
    return Section(t(wording.LEFT_OUT), tuple(blocks))


def stop_rules(playbooks: tuple[str, ...], t: Teller) -> tuple[Section, ...]:
    tables = tuple(
        Table(
            t.model(one),
            tuple(t(part) for part in wording.STOP_HEAD),
            tuple(
                (t(wording.AFTER_MONTHS, months=rule.months), t(rule.condition), t(rule.then))
                for rule in t.pack.playbooks[one].stop_rules
            ),
        )
        for one in playbooks
        if t.pack.playbooks[one].stop_rules
    )
    return (Section(t(wording.STOP_RULES), (Paragraph(t(wording.STOP_LEAD)), *tables)),) if tables else ()


def _sum_of(advice: Advice, t: Teller) -> str:
    resources = [one.measure.resource for one in advice.plan]
    money = t.money(sum(one.low for one in resources), sum(one.high for one in resources))
    heavy = sum(one.weight == "heavy" for one in resources)
    return t(wording.PLAN_LEAD, count=len(resources), money=money, heavy=heavy)


def _tasks(advice: Advice, t: Teller) -> Table:
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            str(number),
            t(one.measure.title),
            t.office(one.measure.lead),
            t.offices(one.measure.partners),
            t.resource(one.measure.resource),
        )
        for number, one in enumerate(advice.plan, 1)
    )
    return Table(t(wording.TASKS), tuple(t(one) for one in wording.TASKS_HEAD), rows)


def _why(one: Planned, advice: Advice, t: Teller) -> Iterator[Fact]:
    if len(advice.judgements) > 1:
        yield Fact(t(wording.TRADE), (one.industry,))
    yield Fact(t(wording.WHY_IN_PLAN), (t(one.because),))
    titles = {other.measure.id: other.measure.title for other in advice.plan if other.playbook == one.playbook}
    after = [t(wording.QUOTED, title=titles[before]) for before in one.measure.after if before in titles]
    if after:
        yield Fact(t(wording.AFTER), (t.enumerated(after),))


def _procedures(advice: Advice, t: Teller) -> Iterator[Block]:
    used = dict.fromkeys(procedure for one in advice.plan for procedure in one.measure.procedures)
    named = [t.pack.procedures[one] for one in used]
    facts = tuple(Fact(t(one.title), (t(one.what),)) for one in named if one.what)
    if facts:
        yield Fold(t(wording.PROCEDURE_NOTES), (Facts(facts),))


def _instrument(one: Instrument, t: Teller) -> Fold:
    low, high = one.months
    months = t(wording.TOOL_MONTHS, low=f"{low:g}", high=f"{high:g}")
    facts = [
        Fact(t(wording.TOOL_WHAT), (t(one.what),)),
        Fact(t(wording.TOOL_BASIS), tuple(_basis(basis, t) for basis in one.basis)),
        Fact(t(wording.TOOL_WHO), (t(one.applicants),)),
        Fact(t(wording.LEAD_OFFICE), (t.office(one.lead),)),
        Fact(t(wording.TOOL_TIME), (months,)),
        Fact(t(wording.TOOL_PITFALL), (t(one.pitfall),)),
    ]
    if one.note:
        facts.append(Fact(t(wording.TOOL_NOTE), (t(one.note),)))
    return Fold(instrument_status(one, t), (Facts(tuple(facts)),))


def _basis(basis: Basis, t: Teller) -> str:
    details = [basis.issuer, basis.number, t.date(basis.date), t(wording.BASIS_VERIFIED[basis.verified])]
    title = basis.title
    return t(wording.BASIS_ITEM, title=title, details=t.enumerated(one for one in details if one))


