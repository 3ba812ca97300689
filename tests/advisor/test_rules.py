"""The lines that the judgement and the plan draw, each on the line and just beside it."""

import time
from typing import Any

import pytest

from tests.builders import (
    Given,
    a_blocker,
    a_case,
    a_criterion,
    a_group,
    a_number,
    a_pack,
    a_playbook,
    a_precondition,
    a_question,
    a_step,
    is_,
)
from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.playbook import Playbook

PERCENT = [(0, 0), (100, 1)]


def _number(name: str) -> Playbook:
    """A model whose fit is its own question in per cent."""
    return a_playbook(name, [a_criterion(f"of_{name}", points=PERCENT)])


def _judged(playbooks: list[Playbook], answers: dict[str, Given], *, present: bool = True) -> Judgement:
    questions = [a_number(f"of_{one.id}", 0, 100, whole=False) for one in playbooks]
    groups = [a_group(present_if=is_("there", "good"))]
    pack = a_pack([a_question("there"), *questions], playbooks, groups=groups)
    return judge(Tables(pack), a_case({"there": "good" if present else "bad", **answers}))


@pytest.mark.parametrize(
    ("figure", "strength", "status"),
    [
        (49.999, "not_recommended", "none"),
        (50, "conditional", "recommended"),
        (64.999, "conditional", "recommended"),
        (65, "recommended", "recommended"),
        (100, "recommended", "recommended"),
    ],
)
def test_strength_by_fit(figure: float, strength: str, status: str) -> None:
    judgement = _judged([_number("p")], {"of_p": float(figure)})
    assert (judgement.match("p").strength, judgement.verdict.status) == (strength, status)


@pytest.mark.parametrize(
    ("other", "status", "first"),
    [(65, "recommended", "p"), (65.001, "undecided", "p"), (70, "undecided", "p"), (75, "recommended", "q")],
)
def test_a_lead_of_five_points_is_one(other: float, status: str, first: str) -> None:
    judgement = _judged([_number("p"), _number("q")], {"of_p": 70.0, "of_q": float(other)})
    assert (judgement.verdict.status, judgement.verdict.first) == (status, first)


def test_companions_are_no_rivals() -> None:
    pair = [_number("p")._replace(combines=a_playbook("p", [], companions=["q"]).combines), _number("q")]
    assert _judged(pair, {"of_p": 70.0, "of_q": 69.0}).verdict.status == "recommended"
    third = _judged([*pair, _number("r")], {"of_p": 70.0, "of_q": 69.0, "of_r": 68.0})
    assert third.verdict.status == "undecided"


@pytest.mark.parametrize(("weight", "known", "strength"), [(4, 0.2, "conditional"), (1, 0.5, "recommended")])
def test_half_must_be_known_to_recommend(weight: float, known: float, strength: str) -> None:
    questions = [a_question("q", ["best", "fair"]), a_question("open", ["best", "fair"])]
    worths = {"best": 1.0, "fair": 0.6}
    playbook = a_playbook("p", [a_criterion("q", worths), a_criterion("open", worths, weight=weight)])
    match = judge(Tables(a_pack(questions, [playbook])), a_case({"q": "best"})).match("p")
    assert (match.known, match.strength) == (known, strength)


def test_a_group_that_is_not_there_is_not_advised() -> None:
    judgement = _judged([_number("p")], {"of_p": 100.0}, present=False)
    assert (judgement.verdict.status, judgement.verdict.first) == ("none", None)
    assert not judgement.match("p").eligible


