"""Made-up cities, each for one behaviour of the built-in pack: a blocker, a precondition, a step, a branch, a measure.

A file of tests/cases/made_up holds a base in which everything fits one playbook, and cases that change only what the
behaviour is about; `serves` says which. They are no real cities and stay out of the playbooks folder.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.scenarios import run
from zjtx_cli.files.scenarios import read_scenario
from zjtx_cli.model.advice import BLOCKED, CONDITIONAL, RECOMMENDED, Match
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.condition import Condition, questions_in
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.scenario import Scenario

FOLDER = Path(__file__).parent / "cases" / "made_up"


@dataclass(frozen=True)
class Made:
    """One made-up city. `serves` is kind:what, where what may end in on, off, gone, holds, asked or not asked."""

    file: str
    name: str
    serves: str
    playbook: str
    level: str
    answers: Mapping[str, Any]
    changed: frozenset[str]
    expect: Mapping[str, Any]
    about: Mapping[str, str]

    def __str__(self) -> str:
        return f"{self.file} {self.serves}: {self.name}".replace(":", " ")

    @property
    def kind(self) -> str:
        return self.serves.partition(":")[0]

    @property
    def what(self) -> str:
        return self.serves.partition(":")[2].partition(" ")[0]

    @property
    def how(self) -> str:
        return self.serves.partition(":")[2].partition(" ")[2]


def _all_made() -> list[Made]:
    files = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(FOLDER.glob("*.yaml"))}
    return [_made(stem, files, one) for stem, file in files.items() for one in file["cases"]]


def _made(stem: str, files: Mapping[str, Any], one: Mapping[str, Any]) -> Made:
    file, changed = files[stem], one.get("set", {})
    base = files[one["base"]] if "base" in one else file
    return Made(
        stem,
        one["name"],
        one["serves"],
        base.get("playbook", ""),
        one.get("level", file["level"]),
        {**base.get("base", {}), **changed},
        frozenset(changed),
        one.get("expect", {}),
        file["about"],
    )


MADE = _all_made()


def those(kind: str, *, how: str | None = None) -> "pytest.MarkDecorator":
    wanted = [made for made in MADE if made.kind == kind and how in (None, made.how)]
    return pytest.mark.parametrize("made", wanted, ids=str)


@pytest.fixture(scope="module")
def tables(real_pack: Pack) -> Tables:
    return Tables(real_pack)


@pytest.fixture(scope="module")
def read(tables: Tables, tmp_path_factory: pytest.TempPathFactory) -> Callable[[Made], Scenario]:
    """A made-up city as a scenario file, read back by the program's own reader; each once."""
    folder = tmp_path_factory.mktemp("made-up")

    @cache
    def once(number: int) -> Scenario:
        made, path = MADE[number], folder / f"{number}.yaml"
        head = {"city": "编造市", "level": made.level, "about": dict(made.about)}
        content = {**head, "answers": dict(made.answers), "expect": {**_served_expectation(made), **made.expect}}
        path.write_text(yaml.safe_dump(content, allow_unicode=True, sort_keys=False), encoding="utf-8")
        scenario, problems = read_scenario(path, tables.pack)
        assert scenario is not None, problems
        return scenario

    return lambda made: once(MADE.index(made))


@pytest.fixture
def scenario(made: Made, read: Callable[[Made], Scenario]) -> Scenario:
    return read(made)


@pytest.mark.parametrize("made", MADE, ids=str)
def test_the_advice_is_what_the_case_says(made: Made, scenario: Scenario, tables: Tables) -> None:
    outcome = run(tables, scenario)
    assert outcome.passed, [text.en for text in (*outcome.failures, *outcome.findings)]
    assert (outcome.status == "none") <= (outcome.first is None)


@those("base")
def test_in_a_base_everything_fits(made: Made, scenario: Scenario, tables: Tables) -> None:
    match = _match(made, scenario, tables)
    assert match.strength == RECOMMENDED
    assert match.known == 1
    assert not any(one.holds for one in match.blockers)
    assert all(one.holds for one in match.preconditions if one.necessary)
    assert all(one.holds for one in match.transfer if one.necessary)


@those("blocker")
def test_where_all_else_fits_a_blocker_blocks(made: Made, scenario: Scenario, tables: Tables) -> None:
    blocker = next(one for one in _playbook(made, tables).blockers if one.id == made.what)
    _only_about(made, blocker.when, tables)
    match = _match(made, scenario, tables)
    assert match.strength == BLOCKED
    assert [one.id for one in match.blockers if one.holds] == [made.what]


@those("precondition", how="")
def test_a_missing_precondition_shuts_the_way_unless_this_level_can_build_it(
    made: Made, scenario: Scenario, tables: Tables
) -> None:
    precondition = next(one for one in _playbook(made, tables).preconditions if one.id == made.what)
    _only_about(made, precondition.holds_if, tables)
    match = _match(made, scenario, tables)
    found = next(one for one in match.preconditions if one.id == made.what)
    assert precondition.necessary
    assert found.holds is False
    assert found.buildable is (made.level in precondition.buildable_by)
    assert match.eligible is found.buildable


@those("precondition", how="holds")
def test_a_precondition_can_be_met_in_another_way(made: Made, scenario: Scenario, tables: Tables) -> None:
    found = next(one for one in _match(made, scenario, tables).preconditions if one.id == made.what)
    assert found.holds is True


@those("step")
def test_a_necessary_step_that_fails_here_shuts_the_way(made: Made, scenario: Scenario, tables: Tables) -> None:
    step = next(one for one in _playbook(made, tables).mechanism if one.id == made.what)
    _only_about(made, step.holds_if, tables)
    match = _match(made, scenario, tables)
    assert step.necessary
    assert next(one for one in match.transfer if one.id == made.what).holds is False
    assert not match.eligible


