"""Reading printed sentences back: which sentence it is, and the names, answers and figures that stand in it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from zjtx_cli.advisor.saying import say_value
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording
from zjtx_cli.report import wording_robustness as words
from zjtx_cli.text import Language, Text

FIGURE = re.compile(r"-?\d+(?:\.\d+)?")


def slots(sentence: Text, said: str, language: Language) -> dict[str, str] | None:
    """What stands in the slots of a sentence, or None where something else was said."""
    parts = re.split(r"\{(\w+(?::\w[^{}|]*\|[^{}|]*)?)\}", sentence.to(language))
    pattern = "".join(
        re.escape(part) if place % 2 == 0 else _slot(part, seen=parts[1:place:2]) for place, part in enumerate(parts)
    )
    found = re.fullmatch(pattern, said, re.DOTALL)
    return None if found is None else found.groupdict()


def _slot(name: str, *, seen: list[str]) -> str:
    """What a slot may hold: a value, the same value once more, or one of two words that go with a count."""
    if ":" in name:
        one, many = map(re.escape, name.partition(":")[2].split("|"))
        return f"(?:{one}|{many})"
    return f"(?P={name})" if name in seen else f"(?P<{name}>.+?)"


def which(sentences: Mapping[str, Text], said: str, language: Language) -> tuple[str, dict[str, str]]:
    """The one sentence of these that was said. Nothing else may be said."""
    found = [(name, read) for name, one in sentences.items() if (read := slots(one, said, language)) is not None]
    assert len(found) == 1, (said, [name for name, _ in found])
    return found[0]


@dataclass(frozen=True)
class Reader:
    """Reads names of one pack in one language."""

    pack: Pack
    tables: Tables
    language: Language

    def says(self, text: Text) -> str:
        return text.to(self.language)

    @cached_property
    def _questions(self) -> dict[str, str]:
        found = {self.says(one.name): one.id for one in self.pack.questions.values()}
        assert len(found) == len(self.pack.questions), "two questions have one name"
        return found

    @cached_property
    def _models(self) -> dict[str, str]:
        return {self.says(one.title): one.id for one in self.pack.playbooks.values()}

    @cached_property
    def _strengths(self) -> dict[str, str]:
        return {self.says(text): name for name, text in wording.STRENGTH.items()}

    def question(self, name: str) -> str:
        return self._questions[name]

    def model(self, title: str) -> str:
        return self._models[title]

    def strength(self, word: str) -> str:
        return self._strengths[word]

    def questions(self, enumerated: str) -> list[str]:
        """Names joined by commas; a name may hold one itself, so the longest that fits is taken."""
        return list(self._taken(enumerated, self._questions))

    def models(self, enumerated: str) -> list[str]:
        return [self.model(title) for title in re.findall("“(.+?)”", enumerated)]

    def now(self, question: str, said: str) -> Value | Mark | None:
        """An answer as it is read back."""
        if said == self.says(wording.UNKNOWN):
            return None
        return self._value(question, said)

    def thens(self, question: str, said: str) -> list[Value | Mark]:
        """One or several values in quotation marks; just under and just over a figure are a hair beside it."""
        example = slots(words.FOR_EXAMPLE, said, self.language)
        said = example["value"] if example else said
        return [self._beside(question, one) for one in self._split(said)]

    def _split(self, said: str) -> Iterator[str]:
        joint = self.says(wording.OR)
        start = 0
        for end in [one.start() for one in re.finditer(re.escape(joint), said)] + [len(said)]:
            part = said[start:end]
            whole = part.count("“") == part.count("”")
            if whole and any(
                slots(one, part, self.language) for one in (words.VALUE, words.JUST_UNDER, words.JUST_OVER)
            ):
                yield part
                start = end + len(joint)
        assert start >= len(said), said

    def _beside(self, question: str, said: str) -> Value | Mark:
        if read := slots(words.VALUE, said, self.language):
            return self._value(question, read["value"])
        for sentence, away in ((words.JUST_UNDER, -2e-5), (words.JUST_OVER, 2e-5)):
            if read := slots(sentence, said, self.language):
                figure = self._value(question, read["value"])
                assert isinstance(figure, float)
                return figure + away
        raise AssertionError(said)

    def _value(self, question: str, said: str) -> Value | Mark:
        asked = self.pack.questions[question]
        for value in self.tables.values[question]:
            if self.says(say_value(asked, value)) == said:
                return value
        figure = FIGURE.match(said)
        assert figure, (question, said)
        assert self.says(say_value(asked, float(figure.group()))) == said
        return float(figure.group())

    def _taken(self, enumerated: str, known: Mapping[str, str]) -> Iterator[str]:
        comma = self.says(wording.COMMA)
        rest = enumerated
        while rest:
            name = max((one for one in known if rest == one or rest.startswith(one + comma)), key=len)
            yield known[name]
            rest = rest[len(name) + len(comma) :]