@pytest.mark.parametrize(
    ("changes", "strength", "eligible"),
    [
        ({}, "recommended", True),
        ({"blockers": [a_blocker("b", is_("c", "bad"))]}, "blocked", False),
        ({"blockers": [a_blocker("b", is_("unasked", "bad"))]}, "conditional", True),
        ({"mechanism": [a_step("s", is_("c", "good"))]}, "not_recommended", False),
        ({"mechanism": [a_step("s", is_("c", "good"), necessary=False)]}, "recommended", True),
        ({"mechanism": [a_step("s", is_("unasked", "good"))]}, "conditional", True),
        ({"mechanism": [a_step("s", is_("c", "bad"), evidence="D")]}, "conditional", True),
        ({"mechanism": [a_step("s", is_("c", "bad"), evidence="C")]}, "recommended", True),
        ({"preconditions": [a_precondition("k", is_("c", "good"))]}, "not_recommended", False),
        ({"preconditions": [a_precondition("k", is_("c", "good"), buildable_by=("prefecture",))]}, "not_recommended", False),
        ({"preconditions": [a_precondition("k", is_("c", "good"), buildable_by=("county",))]}, "recommended", True),
        ({"preconditions": [a_precondition("k", is_("unasked", "good"), buildable_by=("county",))]}, "recommended", True),
        ({"preconditions": [a_precondition("k", is_("unasked", "good"))]}, "conditional", True),
        ({"preconditions": [a_precondition("k", is_("c", "good"), necessary=False)]}, "recommended", True),
    ],
)  # fmt: skip
def test_what_blocks_forbids_and_leaves_open(changes: dict[str, Any], strength: str, eligible: bool) -> None:
    questions = [a_question(name) for name in ("q", "c", "unasked")]
    playbook = a_playbook("p", [a_criterion("q")], **changes)
    match = judge(Tables(a_pack(questions, [playbook])), a_case({"q": "good", "c": "bad"})).match("p")
    assert (match.strength, match.eligible) == (strength, eligible)


def test_where_nothing_can_fit_that_is_said_even_if_little_is_known() -> None:
    questions = [a_question("q"), a_question("r")]
    barred = a_playbook(
        "p", [a_criterion("q")], blockers=[a_blocker("b", is_("r", "good")), a_blocker("c", is_("r", "bad"))]
    )
    poor = a_playbook("p", [a_criterion("q")], blockers=[a_blocker("b", is_("r", "good"))])
    assert judge(Tables(a_pack(questions, [barred])), a_case()).verdict.status == "undecided"  # not known to be so yet
    assert judge(Tables(a_pack(questions, [barred])), a_case({"r": "good"})).verdict.status == "none"
    assert judge(Tables(a_pack(questions, [poor])), a_case({"r": "bad"})).verdict.status == "undecided"


def test_a_contradiction_over_many_open_questions_is_found_at_once() -> None:
    """Sixteen steps that are open, and two blockers of which one always holds: four to the sixteenth completions."""
    worths = {"a": 1.0, "b": 0.9, "c": 0.5, "d": 0.0}
    asked = [a_question(f"q{index:02}", list(worths)) for index in range(16)]
    playbook = a_playbook(
        "p",
        [*(a_criterion(one.id, worths) for one in asked), a_criterion("bad", weight=5)],
        mechanism=[a_step(f"s{index}", is_(one.id, "a", "b")) for index, one in enumerate(asked)],
        blockers=[a_blocker("either", is_("z", "good")), a_blocker("or", is_("z", "bad"))],
    )
    pack = a_pack([*asked, a_question("z"), a_question("bad")], [playbook])
    start = time.monotonic()
    verdict = judge(Tables(pack), a_case({"bad": "bad"})).verdict
    assert (verdict.status, verdict.because) == ("none", reasons.NOTHING_CAN_FIT)
    assert time.monotonic() - start < 2


@pytest.mark.parametrize(
    ("value", "line", "shown"),
    [
        (0.64999, 0.65, "0.64999"),
        (0.4951, 0.5, "0.495"),
        (0.649999999, 0.65, "0.649999999"),
        (0.644, 0.65, "0.64"),
        (0.65, 0.65, "0.65"),
    ],
)
def test_what_is_under_a_line_is_never_shown_on_it(value: float, line: float, shown: str) -> None:
    assert reasons.fit(value, under=line) == shown


def test_shares_are_rounded_as_people_expect() -> None:
    assert [reasons.percent(share) for share in (0.7149, 0.125, 1.0, 0.004)] == ["71%", "13%", "100%", "0%"]
    assert [reasons.fit(value) for value in (0.285, 0.005, -0.126, 1.0)] == ["0.29", "0.01", "-0.13", "1.00"]
    assert reasons.percent(0.4996, under=0.5) == "49.96%"


def test_a_sentence_never_says_that_a_fit_is_under_itself() -> None:
    low = _judged([_number("p")], {"of_p": 49.99}).match("p").because
    high = _judged([_number("p")], {"of_p": 64.99}).match("p").because
    assert "0.4999" in low.en
    assert "0.6499" in high.zh
