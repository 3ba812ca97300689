"""The lines that the plan draws, each on the line and just beside it."""

import pytest

from tests.builders import (
    MONEY,
    Given,
    a_case,
    a_criterion,
    a_group,
    a_measure,
    a_number,
    a_pack,
    a_playbook,
    a_question,
    an_instrument,
    at_least,
    is_,
)
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.pack import Land
from zjtx_cli.model.playbook import Measure, Playbook

PERCENT = [(0, 0), (100, 1)]


def _number(name: str) -> Playbook:
    """A model whose fit is its own question in per cent."""
    return a_playbook(name, [a_criterion(f"of_{name}", points=PERCENT)])


def _planned(
    measures: dict[str, list[Measure]], answers: dict[str, Given] | None = None, as_of: str | None = None
) -> Advice:
    """The plan of recommended models; the first has the better fit."""
    fits = dict(zip(measures, (100.0, 90.0, 80.0), strict=False))
    playbooks = [_number(name)._replace(measures=tuple(own)) for name, own in measures.items()]
    questions = [
        a_question("when"),
        a_number(MONEY, 0, 100, whole=False),
        *(a_number(f"of_{name}", 0, 100, whole=False) for name in measures),
    ]
    instruments = [
        an_instrument("ended", "2020-01", "2026-10"),
        an_instrument("coming", "2026-12"),
        an_instrument("undated"),
    ]
    pack = a_pack(questions, playbooks, instruments=instruments)
    given: dict[str, Given] = {f"of_{name}": fit for name, fit in fits.items()}
    return advise(Tables(pack), [a_case({**given, **(answers or {})})._replace(as_of=as_of)])


def _names(advice: Advice) -> list[str]:
    return [f"{one.playbook}/{one.measure.id}" for one in advice.plan]


def _kinds(advice: Advice) -> dict[str, str]:
    return {f"{one.playbook}/{one.measure}": one.kind for one in advice.left_out}


@pytest.mark.parametrize(
    ("money", "heavy"),
    [(None, 0), (Mark.UNKNOWN, 0), (Mark.WITHHELD, 0), (19.9, 0), (20.0, 1), (39.9, 1), (40.0, 3), (100.0, 3)],
)
def test_heavy_projects_by_own_revenue(money: Given | None, heavy: int) -> None:
    advice = _planned(
        {"p": [a_measure(f"m{index}", weight="heavy") for index in range(3)]}, {} if money is None else {MONEY: money}
    )
    assert _names(advice) == [f"p/m{index}" for index in range(heavy)]
    assert set(_kinds(advice).values()) <= {"limit"}


def test_the_poorest_figure_of_the_trades_counts_and_withheld_counts_as_none() -> None:
    playbook = _number("p")._replace(measures=(a_measure("m", weight="heavy"),))
    pack = a_pack([a_number("of_p", 0, 100, whole=False), a_number(MONEY, 0, 100, whole=False)], [playbook])
    for second, heavy in ((60.0, 2), (30.0, 1), (10.0, 0), (Mark.WITHHELD, 0)):
        cases = [
            a_case({"of_p": 100.0, MONEY: money}, industry=trade) for trade, money in (("一", 60.0), ("二", second))
        ]
        assert len(advise(Tables(pack), cases).plan) == heavy


def test_a_conditional_model_brings_no_heavy_project() -> None:
    pack = a_pack(
        [a_number("of_p", 0, 100, whole=False), a_number(MONEY, 0, 100, whole=False)],
        [_number("p")._replace(measures=(a_measure("hall", weight="heavy"), a_measure("talk")))],
    )
    advice = advise(Tables(pack), [a_case({"of_p": 60.0, MONEY: 90.0})])
    assert (_names(advice), _kinds(advice)) == (["p/talk"], {"p/hall": "limit"})


