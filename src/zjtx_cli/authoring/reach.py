"""Whether answers exist under which a condition holds: exact, over all answers that can be given on a path."""

from collections.abc import Iterator, Mapping
from itertools import combinations

from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.condition import Compare, Condition, Is, State, atoms_in, questions_in, truth
from zjtx_cli.model.question import Question

Questions = Mapping[str, Question]
_HAIR = 1e-6


def can_hold(condition: Condition, questions: Questions, *, wanted: bool = True) -> bool:
    """Whether some answers make the condition true (or, if that is wanted, false); branches included."""
    order = _closure(condition, questions)
    atoms = [atom for one in (condition, *(questions[name].ask_if for name in order)) if one for atom in atoms_in(one)]
    states: dict[str, State] = dict.fromkeys(questions)
    return _search(condition, wanted, order, atoms, states, questions)


def _search(
    condition: Condition,
    wanted: bool,
    left: list[str],
    atoms: list[Is | Compare],
    states: dict[str, State],
    questions: Questions,
) -> bool:
    now = truth(condition, states)
    if now is not None:
        return now is wanted
    question = questions[left[0]]
    if question.ask_if is not None and truth(question.ask_if, states) is False:
        values: list[State] = [Mark.NOT_APPLICABLE]
    else:
        values = list(_told_apart(question, [atom for atom in atoms if atom.question == question.id]))
    return any(
        _search(condition, wanted, left[1:], atoms, {**states, question.id: value}, questions) for value in values
    )


def _closure(condition: Condition, questions: Questions) -> list[str]:
    """The questions that decide the condition, and those that decide whether they are asked, in their order."""
    wanted = set(questions_in(condition))
    for question in reversed(list(questions.values())):
        if question.id in wanted and question.ask_if is not None:
            wanted.update(questions_in(question.ask_if))
    return [name for name in questions if name in wanted]


def _told_apart(question: Question, atoms: list[Is | Compare]) -> Iterator[State]:
    """One value for each way in which these atoms can turn out."""
    seen = set()
    for value in _values(question, atoms):
        told = tuple(truth(atom, {question.id: value}) for atom in atoms)
        if told not in seen:
            seen.add(told)
            yield value


def _values(question: Question, atoms: list[Is | Compare]) -> Iterator[Value | Mark]:
    if question.kind == "number":
        lines = [atom.threshold for atom in atoms if isinstance(atom, Compare)]
        step = 1.0 if question.whole else _HAIR
        near = {question.low, question.high, *(line + by for line in lines for by in (-step, 0.0, step))}
        yield from sorted(one for one in near if question.low <= one <= question.high)
    elif question.kind == "one":
        yield from (option.id for option in question.options)
    else:
        free = [option.id for option in question.options if not option.exclusive]
        for size in range(1, len(free) + 1):
            yield from map(frozenset, combinations(free, size))
        yield from (frozenset([option.id]) for option in question.options if option.exclusive)
    if question.may_not_apply:
        yield Mark.NOT_APPLICABLE
