"""The interview's own words: both languages, the same placeholders, and nothing that a Chinese console cannot show."""

import re

import pytest

from zjtx_cli.interview import wording
from zjtx_cli.text import Text

WORDS = {
    **{name: value for name, value in vars(wording).items() if isinstance(value, Text)},
    **{
        f"{name}.{key}": text
        for name, value in vars(wording).items()
        if isinstance(value, dict) and name.isupper()
        for key, text in value.items()
    },
}


@pytest.mark.parametrize("name", WORDS)
def test_both_languages_fill_the_same_places_and_can_be_shown(name: str) -> None:
    text = WORDS[name]
    assert text.zh
    assert text.en
    assert set(re.findall(r"{(\w+)}", text.zh)) == set(re.findall(r"{(\w+)}", text.en))
    for side in (text.zh, text.en):
        side.encode("gbk")  # no marks that an older console shows as a box
