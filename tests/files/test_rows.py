"""JSON lines and tables: the quick way reads what the slow way reads, and every problem has its place."""

import json
import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.advisor.test_real_pack import _drawn
from zjtx_cli.errors import Location
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.json_located import parse_json
from zjtx_cli.files.rows import JsonRows, row_of
from zjtx_cli.files.tables import TableRows, read_header
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.row import Row

START = Location("rows.jsonl", 7, 1)


@pytest.fixture(scope="module")
def reader(real_pack: Pack) -> JsonRows:
    return JsonRows(real_pack)


def slowly(raw: bytes, pack: Pack) -> Row | list[Any]:
    parsed = parse_json(raw.decode(), START)
    if isinstance(parsed, list):
        return parsed
    case, problems = case_of(parsed, pack, START.file)
    return problems if case is None else row_of(case)


def written(state: Any) -> Any:
    if isinstance(state, Mark):
        return state.value
    return sorted(state) if isinstance(state, frozenset) else state


def test_what_is_plain_is_read_quickly_and_as_the_slow_way_reads_it(
    real_pack: Pack, reader: JsonRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    chance = random.Random(5)
    monkeypatch.setattr(reader, "_slowly", lambda *_: pytest.fail("not read quickly"))
    for number in range(60):
        answers = {
            one.id: written(_drawn(one, chance)) for one in real_pack.questions.values() if chance.random() < 0.8
        }
        for name in [*answers][:5]:
            answers[name] = {"value": answers[name], "source": "年鉴", "year": 2025, "sure": False}
        answers |= {name: "unknown" for name in answers if chance.random() < 0.1}
        line = json.dumps({"city": f"市{number}", "answers": answers}, ensure_ascii=number % 2 == 0).encode()
        read = reader.read(line, START)
        assert isinstance(read, Row)
        assert read == slowly(line, real_pack)
        assert list(read.states) == [*answers]


_WORDS = ["growing", "unknown", "Withheld", " n/a ", "", "45%", "3.2亿", "1e3", "\u202e", "x" * 90, "roadside", "none"]
_OTHERS: list[Any] = ["culture", "county", "CN", "2026-11", "industry", 0, 1, 30, 42.5, -1, 1e3, 10**30, 1e400]
_SCALARS = st.sampled_from([*_WORDS, *_OTHERS, True, False, None])
_VALUES = st.one_of(
    _SCALARS,
    st.lists(_SCALARS, max_size=3),
    st.dictionaries(st.sampled_from(["value", "source", "year", "scope", "sure", "withheld", "other"]), _SCALARS),
)


@st.composite
def lines(draw: st.DrawFn) -> bytes:
    """Lines as people and programs get them wrong: keys twice, other kinds of values, cut short."""
    names = ["demand_trend", "site_scatter", "papers_in_order", "small_firms", "city_draw", "skill_kind", "young_flow"]
    answers = draw(st.lists(st.tuples(st.sampled_from([*names, "nothing"]), _VALUES), max_size=4))
    heads = draw(
        st.lists(
            st.tuples(st.sampled_from(["level", "country", "industry", "as_of", "office", "x"]), _SCALARS), max_size=2
        )
    )
    held = "{" + ", ".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in answers) + "}"
    pairs = [("city", json.dumps(draw(st.one_of(st.just("市"), _SCALARS)))), ("answers", held)]
    pairs += [(key, json.dumps(value)) for key, value in heads]
    text = "{" + ", ".join(f"{json.dumps(key)}: {value}" for key, value in pairs) + "}"
    if draw(st.integers(0, 4)) == 0:
        at = draw(st.integers(0, len(text)))
        text = (
            text[:at]
            + draw(st.sampled_from(["", ",", '"', "}", "NaN", "\\", "　"]))
            + text[at + draw(st.integers(0, 2)) :]
        )
    return text.encode()


@given(st.lists(lines(), min_size=20, max_size=30))
def test_the_quick_way_never_reads_otherwise_than_the_slow_way(real_pack: Pack, many: list[bytes]) -> None:
    reader = JsonRows(real_pack)
    for line in many:
        assert reader.read(line, START) == slowly(line, real_pack)