def test_doubles_are_done_once_by_the_better_model() -> None:
    advice = _planned(
        {"p": [a_measure("a", merge="same")], "q": [a_measure("b", merge="same"), a_measure("c", after=("b",))]}
    )
    assert (_names(advice), _kinds(advice)) == (["p/a", "q/c"], {"q/b": "double"})


def test_the_leaders_lead_the_first() -> None:
    advice = _planned({"p": [a_measure("a"), a_measure("b", leader_led=True)], "q": [a_measure("c", leader_led=True)]})
    assert [one.measure.leader_led for one in advice.plan] == [False, True, False]
    assert "b (English)" in advice.plan[-1].because.en


def test_an_orphan_takes_nothing_from_others() -> None:
    """What falls because it rests on another neither leads, nor excludes, nor counts as the one heavy project."""
    fallen = a_measure("late", weight="heavy", leader_led=True, after=("hall",), excludes=("q/other",), merge="same")
    own = [fallen, a_measure("hall", weight="heavy", when=is_("when", "good"))]  # not known whether it applies
    others = [a_measure("other"), a_measure("main", weight="heavy", leader_led=True), a_measure("twin", merge="same")]
    advice = _planned({"p": own, "q": others}, {MONEY: 30.0})
    assert _names(advice) == ["q/other", "q/main", "q/twin"]
    assert _kinds(advice) == {"p/hall": "open", "p/late": "orphan"}
    assert advice.plan[1].measure.leader_led


def test_order_within_and_across_phases() -> None:
    own = [
        a_measure("z", phase="build"),
        a_measure("b", after=("a",)),
        a_measure("a"),
        a_measure("y", phase="build", after=("z",)),
    ]
    assert _names(_planned({"p": own})) == ["p/a", "p/b", "p/z", "p/y"]


def test_what_excludes_another_stays_out_in_either_direction() -> None:
    for first, second in ((("q/b",), ()), ((), ("p/a",))):
        advice = _planned({"p": [a_measure("a", excludes=first)], "q": [a_measure("b", excludes=second)]})
        assert (_names(advice), _kinds(advice)) == (["p/a"], {"q/b": "excluded"})


@pytest.mark.parametrize(
    ("given", "weight", "kind"),
    [
        ("good", "medium", ""),
        ("bad", "light", "not_needed"),
        (None, "light", ""),
        (None, "medium", "open"),
        (None, "heavy", "open"),
    ],
)
def test_a_measure_with_a_condition(given: str | None, weight: str, kind: str) -> None:
    measure = a_measure("m", weight=weight, when=is_("when", "good"))
    advice = _planned({"p": [measure]}, {MONEY: 90.0, **({"when": given} if given else {})})
    assert _kinds(advice).get("p/m", "") == kind


@pytest.mark.parametrize(
    ("as_of", "lapsed"),
    [
        ("2026-10", ["coming"]),
        ("2026-11", ["ended", "coming"]),
        ("2026-12", ["ended"]),
        ("2019-12", ["ended", "coming"]),
    ],
)
def test_an_instrument_is_usable_within_its_period_only(as_of: str, lapsed: list[str]) -> None:
    (one,) = _planned({"p": [a_measure("m", instruments=("ended", "coming", "undated"))]}, as_of=as_of).plan
    assert list(one.lapsed) == lapsed
    assert "undated" in one.usable


def test_attention_goes_to_the_larger_group() -> None:
    questions = [*(a_number(name, 0, 100, whole=False) for name in ("of_p", "of_q")), a_number("size", 0, 900)]
    groups = [a_group("small"), a_group("large", at_least("size", 1), size="size")]
    playbooks = [
        a_playbook(name, [a_criterion(f"of_{name}", points=PERCENT)], group=group, measures=[a_measure("m")])
        for name, group in (("p", "small"), ("q", "large"))
    ]
    advice = advise(
        Tables(a_pack(questions, playbooks, groups=groups)), [a_case({"of_p": 100.0, "of_q": 70.0, "size": 300})]
    )
    assert _names(advice) == ["q/m", "p/m"]
    assert advice.first.ranking[0].playbook == "p"


