"""Scenarios judged once, and re-judged only where a mutant of the pack can be felt."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from zjtx_cli.advisor.judging import conclude, judge
from zjtx_cli.advisor.matching import match
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.planning import plan
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.scenarios import Outcome, failures_of, outcome_of, plans
from zjtx_cli.model.advice import Judgement, LeftOut, Match, Planned
from zjtx_cli.model.scenario import Scenario


@dataclass(frozen=True)
class Row:
    """A scenario with its judgement by the pack as it is."""

    scenario: Scenario
    path: Path
    judgement: Judgement
    planned: tuple[Planned, ...]
    left_out: tuple[LeftOut, ...]

    @cached_property
    def matches(self) -> dict[str, Match]:
        return {one.playbook: one for one in self.judgement.ranking}

    @cached_property
    def outcome(self) -> Outcome:
        return outcome_of(self.scenario, self.judgement, self.planned, self.left_out)


Rejudge = Callable[[Row, Tables], Judgement]


class Bench:
    """All scenarios on one pack; those that fail as it is cannot tell anything of its mutants."""

    def __init__(self, tables: Tables, scenarios: Sequence[Scenario]) -> None:
        self.tables = tables
        self.rows = tuple(_row(tables, one) for one in scenarios)
        passing = [row for row in self.rows if row.outcome.passed]
        self.passing = tuple(sorted(passing, key=lambda row: row.scenario.made_up))

    def noticed(self, tables: Tables, rows: Iterable[Row], rejudge: Rejudge) -> tuple[bool, bool]:
        """Whether a real and whether a made-up city of these rows notices; each kind is left once one does."""
        noticed = {False: False, True: False}
        for row in rows:
            if noticed[row.scenario.made_up]:
                continue
            noticed[row.scenario.made_up] = fails(row, tables, rejudge(row, tables))
        return noticed[False], noticed[True]


def fails(row: Row, tables: Tables, judgement: Judgement) -> bool:
    expect = row.scenario.expect
    if judgement is row.judgement and not plans(expect):
        return False
    planned: Sequence[Planned] = ()
    left_out: Sequence[LeftOut] = ()
    if plans(expect):
        planned, left_out = plan(tables.pack, (judgement,), row.scenario.case.as_of or tables.pack.as_of)
    return any(True for _ in failures_of(expect, judgement, planned, left_out))


def looks_at(row: Row, playbook: str) -> bool:
    """Whether the scenario could notice that this playbook is judged otherwise."""
    expect = row.scenario.expect
    named = (*(one for one, _ in expect.strength), *expect.blocked, *expect.considered, *expect.barred)
    parts = (one.partition("/")[0] for one in (*expect.holds, *expect.fails))
    verdict = expect.status or expect.first or expect.among or expect.never
    return bool(verdict) or plans(expect) or playbook in named or playbook in parts


def wholly(row: Row, tables: Tables) -> Judgement:
    """Everything anew."""
    return judge(tables, row.scenario.case)


def only(*playbooks: str) -> Rejudge:
    """These playbooks anew, the others as they were."""

    def rejudge(row: Row, tables: Tables) -> Judgement:
        case = row.scenario.case
        answers = row.path.counting(case.answers)
        matches = [
            match(one, tables, row.path, answers, case.level) if one.id in playbooks else row.matches[one.id]
            for one in tables.pack.playbooks.values()
        ]
        return conclude(tables, case, row.path, matches)

    return rejudge


def as_it_was(row: Row, _: Tables) -> Judgement:
    """Only the plan can be another one."""
    return row.judgement


def _row(tables: Tables, scenario: Scenario) -> Row:
    case = scenario.case
    judgement = judge(tables, case)
    planned, left_out = plan(tables.pack, (judgement,), case.as_of or tables.pack.as_of)
    return Row(scenario, replay(tables.pack.questions, case.answers), judgement, planned, left_out)
