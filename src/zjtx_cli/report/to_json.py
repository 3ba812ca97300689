"""The advice for machines: renders the `Advice` itself, the same bytes in every language setting."""

from typing import Any

from zjtx_cli import __version__
from zjtx_cli.model.advice import (
    Advice,
    BlockerFinding,
    Finding,
    GroupFinding,
    Judgement,
    Match,
    Planned,
    PreconditionFinding,
    StepFinding,
)
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.place import Near, Place
from zjtx_cli.model.robustness import Robustness
from zjtx_cli.report.json_values import answer_of, lined, number, text, value_of
from zjtx_cli.report.robustness_json import acceptability_of, rank_of, robustness_of, stable_of

SCHEMA = "zjtx.advice/1"


def render(advice: Advice, pack: Pack) -> str:
    """One JSON document; texts are {zh, en}, figures are rounded to six places, what was not computed is null."""
    return lined(document(advice, pack))


def document(advice: Advice, pack: Pack) -> dict[str, Any]:
    several = len(advice.judgements) > 1
    judged = [_judgement(one, pack) for one in advice.judgements]
    name, version, sha256 = advice.pack
    head: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "zjtx", "version": __version__},
        "playbooks": {"name": name, "version": version, "sha256": sha256, "files": dict(pack.files)},
        "city": advice.city,
        "level": advice.level,
        "country": advice.country,
        "industry": None if several else advice.first.case.industry,
        "as_of": advice.as_of,
        "as_of_given": advice.as_of_given,
    }
    head |= {"industries": judged} if several else judged[0]
    return head | {
        "conflicts": [
            {
                "question": one.question,
                "answers": [{"by": who, "answer": answer_of(answer)} for who, answer in one.answers],
                "taken": answer_of(one.taken),
                "because": text(one.because),
                "matters": one.matters,
            }
            for one in advice.conflicts
        ],
        "plan": [_planned(one, pack) for one in advice.plan],
        "left_out": [
            {
                "measure": one.measure,
                "playbook": one.playbook,
                "industry": one.industry,
                "title": text(one.title),
                "kind": one.kind,
                "because": text(one.because),
            }
            for one in advice.left_out
        ],
        "do_nothing": [text(one) for one in advice.do_nothing],
    }


def _judgement(one: Judgement, pack: Pack) -> dict[str, Any]:
    return {
        "industry": one.case.industry,
        "answers": {question: answer_of(answer) for question, answer in one.answers.items()},
        "set_aside": list(one.set_aside),
        "missing": list(one.missing),
        "verdict": {
            "status": one.verdict.status,
            "first": one.verdict.first,
            "stable": None if one.robustness is None else stable_of(one.robustness),
            "because": text(one.verdict.because),
        },
        "groups": [_group(group) for group in one.groups],
        "ranking": [_match(match, pack, one.robustness) for match in one.ranking],
        "robustness": None if one.robustness is None else robustness_of(one.robustness),
        "tensions": [{"id": found.id, "say": text(found.say)} for found in one.tensions],
        "places": [_near(near, pack.places[near.place]) for near in one.places],
    }


def _near(near: Near, place: Place) -> dict[str, Any]:
    return {
        "place": place.id,
        "name": text(place.name),
        "country": place.country,
        "industry": text(place.industry),
        "period": place.period,
        "likeness": {"low": number(near.low), "likely": number(near.likely), "high": number(near.high)},
        "because": [
            {
                "question": one.question,
                "own": None if one.own is None else value_of(one.own),
                "theirs": None if one.theirs is None else value_of(one.theirs),
                "alike": number(one.alike),
                "weight": number(one.weight),
            }
            for one in near.likenesses
        ],
        "followed": list(place.followed),
        "outcome": place.outcome,
        "confidence": place.confidence,
        "done": text(place.done),
        "result": text(place.result),
        "caution": text(place.caution),
        "sources": [{"title": one.title, "seen": one.seen, "link": one.link or None} for one in place.sources],
    }


