"""What is attached to an official paper: who does what, what comparable places did, what must be confirmed, the sources."""

from collections.abc import Callable, Iterable

from zjtx_cli.report import wording_official as words
from zjtx_cli.report.compose_peers import case_table, near_table
from zjtx_cli.report.document import Block, Lines, Paragraph, Section, Table, Words
from zjtx_cli.report.official import Matter, seen
from zjtx_cli.text import Text

Attached = tuple[Text, Callable[[Matter], tuple[Block, ...]]]


def attached(m: Matter, which: Iterable[Attached]) -> tuple[Section, ...]:
    """The attachments, numbered; what is cited in them is numbered before the sources are listed, which come last."""
    parts = [(title, compose(m)) for title, compose in which]
    parts.append((words.ANNEX_SOURCES, sources(m)))
    return tuple(
        Section(m.t(words.ANNEX_TITLE, number=number, title=title), blocks)
        for number, (title, blocks) in enumerate(parts, 1)
    )


def under_the_text(titles: Iterable[Text], m: Matter) -> tuple[Block, ...]:
    """What stands under the text: which attachments there are, and room for who signs, with the month."""
    t = m.t
    listed = (*titles, words.ANNEX_SOURCES)
    lines = tuple(t(words.ANNEX_LISTED, number=number, title=title) for number, title in enumerate(listed, 1))
    return (Lines(lines, t(words.ANNEX_LIST)), Lines((t(words.SIGNED), t.month(m.advice.as_of))))


def tasks(m: Matter) -> tuple[Block, ...]:
    """任务分工表: matter, lead, partners, deadline, and what will be seen."""
    t = m.t
    if not m.advice.plan:
        return _to_confirm(m)
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            m.title(one),
            t.opening(t.office(one.measure.lead)),
            t.opening(_partners(m, one.measure.partners)),
            t.month(m.due(one)),
            t.clauses(seen(kpi, t) for kpi in one.measure.kpis[: m.room.seen]),
        )
        for one in m.advice.plan
    )
    head = tuple(t(one) for one in words.TASKS_HEAD)
    return (Table(t(words.ANNEX_TASKS), head, rows), Paragraph(t(words.TASKS_NOTE)))


def peers(m: Matter) -> tuple[Block, ...]:
    """The places most like this one, then cases and failures of the leading model, with what came of them."""
    return (*near_table(m), *case_table(m))


def data(m: Matter) -> tuple[Block, ...]:
    """The figures to be confirmed, with the office that has them; most worth finding first."""
    t, found = m.t, m.open_questions()
    if not found:
        return (Paragraph(t(words.DATA_NONE)),)
    rows = tuple((t(one.name), t.opening(t.office(one.office)), t.gist(one.where)) for one in found[: m.room.data])
    blocks: list[Block] = [Table(t(words.ANNEX_DATA), tuple(t(one) for one in words.DATA_HEAD), rows)] if rows else []
    rest = found[m.room.data :]
    if rest:
        blocks.append(Paragraph(t(words.DATA_MORE, which=t.enumerated(t(one.name) for one in rest))))
    return tuple(blocks)


def sources(m: Matter) -> tuple[Block, ...]:
    listed = tuple(m.citations.listed(m.t))
    return listed or (Paragraph(m.t(words.SOURCES_NONE)),)


def _to_confirm(m: Matter) -> tuple[Block, ...]:
    """Where nothing is planned, the work is to find out: which office confirms how much, and by when."""
    t = m.t
    found: dict[str, list[str]] = {}
    for one in m.open_questions():
        found.setdefault(one.office, []).append(t(one.name))
    if not found:
        return (Paragraph(t(words.TASKS_NONE)),)
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (t(words.CONFIRM, which=t.enumerated(names)), t.opening(t.office(office)), t.month(m.again()))
        for office, names in found.items()
    )
    matter, lead, _, deadline, _ = words.TASKS_HEAD
    head = tuple(map(t, (matter, lead, deadline)))
    return (Table(t(words.ANNEX_TASKS), head, rows), Paragraph(t(words.TASKS_NOTE_DATA)))


def _partners(m: Matter, partners: tuple[str, ...]) -> str:
    t = m.t
    named = t.offices(partners[: m.room.partners])
    return t(words.AND_SO_ON, which=named) if partners[m.room.partners :] else named


TASKS: Attached = (words.ANNEX_TASKS, tasks)
PEERS: Attached = (words.ANNEX_PEERS, peers)
DATA: Attached = (words.ANNEX_DATA, data)
