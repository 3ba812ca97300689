"""Kleene's three-valued logic: the tables, and that answering never takes back what was certain."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.advisor import naive
from tests.builders import a_number, a_question, at_least, is_
from tests.strategies import conditions, questions, values
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import (
    ALWAYS,
    AllOf,
    AnyOf,
    Compare,
    Condition,
    Not,
    State,
    Truth,
    atoms_in,
    questions_in,
    truth,
)
from zjtx_cli.model.question import Question

_ATOM: dict[Truth, Condition] = {True: is_("yes", "good"), False: is_("yes", "bad"), None: is_("open", "good")}
_STATES: dict[str, State] = {"yes": "good", "open": None}


@pytest.mark.parametrize(
    ("left", "right", "both", "either"),
    [
        (True, True, True, True),
        (True, False, False, True),
        (True, None, None, True),
        (False, True, False, True),
        (False, False, False, False),
        (False, None, False, None),
        (None, True, None, True),
        (None, False, False, None),
        (None, None, None, None),
    ],
)
def test_and_and_or(left: Truth, right: Truth, both: Truth, either: Truth) -> None:
    parts = (_ATOM[left], _ATOM[right])
    assert truth(AllOf(parts), _STATES) is both
    assert truth(AnyOf(parts), _STATES) is either


@pytest.mark.parametrize(("inner", "outer"), [(True, False), (False, True), (None, None)])
def test_not(inner: Truth, outer: Truth) -> None:
    assert truth(Not(_ATOM[inner]), _STATES) is outer


def test_nothing_to_ask_for_is_true_and_nothing_to_choose_from_is_false() -> None:
    assert truth(ALWAYS, {}) is True
    assert truth(AnyOf(()), {}) is False


@pytest.mark.parametrize("atom", [is_("q", "good"), at_least("q", 0), Compare("q", "below", 9)])
def test_an_atom_is_false_where_the_question_does_not_apply_and_open_where_it_is_not_known(atom: Condition) -> None:
    assert truth(atom, {"q": Mark.NOT_APPLICABLE}) is False
    assert truth(Not(atom), {"q": Mark.NOT_APPLICABLE}) is True
    assert truth(atom, {"q": None}) is None


def test_of_several_chosen_options_one_is_enough() -> None:
    assert truth(is_("q", "a", "b"), {"q": frozenset({"b", "c"})}) is True
    assert truth(is_("q", "a", "b"), {"q": frozenset({"c"})}) is False


@pytest.mark.parametrize(
    ("relation", "below", "at", "above"),
    [
        ("at_least", False, True, True),
        ("above", False, False, True),
        ("at_most", True, True, False),
        ("below", True, False, False),
    ],
)
def test_figures_are_compared_after_rounding_to_nine_places(relation: str, below: bool, at: bool, above: bool) -> None:
    condition = Compare("q", relation, 0.3)
    assert truth(condition, {"q": 0.3 - 1e-9}) is below
    assert truth(condition, {"q": 0.1 + 0.2}) is at
    assert truth(condition, {"q": 0.3 + 1e-9}) is above


@st.composite
def conditions_with_states(draw: st.DrawFn) -> tuple[Condition, list[Question], dict[str, State]]:
    asked = [a_question("a"), a_question("b", ["x", "y", "z"], kind="several"), a_number("c", 0, 3), *draw(questions())]
    states = {one.id: draw(st.one_of(st.none(), st.just(Mark.NOT_APPLICABLE), values(one))) for one in asked}
    return draw(conditions(asked, 3)), asked, states


@given(conditions_with_states(), st.data())
def test_learning_more_never_takes_back_what_was_certain(
    drawn: tuple[Condition, list[Question], dict[str, State]], data: st.DataObject
) -> None:
    condition, asked, states = drawn
    before = truth(condition, states)
    assert before is {0.0: False, 0.5: None, 1.0: True}[naive.kleene(condition, states)]
    learned = {
        one.id: data.draw(values(one)) if states[one.id] is None and data.draw(st.booleans()) else states[one.id]
        for one in asked
    }
    after = truth(condition, learned)
    assert before is None or after is before
    told = {one.id: data.draw(values(one)) if states[one.id] is None else states[one.id] for one in asked}
    assert truth(condition, told) is not None


@given(conditions_with_states())
def test_only_the_questions_that_are_named_matter(drawn: tuple[Condition, list[Question], dict[str, State]]) -> None:
    condition, _, states = drawn
    named = set(questions_in(condition))
    assert named == {atom.question for atom in atoms_in(condition)}
    assert truth(condition, {name: state for name, state in states.items() if name in named}) is truth(
        condition, states
    )
