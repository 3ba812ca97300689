"""How a pack's scales lie: the mean fit of each playbook over evenly drawn answers. Information, never a target."""

from itertools import pairwise

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.condition import truth
from zjtx_cli.model.playbook import Criterion
from zjtx_cli.model.question import Question


def mean_fits(tables: Tables) -> dict[str, float]:
    """By playbook, the mean of its fit where every option, and every figure in a range, is equally likely.

    Exact but for branches on a number, whose share of the range is taken from 200 even steps.
    """
    asked = {name: _asked(question, tables) for name, question in tables.pack.questions.items()}
    return {
        playbook.id: sum(_mean(criterion, tables, asked[criterion.question]) for criterion in playbook.criteria)
        for playbook in tables.pack.playbooks.values()
    }


def _mean(criterion: Criterion, tables: Tables, asked: float) -> float:
    if criterion.points:
        (low, _), (high, _) = criterion.points[0], criterion.points[-1]
        areas = ((right - left) * (a + b) / 2 for (left, a), (right, b) in pairwise(criterion.points))
        mean = sum(areas) / (high - low)
    else:
        values = [criterion.value(value) for value in tables.values[criterion.question]]
        mean = sum(values) / len(values)
    return criterion.share * (asked * mean + (1 - asked) * criterion.value(Mark.NOT_APPLICABLE))


def _asked(question: Question, tables: Tables) -> float:
    """The share of evenly drawn answers to earlier questions under which this one is asked."""
    if question.ask_if is None:
        return 1.0
    block = next(one for one in tables.blocks if question.id in (*one.hinges, *one.leaves))
    return _share(question, block.hinges, {}, tables)


def _share(question: Question, hinges: tuple[str, ...], given: dict[str, Answer], tables: Tables) -> float:
    assert question.ask_if is not None
    path = replay(tables.pack.questions, given)
    settled = truth(question.ask_if, path.states)
    if settled is not None:
        return float(settled)
    hinge = next(one for one in hinges if one in path.asked and one not in given)
    values = _even(tables.pack.questions[hinge], tables)
    return sum(_share(question, hinges, {**given, hinge: Answer(value)}, tables) for value in values) / len(values)


def _even(question: Question, tables: Tables) -> list[Value | Mark]:
    if question.kind != "number":
        return list(tables.values[question.id])
    step = (question.high - question.low) / 200
    return [question.low + step * (index + 0.5) for index in range(200)]
