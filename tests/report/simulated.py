"""Shares of first places once more: each draw is one completion of the answers and one set of weights, judged naively."""

import random
from collections.abc import Iterator, Mapping

from tests.advisor.naive import eligible, kleene, value, walk
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Case, Mark
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question


def simulated(pack: Pack, case: Case, draws: int) -> tuple[Mapping[str, float], Mapping[str, float], float]:
    """By playbook the share of draws in which it comes first, and in which it is eligible; the share in which none can do."""
    chance = random.Random(f"{case.city} {case.industry}")
    known, values = walk(pack, case.answers), Tables(pack).values
    first, open_, none = dict.fromkeys(pack.playbooks, 0), dict.fromkeys(pack.playbooks, 0), 0
    for _ in range(draws):
        states: dict[str, State] = {}
        for question in pack.questions.values():
            if question.ask_if is not None and kleene(question.ask_if, states) == 0:
                states[question.id] = Mark.NOT_APPLICABLE
            elif known[question.id] is not None:
                states[question.id] = known[question.id]
            else:
                states[question.id] = _drawn(question, list(values[question.id]), chance)
        fits = dict(_fits(pack, states, case.level, chance))
        none += max(fits.values(), default=0.0) < pack.thresholds.conditional_from
        for name in fits:
            open_[name] += 1
        if fits:
            first[min(fits, key=lambda name: (-fits[name], name))] += 1
    shares, unbarred = ({name: count / draws for name, count in one.items()} for one in (first, open_))
    return shares, unbarred, none / draws


def _fits(pack: Pack, states: Mapping[str, State], level: str, chance: random.Random) -> Iterator[tuple[str, float]]:
    for playbook in pack.playbooks.values():
        if eligible(pack, playbook, states, level):
            weights = [criterion.weight * 2 ** chance.uniform(-1, 1) for criterion in playbook.criteria]
            values = [value(criterion, states[criterion.question]) for criterion in playbook.criteria]
            yield (
                playbook.id,
                sum(weight * worth for weight, worth in zip(weights, values, strict=True)) / sum(weights),
            )


def _drawn(question: Question, values: list[State], chance: random.Random) -> State:
    if question.kind != "number":
        return chance.choice(values)
    if question.may_not_apply and chance.random() < 0.5:
        return Mark.NOT_APPLICABLE
    if question.whole:
        return float(chance.randint(round(question.low), round(question.high)))
    return chance.uniform(question.low, question.high)
