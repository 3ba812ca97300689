"""What a block of questions adds to every model: as it stands, and in every way in which it can still be answered."""

from collections.abc import Iterator, Mapping
from functools import partial
from itertools import pairwise, product
from math import fsum
from typing import NamedTuple

from zjtx_cli.advisor.completions import extremes
from zjtx_cli.advisor.matching import gates_of, may_be_chosen
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.tables import NEXT, Block, Tables, conditions_of
from zjtx_cli.advisor.variants import variants
from zjtx_cli.model.answers import UNKNOWN, Answer, Mark, Value
from zjtx_cli.model.condition import Condition, State, Truth, atoms_in, questions_in, truth
from zjtx_cli.model.question import Question

Answers = Mapping[str, Answer]
Vector = tuple[float, ...]
"""By playbook, in the order of their ids."""


Key = tuple[int, tuple[tuple[str, Value | Mark], ...]]
"""A block by its number, and what is answered of it."""


class Span(NamedTuple):
    """A figure left anywhere between two turning points: `middle` ± `half`, and what `half` more of it adds."""

    question: str
    middle: float
    half: float
    whole: bool
    step: Vector


class Part(NamedTuple):
    """What one block adds: by playbook to the lowest and highest fit and to the share known.

    `states` are those of its questions on which eligibility rests, `given` the answers that lead here from those at hand.
    """

    low: Vector
    high: Vector
    known: Vector
    states: Mapping[str, State]
    given: Answers
    spans: tuple[Span, ...]
    likely: Vector  # the middle of low and high