@those("measure", how="on")
def test_a_measure_is_planned_where_it_applies(made: Made, scenario: Scenario, tables: Tables) -> None:
    planned = [(one.playbook, one.measure.id) for one in advise(tables, [scenario.case]).plan]
    assert (made.playbook, made.what) in planned


@those("measure", how="off")
def test_a_measure_that_is_not_needed_is_left_out_with_the_reason(
    made: Made, scenario: Scenario, tables: Tables
) -> None:
    left_out = {(one.playbook, one.measure): one for one in advise(tables, [scenario.case]).left_out}
    found = left_out[made.playbook, made.what]
    assert found.kind == "not_needed"
    assert found.because.zh
    assert found.because.en


@those("measure", how="gone")
def test_a_measure_goes_with_its_model(made: Made, scenario: Scenario, tables: Tables) -> None:
    """Where its condition fails the model itself falls, so it is neither planned nor left out."""
    advice = advise(tables, [scenario.case])
    assert advice.first.match(made.playbook).strength not in (RECOMMENDED, CONDITIONAL)
    assert made.what not in [one.measure.id for one in advice.plan if one.playbook == made.playbook]


@those("branch")
def test_a_branch_opens_and_stays_shut(made: Made, scenario: Scenario, tables: Tables) -> None:
    asked = replay(tables.pack.questions, scenario.case.answers).asked
    assert (made.what in asked) is (made.how == "asked")


def test_with_little_own_revenue_two_trades_share_one_heavy_project(
    tables: Tables, read: Callable[[Made], Scenario]
) -> None:
    case = read(next(made for made in MADE if made.file == "changyuan" and made.kind == "base")).case
    case = case.with_answer("own_revenue_share", Answer(30.0))
    advice = advise(tables, [case._replace(industry="甲"), case._replace(industry="乙")])
    assert [one.industry for one in advice.plan if one.measure.resource.weight == "heavy"] == ["甲"]
    (refused,) = [one for one in advice.left_out if one.measure == "first_phase"]
    assert refused.kind == "limit"


def test_every_blocker_has_a_case(tables: Tables) -> None:
    wanted = {(one.id, blocker.id) for one in _playbooks(tables) for blocker in one.blockers}
    assert wanted == _served("blocker")


def test_every_necessary_precondition_has_a_case(tables: Tables) -> None:
    wanted = {(one.id, held.id) for one in _playbooks(tables) for held in one.preconditions if held.necessary}
    assert wanted == _served("precondition", "")


def test_every_precondition_that_some_level_cannot_build_has_a_case_at_such_a_level(tables: Tables) -> None:
    wanted = {
        (one.id, held.id)
        for one in _playbooks(tables)
        for held in one.preconditions
        if held.necessary and set(held.buildable_by) != {"county", "prefecture", "province"}
    }
    buildable = {(one.id, held.id): held.buildable_by for one in _playbooks(tables) for held in one.preconditions}
    shut = {
        (made.playbook, made.what)
        for made in MADE
        if made.kind == "precondition" and made.how == "" and made.level not in buildable[made.playbook, made.what]
    }
    assert wanted == shut


def test_every_necessary_step_has_a_case(tables: Tables) -> None:
    wanted = {(one.id, step.id) for one in _playbooks(tables) for step in one.mechanism if step.necessary}
    assert wanted == _served("step")


def test_every_measure_with_a_condition_is_turned_on_and_off(tables: Tables) -> None:
    wanted = {(one.id, measure.id) for one in _playbooks(tables) for measure in one.measures if measure.when}
    assert wanted == _served("measure", "on")
    assert wanted == _served("measure", "off") | _served("measure", "gone")
    assert not _served("measure", "off") & _served("measure", "gone")


def test_every_branch_question_is_asked_and_not_asked(tables: Tables) -> None:
    wanted = {question.id for question in tables.pack.questions.values() if question.ask_if}
    for how in ("asked", "not asked"):
        assert wanted == {made.what for made in MADE if made.kind == "branch" and made.how == how}


def test_each_case_says_that_it_is_made_up() -> None:
    for made in MADE:
        assert "编造" in made.about["zh"]
        assert "made-up" in made.about["en"].lower()
        assert "\n" not in made.name
    assert len({str(made) for made in MADE}) == len(MADE)


def _match(made: Made, scenario: Scenario, tables: Tables) -> Match:
    return judge(tables, scenario.case).match(made.playbook)


def _served_expectation(made: Made) -> dict[str, Any]:
    """What a scenario of this kind must say, whatever else it says."""
    measure = f"{made.playbook}/{made.what}"
    return {
        ("blocker", ""): {"blocked": [made.playbook]},
        ("measure", "on"): {"planned": [measure]},
        ("measure", "off"): {"left_out": [measure], "not_planned": [measure]},
        ("measure", "gone"): {"not_planned": [measure]},
    }.get((made.kind, made.how), {})


def _playbook(made: Made, tables: Tables) -> Playbook:
    return tables.pack.playbooks[made.playbook]


def _playbooks(tables: Tables) -> list[Playbook]:
    return list(tables.pack.playbooks.values())


def _served(kind: str, how: str | None = None) -> set[tuple[str, str]]:
    return {(made.playbook, made.what) for made in MADE if made.kind == kind and how in (None, made.how)}


def _only_about(made: Made, condition: Condition, tables: Tables) -> None:
    """All else fits, since the base does and only the condition's own questions (and what opens them) are changed."""
    own = set(questions_in(condition))
    for question in own.copy():
        ask_if = tables.pack.questions[question].ask_if
        own.update(questions_in(ask_if) if ask_if else ())
    assert made.changed <= own