def _means(
    measures: list[Measure], *, land: str | None = None, at_most: int | None = None, trades: int = 1
) -> tuple[Advice, dict[str, str]]:
    """The plan of one recommended model (for each trade), and by measure the phase in which it stands."""
    questions = [
        a_number("of_p", 0, 100, whole=False),
        a_number(MONEY, 0, 100, whole=False),
        a_question("land", ("ample", "some", "none")),
    ]
    pack = a_pack(questions, [_number("p")._replace(measures=tuple(measures))])
    pack = pack._replace(
        land=Land(enough=is_("land", "ample", "some"), ample=is_("land", "ample")),
        thresholds=pack.thresholds._replace(office_leads_at_most=at_most),
    )
    answers: dict[str, Given] = {"of_p": 100.0, MONEY: 90.0, **({"land": land} if land else {})}
    cases = [a_case(answers, industry=trade) for trade in ("一", "二")[:trades]]
    advice = advise(Tables(pack), cases)
    return advice, {one.measure.id: one.measure.phase for one in advice.plan}


@pytest.mark.parametrize(("land", "parks"), [("ample", 2), ("some", 1), ("none", 0), (None, 0)])
def test_land_bears_several_one_or_no_project_over_all_trades(land: str | None, parks: int) -> None:
    advice, _ = _means(
        [a_measure("park", weight="heavy")._replace(new_land=True), a_measure("file")], land=land, trades=2
    )
    assert _names(advice).count("p/park") == parks
    assert _names(advice).count("p/file") == 2
    assert [one.kind for one in advice.left_out] == ["limit"] * (2 - parks)
    assert all("land" in one.because.en for one in advice.left_out)


def test_what_needs_no_new_land_is_not_kept_back_by_it() -> None:
    assert _names(_means([a_measure("hall", weight="heavy")], land="none")[0]) == ["p/hall"]


def test_an_office_leads_so_many_at_a_time_and_the_rest_is_put_off() -> None:
    advice, phases = _means([a_measure(name) for name in "abcd"], at_most=2)
    assert phases == {"a": "prepare", "b": "prepare", "c": "build", "d": "build"}
    assert all("at a time" in one.because.en for one in advice.plan[2:])
    assert not any("at a time" in one.because.en for one in advice.plan[:2])


def test_what_comes_after_a_measure_that_is_put_off_is_put_off_with_it() -> None:
    other = a_measure("d", after=("c",))._replace(lead="statistics", first_hundred=True)
    advice, phases = _means([a_measure("a"), a_measure("b"), a_measure("c"), other], at_most=2)
    assert (phases["c"], phases["d"]) == ("build", "build")
    assert not advice.plan[-1].measure.first_hundred
    assert [one.measure.id for one in advice.plan] == ["a", "b", "c", "d"]


def test_what_finds_no_room_in_any_phase_is_left_out_and_so_is_what_rests_on_it() -> None:
    phases = 3
    measures = [a_measure(f"m{index}") for index in range(phases + 1)]
    measures.append(a_measure("late", after=(f"m{phases}",))._replace(lead="statistics"))
    advice, found = _means(measures, at_most=1)
    assert list(found.values()) == ["prepare", "build", "deepen"]
    assert _kinds(advice) == {"p/m3": "limit", "p/late": "orphan"}


def test_without_a_limit_nothing_is_put_off() -> None:
    assert set(_means([a_measure(f"m{index}") for index in range(9)])[1].values()) == {"prepare"}


def test_what_only_the_money_forbids_is_told_as_that() -> None:
    """A measure whose own condition asks for more money than there is: beyond the means, and not “not needed”."""
    measures = [
        a_measure("hall", weight="medium", when=at_least(MONEY, 40)),
        a_measure("when", when=is_("when", "good")),
    ]
    advice = _planned({"p": measures}, {MONEY: 30.0, "when": "bad"})
    assert _kinds(advice) == {"p/hall": "limit", "p/when": "not_needed"}
