"""任务分工表 as a sheet to follow up by: the tasks, what is not to be started, and the figures to be confirmed."""

from zjtx_cli.model.advice import Advice
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report import wording_papers_official as papers
from zjtx_cli.report.citing import Citations
from zjtx_cli.report.document import Document, Paragraph, Section, Table, Words
from zjtx_cli.report.official import Matter, Room, seen
from zjtx_cli.report.official_reasons import why_barred
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Language, Text

_ROOM = Room(answers=0, causes=0, actions=0, steps=0, tools=0, risks=0, peers=0, data=0, partners=99, seen=99)


def sheet(advice: Advice, pack: Pack, language: Language) -> Document:
    """One section is one sheet; its title is the sheet's name, its first table what stands in it."""
    t = Teller(pack, language, advice.as_of, advice.level, official=True)
    m = Matter(advice, t, _ROOM, Citations(pack))
    sections = (
        _section(words.ANNEX_TASKS, papers.SHEET_HEAD, _tasks(m), t, (words.TASKS_NOTE,)),
        _section(papers.SHEET_HELD, papers.SHEET_HELD_HEAD, _held(m), t),
        _section(papers.SHEET_DATA, words.DATA_HEAD, _data(m), t),
    )
    title = t(papers.SHEET_TITLE, city=advice.city)
    stamp = t(words.STAMP, month=t.month(advice.as_of))
    return Document(title, stamp, language, sections, kind="sheet", official=True, date=advice.as_of)


def _section(
    title: Text, head: tuple[Text, ...], rows: tuple[tuple[Words, ...], ...], t: Teller, notes: tuple[Text, ...] = ()
) -> Section:
    table = Table(t(title), tuple(t(one) for one in head), rows)
    return Section(t(title), (table, *(Paragraph(t(one)) for one in notes)))


def _tasks(m: Matter) -> tuple[tuple[Words, ...], ...]:
    t = m.t
    phases = {phase.id: t(phase.title) for phase in t.pack.phases}
    return tuple(
        (
            str(number),
            phases[one.measure.phase],
            m.title(one),
            t.opening(t.office(one.measure.lead)),
            t.opening(t.offices(one.measure.partners)),
            t.month(m.due(one)),
            t.clauses(seen(kpi, t) for kpi in one.measure.kpis),
            t.resource(one.measure.resource),
            t.opening(t(wording.LEVELS[one.measure.authority])),
            t.opening(t.enumerated(t(t.pack.procedures[name].title) for name in one.measure.procedures)),
            "",
            "",
        )
        for number, one in enumerate(m.advice.plan, 1)
    )


def _held(m: Matter) -> tuple[tuple[Words, ...], ...]:
    t = m.t
    models = tuple(
        (t.model(one.playbook), t(papers.SHEET_MODEL), t.sentence(why_barred(one, t))) for one in m.barred_models()
    )
    measures = tuple(
        (t(one.title), t(words.LEFT_OUT[kind]), t.opening(t(words.NOT_NOW)))
        for kind, held in m.held_back().items()
        for one in held
    )
    return (*models, *dict.fromkeys(measures))


def _data(m: Matter) -> tuple[tuple[Words, ...], ...]:
    t = m.t
    return tuple((t(one.name), t.opening(t.office(one.office)), t(one.where)) for one in m.open_questions())
