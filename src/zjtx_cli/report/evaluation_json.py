"""The evaluation for machines: the same bytes in every language setting."""

from typing import Any

from zjtx_cli import __version__
from zjtx_cli.model.evaluation import Agreement, CityResult, Evaluation, Miss, Share, Tally
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording_evaluation as words
from zjtx_cli.report.json_values import lined, number, text

SCHEMA = "zjtx.evaluation/1"


def render(found: Evaluation, agreement: Agreement | None, pack: Pack) -> str:
    """One JSON document; `coders` is null where no codings were compared, a figure that is not defined is null."""
    return lined(
        {
            "schema": SCHEMA,
            "tool": {"name": "zjtx", "version": __version__},
            "playbooks": {"name": pack.name, "version": pack.version, "sha256": pack.sha256},
            "caution": text(words.CAUTION_WORDS),
            "scored": len(found.cities),
            "not_scored": list(found.not_scored),
            **_tally(found.tally),
            "classes": [{"class": one.name, **_tally(one.tally)} for one in found.classes],
            "confidence": [
                {
                    "status": one.status,
                    "strength": one.strength,
                    "known": {"from": number(one.low), "to": number(one.high)},
                    "right": _share(one.right),
                }
                for one in found.confidence
            ],
            "wrong_by_strength": [
                {"status": one.status, "strength": one.strength, "cities": one.cities} for one in found.wrong
            ],
            "perturbation": {
                "seed": found.seed,
                "repeats": found.repeats,
                "curves": [
                    {"kind": one.kind, "answers": one.answers, "still_right": _share(one.still_right)}
                    for one in found.perturbed
                ],
            },
            "ablations": [
                {
                    "ablation": one.name,
                    "definition": text(words.VARIANT_NOTES[one.name]),
                    **_tally(one.tally),
                    "lost": list(one.lost),
                    "gained": list(one.gained),
                }
                for one in found.ablations
            ],
            "baselines": [
                {"baseline": one.name, "definition": text(words.WAY_NOTES[one.name]), "right": _share(one.right)}
                for one in found.baselines
            ],
            "cities": [_city(one) for one in found.cities],
            "coders": None if agreement is None else _coders(agreement),
        }
    )


def _tally(one: Tally) -> dict[str, Any]:
    return {
        "right": _share(one.right),
        "within_two": _share(one.within_two),
        "undecided": _share(one.undecided),
        "none": _share(one.none),
        "wrong": _share(one.wrong),
        "firmly_wrong": _share(one.firmly_wrong),
    }


def _share(one: Share) -> dict[str, Any]:
    interval = None if one.low is None or one.high is None else [number(one.low), number(one.high)]
    return {"count": _plain(one.hits), "of": one.of, "share": _figure(one.share), "interval": interval}


def _city(one: CityResult) -> dict[str, Any]:
    return {
        "name": one.name,
        "city": one.city,
        "expected": list(one.expected),
        "first": one.first,
        "status": one.status,
        "strength": one.strength,
        "fit": number(one.fit),
        "known": number(one.known),
        "lead": _figure(one.lead),
        "right": one.right,
        "within_two": one.within_two,
        "firmly_wrong": one.firmly_wrong,
        "miss": None if one.miss is None else _miss(one.miss),
    }


def _miss(one: Miss) -> dict[str, Any]:
    return {
        "wanted": one.wanted,
        "because": text(one.because),
        "through": [{"question": part.question, "amount": number(part.amount)} for part in one.through],
    }


def _coders(one: Agreement) -> dict[str, Any]:
    return {
        "definition": text(words.CODERS_RULE),
        "cities": list(one.cities),
        "alone": list(one.alone),
        "pairs": one.pairs,
        "reached_by_one": one.reached_by_one,
        "agree": one.agree,
        "observed": _figure(one.observed),
        "expected": _figure(one.expected),
        "kappa": _figure(one.kappa),
        "both_gave_a_value": {"pairs": one.valued, "agree": one.valued_agree},
        "questions": [
            {
                "question": each.question,
                "pairs": each.pairs,
                "agree": each.agree,
                "both_gave_a_value": {"pairs": each.valued, "agree": each.valued_agree},
            }
            for each in one.questions
        ],
    }


def _figure(value: float | None) -> float | None:
    return None if value is None else number(value)


def _plain(hits: float) -> float:
    return int(hits) if float(hits).is_integer() else number(hits)
