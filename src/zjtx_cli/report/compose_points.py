"""What a leader reads first and last: the points in the order in which they are asked, and what is put to a decision."""

from collections.abc import Iterator

from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report.compose_official import sum_of, trade_of
from zjtx_cli.report.compose_peers import peers_in_a_line
from zjtx_cli.report.compose_tools import tool_title, tools_by_status
from zjtx_cli.report.document import Block, Fact, Facts, Numbered, Section
from zjtx_cli.report.official import Matter, course, leading, some
from zjtx_cli.report.telling import Teller


def points(m: Matter) -> Section:
    """What a leader asks, in the leader's order, each answered in a line."""
    t = m.t
    answers = (
        (words.POINT_DECIDE, _decide(m)),
        (words.POINT_MONEY, _money_point(m)),
        (words.POINT_ABOVE, _above_point(m)),
        (words.POINT_PEERS, peers_in_a_line(m)),
        (words.POINT_LEAD, _lead_point(m)),
        (words.POINT_SEEN, _seen_point(m)),
        (words.POINT_RISK, _risk_point(m)),
    )
    facts = tuple(Fact(t(label), (t.sentence(answer),)) for label, answer in answers)
    return Section(t(words.POINTS), (Facts(facts),))


def requests(m: Matter) -> tuple[Block, ...]:
    return (Numbered(tuple(_requests(m))),)


def lead_line(m: Matter) -> str:
    sentence = words.REQUEST_LEAD_CN if m.advice.country == "CN" else words.REQUEST_LEAD
    return m.t(sentence, office=m.t.office(m.office_in_charge()))


def _requests(m: Matter) -> Iterator[str]:
    t = m.t
    if len(m.advice.judgements) > 1:
        yield t(words.REQUEST_COURSES, which=_courses(m))
    else:
        yield t(words.REQUEST_COURSE[m.course], title=t.model(m.leading.playbook), month=_again(m))
    led = [one for one in m.advice.plan if one.measure.leader_led]
    top = [t(words.REQUEST_TOP, title=m.title(led[0]))] if led else []
    yield t.sentences([lead_line(m), *top])
    near = m.near()
    if near:
        yield t(words.REQUEST_MONEY, count=len(near), money=sum_of(near, t))
    asks = m.asks()
    if asks:
        yield t(words.REQUEST_ABOVE, which=t(wording.BETWEEN).join(_asks_in(m, asks)))
    elif m.advice.plan:
        yield t(words.NO_ASK)
    if m.barred_models() or m.held_back():
        yield t(words.REQUEST_NOT_NOW)


def _asks_in(m: Matter, asks: list[str]) -> list[str]:
    return asks[: max(1, m.room.tools // 2)]


def _decide(m: Matter) -> str:
    if len(m.advice.judgements) > 1:
        return m.t(words.DECIDE_COURSES, which=_courses(m))
    return m.t(words.DECIDE[m.course], title=m.t.model(m.leading.playbook), near=len(m.near()))


def _money_point(m: Matter) -> str:
    plan = m.advice.plan
    if not plan:
        return m.t(words.MONEY_POINT_NONE)
    return m.t(words.MONEY_POINT, count=len(plan), money=sum_of(plan, m.t), near=sum_of(m.near(), m.t))


def _above_point(m: Matter) -> str:
    t, found = m.t, tools_by_status(m)
    parts = []
    if found["in_force"]:
        dated_first = sorted(found["in_force"], key=lambda one: not t.pack.instruments[one].until)
        parts.append(t(words.ABOVE_POINT, which=some((_until(one, t) for one in dated_first), 2, t)))
    if found["unconfirmed"]:
        parts.append(t(words.ABOVE_POINT_CHECK, count=len(found["unconfirmed"])))
    if found["ended"]:
        parts.append(t(words.ABOVE_POINT_ENDED, count=len(found["ended"])))
    if not parts:
        return t(words.ABOVE_POINT_NONE)
    if not m.advice.plan:
        return t(words.ABOVE_POINT_LATER, which=t.clauses(parts))
    return t(words.ABOVE_BETWEEN).join(map(t.opening, parts))


def _lead_point(m: Matter) -> str:
    first, *others = m.offices()
    office = m.t.office(first)
    if not others:
        return m.t(words.LEAD_POINT_ALONE, office=office)
    named = m.t.enumerated(m.t.office(one) for one in others[:2])
    return m.t(words.LEAD_POINT, office=office, others=m.t(words.AND_SO_ON, which=named) if others[2:] else named)


def _seen_point(m: Matter) -> str:
    found = m.seen_by_year_end()
    if not found:
        return m.t(words.SEEN_POINT_NONE["none" if m.course == "none" else "undecided"], month=_again(m))
    return m.t(words.SEEN_POINT, year=m.year_end(), which=m.t.clauses(found[:2]))


def _risk_point(m: Matter) -> str:
    """A leader asks about all four; each has its paragraph in the fifth part."""
    return m.t(words.RISK_POINT, which=m.t.enumerated(m.t(one) for one in words.RISKS.values()))


def _until(name: str, t: Teller) -> str:
    """An instrument, and until when it can be used where that is known."""
    one = t.pack.instruments[name]
    if not one.until:
        return tool_title(name, t)
    return t(words.ABOVE_UNTIL, title=tool_title(name, t), until=t.month(one.until))


def _again(m: Matter) -> str:
    """The month by which the matter is looked at again."""
    return m.t.month(m.again())


def _courses(m: Matter) -> str:
    """In a few words the course of each trade."""
    t = m.t
    return t.clauses(
        t(
            words.COURSE_OF_TRADE,
            trade=trade_of(one, m),
            what=t(words.COURSE_SHORT[course(one)], title=t.model(leading(one).playbook)),
        )
        for one in m.advice.judgements
    )
