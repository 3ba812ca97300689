"""One answer at a time, against judging the case with that answer."""

from hypothesis import given, settings

from tests.advisor import naive
from tests.advisor.sureness import ground_of, outcome_of, packs_and_cases, with_values
from tests.builders import a_case, a_criterion, a_number, a_pack, a_playbook, a_question
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.advisor.trials import answer_switches, answers_stable, decisive_unknowns, takeovers, try_answers
from zjtx_cli.model.answers import Case, Mark, Value
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import FIRST, AnswerSwitch

NEAR = 1e-8


def others(pack: Pack, question: str, now: State) -> list[Value | Mark]:
    """Every other value that the question can take, numbers on a fine grid."""
    asked = pack.questions[question]
    found = [value for value in naive.domain(asked) if value is not None and value != now]
    if asked.kind == "number" and not asked.whole:
        found += [asked.low + (asked.high - asked.low) * step / 16 for step in range(17)]
    return [value for value in found if value != now]


@settings(max_examples=40)
@given(packs_and_cases())
def test_every_known_answer_that_would_change_the_outcome_is_told_and_no_other(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ground = ground_of(pack, case)
    base, path = outcome_of(pack, case), replay(pack.questions, case.answers)
    switches = answer_switches(ground, try_answers(ground))
    for one in switches:
        assert outcome_of(pack, with_values(case, {one.change.question: one.change.then})) == one.after
        assert base.differs(one.after) == one.changes
        assert one.change.now == path.states[one.change.question]
    for question in path.asked:
        now = path.states[question]
        own = [one for one in switches if one.change.question == question]
        if now is None:
            assert not own
            continue
        turned = [
            value
            for value in others(pack, question, now)
            if base.differs(outcome_of(pack, with_values(case, {question: value})))
        ]
        check(pack, case, question, now, own, turned)


def check(
    pack: Pack, case: Case, question: str, now: State, own: list[AnswerSwitch], turned: list[Value | Mark]
) -> None:
    told = [one.change.then for one in own]
    marks = [value for value in turned if isinstance(value, Mark)]
    if isinstance(now, frozenset):
        apart = {value: len(now ^ value) if isinstance(value, frozenset) else len(now) for value in turned}
        assert set(told) == {value for value in turned if apart[value] == min(apart.values())}
    elif not isinstance(now, float) and pack.questions[question].kind == "number":
        assert bool(told) is bool(turned)
    elif not isinstance(now, float):
        assert set(told) == set(turned)
    else:
        figures = [value for value in turned if isinstance(value, float)]
        assert [value for value in told if isinstance(value, Mark)] == marks
        below = [value for value in told if isinstance(value, float) and value < now]
        above = [value for value in told if isinstance(value, float) and value > now]
        assert len(below) <= 2
        assert len(above) <= 2
        # a figure that does not lie on the six places of the told ones may turn a hair nearer
        assert all(below and max(below) >= value - 1.1e-6 for value in figures if value < now)
        assert all(above and min(above) <= value + 1.1e-6 for value in figures if value > now)
        base, step = outcome_of(pack, case), 1.0 if pack.questions[question].whole else 1e-6
        for figure, back in [*((one, one + step) for one in below), *((one, one - step) for one in above)]:
            if min(now, figure) < back < max(now, figure):
                change = base.differs(outcome_of(pack, with_values(case, {question: round(back, 6)})))
                nearest = figure in (max(below, default=None), min(above, default=None))
                assert change is None if nearest else change != FIRST
        first = [
            value for value in figures if base.differs(outcome_of(pack, with_values(case, {question: value}))) == FIRST
        ]
        told_first = [one.change.then for one in own if one.changes == FIRST]
        for side in ([value for value in first if value < now], [value for value in first if value > now]):
            nearest_first = min(side, key=lambda value: abs(value - now), default=None)
            assert nearest_first is None or any(
                isinstance(one, float)
                and (one - now) * (nearest_first - now) > 0
                and abs(one - now) <= abs(nearest_first - now) + 1.1e-6
                for one in told_first
            )


@settings(max_examples=40)
@given(packs_and_cases())
def test_answers_are_stable_where_no_open_one_changes_the_first_choice(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ground = ground_of(pack, case)
    base, path = outcome_of(pack, case), replay(pack.questions, case.answers)
    turns = any(
        base.differs(outcome_of(pack, with_values(case, {question: value}))) == FIRST
        for question in path.asked
        if path.states[question] is None
        for value in others(pack, question, None)
    )
    assert answers_stable(ground, try_answers(ground)) is not turns


@settings(max_examples=30)
@given(packs_and_cases())
def test_an_open_answer_is_told_with_how_far_it_moves_the_lead_and_what_it_changes(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ground, judgement = ground_of(pack, case), judge(Tables(pack), case)
    base, path = outcome_of(pack, case), replay(pack.questions, case.answers)
    found = decisive_unknowns(ground, try_answers(ground))
    assert {one.question for one in found} == {question for question in path.asked if path.states[question] is None}
    assert [(one.changes is None, -one.swing) for one in found] == sorted(
        (one.changes is None, -one.swing) for one in found
    )
    eligible = [one.playbook for one in judgement.ranking if one.eligible]
    pair_of = (
        eligible
        or [one.playbook for one in sorted(judgement.ranking, key=lambda one: (-one.score.likely, one.playbook))[:1]]
    )[:2]

    def lead(of: Case) -> float:
        likely = [judge(Tables(pack), of).match(name).score.likely for name in pair_of]
        return likely[0] - (likely[1] if len(likely) > 1 else 0.0)

    for one in found:
        changed = [with_values(case, {one.question: value}) for value in others(pack, one.question, None)]
        assert abs(one.swing - max(abs(lead(other) - lead(case)) for other in changed)) < NEAR
        gravest = {base.differs(outcome_of(pack, other)) for other in changed}
        assert one.changes == next((change for change in ("first", "strength", "status") if change in gravest), None)
        assert bool(one.turning) is (one.changes is not None)
        for value, after in one.turning:
            assert outcome_of(pack, with_values(case, {one.question: value})) == after
            assert base.differs(after)


def test_the_nearest_figure_is_told_to_six_places_on_the_side_where_it_has_turned() -> None:
    """x is worth n ⁄ 3, y one half: x comes first from n = 1.5 on, where the two are level."""
    playbooks = [
        a_playbook("x", [a_criterion("n", points=[(0, 0), (3, 1)])]),
        a_playbook("y", [a_criterion("a"), a_criterion("b")]),
    ]
    pack = a_pack([a_number("n", 0, 3, whole=False), a_question("a"), a_question("b")], playbooks)
    ground = ground_of(pack, a_case({"n": 1, "a": "good", "b": "bad"}))
    found = {
        one.changes: one.change.then
        for one in answer_switches(ground, try_answers(ground))
        if one.change.question == "n"
    }
    assert found == {"status": 1.350001, "first": 1.5}


def test_of_a_whole_number_the_nearest_whole_one_is_told() -> None:
    playbooks = [
        a_playbook("x", [a_criterion("n", points=[(0, 0), (10, 1)])]),
        a_playbook("y", [a_criterion("a", {"good": 0.64, "bad": 0.0})]),
    ]
    pack = a_pack([a_number("n", 0, 10), a_question("a")], playbooks)
    ground = ground_of(pack, a_case({"n": 2, "a": "good"}))
    found = [one.change.then for one in answer_switches(ground, try_answers(ground)) if one.change.question == "n"]
    assert found == [6.0, 7.0]  # at 6 the lead is under 0.05: undecided


def test_a_stretch_in_which_an_undecided_lead_is_large_enough_is_not_overlooked() -> None:
    """x leads y at 0 and z at 1 by a little, and both by enough where those two are level, at 0.5."""
    playbooks = [
        a_playbook("x", [a_criterion("a", {"good": 1.0, "bad": 0.9})]),
        a_playbook("y", [a_criterion("n", points=[(0, 0.97), (1, 0.8)])]),
        a_playbook("z", [a_criterion("n", points=[(0, 0.8), (1, 0.97)])]),
    ]
    pack = a_pack([a_number("n", 0, 1, whole=False), a_question("a")], playbooks)
    ground = ground_of(pack, a_case({"n": 0, "a": "good"}))
    switches = [one for one in answer_switches(ground, try_answers(ground)) if one.change.question == "n"]
    assert [(one.change.then, one.changes, one.after.status) for one in switches] == [
        (0.117648, "status", "recommended")
    ]
    opened = ground_of(pack, a_case({"a": "good"}))
    assert decisive_unknowns(opened, try_answers(opened))[0].question == "n"


def test_takeovers_are_where_another_line_becomes_the_highest() -> None:
    lines = [(1.0, 0.0), (0.6, 0.6), (0.0, 1.0), (0.5, 0.5), (0.6, 0.6)]
    before, after = [one[0] for one in lines], [one[1] for one in lines]
    assert [round(share, 9) for share in takeovers(before, after, range(5))] == [0.4, 0.6]
    assert [round(share, 9) for share in takeovers(before, after, [0, 2, 3])] == [0.5]
    assert list(takeovers(before, after, [1])) == list(takeovers(before, after, [])) == []
