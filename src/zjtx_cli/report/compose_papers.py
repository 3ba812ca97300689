"""The three papers that leave the house: the briefing, the study and the drafting note; each keeps its length."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

from zjtx_cli.model.advice import Advice
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import compose_official as parts
from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report import wording_papers_official as papers
from zjtx_cli.report import wording_peers as peers
from zjtx_cli.report.citing import Citations
from zjtx_cli.report.compose_attachments import DATA, PEERS, TASKS, Attached, attached, under_the_text
from zjtx_cli.report.compose_peers import near_items
from zjtx_cli.report.compose_points import points, requests
from zjtx_cli.report.compose_tools import tools
from zjtx_cli.report.document import Block, Document, Paragraph, Section, Words, length
from zjtx_cli.report.official import Matter, Room, counted, led, trades
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language, Text

BRIEFING_AT_MOST = 3000
STUDY_AT_MOST = 5000
NOTE_AT_MOST = 5000
"""Characters of a paper in Chinese without its attachments: two city councils allow a briefing 3,000."""

_Composed = tuple[tuple[Section, ...], tuple[Attached, ...]]


class _Plan(NamedTuple):
    """A paper: its name, its title, what stands in it, how much of it at most, and its length."""

    kind: str
    title: Text
    compose: Callable[[Matter], _Composed]
    rooms: tuple[Room, ...]
    at_most: int


def briefing(advice: Advice, pack: Pack, language: Language) -> Document:
    """专题汇报（讨论稿）."""
    plan = _Plan("briefing", papers.BRIEFING_TITLE, _briefing, _BRIEFING_ROOMS, BRIEFING_AT_MOST)
    return _fitting(plan, advice, pack, language)


def study(advice: Advice, pack: Pack, language: Language) -> Document:
    """调研报告."""
    return _fitting(_Plan("study", papers.STUDY_TITLE, _study, _STUDY_ROOMS, STUDY_AT_MOST), advice, pack, language)


def note(advice: Advice, pack: Pack, language: Language) -> Document:
    """起草说明."""
    return _fitting(_Plan("note", papers.NOTE_TITLE, _note, _NOTE_ROOMS, NOTE_AT_MOST), advice, pack, language)


def _fitting(plan: _Plan, advice: Advice, pack: Pack, language: Language) -> Document:
    """The fullest form of the paper that keeps its length in Chinese; in English the same things are told."""
    for room in plan.rooms:
        document = _paper(plan, Matter(advice, _teller(pack, Language.ZH, advice), room, Citations(pack)))
        if length(body(document)) <= plan.at_most:
            break
    if language is Language.ZH:
        return document
    return _paper(plan, Matter(advice, _teller(pack, language, advice), room, Citations(pack)))


def body(document: Document) -> Document:
    """The paper without what is attached to it."""
    word = words.ANNEX_WORD.to(document.language)
    return replace(document, sections=tuple(one for one in document.sections if not one.title.startswith(word)))


def _teller(pack: Pack, language: Language, advice: Advice) -> Teller:
    return Teller(pack, language, advice.as_of, advice.level, official=True)


def _paper(plan: _Plan, m: Matter) -> Document:
    t = m.t
    chapters, which = plan.compose(m)
    first, *rest = chapters
    ahead, counted = ((first,), rest) if first.title == t(words.POINTS) else ((), chapters)
    told = numbered(tuple(counted), t)
    annexes = attached(m, which)
    last = told[-1]
    closed = Section(last.title, (*last.blocks, *under_the_text((title for title, _ in which), m)))
    subtitle = t(words.SUBTITLE, draft=words.DRAFT, stamp=t(words.STAMP, month=t.month(m.advice.as_of)))
    return Document(
        t(plan.title, city=m.advice.city, what=trades(m.advice, t)),
        subtitle,
        t.language,
        (*ahead, *told[:-1], closed, *annexes),
        t(wording.CONTENTS),
        kind=plan.kind,
        official=True,
        date=m.advice.as_of,
    )


def _chapters(titles: tuple[Text, ...], blocks: tuple[tuple[Block, ...], ...], t: Teller) -> tuple[Section, ...]:
    return tuple(Section(t(title), inner) for title, inner in zip(titles, blocks, strict=True))


def _briefing(m: Matter) -> _Composed:
    blocks = (
        parts.situation(m),
        (*parts.problems(m, 1), *parts.causes(m)),
        parts.recommendations(m),
        (*parts.money(m), *tools(m)),
        parts.rules_and_risks(m),
        requests(m),
    )
    return (points(m), *_chapters(papers.BRIEFING, blocks, m.t)), (TASKS, PEERS, DATA)


def _study(m: Matter) -> _Composed:
    t = m.t
    asks = tuple(m.asks())
    above = led(t(papers.ASKS_LEAD), asks) or (Paragraph(t(words.NO_ASK)),)
    advice = (
        *parts.recommendations(m),
        Section(
            t(words.PART, number=wording.COUNTED[3], title=papers.PROCEDURES_AND_RISKS),
            (*parts.money(m), *tools(m), *parts.rules_and_risks(m)),
        ),
    )
    blocks = (
        parts.situation(m),
        parts.problems(m, 3),
        parts.causes(m),
        tuple(_elsewhere(m)),
        advice,
        above,
    )
    return _chapters(papers.STUDY, blocks, t), (TASKS, DATA)


def _elsewhere(m: Matter) -> Iterator[Block]:
    """What the nearest places and the cases did, what became of them, and where the same thing failed."""
    t = m.t
    nearest = t.pack.playbooks[m.leading.playbook]
    models = (t.pack.playbooks[one.playbook] for one in m.models()[:3]) if m.course != "none" else ()
    shown = [one for one in models if not m.is_the_case(one)]
    worked = tuple(
        t.opening(t(papers.CASE_ITEM, case=one.case, title=one.title, what=t.sentence(t(one.summary))))
        for one in shown[: max(1, m.room.peers // 3)]
    )
    after = tuple(
        m.citations.cited(t(papers.AFTER_ITEM, case=one.case, what=t.sentence(t(note.text))), note.claims)
        for one in shown[:2]
        for note in one.since[: max(1, m.room.peers // 3)]
    )
    fell = tuple(
        m.citations.cited(
            t(
                papers.FAILED_ITEM,
                place=one.place,
                what=t.sentence(t(one.what)),
                lesson=t.sentence(t(one.lesson)),
            ),
            one.claims,
        )
        for one in nearest.failed_where[: m.room.peers]
    )
    near: tuple[Words, ...] = near_items(m) or (t(peers.PEERS_NOBODY),)
    parts_ = ((peers.PEERS_NEAR, near), (papers.WORKED, worked), (papers.AFTERWARDS, after), (papers.FELL_SHORT, fell))
    for number, (title, items) in enumerate((title, items) for title, items in parts_ if items):
        yield Section(t(words.PART, number=wording.COUNTED[number], title=title), counted(items))


def _note(m: Matter) -> _Composed:
    t = m.t
    need = (*parts.situation(m), *parts.problems(m, 1), *parts.missing(m), *tools(m), *_if_nothing(m))
    known = sum(not hasattr(answer.value, "name") for one in m.advice.judgements for answer in one.answers.values())
    process = [
        Paragraph(t(papers.NOTE_PROCESS, month=t.month(m.advice.as_of), known=known)),
        Paragraph(t(papers.NOTE_CONSULT, which=t.offices(m.offices()))),
    ]
    if m.procedures():
        process.append(Paragraph(t(papers.NOTE_REVIEWS, which=t.enumerated(m.procedures()))))
    explained = (
        (papers.NOTE_CHOICE, tuple(parts.recommendations(m)[:1])),
        (papers.NOTE_MONEY, parts.money(m)),
        (papers.NOTE_FAIR, parts.rules_and_risks(m)),
        (papers.NOTE_HELD, parts.barred(m)),
    )
    sections = tuple(
        Section(t(words.PART, number=wording.COUNTED[number], title=title), blocks)
        for number, (title, blocks) in enumerate(explained)
    )
    return _chapters(papers.NOTE, (need, tuple(process), tuple(_contents(m)), sections), t), (TASKS, PEERS, DATA)


def _if_nothing(m: Matter) -> Iterator[Block]:
    playbook = m.t.pack.playbooks[m.leading.playbook]
    text = playbook.if_nothing if m.course != "none" else m.t.pack.doing_nothing
    yield Paragraph(m.t(papers.NOTE_NOTHING, what=m.t.sentence(m.t(text))))


def _contents(m: Matter) -> Iterator[Block]:
    t, plan = m.t, m.advice.plan
    if not plan:
        yield Paragraph(t(papers.NOTE_COUNT_NONE))
        return
    yield Paragraph(t(papers.NOTE_COUNT, count=len(plan)))
    found = [(phase, [one for one in plan if one.measure.phase == phase.id]) for phase in t.pack.phases]
    for number, (phase, planned) in enumerate((phase, planned) for phase, planned in found if planned):
        told = tuple(
            t.sentence(t.clauses([m.title(one), *(t.gist(step) for step in one.measure.steps[: m.room.steps])]))
            for one in planned
        )
        yield Section(t(words.PART, number=wording.COUNTED[number], title=phase.title), counted(told))


_BRIEFING_ROOMS = (
    Room(answers=8, causes=4, actions=8, steps=1, tools=6, risks=2, peers=5, data=10, partners=3, seen=1),
    Room(answers=8, causes=3, actions=6, steps=1, tools=5, risks=1, peers=5, data=10, partners=3, seen=1),
    Room(answers=6, causes=3, actions=6, steps=0, tools=4, risks=1, peers=4, data=8, partners=3, seen=1),
    Room(answers=6, causes=3, actions=5, steps=0, tools=3, risks=1, peers=4, data=8, partners=2, seen=1),
    Room(answers=5, causes=2, actions=3, steps=0, tools=3, risks=1, peers=4, data=8, partners=2, seen=1),
    Room(answers=4, causes=1, actions=2, steps=0, tools=2, risks=0, peers=3, data=6, partners=2, seen=1),
    Room(answers=2, causes=1, actions=1, steps=0, tools=1, risks=0, peers=3, data=6, partners=2, seen=1),
    Room(answers=1, causes=0, actions=0, steps=0, tools=1, risks=0, peers=2, data=6, partners=2, seen=1),
)
_STUDY_ROOMS = (
    Room(answers=20, causes=8, actions=20, steps=1, tools=8, risks=3, peers=7, data=12, partners=4, seen=2),
    Room(answers=20, causes=6, actions=20, steps=1, tools=8, risks=2, peers=6, data=12, partners=4, seen=2),
    Room(answers=16, causes=5, actions=12, steps=1, tools=6, risks=2, peers=5, data=10, partners=3, seen=2),
    Room(answers=12, causes=4, actions=8, steps=1, tools=5, risks=1, peers=4, data=10, partners=3, seen=1),
    Room(answers=10, causes=4, actions=8, steps=0, tools=4, risks=1, peers=4, data=8, partners=2, seen=1),
    Room(answers=8, causes=3, actions=4, steps=0, tools=3, risks=1, peers=3, data=8, partners=2, seen=1),
)
_NOTE_ROOMS = (
    Room(answers=8, causes=3, actions=8, steps=1, tools=6, risks=2, peers=3, data=10, partners=3, seen=1),
    Room(answers=8, causes=3, actions=8, steps=1, tools=4, risks=1, peers=3, data=10, partners=3, seen=1),
    Room(answers=6, causes=2, actions=5, steps=0, tools=3, risks=1, peers=2, data=8, partners=2, seen=1),
)
