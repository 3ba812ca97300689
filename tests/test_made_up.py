"""Made-up cities (playbooks/scenarios/made-up), each for one behaviour of the built-in pack: that they hold is the test,
and that each blocker, precondition, step, measure, branch and tension of the pack has one.
"""

from collections.abc import Iterator

import pytest

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring import mutation
from zjtx_cli.authoring.bench import Bench, wholly
from zjtx_cli.authoring.coverage import cover
from zjtx_cli.authoring.mutants import Mutant, mutants
from zjtx_cli.files.library import built_in, read_documents
from zjtx_cli.files.pack_lines import Places
from zjtx_cli.files.scenarios import read_scenarios
from zjtx_cli.files.survivors import read_survivors
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.scenario import Scenario

SCENARIOS = built_in() / "scenarios"


@pytest.fixture(scope="module")
def bench(real_pack: Pack) -> Bench:
    files = read_scenarios([SCENARIOS], real_pack)
    assert files.problems == ()
    return Bench(Tables(real_pack), files.scenarios)


@pytest.fixture(scope="module")
def places() -> Places:
    documents, _ = read_documents(built_in())
    assert documents is not None
    return Places(documents)


def test_the_advice_is_what_each_case_says(bench: Bench) -> None:
    failed = {row.scenario.name: [text.en for text in row.outcome.failures] for row in bench.rows}
    assert {name: failures for name, failures in failed.items() if failures} == {}
    assert len(bench.rows) > 300
    for row in bench.rows:
        assert (row.outcome.status == "none") <= (row.outcome.first is None)


def test_the_real_cities_are_told_apart_from_the_made_up_ones(bench: Bench) -> None:
    real = {row.scenario.name for row in bench.rows if not row.scenario.made_up}
    assert real == {path.stem for path in SCENARIOS.glob("*.yaml")}
    assert all(row.scenario.case.city == "编造" for row in bench.rows if row.scenario.made_up)


def test_every_part_of_the_pack_has_a_case_of_its_own(bench: Bench) -> None:
    """A new blocker, precondition, step, measure, branch or tension needs a city that shows what it does."""
    served = {one for row in bench.rows for one in _served(row.scenario)}
    pack = bench.tables.pack
    wanted = {one for playbook in pack.playbooks.values() for one in _wanted(playbook)}
    wanted |= {
        f"branch:{one.id} {how}" for one in pack.questions.values() if one.ask_if for how in ("asked", "not asked")
    }
    wanted |= {f"tension:{one.id}{how}" for one in pack.tensions for how in ("", " quiet")}
    wanted |= {f"group:{one.id} {how}" for one in pack.groups for how in ("present", "absent")}
    assert wanted - served == set()


@pytest.mark.parametrize(("share", "trades"), [(39.9, ["甲"]), (40.0, ["甲", "乙"])])
def test_under_two_fifths_of_own_revenue_two_trades_share_one_heavy_project(
    share: float, trades: list[str], bench: Bench
) -> None:
    base = next(
        row.scenario for row in bench.rows if row.scenario.name.startswith("made-up/changyuan: where everything")
    )
    case = base.case.with_answer("own_revenue_share", Answer(share)).with_answer("land_supply", Answer("ample_quota"))
    advice = advise(bench.tables, [case._replace(industry="甲"), case._replace(industry="乙")])
    assert [one.industry for one in advice.plan if one.measure.resource.weight == "heavy"] == trades
    refused = [one.kind for one in advice.left_out if one.measure == "first_phase"]
    assert refused == ["limit"] * (2 - len(trades))


def test_land_that_is_not_ample_bears_the_park_of_one_trade(bench: Bench) -> None:
    base = next(
        row.scenario for row in bench.rows if row.scenario.name.startswith("made-up/changyuan: where everything")
    )
    advice = advise(bench.tables, [base.case._replace(industry=trade) for trade in "甲乙"])
    assert [one.industry for one in advice.plan if one.measure.new_land] == ["甲"]
    (refused,) = [one for one in advice.left_out if one.measure == "first_phase"]
    assert "new land for one project" in refused.because.en


def test_nearly_everything_of_the_pack_is_exercised(bench: Bench, places: Places) -> None:
    found = cover(bench, places)
    assert found.share >= 0.95
    for unit in found.units:
        assert unit.where.line > 1, unit


def test_a_survivor_is_listed_only_if_it_is_a_mutant(real_pack: Pack) -> None:
    known = {one.id for one in mutants(real_pack)}
    assert set(read_survivors(built_in())) <= known
    assert len(known) == len(list(mutants(real_pack)))


def test_to_judge_only_what_a_mutant_touches_finds_the_same_as_to_judge_all(bench: Bench, places: Places) -> None:
    """On some of the mutants and some of the cities; the whole run is `zjtx playbooks test --mutate`, in CI."""
    few = Bench(bench.tables, [row.scenario for row in bench.rows[::9]])
    sample = list(mutants(bench.tables.pack))[::60]
    noticed = {one.id: _noticed(few, one) for one in sample}
    assert any(made_up for _, made_up in noticed.values())
    for one in sample:
        tables = Tables(one.pack)
        assert noticed[one.id] == few.noticed(tables, few.passing, wholly), one.id


def _noticed(bench: Bench, one: Mutant) -> tuple[bool, bool]:
    return bench.noticed(Tables(one.pack), mutation.touched(one, bench), mutation.rejudging(one))


def _served(one: Scenario) -> Iterator[str]:
    """What a case serves; of a part of a playbook with the playbook's name."""
    kind, _, what = one.serves.partition(":")
    if kind not in ("blocker", "precondition", "step", "measure"):
        yield one.serves
        return
    name, _, how = what.partition(" ")
    parts = (*one.expect.holds, *one.expect.fails, *one.expect.planned, *one.expect.not_planned)
    for playbook in {part.partition("/")[0] for part in parts if part.endswith(f"/{name}")}:
        yield f"{kind}:{playbook}/{name} {how}".rstrip()


def _wanted(playbook: Playbook) -> Iterator[str]:
    name = playbook.id
    yield from (f"blocker:{name}/{one.id}" for one in playbook.blockers)
    yield from (f"precondition:{name}/{one.id}" for one in playbook.preconditions if one.necessary)
    yield from (f"step:{name}/{one.id}" for one in playbook.mechanism if one.necessary)
    yield from (f"measure:{name}/{one.id} on" for one in playbook.measures if one.when)
