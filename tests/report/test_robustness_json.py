"""The robustness parts of the JSON advice: what they hold, and in which form."""

import json
import random
import re

from tests.builders import a_blocker, a_case, a_criterion, a_number, a_pack, a_playbook, a_question, is_
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.robustness import robustness
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.robustness import Robustness
from zjtx_cli.report.robustness_json import acceptability_of, rank_of, robustness_of, stable_of

QUESTIONS = [
    a_question("a")._replace(nature="policy"),
    a_number("n", 0, 10, whole=False)._replace(nature="slow"),
    a_question("s", ("u", "v"), kind="several"),
    a_question("open"),
]
PLAYBOOKS = [
    a_playbook("x", [a_criterion("a"), a_criterion("n", points=[(0, 0), (10, 1)]), a_criterion("open")]),
    a_playbook("y", [a_criterion("s", {"u": 1.0, "v": 0.0}), a_criterion("n", points=[(0, 1), (10, 0)])]),
    a_playbook("z", [a_criterion("a")], blockers=[a_blocker("never", is_("a", "good"))]),
]


def found() -> Robustness:
    tables = Tables(a_pack(QUESTIONS, PLAYBOOKS))
    case = a_case({"a": "good", "n": 8, "s": {"u"}})
    return robustness(tables, judge(tables, case), chance=random.Random(1).random, draws=300)


def test_the_members_are_those_of_the_contract() -> None:
    told = robustness_of(found())
    assert {"switch_points", "decisive_unknowns", "counterfactuals", "none_share", "half_width"} <= set(told)
    assert stable_of(found()) == {"weights": True, "answers": True}
    assert rank_of(found(), "x") == {"best": 1, "worst": 1, "exact": True}
    assert rank_of(found(), "z") is None
    assert acceptability_of(found(), "z") == [0.0, 0.0, 0.0]
    assert sum(acceptability_of(found(), "x")) == 1


def test_what_is_told_is_plain_json_with_six_places_at_most() -> None:
    told = robustness_of(found())
    assert not re.search(r"\.\d{7}", json.dumps(told, allow_nan=False))
    kinds = {one["kind"] for one in told["switch_points"]}
    assert kinds <= {"weight", "answer"}
    for one in told["switch_points"]:
        assert set(one) == (
            {"kind", "playbook", "question", "factor", "changes", "after"}
            if one["kind"] == "weight"
            else {"kind", "question", "now", "then", "changes", "after"}
        )
        assert set(one["after"]) == {"status", "first", "strength"}
    assert [one["question"] for one in told["decisive_unknowns"]] == ["open"]
    assert {(one["kind"], one["playbook"], one["nature"]) for one in told["counterfactuals"]} >= {
        ("free", "z", "policy")
    }
    assert told["conservative"] == {
        "changes": [],
        "stands": True,
        "breakers": [],
        "after": told["conservative"]["after"],
    }
