"""Drawing what is not certain about a city: the weights of every model, and the answers that are still open."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, compress, islice, repeat, starmap
from math import prod
from operator import mul
from typing import NamedTuple

from zjtx_cli.advisor.acceptability import Vector, acceptability
from zjtx_cli.advisor.matching import gate_questions
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import conditions_of
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.condition import Compare, Condition, Is, State, atoms_in, questions_in, truth
from zjtx_cli.model.playbook import Criterion
from zjtx_cli.model.question import Question
from zjtx_cli.model.robustness import Acceptability

Chance = Callable[[], float]
"""Evenly distributed over [0, 1), as random.Random(seed).random gives it; the caller seeds it."""

FINEST = 256
"""A figure that is open is drawn evenly from at most so many over its range."""

MOST_WORK = 2_500_000
"""So many weights are drawn at most; a pack of very many models gets fewer draws, and the half-width says so."""


_ONE_NUMBER = 256  # Python keeps whole numbers up to this one, which makes them cheap
_STEPS, _AT_ONCE = 256, 64
_TOGETHER = 256  # gates are worked out together while their questions can stand in so many ways


class Column(NamedTuple):
    """The draws of one open answer.

    `states`: all that it can be, the last one where it is not asked. `drawn`: by draw a number, which `places` turns into
    that of a state. `examples` has a state of each kind that conditions tell apart, `kinds` by draw the number of its kind.
    """

    states: Sequence[State]
    places: Sequence[int]
    drawn: Sequence[int]
    examples: Sequence[State]
    kinds: Sequence[int]


def draw_ranks(ground: Ground, chance: Chance, draws: int) -> Acceptability:
    """Rank acceptability of a judged case, playbooks in the order of their ids.

    Weights are the author's times 2^U(-1, 1), independently per playbook (the worth is a ratio, so 4^U(0, 1) is the same).
    Open answers are drawn evenly: options, and sets of options, each alike; figures over their range; where a question may
    not apply, that is one option more, and half of the figures. Branches are replayed and eligibility is worked out in
    each draw.
    """
    numbers = [number for number, chosen in enumerate(ground.chosen) if chosen is not False]
    draws = max(1, min(draws, MOST_WORK // max(1, sum(len(ground.shares[number]) for number in numbers))))
    columns = _draw_answers(ground, numbers, chance, draws)
    weights: list[Iterable[Vector]] = [() for _ in ground.ids]
    values: list[Iterable[Vector | None]] = [repeat(None, draws) for _ in ground.ids]
    for number in numbers:
        weights[number] = _weights(list(ground.shares[number].values()), chance)
        values[number] = _values(ground, number, columns, draws)
    return acceptability(weights, values, ground.pack.thresholds.conditional_from)


def _weights(shares: Sequence[float], chance: Chance) -> Iterable[Vector]:
    """Rows of weights without end: each share times 4^U(0, 1), in so many even steps of the exponent as a byte has values."""
    count = len(shares)
    tables = [[share * 4.0 ** ((step + 0.5) / _STEPS) for step in range(_STEPS)] for share in shares]

    def rows() -> Iterator[Iterable[Vector]]:
        while True:
            steps = _bytes(chance, count * _AT_ONCE)
            yield zip(*(map(table.__getitem__, steps[at::count]) for at, table in enumerate(tables)), strict=True)

    return chain.from_iterable(rows())


def _bytes(chance: Chance, count: int) -> bytes:
    """Six random bytes of each of so many random numbers: to call for a number is what takes the time."""
    whole = array("Q", map(int, map(mul, repeat(2.0**48), islice(_stream(chance), count))))
    if array("Q", (1,)).tobytes()[0] == 0:  # the machine puts the high byte first
        whole.byteswap()
    raw = whole.tobytes()
    return b"".join(raw[place::8] for place in range(6))


def _draw_answers(ground: Ground, numbers: Sequence[int], chance: Chance, draws: int) -> dict[str, Column]:
    """A column for each open question that bears on a model that may be chosen; branches last."""
    atoms: dict[str, list[Is | Compare]] = {}
    for atom in (atom for condition in conditions_of(ground.pack) for atom in atoms_in(condition)):
        atoms.setdefault(atom.question, []).append(atom)
    opened = list(_bearing(ground, numbers))
    states = {question.id: [*_evenly(ground, question), Mark.NOT_APPLICABLE] for question in opened}
    columns: dict[str, Column] = {}
    for together in _shared([one.id for one in opened if one.id in ground.path.asked], states):
        drawn = _numbers(chance, prod(len(states[question]) - 1 for question in together), draws)
        stride = 1
        for question in together:
            count = len(states[question]) - 1
            places = [number // stride % count for number in range(max(drawn) + 1)]
            columns[question] = _column(atoms.get(question, []), states[question], places, drawn)
            stride *= count
    for branch in [one for one in opened if one.id not in ground.path.asked]:
        assert branch.ask_if is not None
        closed = len(states[branch.id]) - 1
        asked = _decided(ground, columns, questions_in(branch.ask_if), _holds(branch.ask_if))
        numbers_drawn = _numbers(chance, closed, draws)
        drawn = [number if reached else closed for number, reached in zip(numbers_drawn, asked, strict=True)]
        columns[branch.id] = _column(atoms.get(branch.id, []), states[branch.id], range(closed + 1), drawn)
    return columns


def _bearing(ground: Ground, numbers: Sequence[int]) -> Iterator[Question]:
    """The open questions on which these playbooks' fits, eligibility or branches rest."""
    questions = ground.pack.questions
    wanted = {question for number in numbers for question in (*ground.shares[number], *ground.gates[number])}
    for question in reversed(list(questions.values())):
        if question.id in wanted and question.ask_if is not None:
            wanted.update(questions_in(question.ask_if))
    for question in questions.values():
        if question.id in wanted and ground.path.states[question.id] is None:
            yield question


