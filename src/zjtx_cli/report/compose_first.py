"""The first screen: what to do, why, how sure, what speaks against it, what first, whom to ask, what if nothing is done."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import CONDITIONAL, RECOMMENDED, Advice, Finding, Judgement, Match
from zjtx_cli.model.condition import questions_in
from zjtx_cli.model.pack import LEVELS
from zjtx_cli.model.playbook import Blocker
from zjtx_cli.report import wording
from zjtx_cli.report import wording_robustness as robust_words
from zjtx_cli.report.compose_first_hold import held_back, may_fail, to_find_out
from zjtx_cli.report.compose_measure import decided_here
from zjtx_cli.report.compose_places import precedents
from zjtx_cli.report.document import Block, Fact, Facts, Section, Words
from zjtx_cli.report.open_points import is_open
from zjtx_cli.report.telling import Teller
from zjtx_cli.report.telling_change import how_stable, would_turn
from zjtx_cli.text import Text, same

_FEW = 2


def first_screen(advice: Advice, t: Teller) -> Section:
    """Plain sentences first, figures second; what belongs to the city as a whole is said once."""
    shared = tuple(_of_city(advice, t))
    if len(advice.judgements) == 1:
        facts: tuple[Block, ...] = (Facts((*_of_trade(advice.first, t), *shared)),)
    else:
        parts = [Section(one.case.industry, (Facts(tuple(_of_trade(one, t))),)) for one in advice.judgements]
        facts = (*parts, Section(t(wording.FOR_THE_CITY), (Facts(shared),)))
    return Section(t(wording.IN_SHORT), facts)


def considered(judgement: Judgement) -> tuple[Match, ...]:
    """The models whose measures may stand in the plan."""
    return tuple(one for one in judgement.ranking if one.strength in (RECOMMENDED, CONDITIONAL))


def speaking_for(match: Match) -> list[Finding]:
    """Known answers that bring a model at least half of their weight, those that bring most first."""
    found = [one for one in match.findings if one.known and one.low >= 0.5]
    return sorted(found, key=lambda one: -round(one.part_low, 9))


def speaking_against(match: Match) -> list[Finding]:
    """Known answers that cost a model at least half of their weight, those that cost most first."""
    found = [one for one in match.findings if one.known and one.high <= 0.5]
    return sorted(found, key=lambda one: -round(one.share * (1 - one.high), 9))


def reason(finding: Finding, t: Teller) -> str:
    return t(
        wording.REASON,
        name=t.question(finding.question),
        answer=said(finding, t),
        because=t(finding.because),
    )


def gaps(judgement: Judgement, match: Match, t: Teller) -> list[str]:
    """What keeps a model that can be considered from being recommended, in a few words each."""
    return [*_open_gates(judgement, match, t), *_short_of(judgement, match, t)]


def said(finding: Finding, t: Teller) -> str:
    """The answer; a question that was rightly not asked does not apply here."""
    if finding.answer is None and finding.known:
        return t(reasons.NOT_APPLICABLE)
    return t.answer(finding.question, finding.answer)


def _of_trade(judgement: Judgement, t: Teller) -> Iterator[Fact]:
    verdict = judgement.verdict
    leading = judgement.match(verdict.first) if verdict.first else judgement.ranking[0]
    yield Fact(t(wording.DO), tuple(_what(judgement, leading, t)))
    yield Fact(t(wording.WHY), tuple(_why(judgement, leading, t)))
    yield Fact(t(wording.SURE), tuple(_how_sure(judgement, leading, t)))
    if judgement.robustness is not None:
        yield Fact(t(robust_words.CHANGES), (would_turn(judgement, judgement.robustness, t),))
    if verdict.status != "none":
        yield Fact(t(wording.AGAINST), tuple(_against(judgement, leading, t)))
        if fails := tuple(may_fail(leading, t)):
            yield Fact(t(wording.MAY_FAIL_HERE), fails)
    if asked := to_find_out(judgement, leading, t):
        yield Fact(t(wording.FIND_OUT), (asked,))
    yield from precedents(judgement, t)


def _of_city(advice: Advice, t: Teller) -> Iterator[Fact]:
    yield Fact(t(wording.BEGIN), tuple(_begin(advice, t)))
    if held := tuple(held_back(advice, t)):
        yield Fact(t(wording.MEANS), held)
    if advice.plan:
        yield Fact(t(wording.ASK), tuple(_ask(advice, t)))
    yield Fact(t(wording.NOTHING), tuple(_if_nothing(advice, t)))


def _what(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    status = judgement.verdict.status
    if status != "recommended":
        yield t(wording.START_NONE if status == "none" else wording.NOT_YET)
        return
    playbook = t.pack.playbooks[leading.playbook]
    sentence = wording.TAKE if leading.strength == RECOMMENDED else wording.TAKE_IF
    yield t(sentence, title=playbook.title, case=playbook.case)
    for one in judgement.ranking:
        if one.playbook in playbook.companions():
            sentence = wording.WITH_COMPANION if one in considered(judgement) else wording.COMPANION_OUT
            yield t(sentence, other=t.model(one.playbook), strength=wording.STRENGTH[one.strength])


def _why(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    verdict = judgement.verdict
    if verdict.status == "recommended":
        found = speaking_for(leading)[:_FEW]
        yield from (_brief(one, t) for one in found)
        if not found:
            yield t.sentence(t(verdict.because))
        return
    yield t.sentence(t(verdict.because))
    if verdict.status == "none":
        for one in judgement.ranking[:_FEW]:
            words = {"title": t.model(one.playbook), "strength": wording.STRENGTH[one.strength]}
            yield t(wording.MODEL_IS, **words, because=t.sentence(_hindrance(one, t)))


def _hindrance(match: Match, t: Teller) -> str:
    """Why a model cannot be considered, in one clause."""
    for blocker in match.blockers:
        if blocker.holds:
            return t.gist(blocker.because)
    for step in match.transfer:
        if step.necessary and step.holds is False:
            return t(reasons.STEP_FAILS, which=t.gist(step.text))
    for one in match.preconditions:
        if one.necessary and one.holds is False and not one.buildable:
            return t(reasons.PRECONDITION_FAILS, which=t.gist(one.text))
    return t.gist(match.because)


def _how_sure(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    yield t(wording.BETWEEN).join(_certainty(judgement, leading, t))
    if judgement.robustness is not None and leading.known > 0:
        yield how_stable(judgement, judgement.robustness, t)


def _certainty(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    status, score = judgement.verdict.status, leading.score
    if leading.known == 0:
        yield t(wording.NOTHING_KNOWN)
    else:
        lead = {"none": wording.NEAREST, "undecided": wording.LEADING}.get(status)
        if lead is not None:
            yield t(lead, title=t.model(leading.playbook))
        yield t(
            wording.FIT_IS_KNOWN if leading.known == 1 else wording.FIT_IS,
            tenths=wording.TENTHS[int(score.likely * 10 + 0.5)],
            fit=reasons.fit(score.likely),
            low=reasons.fit(score.low),
            high=reasons.fit(score.high),
            known=reasons.percent(leading.known),
        )
        weakest = max((step.evidence for step in leading.transfer if step.necessary), default="")
        if weakest:
            yield t(wording.WEAKEST, grade=weakest, words=wording.GRADES[weakest])


def _against(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    missing = list(_missing(judgement, leading, t)) if leading.known >= t.pack.thresholds.verdict_known else []
    yield from missing
    losses = speaking_against(leading) or sorted(leading.findings, key=lambda one: one.share * (one.high - 1))
    costs = [one for one in losses if one.known and round(one.share * (1 - one.high), 2) > 0]
    yield from (_brief(one, t) for one in costs[: 0 if missing else _FEW])
    if not missing and not costs:
        yield t(wording.NOTHING_AGAINST)


def _missing(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    """What is open, and what has to be built before the model can work."""
    if leading.strength == CONDITIONAL:
        yield t(wording.GAPS, which=_some(gaps(judgement, leading, t), t))
    build = [one for one in leading.preconditions if one.necessary and one.holds is not True and one.buildable]
    if build:
        yield t(wording.TO_BUILD, which=_some([t.label(one.text) for one in build], t, few=1))


def _open_gates(judgement: Judgement, match: Match, t: Teller) -> Iterator[str]:
    """Blockers that are not ruled out, preconditions and steps that are not certain."""
    blockers = [one for one, found in zip(_blockers(match, t), match.blockers, strict=True) if found.holds is None]
    if blockers:
        asked = dict.fromkeys(question for one in blockers for question in questions_in(one.when))
        which = [t.question(one) for one in asked if is_open(one, judgement)]
        yield t(wording.GAP_BLOCKERS, count=len(blockers), which=t.enumerated(which))
    for one in match.preconditions:
        if one.necessary and one.holds is not True and not one.buildable:
            yield t(wording.GAP_PRECONDITION, which=t.label(one.text))
    for step in match.transfer:
        if step.necessary and step.holds is None:
            yield t(wording.GAP_STEP, which=t.label(step.text))
        elif step.necessary and step.evidence == "D":
            yield t(wording.GAP_WEAK, which=t.label(step.text))


def _blockers(match: Match, t: Teller) -> tuple[Blocker, ...]:
    return t.pack.playbooks[match.playbook].blockers


def _short_of(judgement: Judgement, match: Match, t: Teller) -> Iterator[str]:
    """Lines of the judgement that a model has not reached yet."""
    limits = t.pack.thresholds
    if next(group for group in judgement.groups if group.group == match.group).present is None:
        yield t(wording.GAP_GROUP)
    if match.score.likely < limits.recommended_from:
        yield t(wording.GAP_FIT, limit=reasons.fit(limits.recommended_from))
    if match.known < limits.recommended_known:
        yield t(wording.GAP_KNOWN, limit=reasons.percent(limits.recommended_known))


def _begin(advice: Advice, t: Teller) -> Iterator[str]:
    """The first three measures: those that even a poor county can start within a hundred days go before others."""
    measures = [one.measure for one in sorted(advice.plan, key=lambda one: not one.measure.first_hundred)]
    for number, measure in enumerate(measures[:3], 1):
        money, lead = t.resource(measure.resource), t.office(measure.lead)
        yield t(wording.FIRST_MEASURE, number=number, title=measure.title, lead=lead, money=money)
    if not measures:
        yield from _instead(advice, t)


def _instead(advice: Advice, t: Teller) -> Iterator[str]:
    """Where nothing is to be started: what the blockers say to do instead, or to judge again."""
    barred = (
        one for judgement in advice.judgements for match in judgement.ranking for one in match.blockers if one.holds
    )
    found = list(dict.fromkeys(t.sentence(t.gist(one.instead)) for one in barred))
    if found:
        yield from (t(wording.INSTEAD, what=one) for one in found[:_FEW])
    yield t(wording.LOOK_AGAIN)


def _ask(advice: Advice, t: Teller) -> Iterator[str]:
    asks = list(dict.fromkeys(t.sentence(t.gist(text)) for text in _asks(advice)))
    if not asks:
        yield t(wording.NO_ASK)
    elif len(asks) == 1:
        yield asks[0]
    else:
        yield t(wording.MORE_ASKS, ask=asks[0], count=len(asks) - 1)


def _asks(advice: Advice) -> Iterator[Text]:
    """What to ask of the higher level: for the first choice before others, where it holds the lever before where it helps."""
    leading = {one.verdict.first for one in advice.judgements}
    order = sorted(advice.plan, key=lambda one: (one.playbook not in leading, one.measure.authority == LEVELS[0]))
    for measure in (one.measure for one in order):
        if measure.ask_above is not None and not decided_here(measure, advice.level):
            yield measure.ask_above


def _if_nothing(advice: Advice, t: Teller) -> Iterator[Words]:
    models = dict.fromkeys(one.playbook for judgement in advice.judgements for one in considered(judgement)[:1])
    for model in models:
        yield t.sentence(t.gist(t.pack.playbooks[model].if_nothing))
    if not models:
        yield t(t.pack.doing_nothing)


def _brief(finding: Finding, t: Teller) -> str:
    """A reason in one clause. Of a figure the value function says how it bends: why it counts is nearer to the point."""
    figure = finding.answer is not None and isinstance(finding.answer.value, float)
    gist = same(t.gist(finding.reason if figure else finding.because))
    return t.sentence(reason(finding._replace(because=gist), t))


def _some(parts: list[str], t: Teller, *, few: int = _FEW) -> str:
    """The first few, and how many there are in all."""
    shown = t.clauses(parts[:few])
    return shown if len(parts) <= few else t(wording.AND_MORE, which=shown, count=len(parts))