class Parts:
    """The parts of a pack for cities of one level. What was found once for some answers of a block is kept."""

    def __init__(self, tables: Tables, level: str) -> None:
        self.tables, self.pack, self.level = tables, tables.pack, level
        self.ids = tuple(sorted(self.pack.playbooks))
        self.playbooks = tuple(self.pack.playbooks[name] for name in self.ids)
        self.shares = tuple({one.question: one.share for one in playbook.criteria} for playbook in self.playbooks)
        self.conditions = tuple(tuple(gates_of(each, self.pack, level)) for each in self.playbooks)
        self.gates = tuple(
            tuple(sorted({name for one, _ in each for name in questions_in(one)})) for each in self.conditions
        )
        self._gated = frozenset(question for questions in self.gates for question in questions)
        self._questions = {
            block: {name: one for name, one in self.pack.questions.items() if name in (*block.hinges, *block.leaves)}
            for block in tables.blocks
        }
        self._atoms: dict[str, list[Condition]] = {}
        for atom in (atom for condition in conditions_of(self.pack) for atom in atoms_in(condition)):
            self._atoms.setdefault(atom.question, []).append(atom)
        self._sights: dict[tuple[str, State], tuple[Truth, ...]] = {}
        self._variants = variants(tables)
        self.values = {question: tuple(self._telling(question)) for question in self.pack.questions}
        self._block_of = {name: block for block, names in self._questions.items() for name in names}
        self._truths: dict[tuple[object, ...], dict[Truth, Answers]] = {}
        self._number = {block: number for number, block in enumerate(tables.blocks)}
        self._told: tuple[tuple[str, Answer], ...] = ()
        self._keys: dict[Block, Key] = {}
        self._within: dict[tuple[int, int], list[tuple[Condition, bool]]] = {}
        self._now: dict[Key, Part] = {}
        self._every: dict[Key, tuple[Part, ...]] = {}
        self._ways: dict[Key, tuple[Part, ...]] = {}
        self._worths: dict[tuple[str, State], tuple[Vector, Vector, Vector]] = {}
        self._chosen: dict[tuple[int, tuple[tuple[Truth, ...], ...]], Truth] = {}

    def key(self, block: Block, answers: Answers) -> Key:
        """What matters of these answers to a block; whether nobody knows or nobody may write it is the same."""
        told = tuple(answers.items())
        if told != self._told:  # as a rule many are asked for of the same answers
            self._told, self._keys = told, {}
        if block not in self._keys:
            own = [(name, answers[name].value) for name in self._questions[block] if name in answers]
            same = [(name, Mark.UNKNOWN if value is Mark.WITHHELD else value) for name, value in own]
            self._keys[block] = (self._number[block], tuple(same))
        return self._keys[block]

    def within(self, number: int, block: Block) -> list[tuple[Condition, bool]]:
        """The conditions on which a model's eligibility rests that look at questions of this block only."""
        key = (number, self._number[block])
        if key not in self._within:
            own = self._questions[block].keys()
            self._within[key] = [
                (one, wanted)
                for one, wanted in self.conditions[number]
                if all(name in own for name in questions_in(one))
            ]
        return self._within[key]

    def now(self, block: Block, answers: Answers) -> Part:
        """The block with its open questions left open."""
        key = self.key(block, answers)
        if key not in self._now:
            own = {name: answers[name] for name in self._questions[block] if name in answers}
            self._now[key] = self._part(block, replay(self._questions[block], own), {})
        return self._now[key]

    def every_way(self, block: Block, answers: Answers) -> tuple[Part, ...]:
        """Every way to answer what is open in the block, not known included.

        Of the values of one question that nothing tells apart one stands for all; a figure stands at each turning point,
        and as a span between two of them.
        """
        key = self.key(block, answers)
        if key not in self._every:
            own = {name: answers[name] for name in self._questions[block] if name in answers}
            self._every[key] = tuple(self._complete(block, own, {}, ()))
        return self._every[key]

    def ways(self, block: Block, answers: Answers) -> tuple[Part, ...]:
        """Those ways without the ones that come to the same."""
        key = self.key(block, answers)
        if key not in self._ways:
            found: dict[tuple[object, ...], Part] = {}
            for part in self.every_way(block, answers):
                seen = tuple([self.seen(name, state) for name, state in part.states.items()])
                found.setdefault((part.low, part.high, part.known, part.spans, seen), part)
            self._ways[key] = tuple(found.values())
        return self._ways[key]

    def seen(self, question: str, state: State) -> tuple[Truth, ...]:
        """What the conditions of the pack see in a state: two that look the same here are the same to all of them."""
        key = (question, state)
        if key not in self._sights:
            self._sights[key] = tuple([truth(atom, {question: state}) for atom in self._atoms.get(question, ())])
        return self._sights[key]

    def truths(self, condition: Condition, answers: Answers) -> Mapping[Truth, Answers]:
        """What a condition can still turn out as when all is answered (open: not known), and answers that bring it."""
        blocks = list(dict.fromkeys(self._block_of[name] for name in questions_in(condition)))
        key = (condition, *(self.key(block, answers) for block in blocks))
        if key not in self._truths:
            wanted = set(questions_in(condition))
            choices = []
            for block in blocks:
                looks: dict[object, Part] = {}
                for part in self.ways(block, answers):
                    looks.setdefault(
                        tuple([self.seen(name, part.states[name]) for name in wanted & part.states.keys()]), part
                    )
                choices.append(list(looks.values()))
            found: dict[Truth, Answers] = {}
            for parts in product(*choices):
                turns_out = truth(condition, {name: state for part in parts for name, state in part.states.items()})
                if turns_out not in found:
                    found[turns_out] = {name: one for part in parts for name, one in part.given.items()}
                if len(found) == 3:
                    break
            self._truths[key] = found
        return self._truths[key]

    def may_be_chosen(self, number: int, states: Mapping[str, State]) -> Truth:
        key = (number, tuple([self.seen(name, states[name]) for name in self.gates[number]]))
        if key not in self._chosen:
            self._chosen[key] = may_be_chosen(self.playbooks[number], self.pack, states, self.level)
        return self._chosen[key]

    def _complete(self, block: Block, own: Answers, given: Answers, spans: tuple[Span, ...]) -> Iterator[Part]:
        questions = self._questions[block]
        path = replay(questions, {**own, **given})
        question = next((name for name in path.asked if name not in own and name not in given), None)
        if question is None:
            yield self._part(block, path, given, spans)
            return
        yield from self._complete(block, own, {**given, question: UNKNOWN}, spans)
        for value in self.values[question]:
            yield from self._complete(block, own, {**given, question: Answer(value)}, spans)
        for span in self._spans(questions[question]):
            yield from self._complete(block, own, {**given, question: Answer(span.middle)}, (*spans, span))

    def _part(self, block: Block, path: Path, given: Answers, spans: tuple[Span, ...] = ()) -> Part:
        members = self._questions[block]
        states = {name: path.states[name] for name in members if name in self._gated}
        ends = [self._ends(name, path.states[name]) for name in members]
        low, high, known = (tuple(map(fsum, zip(*vectors, strict=True))) for vectors in zip(*ends, strict=True))
        if any(path.states[hinge] is None for hinge in block.hinges):  # what is asked of the others depends on it
            low, high = self._bounds(block, path)
        likely = tuple([(one + other) / 2 for one, other in zip(low, high, strict=True)])
        return Part(low, high, known, states, given, spans, likely)

    def _bounds(self, block: Block, path: Path) -> tuple[Vector, Vector]:
        found = []
        for number, name in enumerate(self.ids):
            worth = {one: self.tables.worth[name][one] for one in self._questions[block] if one in self.shares[number]}
            found.append(extremes(worth, path, self.tables, partial(self.tables.at, name)) if worth else None)
        return tuple([one.low if one else 0.0 for one in found]), tuple([one.high if one else 0.0 for one in found])

    def _ends(self, question: str, state: State) -> tuple[Vector, Vector, Vector]:
        """By playbook the lowest and highest worth of a question in this state, and the share known."""
        key = (question, state)
        if key not in self._worths:
            if state is not None:
                at = self._worth(question, state)
                self._worths[key] = at, at, tuple([shares.get(question, 0.0) for shares in self.shares])
            else:
                some = [self._worth(question, value) for value in self.tables.values[question]]
                low, high = (tuple(map(end, zip(*some, strict=True))) for end in (min, max))
                self._worths[key] = low, high, (0.0,) * len(self.ids)
        return self._worths[key]

    def _telling(self, question: str) -> Iterator[Value | Mark]:
        """The values of a question without those that neither a fit nor a condition can tell from an earlier one."""
        met = set()
        for value in self._variants[question]:
            look = (self.seen(question, value), self._worth(question, value))
            if look not in met:
                met.add(look)
                yield value

    def _spans(self, question: Question) -> Iterator[Span]:
        if question.kind != "number":
            return
        figures = [value for value in self._variants[question.id] if isinstance(value, float)]
        for left, right in pairwise(figures):
            step = tuple(
                (b - a) / 2
                for a, b in zip(self._worth(question.id, left), self._worth(question.id, right), strict=True)
            )
            if right - left > (1.0 if question.whole else 4 * NEXT) and any(step):
                yield Span(question.id, (left + right) / 2, (right - left) / 2, question.whole, step)

    def _worth(self, question: str, value: Value | Mark) -> Vector:
        return tuple([self.tables.at(name, question, value) for name in self.ids])
