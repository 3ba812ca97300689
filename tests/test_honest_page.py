"""The honest page of the README: its later column is what the repository computes now, its first column what was scored first."""

import json
import re
from pathlib import Path

import pytest

from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.agreement import compare
from zjtx_cli.authoring.evaluation import evaluate
from zjtx_cli.files.codings import read_codings
from zjtx_cli.files.scenarios import read_scenarios
from zjtx_cli.model.evaluation import Evaluation, Share
from zjtx_cli.model.pack import Pack

TOP = Path(__file__).resolve().parent.parent
ROWS = {
    "right": ("首选一致", "first choice agrees"),
    "within_two": ("前两名之内", "one of the best two"),
    "firmly_wrong": ("说得满而不一致", "disagrees in full strength"),
    "undecided": ("分不出先后或先补数据", "undecided"),
}


@pytest.fixture(scope="module")
def found(real_pack: Pack) -> Evaluation:
    files = read_scenarios([TOP / "playbooks" / "places"], real_pack)
    assert not files.problems
    return evaluate(Tables(real_pack), files.scenarios, repeats=1)


def cells(label: str) -> tuple[str, str]:
    """Both columns of a row of the README's tables."""
    rows = re.findall(
        rf"^\| {re.escape(label)} \| (.+?) \| (.+?) \|$", (TOP / "README.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == 1, label
    before, later = rows[0]
    return before, later


def told(share: Share) -> str:
    assert share.low is not None
    assert share.high is not None
    return f"{share.hits:.0f}（{share.hits / share.of:.0%}，{100 * share.low:.0f}–{share.high:.0%}）"


@pytest.mark.parametrize("field", ROWS)
def test_the_table_says_what_is_computed(field: str, found: Evaluation) -> None:
    now: Share = getattr(found.tally, field)
    first = json.loads((TOP / "evaluation" / "first-scoring.json").read_text("utf-8"))[field]
    for label in ROWS[field]:
        before, later = cells(label)
        assert int(re.split(r"[ （(]", before)[0]) == first["count"]
        assert int(re.split(r"[ （(]", later)[0]) == now.hits
    if field in ("right", "within_two"):
        assert cells(ROWS[field][0])[1] == told(now)


def test_both_cities_where_nothing_fits_get_start_none(found: Evaluation) -> None:
    nowhere = [one for one in found.cities if one.expected == ("none",)]
    assert [one.status for one in nowhere] == ["none", "none"]


def test_the_coders_agreement_is_what_the_page_says(real_pack: Pack) -> None:
    first, second = (read_codings(TOP / "evaluation" / "coding" / who, real_pack) for who in ("first", "second"))
    assert not first.problems
    assert not second.problems
    kappa = compare(first.cities, second.cities, real_pack).kappa
    assert f"kappa {kappa:.2f}" in (TOP / "README.md").read_text("utf-8")