@pytest.mark.parametrize(
    ("line", "rule", "column"),
    [
        ('{"city": "市", "answers": {"demand_trend": "growng"}}', "option", 43),
        ('{"city": "市", "answers": {"demand_trend": true}}', "option", 43),
        ('{"city": "市", "answers": {"small_firms": true}}', "number", 42),
        ('{"city": "市", "answers": {"small_firms": -1}}', "range", 42),
        ('{"city": "市", "answers": {"small_firms": 1, "small_firms": 2}}', "duplicate-key", 45),
        ('{"city": "市", "answers": {"nothing": 1}}', "unknown-question", 27),
        ('{"city": "市", "city": "县", "answers": {}}', "duplicate-key", 15),
        ('{"answers": {}}', "missing-key", 1),
        ('{"city": "a\\u202eb", "answers": {}}', "control-character", 10),
        ('{"city": "市", "answers": {"small_firms": NaN}}', "syntax", 42),
        ('{"city": "市", "answers": {}', "syntax", 28),
        ('{"city": "市", "answers": {}} x', "syntax", 30),
        ("[1]", "mapping", 1),
        ("[" * 60, "too-deep", 42),
        ("\udcff", "encoding", 1),
        ('{"city": "' + "x" * 1_000_000 + '"}', "too-large", 1),
    ],
)
def test_every_problem_has_its_place(reader: JsonRows, line: str, rule: str, column: int) -> None:
    found = reader.read(line.encode(errors="surrogateescape"), START)
    assert isinstance(found, list)
    assert [(one.where, one.rule) for one in found] == [(Location("rows.jsonl", 7, column), rule)]


def table(text: str, pack: Pack) -> Iterator[Any]:
    header, *rows = text.split("\n")
    names, problems = read_header(header.encode(), Location("t.csv"), pack)
    assert problems == []
    reader = TableRows(names, pack)
    for number, row in enumerate(rows, 2):
        yield reader.read(row.encode(), Location("t.csv", number))


def test_a_table_is_written_as_after_set(real_pack: Pack) -> None:
    header = "city,industry,level,demand_trend,small_firms,city_draw,papers_in_order"
    one, other = table(
        f'{header}\n甲,"卫生,材料",prefecture,growing,30,"culture;tourism",45%\n乙,,,unknown,,culture,n/a', real_pack
    )
    assert one == Row(
        "甲",
        "卫生,材料",
        "prefecture",
        {
            "demand_trend": "growing",
            "small_firms": 30.0,
            "city_draw": frozenset(["culture", "tourism"]),
            "papers_in_order": 45.0,
        },
    )
    assert [(problem.where.line, problem.where.column, problem.rule) for problem in other] == [
        (3, 22, "always-applies")
    ]


@pytest.mark.parametrize(
    ("row", "place", "rule"),
    [
        ("甲,growng,1", (2, 3), "option"),
        ("甲,growing,many", (2, 11), "number"),
        ("甲,growing", (2, 1), "cells"),
        (",growing,1", (2, 1), "missing-key"),
        ('甲,"growing,1', (2, 1), "quotes"),
        ("甲,\u202e,1", (2, 3), "control-character"),
    ],
)
def test_every_problem_of_a_table_has_its_place(real_pack: Pack, row: str, place: tuple[int, int], rule: str) -> None:
    (found,) = table(f"city,demand_trend,small_firms\n{row}", real_pack)
    assert [((one.where.line, one.where.column), one.rule) for one in found] == [(place, rule)]


def test_a_header_that_names_what_is_not_asked(real_pack: Pack) -> None:
    _, problems = read_header(b"town,demand_trnd,level,level", Location("t.csv"), real_pack)
    assert sorted((one.where.column, one.rule) for one in problems) == [
        (1, "missing-key"),
        (1, "unknown-question"),
        (6, "unknown-question"),
        (24, "duplicate-key"),
    ]
    assert any("demand_trend" in one.message.en for one in problems)
