"""The order of a quick interview: on the smallest packs by hand, and on the scenario cities with the real pack."""

import random
from pathlib import Path

import pytest

from tests.advisor.sureness import outcome_of
from tests.builders import a_criterion, a_pack, a_playbook, a_question
from zjtx_cli.advisor.informing import Informing
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Parts
from zjtx_cli.advisor.stopping import Stopping
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.answers import read_case
from zjtx_cli.model.answers import UNKNOWN, Answer
from zjtx_cli.model.pack import Pack

SCENARIOS = sorted((Path(__file__).resolve().parents[2] / "playbooks" / "scenarios").glob("*.yaml"))
COMPLETIONS = 8


def order_of(pack: Pack) -> Informing:
    return Informing(Stopping(Parts(Tables(pack), "county")))


def test_what_weighs_most_comes_first_and_ties_go_to_the_earlier_question() -> None:
    questions = [a_question(name) for name in ("a", "b", "c", "idle")]
    model = a_playbook("p", [a_criterion("a"), a_criterion("b", weight=3), a_criterion("c", weight=3)])
    order = order_of(a_pack(questions, [model]))
    assert order.most_informative({}) == "b"
    assert order.most_informative({"b": Answer("good")}) == "c"
    assert order.most_informative(dict.fromkeys(("a", "b", "c"), UNKNOWN)) == "idle"
    assert order.most_informative(dict.fromkeys(("a", "b", "c", "idle"), UNKNOWN)) is None


def test_what_moves_all_models_alike_is_left_for_later() -> None:
    """The heaviest question of both models cannot change which of them is first."""
    both = [a_criterion("same", weight=5)]
    models = [
        a_playbook("p", [*both, a_criterion("x", weight=4)]),
        a_playbook("q", [*both, a_criterion("y", weight=4)]),
    ]
    pack = a_pack([a_question(name) for name in ("same", "x", "y")], models)
    assert order_of(pack).most_informative({"x": Answer("good")}) == "y"


@pytest.mark.parametrize("path", SCENARIOS, ids=lambda path: path.stem)
def test_on_the_scenario_cities_stopping_loses_nothing_and_comes_before_the_file_order(
    path: Path, real_pack: Pack
) -> None:
    case, _ = read_case(str(path), real_pack)
    assert case is not None
    stopping = Stopping(Parts(Tables(real_pack), case.level))
    order = Informing(stopping)

    def needed(*, quick: bool) -> dict[str, Answer]:
        answers: dict[str, Answer] = {}
        while not stopping.turn(answers).none_can:
            following = next(name for name in replay(real_pack.questions, answers).asked if name not in answers)
            question = order.most_informative(answers) if quick else following
            assert question is not None
            answers[question] = case.answers.get(question, UNKNOWN)
        return answers

    order.prepare(case.answers)  # also where some models are barred already
    asked = needed(quick=True)
    assert len(asked) < len(needed(quick=False))
    stopped = case._replace(answers=asked)
    assert outcome_of(real_pack, stopped) == outcome_of(real_pack, case)
    chance = random.Random(path.stem)
    for _ in range(COMPLETIONS):
        answers = dict(asked)
        while left := [name for name in replay(real_pack.questions, answers).asked if name not in answers]:
            answers[left[0]] = Answer(chance.choice(stopping.parts.tables.values[left[0]]))
        assert outcome_of(real_pack, case._replace(answers=answers)) == outcome_of(real_pack, stopped)
