"""How fast the right advice is lost when answers are missing or wrong."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from random import Random
from typing import NamedTuple

from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.standing import Effect, Ground
from zjtx_cli.advisor.tables import Block, Tables
from zjtx_cli.model.answers import Case, Mark, Value
from zjtx_cli.model.evaluation import BY_CHANGE, BY_UNKNOWN, Perturbed, Share
from zjtx_cli.model.question import Question
from zjtx_cli.model.robustness import Outcome

MOST = 5
"""From one to so many answers are perturbed at once."""

Answers = Mapping[str, Value | Mark]
Chance = Callable[[], float]
Become = Callable[[Tables, str, Value | Mark, Chance], Value | Mark | None]
"""What an answer becomes; None: unknown."""


class Right(NamedTuple):
    """A city whose advice is right: its level, its known answers, and what makes an outcome right."""

    level: str
    answers: Answers
    is_right: Callable[[str, str | None], bool]  # of status and first choice


def perturb(tables: Tables, cities: Sequence[Right], seed: int, repeats: int) -> tuple[Perturbed, ...]:
    """Each city `repeats` times for each kind and number; which answers, and to what, is drawn evenly.

    A city with fewer known answers has all of them perturbed. Another value is any other option, any other set of
    options, or any other figure of the range.
    """
    chance = Random(seed).random
    standing = {level: Standing(tables, level) for level in dict.fromkeys(one.level for one in cities)}
    return tuple(
        Perturbed(kind, count, Share(_kept(standing, cities, become, count, repeats, chance), len(cities) * repeats))
        for kind, become in ((BY_UNKNOWN, _unknown), (BY_CHANGE, other_value))
        for count in range(1, MOST + 1)
    )


def drawn(questions: Iterable[str], count: int, chance: Chance) -> Iterator[str]:
    """Some of the questions, or all of them where they are fewer: evenly, and none twice."""
    left = list(questions)
    for _ in range(min(count, len(left))):
        yield left.pop(int(chance() * len(left)))


def other_value(tables: Tables, question: str, present: Value | Mark, chance: Chance) -> Value | Mark:
    """One of the other values that the question can take, evenly; of several options, one of the other sets."""
    asked = tables.pack.questions[question]
    if asked.kind == "number":
        return _figure(asked, present, chance)
    others = [value for value in tables.values[question] if value != present]
    return others[int(chance() * len(others))] if others else present


class Standing:
    """Outcomes for cities of one level, from a city of which nothing is known: each answer's effect is worked out once."""

    def __init__(self, tables: Tables, level: str) -> None:
        self.tables = tables
        self._ground = Ground(tables, judge(tables, Case("", level=level)))
        self._effects: dict[tuple[tuple[str, Value | Mark], ...], Effect] = {}

    def outcome(self, answers: Answers) -> Outcome:
        """What the judgement would be of these known answers."""
        by_block: dict[Block, list[tuple[str, Value | Mark]]] = {}
        for question, value in answers.items():
            by_block.setdefault(self._ground.block_of[question], []).append((question, value))
        return self._ground.outcome_after(*(self._effect(tuple(own)) for own in by_block.values()))

    def _effect(self, own: tuple[tuple[str, Value | Mark], ...]) -> Effect:
        if own not in self._effects:
            self._effects[own] = self._ground.effect(dict(own))
        return self._effects[own]


def _kept(
    standing: Mapping[str, Standing], cities: Sequence[Right], become: Become, count: int, repeats: int, chance: Chance
) -> int:
    """In how many draws the outcome is still right."""
    kept = 0
    for city in cities:
        at = standing[city.level]
        for _ in range(repeats):
            changed = {
                question: become(at.tables, question, city.answers[question], chance)
                for question in drawn(city.answers, count, chance)
            }
            merged = {**city.answers, **changed}
            outcome = at.outcome({question: value for question, value in merged.items() if value is not None})
            kept += city.is_right(outcome.status, outcome.first)
    return kept


def _unknown(_tables: Tables, _question: str, _present: Value | Mark, _chance: Chance) -> None:
    return None


def _figure(question: Question, present: Value | Mark, chance: Chance) -> float:
    if not question.whole:
        return round(question.low + (question.high - question.low) * chance(), 9)
    taken = isinstance(present, float)
    drawn = question.low + int(chance() * (round(question.high - question.low) + 1 - taken))
    return drawn + 1 if isinstance(present, float) and drawn >= present else drawn
