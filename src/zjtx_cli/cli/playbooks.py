"""zjtx playbooks: for those who read and write playbooks."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import ExitCode, InvalidContent, Problem, WrongUsage
from zjtx_cli.text import Text

if TYPE_CHECKING:
    from zjtx_cli.authoring.bench import Bench
    from zjtx_cli.model.bench import Coverage, Mutation

LIST_HELP = "列出全部模式 · List the playbooks.\n\n例 · example:  zjtx playbooks list"
SHOW_HELP = "通读一个模式 · Read one playbook as a paper.\n\n例 · example:  zjtx playbooks show changyuan"
VALIDATE_HELP = (
    "检查模式文件 · Check the files of a pack, each problem as file:line:column and rule.\n\n"
    "例 · example:  zjtx playbooks validate"
)
TEST_HELP = (
    "用场景检验模式 · Run the scenarios; --coverage and --mutate tell how much they would notice.\n\n"
    "例 · example:  zjtx playbooks test --coverage --threshold 95"
)


class CheckFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    JUNIT = "junit"


class ListFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


class ValidateGate(StrEnum):
    WARNING = "warning"


class TestGate(StrEnum):
    WARNING = "warning"


class ShowFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"


Paths = Annotated[list[Path] | None, typer.Argument(metavar="[PATH…]")]
Form = Annotated[
    CheckFormat | None,
    typer.Option(
        "--format", help="输出格式；在 GitHub Actions 里默认 github · form of the result; under GitHub Actions github"
    ),
]

_NO_PLAYBOOK = Text(
    "没有叫“{name}”的模式{hint}；zjtx playbooks list 列出全部",
    "there is no playbook “{name}”{hint}; zjtx playbooks list names them",
)
_HINT = Text("，是否想写“{guess}”？", "; did you mean “{guess}”?")
_GATE = Text("未通过关口 {which}", "the gate {which} did not hold")
_WITH_MUTATE = Text("--fail-on warning 看的是变异，请加 --mutate", "--fail-on warning is about mutants; add --mutate")
_NO_SCENARIO = Text("没有找到任何场景文件", "no scenario was found")


def list_(
    settings: Settings,
    format_: Annotated[ListFormat, typer.Option("--format", help="输出格式 · form of the result")] = ListFormat.TEXT,
) -> None:
    from zjtx_cli.cli import show

    pack, language = settings.pack(), settings.language
    if format_ is ListFormat.JSON:
        from zjtx_cli.report import listing_json

        show.result(listing_json.playbooks(pack))
        return
    lines = [f"{one.id:<22}{one.title.to(language)}（{one.case.to(language)}）" for one in pack.playbooks.values()]
    show.result("\n".join(lines))


def show_(
    settings: Settings,
    name: Annotated[str, typer.Argument(metavar="ID", help="模式 · playbook")],
    format_: Annotated[ShowFormat, typer.Option("--format")] = ShowFormat.TEXT,
) -> None:
    from difflib import get_close_matches

    from zjtx_cli.cli import show
    from zjtx_cli.cli.paper import show_paper
    from zjtx_cli.report.compose_playbook import compose_playbook
    from zjtx_cli.report.formats import FORMATS

    pack = settings.pack()
    if name not in pack.playbooks:
        near = get_close_matches(name, list(pack.playbooks), n=1)
        guess = _HINT.format(guess=near[0]) if near else Text("", "")
        raise WrongUsage(_NO_PLAYBOOK.format(name=name, hint=guess))
    document = compose_playbook(pack.playbooks[name], pack, settings.language)
    if format_ is ShowFormat.TEXT:
        show_paper(document)
    else:
        show.result(FORMATS[format_].render(document, show.width()))


def validate(
    settings: Settings,
    paths: Paths = None,
    format_: Form = None,
    fail_on: Annotated[
        ValidateGate | None, typer.Option("--fail-on", help="有提醒也以 1 退出 · exit 1 where there is a warning")
    ] = None,
) -> None:
    from zjtx_cli.cli import check_results, pack_checks
    from zjtx_cli.cli.show import result

    form = check_results.form_of(format_)
    problems: list[Problem] = []
    notes: list[str] = []
    for folder, wanted in pack_checks.packs(paths or [settings.folder()]).items():
        found, pack = pack_checks.check(folder)
        problems += [one for one in found if pack_checks.within(one, wanted)]
        notes += [] if pack is None else pack_checks.about(pack, settings.language)
    check_results.show_problems(tuple(problems), form, settings.language)
    if any(one.severity == "error" for one in problems):
        raise typer.Exit(ExitCode.INVALID)
    if form in ("text", "github") and not settings.quiet and not problems:
        result("\n".join(notes))
    if problems and fail_on is not None:
        raise typer.Exit(ExitCode.GATE)


def test(
    settings: Settings,
    paths: Paths = None,
    format_: Form = None,
    coverage: Annotated[
        bool, typer.Option("--coverage", help="列出没有场景检验的内容 · what no scenario exercises")
    ] = False,
    threshold: Annotated[
        float | None,
        typer.Option("--threshold", metavar="N", min=0, max=100, help="覆盖率低于 N% 时以 1 退出 · least coverage"),
    ] = None,
    mutate: Annotated[
        bool, typer.Option("--mutate", help="逐处改坏，看场景能否察觉 · spoil the pack here and there: who notices?")
    ] = False,
    kill_rate: Annotated[
        float | None,
        typer.Option(
            "--kill-rate", metavar="N", min=0, max=100, help="察觉率低于 N% 时以 1 退出 · least share noticed"
        ),
    ] = None,
    fail_on: Annotated[
        TestGate | None,
        typer.Option(
            "--fail-on",
            help="幸存的变异没有写明理由，或清单过时，以 1 退出（同 --mutate） · exit 1 where a mutant survives without a "
            "reason or the list of reasons is out of date; goes with --mutate",
        ),
    ] = None,
) -> None:
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.authoring.bench import Bench
    from zjtx_cli.cli import check_results, show
    from zjtx_cli.cli.bench_gates import gates
    from zjtx_cli.files.scenarios import read_scenarios

    if fail_on is not None and not mutate and kill_rate is None:
        raise WrongUsage(_WITH_MUTATE)
    pack = settings.pack()
    files = read_scenarios(paths or [settings.folder() / "scenarios"], pack)
    form = check_results.form_of(format_)
    if files.problems and form in ("github", "junit"):
        check_results.show_problems(files.problems, form, settings.language)
        raise typer.Exit(ExitCode.INVALID)
    if files.problems:
        raise InvalidContent(files.problems)
    if not files.scenarios:
        raise WrongUsage(_NO_SCENARIO)
    bench = Bench(Tables(pack), files.scenarios)
    outcomes = [row.outcome for row in bench.rows]
    covered, mutated = _measured(
        bench, settings, coverage=coverage or threshold is not None, mutate=mutate or kill_rate is not None
    )
    asked = gates(covered, mutated, threshold, kill_rate, warnings=fail_on is not None)
    check_results.show_outcomes(outcomes, form, settings.language, check_results.Measured(covered, mutated, asked))
    failed = [one for one in asked if not one.holds]
    for one in failed:
        show.notice(_GATE.format(which=one.name), settings.language)
    if failed or not all(one.passed for one in outcomes):
        raise typer.Exit(ExitCode.GATE)


def _measured(
    bench: "Bench", settings: Settings, *, coverage: bool, mutate: bool
) -> "tuple[Coverage | None, Mutation | None]":
    if not (coverage or mutate):
        return None, None
    from zjtx_cli.authoring.coverage import cover
    from zjtx_cli.authoring.mutation import mutate as mutate_all
    from zjtx_cli.files.library import read_documents
    from zjtx_cli.files.pack_lines import Places
    from zjtx_cli.files.survivors import read_survivors

    documents, problems = read_documents(settings.folder())
    if documents is None:
        raise InvalidContent(tuple(problems))
    places = Places(documents)
    covered = cover(bench, places) if coverage else None
    return covered, mutate_all(bench, places, read_survivors(settings.folder())) if mutate else None
