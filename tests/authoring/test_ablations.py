"""Each ablation takes away what it says, and nothing else."""

import pytest

from tests.authoring.made_up import CRAFT, NOTHING, PACK, PARK, SPARK_OR_PARK, Answers, a_city
from tests.builders import a_case, a_criterion, a_number, a_pack, a_playbook, a_question, is_
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring import ablations
from zjtx_cli.authoring.evaluation import evaluate
from zjtx_cli.model.evaluation import NO_BLOCKERS, NO_GATES
from zjtx_cli.model.pack import Pack


def _shares(pack: Pack) -> dict[str, list[float]]:
    return {name: [one.share for one in playbook.criteria] for name, playbook in pack.playbooks.items()}


def test_equal_weights_are_equal_within_each_model() -> None:
    changed = ablations.equal_weights(PACK)
    assert _shares(changed) == {"craft": [1 / 3] * 3, "park": [1 / 3] * 3, "spark": [1 / 2] * 2}
    assert [one.blockers for one in changed.playbooks.values()] == [one.blockers for one in PACK.playbooks.values()]
    assert judge(Tables(changed), a_case(CRAFT)).match("craft").score.likely == pytest.approx((1 + 1 + 0.8) / 3)


def test_uniform_weights_are_equal_over_all_models() -> None:
    changed = ablations.uniform_weights(PACK)
    assert _shares(changed) == {name: [pytest.approx(1 / 6)] * 6 for name in PACK.playbooks}
    match = judge(Tables(changed), a_case(CRAFT)).match("craft")
    assert match.score.likely == pytest.approx((1 + 1 + 0.8 + 3 * 0.5) / 6)
    open_match = judge(Tables(changed), a_case({})).match("craft")
    assert [open_match.score.low, open_match.score.high] == pytest.approx([0.25, 0.75])


def test_uniform_weights_on_every_kind_of_question() -> None:
    """Branches, figures, several options, and questions that no model looks at."""
    asked = [
        a_question("a"),
        a_question("b", ("x", "y", "z"), kind="several"),
        a_number("c", 0, 9, ask_if=is_("a", "good")),
        a_question("unused"),
    ]
    pack = a_pack(
        asked,
        [
            a_playbook("p", [a_criterion("a"), a_criterion("c", points=[(0, 0), (9, 1)], otherwise=0.2)]),
            a_playbook("q", [a_criterion("b", {"x": 1, "y": 0, "z": 0.5})]),
        ],
    )
    tables = Tables(ablations.uniform_weights(pack))
    several: list[Answers] = [{"a": "bad", "b": {"x"}}, {"a": "good", "c": 9, "b": {"y", "z"}}, {}]
    for answers in several:
        judgement = judge(tables, a_case(answers))
        assert [len(one.findings) for one in judgement.ranking] == [3, 3]
    judgement = judge(tables, a_case({"a": "good", "c": 9, "b": {"x"}}))
    assert judgement.match("p").score.likely == pytest.approx((1 + 1 + 0.5) / 3)
    assert judgement.match("q").score.likely == pytest.approx((1 + 0.5 + 0.5) / 3)


def test_without_blockers_what_was_blocked_can_be_first() -> None:
    assert judge(Tables(PACK), a_case(PARK)).match("park").strength == "blocked"
    assert judge(Tables(ablations.no_blockers(PACK)), a_case(PARK)).verdict.first == "park"


def test_without_gates_a_missing_precondition_bars_nothing() -> None:
    answers = {"market": "bad", "lab": "good", "leader": "good"}
    assert not judge(Tables(PACK), a_case(answers)).match("spark").eligible
    changed = Tables(ablations.no_gates(PACK))
    assert judge(changed, a_case(answers)).match("spark").eligible
    assert judge(changed, a_case(PARK)).match("park").strength == "blocked"


def test_the_evaluation_names_the_cities_that_an_ablation_changes() -> None:
    cities = [a_city("craft", CRAFT, "craft"), a_city("barred", PARK, "park"), a_city("none", NOTHING, status="none")]
    found = evaluate(Tables(PACK), [*cities, a_city("park", SPARK_OR_PARK, "park")], repeats=1)
    changed = {one.name: (one.lost, one.gained) for one in found.ablations}
    assert changed[NO_BLOCKERS] == ((), ("barred",))
    assert changed[NO_GATES] == ((), ())
    for one in found.ablations:
        assert one.tally.right.hits == found.tally.right.hits - len(one.lost) + len(one.gained)
