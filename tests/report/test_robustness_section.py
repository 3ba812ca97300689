"""How well an advice holds: each sentence is said where its data is there, and nowhere else."""

import re
from dataclasses import replace
from functools import cache
from random import Random

import pytest
from rich.cells import cell_len

from tests.report.cities import an_advice, said_in, small_pack
from tests.report.reading import markdown_words, page, page_words, squeezed, terminal_words
from tests.report.test_real_papers import CITIES, a_city, the_pack
from tests.report.test_wording import CHINESE, slots, texts
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.robustness import SEED
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.robustness import (
    AnswerChange,
    AnswerSwitch,
    Conservative,
    Counterfactual,
    DecisiveUnknown,
    Outcome,
    Rank,
    Robustness,
    Stable,
    WeightSwitch,
)
from zjtx_cli.report import to_html, to_markdown, to_terminal, wording_robustness
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.document import Document, Section
from zjtx_cli.text import Language, Text

NOW = Outcome("recommended", "gather", "recommended")
OTHER = Outcome("recommended", "guide", "conditional")
NONE = Outcome("none", None, None)

CALM = Robustness(
    stable=Stable(weights=True, answers=True),
    ranks={"gather": Rank(1, 1, True), "guide": Rank(2, 2, True), "move": None},
    shares={"gather": (0.904, 0.096, 0.0), "guide": (0.096, 0.904, 0.0), "move": (0.0, 0.0, 0.0)},
    none_share=0.0,
    half_width=0.01,
    draws=9604,
    switch_points=(),
    decisive_unknowns=(),
    counterfactuals=(),
    conservative=Conservative((), NOW, stands=True, breakers=()),
)

WORSE = AnswerChange("trade", "good", "bad")
WEIGHT = WeightSwitch("gather", "trade", 0.3, "first", OTHER)
ANSWER = AnswerSwitch(WORSE, "first", OTHER)
FIGURE = DecisiveUnknown("firms", 0.2, "first", ((29.999999, NONE),))


def bring(nature: str, *, lifts: bool = True) -> Counterfactual:
    return Counterfactual("first", "guide", nature, lifts, (AnswerChange("land", "good", "bad"),), OTHER)


SAID = [
    ({}, "第一名都不变"),
    ({"stable": Stable(weights=False, answers=True), "switch_points": (WEIGHT._replace(factor=0.8),)}, "有 1 处会变"),
    ({}, "排第一的占90%"),
    ({}, "都排第 1"),
    ({"ranks": {**CALM.ranks, "gather": Rank(1, 3, True)}}, "最好第 1、最差第 3"),
    ({"ranks": {**CALM.ranks, "gather": Rank(1, 3, False)}}, "最高不过第 1，最低不过第 3"),
    ({"shares": {**CALM.shares, "gather": (0.0, 1.0, 0.0)}}, "从未排第一。"),
    ({"shares": {**CALM.shares, "gather": (1.0, 0.0, 0.0)}}, "次次排第一"),
    ({"shares": {**CALM.shares, "gather": (0.0001, 0.99, 0.0)}}, "占不到1%"),
    ({"shares": {**CALM.shares, "gather": (0.999, 0.0, 0.0)}}, "占99%以上"),
    ({"half_width": 0.098, "draws": 100, "limits": ("draws",)}, "只抽了 100 次，比重误差 ±10"),
    ({"none_share": 0.25}, "有25%的抽样里"),
    ({}, "没有哪一项单独放到 ¼ 至 4 倍"),
    ({"switch_points": (WEIGHT,)}, "缩小到 0.30 倍：改为采用“guide（中文）”（有条件）"),
    ({"switch_points": (ANSWER,)}, "“trade（中文）”不是“good（中文）”而是“bad（中文）”"),
    ({}, "已填的答案，没有哪一项单独变了"),
    ({"counterfactuals": (bring("policy"),)}, "本地能定的：“land（中文）”由“good（中文）”变为“bad（中文）”"),
    ({"counterfactuals": (bring("given"),)}, "本地改不了的："),
    ({}, "轮不到别的模式"),
    ({"conservative": Conservative((WORSE,), NOW, True, ())}, "1 项答案一起往差里降一档，结论不变"),
    ({"conservative": Conservative((WORSE,), NONE, False, ("trade",))}, "结论就变：结论是都不启动"),
    ({"conservative": Conservative((WORSE,), NONE, False, ("trade",))}, "先核实：trade（中文）"),
    ({"conservative": Conservative((WORSE,), NONE, False, ())}, "合在一起才变"),
    ({"decisive_unknowns": (FIGURE,)}, "有 1 项单独查清就可能改变第一名：firms（中文）"),
    ({"decisive_unknowns": (FIGURE,)}, "略低于30"),
    ({"decisive_unknowns": (FIGURE,)}, "领先最多差 0.20"),
    ({"limits": ("ranks",)}, "名次只算出上下界"),
    ({"limits": ("counterfactuals",)}, "没有把每种变动组合都试过"),
]


