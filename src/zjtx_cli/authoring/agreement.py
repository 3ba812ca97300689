"""Whether two people read the same facts alike: Cohen's kappa, over one question or pooled over many."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.evaluation import Agreement, OfQuestion
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question

Coding = Mapping[str, Mapping[str, Value | Mark]]
"""By city and question what a coder put down; a question that the coder did not reach is left out."""

Pair = tuple[Value | Mark, Value | Mark]
Agree = Callable[[Value | Mark, Value | Mark], bool]

NEAR = 0.1
"""Two figures agree where they are no further apart than this share of the question's range."""


class Kappa(NamedTuple):
    """Shares of pairs: the agreement observed, the one to be expected by chance, and kappa (None where that is certain)."""

    observed: float
    expected: float
    kappa: float | None


def kappa(items: Sequence[tuple[Sequence[Pair], Agree]]) -> Kappa | None:
    """Cohen's kappa of one item; of several the pooled kappa of De Vries et al. (Field Methods 20/3, 2008).

    Both agreements are averaged over the items by their pairs before kappa is taken, so an option counts by how often
    it was chosen for its own item. By chance two answers meet as two do that are drawn from all answers of either coder.
    None without a pair.
    """
    total = sum(len(pairs) for pairs, _ in items)
    if total == 0:
        return None
    observed = sum(_agreeing(pairs, agree) for pairs, agree in items) / total
    expected = sum(_by_chance(pairs, agree) for pairs, agree in items if pairs) / total
    certain = round(expected, 12) == 1
    return Kappa(observed, expected, None if certain else (observed - expected) / (1 - expected))


def compare(first: Coding, second: Coding, pack: Pack) -> Agreement:
    """Two codings over the pairs (city, question) that both reached; unknown is an answer like others."""
    cities = sorted(set(first) & set(second))
    items = {one.id: (_pairs(one.id, cities, first, second), partial(same, one)) for one in pack.questions.values()}
    found = kappa(list(items.values()))
    questions = tuple(_of_question(name, pairs, agree) for name, (pairs, agree) in items.items() if pairs)
    return Agreement(
        tuple(cities),
        tuple(sorted(set(first) ^ set(second))),
        sum(one.pairs for one in questions),
        sum(len(set(first[one]) ^ set(second[one])) for one in cities),
        sum(one.agree for one in questions),
        found and found.observed,
        found and found.expected,
        found and found.kappa,
        sum(one.valued for one in questions),
        sum(one.valued_agree for one in questions),
        questions,
    )


def same(question: Question, one: Value | Mark, other: Value | Mark) -> bool:
    """Whether two answers agree: the same option, the same set of options, the same mark, or figures that are near."""
    if isinstance(one, float) and isinstance(other, float):
        return abs(one - other) <= NEAR * (question.high - question.low) + 1e-9
    return _told(one) == _told(other)


def _told(answer: Value | Mark) -> Value | Mark:
    """What is withheld tells no more than what is unknown."""
    return Mark.UNKNOWN if answer is Mark.WITHHELD else answer


def _pairs(question: str, cities: Sequence[str], first: Coding, second: Coding) -> list[Pair]:
    return [
        (first[one][question], second[one][question])
        for one in cities
        if question in first[one] and question in second[one]
    ]


def _agreeing(pairs: Sequence[Pair], agree: Agree) -> int:
    return sum(agree(one, other) for one, other in pairs)


def _by_chance(pairs: Sequence[Pair], agree: Agree) -> float:
    """How many of the pairs would agree if each coder's answers were shuffled."""
    return sum(agree(one, other) for one, _ in pairs for _, other in pairs) / len(pairs)


def _of_question(question: str, pairs: Sequence[Pair], agree: Agree) -> OfQuestion:
    valued = [pair for pair in pairs if Mark.UNKNOWN not in map(_told, pair)]
    return OfQuestion(question, len(pairs), _agreeing(pairs, agree), len(valued), _agreeing(valued, agree))
