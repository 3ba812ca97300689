"""The parts that official papers share: the situation, problems and causes, what to do, money, rules and risks."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Finding, Judgement, Planned
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import Compare, Is, atoms_in, truth
from zjtx_cli.report import wording
from zjtx_cli.report import wording_official as words
from zjtx_cli.report.compose_first import speaking_against
from zjtx_cli.report.document import Block, Fact, Facts, Paragraph, Section
from zjtx_cli.report.official import Matter, counted, course, leading, led, some
from zjtx_cli.report.official_reasons import wanting, why_barred
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Language, Text


def situation(m: Matter) -> tuple[Block, ...]:
    """What was gone through and what was reported; delicate answers are not repeated in a paper that goes round."""
    t, blocks = m.t, []
    for one in m.advice.judgements:
        asked = [*one.answers, *one.missing]
        known = [name for name, answer in one.answers.items() if not isinstance(answer.value, Mark)]
        lead = {"city": m.advice.city, "level": wording.LEVELS[m.advice.level], "what": trade_of(one, m)}
        counts = {"asked": len(asked), "known": len(known), "open": len(asked) - len(known)}
        told = [_answer(name, one, t) for name in known if _may_go_round(name, t)][: m.room.answers]
        line = t(words.SITUATION_ANSWERS, which=t.clauses(told)) if told else t(words.SITUATION_NONE)
        blocks.append(Paragraph(t.sentences([t(words.SITUATION_LEAD, **lead, **counts), line])))
        blocks.append(Paragraph(t(words.SITUATION_GROUPS, which=t.clauses(_groups(one, t)))))
    return tuple(blocks)


def problems(m: Matter, most: int) -> tuple[Block, ...]:
    """What ails the firms that the models considered are for; each trade's leading one before others."""
    t = m.t
    found: dict[str, str] = {}
    for one in m.models():
        if not m.is_absent(one.group):
            found.setdefault(one.group, t.sentence(t(t.pack.playbooks[one.playbook].problem)))
    if not found:
        return (Paragraph(t(words.NO_PROBLEM)),)
    told = list(found.items())[: max(most, len(m.advice.judgements)) if m.room.causes else 1]
    return tuple(Paragraph(t(words.PROBLEM_LEAD, title=t.pack.group(group).title, what=what)) for group, what in told)


def causes(m: Matter) -> tuple[Block, ...]:
    t = m.t
    found = [one for one in speaking_against(m.leading) if one.answer and _may_go_round(one.question, t)]
    told = tuple(
        t.sentence(t(words.CAUSE, answer=_answer(one.question, m.judgement, t), because=_because(one, t)))
        for one in found[: m.room.causes]
    )
    blocks = led(t(words.CAUSES), told)
    shown = (*_shows(m), *blocks, *missing(m))
    return shown or (Paragraph(t(words.NO_CAUSE)),)


def missing(m: Matter) -> tuple[Block, ...]:
    """What each trade still lacks for its course."""
    t, told = m.t, []
    for one in m.advice.judgements:
        found = wanting(leading(one), one, t) if course(one) != "none" else []
        if found:
            most = 2 + 2 * m.room.causes
            which = t.clauses(found[:most])
            if found[most:]:
                which = t(words.COUNTED, which=which, count=len(found))
            told.append(Paragraph(_of_trade(t(words.WANTING, which=which), one, m)))
    return tuple(told)


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
    return counted(lines) or (Paragraph(t(words.NOTHING_BARRED)),)


def money(m: Matter) -> tuple[Block, ...]:
    t, plan = m.t, m.advice.plan
    if not plan:
        return (Paragraph(t.sentences([t(words.MONEY_NONE), t(words.CHANNELS)])),)
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
        t(words.MONEY_ITEM, title=t(wording.QUOTED, title=m.title(one)), money=t.resource(one.measure.resource))
        for one in largest
    )
    return (
        Paragraph(t.sentences([lead, t(words.MONEY_LARGEST, which=items)])),
        Paragraph(t(words.CHANNELS)),
    )


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


def sum_of(plan: tuple[Planned, ...], t: Teller) -> str:
    resources = [one.measure.resource for one in plan]
    return t.about(sum(one.low for one in resources), sum(one.high for one in resources))


def trade_of(judgement: Judgement, m: Matter) -> str:
    industry = judgement.case.industry
    return m.t(words.TRADE, industry=industry) if industry else m.t(words.FIRMS)


def _groups(judgement: Judgement, t: Teller) -> Iterator[str]:
    """Which kinds of firm are here, which hardly, and which are not known yet."""
    for state, sentence in words.GROUPS.items():
        titles = [t.pack.group(one.group).title for one in judgement.groups if one.present is state]
        if titles:
            yield t(sentence, which=t.enumerated(t(wording.QUOTED, title=one) for one in titles))


