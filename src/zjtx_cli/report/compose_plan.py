"""The plan: who does what with what money, each measure in full, the instruments, what was left out, when to stop."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Advice, Planned
from zjtx_cli.model.claim import Basis, Instrument
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.report import wording
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.compose_means import means, together
from zjtx_cli.report.compose_measure import instrument_status, measure_section
from zjtx_cli.report.document import Block, Fact, Facts, Fold, Paragraph, Section, Table, Words
from zjtx_cli.report.telling import Teller


def plan(advice: Advice, t: Teller) -> Section:
    if not advice.plan:
        return Section(t(plan_words.PLAN), (Paragraph(t(plan_words.PLAN_EMPTY)),))
    numbers = {(one.industry, one.playbook, one.measure.id): place for place, one in enumerate(advice.plan, 1)}
    blocks: list[Block] = [Paragraph(_sum_of(advice, t)), means(advice, t), *together(advice, t)]
    blocks.append(Section(t(plan_words.TASKS), (_tasks(advice, t),)))
    for phase in t.pack.phases:
        measures = tuple(
            measure_section(
                t(
                    wording.NUMBERED,
                    number=numbers[one.industry, one.playbook, one.measure.id],
                    title=one.measure.title,
                ),
                one.measure,
                t,
                first=tuple(_why(one, advice, t)),
                level=advice.level,
            )
            for one in advice.plan
            if one.measure.phase == phase.id
        )
        if measures:
            blocks.append(Section(t(phase.title), measures))
    return Section(t(plan_words.PLAN), (*blocks, *_procedures(advice, t)))


def instruments(advice: Advice, t: Teller) -> tuple[Section, ...]:
    """Every instrument that the plan names, with legal basis, status at the date, who may use it and its pitfall."""
    used = dict.fromkeys(instrument for one in advice.plan for instrument in one.measure.instruments)
    folds = tuple(_instrument(t.pack.instruments[one], t) for one in used)
    return (Section(t(plan_words.TOOLS), folds),) if folds else ()


def left_out(advice: Advice, t: Teller) -> Section:
    blocks: list[Block] = []
    if advice.left_out:
        rows = tuple(
            (t(one.title), t.opening(t(plan_words.LEFT_OUT_KINDS[one.kind])), t(one.because)) for one in advice.left_out
        )
        blocks.append(Table(t(plan_words.LEFT_OUT), tuple(t(one) for one in plan_words.LEFT_OUT_HEAD), rows))
    elif advice.plan:
        blocks.append(Paragraph(t(plan_words.LEFT_OUT_NONE)))
    kept = {one.playbook for judgement in advice.judgements for one in considered(judgement)}
    barred = [one for one in t.pack.playbooks if one not in kept]
    if barred:
        blocks.append(Paragraph(t(plan_words.LEFT_OUT_MODELS, which=t.models(barred))))
    return Section(t(plan_words.LEFT_OUT), tuple(blocks))


def stop_rules(playbooks: tuple[str, ...], t: Teller) -> tuple[Section, ...]:
    ruled = [t.pack.playbooks[one] for one in playbooks if t.pack.playbooks[one].stop_rules]
    parts = tuple(Section(t(one.title), (stop_table(one, t),)) for one in ruled)
    return (Section(t(plan_words.STOP_RULES), (Paragraph(t(plan_words.STOP_LEAD)), *parts)),) if parts else ()


def stop_table(playbook: Playbook, t: Teller) -> Table:
    return Table(
        t(playbook.title),
        tuple(t(part) for part in plan_words.STOP_HEAD),
        tuple(
            (t(plan_words.AFTER_MONTHS, months=rule.months), t.here(rule.condition), t.here(rule.then))
            for rule in playbook.stop_rules
        ),
    )


def _sum_of(advice: Advice, t: Teller) -> str:
    resources = [one.measure.resource for one in advice.plan]
    money = t.about(sum(one.low for one in resources), sum(one.high for one in resources))
    heavy = sum(one.weight == "heavy" for one in resources)
    return t(plan_words.PLAN_LEAD, count=len(resources), money=money, heavy=heavy)


def _tasks(advice: Advice, t: Teller) -> Table:
    phases = {phase.id: t(phase.title).partition(t(wording.COLON))[0] for phase in t.pack.phases}
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            t(wording.NUMBERED, number=number, title=one.measure.title),
            t.opening(t.office(one.measure.lead)),
            phases[one.measure.phase],
            t.resource(one.measure.resource),
        )
        for number, one in enumerate(advice.plan, 1)
    )
    return Table(t(plan_words.TASKS), tuple(t(one) for one in plan_words.TASKS_HEAD), rows, frozenset((2, 3)))


def _why(one: Planned, advice: Advice, t: Teller) -> Iterator[Fact]:
    if len(advice.judgements) > 1:
        yield Fact(t(plan_words.TRADE), (one.industry,))
    yield Fact(t(plan_words.WHY_IN_PLAN), (t(one.because),))
    titles = {other.measure.id: other.measure.title for other in advice.plan if other.playbook == one.playbook}
    after = [t(wording.QUOTED, title=titles[before]) for before in one.measure.after if before in titles]
    if after:
        yield Fact(t(plan_words.AFTER), (t.enumerated(after),))


def _procedures(advice: Advice, t: Teller) -> Iterator[Block]:
    used = dict.fromkeys(procedure for one in advice.plan for procedure in one.measure.procedures)
    named = [t.pack.procedures[one] for one in used]
    facts = tuple(Fact(t(one.title), (t(one.what),)) for one in named if one.what)
    if facts:
        yield Fold(t(plan_words.PROCEDURE_NOTES), (Facts(facts),))


def _instrument(one: Instrument, t: Teller) -> Fold:
    low, high = one.months
    span = t.span(f"{low:g}", f"{high:g}")
    facts = [
        Fact(t(plan_words.TOOL_WHAT), (t(one.what),)),
        Fact(t(plan_words.TOOL_BASIS), tuple(_basis(basis, t) for basis in one.basis)),
        Fact(t(plan_words.TOOL_WHO), (t(one.applicants),)),
        Fact(t(plan_words.LEAD_OFFICE), (t.opening(t.office(one.lead)),)),
        Fact(t(plan_words.TOOL_TIME), (t(plan_words.TOOL_MONTHS[high > 1], span=span),)),
        Fact(t(plan_words.TOOL_PITFALL), (t(one.pitfall),)),
    ]
    if one.note:
        facts.append(Fact(t(plan_words.TOOL_NOTE), (t(one.note),)))
    return Fold(instrument_status(one, t), (Facts(tuple(facts)),))


def _basis(basis: Basis, t: Teller) -> str:
    details = [basis.issuer, basis.number, t.date(basis.date), t(plan_words.BASIS_VERIFIED[basis.verified])]
    title = basis.title
    return t(plan_words.BASIS_ITEM, title=title, details=t(wording.COMMA_CLAUSE).join(one for one in details if one))
