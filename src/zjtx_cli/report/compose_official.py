"""The parts that official papers share: the points, the situation, problems and causes, money, rules and risks, requests."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Finding, Judgement, Planned
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import Compare, Is, atoms_in, truth
from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report.compose_first import speaking_against
from zjtx_cli.report.document import Block, Fact, Facts, Numbered, Paragraph, Section
from zjtx_cli.report.official import Matter, later, some, wanting, why_barred
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Text


def points(m: Matter) -> Section:
    """What a leader asks, in the leader's order, each answered in a line."""
    t = m.t
    answers = (
        (words.POINT_DECIDE, _decide(m)),
        (words.POINT_MONEY, _money_point(m)),
        (words.POINT_ABOVE, _above_point(m)),
        (words.POINT_PEERS, _peers_point(m)),
        (words.POINT_LEAD, _lead_point(m)),
        (words.POINT_SEEN, _seen_point(m)),
        (words.POINT_RISK, _risk_point(m)),
    )
    facts = tuple(Fact(t(label), (t.sentence(answer),)) for label, answer in answers)
    return Section(t(words.POINTS), (Facts(facts),))


def situation(m: Matter) -> tuple[Block, ...]:
    """What was gone through and what was reported; delicate answers are not repeated in a paper that goes round."""
    t, blocks = m.t, []
    for one in m.advice.judgements:
        asked = [*one.answers, *one.missing]
        known = [name for name, answer in one.answers.items() if not isinstance(answer.value, Mark)]
        lead = {"city": m.advice.city, "level": wording.LEVELS[m.advice.level], "what": _trade(one, m)}
        counts = {"asked": len(asked), "known": len(known), "open": len(asked) - len(known)}
        told = [_answer(name, one, t) for name in known if _may_go_round(name, t)][: m.room.answers]
        line = t(words.SITUATION_ANSWERS, which=t.clauses(told)) if told else t(words.SITUATION_NONE)
        blocks.append(Paragraph(t.sentences([t(words.SITUATION_LEAD, **lead, **counts), line])))
        groups = [t(words.GROUP[group.present], title=t.pack.group(group.group).title) for group in one.groups]
        blocks.append(Paragraph(t(words.SITUATION_GROUPS, which=t.clauses(groups))))
    return tuple(blocks)


def problems(m: Matter, most: int) -> tuple[Block, ...]:
    """What ails the firms that the models considered are for."""
    t = m.t
    return tuple(
        Paragraph(
            t(
                words.PROBLEM_LEAD,
                title=t.pack.group(one.group).title,
                what=t.sentence(t(t.pack.playbooks[one.playbook].problem)),
            )
        )
        for one in {one.group: one for one in reversed(m.models())}.values()
    )[::-1][:most]


def causes(m: Matter) -> tuple[Block, ...]:
    t = m.t
    found = [one for one in speaking_against(m.leading) if one.answer and _may_go_round(one.question, t)]
    told = tuple(
        t.sentence(t(words.CAUSE, answer=_answer(one.question, m.judgement, t), because=_because(one, t)))
        for one in found[: m.room.causes]
    )
    blocks: list[Block] = [Paragraph(t(words.CAUSES)), Numbered(told)] if told else []
    shown = (*_shows(m), *blocks, *missing(m))
    return shown or (Paragraph(t(words.NO_CAUSE)),)


def _shows(m: Matter) -> tuple[Block, ...]:
    """By which answers the firms of the leading model are known to be here."""
    t, group = m.t, m.t.pack.group(m.leading.group)
    told = [
        _answer(name, m.judgement, t)
        for name in dict.fromkeys(atom.question for atom in atoms_in(group.present_if) if _is_met(atom, m.judgement))
        if _may_go_round(name, t)
    ]
    return (Paragraph(t(words.SHOWS, which=t.clauses(told))),) if told else ()


