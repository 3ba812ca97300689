"""Why a question is asked, computed: which models its answer can still move, and by how much."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zjtx_cli.advisor.matching import fit_extremes, may_be_chosen
from zjtx_cli.advisor.path import Path, replay
from zjtx_cli.advisor.saying import say_value
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.interview import wording
from zjtx_cli.model.advice import Score
from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.question import Question
from zjtx_cli.text import NOTHING, Text, joined


@dataclass(frozen=True, slots=True)
class Stake:
    """What one question can still do to one model: its likely fit after the least and the most favourable answer
    (all other open points staying open), and the answers after which it can no longer be chosen.
    """

    playbook: str
    low: float
    high: float
    worst: Value | Mark
    best: Value | Mark
    ruled_out_by: tuple[Value | Mark, ...]

    @property
    def swing(self) -> float:
        return round(self.high - self.low, 9)


def stakes(tables: Tables, case: Case, question: str) -> tuple[Stake, ...]:
    """The models that an answer can still move, the most moved first. The question is taken as open."""
    others = {name: answer for name, answer in case.answers.items() if name != question}
    paths = {value: _after(tables, others, question, value) for value in tables.values[question]}
    found = [_stake(tables, case.level, playbook, paths) for playbook in tables.pack.playbooks]
    moved = [one for one in found if one is not None and (one.swing > 0 or one.ruled_out_by)]
    return tuple(sorted(moved, key=lambda one: (-one.swing, one.playbook)))


def say_stakes(tables: Tables, found: tuple[Stake, ...], question: str) -> Iterator[Text]:
    """One sentence a model, or one that says that nothing can be moved."""
    asked = tables.pack.questions[question]
    if not found:
        yield wording.STAKE_NONE
    for one in found:
        title = tables.pack.playbooks[one.playbook].title
        out = _say_values(tables, asked, one.ruled_out_by) if one.ruled_out_by else None
        if one.swing == 0:
            yield wording.STAKE_ONLY_RULES_OUT.format(title=title, answers=out)
            continue
        yield wording.STAKE.format(
            title=title,
            points=max(1, round(one.swing * 100)),
            low=round(one.low * 100),
            high=round(one.high * 100),
            worst=say_value(asked, one.worst),
            best=say_value(asked, one.best),
            out=wording.STAKE_RULES_OUT.format(answers=out) if out else NOTHING,
        )


def _after(tables: Tables, others: Mapping[str, Answer], question: str, value: Value | Mark) -> Path:
    return replay(tables.pack.questions, {**others, question: Answer(value)})


def _stake(tables: Tables, level: str, playbook: str, paths: Mapping[Value | Mark, Path]) -> Stake | None:
    """None where the model is out whatever the answer."""
    model, pack = tables.pack.playbooks[playbook], tables.pack
    barred = tuple(value for value, path in paths.items() if may_be_chosen(model, pack, path.states, level) is False)
    if len(barred) == len(paths):
        return None
    likely = {value: _likely(tables, playbook, path) for value, path in paths.items()}
    worst, best = min(likely, key=lambda value: likely[value]), max(likely, key=lambda value: likely[value])
    return Stake(playbook, likely[worst], likely[best], worst, best, barred)


def _likely(tables: Tables, playbook: str, path: Path) -> float:
    bounds = fit_extremes(playbook, tables, path)
    return Score(round(bounds.low, 9), round(bounds.high, 9)).likely


def _say_values(tables: Tables, question: Question, values: tuple[Value | Mark, ...]) -> Text:
    """Options by name; of several-option answers those that do it alone; numbers as stretches of the scale."""
    if question.kind == "number":
        stretches = _stretches(tables, question.id, values)
        return joined([wording.QUOTED.format(answer=_say_stretch(question, low, high)) for low, high in stretches])
    singles = [value for value in values if not isinstance(value, frozenset) or len(value) == 1]
    return joined([wording.QUOTED.format(answer=say_value(question, value)) for value in singles or values])


def _stretches(tables: Tables, question: str, values: tuple[Value | Mark, ...]) -> Iterator[tuple[float, float]]:
    """Runs of neighbouring points of the scale: between two of them nothing turns."""
    start: float | None = None
    last = 0.0
    for value in tables.values[question]:
        if not isinstance(value, float):
            continue
        if value in values:
            start, last = value if start is None else start, value
        elif start is not None:
            yield start, last
            start = None
    if start is not None:
        yield start, last


def _say_stretch(question: Question, low: float, high: float) -> Text:
    low_end, high_end = say_value(question, round(low, 6)), say_value(question, round(high, 6))
    if low == high:
        return low_end
    if high >= question.high:
        return wording.FROM.format(value=low_end)
    return (
        wording.UP_TO.format(value=high_end)
        if low <= question.low
        else Text(f"{low_end.zh}–{high_end.zh}", f"{low_end.en}–{high_end.en}")
    )
