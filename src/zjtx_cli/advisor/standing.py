"""Where every model stands, without words: the judgement's figures and outcome, as often as robustness asks for them."""

from collections.abc import Mapping, Sequence
from functools import cached_property, partial
from operator import add
from typing import NamedTuple

from zjtx_cli.advisor.completions import extremes
from zjtx_cli.advisor.fitting import find_fitting
from zjtx_cli.advisor.matching import gate_questions, may_be_chosen
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.settling import Figures, likely_of, settle
from zjtx_cli.advisor.tables import Block, Tables
from zjtx_cli.advisor.variants import variants
from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.condition import Compare, Is, State, Truth, atoms_in, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.question import Question
from zjtx_cli.model.robustness import Outcome

Sums = tuple[list[float], list[float], list[float]]
"""By playbook: lowest and highest worth, and share of weight known."""


class Effect(NamedTuple):
    """What other answers to the questions of one block do: how far the sums of each playbook move, and what is known then."""

    changes: Mapping[str, Value | Mark]
    low: Sequence[float]
    high: Sequence[float]
    known: Sequence[float]
    states: Mapping[str, State]


class Ground:
    """A judged case as arrays. Playbooks are numbered in the order of their ids, which is also that of ties."""

    def __init__(self, tables: Tables, judgement: Judgement) -> None:
        self.tables, self.pack, self.case = tables, tables.pack, judgement.case
        self.path = replay(self.pack.questions, self.case.answers)
        self.ids = tuple(sorted(self.pack.playbooks))
        self.playbooks = tuple(self.pack.playbooks[name] for name in self.ids)
        by_id = {match.playbook: match for match in judgement.ranking}
        self.parts = tuple(
            {one.question: (one.part_low, one.part_high) for one in by_id[name].findings} for name in self.ids
        )
        self.shares = tuple({one.question: one.share for one in playbook.criteria} for playbook in self.playbooks)
        self.low = [sum(low for low, _ in parts.values()) for parts in self.parts]
        self.high = [sum(high for _, high in parts.values()) for parts in self.parts]
        self.known = [
            sum(share for question, share in shares.items() if self.path.states[question] is not None)
            for shares in self.shares
        ]
        self.block_of = {question: block for block in tables.blocks for question in (*block.hinges, *block.leaves)}
        self._atoms = tuple(_atoms(one, self.pack, self.case.level) for one in self.playbooks)
        self.gates = tuple(tuple(sorted(atoms)) for atoms in self._atoms)
        self.gated: dict[str, list[int]] = {}
        for number, questions in enumerate(self.gates):
            for question in questions:
                self.gated.setdefault(question, []).append(number)
        self._chosen: dict[tuple[int, tuple[State, ...]], Truth] = {}
        self._chosen_as_seen: dict[tuple[int, tuple[tuple[Truth, ...], ...]], Truth] = {}
        self._sights: dict[tuple[int, str, State], tuple[Truth, ...]] = {}
        self._sums: dict[Block, Sums] = {}
        self._questions: dict[Block, Mapping[str, Question]] = {}
        self.chosen = [self.may_be_chosen(number, self.path.states) for number in range(len(self.ids))]

    @cached_property
    def figures(self) -> Figures:
        return self.figures_after(())

    @cached_property
    def outcome(self) -> Outcome:
        return settle(self.pack, self.playbooks, self.figures, lambda: self.something_can_fit(()))

    @cached_property
    def open_questions(self) -> tuple[str, ...]:
        """Asked and not known, in the questions' order."""
        return tuple(question for question in self.path.asked if self.path.states[question] is None)

    @cached_property
    def values(self) -> Mapping[str, tuple[Value | Mark, ...]]:
        return variants(self.tables)

    def effect(self, changes: Mapping[str, Value | Mark]) -> Effect:
        """The effect of other answers to questions of one block; answers that are not asked then have none."""
        (question, value), *others = changes.items()
        block = self.block_of[question]
        if not others and not block.hinges and self.pack.questions[question].ask_if is None:
            return self._plain_effect(question, value)
        answers = {**self.case.answers, **{name: Answer(to) for name, to in changes.items()}}
        path = replay(self._questions_of(block), answers)  # branches look at questions of their own block only
        before, after = self._sums_now(block), self._sums_on(block, path)
        low, high, known = (
            [new - old for new, old in zip(*pair, strict=True)] for pair in zip(after, before, strict=True)
        )
        states = {one: state for one, state in path.states.items() if state != self.path.states[one]}
        return Effect(changes, low, high, known, states)

    def states_after(self, effects: Sequence[Effect]) -> dict[str, State]:
        states = dict(self.path.states)
        for one in effects:
            states.update(one.states)
        return states

    def figures_after(self, effects: Sequence[Effect]) -> Figures:
        """The figures where all these effects (of different blocks) come together."""
        low, high, known, chosen = self.low, self.high, self.known, self.chosen
        for one in effects:
            low, high, known = (
                list(map(add, low, one.low)),
                list(map(add, high, one.high)),
                list(map(add, known, one.known)),
            )
        concerned = {number for one in effects for question in one.states for number in self.gated.get(question, ())}
        if concerned:
            merged = self.states_after(effects)
            chosen = [
                self.may_be_chosen(number, merged) if number in concerned else base
                for number, base in enumerate(chosen)
            ]
        return Figures(list(map(likely_of, low, high)), [round(one, 9) for one in known], chosen)

    def outcome_after(self, *effects: Effect) -> Outcome:
        figures = self.figures_after(effects)
        return settle(self.pack, self.playbooks, figures, lambda: self.something_can_fit(effects))

    def may_be_chosen(self, number: int, states: Mapping[str, State]) -> Truth:
        """Remembered by the states of the questions it rests on, and by how its conditions see them."""
        key = (number, tuple(map(states.__getitem__, self.gates[number])))
        if key not in self._chosen:
            seen = (number, tuple([self._seen(number, *one) for one in zip(self.gates[number], key[1], strict=True)]))
            if seen not in self._chosen_as_seen:
                self._chosen_as_seen[seen] = may_be_chosen(self.playbooks[number], self.pack, states, self.case.level)
            self._chosen[key] = self._chosen_as_seen[seen]
        return self._chosen[key]

    def touched(self, effect: Effect) -> frozenset[int]:
        """The playbooks for whose eligibility some condition on these answers is not what it was."""
        return frozenset(
            number
            for question, state in effect.states.items()
            for number in self.gated.get(question, ())
            if self._seen(number, question, state) != self._seen(number, question, self.path.states[question])
        )

    def something_can_fit(self, effects: Sequence[Effect]) -> bool:
        """Whether some completion of the changed answers makes some model eligible at conditional or better."""
        line = self.pack.thresholds.conditional_from
        able = [number for number in range(len(self.ids)) if self._high(number, effects) >= line]
        changed = {self.block_of[question] for one in effects for question in one.changes}
        for number in able:  # what makes it fit now may still do
            kept = [one for block, one in (self.fitting[number] or {}).items() if block not in changed]
            certain = self.may_be_chosen(number, self.states_after([*effects, *kept])) is True
            if certain and self._high(number, [*effects, *kept]) >= line:
                return True
        answers = {**self.case.answers}
        answers.update({question: Answer(to) for one in effects for question, to in one.changes.items()})
        path = replay(self.pack.questions, answers)
        counting = path.counting(answers)
        return any(
            find_fitting(self.playbooks[number], self.tables, path, counting, self.case.level) is not None
            for number in able
        )

    @cached_property
    def fitting(self) -> tuple[Mapping[Block, Effect] | None, ...]:
        """By playbook the effects, by block, of open answers that would let it be considered; None where none would."""
        counting = self.path.counting(self.case.answers)
        found = [find_fitting(one, self.tables, self.path, counting, self.case.level) for one in self.playbooks]
        return tuple(None if changes is None else self._by_block(changes) for changes in found)

    def _high(self, number: int, effects: Sequence[Effect]) -> float:
        return round(self.high[number] + sum(one.high[number] for one in effects), 9)

    def _by_block(self, changes: Mapping[str, Value | Mark]) -> dict[Block, Effect]:
        blocks: dict[Block, dict[str, Value | Mark]] = {}
        for question, value in changes.items():
            blocks.setdefault(self.block_of[question], {})[question] = value
        return {block: self.effect(own) for block, own in blocks.items()}

    def _questions_of(self, block: Block) -> Mapping[str, Question]:
        if block not in self._questions:
            members = {*block.hinges, *block.leaves}
            self._questions[block] = {name: one for name, one in self.pack.questions.items() if name in members}
        return self._questions[block]

    def _sums_now(self, block: Block) -> Sums:
        if block not in self._sums:
            members = (*block.hinges, *block.leaves)
            known = [one for one in members if self.path.states[one] is not None]
            self._sums[block] = (
                [sum(parts[one][0] for one in members if one in parts) for parts in self.parts],
                [sum(parts[one][1] for one in members if one in parts) for parts in self.parts],
                [sum(shares[one] for one in known if one in shares) for shares in self.shares],
            )
        return self._sums[block]

    def _sums_on(self, block: Block, path: Path) -> Sums:
        """The sums of one block on this path, exact over its completions."""
        members = (*block.hinges, *block.leaves)
        settled = all(path.states[hinge] is not None for hinge in block.hinges)
        lows, highs, knowns = [], [], []
        for number, name in enumerate(self.ids):
            worth = {one: self.tables.worth[name][one] for one in members if one in self.shares[number]}
            if settled or not worth:
                spans = [self._span(number, question, path.states[question]) for question in worth]
                low, high = sum(span[0] for span in spans), sum(span[1] for span in spans)
            else:
                low, high, *_ = extremes(worth, path, self.tables, partial(self.tables.at, name))
            lows.append(low)
            highs.append(high)
            knowns.append(sum(self.shares[number][one] for one in worth if path.states[one] is not None))
        return lows, highs, knowns

    def _plain_effect(self, question: str, value: Value | Mark) -> Effect:
        low, high, known = [], [], []
        unknown = self.path.states[question] is None
        for number, name in enumerate(self.ids):
            if question not in self.shares[number]:
                low.append(0.0)
                high.append(0.0)
                known.append(0.0)
                continue
            part_low, part_high = self.parts[number][question]
            worth = self.tables.at(name, question, value)
            low.append(worth - part_low)
            high.append(worth - part_high)
            known.append(self.shares[number][question] if unknown else 0.0)
        return Effect({question: value}, low, high, known, {question: value})

    def _span(self, number: int, question: str, state: State) -> tuple[float, float]:
        name = self.ids[number]
        if state is not None:
            only = self.tables.at(name, question, state)
            return only, only
        row = self.tables.worth[name][question]
        values = [row[value] for value in self.tables.values[question]]
        return min(values), max(values)

    def _seen(self, number: int, question: str, state: State) -> tuple[Truth, ...]:
        """What the conditions on which a playbook's eligibility rests see in this state of a question."""
        key = (number, question, state)
        if key not in self._sights:
            self._sights[key] = tuple([truth(atom, {question: state}) for atom in self._atoms[number][question]])
        return self._sights[key]


def _atoms(playbook: Playbook, pack: Pack, level: str) -> dict[str, list[Is | Compare]]:
    """By question the atoms of the conditions on which a playbook's eligibility rests."""
    atoms: dict[str, list[Is | Compare]] = {}
    for condition in gate_questions(playbook, pack, level):
        for atom in atoms_in(condition):
            atoms.setdefault(atom.question, []).append(atom)
    return atoms
