"""Words of a playbook for a city that is no county: what it says of “the county” is meant of the city itself."""

import re

from zjtx_cli.text import Language

COUNTY = "county"

_HERE = {
    Language.ZH: (
        ("相邻县", "邻近地方"),
        ("邻县", "邻近地方"),
        ("他县", "别处"),
        ("单县", "一地"),
        ("各县", "各地"),
        ("县财政", "本级财政"),
        ("本县", "本地"),
        ("全县", "本地"),
        ("县里", "本地"),
        ("县内", "本地"),
        ("县级", "本级"),
        ("来县", "来本地"),
    ),
    Language.EN: (
        (r"\bneighbouring count(?:y|ies)\b", "neighbouring places"),
        (r"\b([Tt]his|[Tt]he|[Aa]) county\b", r"\1 city"),
        (r"\bcounty (?=firms|SMEs|consortia|share)", "local "),
    ),
}


def of_the_city(words: str, language: Language) -> str:
    """The words with the county taken as the city. The lever of a county in a case history is never passed through here."""
    for county, city in _HERE[language]:
        words = re.sub(county, city, words)
    return words
