"""Which firms are here, how every model fits them, and whether its mechanism would work here."""

from collections.abc import Iterator, Mapping

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import CONDITIONAL, Finding, GroupFinding, Judgement, Match, PreconditionFinding, StepFinding
from zjtx_cli.model.condition import Truth
from zjtx_cli.report import wording
from zjtx_cli.report.compose_arithmetic import arithmetic
from zjtx_cli.report.compose_charts import fits, profile
from zjtx_cli.report.compose_first import considered, gaps, reason, speaking_against, speaking_for
from zjtx_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Fold,
    Numbered,
    Paragraph,
    Section,
    Strong,
    Table,
    Words,
)
from zjtx_cli.report.telling import Teller, together
from zjtx_cli.text import Text

_MOST = 4
_IS_HERE = {True: reasons.GROUP_PRESENT, False: reasons.GROUP_ABSENT, None: reasons.GROUP_OPEN}
_STANDS = {True: reasons.HOLDS, False: reasons.FAILS, None: reasons.OPEN}


def groups_of_firms(judgement: Judgement, t: Teller) -> Section:
    rows = tuple(_group(one, judgement, t) for one in judgement.groups)
    table = Table(t(wording.GROUPS), tuple(t(one) for one in wording.GROUP_HEAD), rows)
    return Section(t(wording.GROUPS), (Paragraph(t(wording.GROUPS_LEAD)), table))


def ranking(
    judgement: Judgement, t: Teller, *, explain: bool, originals: Mapping[str, Judgement] | None = None
) -> Section:
    """All models in one table; those that can be considered at length, the others in short with the reason.

    `originals` are the judged cases that the models were written from: the first choice is shown beside its own.
    """
    ordered = together(judgement.ranking, t.pack)
    shown = [one.playbook for one in considered(judgement)] or [ordered[0].playbook]
    table = Table(
        t(wording.RANKING),
        tuple(t(one) for one in wording.RANKING_HEAD),
        tuple(_row(one, t) for one in ordered),
        frozenset((2, 3, 4)),
    )
    blocks: list[Block] = [Paragraph(t(wording.FIT_NOTE)), table, fits(judgement, t)]
    beside = originals or {}
    blocks += [
        _at_length(one, judgement, beside.get(one.playbook), t, explain=explain)
        for one in ordered
        if one.playbook in shown
    ]
    others = tuple(_in_short(one, judgement, t, explain=explain) for one in ordered if one.playbook not in shown)
    if others:
        blocks.append(Section(t(wording.OTHER_MODELS), others))
    return Section(t(wording.RANKING), tuple(blocks))


def _group(one: GroupFinding, judgement: Judgement, t: Teller) -> tuple[Words, ...]:
    group = t.pack.group(one.group)
    return (
        t(group.title),
        t(wording.PRESENT[one.present]),
        t(wording.SIZE, name=t.question(group.size), size=_size(one, group.size, judgement, t)),
        t.model(one.first) if one.first else t(wording.NO_MODEL),
        t(one.because).removeprefix(t(_IS_HERE[one.present], deciding="")),
    )


def _size(one: GroupFinding, question: str, judgement: Judgement, t: Teller) -> str:
    return t.answer(question, one.size) if question in judgement.answers else t(wording.NOT_GIVEN)


def _row(one: Match, t: Teller) -> tuple[Words, ...]:
    return (
        t.model(one.playbook),
        t(wording.STRENGTH[one.strength]),
        reasons.fit(one.score.likely),
        t.span(reasons.fit(one.score.low), reasons.fit(one.score.high)),
        reasons.percent(one.known),
        t(t.pack.group(one.group).title),
    )


def _at_length(one: Match, judgement: Judgement, original: Judgement | None, t: Teller, *, explain: bool) -> Section:
    blocks: list[Block] = [Paragraph(_standing(one, judgement, t)), *_companions(one, judgement, t)]
    blocks += profile(judgement, one, original, t)
    blocks += [*_for_and_against(one, t), *_transfer(one, t), *_preconditions(one, t), *_blockers(one, t)]
    if explain:
        blocks += arithmetic(one, judgement, t)
    return Section(_title(one, t), tuple(blocks))


def _standing(one: Match, judgement: Judgement, t: Teller) -> str:
    """Why the model stands where it stands; what is open is told at length below, so only named here."""
    if one.strength != CONDITIONAL:
        return t.sentence(t(one.because))
    fit = t(wording.FIT, fit=reasons.fit(one.score.likely))
    return t.sentences([fit, t(wording.GAPS, which=t.clauses(gaps(judgement, one, t)))])


def _in_short(one: Match, judgement: Judgement, t: Teller, *, explain: bool) -> Fold:
    """A model that is not chosen: why not, what costs it most, and what forbids it."""
    costs = [_part(finding, t) for finding in speaking_against(one)[:_MOST]]
    blocks: list[Block] = [Paragraph(t.sentence(t(one.because)))]
    blocks += [Bullets(tuple(costs))] if costs else []
    blocks += [
        Callout(
            "warning",
            t(wording.HIT[True]),
            t.sentences([t(found.because), t(wording.BLOCKER_INSTEAD, what=t.here(found.instead))]),
        )
        for found in one.blockers
        if found.holds
    ]
    failing = [step for step in one.transfer if step.holds is False]
    blocks += [Bullets(tuple(_step(step, t) for step in failing))] if failing else []
    if explain:
        blocks += arithmetic(one, judgement, t)
    return Fold(_title(one, t), tuple(blocks))


