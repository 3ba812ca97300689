"""What one question adds to every model, in each state it can have; and blocks of questions that belong together.

The parts are the very numbers that `judge` adds up.
"""

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from math import inf
from operator import itemgetter
from typing import Any, NamedTuple, TypeVar

from zjtx_cli.advisor.completions import of_block
from zjtx_cli.advisor.path import Path
from zjtx_cli.advisor.tables import Block, Tables
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import Compare, Is, State, Truth, questions_in, truth
from zjtx_cli.model.playbook import Criterion
from zjtx_cli.model.question import Question

MOST_KEPT = 2_000
"""Parts remembered of one question: figures can have any number of values, and memory is not to grow with the rows."""

Part = tuple[Any, ...]
"""By criterion the lowest, by criterion the highest, by criterion the share known; then the number of its sight. Of a
block, those of its questions one behind another."""

Key = TypeVar("Key")
Held = TypeVar("Held")
Look = Callable[[Any], Any]


class Remembered(dict[Key, Held]):
    """What `make` gives for a key, remembered; emptied when it holds too much."""

    def __init__(self, make: Callable[[Key], Held]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, key: Key) -> Held:
        if len(self) >= MOST_KEPT:
            self.clear()
        made = self[key] = self._make(key)
        return made


class Member:
    """One question: its part in every state."""

    def __init__(
        self,
        question: Question,
        looking: Sequence[tuple[str, Criterion]],
        tables: Tables,
        atoms: Sequence[Is | Compare],
    ) -> None:
        self.question, self.looking = question, looking
        self.states_seen: list[State] = []
        """By number of a sight, a state that is seen so."""
        self.shares = [criterion.share for _, criterion in looking]
        self._tables, self._atoms = tables, atoms
        self._sights: dict[tuple[Truth, ...], int] = {}
        self.parts: dict[State, Part] = Remembered(self._part)
        if question.unit:
            turns = {atom.threshold for atom in atoms if isinstance(atom, Compare)}
            self.parts = _PartsOfFigures(self, self._part, turns)

    def sight(self, state: State) -> int:
        """The number of the way in which conditions see this state; alike for all that no condition tells apart."""
        seen = tuple([truth(atom, {self.question.id: state}) for atom in self._atoms])
        if seen not in self._sights:
            self._sights[seen] = len(self._sights)
            self.states_seen.append(state)
        return self._sights[seen]

    def _part(self, state: State) -> Part:
        if state is None:
            rows = [self._tables.worth[playbook][self.question.id] for playbook, _ in self.looking]
            spans = [[row[value] for value in self._tables.values[self.question.id]] for row in rows]
            return (*map(min, spans), *map(max, spans), *[0.0] * len(rows), self.sight(None))
        at = [self._tables.at(playbook, self.question.id, state) for playbook, _ in self.looking]
        return (*at, *at, *self.shares, self.sight(state))


class _PartsOfFigures(dict[State, Part]):
    """Parts of a question that is answered by a figure (rounded to nine places).

    A figure hardly comes twice, so it is not remembered; but between two cuts neither a value function bends nor a
    condition turns, and what holds there is.
    """

    def __init__(self, member: Member, part: Callable[[State], Part], turns: Set[float]) -> None:
        super().__init__()
        self._member, self._part = member, part
        bends = {at for _, criterion in member.looking for at, _ in criterion.points}
        self._cuts = [*sorted(bends | turns), inf]
        self._stretches: list[_Stretch | None] = [None] * (2 * len(self._cuts))

    def __missing__(self, state: State) -> Part:
        if not isinstance(state, float):
            made = self[state] = self._part(state)
            return made
        cuts = self._cuts
        index = bisect_left(cuts, state)
        pieces, tail, level = self._stretches[2 * index + (cuts[index] == state)] or self._stretch(state, index)
        if level is not None:
            return level
        at = [share * (low + rise * (state - left) / width) for share, low, rise, left, width in pieces]
        return (*at, *at, *tail)

    def _stretch(self, state: float, index: int) -> "_Stretch":
        cut = self._cuts[index]
        pieces = [_piece(criterion, cut) for _, criterion in self._member.looking]
        tail = (*self._member.shares, self._member.sight(state))
        at = [share * low for share, low, _, _, _ in pieces]
        level = None if any(rise for _, _, rise, _, _ in pieces) else (*at, *at, *tail)
        made = self._stretches[2 * index + (cut == state)] = _Stretch(pieces, tail, level)
        return made


