"""How names, answers, money, dates and claims are read in one language: the small change of every composer."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from zjtx_cli.advisor.saying import say_answer
from zjtx_cli.model.advice import Match
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Is, Not
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Resource
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.report import wording
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.document import Inline, Ref, Section, Words
from zjtx_cli.report.levels import COUNTY, of_the_city
from zjtx_cli.text import Language, Text

_OPENING, _CLOSING = "（(“[〔《", "）)”]〕》"
_CLAUSE_ENDS = {Language.ZH: re.compile("[。；→]"), Language.EN: re.compile(r"\.(?=\s+[A-Z“])|;(?=\s)|\s→")}
_HEAD_ENDS = re.compile(r"(?<=.{6})(?:[：（]|: | \()")
_TYPED_OPENING, _TYPED_CLOSING = re.compile(r"""(?<![^\s(\[“‘"'—–-])["'](?=\S)"""), re.compile("""["']""")
_PRINTED = {'"': "“”", "'": "‘’"}
_TRAILING = "。；，、.;, "
_ENDS = ("。", "？", "！", ".", "?", "!", "。”", ".”")


@dataclass(frozen=True, slots=True)
class Teller:
    """Tells things of one pack in one language, as of a month (YYYY-MM); `official` in the wording of formal papers."""

    pack: Pack
    language: Language
    as_of: str
    level: str = COUNTY
    official: bool = False

    def __call__(self, text: Text, /, **values: object) -> str:
        """A sentence of the report, filled; a text of the pack is never filled, so its braces stay."""
        if values:
            text = text.format(**{name: self(one) if isinstance(one, Text) else one for name, one in values.items()})
            return text.to(self.language, official=self.official)
        return self._set(text.to(self.language, official=self.official))

    def here(self, text: Text) -> str:
        """A text of a playbook about what to do here. It is written for a county; for another city it speaks of the city."""
        words = self._set(text.to(self.language, official=self.official))
        return words if self.level == COUNTY else of_the_city(words, self.language)

    def model(self, playbook: str) -> str:
        return self(self.pack.playbooks[playbook].title)

    def models(self, playbooks: Iterable[str]) -> str:
        return self.enumerated(self(wording.QUOTED, title=self.model(one)) for one in playbooks)

    def question(self, question: str) -> str:
        return self(self.pack.questions[question].name)

    def answer(self, question: str, answer: Answer | None) -> str:
        return self(say_answer(self.pack.questions[question], answer))

    def office(self, office: str) -> str:
        return self(self.pack.offices[office].title)

    def offices(self, offices: Iterable[str]) -> str:
        return self.enumerated(self.office(one) for one in offices)

    def levels(self, levels: Iterable[str]) -> str:
        return self.enumerated(self(wording.LEVELS[one]) for one in levels)

    def enumerated(self, parts: Iterable[str]) -> str:
        """With commas between: in Chinese quoted parts stand side by side, as GB/T 15834 has them; in English semicolons
        where a part holds a comma or an “and” of its own.
        """
        listed = list(parts)
        if self._crowded(listed):
            return self.clauses(listed)
        quoted = all(one.startswith("“") and one.endswith("”") for one in listed)
        return self(wording.COMMA_OF_QUOTED if quoted else wording.COMMA).join(listed)

    def clauses(self, parts: Iterable[str]) -> str:
        return self(wording.SEMICOLON).join(parts)

    def sentence(self, words: str) -> str:
        """With one full stop at its end, whether it had one or not."""
        words = self.opening(words)
        return words if words.endswith(_ENDS) else words.rstrip(_TRAILING) + self(wording.FULL_STOP)

    def opening(self, words: str) -> str:
        """As it stands at the head of a sentence, an item or a cell, where English has a capital."""
        return words[:1].upper() + words[1:] if self.language is Language.EN else words

    def sentences(self, parts: Iterable[str]) -> str:
        return self(wording.BETWEEN).join(self.sentence(part) for part in parts)

    def month(self, month: str) -> str:
        """A month written YYYY-MM."""
        year, _, number = month.partition("-")
        return self(wording.MONTH, year=year, month=int(number), name=wording.MONTHS[int(number) - 1])

    def date(self, written: str) -> str:
        """A date of a source as it was written down; one that is not known is told as such."""
        return written.replace("n.d.", self(plan_words.NO_DATE))

    def money(self, low: float, high: float) -> str:
        """A range given in 万元; English reads it in millions of yuan."""
        if high == 0:
            return self(wording.NO_MONEY)
        scale = 1 if self.language is Language.ZH else 0.01
        written = {"low": show_figure(round(low * scale, 2)), "high": show_figure(round(high * scale, 2))}
        return self(wording.MONEY if low else wording.MONEY_UP_TO, **written)

    def span(self, low: str, high: str) -> str:
        return low if low == high else self(wording.SPAN, low=low, high=high)

    def about(self, low: float, high: float) -> str:
        """A sum of many ranges: two figures of each are as much as it can bear."""
        low, high = (float(f"{value:.2g}") for value in (low, high))
        if self.language is Language.EN or high < 10_000:
            return self.money(low, high)
        return self(wording.MONEY_LARGE, low=show_figure(low / 10_000), high=show_figure(high / 10_000))

    def resource(self, resource: Resource) -> str:
        return self.money(resource.low, resource.high)

    def gist(self, text: Text) -> str:
        """The first clause of a long text, for where there is no room for all of it."""
        return first_clause(self.here(text), self.language)

    def label(self, text: Text) -> str:
        """What a long text is about: its first clause up to a colon or a bracket."""
        gist = self.gist(text)
        return _HEAD_ENDS.split(gist, maxsplit=1)[0].rstrip(_TRAILING)

    def cited(self, text: Text | str, claims: tuple[str, ...]) -> Words:
        """A text followed by the claims it rests on."""
        words = text if isinstance(text, str) else self(text)
        return (words, *self.citation(claims)) if claims else words

    def citation(self, claims: tuple[str, ...]) -> Iterator[Inline]:
        for place, claim in enumerate(claims):
            yield self(wording.COMMA if place else wording.OPEN_CITE)
            yield Ref(claim, claim)
        if claims:
            yield self(wording.CLOSE_CITE)

    def condition(self, condition: Condition) -> str:
        """A condition as it is read, whatever the answers are."""
        match condition:
            case AllOf(parts):
                return self(wording.ALL_OF).join(self._inner(part) for part in parts)
            case AnyOf(parts):
                return self(wording.ANY_OF).join(self._inner(part) for part in parts)
            case Not(Compare(question, relation, threshold)):
                return self.condition(Compare(question, wording.CONTRARY[relation], threshold))
            case Not(Is(question, options)):
                return self(wording.NONE_OF, name=self.question(question), options=self._labels(question, options))
            case Not(part):
                return self(wording.NOT_SO, inner=self.condition(part))
            case Is(question, options):
                return self(wording.ONE_OF, name=self.question(question), options=self._labels(question, options))
            case Compare(question, relation, threshold):
                value = self.answer(question, Answer(threshold))
                return self(wording.RELATIONS[relation], name=self.question(question), value=value)

    def evidence(self, grade: str) -> str:
        return self(wording.EVIDENCE_IS, grade=grade, words=wording.GRADES[grade])

    def _set(self, words: str) -> str:
        """A text of the pack or the report, with the quotation marks and apostrophes of print."""
        return in_print(words) if self.language is Language.EN else words

    def _crowded(self, parts: list[str]) -> bool:
        own = "".join(one for one in parts if not one.startswith("“"))
        return self.language is Language.EN and len(parts) > 1 and ("," in own or " and " in own)

    def _labels(self, question: str, options: frozenset[str]) -> str:
        asked = self.pack.questions[question]
        return self(wording.OR).join(self(one.label) for one in asked.options if one.id in options)

    def _inner(self, condition: Condition) -> str:
        inner = self.condition(condition)
        return self(wording.GROUPED, inner=inner) if isinstance(condition, AllOf | AnyOf) else inner


def first_clause(text: str, language: Language) -> str:
    """Up to the first full stop, semicolon or arrow that does not stand in brackets or quotation marks."""
    for end in _CLAUSE_ENDS[language].finditer(text):
        before = text[: end.start()]
        if sum(map(before.count, _OPENING)) <= sum(map(before.count, _CLOSING)):
            return before.rstrip(_TRAILING)
    return text.rstrip(_TRAILING)


def in_print(words: str) -> str:
    """English with the quotation marks and apostrophes of print, however it was typed."""
    return _TYPED_CLOSING.sub(
        lambda found: _PRINTED[found[0]][1], _TYPED_OPENING.sub(lambda found: _PRINTED[found[0]][0], words)
    )


def numbered(sections: tuple[Section, ...], t: Teller) -> tuple[Section, ...]:
    """The chapters of a paper, counted as papers count them: 一、二、三 or 1, 2, 3."""
    return tuple(
        Section(t(wording.CHAPTER, number=_chapter(place, t.language), title=one.title), one.blocks)
        for place, one in enumerate(sections, 1)
    )


def together(ranking: tuple[Match, ...], pack: Pack) -> tuple[Match, ...]:
    """The ranking, with the companions of a model behind it."""
    ordered: list[Match] = []
    for one in ranking:
        companions = [other for other in ranking if other.playbook in pack.playbooks[one.playbook].companions()]
        ordered += (one, *companions)
    return tuple({match.playbook: match for match in ordered}.values())


def _chapter(number: int, language: Language) -> str:
    if language is Language.EN:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{wording.DIGITS[tens - 1]}十"
    return head + (wording.DIGITS[ones - 1] if ones else "")
