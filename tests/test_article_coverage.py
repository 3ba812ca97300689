"""The article's points and where the playbooks say them: every row points at something that exists."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
import yaml

from zjtx_cli.files.library import built_in
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook

KINDS = {"diagnosis", "precondition", "mechanism", "measure", "figure", "caution"}
SECTIONS = [
    "what-they-are",
    "comparison",
    "where-from",
    "precise-incubation",
    "laggards",
    "changyuan",
    "kanazawa",
    "both-cases",
    "middle",
    "baden-wuerttemberg",
    "pioneers",
    "united-states",
    "ames",
    "connect",
    "conclusions",
]
"""The article's own headings, in its order."""
LEDGER = {"A": 9, "B": 6, "C": 8, "D": 15, "E": 20, "F": 35, "G": 30, "H": 11, "I": 12, "J": 24, "K": 4}
"""How many claims of the article were checked, by letter."""

Table = list[Mapping[str, Any]]


@pytest.fixture(scope="module")
def table() -> Table:
    content = yaml.safe_load((built_in() / "coverage" / "article.yaml").read_text(encoding="utf-8"))
    sections: Table = content["sections"]
    return sections


def test_every_section_of_the_article_has_rows_in_its_order(table: Table) -> None:
    assert [section["id"] for section in table] == SECTIONS
    assert all(section["rows"] for section in table)


def test_every_row_is_whole_in_both_languages(table: Table) -> None:
    for section in table:
        assert set(section) == {"id", "heading", "rows"}
        assert set(section["heading"]) == {"zh", "en"}
        for row in section["rows"]:
            assert set(row) == {"point", "kind", "where"}
            assert row["kind"] in KINDS
            assert row["point"]["zh"].strip()
            assert row["point"]["en"].strip()


def test_every_pointer_points_at_something_that_exists(table: Table, real_pack: Pack) -> None:
    lost = [(row["point"]["en"], one) for row in _rows(table) for one in row["where"] if not _exists(one, real_pack)]
    assert lost == []


def test_every_row_is_said_somewhere_and_not_only_checked(table: Table) -> None:
    """A claim stands in the evidence; a point of the article must also be told where someone reads it."""
    silent = [row["point"]["en"] for row in _rows(table) if all(one.startswith("claim:") for one in row["where"])]
    assert silent == []


def test_no_row_points_twice_at_the_same_thing(table: Table) -> None:
    assert [row["point"]["en"] for row in _rows(table) if len(set(row["where"])) != len(row["where"])] == []


def test_every_claim_of_the_article_is_kept(real_pack: Pack) -> None:
    ledger = {f"{letter}{number:02}" for letter, most in LEDGER.items() for number in range(1, most + 1)}
    assert len(ledger) == 174
    assert ledger == {claim for claim in real_pack.claims if re.fullmatch(r"[A-K]\d\d", claim)}
    assert all(real_pack.claims[claim].in_article for claim in ledger)


def test_every_claim_of_the_article_stands_in_a_row_or_in_a_playbook(table: Table, real_pack: Pack) -> None:
    in_rows = {one.removeprefix("claim:") for row in _rows(table) for one in row["where"] if one.startswith("claim:")}
    cited = {claim for playbook in real_pack.playbooks.values() for claim in _cited(playbook)}
    article = {claim.id for claim in real_pack.claims.values() if claim.in_article}
    assert article <= in_rows | cited


def test_an_unknown_pointer_is_noticed(real_pack: Pack) -> None:
    wrong = [
        "claim:Z99",
        "nowhere:land",
        "question:weather",
        "changyuan:measure:no_such",
        "changyuan:background:Z99",
        "changyuan:whatever",
        "atlantis:step:one",
        "claim",
    ]
    assert [one for one in wrong if _exists(one, real_pack)] == []


def _rows(table: Table) -> Iterator[Mapping[str, Any]]:
    for section in table:
        yield from section["rows"]


def _exists(pointer: str, pack: Pack) -> bool:
    head, _, rest = pointer.partition(":")
    if head in pack.playbooks:
        return _in_playbook(rest, pack.playbooks[head])
    ids: Mapping[str, set[str]] = {
        "claim": set(pack.claims),
        "question": set(pack.questions),
        "primer": {one.id for one in pack.primer},
        "group": {one.id for one in pack.groups},
        "instrument": set(pack.instruments),
    }
    return rest in ids.get(head, set())


def _in_playbook(pointer: str, playbook: Playbook) -> bool:
    part, _, name = pointer.partition(":")
    if not name:
        return part in ("summary", "problem", "lever", "if_nothing") and bool(getattr(playbook, part))
    return part in _PARTS and name in _PARTS[part](playbook)


_PARTS: Mapping[str, Callable[[Playbook], set[str]]] = {
    "criterion": lambda one: {criterion.question for criterion in one.criteria},
    "step": lambda one: {step.id for step in one.mechanism},
    "measure": lambda one: {measure.id for measure in one.measures},
    "blocker": lambda one: {blocker.id for blocker in one.blockers},
    "precondition": lambda one: {precondition.id for precondition in one.preconditions},
    "background": lambda one: {claim for note in one.background for claim in note.claims},
    "since": lambda one: {claim for note in one.since for claim in note.claims},
    "failed_where": lambda one: {claim for failure in one.failed_where for claim in failure.claims},
}


def _cited(playbook: Playbook) -> Iterator[str]:
    """Every claim a playbook rests on, wherever it stands."""
    groups: list[Any] = [playbook.criteria, playbook.preconditions, playbook.blockers, playbook.mechanism]
    groups += [playbook.measures, playbook.background, playbook.since, playbook.failed_where]
    for group in groups:
        for one in group:
            yield from one.claims
    for measure in playbook.measures:
        for kpi in measure.kpis:
            yield from kpi.claims
    if playbook.lever:
        yield from playbook.lever.claims
