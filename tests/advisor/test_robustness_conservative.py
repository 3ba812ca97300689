"""The conservative reading: what moves, in which direction, and what it does to the outcome."""

from hypothesis import given
from hypothesis import strategies as st

from tests.advisor.sureness import ground_of, outcome_of, packs_and_cases, with_values
from tests.builders import a_case, a_criterion, a_number, a_pack, a_playbook, a_question, a_text
from zjtx_cli.advisor.conservative import conservative
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Delicate

WHY = a_text("why")


@given(packs_and_cases(), st.data())
def test_the_outcome_is_that_of_the_worse_answers_and_breakers_break_it_alone(
    pair: tuple[Pack, Case], data: st.DataObject
) -> None:
    pack, case = pair
    questions = {}
    for name, one in pack.questions.items():
        better = data.draw(st.sampled_from([None, "high", "low"] if one.kind == "number" else [None, "first", "last"]))
        questions[name] = one._replace(
            delicate=None if better is None else Delicate(better, WHY, 1.0 if one.whole else 0.3)
        )
    answers = {name: one._replace(sure=data.draw(st.booleans())) for name, one in case.answers.items()}
    pack, case = pack._replace(questions=questions), case._replace(answers=answers)
    found, base = conservative(ground_of(pack, case)), outcome_of(pack, case)
    changes = {change.question: change.then for change in found.changes}
    assert found.after == outcome_of(pack, with_values(case, changes))
    assert found.stands is (found.after == base)
    assert found.breakers == tuple(
        question
        for question, value in changes.items()
        if outcome_of(pack, with_values(case, {question: value})) != base
    )
    for change in found.changes:
        asked = pack.questions[change.question]
        assert asked.delicate is not None or not case.answers[change.question].sure
        assert change.then != change.now


def reading(given: dict[str, Answer | str | float | set[str]], **delicate: Delicate) -> dict[str, object]:
    questions = [
        a_question("option", ("a", "b", "c")),
        a_question("several", ("a", "b", "c"), kind="several"),
        a_number("whole", 0, 100),
        a_number("decimal", 0, 10, whole=False),
    ]
    criteria = [
        a_criterion("option", {"a": 0.4, "b": 1.0, "c": 0.0}),
        a_criterion("several", {"a": 0.1, "b": 1.0, "c": 0.0}, combine="mean"),
        a_criterion("whole", points=[(0, 0), (100, 1)]),
        a_criterion("decimal", points=[(0, 1), (10, 0)]),
    ]
    pack = a_pack([one._replace(delicate=delicate.get(one.id)) for one in questions], [a_playbook("x", criteria)])
    found = conservative(ground_of(pack, a_case(given)))
    return {change.question: change.then for change in found.changes}


def test_a_delicate_answer_moves_one_step_in_the_direction_its_question_says() -> None:
    assert reading({"option": "a"}, option=Delicate("first", WHY)) == {"option": "b"}
    assert reading({"option": "c"}, option=Delicate("last", WHY)) == {"option": "b"}
    assert reading({"option": "c"}, option=Delicate("first", WHY)) == {}
    assert reading({"whole": 30.0}, whole=Delicate("high", WHY, 15)) == {"whole": 15.0}
    assert reading({"whole": 10.0}, whole=Delicate("high", WHY, 15)) == {"whole": 0.0}
    assert reading({"whole": 90.0}, whole=Delicate("low", WHY, 15)) == {"whole": 100.0}
    assert reading({"whole": 0.0}, whole=Delicate("high", WHY, 15)) == {}


def test_an_unsure_answer_moves_to_the_neighbour_that_is_worse_for_the_first_model() -> None:
    assert reading({"option": Answer("b", sure=False)}) == {"option": "c"}
    assert reading({"option": Answer("a", sure=False)}) == {}
    assert reading({"option": "b"}) == {}
    assert reading({"several": Answer(frozenset("ab"), sure=False)}) == {"several": frozenset("a")}
    assert reading({"whole": Answer(50.0, sure=False)}) == {"whole": 45.0}
    assert reading({"whole": Answer(0.0, sure=False)}) == {}
    assert reading({"decimal": Answer(2.0, sure=False)}) == {"decimal": 2.2}
    assert reading({"decimal": Answer(0.0, sure=False)}) == {"decimal": 0.1}


def test_a_delicate_question_with_several_options_moves_to_the_worse_neighbour() -> None:
    assert reading({"several": {"a", "b"}}, several=Delicate("first", WHY)) == {"several": frozenset("a")}


def test_what_is_not_known_does_not_move() -> None:
    assert reading({}, option=Delicate("first", WHY)) == {}
