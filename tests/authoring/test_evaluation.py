"""How often the advice agrees with what was done: every figure by hand on made-up cities."""

import pytest

from tests.authoring.made_up import CRAFT, NOTHING, PACK, PARK, SPARK, SPARK_OR_PARK, a_city
from tests.builders import Given, a_case, a_text
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.evaluation import evaluate
from zjtx_cli.model.evaluation import NONE, CityResult, Evaluation
from zjtx_cli.model.playbook import Combination
from zjtx_cli.model.scenario import Expectation, Scenario

CITIES = [
    a_city("as_done", CRAFT, "craft"),
    a_city("either", CRAFT, "park", "craft"),
    a_city("barred", PARK, "park"),
    a_city("second", SPARK_OR_PARK, "spark"),
    a_city("firm", SPARK, "craft"),
    a_city("still", NOTHING, status=NONE),
    a_city("lured", CRAFT, status=NONE),
    a_city("unsaid", CRAFT),
]


def _evaluate(cities: list[Scenario], repeats: int = 3) -> Evaluation:
    return evaluate(Tables(PACK), cities, repeats=repeats)


def _of(answers: dict[str, Given], *among: str, status: str | None = None) -> CityResult:
    (found,) = _evaluate([a_city("one", answers, *among, status=status)]).cities
    return found


def test_the_first_choice_must_have_been_followed() -> None:
    found = {one.name: (one.right, one.within_two) for one in _evaluate(CITIES).cities}
    assert found == {
        "as_done": (True, True),
        "either": (True, True),
        "barred": (False, False),
        "second": (False, True),
        "firm": (False, False),
        "still": (True, True),
        "lured": (False, False),
    }


def test_an_undecided_first_choice_counts() -> None:
    one = _of(SPARK_OR_PARK, "park")
    assert (one.status, one.first, one.right) == ("undecided", "park", True)


def test_a_city_that_followed_nothing_wants_none_and_nothing_less() -> None:
    assert _of(NOTHING, status=NONE).right
    undecided = _of({}, status=NONE)
    assert (undecided.status, undecided.right) == ("undecided", False)


def test_where_nothing_is_advised_nothing_is_within_two() -> None:
    one = _of(NOTHING, "craft")
    assert (one.status, one.first, one.right, one.within_two) == (NONE, None, False, False)


def test_first_alone_says_what_was_followed_too() -> None:
    city = a_city("one", CRAFT)._replace(expect=Expectation(first="craft"))
    assert _evaluate([city]).cities[0].expected == ("craft",)


def test_a_city_that_does_not_say_is_only_named() -> None:
    found = _evaluate(CITIES)
    assert found.not_scored == ("unsaid",)
    assert "unsaid" not in [one.name for one in found.cities]
    only_status = a_city("one", CRAFT)._replace(expect=Expectation(status="recommended", never=("park",)))
    assert _evaluate([only_status]).not_scored == ("one",)


def test_the_figures_of_a_city_are_those_of_the_judgement() -> None:
    one = _of(CRAFT, "craft")
    judgement = judge(Tables(PACK), a_case(CRAFT))
    first = judgement.match("craft")
    assert (one.status, one.first, one.strength) == ("recommended", "craft", "recommended")
    assert (one.fit, one.known) == (first.score.likely, first.known)
    assert one.lead == pytest.approx(first.score.likely - judgement.match("spark").score.likely)
    assert one.city == "one市"


def test_the_lead_is_over_no_companion() -> None:
    park = PACK.playbooks["park"]
    together = park._replace(combines=(Combination("spark", "companion", a_text("together")),))
    pack = PACK._replace(playbooks={**PACK.playbooks, "park": together})
    (one,) = evaluate(Tables(pack), [a_city("one", SPARK_OR_PARK, "park")], repeats=1).cities
    judgement = judge(Tables(pack), a_case(SPARK_OR_PARK))
    assert (one.status, one.first) == ("recommended", "park")
    assert one.lead == pytest.approx(judgement.match("park").score.likely - judgement.match("craft").score.likely)


