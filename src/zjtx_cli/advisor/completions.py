"""Every way in which open answers could turn out: exact lowest and highest sums, and whether something can be had at all."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.tables import Block, Tables, Worth
from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.condition import State, Truth, truth


class Extremes(NamedTuple):
    """The lowest and highest sum over all completions, and by question its part in a completion that attains it."""

    low: float
    high: float
    parts_low: Mapping[str, float]
    parts_high: Mapping[str, float]


def extremes(worth: Worth, path: Path, tables: Tables, at: Callable[[str, State], float]) -> Extremes:
    """Exact bounds of Σ worth over all completions of the open questions.

    `worth` gives by question the value of each state; `at(question, state)` that of a known state. Both may be of one
    playbook or a difference of two. Blocks are independent, so the bounds of the blocks add up.
    """
    low = high = 0.0
    parts_low: dict[str, float] = {}
    parts_high: dict[str, float] = {}
    for block in tables.blocks:
        if any(question in worth for question in (*block.hinges, *block.leaves)):
            one = of_block(block, worth, path, tables, at)
            low, high = low + one.low, high + one.high
            parts_low |= one.parts_low
            parts_high |= one.parts_high
    return Extremes(low, high, parts_low, parts_high)


def attainable(
    goal: Callable[[Path], Truth],
    bound: Callable[[Path], bool],
    open_questions: list[str],
    path: Path,
    tables: Tables,
    answers: Mapping[str, Answer],
    playbook: str,
) -> bool:
    """Whether some completion reaches `goal` (not ruled out by `bound`); a search that prunes, so it is exact.

    `goal` is True or False where the open answers no longer matter to it; `bound` is False where no completion can do.
    Of answers that no condition tells apart only the one that is worth most to the playbook is tried.
    """
    reached = goal(path)
    if reached is False or not bound(path):
        return False
    if reached is True:
        return True
    questions = tables.pack.questions
    question = next((q for q in open_questions if q in path.asked and path.states[q] is None), None)
    if question is None:
        return False
    for alike in tables.alike[question]:
        value = max(alike, key=lambda one: tables.at(playbook, question, one))
        tried = {**answers, question: Answer(value)}
        if attainable(goal, bound, open_questions, replay(questions, tried), tables, tried, playbook):
            return True
    return False


def of_block(block: Block, worth: Worth, path: Path, tables: Tables, at: Callable[[str, State], float]) -> Extremes:
    best: Extremes | None = None
    for hinges in _assignments(block, path, tables, {}, 0):
        low = {question: at(question, state) for question, state in hinges.items() if question in worth}
        high = dict(low)
        for leaf in block.leaves:
            if leaf in worth:
                low[leaf], high[leaf] = _of_leaf(leaf, hinges, worth, path, tables, at)
        lows, highs = sum(low.values()), sum(high.values())
        best = Extremes(
            *((lows,) if best is None or lows < best.low else (best.low,)),
            *((highs,) if best is None or highs > best.high else (best.high,)),
            low if best is None or lows < best.low else best.parts_low,
            high if best is None or highs > best.high else best.parts_high,
        )
    assert best is not None
    return best


def _of_leaf(
    leaf: str, hinges: Mapping[str, State], worth: Worth, path: Path, tables: Tables, at: Callable[[str, State], float]
) -> tuple[float, float]:
    ask_if = tables.pack.questions[leaf].ask_if
    if ask_if is not None and truth(ask_if, hinges) is False:
        only = at(leaf, Mark.NOT_APPLICABLE)
        return only, only
    state = path.states[leaf]
    if state is not None:
        only = at(leaf, state)
        return only, only
    row = worth[leaf]
    values = [row[value] for value in tables.values[leaf]]
    return min(values), max(values)


def _assignments(
    block: Block, path: Path, tables: Tables, settled: dict[str, State], index: int
) -> Iterator[dict[str, State]]:
    """All ways in which the hinges of a block can stand, given the answers that count."""
    if index == len(block.hinges):
        yield settled
        return
    question = tables.pack.questions[block.hinges[index]]
    if question.ask_if is not None and truth(question.ask_if, settled) is False:
        values: tuple[State, ...] = (Mark.NOT_APPLICABLE,)
    elif (state := path.states[question.id]) is not None:
        values = (state,)
    else:
        values = tables.values[question.id]
    for value in values:
        yield from _assignments(block, path, tables, {**settled, question.id: value}, index + 1)
