"""Which mutants of a pack its scenarios notice, and how much the outcome hangs on each weight."""

from collections.abc import Iterable, Iterator, Mapping

from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring import sites as at
from zjtx_cli.authoring.bench import Bench, Rejudge, Row, as_it_was, looks_at, only, wholly
from zjtx_cli.authoring.mutants import FIFTH, Mutant, mutants
from zjtx_cli.authoring.scenarios import plans
from zjtx_cli.files.pack_lines import Places
from zjtx_cli.model.bench import Accepted, Mutated, Mutation, Weight
from zjtx_cli.model.condition import truth
from zjtx_cli.model.playbook import Playbook


def mutate(bench: Bench, places: Places, accepted: Mapping[str, Accepted] | None = None) -> Mutation:
    """Every structural mutant against every scenario that can feel it; survivors keep the reason that was given."""
    accepted = accepted or {}
    found = tuple(_mutated(one, bench, places, accepted) for one in mutants(bench.tables.pack))
    survived = {one.id for one in found if not one.killed}
    stale = tuple((name, one.where) for name, one in accepted.items() if name not in survived)
    return Mutation(found, tuple(_weights(bench, places)), stale)


def _mutated(one: Mutant, bench: Bench, places: Places, accepted: Mapping[str, Accepted]) -> Mutated:
    tables = Tables(one.pack)
    real, made_up = bench.noticed(tables, touched(one, bench), rejudging(one))
    because = accepted[one.id].because if one.id in accepted else None
    return Mutated(one.id, one.kind, one.what, places(one.path), real, made_up, because)


def rejudging(one: Mutant) -> Rejudge:
    if one.playbook is not None:
        return only(one.playbook)
    if one.site is None or one.site.kind == at.BRANCH:
        return wholly
    if one.site.kind in (at.MEASURE, at.LAND):
        return as_it_was
    if one.site.kind == at.GROUP:
        return only(*(playbook.id for playbook in one.pack.playbooks.values() if playbook.group == one.site.name))
    return only() if one.site.playbook is None else only(one.site.playbook)


def touched(one: Mutant, bench: Bench) -> Iterable[Row]:
    """The rows in which the mutant can be felt and is looked for. Where a condition is decided it stays so in every completion, so what
    is decided alike before and after is felt by nothing.
    """
    rows: Iterable[Row] = bench.passing
    if one.site is not None:
        old, new, gone = one.site.condition, one.condition, one.site.kind == at.BLOCKER
        rows = (row for row in rows if _looked_for(one.site, row))
        for row in rows:
            before = truth(old, row.path.states)
            after = not gone if new is None else truth(new, row.path.states)
            expect = row.scenario.expect
            named = new is None and f"{one.site.playbook}/{one.site.name}" in (*expect.holds, *expect.fails)
            if named or before is None or before is not after:
                yield row
    elif one.criterion is not None and one.playbook is not None:
        held = bench.tables.pack.playbooks[one.playbook].criteria
        old_one = next(criterion for criterion in held if criterion.question == one.criterion.question)
        for row in rows:
            state = row.path.states[old_one.question]
            if looks_at(row, one.playbook) and (state is None or old_one.value(state) != one.criterion.value(state)):
                yield row
    else:
        yield from rows


def _looked_for(site: at.Site, row: Row) -> bool:
    expect = row.scenario.expect
    if site.kind in (at.MEASURE, at.LAND):
        return plans(expect)
    if site.kind == at.TENSION:
        return site.name in (*expect.tensions, *expect.no_tensions)
    return site.playbook is None or looks_at(row, site.playbook)


def _weights(bench: Bench, places: Places) -> Iterator[Weight]:
    """The weights whose change by a fifth gives some city another outcome: status, first choice or its strength."""
    for playbook in bench.tables.pack.playbooks.values():
        for criterion in playbook.criteria:
            less, more = (_moved(bench, playbook, criterion.question, factor) for factor in (1 - FIFTH, 1 + FIFTH))
            if less or more:
                where = places((playbook.id, "criteria", criterion.question, "weight"))
                yield Weight(playbook.id, criterion.question, where, less, more)


def _moved(bench: Bench, playbook: Playbook, question: str, factor: float) -> tuple[str, ...]:
    weights = {one.question: one.weight * (factor if one.question == question else 1) for one in playbook.criteria}
    total = sum(weights.values())
    criteria = tuple(
        one._replace(weight=weights[one.question], share=weights[one.question] / total) for one in playbook.criteria
    )
    tables = Tables(at.with_playbook(bench.tables.pack, playbook._replace(criteria=criteria)))
    again = only(playbook.id)
    return tuple(
        row.scenario.name
        for row in bench.rows
        if not row.scenario.made_up and outcome(again(row, tables)) != outcome(row.judgement)
    )
