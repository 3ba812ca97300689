"""Policies of the higher level in an official paper: what can be used and until when, what must be checked, what no longer counts."""

from zjtx_cli.report import wording_official as words
from zjtx_cli.report.document import Block, Paragraph
from zjtx_cli.report.official import Matter, some
from zjtx_cli.report.telling import Teller


def tools(m: Matter) -> tuple[Block, ...]:
    """Which policies of the higher level can be used and until when, which must be checked, which no longer count."""
    t, lines = m.t, []
    by_status = tools_by_status(m)
    usable = [_tool(one, t) for one in by_status["in_force"]]
    for wanted, found in (
        (words.TOOLS_USABLE, usable),
        (words.TOOLS_CHECK, [tool_title(one, t) for one in by_status["unconfirmed"]]),
        (words.TOOLS_ENDED, [tool_title(one, t) for one in by_status["ended"]]),
    ):
        if found:
            lines.append(t(wanted, which=some(found, m.room.tools, t)))
    return (Paragraph(t.sentences(lines)),) if lines else ()


def tools_by_status(m: Matter) -> dict[str, list[str]]:
    """The instruments that the plan names: in_force, unconfirmed, and ended (or not yet in force).

    Where nothing is decided yet, those of the nearest course: a leader asks what there is and until when before deciding.
    """
    found: dict[str, list[str]] = {"in_force": [], "unconfirmed": [], "ended": []}
    measures = [one.measure for one in m.advice.plan]
    if not measures and m.course != "none":
        measures = list(m.t.pack.playbooks[m.leading.playbook].measures)
    for name in dict.fromkeys(name for one in measures for name in one.instruments):
        status = m.t.pack.instruments[name].status(m.advice.as_of)
        found["ended" if status == "not_yet" else status].append(name)
    return found


def tool_title(name: str, t: Teller) -> str:
    """An instrument's name without what explains it."""
    return t.label(t.pack.instruments[name].title)


def _tool(name: str, t: Teller) -> str:
    one, title = t.pack.instruments[name], tool_title(name, t)
    number = next((basis.number for basis in one.basis if basis.number and basis.verified), "")
    until = t.month(one.until) if one.until else ""
    if until:
        return t(words.TOOL_UNTIL if number else words.TOOL_UNTIL_BARE, title=title, number=number, until=until)
    return t(words.TOOL_BASIS, title=title, number=number) if number else title
