"""The original cases: how far each leads with its own playbook, and which single answers would cost it the first place."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import say_value
from zjtx_cli.advisor.tables import Tables, conditions_of
from zjtx_cli.model.advice import Judgement, Match
from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.condition import questions_in
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.question import Question
from zjtx_cli.text import Text, joined

FORGOTTEN = "forgotten"  # it is known; were it not
TURNS_OUT = "turns_out"  # it is not known; were it found out to be so

_BY_FIT = Text(
    "“{name}”一项：在“{own}”中占 {share}、在“{other}”中占 {other_share}；适合度成为 {fit} 对 {other_fit}",
    "“{name}” has {share} of the weight of “{own}” and {other_share} of “{other}”; the fits become {fit} and {other_fit}",
)
_SPAN = Text("{low}到{high}", "{low} to {high}")
_UNDER = Text("不足{figure}", "under {figure}")
_OVER = Text("超过{figure}", "over {figure}")


@dataclass(frozen=True, slots=True)
class Margin:
    """Another playbook beside the case's own: `lead` is own likely fit less its likely fit, nine places."""

    playbook: str
    likely: float
    lead: float
    eligible: bool
    strength: str
    companion: bool


@dataclass(frozen=True, slots=True)
class Cost:
    """Answers to one question, each of which alone would cost the case the first place for its own playbook.

    `kind` is FORGOTTEN or TURNS_OUT. `values` are those tried: every option, every set of options, and every figure
    where a scale bends or a condition turns. `first` is who would then be first, None if nobody.
    """

    question: str
    kind: str
    values: tuple[Value | Mark, ...]
    answer: Text
    first: str | None
    because: Text


def margins(tables: Tables, case: Case, own: str) -> tuple[Margin, ...]:
    """Every other playbook, in the order of the ranking."""
    ranking = judge(tables, case).ranking
    mine = next(one for one in ranking if one.playbook == own)
    companions = tables.pack.playbooks[own].companions()
    return tuple(
        Margin(
            one.playbook,
            one.score.likely,
            round(mine.score.likely - one.score.likely, 9),
            one.eligible,
            one.strength,
            one.playbook in companions,
        )
        for one in ranking
        if one.playbook != own
    )


def costs(tables: Tables, case: Case, own: str) -> tuple[Cost, ...]:
    """What would cost the case its first place, one answer at a time; in the questions' order. Empty: nothing would."""
    path, bearing = replay(tables.pack.questions, case.answers), _bearing(tables)
    return tuple(
        cost
        for question in path.asked
        if question in bearing
        for cost in _of_question(tables, case, own, tables.pack.questions[question], path.states[question] is None)
    )


def _bearing(tables: Tables) -> set[str]:
    """The questions that bear on a judgement at all; the rest only choose between measures."""
    in_conditions = {question for condition in conditions_of(tables.pack) for question in questions_in(condition)}
    return in_conditions.union(*tables.worth.values())


def _of_question(tables: Tables, case: Case, own: str, question: Question, is_open: bool) -> Iterator[Cost]:
    values = tables.values[question.id] if is_open else (Mark.UNKNOWN,)
    tried = [(value, judge(tables, case.with_answer(question.id, Answer(value)))) for value in values]
    for first, found in groupby(tried, key=lambda pair: pair[1].verdict.first):
        run = list(found)
        if first != own:
            _, worst = min(run, key=lambda pair: pair[1].match(own).score.likely)
            yield Cost(
                question.id,
                TURNS_OUT if is_open else FORGOTTEN,
                tuple(value for value, _ in run),
                _say([value for value, _ in run], question),
                first,
                _because(worst, own, question, tables.pack),
            )


def _because(judgement: Judgement, own: str, question: Question, pack: Pack) -> Text:
    """The gate that shuts, or else the criterion that tips the scale."""
    mine, first = judgement.match(own), judgement.verdict.first
    if first is None or not mine.eligible:
        return mine.because
    other = judgement.match(first)
    return _BY_FIT.format(
        name=question.name,
        own=pack.playbooks[own].title,
        other=pack.playbooks[first].title,
        share=_share(pack.playbooks[own], question),
        other_share=_share(pack.playbooks[first], question),
        fit=_fit(mine),
        other_fit=_fit(other),
    )


def _share(playbook: Playbook, question: Question) -> str:
    return reasons.percent(sum(one.share for one in playbook.criteria if one.question == question.id))


def _fit(match: Match) -> str:
    return reasons.fit(match.score.likely)


def _say(values: list[Value | Mark], question: Question) -> Text:
    numbers = [value for value in values if isinstance(value, float)]
    if not numbers:
        return joined(list(dict.fromkeys(say_value(question, value) for value in values)))
    low, high = _say_number(numbers[0], question), _say_number(numbers[-1], question)
    return low if low == high else _SPAN.format(low=low, high=high)


def _say_number(value: float, question: Question) -> Text:
    """A figure just beside a threshold is told as under or over it."""
    near = round(value, 6)
    said = say_value(question, near)
    if value == near:
        return said
    return (_UNDER if value < near else _OVER).format(figure=said)
