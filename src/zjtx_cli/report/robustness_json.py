"""The parts of the JSON advice that say how sure it is."""

from collections.abc import Sequence
from typing import Any

from zjtx_cli.model.answers import Mark, Value
from zjtx_cli.model.robustness import AnswerChange, AnswerSwitch, Outcome, Robustness, WeightSwitch
from zjtx_cli.report.json_values import number, value_of


def stable_of(one: Robustness) -> dict[str, bool]:
    """Member `verdict.stable`."""
    return {"weights": one.stable.weights, "answers": one.stable.answers}


def rank_of(one: Robustness, playbook: str) -> dict[str, Any] | None:
    """Member `rank` of a ranking; where it is not exact, at best and at worst. None for a playbook that is not eligible."""
    rank = one.ranks[playbook]
    return None if rank is None else {"best": rank.best, "worst": rank.worst, "exact": rank.exact}


def acceptability_of(one: Robustness, playbook: str) -> list[float]:
    """Member `acceptability` of a ranking: the share of draws in which it is 1st, 2nd, …"""
    return [number(share) for share in one.shares[playbook]]


def robustness_of(one: Robustness) -> dict[str, Any]:
    """Member `robustness`."""
    return {
        "switch_points": switches_of(one.switch_points),
        "decisive_unknowns": [
            {
                "question": unknown.question,
                "swing": number(unknown.swing),
                "changes": unknown.changes,
                "turning": [{"value": value_of(value), "after": _outcome(after)} for value, after in unknown.turning],
            }
            for unknown in one.decisive_unknowns
        ],
        "counterfactuals": [
            {
                "kind": found.kind,
                "playbook": found.playbook,
                "nature": found.nature,
                "lifts": found.lifts,
                "changes": [_change(change) for change in found.changes],
                "after": _outcome(found.after),
            }
            for found in one.counterfactuals
        ],
        "conservative": {
            "changes": [_change(change) for change in one.conservative.changes],
            "stands": one.conservative.stands,
            "breakers": list(one.conservative.breakers),
            "after": _outcome(one.conservative.after),
        },
        "none_share": number(one.none_share),
        "half_width": number(one.half_width),
        "draws": one.draws,
        "depth": one.depth,
        "limits": list(one.limits),
    }


def switches_of(points: Sequence[WeightSwitch | AnswerSwitch]) -> list[dict[str, Any]]:
    """Member `switch_points`."""
    return [_switch(one) for one in points]


def _switch(one: WeightSwitch | AnswerSwitch) -> dict[str, Any]:
    if isinstance(one, WeightSwitch):
        what: dict[str, Any] = {
            "kind": "weight",
            "playbook": one.playbook,
            "question": one.question,
            "factor": number(one.factor),
        }
    else:
        what = {"kind": "answer", **_change(one.change)}
    return {**what, "changes": one.changes, "after": _outcome(one.after)}


def _change(one: AnswerChange) -> dict[str, Any]:
    return {"question": one.question, "now": _value(one.now), "then": value_of(one.then)}


def _outcome(one: Outcome) -> dict[str, Any]:
    return {"status": one.status, "first": one.first, "strength": one.strength}


def _value(value: Value | Mark | None) -> Any:
    return None if value is None else value_of(value)
