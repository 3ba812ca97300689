"""The evaluation as a paper: the figures, what they rest on, and every city by name."""

from collections.abc import Iterator, Sequence

from zjtx_cli.advisor import reasons
from zjtx_cli.model.evaluation import (
    BY_CHANGE,
    BY_UNKNOWN,
    NONE,
    Agreement,
    CityResult,
    Evaluation,
    Miss,
    Share,
    Tally,
)
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.report import wording
from zjtx_cli.report import wording_evaluation as words
from zjtx_cli.report.document import Block, Bullets, Callout, Document, Paragraph, Section, Strong, Table, Words
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language, Text

_FEW = 100
_MOST_QUESTIONS = 8


def compose_evaluation(found: Evaluation, agreement: Agreement | None, pack: Pack, language: Language) -> Document:
    """The paper in one language; `agreement` is that of two coders, where two were named."""
    t = Teller(pack, language, pack.as_of)
    scored = len(found.cities)
    sections = [
        *(_scored(found, t) if scored else [Section(t(words.RESULT), (Paragraph(t(words.NOTHING_SCORED)),))]),
        *([_cities(found, t)] if scored or found.not_scored else []),
        *([_coders(agreement, t)] if agreement else []),
    ]
    return Document(
        t(words.TITLE),
        t(words.SUBTITLE, scored=scored, name=pack.name, version=pack.version, sha=pack.sha256[:12]),
        language,
        numbered(tuple(sections), t),
        t(wording.CONTENTS),
    )


def _scored(found: Evaluation, t: Teller) -> list[Section]:
    return [
        _result(found, t),
        _classes(found, t),
        _confidence(found, t),
        _perturbed(found, t),
        _ablations(found, t),
        _baselines(found, t),
    ]


def _result(found: Evaluation, t: Teller) -> Section:
    tally = found.tally
    rows = (
        (words.RIGHT, tally.right),
        (words.WITHIN_TWO, tally.within_two),
        (words.WRONG, tally.wrong),
        (words.FIRMLY_WRONG, tally.firmly_wrong),
        (words.UNDECIDED, tally.undecided),
        (words.SAID_NONE, tally.none),
    )
    caution = [words.CAUTION_WORDS, *([words.FEW] if len(found.cities) < _FEW else [])]
    return Section(
        t(words.RESULT),
        (
            Callout("warning", t(words.CAUTION), t.sentences(t(one, scored=len(found.cities)) for one in caution)),
            _table(
                words.RESULT, words.RESULT_HEAD, [(t(name), *_figures(share)) for name, share in rows], t, (1, 2, 3)
            ),
            Bullets(tuple(t(one) for one in words.RESULT_NOTES)),
        ),
    )


def _classes(found: Evaluation, t: Teller) -> Section:
    rows = [
        (
            _model(one.name, t),
            str(one.tally.right.of),
            _count(one.tally.right),
            _interval(one.tally.right),
            *_rest(one.tally),
        )
        for one in found.classes
    ]
    table = _table(words.CLASSES, words.CLASSES_HEAD, rows, t, range(1, 8))
    return Section(t(words.CLASSES), (table, Paragraph(t(words.CLASSES_NOTE))))


def _confidence(found: Evaluation, t: Teller) -> Section:
    rows = [
        (
            t(words.STATUS[one.status]),
            t(wording.STRENGTH[one.strength]) if one.strength else words.NO_VALUE,
            _span(one.low, one.high),
            str(one.right.of),
            _count(one.right),
            _interval(one.right),
        )
        for one in found.confidence
    ]
    wrong = tuple(t(words.WRONG_ITEM, said=_said(one.status, one.strength, t), count=one.cities) for one in found.wrong)
    firmly: Block = Paragraph(t(words.WRONG_FIRMLY, count=_count(found.tally.firmly_wrong)))
    blocks = (Bullets(wrong), firmly) if wrong else (firmly,)
    return Section(
        t(words.CONFIDENCE),
        (
            _table(words.CONFIDENCE, words.CONFIDENCE_HEAD, rows, t, (2, 3, 4, 5)),
            Section(t(words.WRONG_TITLE), blocks),
        ),
    )


