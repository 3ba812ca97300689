"""From cases to an advice: merge, judge each trade, plan for the city."""

from collections.abc import Callable
from dataclasses import replace

from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.merging import Disagreement, merge
from zjtx_cli.advisor.nearness import nearest
from zjtx_cli.advisor.planning import do_nothing, plan
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice, Conflict, Judgement
from zjtx_cli.model.answers import Answer, Case, Mark


def advise(
    tables: Tables,
    cases: list[Case],
    *,
    chance: Callable[[], Callable[[], float]] | None = None,
    deep: bool = False,
    draws: int | None = None,
) -> Advice:
    """The advice for one city from the answers of one or several files (all of the same city, one or more trades).

    With `chance` it is also said how sure it is: it begins, anew for each trade, a stream of numbers even over [0, 1).
    With `deep`, counterfactuals of three answers are looked for too. `draws`: so many instead of those that a share takes.
    """
    pack = tables.pack
    judgements, conflicts = [], []
    for industry in dict.fromkeys(case.industry for case in cases):
        merged, disagreements = merge(pack, [case for case in cases if case.industry == industry])
        judgement = replace(judge(tables, merged), places=nearest(tables, merged, pack.places.values()))
        judgements.append(
            judgement if chance is None else _measured(tables, judgement, chance(), deep=deep, draws=draws)
        )
        conflicts += [_weigh(tables, judgement, merged, one) for one in disagreements]
    as_of = max((one.case.as_of for one in judgements if one.case.as_of), default=None)
    planned, left_out = plan(pack, tuple(judgements), as_of or pack.as_of)
    case = judgements[0].case
    return Advice(
        case.city,
        case.level,
        case.country,
        as_of or pack.as_of,
        as_of is not None,
        tuple(judgements),
        planned,
        left_out,
        do_nothing(pack, tuple(judgements)),
        tuple(conflicts),
        (pack.name, pack.version, pack.sha256),
    )


def _measured(
    tables: Tables, judgement: Judgement, chance: Callable[[], float], *, deep: bool, draws: int | None
) -> Judgement:
    from zjtx_cli.advisor.robustness import DRAWS, robustness

    found = robustness(tables, judgement, chance=chance, deep=deep, draws=draws or DRAWS)
    return replace(judgement, robustness=found)


def outcome(judgement: Judgement) -> tuple[str, str | None, str | None]:
    """What a reader would act on: the verdict's status, its first choice and the strength of that."""
    first = judgement.verdict.first
    return judgement.verdict.status, first, judgement.match(first).strength if first else None


def _weigh(tables: Tables, judgement: Judgement, merged: Case, one: Disagreement) -> Conflict:
    """Whether any of the other answers would have changed the advice. Withheld values are not tried, and not kept."""
    if one.taken.value is Mark.WITHHELD:
        said = tuple((who, Answer(Mark.WITHHELD)) for who, _ in one.answers)
        return Conflict(one.question, said, one.taken, one.because, False)
    others = [answer for _, answer in one.answers if answer.value != one.taken.value]
    instead = (judge(tables, merged.with_answer(one.question, answer)) for answer in others)
    matters = any(_acts(tables, other) != _acts(tables, judgement) for other in instead)
    return Conflict(one.question, one.answers, one.taken, one.because, matters)


def _acts(tables: Tables, judgement: Judgement) -> object:
    """The outcome and what would be done: a figure may change the plan and no verdict, as that of the city's money does."""
    planned, _ = plan(tables.pack, (judgement,), tables.pack.as_of)
    return outcome(judgement), [(one.playbook, one.measure.id) for one in planned]
