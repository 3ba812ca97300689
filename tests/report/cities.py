"""Small cities for papers: a pack of two models that are companions, one that competes, and answers to judge by."""

from collections.abc import Mapping

from tests.builders import (
    MONEY,
    Given,
    a_blocker,
    a_case,
    a_criterion,
    a_group,
    a_measure,
    a_number,
    a_pack,
    a_playbook,
    a_precondition,
    a_question,
    a_step,
    a_text,
    an_instrument,
    at_least,
    is_,
)
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.claim import Claim, Figure, Source
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Failure, Kpi, Lever, Measure, Note, Resource, StopRule
from zjtx_cli.model.question import Delicate
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.document import Block, Document, plain, words_in
from zjtx_cli.text import Language, same

GOOD: Mapping[str, Given] = {"trade": "good", "land": "good", "skill": "good", "leader": "good", "firms": 40, MONEY: 50}
"""Answers that speak for the first model in everything."""


def small_pack() -> Pack:
    questions = [
        a_question("trade")._replace(delicate=Delicate("first", a_text("too well"))),
        a_question("land"),
        a_question("skill"),
        a_question("leader", office="statistics")._replace(proxy=a_text("proxy")),
        a_number("firms", 0, 100),
        a_number(MONEY, 0, 100),
    ]
    first = a_playbook(
        "gather",
        [
            a_criterion("trade", weight=3),
            a_criterion("land", weight=2),
            a_criterion("firms", points=((0, 0), (100, 1))),
        ],
        preconditions=[a_precondition("plots", is_("land", "good"), buildable_by=("prefecture",))],
        blockers=[a_blocker("dying", is_("trade", "bad"))],
        mechanism=[
            a_step("site", is_("land", "good"))._replace(claims=("E01",)),
            a_step("pull", is_("leader", "good")),
        ],
        measures=[_register(), _park(), a_measure("plain")],
        companions=["guide"],
    )._replace(
        lever=Lever(a_text("who held it"), "province", ("E01",)),
        failed_where=(Failure(a_text("elsewhere"), a_text("stood empty"), a_text("ask first"), ("E02",)),),
        since=(Note(a_text("slump"), ("E02",)),),
        stop_rules=(StopRule(12, a_text("nobody came"), a_text("stop it")),),
    )
    second = a_playbook(
        "guide",
        [a_criterion("skill", {"good": 0.7, "bad": 0.0}, weight=2), a_criterion("trade")],
        companions=["gather"],
    )
    third = a_playbook("move", [a_criterion("trade", {"good": 0.0, "bad": 1.0}), a_criterion("skill")])
    pack = a_pack(
        questions,
        [first, second, third],
        groups=[a_group("firms", at_least("firms", 5), "firms")],
        instruments=[
            an_instrument("old", "2015-01", "2020-12"),
            an_instrument("now", "2020-01"),
            an_instrument("vague"),
        ],
    )
    return pack._replace(claims={one.id: one for one in _claims()}, sources={one.id: one for one in _sources()})


def an_advice(answers: Mapping[str, Given] | None = None, *, pack: Pack | None = None, city: str = "某某市") -> Advice:
    pack = pack or small_pack()
    case = a_case(GOOD if answers is None else answers, industry="卫生材料")._replace(city=city)
    return advise(Tables(pack), [case])


def a_document(
    advice: Advice, language: Language = Language.ZH, *, explain: bool = False, screen: str = "all"
) -> Document:
    return compose_advice(advice, small_pack(), language, explain=explain, screen=screen)


def said(document: Document) -> str:
    """All that a document says below its headings, one piece a line."""
    return said_in(document.sections)


def said_in(blocks: tuple[Block, ...]) -> str:
    return "\n".join(plain(words) for words in words_in(blocks))


def _register() -> Measure:
    return a_measure("register", instruments=("old", "now", "vague"))._replace(
        first_hundred=True,
        claims=("E01",),
        basis="claims",
        kpis=(Kpi(a_text("share on file")), Kpi(a_text("let"), a_text("85%"), ("E02",))),
        stop=a_text("no firm"),
    )


def _park() -> Measure:
    return a_measure("park", weight="heavy", phase="build", after=("register",))._replace(
        authority="province",
        ask_above=a_text("bond quota"),
        resource=Resource("heavy", 5000.0, 20000.0),
        leader_led=True,
    )


def _claims() -> list[Claim]:
    figure = Figure(35.0, same("家"), a_text("firms in the park"), 2020)
    return [
        Claim("E01", a_text("a park stands"), "confirmed", "case", figures=(figure,), sources=("S1",)),
        Claim(
            "E02", a_text("all is well"), "contradicted", "statement", checked=a_text("it is not"), sources=("S2", "S1")
        ),
        Claim("E03", a_text("never cited"), "confirmed", "case", sources=("S3",)),
    ]


def _sources() -> list[Source]:
    return [
        Source("S1", same("新华社"), "标题一", "2020-06", "original", link="https://example.org/one"),
        Source("S2", same("某报"), "标题二", "n.d.", "quoted", number="〔2020〕1号"),
        Source("S3", same("谁"), "不该出现", "2020", "quoted"),
    ]
