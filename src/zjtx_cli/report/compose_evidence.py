"""Where the models failed and what became of the cases, what doing nothing means, the evidence, and how to repeat it."""

from collections.abc import Iterator

from zjtx_cli import __version__
from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.claim import Claim, Figure, Source
from zjtx_cli.model.playbook import Combination, Failure, Note, Playbook
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.report import wording
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.citing import source_title
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.document import (
    Block,
    Bullets,
    Fact,
    Facts,
    Fold,
    Inline,
    Link,
    Numbered,
    Paragraph,
    Ref,
    Section,
    Strong,
    Target,
    Words,
    referred,
)
from zjtx_cli.report.telling import Teller

_DOUBTFUL = ("contradicted", "outdated", "not_found")


def other_side(playbooks: tuple[str, ...], t: Teller) -> Section:
    """For each model: who held the lever, where it failed, what became of the case, how it goes with the others."""
    parts = tuple(Section(t.model(one), tuple(case_history(t.pack.playbooks[one], t))) for one in playbooks)
    return Section(t(plan_words.OTHER_SIDE), parts)


def case_history(playbook: Playbook, t: Teller) -> Iterator[Section]:
    if playbook.lever:
        line = t(plan_words.LEVER_LINE, level=wording.LEVELS[playbook.lever.level], text=playbook.lever.text)
        yield Section(t(plan_words.LEVER), (Paragraph(t.cited(line, playbook.lever.claims)),))
    if playbook.failed_where:
        yield Section(t(plan_words.FAILED), (Bullets(tuple(_failure(one, t) for one in playbook.failed_where)),))
    if playbook.since:
        yield Section(t(plan_words.SINCE), (notes(playbook.since, t),))
    if playbook.combines:
        yield Section(t(plan_words.COMBINES), (Bullets(tuple(_combination(one, t) for one in playbook.combines)),))


def notes(found: tuple[Note, ...], t: Teller) -> Bullets:
    return Bullets(tuple(t.cited(one.text, one.claims) for one in found))


def doing_nothing(advice: Advice, t: Teller) -> Section:
    models = dict.fromkeys(one.playbook for judgement in advice.judgements for one in considered(judgement))
    facts = tuple(Fact(t.model(one), (t.here(t.pack.playbooks[one].if_nothing),)) for one in models)
    blocks: tuple[Block, ...] = (Facts(facts),) if facts else tuple(Paragraph(t(one)) for one in advice.do_nothing)
    return Section(t(plan_words.DO_NOTHING), (Paragraph(t(plan_words.DO_NOTHING_LEAD)), *blocks))


def cautions(t: Teller) -> tuple[Section, ...]:
    return (Section(t(plan_words.CAUTIONS), (notes(t.pack.cautions, t),)),) if t.pack.cautions else ()


def evidence(sections: tuple[Section, ...], t: Teller) -> tuple[Section, ...]:
    """The claims that these sections refer to, in the order in which they are met, and the sources of those."""
    keys = referred(sections)
    claims = [t.pack.claims[key] for key in keys if key in t.pack.claims]
    if not claims:
        return ()
    doubtful = [one for one in claims if one.status in _DOUBTFUL]
    others = [one for one in claims if one.status not in _DOUBTFUL]
    sources = list(dict.fromkeys(source for claim in (*doubtful, *others) for source in claim.sources))
    blocks: list[Block] = [Paragraph(t(plan_words.EVIDENCE_LEAD))]
    if doubtful:
        blocks.append(Section(t(plan_words.DOUBTFUL), (Bullets(tuple(_claim(one, sources, t) for one in doubtful)),)))
    if others:
        title = t(plan_words.OTHER_CLAIMS, count=len(others))
        blocks.append(Fold(title, (Bullets(tuple(_claim(one, sources, t) for one in others)),)))
    if sources:
        listed = Numbered(tuple(_source(t.pack.sources[key], t) for key in sources))
        blocks.append(Section(t(plan_words.SOURCES), (listed,)))
    return (Section(t(plan_words.EVIDENCE), tuple(blocks)),)


def how_to_repeat(advice: Advice, t: Teller) -> Section:
    name, version, sha256 = advice.pack
    limits = t.pack.thresholds
    lines = t(
        plan_words.LINES_NOTE,
        conditional=reasons.fit(limits.conditional_from),
        recommended=reasons.fit(limits.recommended_from),
        known=reasons.percent(limits.recommended_known),
        lead=reasons.fit(limits.lead),
    )
    facts = (
        Fact(t(plan_words.PACK), (f"{name} {version}",)),
        Fact(t(plan_words.PACK_HASH), (sha256,)),
        Fact(t(plan_words.TOOL), (f"zjtx {__version__}",)),
        Fact(t(plan_words.AS_OF), (t.month(advice.as_of),)),
    )
    notes_ = (Paragraph(t(wording.FIT_NOTE)), Paragraph(lines), Paragraph(t(plan_words.REPEAT_NOTE)))
    return Section(t(plan_words.REPEAT), (*notes_, Facts(facts)))


def _failure(one: Failure, t: Teller) -> Words:
    words = t(plan_words.FAILED_ITEM, place=one.place, what=t.sentence(t(one.what)), lesson=one.lesson)
    return t.cited(words, one.claims)


def _combination(one: Combination, t: Teller) -> str:
    relation = plan_words.RELATION[one.relation]
    return t(plan_words.COMBINES_ITEM, other=t.model(one.other), relation=relation, rule=one.rule)


def _claim(claim: Claim, sources: list[str], t: Teller) -> Words:
    """A claim, its status in words, what checking showed, its figures, and the numbers of its sources."""
    said = [t(claim.text)]
    if claim.checked:
        said.append(t(claim.checked))
    if claim.figures:
        said.append(t(plan_words.FIGURES, which=t.clauses(_figure(one, t) for one in claim.figures)))
    parts: list[Inline] = [
        Target(claim.id, claim.id),
        " ",
        Strong(t(plan_words.CLAIM_STATUS[claim.status])),
        t(wording.COLON) + t.sentences(said),
    ]
    for place, source in enumerate(claim.sources):
        parts += [t(wording.COMMA) if place else t(wording.BETWEEN) + t(plan_words.SEE_SOURCE)]
        parts += [Ref(source, f"[{sources.index(source) + 1}]")]
    return tuple(parts)


def _figure(figure: Figure, t: Teller) -> str:
    words = {"of": figure.of, "value": show_figure(figure.value), "unit": figure.unit}
    return (
        t(plan_words.FIGURE, **words) if figure.year is None else t(plan_words.FIGURE_YEAR, **words, year=figure.year)
    )


def _source(source: Source, t: Teller) -> Words:
    by, date = t.opening(t(source.by)).rstrip("."), t.date(source.date).rstrip(".")
    words = t(plan_words.SOURCE, by=by, title=source_title(source, t), date=date, seen=plan_words.SEEN[source.seen])
    parts: list[Inline] = [Target(source.id, ""), words]
    if source.link:
        parts += [" ", Link(source.link)]
    return tuple(parts)