def _is_met(atom: Is | Compare, judgement: Judgement) -> bool:
    answer = judgement.answers.get(atom.question)
    if answer is None or answer.value in (Mark.UNKNOWN, Mark.WITHHELD):
        return False
    return truth(atom, {atom.question: answer.value}) is True


def missing(m: Matter) -> tuple[Block, ...]:
    if m.course == "none":
        return ()
    found = wanting(m.leading, m.judgement, m.t)
    return (Paragraph(m.t(words.WANTING, which=m.t.clauses(found))),) if found else ()


def recommendations(m: Matter) -> tuple[Block, ...]:
    """The course, then what can be done soon, what needs coordination, and what is not to be started."""
    t = m.t
    parts = (
        (words.NEAR, _actions(m, m.near(), words.NOTHING_NEAR)),
        (words.COORDINATED, _actions(m, m.coordinated(), words.NOTHING_COORDINATED)),
        (words.BARRED, barred(m)),
    )
    return (
        Paragraph(t.sentences(_course(m))),
        *(
            Section(t(words.PART, number=wording.COUNTED[number], title=title), blocks)
            for number, (title, blocks) in enumerate(parts)
        ),
    )


def barred(m: Matter) -> tuple[Block, ...]:
    """Every model and every measure that is not to be started; none is ever left away for want of room."""
    t = m.t
    reasons: dict[str, list[str]] = {}
    for one in m.barred_models():
        reasons.setdefault(why_barred(one, t), []).append(t(wording.QUOTED, title=t.model(one.playbook)))
    lines = [t(words.MODELS_BARRED, which=t.enumerated(titles), because=because) for because, titles in reasons.items()]
    for kind, held in m.held_back().items():
        titles = list(dict.fromkeys(t(one.title) for one in held))
        lines.append(t(words.LEFT_OUT_LINE, kind=words.LEFT_OUT[kind], which=t.clauses(titles)))
    return (Numbered(tuple(lines)),) if lines else (Paragraph(t(words.NOTHING_BARRED)),)


def money(m: Matter) -> tuple[Block, ...]:
    t, plan = m.t, m.advice.plan
    if not plan:
        return (Paragraph(t.sentences([t(words.MONEY_NONE), t(words.CHANNELS)])), *tools(m))
    near = m.near()
    heavy = sum(one.measure.resource.weight == "heavy" for one in plan)
    lead = t(
        words.MONEY_LEAD,
        count=len(plan),
        money=sum_of(plan, t),
        near_count=len(near),
        near=sum_of(near, t),
        heavy=heavy,
    )
    largest = sorted(plan, key=lambda one: -one.measure.resource.high)[:2]
    items = t.enumerated(
        t(words.MONEY_ITEM, title=one.measure.title, money=t.resource(one.measure.resource)) for one in largest
    )
    return (
        Paragraph(t.sentences([lead, t(words.MONEY_LARGEST, which=items)])),
        Paragraph(t(words.CHANNELS)),
        *tools(m),
    )


def tools(m: Matter) -> tuple[Block, ...]:
    """Which policies of the higher level can be used and until when, which must be checked, which no longer count."""
    t, lines = m.t, []
    by_status = _tools_by_status(m)
    usable = [_tool(one, t) for one in by_status["in_force"]]
    for wanted, found in (
        (words.TOOLS_USABLE, usable),
        (words.TOOLS_CHECK, [_title(one, t) for one in by_status["unconfirmed"]]),
        (words.TOOLS_ENDED, [_title(one, t) for one in by_status["ended"]]),
    ):
        if found:
            lines.append(t(wanted, which=some(found, m.room.tools, t)))
    return (Paragraph(t.sentences(lines)),) if lines else ()


def rules_and_risks(m: Matter) -> tuple[Block, ...]:
    t, procedures = m.t, m.procedures()
    first = [t(words.PROCEDURES, which=t.enumerated(procedures))] if procedures else []
    found = m.risks()
    facts = tuple(
        Fact(
            t(label),
            (t.sentence(t.clauses([*found[subject][: m.room.risks], t(words.RISKS_NONE[subject])])),),
        )
        for subject, label in words.RISKS.items()
    )
    return (Paragraph(t.sentences([*first, t(words.FAIR)])), Facts(facts), Paragraph(t(words.REVIEW)))


