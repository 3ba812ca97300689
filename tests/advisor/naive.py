"""The judgement once more, naively, from the words of the design: every completion is enumerated, nothing is clever.

Truth is a number here: 0 false, ½ open, 1 true; “and” is the least, “or” the greatest, “not” one minus.
"""

import math
from collections.abc import Iterator, Mapping
from itertools import combinations

from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Is, Not, State
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Criterion, Playbook
from zjtx_cli.model.question import Question

States = Mapping[str, State]
NEXT = 1e-9


def kleene(condition: Condition, states: States) -> float:
    if isinstance(condition, AllOf):
        return min([1.0, *(kleene(part, states) for part in condition.parts)])
    if isinstance(condition, AnyOf):
        return max([0.0, *(kleene(part, states) for part in condition.parts)])
    if isinstance(condition, Not):
        return 1.0 - kleene(condition.part, states)
    state = states[condition.question]
    if state is None:
        return 0.5
    if state is Mark.NOT_APPLICABLE:
        return 0.0
    if isinstance(condition, Is):
        chosen = state if isinstance(state, frozenset) else {state}
        return float(any(option in condition.options for option in chosen))
    assert isinstance(condition, Compare)
    assert isinstance(state, float)
    figure = round(state, 9)
    holds = {
        "at_least": figure >= condition.threshold,
        "at_most": figure <= condition.threshold,
        "above": figure > condition.threshold,
        "below": figure < condition.threshold,
    }
    return float(holds[condition.relation])


def walk(pack: Pack, answers: Mapping[str, Answer]) -> dict[str, State]:
    """What is known of each question: an answer counts where its question is certainly asked."""
    states: dict[str, State] = {}
    for question in pack.questions.values():
        reached = 1.0 if question.ask_if is None else kleene(question.ask_if, states)
        given = answers.get(question.id)
        if reached == 0:
            states[question.id] = Mark.NOT_APPLICABLE
        elif reached == 0.5 or given is None or given.value in (Mark.UNKNOWN, Mark.WITHHELD):
            states[question.id] = None
        else:
            states[question.id] = given.value
    return states


def completions(pack: Pack, known: States) -> list[dict[str, State]]:
    """Every way in which the open questions can turn out, branches included."""
    return list(_complete(list(pack.questions.values()), known, {}))


def _complete(rest: list[Question], known: States, settled: dict[str, State]) -> Iterator[dict[str, State]]:
    if not rest:
        yield settled
        return
    question, *others = rest
    held = known[question.id]
    if question.ask_if is not None and kleene(question.ask_if, settled) == 0:
        possible: list[State] = [Mark.NOT_APPLICABLE]
    elif held is not None:
        possible = [held]
    else:
        possible = domain(question)
    for value in possible:
        yield from _complete(others, known, {**settled, question.id: value})


def domain(question: Question) -> list[State]:
    """Every value that matters: of a number all whole ones, or all quarters with their nearest neighbours."""
    found: list[State] = [Mark.NOT_APPLICABLE] if question.may_not_apply else []
    if question.kind == "one":
        return [*found, *(option.id for option in question.options)]
    if question.kind == "several":
        names = [option.id for option in question.options]
        alone = {option.id for option in question.options if option.exclusive}
        sets = [frozenset(chosen) for size in range(1, len(names) + 1) for chosen in combinations(names, size)]
        return [*found, *(chosen for chosen in sets if len(chosen) == 1 or not chosen & alone)]
    if question.whole:
        return [*found, *(float(figure) for figure in range(math.ceil(question.low), math.floor(question.high) + 1))]
    halves = [question.low + index / 2 for index in range(round((question.high - question.low) * 2) + 1)]
    figures = {figure + step for figure in halves for step in (-NEXT, 0, NEXT)}
    return [*found, *sorted(figure for figure in figures if question.low <= figure <= question.high)]


