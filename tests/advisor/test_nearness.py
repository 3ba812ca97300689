"""Places like this one: likeness is 1 for the same answers, unknown only widens it, and no place ever moves a fit."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from tests.advisor.test_laws import numbers
from tests.builders import Given, a_case, a_text, an_answer
from tests.strategies import answers, cases, packs_with_cases
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.nearness import ABROAD, AT_HOME, FEWEST, likeness, nearest, weights_of
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import UNKNOWN, Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.place import Near, Place
from zjtx_cli.text import same


def a_place(name: str, found: Mapping[str, Given | Answer], *, country: str = "CN") -> Place:
    settled = {question: an_answer(value) for question, value in found.items()}
    texts = (a_text("trade"), "2000-2010", (), "partial", "high", a_text("done"), a_text("result"), a_text("caution"))
    return Place(name, same(name), country, "county", *texts, (), settled)


def near(pack: Pack, case: Case, place: Place) -> Near:
    tables = Tables(pack)
    return likeness(tables, weights_of(tables), replay(pack.questions, case.answers).states, place)


@given(packs_with_cases(), st.data())
def test_likeness_is_a_share_and_does_not_depend_on_who_is_compared_with_whom(
    pair: tuple[Pack, Case], data: st.DataObject
) -> None:
    pack, case = pair
    other = data.draw(cases(pack))
    one, back = near(pack, case, a_place("b", other.answers)), near(pack, other, a_place("a", case.answers))
    assert 0 <= one.low <= one.likely <= one.high <= 1
    assert (one.low, one.high) == (back.low, back.high)
    assert {found.question: found.alike for found in one.likenesses} == {
        found.question: found.alike for found in back.likenesses
    }


@given(packs_with_cases())
def test_the_same_answers_are_alike_in_all_that_is_known(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    found = near(pack, case, a_place("b", case.answers))
    assert found.high == 1
    assert all(one.alike == 1 for one in found.likenesses)
    states = replay(pack.questions, case.answers).states
    if all(states[question] is not None for question in weights_of(Tables(pack))):
        assert found.low == 1


@given(packs_with_cases(), st.data())
def test_forgetting_an_answer_never_narrows_the_span(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    place = a_place("b", data.draw(answers(list(pack.questions.values()))))
    full = near(pack, case, place)
    # A branch may shut behind a forgotten answer, and then what stood in it is open as well.
    for question in case.answers:
        less = near(pack, case.with_answer(question, UNKNOWN), place)
        assert less.low <= full.low + 1e-9
        assert less.high >= full.high - 1e-9


@given(packs_with_cases(), st.data())
def test_places_never_move_a_fit(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    given_answers = data.draw(answers(list(pack.questions.values())))
    richer = pack._replace(places={"b": a_place("b", given_answers)})
    with_places, without = advise(Tables(richer), [case]), advise(Tables(pack), [case])
    assert numbers(with_places.first) == numbers(without.first)
    assert with_places.plan == without.plan


def known_answers(pack: Pack) -> dict[str, Given]:
    """Something for every question of the real pack."""
    found: dict[str, Given] = {}
    for question in pack.questions.values():
        if question.kind == "number":
            found[question.id] = question.low
        else:
            option = question.options[0].id
            found[question.id] = {option} if question.kind == "several" else option
    return found


def test_places_of_the_own_country_come_first_and_the_city_itself_not_at_all(real_pack: Pack) -> None:
    found = known_answers(real_pack)
    case = a_case(found)._replace(city="某某市")
    few = dict(list(found.items())[: FEWEST - 1])
    places = [
        a_place("abroad", found, country="JP"),
        a_place("某某市", found),
        a_place("too little", few),
        *(a_place(f"home {number}", found) for number in range(AT_HOME + 1)),
        *(a_place(f"far {number}", found, country="DE") for number in range(ABROAD)),
    ]
    names = [one.place for one in nearest(Tables(real_pack), case, places)]
    assert names == ["home 0", "home 1", "home 2", "abroad", "far 0"]


def test_what_differs_in_the_eyes_of_the_models_counts_by_how_much(real_pack: Pack) -> None:
    tables = Tables(real_pack)
    case = a_case({"site_scatter": "roadside"})
    same_, close, far = (
        near(real_pack, case, a_place("b", {"site_scatter": one}))
        for one in ("roadside", "small_estates", "real_parks")
    )
    assert same_.likely > close.likely > far.likely
    weight = weights_of(tables)["site_scatter"]
    assert round(same_.high - far.high, 6) == round(weight * (1 - far.likenesses[0].alike), 6)
