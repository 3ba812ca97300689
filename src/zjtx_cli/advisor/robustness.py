"""How sure an advice is, what would change it, and what is worth finding out: everything together."""

from typing import NamedTuple

from zjtx_cli.advisor.conservative import conservative
from zjtx_cli.advisor.counterfactuals import DEEP, SHALLOW, counterfactuals
from zjtx_cli.advisor.drawing import Chance, draw_ranks
from zjtx_cli.advisor.ranks import ranks
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.advisor.trials import answer_switches, answers_stable, decisive_unknowns, try_answers
from zjtx_cli.advisor.weighing import weight_switches, weights_stable
from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.robustness import (
    LIMIT_CHANGES,
    LIMIT_DRAWS,
    LIMIT_RANKS,
    AnswerSwitch,
    Robustness,
    Stable,
    WeightSwitch,
)

SEED = 20_261_101
"""For the caller, who draws: `random.Random(SEED).random`, new for each judgement, so that the same answers give the same
shares whatever was judged before."""

DRAWS = 9_604
"""So many give a share within 0.01 at 95 %."""


class ExactSwitches(NamedTuple):
    stable: Stable
    points: tuple[WeightSwitch | AnswerSwitch, ...]


def exact_switches(tables: Tables, judgement: Judgement) -> ExactSwitches:
    """Only where the outcome turns: the part of robustness that needs no draws, for many cities."""
    ground = Ground(tables, judgement)
    trials, weights = try_answers(ground), weight_switches(ground)
    stable = Stable(weights_stable(weights), answers_stable(ground, trials))
    return ExactSwitches(stable, (*weights, *answer_switches(ground, trials)))


def robustness(
    tables: Tables, judgement: Judgement, *, chance: Chance, draws: int = DRAWS, deep: bool = False
) -> Robustness:
    """Everything for one judged trade.

    `chance` gives numbers evenly over [0, 1), and nothing else here is random. With `deep` counterfactuals of three answers
    are looked for, where it is two otherwise.
    """
    ground = Ground(tables, judgement)
    trials, weights = try_answers(ground), weight_switches(ground)
    drawn, places = draw_ranks(ground, chance, draws), ranks(ground)
    changes, all_tried = counterfactuals(ground, trials, deep=deep)
    limits = {
        LIMIT_RANKS: any(rank is not None and not rank.exact for rank in places.values()),
        LIMIT_DRAWS: drawn.draws < draws,
        LIMIT_CHANGES: not all_tried,
    }
    return Robustness(
        stable=Stable(weights_stable(weights), answers_stable(ground, trials)),
        ranks=places,
        shares=dict(zip(ground.ids, drawn.shares, strict=True)),
        none_share=drawn.none_share,
        half_width=drawn.half_width,
        draws=drawn.draws,
        switch_points=(*weights, *answer_switches(ground, trials)),
        decisive_unknowns=decisive_unknowns(ground, trials),
        counterfactuals=changes,
        conservative=conservative(ground),
        limits=tuple(limit for limit, hit in limits.items() if hit),
        depth=DEEP if deep else SHALLOW,
    )