class _Stretch(NamedTuple):
    """What holds of all figures between two cuts, or at one."""

    pieces: "list[_Piece]"
    tail: tuple[Any, ...]
    level: Part | None
    """The whole part, where no value function rises or falls."""


class Branching:
    """A block whose hinges decide which of its questions are asked."""

    def __init__(self, block: Block, members: Mapping[str, Member], tables: Tables) -> None:
        self._block, self._tables = block, tables
        self._members = [members[name] for name in block.questions]
        self._by_question = [(name, members[name].parts) for name in block.questions]
        self._open: Remembered[tuple[State, ...], Part] = Remembered(self._part)
        self._steps = [self._step(one) for one in tables.pack.questions.values() if one.id in block.questions]

    def parts(self, given: Mapping[str, State]) -> list[Part]:
        """As `replay` walks the questions; a branch looks only at questions of its own block."""
        states: dict[str, State] = {}
        for name, look, reached in self._steps:
            now = True if reached is None else reached[look(states)]
            states[name] = given.get(name) if now is True else None if now is None else Mark.NOT_APPLICABLE
        for hinge in self._block.hinges:
            if states[hinge] is None:
                return [self._open[tuple([states[name] for name in self._block.questions])]]
        return [parts[states[name]] for name, parts in self._by_question]

    def _step(self, question: Question) -> tuple[str, Look, Remembered[Any, Truth] | None]:
        ask_if = question.ask_if
        if ask_if is None:
            return question.id, looker(()), None
        names = list(dict.fromkeys(questions_in(ask_if)))
        reached: Remembered[Any, Truth] = Remembered(
            lambda seen: truth(ask_if, dict(zip(names, listed(seen, names), strict=True)))
        )
        return question.id, looker(names), reached

    def _part(self, key: tuple[State, ...]) -> Part:
        states = dict(zip(self._block.questions, key, strict=True))
        path, tables = Path(states, (), ()), self._tables
        bounds = {
            name: of_block(self._block, tables.worth[name], path, tables, partial(tables.at, name))
            for name in {playbook for member in self._members for playbook, _ in member.looking}
        }
        part: list[Any] = []
        for name, member in zip(self._block.questions, self._members, strict=True):
            part += [bounds[playbook].parts_low[name] for playbook, _ in member.looking]
            part += [bounds[playbook].parts_high[name] for playbook, _ in member.looking]
            part += [0.0 if states[name] is None else criterion.share for _, criterion in member.looking]
            part.append(member.sight(states[name]))
        return tuple(part)


def looker(keys: Sequence[Any]) -> Look:
    """What stands under these keys: of one the thing itself, of several a tuple."""
    return itemgetter(*keys) if keys else lambda _: ()


def listed(seen: Any, keys: Sequence[Any]) -> tuple[Any, ...]:
    """What a `looker` gave, as a tuple in any case."""
    return (seen,) if len(keys) == 1 else seen


_Piece = tuple[float, float, float, float, float]
"""Share, low, rise, left, width: a figure counts share × (low + rise × (figure − left) ÷ width)."""


def _piece(criterion: Criterion, cut: float) -> _Piece:
    """What `Criterion.value` does with figures up to a cut, after the one before."""
    points = criterion.points
    index = bisect_left([at for at, _ in points], cut)
    if index in (0, len(points)):
        return criterion.share, points[min(index, len(points) - 1)][1], 0.0, 0.0, 1.0
    (left, low), (right, high) = points[index - 1], points[index]
    return criterion.share, low, high - low, left, right - left
