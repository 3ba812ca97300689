"""The arithmetic of the other figures: every sum and every quotient that is printed comes out as printed."""

import re

import pytest

from tests.report.cities import said_in
from tests.report.test_real_papers import CITIES, the_pack
from tests.report.test_robustness_section import measured
from zjtx_cli.report import wording_figures as words
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.text import Language

NUMBER = r"-?\d+(?:\.\d+)?"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("city", CITIES)
def test_what_is_printed_adds_up(city: str, language: Language) -> None:
    advice = measured(city)
    document = compose_advice(advice, the_pack(), language, explain=True)
    (section,) = [one for one in document.sections if one.title.endswith(words.TITLE.to(language))]
    text = said_in((section,))
    low, high, likely = map(float, re.findall(rf"\(({NUMBER}) \+ ({NUMBER})\) ÷ 2 = ({NUMBER})", text)[0])
    assert (low + high) / 2 == pytest.approx(likely, abs=1e-4)
    for one, other, result in re.findall(rf"({NUMBER}) − ({NUMBER}) = ({NUMBER})", text):
        assert float(one) - float(other) == pytest.approx(float(result), abs=1.01e-4)
    quotients = re.findall(rf"(?<![√·] )({NUMBER}) ÷ ({NUMBER}) = ({NUMBER})", text)
    assert len(quotients) >= 3
    for one, other, result in quotients:
        if other != "2":
            assert float(one) / float(other) == pytest.approx(float(result), abs=1e-4)
    for terms, result in re.findall(rf"((?:{NUMBER} \+ )+{NUMBER}) = ({NUMBER})", text):
        assert sum(map(float, terms.split(" + "))) == pytest.approx(float(result), abs=1e-4)
    formula = rf"\(({NUMBER}) \+ ({NUMBER})·t\) ÷ \(1 − ({NUMBER}) \+ {NUMBER}·t\)\D+?({NUMBER})\D+?({NUMBER})"
    for rest, part, share, factor, fit in [map(float, one) for one in re.findall(formula, text)]:
        assert (rest + part * factor) / (1 - share + share * factor) == pytest.approx(fit, abs=1e-3 * max(1, factor))
    assert not any(
        one.title.endswith(words.TITLE.to(language)) for one in compose_advice(advice, the_pack(), language).sections
    )
