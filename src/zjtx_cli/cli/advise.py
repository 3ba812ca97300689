"""zjtx advise and zjtx whatif: the advice without a person."""

import sys
from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from zjtx_cli.cli.gates import GATE, MISSING, UNSTABLE_WITHOUT, Condition, FailOn, Strict, fails
from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import AnswersMissing, ExitCode, WrongUsage
from zjtx_cli.model.advice import Advice
from zjtx_cli.text import Text

if TYPE_CHECKING:
    from zjtx_cli.advisor.tables import Tables

ADVISE_HELP = (
    "给出建议（无人值守） · Advise from answers files, standard input or --set.\n\n"
    "例 · example:  zjtx advise city.yaml --format json"
)
WHATIF_HELP = (
    "假如某个答案变了 · What the advice would become, beside what it is.\n\n"
    "例 · example:  zjtx whatif city.yaml --set leader_rd=none"
)


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    XLSX = "xlsx"


class Kind(StrEnum):
    """The papers that an advice can become."""

    FULL = "full"
    BRIEFING = "briefing"
    STUDY = "study"
    NOTE = "note"
    ANNEX = "annex"


class WhatIfFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


Answers = Annotated[list[str] | None, typer.Argument(metavar="[ANSWERS…|-]", help="答案文件 · answers files")]
Set = Annotated[list[str] | None, typer.Option("--set", metavar="ID=VALUE", help="直接给一个答案 · one answer")]
City = Annotated[str | None, typer.Option("--city", metavar="NAME", help="城市名 · name of the city")]
AsOf = Annotated[str | None, typer.Option("--as-of", metavar="YYYY-MM", help="建议的日期 · date of the advice")]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", help="写入文件，- 为标准输出 · write to a file; - is standard output"
    ),
]
NoClobber = Annotated[bool, typer.Option("--no-clobber", help="不覆盖已有文件 · refuse to replace a file")]

_SUFFIX = Text(
    "认不出文件类型“{suffix}”；可用 {known}，或加 --format",
    "the file type “{suffix}” is not known; use {known}, or add --format",
)
_HOW = Text("不能与 --no-robustness 同用", "it cannot go with --no-robustness")
_DEEP = Text(
    "--deep 属于稳健性计算，不能与 --no-robustness 同用",
    "--deep is part of the robustness figures; it cannot go with --no-robustness",
)
_NO_KIND = Text(
    "--kind 选的是文种，JSON 是数据，没有文种之分",
    "--kind chooses a paper; JSON is the data of them all and has no kinds",
)
_SETTING = Text("正在排版……", "setting the pages …")
_SAVED = Text("已写入 {path}", "written to {path}")
_NO_CHANGE = Text("请用 --set 问题=答案 说明改哪个答案", "say with --set QUESTION=VALUE which answer changes")
_WITHHELD = Text(
    "对照前后会透露不宜书面答复的内容；看它不清楚时会怎样，请用 unknown",
    "a comparison would tell what may not be written down; use unknown to see the advice without it",
)


