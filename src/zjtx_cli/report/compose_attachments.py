"""What is attached to an official paper: who does what, what comparable places did, what must be confirmed, the sources."""

from collections.abc import Callable, Iterable

from zjtx_cli.report import wording_official as words
from zjtx_cli.report.document import Block, Paragraph, Section, Table, Words
from zjtx_cli.report.official import Matter, seen
from zjtx_cli.report.telling import Teller
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


def list_of(annexes: tuple[Section, ...], m: Matter) -> Paragraph:
    """Which attachments there are, as it stands under the text."""
    return Paragraph(m.t(words.ANNEX_LIST, which=m.t.clauses(_listed(one.title, m.t) for one in annexes)))


def tasks(m: Matter) -> tuple[Block, ...]:
    """任务分工表: matter, lead, partners, deadline, and what will be seen."""
    t = m.t
    if not m.advice.plan:
        return (Paragraph(t(words.TASKS_NONE)),)
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
    """Cases and failures alike, those of the leading model first, with what came of them."""
    t, rows = m.t, []
    for match in m.models()[: 1 + m.room.peers // 4]:
        playbook = t.pack.playbooks[match.playbook]
        if playbook.since:
            note = playbook.since[0]
            outcome = m.citations.cited(t.sentence(t.gist(note.text)), note.claims)
            rows.append((t.opening(t(playbook.case)), t.model(playbook.id), outcome))
    for failure in t.pack.playbooks[m.leading.playbook].failed_where[: m.room.peers]:
        lesson = t.sentence(t(failure.lesson))
        rows.append(
            (t.opening(t(failure.place)), t.sentence(t(failure.what)), m.citations.cited(lesson, failure.claims))
        )
    table = Table(t(words.ANNEX_PEERS), tuple(t(one) for one in words.PEERS_HEAD), tuple(rows))
    return (table, Paragraph(t(words.PEERS_LEAD_NOTE)))


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


def _listed(title: str, t: Teller) -> str:
    """附件1 任务分工表 is listed as 1.任务分工表."""
    return title.removeprefix(t(words.ANNEX_WORD))


def _partners(m: Matter, partners: tuple[str, ...]) -> str:
    t = m.t
    named = t.offices(partners[: m.room.partners])
    return t(words.AND_SO_ON, which=named) if partners[m.room.partners :] else named


TASKS: Attached = (words.ANNEX_TASKS, tasks)
PEERS: Attached = (words.ANNEX_PEERS, peers)
DATA: Attached = (words.ANNEX_DATA, data)
