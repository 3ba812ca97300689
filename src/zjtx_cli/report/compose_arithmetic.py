"""The arithmetic of a fit, answer by answer, and every condition with its truth: what `--explain` adds."""

from collections.abc import Iterable, Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import Finding, Judgement, Match
from zjtx_cli.report import wording
from zjtx_cli.report.compose_first import said
from zjtx_cli.report.document import Block, Bullets, Fold, Paragraph, Strong, Table, Words
from zjtx_cli.report.telling import Teller


def arithmetic(match: Match, judgement: Judgement, t: Teller) -> tuple[Block, ...]:
    """Two folds: the sum, and the conditions. The parts shown add up to the sum shown, to the last figure."""
    title = t.model(match.playbook)
    lows = adding_up(one.part_low for one in match.findings)
    highs = adding_up(one.part_high for one in match.findings)
    rows = [_row(one, low, high, t) for one, low, high in zip(match.findings, lows, highs, strict=True)]
    total = t.span(f"{match.score.low:.4f}", f"{match.score.high:.4f}")
    fit = t(wording.ARITHMETIC_SUM, fit=reasons.fit(match.score.likely))
    rows.append((fit, "", "", "100.0%", total))
    head = tuple(t(one) for one in wording.ARITHMETIC_HEAD)
    table = Table(t(wording.ARITHMETIC, title=title), head, tuple(rows), frozenset((2, 3, 4)))
    why = Bullets(tuple(_reasons(one, t) for one in match.findings))
    conditions = Table(
        t(wording.CONDITIONS, title=title),
        tuple(t(one) for one in wording.CONDITIONS_HEAD),
        tuple(_conditions(match, judgement, t)),
    )
    return (
        Fold(t(wording.ARITHMETIC, title=title), (Paragraph(t(wording.ARITHMETIC_NOTE)), table, why)),
        Fold(t(wording.CONDITIONS, title=title), (conditions,)),
    )


def adding_up(parts: Iterable[float]) -> list[str]:
    """Parts with four places, rounded along the running sum: they add up to the rounded total."""
    shown, total, before = [], 0.0, 0.0
    for part in parts:
        total += part
        now = round(round(total, 9), 4)
        shown.append(f"{now - before:.4f}")
        before = now
    return shown


def _row(one: Finding, low: str, high: str, t: Teller) -> tuple[Words, ...]:
    return (
        t.question(one.question),
        said(one, t),
        t.span(reasons.fit(one.low), reasons.fit(one.high)),
        f"{one.share * 100:.1f}%",
        t.span(low, high),
    )


def _reasons(one: Finding, t: Teller) -> Words:
    words = t(wording.VALUE_AND_WEIGHT, because=t(one.because).rstrip("。."), reason=one.reason)
    return (Strong(t.question(one.question)), t(wording.COLON) + words, *t.citation(one.claims))


def _conditions(match: Match, judgement: Judgement, t: Teller) -> Iterator[tuple[Words, ...]]:
    playbook, group = t.pack.playbooks[match.playbook], t.pack.group(match.group)
    present = next(one.present for one in judgement.groups if one.group == match.group)
    yield t(wording.KIND_GROUP), t.condition(group.present_if), t(wording.TRUTH[present])
    for blocker, barred in zip(playbook.blockers, match.blockers, strict=True):
        yield t(wording.KIND_BLOCKER, id=blocker.id), t.condition(blocker.when), t(wording.TRUTH[barred.holds])
    for wanted, there in zip(playbook.preconditions, match.preconditions, strict=True):
        yield t(wording.KIND_PRECONDITION, id=wanted.id), t.condition(wanted.holds_if), t(wording.TRUTH[there.holds])
    for step, stands in zip(playbook.mechanism, match.transfer, strict=True):
        yield t(wording.KIND_STEP, id=step.id), t.condition(step.holds_if), t(wording.TRUTH[stands.holds])
