"""Which open question tells most about whether the advice can still change.

The criterion. The advice can change only if the open answers reach beyond a line: that the first choice is overtaken, that its
lead gets too small, that it becomes stronger or weaker, and so on (`goals`). For each such way that is still open, `spare` is
how far beyond its line all open answers together could reach, and what a question is expected to take away of it is the most
that it could add now, less the most that is left when it is answered, all its answers counted alike and “not known” among them.
The question that takes away most is asked: the shares (at most the whole of a `spare`) are added up over the ways that are
open. Answers that alone bar a model concerned take away all: their share of all answers is added, and a little more for any
question on which it rests whether the model may be chosen at all. Ties: the earlier one.
"""

from collections.abc import Mapping
from math import inf

from zjtx_cli.advisor.goals import Goal, Row, goals
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Answers
from zjtx_cli.advisor.reach import worth
from zjtx_cli.advisor.stopping import Stopping
from zjtx_cli.model.advice import CONDITIONAL
from zjtx_cli.model.condition import State
from zjtx_cli.model.robustness import Outcome

BARS = 0.1
"""So much counts that a question can help to bar a model, where taking away all of a `spare` counts 1."""

_LEAST_SPARE = 0.01
_LEVEL = 1e-9


class Informing:
    """The order of questions for cities of one level; what was found once for some answers of a block is kept."""

    def __init__(self, stopping: Stopping) -> None:
        self._stopping, self._parts = stopping, stopping.parts
        self._block_of = {name: one for one in self._parts.tables.blocks for name in (*one.hinges, *one.leaves)}
        self._taken: dict[tuple[object, ...], float] = {}

    def most_informative(self, answers: Answers) -> str | None:
        """The question to ask next; None where none is open."""
        path = replay(self._parts.pack.questions, answers)
        asked = [name for name in path.asked if name not in answers]
        if not asked:
            return None
        worth_asking = dict.fromkeys(asked, 0.0)
        for goal in self._stopping.open_goals(answers):
            spare = [max(_LEAST_SPARE, one) for one in self._stopping.reach.spare(goal, answers)]
            for question in asked:
                worth_asking[question] += self._takes(goal, spare, question, answers)
                worth_asking[question] += self._bars(goal, question, path.states)
        most = max(worth_asking.values())
        return next(question for question in asked if worth_asking[question] >= most - _LEVEL)

    def prepare(self, answers: Answers) -> None:
        """Look up what takes longest to find the first time, whichever model comes first later on."""
        asked = [name for name in replay(self._parts.pack.questions, answers).asked if name not in answers]
        for first in self._parts.ids:
            every = goals(self._parts.pack, self._parts.playbooks, Outcome("undecided", first, CONDITIONAL))
            for goal in (one for one in every if self._stopping.reach.problem(one, answers) is not None):
                spare = [max(_LEAST_SPARE, one) for one in self._stopping.reach.spare(goal, answers)]
                for question in asked:
                    self._takes(goal, spare, question, answers)
        self.most_informative(answers)

    def _takes(self, goal: Goal, spare: list[float], question: str, answers: Answers) -> float:
        shares = (self._expected(row, question, answers) / least for row, least in zip(goal.rows, spare, strict=True))
        return min(1.0, max(shares, default=0.0))

    def _bars(self, goal: Goal, question: str, states: Mapping[str, State]) -> float:
        """Over the models concerned, the share of the answers that alone bar one, “not known” counted among the answers."""
        concerned = [gate.number for gate in goal.gates] if goal.barred is None else [goal.barred]
        return sum(self._barring(number, question, states) for number in concerned)

    def _barring(self, number: int, question: str, states: Mapping[str, State]) -> float:
        if question not in self._parts.gates[number]:
            return 0.0
        key = ("bars", number, question, *(states[one] for one in self._parts.gates[number]))
        if key not in self._taken:
            tables = self._parts.tables
            barred = [
                len(group)
                for group in tables.alike[question]
                if self._parts.may_be_chosen(number, {**states, question: group[0]}) is False
            ]
            self._taken[key] = BARS + sum(barred) / (1 + len(tables.values[question]))
        return self._taken[key]

    def _expected(self, row: Row, question: str, answers: Answers) -> float:
        """What an answer is expected to take away of what the block can still add to a row."""
        block = self._block_of[question]
        key = (row.quantity, row.terms, question, self._parts.key(block, answers))
        if key not in self._taken:
            after: dict[object, float] = {}
            for part in self._parts.every_way(block, answers):
                if not part.spans:  # of a sum the most is at a turning point
                    answer = part.given[question].value
                    after[answer] = max(after.get(answer, -inf), worth(row, part))
            self._taken[key] = max(after.values()) - sum(after.values()) / len(after)
        return self._taken[key]
