"""What a pack holds, for machines: its playbooks, and its questions, as whoever builds a form or a job matrix needs them."""

from typing import Any

from zjtx_cli.model.condition import questions_in
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question
from zjtx_cli.report.json_values import lined, number, text


def playbooks(pack: Pack) -> str:
    listed = [
        {
            "id": one.id,
            "title": text(one.title),
            "case": text(one.case),
            "group": one.group,
            "measures": [measure.id for measure in one.measures],
        }
        for one in pack.playbooks.values()
    ]
    return lined({"schema": "zjtx.list/1", "pack": _pack(pack), "playbooks": listed})


def questions(pack: Pack) -> str:
    return lined(
        {
            "schema": "zjtx.questionnaire/1",
            "pack": _pack(pack),
            "sections": [{"id": one.id, "title": text(one.title)} for one in pack.sections],
            "offices": [{"id": one.id, "title": text(one.title)} for one in pack.offices.values()],
            "questions": [_question(one) for one in pack.questions.values()],
        }
    )


def _pack(pack: Pack) -> dict[str, str]:
    return {"name": pack.name, "version": pack.version, "sha256": pack.sha256}


def _question(one: Question) -> dict[str, Any]:
    figure = one.kind == "number"
    return {
        "id": one.id,
        "section": one.section,
        "name": text(one.name),
        "text": text(one.text),
        "help": text(one.help),
        "why": text(one.why),
        "office": one.office,
        "where": text(one.where),
        "nature": one.nature,
        "kind": one.kind,
        "options": [
            {
                "id": option.id,
                "label": text(option.label),
                "hint": text(option.hint),
                "exclusive": option.exclusive,
            }
            for option in one.options
        ],
        "unit": text(one.unit),
        "range": [number(one.low), number(one.high)] if figure else None,
        "whole": one.whole if figure else None,
        "may_not_apply": one.may_not_apply,
        "depends_on": [] if one.ask_if is None else list(dict.fromkeys(questions_in(one.ask_if))),
    }
