"""What would change, for machines: the advice before and after, and what moved between them."""

from typing import Any

from zjtx_cli.model.advice import Advice, Judgement, Match
from zjtx_cli.model.pack import Pack
from zjtx_cli.report.json_values import answer_of, lined, number
from zjtx_cli.report.to_json import document


def render(before: Advice, after: Advice, pack: Pack) -> str:
    """One JSON document {schema, changes, moved, before, after}."""
    content = {
        "schema": "zjtx.whatif/1",
        "changed": [_changed(one, other) for one, other in zip(before.judgements, after.judgements, strict=True)],
        "moved": [
            _moved(one.match(match.playbook), match)
            for one, other in zip(before.judgements, after.judgements, strict=True)
            for match in other.ranking
        ],
        "plan": {
            "added": sorted(_plan(after) - _plan(before)),
            "removed": sorted(_plan(before) - _plan(after)),
        },
        "before": document(before, pack),
        "after": document(after, pack),
    }
    return lined(content)


def _changed(before: Judgement, after: Judgement) -> dict[str, Any]:
    questions = [
        one for one in {**before.answers, **after.answers} if before.answers.get(one) != after.answers.get(one)
    ]
    return {
        "industry": after.case.industry,
        "answers": [
            {
                "question": question,
                "before": answer_of(before.answers[question]) if question in before.answers else None,
                "after": answer_of(after.answers[question]) if question in after.answers else None,
            }
            for question in questions
        ],
        "status": {"before": before.verdict.status, "after": after.verdict.status},
        "first": {"before": before.verdict.first, "after": after.verdict.first},
    }


def _moved(before: Match, after: Match) -> dict[str, Any]:
    parts = {finding.question: finding.contribution for finding in before.findings}
    criteria = {finding.question: finding.contribution - parts[finding.question] for finding in after.findings}
    return {
        "playbook": after.playbook,
        "fit": {"before": number(before.score.likely), "after": number(after.score.likely)},
        "strength": {"before": before.strength, "after": after.strength},
        "eligible": {"before": before.eligible, "after": after.eligible},
        "through": [
            {"question": question, "change": number(change)}
            for question, change in criteria.items()
            if number(change) != 0
        ],
    }


def _plan(advice: Advice) -> set[str]:
    return {f"{one.playbook}/{one.measure.id}" for one in advice.plan}
