"""A pack as arrays: what each answer is worth to each model, and which questions belong together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from math import ceil, floor

from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.condition import Compare, Condition, State, Truth, atoms_in, questions_in, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.question import Question

Worth = Mapping[str, Mapping[State, float]]
"""By question, by state: share of weight times value."""

NEXT = 1e-9
"""Figures are compared after rounding to nine places: this is the distance to the next figure."""


@dataclass(frozen=True, slots=True)
class Block:
    """Questions tied together by branches: `hinges` decide whether others are asked, `leaves` decide nothing."""

    hinges: tuple[str, ...]
    leaves: tuple[str, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        return (*self.hinges, *self.leaves)


class Tables:
    """Read from a pack once; everything that counts completions reads it."""

    def __init__(self, pack: Pack) -> None:
        self.pack = pack

    @cached_property
    def values(self) -> Mapping[str, tuple[Value | Mark, ...]]:
        """By question, the values that it can take: every option, every set of options, or for a number every point
        at which a value function bends or a condition turns (between two of them everything is linear or constant).
        """
        turns = self._turns()
        return {
            question.id: (*_values(question, turns.get(question.id, set())), *_not_applicable(question))
            for question in self.pack.questions.values()
        }

    @cached_property
    def alike(self) -> Mapping[str, tuple[tuple[Value | Mark, ...], ...]]:
        """By question, its `values` in groups that no condition tells apart."""
        atoms: dict[str, list[Condition]] = {}
        for condition in conditions_of(self.pack):
            for atom in atoms_in(condition):
                atoms.setdefault(atom.question, []).append(atom)
        groups: dict[str, dict[tuple[Truth, ...], list[Value | Mark]]] = {question: {} for question in self.values}
        for question, values in self.values.items():
            for value in values:
                told = tuple(truth(atom, {question: value}) for atom in atoms.get(question, ()))
                groups[question].setdefault(told, []).append(value)
        return {question: tuple(map(tuple, parts.values())) for question, parts in groups.items()}

    @cached_property
    def worth(self) -> Mapping[str, Worth]:
        """By playbook, question and state: share times value, for all `values` and for a question that is not asked."""
        return {playbook.id: self._worth(playbook) for playbook in self.pack.playbooks.values()}

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks, each in the questions' order: what depends on what is enumerated together."""
        questions = self.pack.questions
        block_of = {question: {question} for question in questions}
        hinges = set()
        for question in questions.values():
            for other in questions_in(question.ask_if) if question.ask_if else ():
                hinges.add(other)
                merged = block_of[question.id] | block_of[other]
                for member in merged:
                    block_of[member] = merged
        seen: set[str] = set()
        blocks = []
        for start in questions:
            if start not in seen:
                members = [question for question in questions if question in block_of[start]]
                seen.update(members)
                leaves = tuple(question for question in members if question not in hinges)
                blocks.append(Block(tuple(question for question in members if question in hinges), leaves))
        return tuple(blocks)

    def at(self, playbook: str, question: str, state: State) -> float:
        """Share times value of a known state; 0 where the playbook does not look at the question."""
        row = self.worth[playbook].get(question)
        if row is None or state is None:
            return 0.0
        found = row.get(state)
        if found is None:  # a number between two points
            criterion = next(c for c in self.pack.playbooks[playbook].criteria if c.question == question)
            found = criterion.share * criterion.value(state)
        return found

    def _worth(self, playbook: Playbook) -> Worth:
        return {
            criterion.question: {
                state: criterion.share * criterion.value(state)
                for state in (*self.values[criterion.question], Mark.NOT_APPLICABLE)
            }
            for criterion in playbook.criteria
        }

    def _turns(self) -> dict[str, set[float]]:
        turns: dict[str, set[float]] = {}
        for condition in conditions_of(self.pack):
            for atom in atoms_in(condition):
                if isinstance(atom, Compare):
                    step = 1.0 if self.pack.questions[atom.question].whole else NEXT
                    near = (atom.threshold - step, atom.threshold, atom.threshold + step)
                    turns.setdefault(atom.question, set()).update(near)
        for playbook in self.pack.playbooks.values():
            for criterion in playbook.criteria:
                turns.setdefault(criterion.question, set()).update(at for at, _ in criterion.points)
        return turns


def conditions_of(pack: Pack) -> Iterator[Condition]:
    """Every condition of the pack that can bear on a judgement."""
    yield from (question.ask_if for question in pack.questions.values() if question.ask_if)
    yield from (group.present_if for group in pack.groups)
    for playbook in pack.playbooks.values():
        yield from (blocker.when for blocker in playbook.blockers)
        yield from (step.holds_if for step in playbook.mechanism)
        yield from (precondition.holds_if for precondition in playbook.preconditions)


def _values(question: Question, turns: set[float]) -> Iterator[Value]:
    match question.kind:
        case "one":
            yield from (option.id for option in question.options)
        case "several":
            free = [option.id for option in question.options if not option.exclusive]
            for size in range(1, len(free) + 1):
                yield from map(frozenset, combinations(free, size))
            yield from (frozenset([option.id]) for option in question.options if option.exclusive)
        case _:
            near = turns | {question.low, question.high}
            if question.whole:
                near = {float(beside) for at in near for beside in (floor(at), ceil(at))}
            yield from sorted(at for at in near if question.low <= at <= question.high)


def _not_applicable(question: Question) -> tuple[Mark, ...]:
    return (Mark.NOT_APPLICABLE,) if question.may_not_apply else ()
