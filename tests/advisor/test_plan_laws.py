"""Laws of the plan on random packs, for one trade and for two: the city's limits hold, and every reason is true."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import MONEY
from tests.strategies import cases, packs
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import CONDITIONAL, RECOMMENDED, Advice, Planned
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import questions_in, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Measure

_HOLDS_NOTHING_UP = ("not_needed", "double")


@st.composite
def advices(draw: st.DrawFn, *, trades: int = 2) -> tuple[Pack, Advice]:
    pack = draw(packs(measures=True))
    busy = draw(st.sampled_from([None, None, 1, 2]))
    pack = pack._replace(thresholds=pack.thresholds._replace(office_leads_at_most=busy))
    names = ["卫材", "起重"][: draw(st.integers(1, trades))]
    level = draw(st.sampled_from(["county", "prefecture"]))
    return pack, advise(Tables(pack), [draw(cases(pack, name))._replace(level=level) for name in names])


def _own_revenue(advice: Advice) -> float:
    """The least figure that is given for any trade; not known or withheld counts as none."""
    said = [judgement.answers[MONEY].value for judgement in advice.judgements if MONEY in judgement.answers]
    figures = [value for value in said if isinstance(value, float)]
    return 0.0 if Mark.WITHHELD in said else min(figures, default=0.0)


def _own(pack: Pack, one: Planned) -> Measure:
    """The measure as its author wrote it."""
    return next(measure for measure in pack.playbooks[one.playbook].measures if measure.id == one.measure.id)


@given(advices())
def test_every_measure_of_a_model_that_can_be_considered_is_planned_or_left_out_once(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    offered = Counter(
        (judgement.case.industry, match.playbook, measure.id)
        for judgement in advice.judgements
        for match in judgement.ranking
        if match.strength in (RECOMMENDED, CONDITIONAL)
        for measure in pack.playbooks[match.playbook].measures
    )
    planned = Counter((one.industry, one.playbook, one.measure.id) for one in advice.plan)
    left_out = Counter((one.industry, one.playbook, one.measure) for one in advice.left_out)
    assert planned + left_out == offered


@given(advices())
def test_heavy_projects_need_a_recommended_model_and_money(pair: tuple[Pack, Advice]) -> None:
    _, advice = pair
    heavy = [one for one in advice.plan if one.measure.resource.weight == "heavy"]
    by_trade = {judgement.case.industry: judgement for judgement in advice.judgements}
    assert all(by_trade[one.industry].match(one.playbook).strength == RECOMMENDED for one in heavy)
    own_revenue = _own_revenue(advice)
    assert len(heavy) <= (0 if own_revenue < 20 else 1 if own_revenue < 40 else len(heavy))


@given(advices())
def test_what_costs_money_is_not_started_on_a_guess(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    by_trade = {judgement.case.industry: judgement for judgement in advice.judgements}
    for one in advice.plan:
        states = replay(pack.questions, by_trade[one.industry].answers).states
        applies = True if one.measure.when is None else truth(one.measure.when, states)
        assert applies is True or (applies is None and one.measure.resource.weight == "light")


@given(advices())
def test_the_leaders_lead_one_and_someone_else_takes_the_others(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    wanted = [one for one in advice.plan if _own(pack, one).leader_led]
    led = [one for one in advice.plan if one.measure.leader_led]
    assert len(led) == min(1, len(wanted))
    assert all(_own(pack, one).leader_led for one in led)


@given(advices())
def test_the_same_work_is_done_once_and_what_excludes_another_is_not_beside_it(pair: tuple[Pack, Advice]) -> None:
    _, advice = pair
    for index, one in enumerate(advice.plan):
        for other in advice.plan[:index]:
            elsewhere = (one.playbook, one.industry) != (other.playbook, other.industry)
            assert not (elsewhere and one.measure.merge and one.measure.merge == other.measure.merge)
            assert f"{one.playbook}/{one.measure.id}" not in other.measure.excludes
            assert f"{other.playbook}/{other.measure.id}" not in one.measure.excludes


@given(advices())
def test_what_must_come_after_another_does_and_falls_with_it(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    phases = [phase.id for phase in pack.phases]
    assert [phases.index(one.measure.phase) for one in advice.plan] == sorted(
        phases.index(one.measure.phase) for one in advice.plan
    )
    place = {(one.industry, one.playbook, one.measure.id): index for index, one in enumerate(advice.plan)}
    out = {(one.industry, one.playbook, one.measure): one.kind for one in advice.left_out}
    for one in advice.plan:
        for before in one.measure.after:
            if (one.industry, one.playbook, before) in place:
                assert place[one.industry, one.playbook, before] < place[one.industry, one.playbook, one.measure.id]
            else:
                assert out[one.industry, one.playbook, before] in _HOLDS_NOTHING_UP


@given(advices())
def test_every_reason_for_leaving_out_is_true(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    gone = {(one.industry, one.playbook, one.measure) for one in advice.left_out if one.kind not in _HOLDS_NOTHING_UP}
    by_trade = {judgement.case.industry: judgement for judgement in advice.judgements}
    for one in advice.left_out:
        measure = next(measure for measure in pack.playbooks[one.playbook].measures if measure.id == one.measure)
        match one.kind:
            case "orphan":
                assert any((one.industry, one.playbook, before) in gone for before in measure.after)
            case "double":
                assert measure.merge in {other.measure.merge for other in advice.plan} - {""}
            case "excluded":
                key = f"{one.playbook}/{one.measure}"
                keys = {f"{other.playbook}/{other.measure.id}" for other in advice.plan}
                assert keys & set(measure.excludes) or any(key in other.measure.excludes for other in advice.plan)
            case "limit":
                rich = _own_revenue(advice) >= 20 and by_trade[one.industry].match(one.playbook).strength == RECOMMENDED
                too_heavy = measure.resource.weight == "heavy" and (
                    not rich or any(other.measure.resource.weight == "heavy" for other in advice.plan)
                )
                assert too_heavy or _no_room(pack, advice, measure) or _asks_for_money(measure)
            case _:
                assert one.kind in ("open", "not_needed")


def _no_room(pack: Pack, advice: Advice, measure: Measure) -> bool:
    """Whether its office leads as much as it can in the last phase at least."""
    led = [one for one in advice.plan if (one.measure.lead, one.measure.phase) == (measure.lead, pack.phases[-1].id)]
    return len(led) == pack.thresholds.office_leads_at_most


def _asks_for_money(measure: Measure) -> bool:
    return measure.when is not None and MONEY in questions_in(measure.when)


@given(advices())
def test_no_office_leads_more_than_it_can_at_a_time(pair: tuple[Pack, Advice]) -> None:
    pack, advice = pair
    most = pack.thresholds.office_leads_at_most
    led = Counter((one.measure.lead, one.measure.phase) for one in advice.plan)
    assert most is None or all(count <= most for count in led.values())
    phases = [phase.id for phase in pack.phases]
    for one in advice.plan:
        late = phases.index(one.measure.phase) - phases.index(_own(pack, one).phase)
        assert late >= 0
        assert late == 0 or most is not None


@given(advices())
def test_an_instrument_that_is_not_in_force_never_stands_as_usable(pair: tuple[Pack, Advice]) -> None:
    _, advice = pair
    for one in advice.plan:
        assert set(one.lapsed) == {"ended", "coming"} & set(one.measure.instruments)
        assert set(one.usable) == {"sure", "unsure"} & set(one.measure.instruments)


@given(advices())
def test_doing_nothing_is_always_named(pair: tuple[Pack, Advice]) -> None:
    _, advice = pair
    assert advice.do_nothing
