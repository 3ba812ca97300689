"""Scoring row by row gives exactly what `judge` gives: on random small packs, and on the built-in one."""

import random

from hypothesis import given
from hypothesis import strategies as st

from tests.advisor.test_real_pack import _drawn
from tests.strategies import cases, packs
from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.batch import Scorer
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import state_of
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer, Case
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.row import Row, RowFigures


def as_judged(tables: Tables, case: Case) -> RowFigures:
    judgement = judge(tables, case)
    matches = [judgement.match(name) for name in sorted(tables.pack.playbooks)]
    return RowFigures(
        *outcome(judgement),
        tuple(match.score.likely for match in matches),
        tuple(match.known for match in matches),
    )


def as_row(case: Case) -> Row:
    states = {name: state_of(answer) for name, answer in case.answers.items()}
    return Row(case.city, case.industry, case.level, states)


@given(st.data())
def test_rows_of_small_packs_are_judged_alike(data: st.DataObject) -> None:
    pack = data.draw(packs())
    tables = Tables(pack)
    scorer = Scorer(tables)
    for case in data.draw(
        st.lists(cases(pack), min_size=1, max_size=12)
    ):  # one scorer: what it remembers changes nothing
        assert scorer.score(as_row(case)) == as_judged(tables, case)


def test_rows_of_the_built_in_pack_are_judged_alike(real_pack: Pack) -> None:
    tables, chance = Tables(real_pack), random.Random(20261129)
    scorer = Scorer(tables)
    seen = set()
    for number in range(240):
        density = chance.choice([0.02, 0.1, 0.3, 0.7, 1.0])
        answers: dict[str, Answer] = {}
        for question in real_pack.questions.values():
            if chance.random() < density:
                state = _drawn(question, chance)
                marked = chance.random() < 0.15
                answers[question.id] = chance.choice([UNKNOWN, WITHHELD]) if marked or state is None else Answer(state)
        case = Case(f"{number}", level=chance.choice(LEVELS), answers=answers)
        figures = scorer.score(as_row(case))
        assert figures == as_judged(tables, case)
        seen.add((figures.status, figures.strength))
    assert {status for status, _ in seen} == {"recommended", "undecided", "none"}
    assert {"recommended", "conditional"} <= {strength for _, strength in seen}