def _shows(m: Matter) -> tuple[Block, ...]:
    """By which answers the firms of the leading model are known to be here."""
    t, group = m.t, m.t.pack.group(m.leading.group)
    met = dict.fromkeys(atom.question for atom in atoms_in(group.present_if) if _is_met(atom, m.judgement))
    told = [_answer(name, m.judgement, t) for name in met if _may_go_round(name, t)]
    line = _of_trade(t(words.SHOWS, which=t.clauses(told)), m.judgement, m)
    return (Paragraph(line),) if told else ()


def _is_met(atom: Is | Compare, judgement: Judgement) -> bool:
    answer = judgement.answers.get(atom.question)
    if answer is None or answer.value in (Mark.UNKNOWN, Mark.WITHHELD):
        return False
    return truth(atom, {atom.question: answer.value}) is True


def _course(m: Matter) -> Iterator[str]:
    """The course of each trade; where there is one trade, also what goes with it."""
    t = m.t
    for one in m.advice.judgements:
        playbook = t.pack.playbooks[leading(one).playbook]
        yield _of_trade(t(words.COURSE[course(one)], title=playbook.title), one, m)
    borrowed = (
        t.pack.playbooks[leading(one).playbook]
        for one in m.advice.judgements
        if course(one) not in ("undecided", "none")
    )
    for playbook in {one.id: one for one in borrowed if not m.is_the_case(one)}.values():
        yield t(words.BORROWED, case=playbook.case)
    if len(m.advice.judgements) == 1 and m.course not in ("undecided", "none"):
        first = t.pack.playbooks[m.leading.playbook]
        kept = [one.playbook for one in m.models() if one.playbook != first.id]
        companions = [one for one in kept if one in first.companions()]
        for companion in companions:
            yield t(words.COMPANION, title=t.model(companion))
        others = [one for one in kept if one not in companions]
        if others:
            yield t(words.OTHERS_TOO, which=t.models(others))


def _of_trade(line: str, judgement: Judgement, m: Matter) -> str:
    """A line about one trade, which is named where there are several."""
    if len(m.advice.judgements) == 1:
        return line
    return m.t(words.OF_TRADE, trade=trade_of(judgement, m), what=line)


def _actions(m: Matter, plan: tuple[Planned, ...], none: Text) -> tuple[Block, ...]:
    if not plan:
        return (Paragraph(m.t(none)),)
    ordered = sorted(plan, key=lambda one: one.playbook != m.leading.playbook)
    told, rest = ordered[: m.room.actions], ordered[m.room.actions :]
    blocks: list[Block] = [*counted(_action(m, one) for one in told)]
    if rest:
        titles = some((m.t(wording.QUOTED, title=m.title(one)) for one in rest), 2, m.t)
        sentence = words.ACTIONS_MORE if told else words.ACTIONS_ALL
        blocks.append(Paragraph(m.t(sentence, count=len(rest), which=titles)))
    return tuple(blocks)


def _action(m: Matter, one: Planned) -> str:
    t = m.t
    filled = {"title": m.title(one), "lead": t.office(one.measure.lead), "deadline": m.deadline(one)}
    if not m.room.steps:
        return t(words.ACTION, **filled)
    steps = t.sentences(t.gist(step) for step in one.measure.steps[: m.room.steps])
    return t(words.ACTION_STEPS, **filled, steps=steps)


def _because(finding: Finding, t: Teller) -> str:
    """Of a figure the value function says how it bends: why it counts is nearer to the point."""
    figure = finding.answer is not None and isinstance(finding.answer.value, float)
    return t.gist(finding.reason if figure else finding.because)


def _may_go_round(question: str, t: Teller) -> bool:
    """Whether an answer may stand in a paper that many read: not one on leaders, on money, or that is given too well."""
    return t.pack.questions[question].delicate is None and question != t.pack.fiscal_question


def _answer(name: str, judgement: Judgement, t: Teller) -> str:
    answer = judgement.answers[name]
    if isinstance(answer.value, float):
        return t(words.ANSWER_FIGURE, name=t.question(name), answer=t.answer(name, answer))
    said = t.enumerated(_labels(name, answer.value, t))
    return t(_way_of_saying(said, t.language), name=t.question(name), answer=said)


def _way_of_saying(said: str, language: Language) -> Text:
    """Chinese says an answer without quotation marks where it is a plain name, and has its own way of saying that there is none."""
    if language is Language.ZH and said in words.NOTHING:
        return words.ANSWER_NOTHING
    plain = language is Language.ZH and "，" not in said and not said.startswith(words.NOTHING)
    return words.ANSWER_FIGURE if plain else words.ANSWER


def _labels(name: str, value: object, t: Teller) -> list[str]:
    chosen = value if isinstance(value, frozenset) else {value}
    return [t(option.label) for option in t.pack.questions[name].options if option.id in chosen]
