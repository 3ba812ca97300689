"""All playbooks against one city: the groups of firms, the ranking and the verdict."""

from collections.abc import Mapping

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.completions import attainable
from zjtx_cli.advisor.matching import fit_extremes, gate_questions, match, may_be_chosen
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.saying import say_deciding
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import (
    CONDITIONAL,
    RECOMMENDED,
    GroupFinding,
    Judgement,
    Match,
    TensionFound,
    Verdict,
)
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.condition import Truth, questions_in, truth
from zjtx_cli.model.pack import Group, Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.text import Text

_GROUP_REASONS = {True: reasons.GROUP_PRESENT, False: reasons.GROUP_ABSENT, None: reasons.GROUP_OPEN}


def judge(tables: Tables, case: Case) -> Judgement:
    """Judge every playbook for one trade of one city."""
    pack = tables.pack
    path = replay(pack.questions, case.answers)
    answers = path.counting(case.answers)
    matches = [match(playbook, tables, path, answers, case.level) for playbook in pack.playbooks.values()]
    return conclude(tables, case, path, matches)


def conclude(tables: Tables, case: Case, path: Path, matches: list[Match]) -> Judgement:
    """The judgement of a case whose playbooks are each judged."""
    pack, answers, ranking = tables.pack, path.counting(case.answers), in_order(matches)
    return Judgement(
        case,
        answers,
        path.set_aside,
        tuple(question for question in path.asked if question not in answers),
        _verdict(tables, path, answers, case.level, ranking),
        tuple(_group(group, pack, path, answers, ranking) for group in pack.groups),
        ranking,
        tuple(TensionFound(one.id, one.say) for one in pack.tensions if truth(one.when, path.states)),
    )


def in_order(matches: list[Match]) -> tuple[Match, ...]:
    """The one order of the product: eligible ones first, by likely fit; ties by the lower id."""
    return tuple(sorted(matches, key=lambda one: (not one.eligible, -one.score.likely, one.playbook)))


def leader(ranking: tuple[Match, ...]) -> Match | None:
    """The eligible playbook with the highest likely fit, or None where none is eligible or nothing is known."""
    if not ranking[0].eligible or all(one.known == 0 for one in ranking):
        return None
    return ranking[0]


def _group(
    group: Group, pack: Pack, path: Path, answers: Mapping[str, Answer], ranking: tuple[Match, ...]
) -> GroupFinding:
    present = truth(group.present_if, path.states)
    because = _GROUP_REASONS[present].format(deciding=say_deciding(group.present_if, path.states, pack.questions))
    known = any(one.known for one in ranking)
    first = next((one.playbook for one in ranking if one.group == group.id and one.eligible and known), None)
    return GroupFinding(group.id, present, answers.get(group.size), because, first)


def _verdict(
    tables: Tables, path: Path, answers: Mapping[str, Answer], level: str, ranking: tuple[Match, ...]
) -> Verdict:
    """The rules in their order: can anything be considered, is enough known of the leader, does it lead by enough."""
    pack, first = tables.pack, leader(ranking)
    name = first.playbook if first else None
    if not any(one.strength in (RECOMMENDED, CONDITIONAL) for one in ranking):
        most_known = max(one.known for one in ranking)
        if not any(_could_fit(playbook, tables, path, answers, level) for playbook in pack.playbooks.values()):
            return Verdict("none", None, reasons.NOTHING_CAN_FIT)
        if most_known >= pack.thresholds.verdict_known:
            return Verdict("none", None, reasons.NOTHING_FITS)
        known = reasons.percent(most_known, under=pack.thresholds.verdict_known)
        return Verdict("undecided", name, reasons.NOTHING_YET.format(known=known))
    leading = first or ranking[0]
    rival = _rival(leading, ranking, pack)
    if doubt := _doubt(leading, rival, pack):
        return Verdict("undecided", name, doubt)
    return Verdict("recommended", name, _lead(leading, rival, pack))


def _doubt(leading: Match, rival: Match | None, pack: Pack) -> Text | None:
    """Why the leader is not far enough ahead, or not known well enough, to be recommended."""
    limits, title, fit = pack.thresholds, pack.playbooks[leading.playbook].title, reasons.fit(leading.score.likely)
    if leading.known == 0:
        return reasons.NOTHING_KNOWN
    if leading.known < limits.verdict_known:
        known = reasons.percent(leading.known, under=limits.verdict_known)
        return reasons.LEADER_UNKNOWN.format(title=title, known=known)
    if rival is not None and round(leading.score.likely - rival.score.likely, 9) < limits.lead:
        other, other_fit = pack.playbooks[rival.playbook].title, reasons.fit(rival.score.likely)
        limit = reasons.fit(limits.lead)
        return reasons.LEAD_SMALL.format(title=title, fit=fit, rival=other, rival_fit=other_fit, limit=limit)
    return None


def _lead(leading: Match, rival: Match | None, pack: Pack) -> Text:
    title, fit = pack.playbooks[leading.playbook].title, reasons.fit(leading.score.likely)
    if rival is None:
        return reasons.LEADS_ALONE.format(title=title, fit=fit)
    return reasons.LEADS.format(title=title, fit=fit, lead=reasons.fit(leading.score.likely - rival.score.likely))


def _rival(leading: Match, ranking: tuple[Match, ...], pack: Pack) -> Match | None:
    """The best other eligible playbook that is not a declared companion of the leader."""
    companions = pack.playbooks[leading.playbook].companions()
    others = (one for one in ranking if one.eligible and one is not leading and one.playbook not in companions)
    return next(others, None)


def _could_fit(playbook: Playbook, tables: Tables, path: Path, answers: Mapping[str, Answer], level: str) -> bool:
    """Whether some completion makes this playbook eligible at conditional or better."""
    pack = tables.pack

    def goal(at: Path) -> Truth:
        return may_be_chosen(playbook, pack, at.states, level)

    def bound(at: Path) -> bool:
        return round(fit_extremes(playbook.id, tables, at).high, 9) >= pack.thresholds.conditional_from

    wanted = {question for condition in gate_questions(playbook, pack, level) for question in questions_in(condition)}
    for question in reversed(list(pack.questions.values())):  # and what their branches depend on
        if question.id in wanted and question.ask_if is not None:
            wanted.update(questions_in(question.ask_if))
    order = [question for question in pack.questions if question in wanted]
    return attainable(goal, bound, order, path, tables, answers, playbook.id)