def _shared(questions: Sequence[str], states: Mapping[str, Sequence[State]]) -> list[list[str]]:
    """The questions in groups that one random number can serve: a draw among all their combinations."""
    groups: list[list[str]] = []
    for question in sorted(questions, key=lambda one: len(states[one])):
        count = len(states[question]) - 1
        if groups and count * prod(len(states[one]) - 1 for one in groups[-1]) <= _ONE_NUMBER:
            groups[-1].append(question)
        else:
            groups.append([question])
    return groups


def _numbers(chance: Chance, count: int, draws: int) -> Sequence[int]:
    if count == _STEPS:
        return _bytes(chance, -(-draws // 6))[:draws]
    return list(map(int, map(mul, repeat(float(count)), islice(_stream(chance), draws))))


def _stream(chance: Chance) -> Iterator[float]:
    """One number after another; a million of them are drawn, and this is the quickest way to call for them."""
    return starmap(chance, repeat(()))


def _column(
    atoms: Sequence[Is | Compare], states: Sequence[State], places: Sequence[int], drawn: Sequence[int]
) -> Column:
    if not atoms:
        return Column(states, places, drawn, states[:1], ())
    kinds = _kinds(atoms, states)
    examples = [states[kinds.index(kind)] for kind in range(max(kinds) + 1)]
    of_number = [kinds[place] for place in places]
    return Column(states, places, drawn, examples, list(map(of_number.__getitem__, drawn)))


def _holds(condition: Condition) -> Callable[[Mapping[str, State]], bool]:
    return lambda known: truth(condition, known) is True


def _values(ground: Ground, number: int, columns: Mapping[str, Column], draws: int) -> Iterable[Vector | None]:
    """By draw what each criterion is worth to a playbook, None where it is not eligible."""
    eligible = None if ground.chosen[number] is True else _eligible(ground, number, columns)
    parts: list[Iterable[float]] = []
    for criterion in ground.playbooks[number].criteria:
        column = columns.get(criterion.question)
        if column is None:
            parts.append(repeat(criterion.value(_settled(ground, criterion.question)), draws))
        else:
            drawn = column.drawn if eligible is None else compress(column.drawn, eligible)
            worths = _worths(criterion, column.states)
            parts.append(map([worths[place] for place in column.places].__getitem__, drawn))
    rows: Iterator[Vector] = zip(*parts, strict=False)
    return rows if eligible is None else (next(rows) if chosen else None for chosen in eligible)


def _eligible(ground: Ground, number: int, columns: Mapping[str, Column]) -> Sequence[bool]:
    """By draw whether a playbook is eligible: no gate is False where none is with the questions of each group alone."""
    groups: list[set[str]] = []
    for gate in gate_questions(ground.playbooks[number], ground.pack, ground.case.level):
        opened = {question for question in questions_in(gate) if question in columns}
        for group in groups:
            if prod(len(columns[question].examples) for question in group | opened) <= _TOGETHER:
                group.update(opened)
                break
        else:
            groups.append(opened)
    eligible: list[bool] = []
    for group in groups:
        flags = _decided(
            ground, columns, group, lambda known: ground.may_be_chosen(number, known) is not False, eligible or None
        )
        left = iter(flags)
        eligible = [one and next(left) for one in eligible] if eligible else flags
    return eligible


def _decided(
    ground: Ground,
    columns: Mapping[str, Column],
    questions: Iterable[str],
    decide: Callable[[Mapping[str, State]], bool],
    among: Sequence[bool] | None = None,
) -> list[bool]:
    """By draw (by those `among` all) what is decided where these questions are known: once for each way they stand in."""
    opened = sorted({question for question in questions if question in columns})
    known = dict(ground.path.states)

    def found(key: Sequence[int]) -> bool:
        for question, kind in zip(opened, key, strict=True):
            known[question] = columns[question].examples[kind]
        return decide(known)

    kinds = [columns[question].kinds for question in opened]
    if among is not None:
        kinds = [list(compress(one, among)) for one in kinds]
    if len(opened) == 1:
        by_kind = [found((kind,)) for kind in range(len(columns[opened[0]].examples))]
        return list(map(by_kind.__getitem__, kinds[0]))
    return list(map(_Remembered(found).__getitem__, zip(*kinds, strict=True)))


class _Remembered(dict[tuple[int, ...], bool]):
    """What was decided, by key; what was not yet is decided when it is asked for."""

    def __init__(self, decide: Callable[[tuple[int, ...]], bool]) -> None:
        super().__init__()
        self._decide = decide

    def __missing__(self, key: tuple[int, ...]) -> bool:
        self[key] = found = self._decide(key)
        return found


def _evenly(ground: Ground, question: Question) -> list[State]:
    """The states of an open answer, each as likely as the others."""
    if question.kind != "number":
        return list(ground.tables.values[question.id])
    low, high = question.low, question.high
    if question.whole:
        count = round(high - low) + 1
        taken = min(count, FINEST)
        figures = [low + (2 * place + 1) * count // (2 * taken) for place in range(taken)]
    else:
        step = (high - low) / FINEST
        figures = [low + step * (place + 0.5) for place in range(FINEST)]
    return [*figures, *([Mark.NOT_APPLICABLE] * len(figures) if question.may_not_apply else [])]


def _kinds(atoms: Sequence[Is | Compare], states: Sequence[State]) -> list[int]:
    """The states numbered so that every condition takes those of one number alike. Figures ascend."""
    figures = [state for state in states if isinstance(state, float)]
    turns = [atom.threshold for atom in atoms if isinstance(atom, Compare)]
    cuts = sorted({place for turn in turns for place in (bisect_left(figures, turn), bisect_right(figures, turn))})
    kinds = [bisect_right(cuts, place) for place in range(len(figures))] if figures else []
    signs: dict[object, int] = {}
    start = len(cuts) + 1 if figures else 0
    for state in states[len(figures) :]:
        sign = tuple(truth(atom, {atom.question: state}) for atom in atoms)
        kinds.append(signs.setdefault(sign, start + len(signs)))
    numbers = {kind: number for number, kind in enumerate(dict.fromkeys(kinds))}
    return [numbers[kind] for kind in kinds]


def _worths(criterion: Criterion, states: Sequence[State]) -> list[float]:
    """The value of each state; figures ascend, so the pieces of the value function are walked along."""
    figures = [state for state in states if isinstance(state, float)]
    worths: list[float] = []
    for (left, low), (right, high) in zip(criterion.points, criterion.points[1:], strict=False):
        slope = (high - low) / (right - left)
        until = bisect_right(figures, right)
        worths += [low + slope * (figure - left) for figure in figures[len(worths) : until]]
    rest = [state for state in states[len(worths) :] if state is not None]
    return worths + [criterion.value(state) for state in rest]


def _settled(ground: Ground, question: str) -> Value | Mark:
    state = ground.path.states[question]
    assert state is not None
    return state
