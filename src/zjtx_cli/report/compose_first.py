"""The first screen: what to do, why, how sure, what speaks against it, what first, whom to ask, what if nothing is done."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import CONDITIONAL, RECOMMENDED, Advice, Finding, Judgement, Match, Planned
from zjtx_cli.report import wording
from zjtx_cli.report.document import Block, Fact, Facts, Section, Words
from zjtx_cli.report.open_points import open_points
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Text, same

_FEW = 2


def first_screen(advice: Advice, t: Teller) -> Section:
    """Plain sentences first, figures second; what belongs to the city as a whole is said once."""
    shared = tuple(_of_city(advice, t))
    if len(advice.judgements) == 1:
        facts: tuple[Block, ...] = (Facts((*_of_trade(advice.first, advice, t), *shared)),)
    else:
        parts = [Section(one.case.industry, (Facts(tuple(_of_trade(one, advice, t))),)) for one in advice.judgements]
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
        answer=t.answer(finding.question, finding.answer),
        because=t(finding.because),
    )


def _of_trade(judgement: Judgement, advice: Advice, t: Teller) -> Iterator[Fact]:
    verdict = judgement.verdict
    leading = judgement.match(verdict.first) if verdict.first else judgement.ranking[0]
    yield Fact(t(wording.DO), tuple(_what(judgement, leading, t)))
    yield Fact(t(wording.WHY), tuple(_why(judgement, leading, t)))
    yield Fact(t(wording.SURE), (_how_sure(judgement, leading, advice, t),))
    if verdict.status != "none":
        yield Fact(t(wording.AGAINST), tuple(_against(judgement, leading, t)))
    # How well the advice holds (Judgement.robustness) belongs here, in one sentence, once it is computed.
    if verdict.status == "undecided":
        yield Fact(t(wording.FIND_OUT), tuple(_find_out(judgement, t)))


def _of_city(advice: Advice, t: Teller) -> Iterator[Fact]:
    yield Fact(t(wording.BEGIN), tuple(_begin(advice, t)))
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
            yield t(wording.WITH_COMPANION, other=t.model(one.playbook), strength=wording.STRENGTH[one.strength])


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


def _how_sure(judgement: Judgement, leading: Match, advice: Advice, t: Teller) -> str:
    return t(wording.BETWEEN).join(_certainty(judgement, leading, advice, t))


def _certainty(judgement: Judgement, leading: Match, advice: Advice, t: Teller) -> Iterator[str]:
    status, score = judgement.verdict.status, leading.score
    if leading.known == 0:
        yield t(wording.NOTHING_KNOWN)
    else:
        lead = {"none": wording.NEAREST, "undecided": wording.LEADING}.get(status)
        if lead is not None:
            yield t(lead, title=t.model(leading.playbook))
        yield t(
            wording.FIT_IS,
            tenths=wording.TENTHS[int(score.likely * 10 + 0.5)],
            fit=reasons.fit(score.likely),
            low=reasons.fit(score.low),
            high=reasons.fit(score.high),
            known=reasons.percent(leading.known),
        )
        weakest = max((step.evidence for step in leading.transfer if step.necessary), default="")
        if weakest:
            yield t(wording.WEAKEST, grade=weakest, words=wording.GRADES[weakest])
    yield t(wording.DATE_GIVEN if advice.as_of_given else wording.DATE_OF_PACK, month=t.month(advice.as_of))


def _against(judgement: Judgement, leading: Match, t: Teller) -> Iterator[str]:
    gaps = list(_gaps(judgement, leading, t)) if leading.strength == CONDITIONAL else []
    if gaps:
        yield t(wording.GAPS, which=_some(gaps, t))
    build = [one for one in leading.preconditions if one.necessary and one.holds is not True and one.buildable]
    if build:
        yield t(wording.TO_BUILD, which=_some([t.gist(one.text) for one in build], t))
    losses = speaking_against(leading)[: 1 if gaps or build else _FEW]
    yield from (_brief(one, t) for one in losses)
    if not gaps and not build and not losses:
        yield t(wording.NOTHING_AGAINST)


def _gaps(judgement: Judgement, match: Match, t: Teller) -> Iterator[str]:
    """What keeps a model that can be considered from being recommended, in a few words each."""
    limits = t.pack.thresholds
    for blocker in match.blockers:
        if blocker.holds is None:
            yield t(wording.GAP_BLOCKER, which=t(blocker.deciding))
    for one in match.preconditions:
        if one.necessary and one.holds is not True and not one.buildable:
            yield t(wording.GAP_PRECONDITION, which=t.gist(one.text))
    for step in match.transfer:
        if step.necessary and step.holds is None:
            yield t(wording.GAP_STEP, which=t.gist(step.text))
        elif step.necessary and step.evidence == "D":
            yield t(wording.GAP_WEAK, which=t.gist(step.text))
    if next(group for group in judgement.groups if group.group == match.group).present is None:
        yield t(wording.GAP_GROUP)
    if match.score.likely < limits.recommended_from:
        yield t(wording.GAP_FIT, limit=reasons.fit(limits.recommended_from))
    if match.known < limits.recommended_known:
        yield t(wording.GAP_KNOWN, limit=reasons.percent(limits.recommended_known))


def _find_out(judgement: Judgement, t: Teller) -> Iterator[str]:
    for number, point in enumerate(open_points(judgement, t.pack)[:3], 1):
        question = t.pack.questions[point.question]
        yield t(wording.POINT, number=number, name=question.name, office=t.office(question.office))


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
    barred = (one for judgement in advice.judgements for match in judgement.ranking for one in match.blockers if one.holds)
    found = list(dict.fromkeys(t.sentence(t.gist(one.instead)) for one in barred))
    if found:
        yield t(wording.INSTEAD, what=found[0])
    yield t(wording.LOOK_AGAIN)


def _ask(advice: Advice, t: Teller) -> Iterator[str]:
    asks = list(dict.fromkeys(t.sentence(t.gist(text)) for text in _asks(advice.plan)))
    yield from asks[:_FEW]
    if len(asks) > _FEW:
        yield t(wording.MORE_ASKS, count=len(asks) - _FEW)
    if not asks:
        yield t(wording.NO_ASK)


def _asks(plan: tuple[Planned, ...]) -> Iterator[Text]:
    """What to ask of the higher level: first where it holds the lever, then where it only helps."""
    for one in sorted(plan, key=lambda one: one.measure.authority == "county"):
        if one.measure.ask_above is not None:
            yield one.measure.ask_above


def _if_nothing(advice: Advice, t: Teller) -> Iterator[Words]:
    models = dict.fromkeys(one.playbook for judgement in advice.judgements for one in considered(judgement)[:1])
    for model in models:
        yield t.sentence(t.gist(t.pack.playbooks[model].if_nothing))
    if not models:
        yield t(t.pack.doing_nothing)


def _brief(finding: Finding, t: Teller) -> str:
    return t.sentence(reason(finding._replace(because=same(t.gist(finding.because))), t))


def _some(parts: list[str], t: Teller) -> str:
    """The first few, and how many there are in all."""
    shown = t.clauses(parts[:_FEW])
    return shown if len(parts) <= _FEW else t(wording.AND_MORE, which=shown, count=len(parts))
