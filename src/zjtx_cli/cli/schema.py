"""zjtx schema: the JSON Schema (2020-12) of each kind of file."""

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from zjtx_cli.cli.settings import Settings

SCHEMA_HELP = (
    "打印文件格式的 JSON Schema · Print the JSON Schema of a kind of file.\n\n例 · example:  zjtx schema answers"
)


class Kind(StrEnum):
    ANSWERS = "answers"
    ADVICE = "advice"
    QUESTIONS = "questions"
    PLAYBOOK = "playbook"
    CLAIMS = "claims"
    INSTRUMENTS = "instruments"
    PACK = "pack"
    OVERLAY = "overlay"
    SCENARIO = "scenario"
    CASES = "cases"
    SURVIVORS = "survivors"
    DIFF = "diff"
    ERROR = "error"
    PROBLEMS = "problems"
    OUTCOMES = "outcomes"
    ROW = "row"
    VERIFICATION = "verification"
    WHATIF = "whatif"
    EVALUATION = "evaluation"
    LIST = "list"
    QUESTIONNAIRE = "questionnaire"


def schema(
    settings: Settings,
    name: Annotated[Kind, typer.Argument(help="哪一种文件 · which kind of file")],
) -> None:
    from zjtx_cli.cli import show

    show.result(json.dumps(schema_of(name), ensure_ascii=False, indent=2))


WRITTEN = (
    Kind.ADVICE,
    Kind.DIFF,
    Kind.ERROR,
    Kind.PROBLEMS,
    Kind.OUTCOMES,
    Kind.ROW,
    Kind.VERIFICATION,
    Kind.WHATIF,
    Kind.EVALUATION,
    Kind.LIST,
    Kind.QUESTIONNAIRE,
)
"""What the program writes; all others are read."""


def schema_of(name: Kind) -> dict[str, Any]:
    """The schema of a kind of file; draft 2020-12."""
    from pydantic import TypeAdapter

    from zjtx_cli.files.forms import FILES
    from zjtx_cli.report.advice_form import AdviceOut
    from zjtx_cli.report.author_forms import AUTHORS
    from zjtx_cli.report.evaluation_form import EvaluationOut
    from zjtx_cli.report.pipeline_forms import PIPELINE

    written: dict[str, Any] = {"advice": AdviceOut, "evaluation": EvaluationOut, **AUTHORS, **PIPELINE}
    adapter: TypeAdapter[Any] = TypeAdapter(written.get(name.value) or FILES[name.value])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:zjtx:schema:{name.value}:1",
        "title": f"zjtx {name.value}",
        **{key: value for key, value in adapter.json_schema(by_alias=True).items() if key != "title"},
    }
