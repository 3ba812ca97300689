"""Everything that is said to people, in both languages until the last moment."""

import re
from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    ZH = "zh"
    EN = "en"


class Text(NamedTuple):
    """A sentence in Chinese and English; `official_*` is the wording for formal papers where it differs."""

    zh: str
    en: str
    official_zh: str = ""
    official_en: str = ""

    def to(self, language: Language, *, official: bool = False) -> str:
        if language is Language.ZH:
            return (official and self.official_zh) or self.zh
        return (official and self.official_en) or self.en

    def format(self, **values: object) -> "Text":
        """Fill placeholders; a value that is itself a Text gives each language its own side.

        A count can also choose the word that goes with it: "{count} {count:measure|measures}".
        """
        return Text(*(_fill(side, language, values) for side, language in zip(self, _SIDES, strict=True)))


NOTHING = Text("", "")

_SIDES = (Language.ZH, Language.EN, Language.ZH, Language.EN)


def same(word: str) -> Text:
    """A Text whose two sides are one word: a number, a name, an id."""
    return Text(word, word)


def joined(parts: list[Text]) -> Text:
    """An enumeration: 、 between the Chinese parts, commas between the English ones."""
    return Text("、".join(part.zh for part in parts), ", ".join(part.en for part in parts))


def harmless(word: str) -> str:
    """Text of others without escape sequences, control or bidirectional characters, lone surrogates or non-characters."""
    return _HARMFUL.sub("\ufffd", word)


_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff]"
    "|[" + "".join(chr(plane * 0x10000 + last) for plane in range(1, 17) for last in (0xFFFE, 0xFFFF)) + "]"
)


class _Count(int):
    """A whole number; a format of two words, one|many, gives the word that goes with it."""

    def __format__(self, spec: str) -> str:
        one, bar, many = spec.partition("|")
        if not bar:
            return super().__format__(spec)
        return one if self == 1 else many


def _fill(side: str, language: Language, values: dict[str, object]) -> str:
    return side.format(**{key: _filling(value, language) for key, value in values.items()}) if side else side


def _filling(value: object, language: Language) -> object:
    if isinstance(value, Text):
        return value.to(language)
    return _Count(value) if isinstance(value, int) else value