def test_only_cities_that_are_right_are_perturbed() -> None:
    found = _evaluate(CITIES)
    assert {one.still_right.of for one in found.perturbed} == {round(found.tally.right.hits) * found.repeats}


def test_the_tally() -> None:
    tally = _evaluate(CITIES).tally
    assert {name: (share.hits, share.of) for name, share in tally._asdict().items()} == {
        "right": (3, 7),
        "within_two": (4, 7),
        "undecided": (1, 7),
        "none": (2, 7),
        "wrong": (4, 7),
        "firmly_wrong": (2, 7),
    }
    assert [tally.right.low, tally.right.high] == pytest.approx([0.158, 0.750], abs=1e-3)


def test_a_city_that_followed_several_is_counted_under_each() -> None:
    classes = {one.name: (one.tally.right.hits, one.tally.right.of) for one in _evaluate(CITIES).classes}
    assert classes == {"craft": (2, 3), "park": (1, 2), "spark": (0, 1), NONE: (1, 2)}


def test_by_confidence_every_city_stands_once() -> None:
    found = _evaluate([*CITIES, a_city("dim", {"skill": "good"}, "craft"), a_city("dark", {}, "craft")])
    rows = [(one.status, one.strength, one.low, one.high, one.right.hits, one.right.of) for one in found.confidence]
    assert rows == [
        ("recommended", "recommended", 0.5, 0.75, 1, 1),
        ("recommended", "recommended", 0.75, 1.0, 2, 4),
        ("undecided", "recommended", 0.75, 1.0, 0, 1),
        ("undecided", None, 0.0, 0.3, 0, 1),
        (NONE, None, 0.75, 1.0, 1, 2),
    ]


def test_the_strength_of_the_wrong_ones() -> None:
    found = _evaluate(CITIES)
    assert [tuple(one) for one in found.wrong] == [
        ("recommended", "recommended", 2),
        ("undecided", "recommended", 1),
        (NONE, None, 1),
    ]
    assert [one.name for one in found.cities if one.firmly_wrong] == ["firm", "lured"]


def test_a_miss_names_the_criteria_that_made_the_difference() -> None:
    one = _of(SPARK, "craft")
    assert one.miss is not None
    assert (one.miss.wanted, one.miss.through[0].question) == ("craft", "lab")
    judgement = judge(Tables(PACK), a_case(SPARK))
    lead = judgement.match("spark").score.likely - judgement.match("craft").score.likely
    assert sum(part.amount for part in one.miss.through) == pytest.approx(lead + judgement.match("craft").score.likely)
    assert one.miss.because is not None  # its fit is too low to be considered


def test_a_miss_behind_a_gate_tells_the_gate_and_no_lead_that_is_not_there() -> None:
    one = _of({**PARK, "skill": "good"}, "park")
    assert (one.first, one.right) == ("craft", False)
    assert one.miss is not None
    assert one.miss.because is not None
    assert "polluted" in one.miss.because.en
    assert one.miss.through == ()  # the park has the higher fit


def test_a_miss_where_nothing_was_done_tells_what_lifts_the_first_choice() -> None:
    one = _of(CRAFT, status=NONE)
    assert one.miss is not None
    assert (one.miss.wanted, one.miss.because) == (None, None)
    assert [part.question for part in one.miss.through] == ["skill", "market", "firms"]
    assert [part.amount for part in one.miss.through] == pytest.approx([0.3, 0.1, 0.06])


def test_no_city_no_figures() -> None:
    found = _evaluate([a_city("unsaid", CRAFT)])
    assert found.cities == ()
    assert found.tally.right.share is None
    assert all(one.still_right.share is None for one in found.perturbed)


def test_the_same_cities_give_the_same_evaluation() -> None:
    assert _evaluate(CITIES) == _evaluate(CITIES)
