"""What an advice would become beside what it is: what moved, by how much, and through what."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import Advice, Finding, Judgement, Match, Planned
from zjtx_cli.model.answers import WITHHELD, Answer
from zjtx_cli.model.condition import Truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording
from zjtx_cli.report import wording_papers as papers
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.document import Block, Bullets, Document, Paragraph, Section, Table, Words
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language, Text

_MOST = 3


def compose_whatif(before: Advice, after: Advice, pack: Pack, language: Language) -> Document:
    """Two advices of one city side by side; the answers that differ are found, and named first."""
    t = Teller(pack, language, after.as_of, after.level)
    pairs = list(zip(before.judgements, after.judgements, strict=True))
    if len(pairs) == 1:
        sections = _of_trade(*pairs[0], t)
    else:
        sections = tuple(Section(one.case.industry, _of_trade(one, other, t)) for one, other in pairs)
    return Document(
        t(papers.WHATIF_TITLE, city=after.city),
        t(papers.WHATIF_SUBTITLE, month=t.month(after.as_of)),
        language,
        numbered((*sections, _plan(before, after, t)), t),
        t(wording.CONTENTS),
    )


def _of_trade(before: Judgement, after: Judgement, t: Teller) -> tuple[Section, ...]:
    return (_changes(before, after, t), _outcome(before, after, t), _models(before, after, t), _gates(before, after, t))


def _changes(before: Judgement, after: Judgement, t: Teller) -> Section:
    rows = tuple(
        (t.question(one), *_answers(one, before.case.answers.get(one), after.case.answers.get(one), t))
        for one in t.pack.questions
        if _value(before.case.answers.get(one)) != _value(after.case.answers.get(one))
    )
    head = tuple(t(one) for one in papers.CHANGES_HEAD)
    block: Block = Table(t(papers.CHANGES), head, rows) if rows else Paragraph(t(papers.NO_CHANGES))
    return Section(t(papers.CHANGES), (block,))


def _value(answer: Answer | None) -> object:
    return None if answer is None else answer.value


def _answers(question: str, before: Answer | None, after: Answer | None, t: Teller) -> tuple[str, str]:
    """Both answers; where one of them is withheld, the value of the other is not told either."""
    if WITHHELD.value in (_value(before), _value(after)):
        before, after = (one and WITHHELD for one in (before, after))
    return t.answer(question, before), t.answer(question, after)


def _outcome(before: Judgement, after: Judgement, t: Teller) -> Section:
    was, would_be = _said(before, t), _said(after, t)
    same = was == would_be
    sentence = t(papers.STAYS, outcome=was) if same else t(papers.MOVES, before=was, after=would_be)
    return Section(t(papers.OUTCOME), (Paragraph(sentence), Paragraph(t.sentence(t(after.verdict.because)))))


def _said(judgement: Judgement, t: Teller) -> str:
    verdict = judgement.verdict
    status = t(wording.STATUS[verdict.status])
    if verdict.first is None:
        return status
    strength = wording.STRENGTH[judgement.match(verdict.first).strength]
    return t(papers.OUTCOME_WITH, status=status, title=t.model(verdict.first), strength=strength)


def _models(before: Judgement, after: Judgement, t: Teller) -> Section:
    rows = tuple(_model(before.match(one.playbook), one, t) for one in after.ranking)
    head = tuple(t(one) for one in papers.MODELS_HEAD)
    return Section(t(papers.MODELS), (Table(t(papers.MODELS), head, rows, frozenset((1, 2, 3))),))


def _model(before: Match, after: Match, t: Teller) -> tuple[Words, ...]:
    was, would_be = before.score.likely, after.score.likely
    return (
        t.model(after.playbook),
        reasons.fit(was),
        reasons.fit(would_be),
        _signed(would_be - was),
        _from_to(wording.STRENGTH[before.strength], wording.STRENGTH[after.strength], t),
        t.enumerated(_through(before, after, t)) or t(papers.NOTHING_MOVED),
    )


def _through(before: Match, after: Match, t: Teller) -> Iterator[str]:
    """The criteria that moved the fit most, each with its part of the change."""
    was = {one.question: one for one in before.findings}
    moved = [(_moved(was[one.question], one), one.question) for one in after.findings]
    for change, question in sorted(moved, key=lambda pair: -abs(pair[0]))[:_MOST]:
        if change:
            yield t(papers.THROUGH, name=t.question(question), change=_signed(change))


def _moved(before: Finding, after: Finding) -> float:
    return round(after.contribution - before.contribution, 9)


def _signed(change: float) -> str:
    """A difference of fits with its sign; two places, and 0.00 without one."""
    shown = f"{abs(round(change, 9)):.2f}"
    return shown if shown == "0.00" else f"{'+' if change > 0 else '-'}{shown}"


def _from_to(before: Text, after: Text, t: Teller) -> str:
    return t(papers.SAME, what=after) if before == after else t(papers.FROM_TO, before=before, after=after)


def _gates(before: Judgement, after: Judgement, t: Teller) -> Section:
    items: list[Words] = []
    for one in after.ranking:
        was = before.match(one.playbook)
        moved = list(_moved_gates(before, after, was, one, t))
        if was.eligible != one.eligible:
            sentence = papers.BECOMES_ELIGIBLE if one.eligible else papers.BECOMES_BARRED
            moved.insert(0, t(sentence, title=t.model(one.playbook)))
        elif moved:
            moved.insert(0, t(wording.QUOTED, title=t.model(one.playbook)))
        if moved:
            items.append(t.sentence(t(wording.COLON).join((moved[0], t.clauses(moved[1:])))))
    block = Bullets(tuple(items)) if items else Paragraph(t(papers.NO_GATES))
    return Section(t(papers.GATES), (block,))


def _moved_gates(before: Judgement, after: Judgement, was: Match, one: Match, t: Teller) -> Iterator[str]:
    """The conditions of a model whose truth is another one now."""
    groups = {group.group: group.present for group in before.groups}
    for group in after.groups:
        if group.group == one.group:
            title = t.pack.group(group.group).title
            yield from _gate(papers.KIND_GROUP, title, groups[group.group], group.present, wording.PRESENT, t)
    for blocked, blocks in zip(was.blockers, one.blockers, strict=True):
        yield from _gate(papers.KIND_BLOCKER, blocks.because, blocked.holds, blocks.holds, wording.HIT, t)
    for had, has in zip(was.preconditions, one.preconditions, strict=True):
        yield from _gate(papers.KIND_PRECONDITION, has.text, had.holds, has.holds, wording.THERE, t)
    for stood, stands in zip(was.transfer, one.transfer, strict=True):
        yield from _gate(papers.KIND_STEP, stands.text, stood.holds, stands.holds, wording.HOLDS, t)


def _gate(kind: Text, text: Text, before: Truth, after: Truth, words: dict[Truth, Text], t: Teller) -> Iterator[str]:
    if before is not after:
        yield t(papers.GATE_MOVES, kind=kind, text=t.gist(text), before=words[before], after=words[after])


def _plan(before: Advice, after: Advice, t: Teller) -> Section:
    was = {(one.industry, one.playbook, one.measure.id): one for one in before.plan}
    would_be = {(one.industry, one.playbook, one.measure.id): one for one in after.plan}
    enters = tuple(t(one.measure.title) for key, one in would_be.items() if key not in was)
    leaves = tuple(_leaving([one for key, one in was.items() if key not in would_be], after, t))
    blocks = [
        Section(t(title), (Bullets(items),))
        for title, items in ((papers.ENTERS, enters), (papers.LEAVES, leaves))
        if items
    ]
    return Section(t(papers.PLAN), tuple(blocks) or (Paragraph(t(papers.PLAN_SAME)),))


def _leaving(gone: list[Planned], after: Advice, t: Teller) -> Iterator[str]:
    """Why each measure leaves; those of a model that is no longer considered are told together."""
    kept = {one.playbook for judgement in after.judgements for one in considered(judgement)}
    because = {(one.playbook, one.measure): t(one.because) for one in after.left_out}
    for playbook in dict.fromkeys(one.playbook for one in gone):
        titles = [(one.measure.id, t(one.measure.title)) for one in gone if one.playbook == playbook]
        if playbook not in kept:
            which = t.clauses(title for _, title in titles)
            yield t(papers.MODEL_DROPS, title=t.model(playbook), count=len(titles), which=which)
            continue
        for measure, title in titles:
            why = because.get((playbook, measure), t(papers.LEFT_SINCE))
            yield t(papers.LEAVES_BECAUSE, title=title, because=why)