def _title(one: Match, t: Teller) -> str:
    playbook = t.pack.playbooks[one.playbook]
    return t(wording.MODEL_TITLE, title=playbook.title, case=playbook.case, strength=wording.STRENGTH[one.strength])


def _companions(one: Match, judgement: Judgement, t: Teller) -> Iterator[Block]:
    names = [
        match.playbook for match in judgement.ranking if match.playbook in t.pack.playbooks[one.playbook].companions()
    ]
    if names:
        yield Paragraph(t(wording.COMPANIONS, other=t.models(names)))


def _for_and_against(one: Match, t: Teller) -> Iterator[Block]:
    for title, findings, empty in (
        (wording.FOR, speaking_for(one), wording.NO_REASON_FOR),
        (wording.AGAINST_IT, speaking_against(one), wording.NO_REASON_AGAINST),
    ):
        items = tuple(_part(finding, t) for finding in findings[:_MOST])
        yield Section(t(title), (Bullets(items) if items else Paragraph(t(empty)),))


def _part(finding: Finding, t: Teller) -> Words:
    part, share = reasons.fit(finding.contribution), reasons.fit(finding.share)
    words = t(wording.PART, reason=reason(finding, t).rstrip("。."), part=part, share=share)
    return t.cited(words, finding.claims)


def _transfer(one: Match, t: Teller) -> Iterator[Block]:
    if one.transfer:
        items = tuple(_step(step, t) for step in one.transfer)
        yield Section(t(wording.TRANSFER), (Paragraph(t(wording.TRANSFER_LEAD)), Numbered(items)))


def _step(step: StepFinding, t: Teller) -> Words:
    need = wording.NECESSARY if step.necessary else wording.HELPFUL
    note = t(wording.STEP_NOTE, need=need, evidence=t.evidence(step.evidence))
    words = [t(wording.HERE, because=_deciding(step.because, step.holds, t))]
    if step.holds is not True:
        words.append(t(wording.REMEDY if step.holds is False else wording.REMEDY_IF, what=t.here(step.if_fails)))
    return (
        Strong(t(wording.HOLDS[step.holds])),
        t(wording.IN_BRACKETS, inner=note),
        t(wording.BETWEEN) + t.sentence(t(step.text)),
        *t.citation(step.claims),
        t(wording.BETWEEN) + t.sentences(words),
    )


def _deciding(because: Text, holds: Truth, t: Teller) -> str:
    """The answers that decide, without the word that says how: that stands before them."""
    return t(because).removeprefix(t(_STANDS[holds], deciding=""))


def _preconditions(one: Match, t: Teller) -> Iterator[Block]:
    if not one.preconditions:
        return
    open_ones = [found for found in one.preconditions if found.holds is not True]
    met = len(one.preconditions) - len(open_ones)
    blocks: list[Block] = []
    if open_ones:
        blocks.append(Bullets(tuple(_precondition(found, t) for found in open_ones)))
    if met:
        blocks.append(Paragraph(t(wording.SOME_MET if open_ones else wording.PRECONDITIONS_MET, count=met)))
    yield Section(t(wording.PRECONDITIONS), tuple(blocks))


def _precondition(found: PreconditionFinding, t: Teller) -> Words:
    need = t(wording.NEEDED if found.necessary else wording.WISHED)
    here = t(wording.HERE, because=_deciding(found.because, found.holds, t))
    words = t.sentences([t.here(found.text), here, _building(found, t)])
    return (Strong(t(wording.THERE[found.holds])), t(wording.IN_BRACKETS, inner=need), t(wording.BETWEEN) + words)


def _building(found: PreconditionFinding, t: Teller) -> str:
    how = t.here(found.build) if found.build else ""
    if found.buildable:
        return t(wording.BUILD_HERE, how=how)
    if found.buildable_by:
        return t(wording.BUILD_ABOVE, levels=t.levels(found.buildable_by), how=how)
    return t(wording.BUILD_NEVER)


def _blockers(one: Match, t: Teller) -> Iterator[Block]:
    if not one.blockers:
        return
    found = [blocker for blocker in one.blockers if blocker.holds is not False]
    items: tuple[Words, ...] = tuple(
        (
            Strong(t(wording.HIT[blocker.holds])),
            t(wording.COLON),
            t.sentences(
                [
                    t(blocker.because),
                    t(wording.HERE, because=t(blocker.deciding)),
                    t(wording.BLOCKER_INSTEAD, what=t.here(blocker.instead)),
                ]
            ),
        )
        for blocker in found
    )
    block = Bullets(items) if items else Paragraph(t(wording.BLOCKERS_CLEAR, count=len(one.blockers)))
    yield Section(t(wording.BLOCKERS), (block,))
