"""How a change of an answer or a weight is read, and what comes of it: for the first screen and the section."""

from math import ceil, floor, log, log10
from typing import NamedTuple

from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.robustness import FIRST, STRENGTH, AnswerSwitch, DecisiveUnknown, Outcome, Robustness, WeightSwitch
from zjtx_cli.report import wording
from zjtx_cli.report import wording_robustness as words
from zjtx_cli.report.telling import Teller

MOSTLY = 0.9
"""A model that is barred in more of the draws than what is left of 1 is told as that, or its share could not be understood."""

_GRAVITY = (FIRST, STRENGTH)
_HAIR, _PLACES = 1e-5, 3
_SLIGHT = 1e-3
_NEARLY = 1.25  # a factor is told no further from 1 than this, as a power of it


class Switch(NamedTuple):
    """One answer, and all that it could be instead with the same outcome."""

    question: str
    now: Value | Mark
    thens: tuple[Value | Mark, ...]
    changes: str
    after: Outcome

    def without(self, told: set[tuple[str, Value | Mark]]) -> "Switch | None":
        """Less the values told elsewhere; None where none is left."""
        left = tuple(one for one in self.thens if (self.question, one) not in told)
        return self._replace(thens=left) if left else None


def how_stable(judgement: Judgement, robust: Robustness, t: Teller) -> str:
    """How sure, in one short sentence: weights, open answers, share of the draws."""
    if judgement.verdict.status == "none":
        count = sum(one.changes is not None for one in robust.decisive_unknowns)
        return t(words.SHORT_NONE, count=count, share=share_of(robust.none_share, robust, t))
    stable = robust.stable
    weights = t(words.SHORT_WEIGHTS[True])
    if not stable.weights:
        nearest = next(one for one in robust.switch_points if isinstance(one, WeightSwitch) and one.changes == FIRST)
        sentence = words.SHORT_SLIGHT[nearest.factor > 1] if is_slight(nearest.factor) else words.SHORT_WEIGHTS[False]
        weights = t(sentence, name=t.question(nearest.question), factor=factor_of(nearest.factor))
    parts = [weights]
    if robust.decisive_unknowns:
        count = sum(one.changes == FIRST for one in robust.decisive_unknowns)
        parts.append(t(words.SHORT_ANSWERS[False], count=count) if count else t(words.SHORT_ANSWERS[True]))
    share = robust.shares[judgement.verdict.first or judgement.ranking[0].playbook][
        0
    ]  # nothing known: the best there is
    unbarred = sum(robust.shares[judgement.verdict.first or judgement.ranking[0].playbook])
    if share > 0 and unbarred < MOSTLY:
        told = {"open": share_of(unbarred, robust, t), "share": share_of(share, robust, t)}
        parts.append(t(words.SHORT_OPEN, **told))
    elif share in (0, 1):
        parts.append(t(words.SHORT_ALWAYS if share else words.SHORT_NEVER))
    else:
        parts.append(t(words.SHORT_SHARE, share=share_of(share, robust, t)))
    return t.sentence(t.clauses(parts))


def would_turn(judgement: Judgement, robust: Robustness, t: Teller) -> str:
    """What would change the advice, in one short sentence: an open answer and its office before one that is given."""
    for one in all_decisive(robust):
        if one.changes is not None and one.turning:
            question = t.pack.questions[one.question]
            then, after = min(one.turning, key=lambda pair: pair[0] in (question.low, question.high))
            said = value(one.question, then, t)
            named = {"name": question.name, "office": t.office(question.office)}
            return t(words.SHORT_UNKNOWN, **named, then=said, outcome=outcome(after, judgement, t))
    for switch in switches_of(robust):
        now, then = (value(switch.question, one, t) for one in (switch.now, switch.thens[0]))
        named = {"name": t.question(switch.question), "now": now, "then": then}
        return t(words.SHORT_SWITCH, **named, outcome=outcome(switch.after, judgement, t))
    return t(words.NOTHING_TURNS)


def switches_of(robust: Robustness) -> list[Switch]:
    """The answer switches, those to another first choice before others; values with one outcome together."""
    found: dict[tuple[str, Outcome], Switch] = {}
    for one in robust.switch_points:
        if isinstance(one, AnswerSwitch):
            question, now, then = one.change
            assert now is not None, "only known answers switch"
            key = question, one.after
            thens = (*found[key].thens, then) if key in found else (then,)
            found[key] = Switch(question, now, thens, one.changes, one.after)
    return sorted(found.values(), key=lambda one: one.changes != FIRST)