def _perturbed(found: Evaluation, t: Teller) -> Section:
    if not any(one.still_right.of for one in found.perturbed):
        return Section(t(words.PERTURBED), (Paragraph(t(words.NOBODY_RIGHT)),))
    by_number: dict[int, dict[str, Share]] = {}
    for one in found.perturbed:
        by_number.setdefault(one.answers, {})[one.kind] = one.still_right
    rows = [
        (str(number), *(_percent(kinds[kind]) for kind in (BY_UNKNOWN, BY_CHANGE)))
        for number, kinds in by_number.items()
    ]
    note = t(words.PERTURBED_NOTE, cities=_count(found.tally.right), repeats=found.repeats, seed=found.seed)
    table = _table(words.PERTURBED, words.PERTURBED_HEAD, rows, t, range(3))
    return Section(t(words.PERTURBED), (table, Paragraph(note)))


def _ablations(found: Evaluation, t: Teller) -> Section:
    base = found.tally
    rows: list[tuple[Words, ...]] = [(t(words.WHOLE), _count(base.right), "", *_rest(base))]
    for one in found.ablations:
        change = round(one.tally.right.hits - base.right.hits)
        rows.append(
            (t(words.VARIANTS[one.name]), _count(one.tally.right), f"{change:+d}" if change else "0", *_rest(one.tally))
        )
    notes = tuple(t(words.VARIANT_NOTES[one.name]) for one in found.ablations)
    table = _table(words.ABLATIONS, words.ABLATIONS_HEAD, rows, t, range(1, 7))
    return Section(t(words.ABLATIONS), (table, Bullets(notes)))


def _baselines(found: Evaluation, t: Teller) -> Section:
    ways = [(words.THE_ADVICE, found.tally.right), *((words.WAYS[one.name], one.right) for one in found.baselines)]
    rows = [(t(name), *_figures(right)) for name, right in ways]
    notes = tuple(t(words.WAY_NOTES[one.name]) for one in found.baselines)
    table = _table(words.BASELINES, words.BASELINES_HEAD, rows, t, (1, 2, 3))
    return Section(t(words.BASELINES), (table, Bullets(notes)))


def _cities(found: Evaluation, t: Teller) -> Section:
    blocks: list[Block] = []
    if found.cities:
        rows = [_city(one, t) for one in found.cities]
        blocks += [_table(words.CITIES, words.CITIES_HEAD, rows, t, (4, 5, 6)), Paragraph(t(words.CITIES_NOTE))]
    if found.not_scored:
        blocks.append(Paragraph(t(words.NOT_SCORED, which=t.enumerated(found.not_scored))))
    if misses := tuple(_miss(one, one.miss, t) for one in found.cities if one.miss):
        blocks.append(Section(t(words.MISSES), (Bullets(misses),)))
    return Section(t(words.CITIES), tuple(blocks))


def _city(one: CityResult, t: Teller) -> tuple[Words, ...]:
    return (
        one.city,
        t(words.NO_MODEL) if one.expected == (NONE,) else t.enumerated(one.expected),
        one.first or words.NO_VALUE,
        _verdict(one, t),
        reasons.fit(one.fit),
        reasons.percent(one.known),
        words.NO_VALUE if one.lead is None else _signed(one.lead).removeprefix("+"),
        t(words.YES if one.right else words.SECOND if one.within_two else words.NO),
    )


def _verdict(one: CityResult, t: Teller) -> str:
    status = t(words.STATUS[one.status])
    return t(words.VERDICT, status=status, strength=t(wording.STRENGTH[one.strength])) if one.strength else status


