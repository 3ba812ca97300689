"""The certificate against brute force: nothing more can change the advice exactly where no completion does."""

from collections.abc import Iterator, Mapping

from hypothesis import assume, given, settings

from tests.advisor.naive import domain
from tests.advisor.sureness import outcome_of, packs_and_cases
from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.informing import Informing
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Parts
from zjtx_cli.advisor.stopping import Stopping
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import UNKNOWN, Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import Outcome

MOST = 600
"""Completions that brute force tries."""


def every_completion(pack: Pack, answers: Mapping[str, Answer]) -> Iterator[dict[str, Answer]]:
    """Every way to answer the questions that are still asked, one after another as an interview would; unknown included."""
    question = next((name for name in replay(pack.questions, answers).asked if name not in answers), None)
    if question is None:
        yield dict(answers)
        return
    for value in [None, *domain(pack.questions[question])]:
        yield from every_completion(pack, {**answers, question: UNKNOWN if value is None else Answer(value)})


@given(packs_and_cases())
@settings(max_examples=200)
def test_the_certificate_is_that_of_brute_force(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    tables, now = Tables(pack), outcome_of(pack, case)
    stopping = Stopping(Parts(tables, case.level))
    Informing(stopping).prepare(case.answers)  # must not change what is found
    turn = stopping.turn(case.answers)
    assert turn.certain
    if turn.answers is not None:  # tight: what is said to change the advice does
        assert turn.answers.keys().isdisjoint(case.answers)
        assert outcome_of(pack, case._replace(answers={**case.answers, **turn.answers})) != now
        return
    for tried, answers in enumerate(every_completion(pack, case.answers)):  # sound: nothing does
        assume(tried < MOST)
        assert Outcome(*outcome(judge(tables, case._replace(answers=answers)))) == now
