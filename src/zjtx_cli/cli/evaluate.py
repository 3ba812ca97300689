"""zjtx evaluate: how often the advice agrees with what cities really did."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import InvalidContent, WrongUsage
from zjtx_cli.model.evaluation import Agreement
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

EVALUATE_HELP = (
    "建议与真实城市的做法有多一致 · How often the advice agrees with what cities really did.\n\n"
    "例 · example:  zjtx evaluate cities --coders coder_a coder_b"
)


class EvaluationFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"


_NO_SCENARIO = Text("{folder} 里没有场景文件（*.yaml）", "there is no scenario file (*.yaml) in {folder}")


def evaluate(
    settings: Settings,
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="真实城市的场景文件夹 · folder of scenarios of real cities")
    ],
    format_: Annotated[
        EvaluationFormat, typer.Option("--format", help="输出格式 · form of the result")
    ] = EvaluationFormat.TEXT,
    coders: Annotated[
        tuple[Path, Path] | None,
        typer.Option("--coders", metavar="A B", help="两人编码的文件夹 · folders of two coders, to compare"),
    ] = None,
) -> None:
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.authoring.evaluation import evaluate as evaluate_on
    from zjtx_cli.cli import show
    from zjtx_cli.files.scenarios import read_scenarios

    pack = settings.pack()
    files = read_scenarios([folder], pack)
    if files.problems:
        raise InvalidContent(files.problems)
    scenarios = tuple(one for one in files.scenarios if not one.made_up)
    if not scenarios and coders is None:
        raise WrongUsage(_NO_SCENARIO.format(folder=folder))
    agreement = None if coders is None else _agreement(coders, pack)
    found = evaluate_on(Tables(pack), scenarios)
    if format_ is EvaluationFormat.JSON:
        from zjtx_cli.report import evaluation_json

        show.result(evaluation_json.render(found, agreement, pack))
        return
    from zjtx_cli.report.compose_evaluation import compose_evaluation

    document = compose_evaluation(found, agreement, pack, settings.language)
    if format_ is EvaluationFormat.TEXT:
        from zjtx_cli.cli.paper import show_paper

        show_paper(document)
    else:
        from zjtx_cli.report.formats import FORMATS

        show.result(FORMATS[format_].render(document, show.width()))


def _agreement(folders: tuple[Path, Path], pack: Pack) -> Agreement:
    from zjtx_cli.authoring.agreement import compare
    from zjtx_cli.files.codings import read_codings

    first, second = (read_codings(folder, pack) for folder in folders)
    if problems := (*first.problems, *second.problems):
        raise InvalidContent(problems)
    return compare(first.cities, second.cities, pack)
