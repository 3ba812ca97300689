"""The figures of many cities: what `judge` says, without its words, from remembered parts.

A part is what one question in one state (or one block of questions with an open hinge) adds to every model. The parts are
the very numbers that `judge` adds up, and they are added in its order: the figures are the same to the last bit.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from operator import getitem
from typing import Any

from zjtx_cli.advisor.fitting import find_fitting
from zjtx_cli.advisor.matching import gates_of
from zjtx_cli.advisor.parts import Branching, Look, Member, Remembered, listed, looker
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.settling import Figures, settle
from zjtx_cli.advisor.tables import Tables, conditions_of
from zjtx_cli.model.answers import UNKNOWN, Answer, Mark, Value
from zjtx_cli.model.condition import (
    AllOf,
    Compare,
    Condition,
    Is,
    Not,
    State,
    Truth,
    atoms_in,
    questions_in,
    truth,
)
from zjtx_cli.model.playbook import Criterion
from zjtx_cli.model.row import Row, RowFigures

_MOST_WITNESSES = 8


class Scorer:
    """Scores rows one after another; what it remembers changes no figure."""

    def __init__(self, tables: Tables) -> None:
        self._tables, self._questions = tables, tables.pack.questions
        self._playbooks = tuple(playbook for _, playbook in sorted(tables.pack.playbooks.items()))
        looking: dict[str, list[tuple[str, Criterion]]] = {name: [] for name in self._questions}
        for playbook in self._playbooks:
            for criterion in playbook.criteria:
                looking[criterion.question].append((playbook.id, criterion))
        atoms = _atoms(tables)
        self._members = {
            name: Member(question, looking[name], tables, atoms.get(name, ()))
            for name, question in self._questions.items()
        }
        self._alone = [name for block in tables.blocks if not block.hinges for name in block.leaves]
        self._alone_parts = [self._members[name].parts for name in self._alone]
        self._branching = [Branching(block, self._members, tables) for block in tables.blocks if block.hinges]
        self._seen_at: dict[str, int] = {}
        self._sums = self._lay_out()
        self._rounded: Remembered[float, float] = Remembered(lambda share: round(share, 9))
        self._gates: dict[str, tuple[tuple[_Gate, ...], ...]] = {}
        self._witnesses: dict[str, list[Mapping[str, Value | Mark]]] = {}

    def score(self, row: Row) -> RowFigures:
        likely, highest, known, chosen = self._figures(row.states, row.level)
        status, first, strength = settle(
            self._tables.pack,
            self._playbooks,
            Figures(likely, known, chosen),
            lambda: self._something_can_fit(row, highest, chosen),
        )
        return RowFigures(status, first, strength, tuple(likely), tuple(known))

    def _lay_out(self) -> tuple[tuple[Look, Look, Look], ...]:
        """By playbook, what picks its figures where all parts of a row stand one behind another."""
        place, low, high, share = 0, {}, {}, {}
        branching = [name for block in self._tables.blocks if block.hinges for name in block.questions]
        for question in (*self._alone, *branching):
            width = len(self._members[question].looking)
            for offset, (playbook, _) in enumerate(self._members[question].looking, place):
                low[playbook, question] = offset
                high[playbook, question] = offset + width
                share[playbook, question] = offset + 2 * width
            self._seen_at[question] = place + 3 * width
            place += 3 * width + 1
        found = []
        for one in self._playbooks:
            keys = [(one.id, criterion.question) for criterion in one.criteria]
            found.append(
                (
                    _tupled([low[key] for key in keys]),
                    _tupled([high[key] for key in keys]),
                    _tupled([share[key] for key in keys]),
                )
            )
        return tuple(found)

    def _figures(
        self, given: Mapping[str, State], level: str
    ) -> tuple[list[float], list[float], list[float], list[Truth]]:
        """Likely and highest fit, share known, and whether each playbook may be chosen."""
        parts = list(map(getitem, self._alone_parts, map(given.get, self._alone)))
        for block in self._branching:
            parts += block.parts(given)
        flat = tuple(chain.from_iterable(parts))
        likely: list[float] = []
        highest: list[float] = []
        known: list[float] = []
        rounded = self._rounded
        for lows, highs, shares in self._sums:
            low, high = sum(lows(flat)), sum(highs(flat))
            # `likely_of`, without rounding what is rounded
            likely.append(round(low, 9) if low == high else round((round(low, 9) + round(high, 9)) / 2, 9))
            highest.append(high)
            known.append(rounded[sum(shares(flat))])
        return likely, highest, known, [_hold(gates, flat) for gates in self._gates_at(level)]

    def _gates_at(self, level: str) -> tuple[tuple["_Gate", ...], ...]:
        if level not in self._gates:
            self._gates[level] = tuple(
                tuple(
                    self._gate(names, together)
                    for names, together in _gathered(gates_of(playbook, self._tables.pack, level))
                )
                for playbook in self._playbooks
            )
        return self._gates[level]

    def _gate(self, names: Sequence[str], conditions: Sequence[Condition]) -> "_Gate":
        members = [self._members[name] for name in names]
        together = AllOf(tuple(conditions))

        def decide(seen: Any) -> Truth:
            states = [member.states_seen[number] for member, number in zip(members, listed(seen, names), strict=True)]
            return truth(together, dict(zip(names, states, strict=True)))

        return looker([self._seen_at[name] for name in names]), Remembered(decide)

    def _something_can_fit(self, row: Row, highest: Sequence[float], chosen: Sequence[Truth]) -> bool:
        """Whether some completion makes some model eligible at conditional or better.

        Looking for one takes time, so those that were found for other rows are tried first.
        """
        line = self._tables.pack.thresholds.conditional_from
        able = [number for number, high in enumerate(highest) if chosen[number] is not False and round(high, 9) >= line]
        if not able:
            return False
        witnesses = self._witnesses.setdefault(row.level, [])
        for found in witnesses:
            completed = {**found, **{name: state for name, state in row.states.items() if state is not None}}
            _, high_then, _, then = self._figures(completed, row.level)
            if any(then[number] is True and round(high_then[number], 9) >= line for number in able):
                return True
        answers = {name: UNKNOWN if state is None else Answer(state) for name, state in row.states.items()}
        path = replay(self._questions, answers)
        for number in able:
            completion = find_fitting(self._playbooks[number], self._tables, path, path.counting(answers), row.level)
            if completion is not None:
                witnesses.insert(0, self._free(completion))
                del witnesses[_MOST_WITNESSES:]
                return True
        return False

    def _free(self, found: Mapping[str, Value | Mark]) -> dict[str, Value | Mark]:
        """What anybody could answer; that a branch stays shut is no answer."""
        return {
            name: round(state, 9) if isinstance(state, float) else state
            for name, state in found.items()
            if state is not Mark.NOT_APPLICABLE or self._questions[name].may_not_apply
        }


_Gate = tuple[Look, Remembered[Any, Truth]]
"""Conditions on which eligibility rests: where their questions are seen, and whether all hold at each sight."""


def _gathered(gates: Iterable[tuple[Condition, bool]]) -> list[tuple[list[str], list[Condition]]]:
    """Conditions that must hold, gathered where one looks at no question but those of another."""
    found: list[tuple[list[str], list[Condition]]] = []
    wanted = [condition if holds else Not(condition) for condition, holds in gates]
    asked = [(list(dict.fromkeys(questions_in(condition))), condition) for condition in wanted]
    for names, condition in sorted(asked, key=lambda one: -len(one[0])):
        for held, together in found:
            if set(names) <= set(held):
                together.append(condition)
                break
        else:
            found.append((names, [condition]))
    return found


def _hold(gates: Sequence[_Gate], flat: Sequence[Any]) -> Truth:
    """As `may_be_chosen`."""
    result: Truth = True
    for look, known in gates:
        one = known[look(flat)]
        if one is not True:
            if one is False:
                return False
            result = None
    return result


def _atoms(tables: Tables) -> dict[str, list[Is | Compare]]:
    atoms: dict[str, list[Is | Compare]] = {}
    for condition in conditions_of(tables.pack):
        for atom in atoms_in(condition):
            atoms.setdefault(atom.question, []).append(atom)
    return atoms


def _tupled(keys: Sequence[int]) -> Look:
    """As `looker`, a tuple in any case."""
    look = looker(keys)
    return look if len(keys) != 1 else lambda held: (look(held),)