def all_decisive(robust: Robustness) -> list[DecisiveUnknown]:
    """The open answers that move something, those that change the first choice before others."""
    moving = [one for one in robust.decisive_unknowns if one.changes or round(one.swing, 2)]
    return sorted(moving, key=lambda one: _GRAVITY.index(one.changes) if one.changes in _GRAVITY else len(_GRAVITY))


def outcome(after: Outcome, judgement: Judgement, t: Teller) -> str:
    if after.status == "none":
        return t(words.NONE)
    if after.first is None or after.strength is None:
        return t(words.UNDECIDED)
    title = t.model(after.first)
    if after.status == "undecided":
        same = after.first == judgement.verdict.first
        return t(words.STILL_IN_FRONT) if same else t(words.IN_FRONT, title=title)
    strength = wording.STRENGTH[after.strength]
    if after.first != judgement.verdict.first:
        return t(words.FIRST, title=title, strength=strength)
    if judgement.verdict.status == after.status:
        return t(words.STILL_FIRST, strength=strength)
    return t(words.SETTLED, title=title, strength=strength)


def value(question: str, then: Value | Mark, t: Teller) -> str:
    """An answer in quotation marks; a figure just beside a round one is told by that one."""
    if isinstance(then, float):
        near = round(then, _PLACES)
        if near != then and abs(near - then) <= _HAIR:
            sentence = words.JUST_UNDER if then < near else words.JUST_OVER
            return t(sentence, value=t.answer(question, Answer(near)))
    return t(words.VALUE, value=t.answer(question, Answer(then)))


def thens(question: str, values: tuple[Value | Mark, ...], t: Teller) -> str:
    return t(wording.OR).join(value(question, one, t) for one in values)


def now_of(question: str, now: Value | Mark | None, t: Teller) -> str:
    return t(wording.UNKNOWN) if now is None else t.answer(question, Answer(now))


def turns(one: DecisiveUnknown, judgement: Judgement, t: Teller, *, most: int = 3) -> str:
    """Which values of an open answer bring which outcome."""
    return t.clauses(
        t(words.FIND_TURNS, then=said, outcome=outcome(after, judgement, t)) for said, after in turning(one, t)[:most]
    )


def turning(one: DecisiveUnknown, t: Teller) -> list[tuple[str, Outcome]]:
    """The turning values by their outcome, in words, another first choice before others.

    Of a figure the ends of stretches are known, so they are told as examples.
    """
    by_outcome: dict[Outcome, list[Value | Mark]] = {}
    for then, after in one.turning:
        by_outcome.setdefault(after, []).append(then)
    told = []
    for after, values in by_outcome.items():
        said = thens(one.question, tuple(values), t)
        figures = any(isinstance(then, float) for then in values)
        told.append((t(words.FOR_EXAMPLE, value=said) if figures else said, after))
    return told


def factor_of(factor: float) -> str:
    """Two figures, rounded away from 1, so that what is told has turned there; near 1, as many as it takes to see it."""
    for figures in range(2, 12):
        places = figures - 1 - floor(log10(factor))
        scale = 10.0**places
        away = ceil(round(factor * scale, 6)) / scale if factor > 1 else floor(round(factor * scale, 6)) / scale
        if away != 1 and abs(log(away)) <= _NEARLY * abs(log(factor)):
            break
    return f"{away:.{max(places, 0)}f}"


def is_slight(factor: float) -> bool:
    """Whether a weight need change so little that no figure says it: less than a thousandth."""
    return abs(log(factor)) < _SLIGHT


def share_of(share: float, robust: Robustness, t: Teller) -> str:
    """A share with no more digits than the draws support: to 1, 5 or 10 points; never rounded to none or all."""
    step = _step(robust)
    if share >= 1:
        return t(words.EVERY_DRAW)
    points = int(share * 100 / step + 0.5) * step
    if points == 0:
        return t(words.HARDLY, share=f"{step}%")
    return t(words.NEARLY, share=f"{100 - step}%") if points >= 100 else f"{points}%"


def spread(robust: Robustness) -> int:
    """The half-width in whole percentage points, rounded up."""
    return ceil(round(robust.half_width * 100, 6))


def _step(robust: Robustness) -> int:
    points = spread(robust)
    return 1 if points <= 1 else 5 if points <= 5 else 10