def value(criterion: Criterion, state: State) -> float:
    if state is Mark.NOT_APPLICABLE:
        assert criterion.otherwise is not None
        return criterion.otherwise.value
    if isinstance(state, frozenset):
        values = [criterion.options[option].value for option in state]
        return max(values) if criterion.combine == "max" else math.fsum(values) / len(values)
    if isinstance(state, str):
        return criterion.options[state].value
    assert isinstance(state, float)
    after = next(index for index, (at, _) in enumerate(criterion.points) if at >= state)
    (left, low), (right, high) = criterion.points[max(after - 1, 0)], criterion.points[after]
    return high if right == state else low + (high - low) * (state - left) / (right - left)


def fit(playbook: Playbook, states: States) -> float:
    """Σ wᵢ·vᵢ ⁄ Σ wᵢ of a completion."""
    weights = math.fsum(criterion.weight for criterion in playbook.criteria)
    return (
        math.fsum(criterion.weight * value(criterion, states[criterion.question]) for criterion in playbook.criteria)
        / weights
    )


def bounds(playbook: Playbook, all_of_them: list[dict[str, State]]) -> tuple[float, float]:
    fits = [fit(playbook, states) for states in all_of_them]
    return min(fits), max(fits)


def known_share(playbook: Playbook, known: States) -> float:
    weights = math.fsum(criterion.weight for criterion in playbook.criteria)
    return (
        math.fsum(criterion.weight for criterion in playbook.criteria if known[criterion.question] is not None)
        / weights
    )


def eligible(pack: Pack, playbook: Playbook, states: States, level: str) -> bool:
    """Group not known absent, no blocker true, no necessary step false, no necessary precondition false that the
    city's level cannot build."""
    if kleene(pack.group(playbook.group).present_if, states) == 0:
        return False
    if any(kleene(blocker.when, states) == 1 for blocker in playbook.blockers):
        return False
    if any(step.necessary and kleene(step.holds_if, states) == 0 for step in playbook.mechanism):
        return False
    return not any(
        one.necessary and kleene(one.holds_if, states) == 0 and level not in one.buildable_by
        for one in playbook.preconditions
    )


def strength(pack: Pack, playbook: Playbook, known: States, level: str, likely: float) -> str:
    limits = pack.thresholds
    if any(kleene(blocker.when, known) == 1 for blocker in playbook.blockers):
        return "blocked"
    if not eligible(pack, playbook, known, level) or likely < limits.conditional_from:
        return "not_recommended"
    sure = (
        likely >= limits.recommended_from
        and round(known_share(playbook, known), 9) >= limits.recommended_known
        and kleene(pack.group(playbook.group).present_if, known) == 1
        and all(kleene(blocker.when, known) == 0 for blocker in playbook.blockers)
        and all(
            kleene(one.holds_if, known) == 1 or level in one.buildable_by
            for one in playbook.preconditions
            if one.necessary
        )
        and all(
            kleene(step.holds_if, known) == 1 and step.evidence != "D" for step in playbook.mechanism if step.necessary
        )
    )
    return "recommended" if sure else "conditional"


def verdict(pack: Pack, known: States, level: str) -> tuple[str, str | None]:
    """The rules of the verdict in their order: status and first."""
    limits, every = pack.thresholds, completions(pack, known)
    likely = {name: round(sum(bounds(one, every)) / 2, 9) for name, one in pack.playbooks.items()}
    share = {name: round(known_share(one, known), 9) for name, one in pack.playbooks.items()}
    open_to = [name for name, one in pack.playbooks.items() if eligible(pack, one, known, level)]
    order = sorted(open_to, key=lambda name: (-likely[name], name))
    first = order[0] if order and any(share.values()) else None
    considered = [
        name
        for name in order
        if strength(pack, pack.playbooks[name], known, level, likely[name]) in ("recommended", "conditional")
    ]
    if not considered:
        possible = any(
            eligible(pack, one, states, level) and round(fit(one, states), 9) >= limits.conditional_from
            for one in pack.playbooks.values()
            for states in every
        )
        return ("none", None) if not possible or max(share.values()) >= limits.verdict_known else ("undecided", first)
    leader = order[0]
    if share[leader] < limits.verdict_known:
        return "undecided", first
    companions = [link.other for link in pack.playbooks[leader].combines if link.relation == "companion"]
    rivals = [name for name in order[1:] if name not in companions]
    if rivals and round(likely[leader] - likely[rivals[0]], 9) < limits.lead:
        return "undecided", first
    return "recommended", first
