"""The conservative reading (保守口径): what people answer too well, or are not sure of, taken one step worse."""

from collections.abc import Iterator
from math import ceil

from zjtx_cli.advisor.settling import leader
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import Block
from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.question import Delicate, Question
from zjtx_cli.model.robustness import AnswerChange, Conservative

GUESSED = 0.1
"""A figure that someone is not sure of is taken a tenth of itself worse, but at least so much of its range:"""
AT_LEAST = 0.01


def conservative(ground: Ground) -> Conservative:
    """Every delicate answer one step worse as its question says, every other unsure one for the model that is first now.

    What stands at the worst end already stays.
    """
    worse = dict(_one_step_worse(ground))
    by_block: dict[Block, dict[str, Value | Mark]] = {}
    for question, value in worse.items():
        by_block.setdefault(ground.block_of[question], {})[question] = value
    after = ground.outcome_after(*(ground.effect(changes) for changes in by_block.values()))
    base = ground.outcome
    return Conservative(
        tuple(AnswerChange(question, ground.path.states[question], value) for question, value in worse.items()),
        after,
        after == base,
        tuple(
            question
            for question, value in worse.items()
            if ground.outcome_after(ground.effect({question: value})) != base
        ),
    )


def _one_step_worse(ground: Ground) -> Iterator[tuple[str, Value]]:
    likely, _, chosen = ground.figures
    first = leader(likely, chosen)
    if first is None:
        first = leader(likely, [True] * len(likely))
    for question in ground.path.asked:
        asked, now = ground.pack.questions[question], ground.path.states[question]
        if now is None or isinstance(now, Mark):
            continue
        if asked.delicate is not None and not isinstance(now, frozenset):
            worse = _in_direction(asked, asked.delicate, now)
        elif asked.delicate is not None or not ground.case.answers[question].sure:
            worse = None if first is None else _for_model(ground, first, asked, now)
        else:
            continue
        if worse is not None and worse != now:
            yield question, worse


def _in_direction(question: Question, delicate: Delicate, now: str | float) -> Value | None:
    if isinstance(now, str):
        options = [option.id for option in question.options]
        place = options.index(now) + (1 if delicate.better == "first" else -1)
        return options[place] if 0 <= place < len(options) else None
    return _inside(question, now - delicate.step if delicate.better == "high" else now + delicate.step)


def _for_model(ground: Ground, number: int, question: Question, now: Value) -> Value | None:
    """The neighbouring answer that is worth least to a model, if it is worth less than the present one."""
    worth = {
        value: ground.tables.at(ground.ids[number], question.id, value)
        for value in (now, *_beside(ground, question, now))
    }
    least = min(worth.values())
    return None if least >= worth[now] else next(value for value in worth if worth[value] == least)


def _beside(ground: Ground, question: Question, now: Value) -> Iterator[Value]:
    """The options beside it; with several chosen, one more or one less; a figure somewhat lower or higher."""
    if isinstance(now, str):
        options = [option.id for option in question.options]
        place = options.index(now)
        yield from (options[beside] for beside in (place - 1, place + 1) if 0 <= beside < len(options))
    elif isinstance(now, frozenset):
        for value in ground.tables.values[question.id]:
            if isinstance(value, frozenset) and len(value ^ now) == 1:
                yield value
    else:
        step = max(GUESSED * abs(now), AT_LEAST * (question.high - question.low))
        step = float(ceil(step - 1e-9)) if question.whole else step
        yield from (_inside(question, now - step), _inside(question, now + step))


def _inside(question: Question, figure: float) -> float:
    return round(min(max(figure, question.low), question.high), 9)