def paper(robust: Robustness | None, language: Language = Language.ZH, *, explain: bool = False) -> Document:
    advice = an_advice()
    advice = replace(advice, judgements=(replace(advice.first, robustness=robust),))
    return compose_advice(advice, small_pack(), language, explain=explain)


def section(document: Document) -> Section:
    return next(one for one in document.sections if re.search("结论稳不稳|How well the advice", one.title))


@pytest.mark.parametrize(("data", "sentence"), SAID, ids=range(len(SAID)))
def test_each_sentence_is_said_where_its_data_is(data: dict[str, object], sentence: str) -> None:
    words = said_in((section(paper(replace_in(data))),))
    assert words.count(sentence) == 1
    if data:
        assert sentence not in said_in((section(paper(CALM)),))


def replace_in(data: dict[str, object]) -> Robustness:
    return Robustness(**{**CALM._asdict(), **data})


def test_nothing_is_said_that_was_not_computed() -> None:
    titles = [one.title for one in paper(None).sections]
    assert not any("稳不稳" in one for one in titles)
    assert any("哪些没弄清" in one for one in titles)
    assert "会变的情形" not in to_terminal.render(paper(None), 80)


def test_what_is_open_is_told_once() -> None:
    document = paper(replace_in({"decisive_unknowns": (FIGURE,)}))
    assert to_markdown.render(document).count("哪些没弄清，最值得先查") <= 2  # heading and table of contents
    assert not any("哪些没弄清" in one.title for one in document.sections)


def test_an_answer_told_as_a_way_to_another_model_is_not_told_as_a_switch_too() -> None:
    same = AnswerSwitch(AnswerChange("land", "good", "bad"), "first", OTHER)
    words = said_in((section(paper(replace_in({"switch_points": (same,), "counterfactuals": (bring("slow"),)}))),))
    assert words.count("“land（中文）”") == 1
    assert "都列在下一节" in words


def test_what_only_pulls_others_down_is_nothing_to_aim_at() -> None:
    words = said_in((section(paper(replace_in({"counterfactuals": (bring("slow", lifts=False),)}))),))
    assert "轮不到别的模式" in words
    assert "land（中文）" not in words


def test_explain_shows_every_switch() -> None:
    robust = replace_in({"switch_points": (WEIGHT._replace(factor=20.0), ANSWER)})
    assert "20 倍" in said_in((section(paper(robust, explain=True)),))
    assert "20 倍" not in said_in((section(paper(robust)),))


@cache
def measured(city: str) -> Advice:
    return advise(Tables(the_pack()), [a_city(city)], chance=lambda: Random(SEED).random)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("city", CITIES)
def test_real_cities_in_all_formats(city: str, language: Language) -> None:
    document = compose_advice(measured(city), the_pack(), language, explain=True)
    document = replace(document, sections=(section(document),))  # the rest is looked at in test_real_papers
    words = squeezed(said_in((section(document),)))
    if language is Language.EN:
        assert not re.search(r"[\u4e00-\u9fff]", words)
    else:
        assert not re.search(r"no single|comes first|draws", words)
    alone = replace(document, sections=(section(document),))  # the whole paper: test_real_papers
    narrow = to_terminal.render(alone, 40)
    assert all(cell_len(line) <= 40 for line in narrow.splitlines())
    shown = (
        terminal_words(to_terminal.render(alone, 5000)),
        markdown_words(to_markdown.render(alone)),
        page_words(page(to_html.render(alone))),
    )
    for block in section(document).blocks[:1]:
        for line in said_in((block,)).splitlines():
            assert all(squeezed(line) in one for one in shown)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("city", CITIES)
def test_the_first_screen_grows_by_six_lines_at_most(city: str, language: Language) -> None:
    advice = measured(city)
    bare = replace(advice, judgements=tuple(replace(one, robustness=None) for one in advice.judgements))
    lines = [
        len(to_terminal.render(compose_advice(one, the_pack(), language, screen="first"), 80).splitlines())
        for one in (bare, advice)
    ]
    assert 1 <= lines[1] - lines[0] <= 6


@pytest.mark.parametrize("text", [text for _, text in texts(wording_robustness)])
def test_both_languages_say_the_same(text: Text) -> None:
    assert slots(text.zh) == slots(text.en)
    assert not CHINESE.search(text.en)
    assert not re.search("[a-z]{3}", re.sub(r"\{\w+\}", "", text.zh))
