"""One answer at a time: what the outcome would be for every other value that a question can take."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from zjtx_cli.advisor.settling import leader
from zjtx_cli.advisor.standing import Effect, Ground
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.question import Question
from zjtx_cli.model.robustness import FIRST, STATUS, STRENGTH, AnswerChange, AnswerSwitch, DecisiveUnknown, Outcome

GRID = 6
"""A figure that turns the outcome is told to so many places, on the side where it has turned."""


class Trial(NamedTuple):
    """Another value of one answer, what it does to the sums, and the outcome it brings."""

    value: Value | Mark
    effect: Effect
    outcome: Outcome


_GRAVITY = (FIRST, STRENGTH, STATUS)

Trials = Mapping[str, tuple[Trial, ...]]
"""By question that is asked, a trial of each value other than the present one."""


def try_answers(ground: Ground) -> Trials:
    return {question: tuple(_trials(ground, question)) for question in ground.path.asked}


def answers_stable(ground: Ground, trials: Trials) -> bool:
    """Whether no single open answer, whatever its value, changes the first choice.

    Between two figures of the tables every fit is linear, so a model that is first at both is first between them.
    """
    base = ground.outcome
    return not any(base.differs(one.outcome) == FIRST for question in ground.open_questions for one in trials[question])


def decisive_unknowns(ground: Ground, trials: Trials) -> tuple[DecisiveUnknown, ...]:
    """The open answers, those that can change the outcome first, then by how far they could move the lead."""
    found = [_decisive(ground, question, trials[question]) for question in ground.open_questions]
    return tuple(sorted(found, key=lambda one: (one.changes is None, -one.swing)))


def answer_switches(ground: Ground, trials: Trials) -> tuple[AnswerSwitch, ...]:
    """The known answers that would change the outcome if they were others.

    Every option that does; of several options the sets nearest to the present one; of a figure the nearest on each side,
    and the nearest that changes the first choice; where the question does not apply now, the ends of each stretch that does.
    """
    base = ground.outcome
    found: list[AnswerSwitch] = []
    for question, tried in trials.items():
        now = ground.path.states[question]
        if now is None:
            continue
        turned = [one for one in tried if base.differs(one.outcome)]
        if isinstance(now, float):
            turned = [one for one in turned if isinstance(one.value, Mark)]
            turned += _figures(ground, question, now, tried)
        elif ground.pack.questions[question].kind == "number":
            turned = [trial(ground, question, value) for value, _ in _turning(ground, question, turned, tried)]
        elif isinstance(now, frozenset):
            least = min((_apart(now, one.value) for one in turned), default=0)
            turned = [one for one in turned if _apart(now, one.value) == least]
        for one in turned:
            changes = base.differs(one.outcome)
            assert changes is not None
            found.append(AnswerSwitch(AnswerChange(question, now, one.value), changes, one.outcome))
    return tuple(found)


def first_figure(question: Question, near: float, far: float, turned: Callable[[float], bool]) -> float:
    """Between a figure at which something has not turned and one at which it has: the first at which it has.

    A whole number where the question wants one, else to six places.
    """
    step = 1.0 if question.whole else 10.0**-GRID
    sign = 1 if far > near else -1

    def at(count: int) -> float:
        return round(sign * count * step, GRID)

    before, behind = (floor(round(sign * end / step, 3)) for end in (near, far))
    if behind <= before or not turned(at(behind)):  # what turns lies between two places
        outside = at(behind + 1)
        return outside if question.low <= outside <= question.high and turned(outside) else far
    while behind - before > 1:
        middle = (before + behind) // 2
        if turned(at(middle)):
            behind = middle
        else:
            before = middle
    return at(behind)


def to_places(figure: float, still: Callable[[float], bool]) -> float:
    """The figure with six places, if what it does still holds there or a place beside."""
    scale = 10.0**GRID
    near = (round(figure, GRID), floor(figure * scale) / scale, ceil(figure * scale) / scale)
    return next((one for one in near if still(one)), figure)


def takeovers(before: Sequence[float], after: Sequence[float], among: Sequence[int]) -> Iterator[float]:
    """The shares of the way from `before` to `after` at which another line becomes the highest of those among."""
    if not among:
        return
    slopes = [end - start for start, end in zip(before, after, strict=True)]
    now, share = max(among, key=lambda one: (before[one], slopes[one])), 0.0
    while True:
        ahead = [
            ((before[now] - before[one]) / (slopes[one] - slopes[now]), -slopes[one], one)
            for one in among
            if slopes[one] > slopes[now]
        ]
        share, _, now = min((one for one in ahead if one[0] > share), default=(1.0, 0.0, now))
        if share >= 1:
            return
        yield share


def trial(ground: Ground, question: str, value: Value | Mark) -> Trial:
    effect = ground.effect({question: value})
    return Trial(value, effect, ground.outcome_after(effect))


def _trials(ground: Ground, question: str) -> Iterator[Trial]:
    now = ground.path.states[question]
    for value in ground.values[question]:
        if value != now:
            yield trial(ground, question, value)


def _decisive(ground: Ground, question: str, tried: tuple[Trial, ...]) -> DecisiveUnknown:
    base = ground.outcome
    swing = max((abs(_lead_moves(ground, one.effect)) for one in tried), default=0.0)
    figures = [one for one in tried if isinstance(one.value, float)]
    humps = [hump for left, right in pairwise(figures) for hump in _humps(ground, question, left, right)]
    turned = [(one, change) for one in (*tried, *humps) if (change := base.differs(one.outcome))]
    gravest = min((change for _, change in turned), key=_GRAVITY.index, default=None)
    turning = tuple(_turning(ground, question, [one for one, _ in turned], tried))
    return DecisiveUnknown(question, round(swing, 9), gravest, turning)


def _turning(
    ground: Ground, question: str, turned: list[Trial], tried: tuple[Trial, ...]
) -> Iterator[tuple[Value | Mark, Outcome]]:
    """Each value that changes the outcome; of figures the ends of each stretch, of sets of options the smallest."""
    smallest = min((len(one.value) for one in turned if isinstance(one.value, frozenset)), default=0)
    for one in turned:
        if isinstance(one.value, frozenset) and len(one.value) > smallest:
            continue
        if not isinstance(one.value, float):
            yield one.value, one.outcome
            continue
        place = tried.index(one) if one in tried else 0
        beside = [tried[near].outcome for near in (place - 1, place + 1) if 0 <= near < len(tried)]
        if len(beside) < 2 or any(outcome != one.outcome for outcome in beside) or one not in tried:
            yield to_places(one.value, _brings(ground, question, one.outcome)), one.outcome


def _lead_moves(ground: Ground, effect: Effect) -> float:
    """How far the likely lead of the first model over the runner-up moves; of a single model, its own likely fit."""
    likely, _, chosen = ground.figures
    first = leader(likely, chosen)
    if first is None:
        first = leader(likely, [True] * len(likely))
        assert first is not None
    others = [False if number == first else one for number, one in enumerate(chosen)]
    second = leader(likely, others)
    moved = (effect.low[first] + effect.high[first]) / 2
    return moved if second is None else moved - (effect.low[second] + effect.high[second]) / 2


def _figures(ground: Ground, question: str, now: float, tried: tuple[Trial, ...]) -> Iterator[Trial]:
    """On each side the nearest figure that changes the outcome, and the nearest that changes the first choice."""
    base = ground.outcome
    present = Trial(now, ground.effect({question: now}), base)
    figures = [one for one in tried if isinstance(one.value, float)]
    for side in (
        sorted((one for one in figures if _figure(one) < now), key=_figure, reverse=True),
        sorted((one for one in figures if _figure(one) > now), key=_figure),
    ):
        nearest = _nearest(ground, question, [present, *side], lambda outcome: base.differs(outcome) is not None)
        if nearest is not None:
            yield nearest
        if nearest is not None and base.differs(nearest.outcome) != FIRST:
            further = _nearest(ground, question, [present, *side], lambda outcome: base.differs(outcome) == FIRST)
            if further is not None:
                yield further


def _nearest(ground: Ground, question: str, way: list[Trial], turned: Callable[[Outcome], bool]) -> Trial | None:
    """The first figure on the way that turns the outcome. Between two trials what has not turned is in one piece."""
    for near, far in pairwise(way):
        for hit in (*_humps(ground, question, near, far), far):
            if turned(hit.outcome):
                figure = first_figure(
                    ground.pack.questions[question],
                    _figure(near),
                    _figure(hit),
                    lambda at: turned(trial(ground, question, at).outcome),
                )
                return trial(ground, question, figure)
    return None


def _brings(ground: Ground, question: str, outcome: Outcome) -> Callable[[float], bool]:
    return lambda figure: trial(ground, question, figure).outcome == outcome


def _humps(ground: Ground, question: str, left: Trial, right: Trial) -> Iterator[Trial]:
    """Figures between two others at which an undecided lead could be largest.

    A lead is a line less the highest of other lines, so it is largest at an end or where another line becomes the highest.
    """
    base = ground.outcome
    if base.status != "undecided" or base.differs(left.outcome) or base.differs(right.outcome):
        return
    near, far = ground.figures_after([left.effect]), ground.figures_after([right.effect])
    first = leader(near.likely, near.chosen)
    companions = frozenset() if first is None else ground.playbooks[first].companions()
    rivals = [
        number
        for number, name in enumerate(ground.ids)
        if number != first and name not in companions and (near.chosen[number], far.chosen[number]) != (False, False)
    ]
    for share in takeovers(near.likely, far.likely, rivals):
        figure = _figure(left) + share * (_figure(right) - _figure(left))
        whole = ground.pack.questions[question].whole
        for one in (float(floor(figure)), float(ceil(figure))) if whole else (figure,):
            yield trial(ground, question, one)


def _figure(one: Trial) -> float:
    assert isinstance(one.value, float)
    return one.value


def _apart(now: frozenset[str], value: Value | Mark) -> int:
    """How many options are added or left out."""
    return len(now ^ value) if isinstance(value, frozenset) else len(now)