def _group(one: GroupFinding) -> dict[str, Any]:
    return {
        "group": one.group,
        "present": one.present,
        "size": None if one.size is None else answer_of(one.size),
        "because": text(one.because),
        "first": one.first,
    }


def _match(one: Match, pack: Pack, robust: Robustness | None) -> dict[str, Any]:
    return {
        "playbook": one.playbook,
        "title": text(pack.playbooks[one.playbook].title),
        "group": one.group,
        "eligible": one.eligible,
        "strength": one.strength,
        "because": text(one.because),
        "known": number(one.known),
        "score": {"low": number(one.score.low), "likely": number(one.score.likely), "high": number(one.score.high)},
        "rank": None if robust is None else rank_of(robust, one.playbook),
        "acceptability": None if robust is None else acceptability_of(robust, one.playbook),
        "criteria": [_finding(finding) for finding in one.findings],
        "preconditions": [_precondition(finding) for finding in one.preconditions],
        "blockers": [_blocker(finding) for finding in one.blockers],
        "transfer": [_step(finding) for finding in one.transfer],
    }


def _finding(one: Finding) -> dict[str, Any]:
    return {
        "question": one.question,
        "answer": None if one.answer is None else answer_of(one.answer),
        "known": one.known,
        "value": {"low": number(one.low), "high": number(one.high)},
        "weight": number(one.share),
        "contribution": number(one.contribution),
        "part": {"low": number(one.part_low), "high": number(one.part_high)},
        "because": text(one.because),
        "reason": text(one.reason),
        "claims": list(one.claims),
    }


def _precondition(one: PreconditionFinding) -> dict[str, Any]:
    return {
        "id": one.id,
        "text": text(one.text),
        "holds": one.holds,
        "necessary": one.necessary,
        "buildable_by": list(one.buildable_by),
        "buildable": one.buildable,
        "build": text(one.build),
        "because": text(one.because),
    }


def _blocker(one: BlockerFinding) -> dict[str, Any]:
    return {
        "id": one.id,
        "holds": one.holds,
        "because": text(one.because),
        "instead": text(one.instead),
        "deciding": text(one.deciding),
    }


def _step(one: StepFinding) -> dict[str, Any]:
    return {
        "step": one.id,
        "text": text(one.text),
        "holds": one.holds,
        "necessary": one.necessary,
        "evidence": one.evidence,
        "if_fails": text(one.if_fails),
        "because": text(one.because),
        "claims": list(one.claims),
    }


def _planned(one: Planned, pack: Pack) -> dict[str, Any]:
    measure = one.measure
    return {
        "measure": measure.id,
        "playbook": one.playbook,
        "industry": one.industry,
        "title": text(measure.title),
        "phase": measure.phase,
        "first_hundred": measure.first_hundred,
        "lead": measure.lead,
        "partners": list(measure.partners),
        "leader_led": measure.leader_led,
        "authority": measure.authority,
        "ask_above": text(measure.ask_above),
        "steps": [text(step) for step in measure.steps],
        "kpis": [
            {"text": text(kpi.text), "benchmark": text(kpi.benchmark), "claims": list(kpi.claims)}
            for kpi in measure.kpis
        ],
        "instruments": [
            {
                "id": instrument,
                "title": text(pack.instruments[instrument].title),
                "status": "lapsed" if instrument in one.lapsed else "usable",
            }
            for instrument in measure.instruments
        ],
        "resource": {
            "class": measure.resource.weight,
            "low": number(measure.resource.low),
            "high": number(measure.resource.high),
            "unit": "万元",
            "note": text(measure.resource.note),
        },
        "procedure": list(measure.procedures),
        "risks": [text(risk) for risk in measure.risks],
        "stop": text(measure.stop),
        "claims": list(measure.claims),
        "basis": measure.basis,
        "because": text(one.because),
    }
