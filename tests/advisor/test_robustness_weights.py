"""One weight under a factor, against judging the pack with that weight."""

from math import exp, log

from hypothesis import given, settings

from tests.advisor.sureness import ground_of, outcome_of, packs_and_cases, reweighted
from tests.builders import a_case, a_criterion, a_pack, a_playbook, a_question
from zjtx_cli.advisor.weighing import weight_switches, weights_stable
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import FIRST, STATUS, Outcome, WeightSwitch

HAIR = 1e-9
SCALE = [exp(step / 6) for step in range(-24, 25)]


def told(one: Outcome) -> tuple[str | None, str | None]:
    return one.first, one.strength


@settings(max_examples=30)
@given(packs_and_cases())
def test_a_switch_is_where_the_outcome_turns_and_nothing_turns_before(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    base = outcome_of(pack, case)
    switches = weight_switches(ground_of(pack, case))
    for name, playbook in pack.playbooks.items():
        for question in [criterion.question for criterion in playbook.criteria]:
            own = [one for one in switches if (one.playbook, one.question) == (name, question)]
            check_side(pack, case, base, (name, question), sorted(one for one in own if one.factor > 1))
            check_side(
                pack, case, base, (name, question), sorted((one for one in own if one.factor <= 1), reverse=True)
            )


def check_side(pack: Pack, case: Case, base: Outcome, where: tuple[str, str], switches: list[WeightSwitch]) -> None:
    """`switches` of one weight and one side, the nearest to 1 first."""
    for switch in switches:
        up = switch.factor > 1
        beyond, before = (1 + HAIR, 1 - HAIR) if up else (1 - HAIR, 1 + HAIR)
        after = outcome_of(reweighted(pack, *where, switch.factor * beyond), case)
        ahead = outcome_of(reweighted(pack, *where, switch.factor * before), case)
        assert base.differs(after) == switch.changes
        assert told(after) == told(switch.after)
        assert base.differs(ahead) != switch.changes


@settings(max_examples=15)
@given(packs_and_cases())
def test_no_factor_nearer_than_the_switches_turns_anything(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    base = outcome_of(pack, case)
    switches = weight_switches(ground_of(pack, case))
    turned = []
    for name, playbook in pack.playbooks.items():
        for question in [criterion.question for criterion in playbook.criteria]:
            own = [one.factor for one in switches if (one.playbook, one.question) == (name, question)]
            first = [
                one.factor for one in switches if (one.playbook, one.question, one.changes) == (name, question, FIRST)
            ]
            for factor in SCALE:
                if any(abs(log(factor / one)) < 1e-6 for one in own):
                    continue
                changes = base.differs(outcome_of(reweighted(pack, name, question, factor), case))
                if changes not in (None, STATUS):
                    assert reached(own, factor)
                if changes == FIRST:
                    assert reached(first, factor)
                    turned.append(factor)
    if any(0.5 <= factor <= 2 for factor in turned):
        assert not weights_stable(switches)


def reached(switches: list[float], factor: float) -> bool:
    return any(factor >= one > 1 if factor > 1 else factor <= one <= 1 for one in switches)


def test_the_closed_form_of_a_small_pack() -> None:
    """x: good on a weight of 3 of 5, 0.6; y: good on 1 of 2, 0.5. x with factor t: 3t ⁄ (3t + 2) = 0.5 at t = 2 ⁄ 3."""
    questions = [a_question(name) for name in "abc"]
    playbooks = [
        a_playbook("x", [a_criterion("a", weight=3), a_criterion("b", weight=2)]),
        a_playbook("y", [a_criterion("a"), a_criterion("c")]),
    ]
    ground = ground_of(a_pack(questions, playbooks), a_case({"a": "good", "b": "bad", "c": "bad"}))
    switches = weight_switches(ground)
    found = {(one.playbook, one.question, one.changes): one.factor for one in switches}
    assert abs(found["x", "a", "first"] - 2 / 3) < 1e-7
    assert abs(found["x", "b", "first"] - 3 / 2) < 1e-7
    assert abs(found["y", "a", "first"] - 3 / 2) < 1e-7
    assert abs(found["y", "c", "first"] - 2 / 3) < 1e-7
    assert not weights_stable(switches)


def test_where_all_options_have_one_value_no_weight_matters() -> None:
    level = {"good": 0.7, "bad": 0.7}
    playbooks = [a_playbook(name, [a_criterion("a", level), a_criterion("b", level, weight=3)]) for name in "xy"]
    ground = ground_of(a_pack([a_question("a"), a_question("b")], playbooks), a_case({"a": "good", "b": "bad"}))
    assert weight_switches(ground) == ()
    assert ground.outcome.first == "x"


def test_a_model_of_one_criterion_has_no_weight_to_change() -> None:
    playbooks = [a_playbook("x", [a_criterion("a")]), a_playbook("y", [a_criterion("b")])]
    ground = ground_of(a_pack([a_question("a"), a_question("b")], playbooks), a_case({"a": "good"}))
    assert weight_switches(ground) == ()
    assert weights_stable(())
