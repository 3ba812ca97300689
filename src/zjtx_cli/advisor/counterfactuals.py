"""The fewest answers that would have to be others for another model to come first, or for a barred one to be free."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import repeat
from math import inf
from operator import add, le, sub
from typing import NamedTuple

from zjtx_cli.advisor.matching import gate_questions
from zjtx_cli.advisor.moves import NATURES, Lever, Move, levers
from zjtx_cli.advisor.standing import Effect, Ground
from zjtx_cli.advisor.trials import Trials, first_figure, to_places
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.condition import questions_in
from zjtx_cli.model.robustness import BRINGS_FIRST, FREES, AnswerChange, Counterfactual

TOLD = 3
"""For each model and nature, so many of the smallest sets are told: those with the shortest way first."""

MODELS = 12
"""Only for so many models (the likeliest) is it asked what would bring them first, and what would free them."""

TRIES = {2: 4_000, 3: 60_000}
"""So many sets of answers are judged at most, where two and where three answers may change."""

SHALLOW, DEEP = 2, 3
"""So many answers may change together."""

_NEAR = 1e-8
_NEARLY = repeat(_NEAR)


class Aim(NamedTuple):
    """What is looked for.

    `gaps` is by obstacle how far the model is from overcoming it, `gains` how far an effect takes it: infinitely far where
    that cannot be told without trying. A set can do only if its gains cover every gap.
    """

    kind: str
    number: int
    gaps: Sequence[float]
    gains: Callable[[Move], Sequence[float]]
    reached: Callable[[Sequence[Effect]], bool]


class Found(NamedTuple):
    effort: float
    moves: tuple[Move, ...]


class Tries:
    """How many sets may still be judged."""

    def __init__(self, left: int) -> None:
        self.left, self.ran_out = left, False

    def one_more(self) -> bool:
        self.left -= 1
        self.ran_out |= self.left < 0
        return not self.ran_out


def counterfactuals(ground: Ground, trials: Trials, *, deep: bool = False) -> tuple[tuple[Counterfactual, ...], bool]:
    """All of them, and whether everything was tried. With `deep` up to three answers may change, else up to two."""
    most = DEEP if deep else SHALLOW
    order = sorted(range(len(ground.ids)), key=lambda number: (-ground.figures.likely[number], number))
    asked = order[:MODELS]
    every, tries = levers(ground, trials, most), Tries(TRIES[most])
    found: list[Counterfactual] = []
    for number in asked:
        if ground.chosen[number] is False:
            found += _smallest(ground, _freedom(ground, number), every, most, tries)
    for number in asked:
        if ground.ids[number] != ground.outcome.first:
            found += _smallest(ground, _lead(ground, number), every, most, tries)
    all_tried = not tries.ran_out and len(asked) == len(order) and all(lever.all_tried for lever in every)
    return tuple(found), all_tried


def _smallest(ground: Ground, aim: Aim, every: Sequence[Lever], most: int, tries: Tries) -> Iterator[Counterfactual]:
    """For each nature the smallest sets, unless fewer answers of that nature or of an easier one do."""
    judged = [(lever, [aim.gains(move) for move in lever.moves]) for lever in every]
    able = [Able(lever, gains, [max(column) for column in zip(*gains, strict=True)]) for lever, gains in judged]
    done: int | None = None  # the easiest nature for which a smaller set was found
    for size in range(1, most + 1):
        by_nature: dict[int, list[Found]] = {}
        for together in _sets(able, size, aim.gaps, len(NATURES) if done is None else done):
            best = _best(aim, together, tries)
            if best is not None:
                by_nature.setdefault(max(one.lever.nature for one in together), []).append(best)
        for nature in sorted(by_nature):
            for found in sorted(by_nature[nature], key=lambda one: one.effort)[:TOLD]:
                yield _told(ground, aim, nature, found)
        done = min([*by_nature, *([] if done is None else [done])], default=None)


class Able(NamedTuple):
    """A lever and what it can do for an aim: the gains of each move, and by obstacle the best of them."""

    lever: Lever
    gains: Sequence[Sequence[float]]
    best: Sequence[float]


def _sets(able: Sequence[Able], size: int, gaps: Sequence[float], below: int) -> Iterator[tuple[Able, ...]]:
    """Levers of different blocks with so many questions in all, easier than `below`, that together might do."""
    usable = [one for one in able if one.lever.nature < below and len(one.lever.questions) <= size]
    if not usable:
        return
    most = [max(0.0, *column) for column in zip(*(one.best for one in usable), strict=True)]

    def go(start: int, chosen: tuple[Able, ...], needed: Sequence[float], left: int) -> Iterator[tuple[Able, ...]]:
        if left == 0:
            if all(map(le, needed, _NEARLY)):
                yield chosen
            return
        if not all(map(le, needed, [left * best + _NEAR for best in most])):
            return
        for place in range(start, len(usable)):
            one = usable[place]
            asked = len(one.lever.questions)
            if asked <= left and all(one.lever.block is not other.lever.block for other in chosen):
                yield from go(place + 1, (*chosen, one), list(map(sub, needed, one.best)), left - asked)

    yield from go(0, (), gaps, size)


def _best(aim: Aim, together: tuple[Able, ...], tries: Tries) -> Found | None:
    """The moves with the shortest way that do it, one of each lever."""
    best: Found | None = None
    ahead: list[Sequence[float]] = [[_NEAR] * len(aim.gaps)]
    for one in reversed(together[1:]):
        ahead.insert(0, list(map(add, ahead[0], one.best)))

    def go(place: int, moves: tuple[Move, ...], needed: Sequence[float], way: float) -> None:
        nonlocal best
        if place == len(together):
            if tries.one_more() and aim.reached([move.effect for move in moves]):
                best = Found(way, moves)
            return
        for move, gains in zip(together[place].lever.moves, together[place].gains, strict=True):
            if best is not None and way + move.effort >= best.effort:
                return
            left = list(map(sub, needed, gains))
            if all(map(le, left, ahead[place])):
                go(place + 1, (*moves, move), left, way + move.effort)

    go(0, (), aim.gaps, 0.0)
    return best


def _lead(ground: Ground, number: int) -> Aim:
    """To come first: every other eligible model is an obstacle, the line of what can be considered at all is one more."""
    likely, chosen, name = ground.figures.likely, ground.chosen, ground.ids[number]
    others = sorted((other for other in range(len(ground.ids)) if other != number), key=lambda one: -likely[one])
    gaps = [likely[other] - likely[number] if chosen[other] is not False else -inf for other in others]
    limits = ground.pack.thresholds
    enough_known = max(ground.figures.known) >= limits.verdict_known  # then nothing weak comes first
    gaps.append(limits.conditional_from - likely[number] if enough_known else -inf)
    shut = _shut_gates(ground, number)
    gaps += [1.0] * len(shut)

    def gains(move: Move) -> list[float]:
        effect = move.effect
        moved = [(low + high) / 2 for low, high in zip(effect.low, effect.high, strict=True)]
        over = [inf if other in move.touched else moved[number] - moved[other] for other in others]
        alone = inf if min(effect.known) < 0 else moved[number]
        return [*over, alone, *_opens(shut, effect)]

    def reached(effects: Sequence[Effect]) -> bool:
        states = ground.states_after(effects)
        if ground.may_be_chosen(number, states) is False:
            return False
        for other in others:  # cheap, and nearly always enough to see that it does not do
            ahead = likely[other] - likely[number]
            for effect in effects:
                ahead += (effect.low[other] + effect.high[other] - effect.low[number] - effect.high[number]) / 2
            if ahead > _NEAR and ground.may_be_chosen(other, states) is not False:
                return False
        return ground.outcome_after(*effects).first == name

    return Aim(BRINGS_FIRST, number, gaps, gains, reached)


def _freedom(ground: Ground, number: int) -> Aim:
    """To be free: every gate that is shut now is an obstacle, and only answers that it looks at can open it."""
    shut = _shut_gates(ground, number)

    def reached(effects: Sequence[Effect]) -> bool:
        return ground.may_be_chosen(number, ground.states_after(effects)) is not False

    return Aim(FREES, number, [1.0] * len(shut), lambda move: _opens(shut, move.effect), reached)


def _shut_gates(ground: Ground, number: int) -> list[frozenset[str]]:
    """The questions of each gate that is shut now: shut where nothing else is known."""
    shut = []
    for gate in gate_questions(ground.playbooks[number], ground.pack, ground.case.level):
        looked_at = frozenset(questions_in(gate))
        others = {question: None for question in ground.gates[number] if question not in looked_at}
        if ground.may_be_chosen(number, {**ground.path.states, **others}) is False:
            shut.append(looked_at)
    return shut


def _opens(shut: Sequence[frozenset[str]], effect: Effect) -> list[float]:
    return [0.0 if looked_at.isdisjoint(effect.states) else inf for looked_at in shut]


def _told(ground: Ground, aim: Aim, nature: int, found: Found) -> Counterfactual:
    """The set with every figure taken back as far towards the present one as it still does."""
    changes = [dict(move.effect.changes) for move in found.moves]
    for place, own in enumerate(changes):
        for question, then in own.items():
            if isinstance(then, float):
                own[question] = _taken_back(ground, aim, changes, place, question, then)
    effects = [ground.effect(own) for own in changes]
    told = tuple(
        AnswerChange(question, ground.path.states[question] if question in ground.path.asked else None, then)
        for own in changes
        for question, then in own.items()
    )
    gains = ground.figures_after(effects).likely[aim.number] > ground.figures.likely[aim.number]
    lifts = gains or ground.chosen[aim.number] is False
    return Counterfactual(
        aim.kind, ground.ids[aim.number], NATURES[nature], lifts, told, ground.outcome_after(*effects)
    )


def _taken_back(
    ground: Ground,
    aim: Aim,
    changes: Sequence[Mapping[str, Value | Mark]],
    place: int,
    question: str,
    then: float,
) -> float:
    now = ground.path.states[question]
    others = [ground.effect(own) for at, own in enumerate(changes) if at != place]

    def does(figure: float) -> bool:
        return aim.reached([*others, ground.effect({**changes[place], question: figure})])

    if isinstance(now, float):
        return first_figure(ground.pack.questions[question], now, then, does)
    return to_places(then, does)