def requests(m: Matter) -> tuple[Block, ...]:
    return (Numbered(tuple(_requests(m))),)


def sum_of(plan: tuple[Planned, ...], t: Teller) -> str:
    resources = [one.measure.resource for one in plan]
    return t.about(sum(one.low for one in resources), sum(one.high for one in resources))


def lead_line(m: Matter) -> str:
    sentence = words.REQUEST_LEAD_CN if m.advice.country == "CN" else words.REQUEST_LEAD
    return m.t(sentence, office=m.t.office(m.office_in_charge()))


def _course(m: Matter) -> Iterator[str]:
    t, leading = m.t, m.t.pack.playbooks[m.leading.playbook]
    yield t(words.COURSE[m.course], title=leading.title)
    if m.course in ("undecided", "none"):
        return
    if not m.is_the_case(leading):
        yield t(words.BORROWED, case=leading.case)
    kept = [one.playbook for one in m.models() if one.playbook != leading.id]
    companions = [one for one in kept if one in leading.companions()]
    for one in companions:
        yield t(words.COMPANION, title=t.model(one))
    others = [one for one in kept if one not in companions]
    if others:
        yield t(words.OTHERS_TOO, which=t.models(others))


def _actions(m: Matter, plan: tuple[Planned, ...], none: Text) -> tuple[Block, ...]:
    if not plan:
        return (Paragraph(m.t(none)),)
    ordered = sorted(plan, key=lambda one: one.playbook != m.leading.playbook)
    told, rest = ordered[: m.room.actions], ordered[m.room.actions :]
    blocks: list[Block] = [Numbered(tuple(_action(m, one) for one in told))] if told else []
    if rest:
        titles = some((m.t(wording.QUOTED, title=one.measure.title) for one in rest), 2, m.t)
        blocks.append(Paragraph(m.t(words.ACTIONS_MORE, count=len(rest), which=titles)))
    return tuple(blocks)


def _action(m: Matter, one: Planned) -> str:
    t = m.t
    filled = {"title": one.measure.title, "lead": t.office(one.measure.lead), "deadline": m.deadline(one)}
    if not m.room.steps:
        return t(words.ACTION, **filled)
    steps = t.sentences(t.gist(step) for step in one.measure.steps[: m.room.steps])
    return t(words.ACTION_STEPS, **filled, steps=steps)


def _requests(m: Matter) -> Iterator[str]:
    t = m.t
    title = t.model(m.leading.playbook)
    yield t(words.REQUEST_COURSE[m.course], title=title, month=t.month(later(m.advice.as_of, _AGAIN[m.course])))
    led = [one for one in m.advice.plan if one.measure.leader_led]
    top = [t(words.REQUEST_TOP, title=led[0].measure.title)] if led else []
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


_AGAIN = {"recommended": 12, "conditional": 12, "undecided": 6, "none": 12}


def _decide(m: Matter) -> str:
    return m.t(words.DECIDE[m.course], title=m.t.model(m.leading.playbook), near=len(m.near()))


def _money_point(m: Matter) -> str:
    plan = m.advice.plan
    if not plan:
        return m.t(words.MONEY_POINT_NONE)
    return m.t(words.MONEY_POINT, count=len(plan), money=sum_of(plan, m.t), near=sum_of(m.near(), m.t))


