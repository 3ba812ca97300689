"""A playbook as a paper for a mayor: the illness, when it fits and when not, how it works, what to do, where it failed."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.saying import say_value
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Blocker, Criterion, Measure, Playbook, Precondition, Step
from zjtx_cli.report import wording
from zjtx_cli.report import wording_papers as papers
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.compose_evidence import case_history, evidence, notes
from zjtx_cli.report.compose_measure import measure_section
from zjtx_cli.report.compose_plan import stop_table
from zjtx_cli.report.document import (
    Block,
    Bullets,
    Document,
    Fact,
    Facts,
    Numbered,
    Paragraph,
    Section,
    Strong,
    Table,
    Words,
)
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language


def compose_playbook(playbook: Playbook, pack: Pack, language: Language) -> Document:
    t = Teller(pack, language, pack.as_of)
    sections = tuple(sections_of(playbook, t))
    group = pack.group(playbook.group).title
    return Document(
        t(papers.PLAYBOOK_TITLE, title=playbook.title, case=playbook.case),
        t(papers.PLAYBOOK_SUBTITLE, group=group, name=pack.name, version=pack.version),
        language,
        numbered((*sections, *evidence(sections, t)), t),
        t(wording.CONTENTS),
    )


def sections_of(playbook: Playbook, t: Teller) -> Iterator[Section]:
    """Everything a playbook tells, but the evidence it refers to."""
    yield Section(t(papers.AT_A_GLANCE), (Paragraph(t(playbook.summary)),))
    yield Section(t(papers.ILLNESS), (Paragraph(t(playbook.problem)),))
    yield _fits(playbook, t)
    if playbook.blockers:
        yield Section(t(papers.FITS_NOT), (Bullets(tuple(_blocker(one, t) for one in playbook.blockers)),))
    if playbook.preconditions:
        items = tuple(_precondition(one, t) for one in playbook.preconditions)
        yield Section(t(papers.PRECONDITIONS), (Bullets(items),))
    if playbook.mechanism:
        steps = Numbered(tuple(_step(one, t) for one in playbook.mechanism))
        yield Section(t(papers.MECHANISM), (Paragraph(t(papers.MECHANISM_LEAD)), steps))
    if playbook.measures:
        yield Section(t(papers.MEASURES), tuple(_phases(playbook, t)))
    yield from _lever(playbook, t)
    if playbook.stop_rules:
        yield Section(t(plan_words.STOP_RULES), (Paragraph(t(plan_words.STOP_LEAD)), stop_table(playbook, t)))
    yield from (one for one in case_history(playbook, t) if one.title != t(plan_words.LEVER))
    yield Section(t(plan_words.DO_NOTHING), (Paragraph(t(playbook.if_nothing)),))
    if playbook.background:
        yield Section(t(papers.BACKGROUND), (notes(playbook.background, t),))


def _fits(playbook: Playbook, t: Teller) -> Section:
    rows = tuple(_criterion(one, t) for one in sorted(playbook.criteria, key=lambda one: -one.share))
    head = tuple(t(one) for one in papers.FITS_HEAD)
    return Section(t(papers.FITS), (Paragraph(t(papers.FITS_LEAD)), Table(t(papers.FITS), head, rows, frozenset((1,)))))


def _criterion(one: Criterion, t: Teller) -> tuple[Words, ...]:
    return (
        t.question(one.question),
        reasons.percent(one.share),
        _where(one, 1.0, t),
        _where(one, 0.0, t),
        t.cited(one.reason, one.claims),
    )


def _where(one: Criterion, value: float, t: Teller) -> str:
    """The answers that are worth so much: options, or the span of figures between the outermost such points."""
    question = t.pack.questions[one.question]
    if one.points:
        at = [point for point, worth in one.points if worth == value]
        ends = [t(say_value(question, end)) for end in dict.fromkeys((at[0], at[-1]))]
        return t(papers.FROM_TO_FIGURE, low=ends[0], high=ends[-1]) if len(ends) > 1 else ends[0]
    return t.clauses(t(question.option(option).label) for option, worth in one.options.items() if worth.value == value)


def _blocker(one: Blocker, t: Teller) -> Words:
    words = t.sentences([t(one.because), t(wording.BLOCKER_INSTEAD, what=t(one.instead))])
    return (Strong(t.condition(one.when)), t(wording.FULL_STOP), t(wording.BETWEEN) + words, *t.citation(one.claims))


def _precondition(one: Precondition, t: Teller) -> Words:
    need = t(papers.NEEDED if one.necessary else papers.WISHED)
    how = t(one.build) if one.build else ""
    if one.buildable_by:
        building = t(papers.CAN_BUILD, levels=t.levels(one.buildable_by), how=how)
    else:
        building = t(wording.BUILD_NEVER)
    return (Strong(need), t(wording.COLON) + t.sentences([t(one.text), building]), *t.citation(one.claims))


def _step(one: Step, t: Teller) -> Words:
    need = papers.NECESSARY if one.necessary else papers.HELPFUL
    note = t(wording.IN_BRACKETS, inner=t.evidence(one.evidence))
    words = t.sentences([t(one.text), t(papers.IF_FAILS, what=t(one.if_fails))])
    return (Strong(t(need)), note, t(wording.BETWEEN) + words, *t.citation(one.claims))


def _phases(playbook: Playbook, t: Teller) -> Iterator[Section]:
    numbers = {one.id: place for place, one in enumerate(playbook.measures, 1)}
    for phase in t.pack.phases:
        measures = tuple(
            measure_section(
                t(wording.NUMBERED, number=numbers[one.id], title=one.title), one, t, first=(_when(one, t),)
            )
            for one in playbook.measures
            if one.phase == phase.id
        )
        if measures:
            yield Section(t(phase.title), measures)


def _when(measure: Measure, t: Teller) -> Fact:
    return Fact(t(papers.WHEN), (t.condition(measure.when) if measure.when else t(papers.ALWAYS),))


def _lever(playbook: Playbook, t: Teller) -> Iterator[Section]:
    blocks: list[Block] = []
    if playbook.lever:
        line = t(plan_words.LEVER_LINE, level=wording.LEVELS[playbook.lever.level], text=playbook.lever.text)
        blocks.append(Paragraph(t.cited(line, playbook.lever.claims)))
    asks = tuple(Fact(t(one.title), (t(one.ask_above),)) for one in playbook.measures if one.ask_above)
    if asks:
        blocks.append(Facts(asks))
    if blocks:
        yield Section(t(papers.LEVER), tuple(blocks))
