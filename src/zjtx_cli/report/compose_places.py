"""Who was here before: the nearest places of the case base, what they did and what came of it."""

import re
from collections.abc import Iterable, Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.nearness import FEWEST
from zjtx_cli.advisor.saying import say_state
from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.place import Likeness, Near, Place, PlaceSource
from zjtx_cli.report import wording
from zjtx_cli.report import wording_places as words
from zjtx_cli.report.document import Block, Bullets, Callout, Fact, Facts, Fold, Link, Paragraph, Section, Words
from zjtx_cli.report.telling import Teller
from zjtx_cli.text import Language

_CHINESE = re.compile("[\u4e00-\u9fff]")
_MOST_REASONS = 4
_ALIKE_FROM, _APART_TO = 0.75, 0.5
_ON_FIRST_SCREEN = 2


def places(judgement: Judgement, t: Teller) -> tuple[Section, ...]:
    """The places in the order in which they were found: those of the city's own country first. A pack may have none."""
    if not t.pack.places:
        return ()
    warning = Callout("note", t(words.WARNING_TITLE), t(words.WARNING))
    if not judgement.places:
        return (Section(t(words.PLACES), (Paragraph(t(words.NONE_NEAR, fewest=FEWEST)),)),)
    told: tuple[Block, ...] = tuple(_place(t.pack.places[one.place], one, t) for one in judgement.places)
    return (Section(t(words.PLACES), (warning, *told, Paragraph(t(words.HOW_ALIKE)))),)


def precedents(judgement: Judgement, t: Teller) -> Iterator[Fact]:
    """One line for the first screen, failures not left out: the nearest places and how it went there."""
    if judgement.places:
        named = t.enumerated(_named(t.pack.places[one.place], t) for one in judgement.places[:_ON_FIRST_SCREEN])
        yield Fact(t(words.PRECEDENTS), (t(words.PRECEDENT_LINE, which=named),))


def road(place: Place, t: Teller) -> str:
    if not place.followed:
        return t(words.ROAD_NONE)
    return t.sentences(filter(None, (t.models(place.followed), t(words.CONFIDENCE[place.confidence]))))


def _named(place: Place, t: Teller) -> str:
    return t(words.ONE_PRECEDENT, name=place.name, industry=place.industry, outcome=words.OUTCOME[place.outcome])


def _place(place: Place, near: Near, t: Teller) -> Section:
    title = t(words.PLACE, name=place.name, industry=place.industry, period=place.period.replace("-", "–"))
    outcome = "" if place.outcome == "none" else t(words.OUTCOME[place.outcome])
    facts = (
        Fact(t(words.ROAD), (road(place, t),)),
        Fact(t(words.DONE), (t(place.done),)),
        Fact(t(words.RESULT), (t.sentences(filter(None, (_capital(outcome), t(place.result)))),)),
        Fact(t(words.CAUTION), (t(place.caution),)),
        Fact(t(words.ALIKE), tuple(_how_alike(near, t))),
    )
    sources = Bullets(tuple(_source(one, t) for one in place.sources))
    return Section(title, (Facts(facts), Fold(t(words.SOURCES), (sources,))))


def _how_alike(near: Near, t: Teller) -> Iterator[str]:
    alike = [one for one in near.likenesses if one.alike >= _ALIKE_FROM]
    apart = [one for one in near.likenesses if one.alike <= _APART_TO]
    apart.sort(key=lambda one: -round(one.weight * (1 - one.alike), 9))
    if alike:
        yield t(words.SAME, which=t.clauses(_items(alike, t)))
    if apart:
        yield t(words.APART, which=t.clauses(_items(apart, t)))
    yield t(
        words.SPAN,
        low=reasons.fit(near.low),
        high=reasons.fit(near.high),
        count=len(near.likenesses),
        share=reasons.percent(sum(one.weight for one in near.likenesses)),
    )


def _items(found: Iterable[Likeness], t: Teller) -> Iterator[str]:
    for one in list(found)[:_MOST_REASONS]:
        question = t.pack.questions[one.question]
        own, theirs = t(say_state(question, one.own)), t(say_state(question, one.theirs))
        item = words.SAME_ITEM if own == theirs else words.APART_ITEM
        yield t(item, name=question.name, own=own, theirs=theirs)


def _source(source: PlaceSource, t: Teller) -> Words:
    told = t(words.SOURCE, title=_own_side(source.title, t), seen=words.SEEN[source.seen])
    return (told, t(wording.BETWEEN), Link(source.link)) if source.link else told


def _own_side(title: str, t: Teller) -> str:
    """Of a title that was noted down in both languages, 中文 / English, the side of this one."""
    chinese, between, english = title.partition(" / ")
    if not between or not _CHINESE.search(chinese) or _CHINESE.search(english):
        return title
    return chinese if t.language is Language.ZH else english


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]