def _above_point(m: Matter) -> str:
    t, found = m.t, _tools_by_status(m)
    parts = []
    if found["in_force"]:
        titles = [_title(one, t) for one in found["in_force"]]
        dated = [one for one in found["in_force"] if t.pack.instruments[one].until]
        named = [_until(one, t) for one in dated[:2]] or titles[:2]
        parts.append(t(words.ABOVE_POINT, which=some([*named, *titles[len(named) :]], 2, t)))
    if found["unconfirmed"]:
        parts.append(t(words.ABOVE_POINT_CHECK, count=len(found["unconfirmed"])))
    if found["ended"]:
        parts.append(t(words.ABOVE_POINT_ENDED, count=len(found["ended"])))
    return t.clauses(parts) if parts else t(words.ABOVE_POINT_NONE)


def _peers_point(m: Matter) -> str:
    playbook = m.t.pack.playbooks[m.leading.playbook]
    if m.is_the_case(playbook) and playbook.failed_where:
        return m.t(words.PEERS_POINT_FAILED, place=playbook.failed_where[0].place)
    if not playbook.failed_where:
        return m.t(words.PEERS_POINT_ONE, case=playbook.case)
    return m.t(words.PEERS_POINT, case=playbook.case, place=playbook.failed_where[0].place)


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
        return m.t(words.SEEN_POINT_NONE, year=m.year_end())
    return m.t(words.SEEN_POINT, year=m.year_end(), which=m.t.clauses(found[:2]))


def _risk_point(m: Matter) -> str:
    named = [m.t(label) for subject, label in words.RISKS.items() if m.risks()[subject]]
    return m.t(words.RISK_POINT, which=m.t.enumerated(named or [m.t(one) for one in words.RISKS.values()]))


def _tools_by_status(m: Matter) -> dict[str, list[str]]:
    """The instruments that the plan names: in_force, unconfirmed, and ended (or not yet in force)."""
    found: dict[str, list[str]] = {"in_force": [], "unconfirmed": [], "ended": []}
    for name in dict.fromkeys(name for one in m.advice.plan for name in one.measure.instruments):
        status = m.t.pack.instruments[name].status(m.advice.as_of)
        found["ended" if status == "not_yet" else status].append(name)
    return found


def _tool(name: str, t: Teller) -> str:
    one, title = t.pack.instruments[name], _title(name, t)
    number = next((basis.number for basis in one.basis if basis.number and basis.verified), "")
    until = t.month(one.until) if one.until else ""
    if until:
        return t(words.TOOL_UNTIL if number else words.TOOL_UNTIL_BARE, title=title, number=number, until=until)
    return t(words.TOOL_BASIS, title=title, number=number) if number else title


def _title(name: str, t: Teller) -> str:
    """An instrument's name without what explains it."""
    return t.label(t.pack.instruments[name].title)


def _because(finding: Finding, t: Teller) -> str:
    """Of a figure the value function says how it bends: why it counts is nearer to the point."""
    figure = finding.answer is not None and isinstance(finding.answer.value, float)
    return t.gist(finding.reason if figure else finding.because)


def _until(name: str, t: Teller) -> str:
    one = t.pack.instruments[name]
    return t(words.ABOVE_UNTIL, title=_title(name, t), until=t.month(one.until))


def _trade(judgement: Judgement, m: Matter) -> str:
    industry = judgement.case.industry
    return m.t(words.TRADE, industry=industry) if industry else m.t(words.FIRMS)


def _may_go_round(question: str, t: Teller) -> bool:
    """Whether an answer may stand in a paper that many read: not one on leaders, on money, or that is given too well."""
    return t.pack.questions[question].delicate is None and question != t.pack.fiscal_question


def _answer(name: str, judgement: Judgement, t: Teller) -> str:
    answer = judgement.answers[name]
    figure = isinstance(answer.value, float)
    sentence = words.ANSWER_FIGURE if figure else words.ANSWER
    said = t.enumerated(_labels(name, answer.value, t)) if not figure else t.answer(name, answer)
    return t(sentence, name=t.question(name), answer=said)


def _labels(name: str, value: object, t: Teller) -> list[str]:
    chosen = value if isinstance(value, frozenset) else {value}
    return [t(option.label) for option in t.pack.questions[name].options if option.id in chosen]