def _miss(one: CityResult, miss: Miss, t: Teller) -> Words:
    name = t(words.MISS_HEAD, city=one.city, name=one.name)
    clauses = [t(_what_differs(one, miss), wanted=miss.wanted, first=one.first)]
    if miss.because is not None:
        clauses.append(t(words.MISS_BECAUSE, wanted=miss.wanted, because=t.gist(miss.because)))
    if miss.through:
        parts = (t(words.PART, name=t.question(part.question), amount=_signed(part.amount)) for part in miss.through)
        sentence = words.MISS_THROUGH if miss.wanted else words.MISS_LIFTED
        clauses.append(t(sentence, first=one.first, which=t.enumerated(parts)))
    return (Strong(name), t(wording.COLON), t.sentences(clauses))


def _what_differs(one: CityResult, miss: Miss) -> Text:
    if miss.wanted is None:
        return words.MISS_NONE_DONE if one.first else words.MISS_NONE_OPEN
    if one.first:
        return words.MISS
    return words.MISS_NONE_SAID if one.status == NONE else words.MISS_OPEN


def _coders(found: Agreement, t: Teller) -> Section:
    figures, chance, valued = words.CODERS_FIGURES
    observed, expected = (
        words.NO_VALUE if one is None else reasons.percent(one) for one in (found.observed, found.expected)
    )
    share = reasons.percent(found.valued_agree / found.valued) if found.valued else words.NO_VALUE
    kappa = words.NO_VALUE if found.kappa is None else f"{found.kappa:.2f}"
    lines = (
        t(figures, cities=len(found.cities), pairs=found.pairs, agree=found.agree, observed=observed),
        t(chance, kappa=kappa, expected=expected),
        t(valued, valued=found.valued, agree=found.valued_agree, share=share),
    )
    blocks: list[Block] = [
        Bullets(lines),
        Paragraph(t.sentences((t(words.CODERS_RULE), t(words.CODERS_ONE, one=found.reached_by_one)))),
    ]
    if found.alone:
        blocks.append(Paragraph(t(words.CODERS_ALONE, which=t.enumerated(found.alone))))
    differing = sorted((one for one in found.questions if one.agree < one.pairs), key=lambda one: one.agree - one.pairs)
    if differing:
        rows = [
            (t.question(one.question), str(one.pairs), str(one.agree), str(one.valued), str(one.valued_agree))
            for one in differing[:_MOST_QUESTIONS]
        ]
        table = _table(words.CODERS_QUESTIONS, words.CODERS_HEAD, rows, t, range(1, 5))
        blocks.append(Section(t(words.CODERS_QUESTIONS), (table,)))
    return Section(t(words.CODERS), tuple(blocks))


def _table(
    caption: Text, head: tuple[Text, ...], rows: Sequence[tuple[Words, ...]], t: Teller, figures: Sequence[int]
) -> Table:
    return Table(t(caption), tuple(t(one) for one in head), tuple(rows), frozenset(figures))


def _rest(tally: Tally) -> Iterator[str]:
    return map(_count, (tally.within_two, tally.undecided, tally.none, tally.firmly_wrong))


def _model(name: str, t: Teller) -> str:
    return t(words.CLASS_NONE) if name == NONE else name


def _said(status: str, strength: str | None, t: Teller) -> str:
    told = t(words.STATUS[status])
    return t(words.SAID, status=told, strength=t(wording.STRENGTH[strength])) if strength else told


def _figures(share: Share) -> tuple[str, str, str]:
    return _count(share), _percent(share), _interval(share)


def _count(share: Share) -> str:
    return show_figure(round(share.hits, 1))


def _percent(share: Share) -> str:
    return words.NO_VALUE if share.share is None else reasons.percent(share.share)


def _interval(share: Share) -> str:
    return words.NO_VALUE if share.low is None or share.high is None else _span(share.low, share.high)


def _span(low: float, high: float) -> str:
    """From one share to another, 77–96%."""
    return f"{reasons.percent(low).removesuffix('%')}–{reasons.percent(high)}"


def _signed(amount: float) -> str:
    shown = f"{abs(round(amount, 9)):.2f}"
    return shown if shown == "0.00" else f"{'+' if amount > 0 else '-'}{shown}"
