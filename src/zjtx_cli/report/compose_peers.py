"""Who did it nearby, and with what outcome: the nearest places of the case base as an official paper tells them."""

from collections.abc import Iterator

from zjtx_cli.model.place import Place
from zjtx_cli.report import wording
from zjtx_cli.report import wording_peers as words
from zjtx_cli.report.document import Block, Paragraph, Section, Table, Words
from zjtx_cli.report.official import Matter
from zjtx_cli.report.telling import Teller, first_clause
from zjtx_cli.report.wording_official import PART
from zjtx_cli.text import Text

_FEW, _SOME = 2, 4
_CLOSING = ("）", ")")
_UNSOURCED = ("memory", "summary")


def near_places(m: Matter) -> tuple[Place, ...]:
    """The places most like the city, each once, in the order in which they were found: those of its own country first."""
    found = (one.place for judgement in m.advice.judgements for one in judgement.places)
    return tuple(m.t.pack.places[one] for one in dict.fromkeys(found))


def peers_in_a_line(m: Matter) -> str:
    """For the points: who did it and how it went, and where the same thing fell short."""
    t, near = m.t, near_places(m)
    playbook = t.pack.playbooks[m.leading.playbook]
    parts = []
    if near:
        parts.append(t(words.PEERS_POINT_NEAR, which=t.enumerated(_with_outcome(one, t) for one in near[:_FEW])))
    elif m.course == "none" or m.is_the_case(playbook):
        parts.append(t(words.PEERS_POINT_NOBODY))
    else:
        parts.append(t(words.PEERS_POINT_CASE, case=playbook.case))
    if playbook.failed_where:
        parts.append(t(words.PEERS_POINT_FAILED, place=playbook.failed_where[0].place))
    return t.clauses(parts)


def near_items(m: Matter) -> tuple[str, ...]:
    """For the study: what the nearest places did, what came of it and what to mind; shorter where there is little room."""
    t, short = m.t, m.room.peers < _SOME
    sentence = words.NEAR_ITEM_SHORT if short else words.NEAR_ITEM
    near = ((one, _result(one, t, short=short)) for one in near_places(m)[: max(_FEW, m.room.peers // 2)])
    return tuple(
        t(
            sentence,
            name=one.name,
            industry=one.industry,
            done=_told(one.done, t, short=short),
            result=_checked(result, one, t) if short else result,
            caution=_checked(_told(one.caution, t, short=short), one, t),
        )
        for one, result in near
    )


def near_table(m: Matter) -> tuple[Block, ...]:
    """For the attachment: every near place with what was done, what came of it, what to mind, and how far it was checked."""
    t, near = m.t, near_places(m)
    if not near:
        return (Section(_part(0, words.PEERS_NEAR, t), (Paragraph(t(words.PEERS_NOBODY)),)),)
    rows: tuple[tuple[Words, ...], ...] = tuple(
        (
            t(words.NEAR_PLACE, name=one.name, industry=one.industry, period=one.period.replace("-", t(words.DASH))),
            _told(one.done, t),
            _checked(_result(one, t), one, t),
            _told(one.caution, t),
        )
        for one in near
    )
    table = Table(t(words.PEERS_NEAR), tuple(t(one) for one in words.NEAR_HEAD), rows)
    return (Section(_part(0, words.PEERS_NEAR, t), (table, Paragraph(t(words.PEERS_NEAR_NOTE)))),)


def case_table(m: Matter) -> tuple[Block, ...]:
    """The cases that the courses were written from, but for the city itself, and where the same thing fell short."""
    t, rows = m.t, []
    for match in m.models()[: 1 + m.room.peers // 4] if m.course != "none" else ():
        playbook = t.pack.playbooks[match.playbook]
        if playbook.since and not m.is_the_case(playbook):
            note = playbook.since[0]
            outcome = m.citations.cited(t.sentence(t.gist(note.text)), note.claims)
            title = t.sentence(t(wording.QUOTED, title=t.model(playbook.id)))
            rows.append((t.opening(t(playbook.case)), title, outcome))
    for failure in t.pack.playbooks[m.leading.playbook].failed_where[: m.room.peers]:
        lesson = t.sentence(t(failure.lesson))
        rows.append(
            (t.opening(t(failure.place)), t.sentence(t(failure.what)), m.citations.cited(lesson, failure.claims))
        )
    table = Table(t(words.PEERS_CASES), tuple(t(one) for one in words.PEERS_HEAD), tuple(rows))
    return (Section(_part(1, words.PEERS_CASES, t), (table, Paragraph(t(words.PEERS_LEAD_NOTE)))),)


def _part(number: int, title: Text, t: Teller) -> str:
    return t(PART, number=wording.COUNTED[number], title=title)


def _with_outcome(place: Place, t: Teller) -> str:
    return t(words.NEAR_ONE, name=place.name, industry=place.industry, outcome=words.OUTCOMES[place.outcome])


def _result(place: Place, t: Teller, *, short: bool = False) -> str:
    outcome = t(words.OUTCOMES[place.outcome])
    return t.sentences([outcome[:1].upper() + outcome[1:], _told(place.result, t, short=short)])


def _told(text: Text, t: Teller, *, short: bool = False) -> str:
    """A text of the case base in the wording of papers: what has no source says so in the words of papers."""
    said = t(text)
    for plain, formal in words.PLACE_MARKS[t.language]:
        said = said.replace(plain, formal)
    return t.sentence(first_clause(said, t.language)) if short else said


def _checked(said: str, place: Place, t: Teller) -> str:
    """With how the sources were seen before the full stop; that something has none is not kept back."""
    ways, bare = t.clauses(_ways(place, t)), said.rstrip("。.")
    stop = said[len(bare) :]
    if bare.endswith(_CLOSING):  # one pair of brackets is enough
        return t.clauses((bare[:-1], ways)) + bare[-1] + stop
    return bare + t(words.CHECKED, which=ways) + stop


def _ways(place: Place, t: Teller) -> Iterator[str]:
    seen = [one.seen for one in place.sources]
    counted = [t(label, count=seen.count(kind)) for kind, label in words.SEEN_AS.items() if kind in seen]
    if counted:
        yield t(words.SEEN_SECOND_HAND, which=t.enumerated(counted))
    if any(kind in seen for kind in _UNSOURCED):
        yield t(words.PARTLY_UNSOURCED)
