"""How every figure came about, with its numbers put in: what `--explain` adds beside the sums of the fits."""

from collections.abc import Iterator
from math import sqrt

from zjtx_cli.advisor.judging import in_order
from zjtx_cli.model.advice import Advice, Judgement, Match
from zjtx_cli.model.robustness import Robustness, WeightSwitch
from zjtx_cli.report import wording_figures as words
from zjtx_cli.report.compose_arithmetic import adding_up
from zjtx_cli.report.document import Bullets, Section
from zjtx_cli.report.telling import Teller
from zjtx_cli.report.telling_change import factor_of, is_slight


def figures(advice: Advice, t: Teller) -> Section:
    """Each figure of the paper that is not a sum in the table of a fit."""
    lines = [line for one in advice.judgements for line in _of_trade(one, t)]
    return Section(t(words.TITLE), (Bullets((*lines, *_of_plan(advice, t))),))


def _of_trade(judgement: Judgement, t: Teller) -> Iterator[str]:
    ranking = in_order(list(judgement.ranking))
    first = ranking[0]
    yield t(words.LIKELY, title=t.model(first.playbook), **_four(first))
    parts = adding_up(one.share for one in first.findings if one.known)
    yield t(words.KNOWN, title=t.model(first.playbook), sum=" + ".join(parts) or "0", known=f"{first.known:.4f}")
    rivals = [one for one in ranking[1:] if one.eligible]
    if first.eligible and rivals:
        yield t(words.LEAD, **_lead(first, rivals[0], t))
    if judgement.robustness is not None:
        yield from _of_robustness(judgement, judgement.robustness, first, t)


def _four(one: Match) -> dict[str, str]:
    score = one.score
    return {"low": f"{score.low:.4f}", "high": f"{score.high:.4f}", "likely": f"{score.likely:.4f}"}


def _lead(first: Match, second: Match, t: Teller) -> dict[str, str]:
    return {
        "title": t.model(first.playbook),
        "other": t.model(second.playbook),
        "one": f"{first.score.likely:.4f}",
        "two": f"{second.score.likely:.4f}",
        "lead": f"{first.score.likely - second.score.likely:.4f}",
    }


def _of_robustness(judgement: Judgement, robust: Robustness, first: Match, t: Teller) -> Iterator[str]:
    share = robust.shares[first.playbook][0]
    count = round(share * robust.draws)
    yield t(words.SHARE, title=t.model(first.playbook), count=count, draws=robust.draws, share=f"{share:.4f}")
    none = round(robust.none_share * robust.draws)
    yield t(words.NONE_SHARE, count=none, draws=robust.draws, share=f"{robust.none_share:.4f}")
    root = f"{sqrt(robust.draws):.2f}"
    yield t(words.HALF_WIDTH, draws=robust.draws, root=root, half=f"{robust.half_width:.4f}")
    weights = [one for one in robust.switch_points if isinstance(one, WeightSwitch) and _is_known(one, judgement)]
    if weights:
        nearest = weights[0]
        sentence = words.WEIGHT_SLIGHT[nearest.factor > 1] if is_slight(nearest.factor) else words.WEIGHT
        yield t(sentence, **_weight(nearest, judgement, t))
    swings = [one for one in robust.decisive_unknowns if round(one.swing, 2)]
    if swings:
        largest = max(swings, key=lambda one: one.swing)
        yield t(words.SWING, name=t.question(largest.question), swing=f"{largest.swing:.4f}")


def _is_known(one: WeightSwitch, judgement: Judgement) -> bool:
    """Then its part is the same in every completion, and the formula holds at every factor."""
    return any(found.known for found in judgement.match(one.playbook).findings if found.question == one.question)


def _weight(one: WeightSwitch, judgement: Judgement, t: Teller) -> dict[str, str]:
    """The fit at the factor that is told, from the sums of the table."""
    match = judgement.match(one.playbook)
    finding = next(found for found in match.findings if found.question == one.question)
    told = factor_of(one.factor)
    factor = float(told)
    total = 1 - finding.share + finding.share * factor
    rest = match.score.likely - finding.contribution
    return {
        "title": t.model(one.playbook),
        "name": t.question(one.question),
        "factor": told,
        "rest": f"{rest:.4f}",
        "part": f"{finding.contribution:.4f}",
        "share": f"{finding.share:.4f}",
        "fit": f"{(rest + finding.contribution * factor) / total:.4f}",
    }


def _of_plan(advice: Advice, t: Teller) -> Iterator[str]:
    resources = [one.measure.resource for one in advice.plan]
    if resources:
        low, high = sum(one.low for one in resources), sum(one.high for one in resources)
        yield t(words.MONEY, count=len(resources), low=f"{low:g}", high=f"{high:g}", about=t.about(low, high))
