"""The built-in playbooks under the same laws, where completions are too many to count: drawn ones must lie inside."""

import random
from collections.abc import Mapping

from tests.advisor import naive
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import UNKNOWN, Answer, Case, Mark
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.question import Question

NEAR = 1e-8


def _drawn(question: Question, chance: random.Random) -> State:
    if question.may_not_apply and chance.random() < 0.1:
        return Mark.NOT_APPLICABLE
    if question.kind == "number":
        figure = chance.uniform(question.low, question.high)
        return float(round(figure)) if question.whole else round(figure, 3)
    if question.kind == "one":
        return chance.choice(question.options).id
    free = [option.id for option in question.options if not option.exclusive]
    alone = [option.id for option in question.options if option.exclusive]
    if alone and chance.random() < 0.2:
        return frozenset([chance.choice(alone)])
    return frozenset(chance.sample(free, chance.randint(1, len(free))))


def _completed(pack: Pack, known: Mapping[str, State], chance: random.Random) -> dict[str, State]:
    states: dict[str, State] = {}
    for question in pack.questions.values():
        if question.ask_if is not None and naive.kleene(question.ask_if, states) == 0:
            states[question.id] = Mark.NOT_APPLICABLE
        else:
            held = known[question.id]
            states[question.id] = _drawn(question, chance) if held is None else held
    return states


def test_no_completion_lies_outside_the_bounds_and_answering_never_widens(real_pack: Pack) -> None:
    tables, chance = Tables(real_pack), random.Random(20261123)
    for _ in range(40):
        density, level = chance.random(), chance.choice(LEVELS)
        answers: dict[str, Answer] = {}
        for question in real_pack.questions.values():
            value = _drawn(question, chance)
            if chance.random() < density:
                answers[question.id] = UNKNOWN if value is None or chance.random() < 0.2 else Answer(value)
        judgement = judge(tables, Case("某某市", level=level, answers=answers))
        known = naive.walk(real_pack, answers)
        for match in judgement.ranking:
            playbook = real_pack.playbooks[match.playbook]
            assert match.eligible is naive.eligible(real_pack, playbook, known, level)
            assert match.strength == naive.strength(real_pack, playbook, known, level, match.score.likely)
            assert abs(match.known - naive.known_share(playbook, known)) < NEAR
        for _ in range(15):
            states = _completed(real_pack, known, chance)
            for match in judgement.ranking:
                fit = naive.fit(real_pack.playbooks[match.playbook], states)
                assert match.score.low - NEAR <= fit <= match.score.high + NEAR
        told = {name: Answer(state) for name, state in states.items() if state is not None and known[name] is None}
        path = replay(real_pack.questions, {**answers, **told})
        full = judge(tables, Case("某某市", level=level, answers={**answers, **told}))
        assert all(path.states[name] is not None for name in path.asked)
        for match in full.ranking:
            wide = judgement.match(match.playbook).score
            assert match.score.low == match.score.high
            assert wide.low - NEAR <= match.score.low <= wide.high + NEAR


def test_every_open_question_can_still_reach_its_best_and_its_worst(real_pack: Pack) -> None:
    judgement = judge(Tables(real_pack), Case("某某市"))
    for match in judgement.ranking:
        assert all((one.low, one.high) == (0.0, 1.0) for one in match.findings)
        assert match.known == 0
    assert (judgement.verdict.status, judgement.verdict.first) == ("undecided", None)
