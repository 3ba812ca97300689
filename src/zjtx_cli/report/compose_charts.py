"""Where people would rather look than read: how the models fit, and a city beside the case that a model was taken from."""

from collections.abc import Iterable

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import Finding, Judgement, Match
from zjtx_cli.report import wording
from zjtx_cli.report import wording_charts as words
from zjtx_cli.report.document import Picture
from zjtx_cli.report.drawing import FitBar, FitChart, Mark, Pair, ProfileChart, Range
from zjtx_cli.report.telling import Teller, together
from zjtx_cli.text import NOTHING, Text, same


def fits(judgement: Judgement, t: Teller) -> Picture:
    """All models in the order of the ranking, with the share of draws in which each comes first where that is known."""
    robust = judgement.robustness
    bars = tuple(
        FitBar(
            t.pack.playbooks[one.playbook].title,
            wording.STRENGTH[one.strength],
            Range(one.score.low, one.score.high),
            None if robust is None else robust.shares[one.playbook][0],
            not one.eligible,
        )
        for one in together(judgement.ranking, t.pack)
    )
    limits = t.pack.thresholds
    marks = (
        Mark(limits.conditional_from, words.CONDITIONAL_FROM),
        Mark(limits.recommended_from, words.RECOMMENDED_FROM),
    )
    chart = FitChart(words.FIT_SCALE, words.SHARE_SCALE, words.OUT, bars, marks)
    caption = words.FIT_CAPTION if chart.has_shares else words.FIT_CAPTION_ALONE
    return Picture(chart, caption, _read(map(_fit_read, bars)))


def profile(judgement: Judgement, one: Match, original: Judgement | None, t: Teller) -> tuple[Picture, ...]:
    """Answer by answer what the city has of a model beside what the original case had; none where there is no case to
    look at, or where the city is that case.
    """
    if original is None or original.answers == judgement.answers:
        return ()
    there = {finding.question: finding for finding in original.match(one.playbook).findings}
    pairs = tuple(
        Pair(t.pack.questions[found.question].name, found.share, _range(found), _range(there[found.question]))
        for found in sorted(one.findings, key=lambda found: -found.share)
    )
    playbook = t.pack.playbooks[one.playbook]
    city = same(judgement.case.city)
    case = words.PROFILE_CASE.format(case=playbook.case, month=t.month(original.case.as_of or t.pack.as_of))
    chart = ProfileChart(city, case, words.PROFILE_OPEN, words.PROFILE_VALUE, words.PROFILE_WEIGHT, pairs)
    caption = words.PROFILE_CAPTION.format(city=city, case=playbook.case, title=playbook.title)
    lead = words.PROFILE_READ_LEAD.format(here=city, there=playbook.case)
    return (Picture(chart, caption, _joined((lead, _read(map(_pair_read, pairs))), NOTHING)),)


def _range(found: Finding) -> Range:
    return Range(found.low, found.high)


def _fit_read(bar: FitBar) -> Text:
    low, high = reasons.fit(bar.fit.low), reasons.fit(bar.fit.high)
    parts = [words.FIT_READ.format(name=bar.name, note=bar.note, fit=reasons.fit(bar.fit.middle))]
    if low != high:
        parts.append(words.FIT_READ_RANGE.format(low=low, high=high))
    if bar.share is not None:
        parts.append(words.FIT_READ_SHARE.format(share=reasons.percent(bar.share)))
    if bar.out:
        parts.append(words.FIT_READ_OUT)
    return _joined(parts, NOTHING)


def _pair_read(pair: Pair) -> Text:
    return words.PROFILE_READ.format(
        name=pair.name, weight=reasons.percent(pair.weight), here=_span(pair.here), there=_span(pair.there)
    )


def _span(one: Range) -> Text:
    low, high = reasons.fit(one.low), reasons.fit(one.high)
    return same(low) if low == high else words.SPAN.format(low=low, high=high)


def _read(parts: Iterable[Text]) -> Text:
    return _joined((_joined(parts, words.SEMICOLON), words.FULL_STOP), NOTHING)


def _joined(parts: Iterable[Text], between: Text) -> Text:
    listed = list(parts)
    return Text(between.zh.join(one.zh for one in listed), between.en.join(one.en for one in listed))