def advise(
    settings: Settings,
    answers: Answers = None,
    set_: Set = None,
    city: City = None,
    format_: Annotated[Format | None, typer.Option("--format", help="输出格式 · form of the result")] = None,
    kind: Annotated[
        Kind, typer.Option("--kind", help="文种：全文、专题汇报、调研报告、起草说明、技术附件 · which paper")
    ] = Kind.FULL,
    as_of: AsOf = None,
    output: Output = None,
    no_clobber: NoClobber = False,
    explain: Annotated[bool, typer.Option("--explain", help="列出每个数的算法 · show the arithmetic")] = False,
    no_robustness: Annotated[bool, typer.Option("--no-robustness", help="不算稳健性 · leave robustness out")] = False,
    deep: Annotated[
        bool, typer.Option("--deep", help="反事实找到三项答案为止 · counterfactuals of up to three answers")
    ] = False,
    strict: Strict = False,
    fail_on: FailOn = None,
) -> None:
    gates = fail_on or []
    if no_robustness and Condition.UNSTABLE in gates:
        raise WrongUsage(UNSTABLE_WITHOUT.format(how=_HOW))
    if no_robustness and deep:
        raise WrongUsage(_DEEP)
    output = None if output == Path("-") else output
    form = _form(format_, output)
    if kind is not Kind.FULL and form is Format.JSON:
        raise WrongUsage(_NO_KIND)
    from zjtx_cli.advisor.advising import advise as advise_on
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.cli import show
    from zjtx_cli.cli.cases import gather

    pack = settings.pack()
    cases = gather(answers or [], set_ or [], city, as_of, pack)
    tables = Tables(pack)
    advice = advise_on(tables, cases, chance=None if no_robustness else even_chance, deep=deep)
    missing = [question for judgement in advice.judgements for question in judgement.missing]
    if strict and missing:
        raise AnswersMissing(MISSING.format(count=len(missing), which=", ".join(missing)))
    watched = not settings.quiet and sys.stderr is not None and sys.stderr.isatty()
    if form in (Format.DOCX, Format.PDF) and watched:
        show.notice(_SETTING, settings.language)
    content = _render(advice, tables, form, kind, settings, output=output, explain=explain)
    if output is None:
        show.result(content)
    else:
        from zjtx_cli.files.disk import write_bytes

        write_bytes(output, content if isinstance(content, bytes) else content.encode(), no_clobber=no_clobber)
        if not settings.quiet:
            show.notice(_SAVED.format(path=output), settings.language)
    failed = [gate for gate in gates if fails(gate, advice.judgements, warned=bool(advice.conflicts))]
    for gate in failed:
        show.notice(GATE.format(which=gate.value), settings.language)
    if failed:
        raise typer.Exit(ExitCode.GATE)


def whatif(
    settings: Settings,
    answers: Annotated[list[str], typer.Argument(metavar="ANSWERS…", help="答案文件 · answers files")],
    set_: Set = None,
    format_: Annotated[WhatIfFormat, typer.Option("--format")] = WhatIfFormat.TEXT,
    as_of: AsOf = None,
) -> None:
    if not set_:
        raise WrongUsage(_NO_CHANGE)
    if any(setting.rpartition("=")[2].strip().lower() == "withheld" for setting in set_):
        raise WrongUsage(_WITHHELD)
    from zjtx_cli.advisor.advising import advise as advise_on
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.cli import show
    from zjtx_cli.cli.cases import gather

    pack = settings.pack()
    tables = Tables(pack)
    before = advise_on(tables, gather(answers, [], None, as_of, pack))
    after = advise_on(tables, gather(answers, set_, None, as_of, pack))
    if format_ is WhatIfFormat.JSON:
        from zjtx_cli.report import whatif_json

        show.result(whatif_json.render(before, after, pack))
        return
    from zjtx_cli.cli.paper import show_paper
    from zjtx_cli.report.compose_whatif import compose_whatif

    show_paper(compose_whatif(before, after, pack, settings.language))


def even_chance() -> Callable[[], float]:
    """The stream of numbers that shares are drawn with: always the same one, and guaranteed across versions of Python."""
    from random import Random

    from zjtx_cli.advisor.robustness import SEED

    return Random(SEED).random


def _form(chosen: Format | None, output: Path | None) -> Format:
    if chosen is not None:
        return chosen
    if output is None:
        return Format.TEXT
    if output.suffix == ".json":
        return Format.JSON
    from zjtx_cli.report.formats import FORMATS

    suffixes = {form.suffix: name for name, form in FORMATS.items()}
    name = suffixes.get(output.suffix.lower())
    if name is None:
        raise WrongUsage(_SUFFIX.format(suffix=output.suffix, known=" ".join([".json", *suffixes])))
    return Format(name)


def _render(
    advice: Advice,
    tables: "Tables",
    form: Format,
    kind: Kind,
    settings: Settings,
    *,
    output: Path | None,
    explain: bool,
) -> str | bytes:
    pack = tables.pack
    if form is Format.JSON:
        from zjtx_cli.report import to_json

        return to_json.render(advice, pack)
    from zjtx_cli.cli import show
    from zjtx_cli.cli.originals import composed
    from zjtx_cli.report.formats import FORMATS

    if form is Format.XLSX:
        from zjtx_cli.report.compose_sheet import sheet

        return FORMATS[form].render(sheet(advice, pack, settings.language), 0)
    document = composed(kind, advice, tables, settings, explain=explain)
    if form is Format.TEXT:
        from zjtx_cli.cli.paper import as_text

        return as_text(document, to_screen=output is None)
    return FORMATS[form].render(document, show.width())
