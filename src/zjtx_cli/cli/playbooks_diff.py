"""zjtx playbooks diff: whose advice an edit changes, and which line did it."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import ExitCode, InvalidContent, WrongUsage
from zjtx_cli.text import Text

DIFF_HELP = (
    "改动之后哪些城市的建议会变，是哪一行引起的 · Which cities' advice an edit changes, and which line did it.\n\n"
    "例 · example:  zjtx playbooks diff playbooks edited --cities playbooks/places"
)


class DiffFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


class DiffGate(StrEnum):
    CHANGED = "changed"


_NO_CITY = Text(
    "没有可比较的城市：{folder} 里没有答案文件（*.yaml）；请用 --cities 给出文件夹",
    "no cities to compare: there is no answers file (*.yaml) in {folder}; name a folder with --cities",
)


def diff(
    settings: Settings,
    old: Annotated[Path, typer.Argument(metavar="OLD", help="改动前的文件夹 · folder before the edit")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="改动后的文件夹 · folder after it")],
    cities: Annotated[
        Path | None,
        typer.Option(
            "--cities", metavar="DIR", help="城市答案的文件夹；默认 NEW/scenarios · cities; default NEW/scenarios"
        ),
    ] = None,
    format_: Annotated[
        DiffFormat | None,
        typer.Option(
            "--format",
            help="输出格式；在 GitHub Actions 里默认 github · form of the result; under GitHub Actions github",
        ),
    ] = None,
    fail_on: Annotated[
        DiffGate | None, typer.Option("--fail-on", help="有建议改变时以 1 退出 · exit 1 where advice changes")
    ] = None,
) -> None:
    from zjtx_cli.authoring.diff import compare
    from zjtx_cli.cli import change_results, show
    from zjtx_cli.cli.check_results import form_of
    from zjtx_cli.files.cities import read_cities
    from zjtx_cli.files.library import assemble, plain_content, read_documents

    found = [read_documents(folder) for folder in (old, new)]
    if problems := [problem for _, several in found for problem in several]:
        raise InvalidContent(tuple(problems))
    before, after = (one for one, _ in found)
    assert before is not None
    assert after is not None
    packs = [assemble(plain_content(one)) for one in (before, after)]
    folder = cities or new / "scenarios"
    both, skipped = read_cities(folder, packs[0], packs[1])
    if not both and not skipped:
        raise WrongUsage(_NO_CITY.format(folder=folder))
    result = compare(before, after, both, skipped)
    form = form_of(format_)
    if form == DiffFormat.JSON:
        show.result(change_results.as_json(result, packs[0], packs[1]))
    else:
        told = {"github": change_results.as_github, "junit": change_results.as_junit}.get(form, change_results.as_text)
        show.result(told(result, packs[0], packs[1], settings.language))
    if fail_on is not None and result.changed:
        raise typer.Exit(ExitCode.GATE)
