"""The report's own words: both languages say the same, and each only in its own script."""

import re
from collections.abc import Iterator
from string import Formatter
from types import ModuleType

import pytest

from zjtx_cli.report import wording, wording_papers, wording_plan
from zjtx_cli.text import Text

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
TERMS = ("专精特新",)
"""Words that are not translated."""


def texts(module: ModuleType) -> Iterator[tuple[str, Text]]:
    for name, value in vars(module).items():
        if name.isupper():
            for one in found(value):
                yield name, one


def found(value: object) -> Iterator[Text]:
    if isinstance(value, Text):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from found(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from found(one)


ALL = [(name, text) for module in (wording, wording_plan, wording_papers) for name, text in texts(module)]


def slots(side: str) -> set[str]:
    """What is filled in; a count that only chooses a word (one|many) is no figure that a reader sees."""
    return {name for _, name, form, _ in Formatter().parse(side) if name and "|" not in (form or "")}


@pytest.mark.parametrize(("name", "text"), ALL, ids=[f"{name}-{place}" for place, (name, _) in enumerate(ALL)])
def test_both_languages_have_the_same_slots_and_their_own_script(name: str, text: Text) -> None:
    # The English month is written out, the Chinese one is a number.
    if name != "MONTH":
        assert slots(text.zh) == slots(text.en)
    english = text.en
    for term in TERMS:
        english = english.replace(term, "")
    assert not CHINESE.search(english)
    if re.search("[a-z]{3}", re.sub(r"\{\w+\}", "", text.zh)):
        assert re.search(r"unknown|withheld|zjtx|n/a", text.zh)
