"""zjtx batch: many cities in one run."""

import os
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from enum import StrEnum
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

if TYPE_CHECKING:
    from zjtx_cli.cli.batching import Done, Wishes
    from zjtx_cli.files.streams import Piece
    from zjtx_cli.model.pack import Pack

from zjtx_cli.cli.gates import GATE, UNSTABLE_WITHOUT, Condition, FailOn, Strict
from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import ExitCode, Problem, WrongUsage
from zjtx_cli.text import Text

BATCH_HELP = (
    "一次算许多城市 · Many cities in one run: a row for each.\n\n"
    "例 · example:  zjtx batch cities/ -o rows.csv\n\n"
    "输入 · input: 文件夹、通配符、YAML、JSON、JSON lines（每行一份答案）、CSV（一行一城，列名为 city、industry、level 和问题）、"
    "- 为标准输入 · folders, patterns, YAML, JSON, JSON lines (an answers file a line), CSV (a city a line; columns city, "
    "industry, level and questions), - for standard input.\n\n"
    "最坏的一行决定退出码 · the worst row decides the exit code: 5 > 3 > 4 > 1 > 0."
)


class RowFormat(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"


_SUFFIX = Text(
    "认不出文件类型“{suffix}”；可用 .jsonl .csv，或加 --format",
    "the file type “{suffix}” is not known; use .jsonl .csv, or add --format",
)
_TWICE = Text("标准输入（-）只能读一次", "standard input (-) can be read once")
_HOW = Text("请加 --robustness", "add --robustness")
_JOBS = Text("--jobs 至少为 1", "--jobs is at least 1")
_PROGRESS = Text("已处理 {rows} 行", "{rows} rows")
_DONE = Text(
    "共 {rows} 行：推荐 {recommended}，未定 {undecided}，都不合适 {none}；有误 {wrong}，漏答 {missing}，读不了 {gone}",
    "{rows} rows: {recommended} recommended, {undecided} undecided, {none} none; {wrong} wrong, {missing} incomplete, "
    "{gone} not readable",
)
_MORE = Text("……共 {count} 行有问题，都写在各自的行里", "… {count} rows in all have problems, told in their rows")
_EVERY = 0.2  # seconds


def batch(
    settings: Settings,
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="答案：文件、文件夹、通配符或 - · answers")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="写入 .jsonl 或 .csv · write to a file")
    ] = None,
    no_clobber: Annotated[bool, typer.Option("--no-clobber", help="不覆盖已有文件 · refuse to replace a file")] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", metavar="N", help="进程数，默认为处理器数 · processes; default: processors")
    ] = None,
    format_: Annotated[RowFormat | None, typer.Option("--format", help="输出格式 · form of the rows")] = None,
    robustness: Annotated[
        bool, typer.Option("--robustness", help="每行加上是否稳和临界点（慢） · add stability and switch points (slow)")
    ] = False,
    strict: Strict = False,
    fail_on: FailOn = None,
) -> None:
    gates = tuple(gate.value for gate in fail_on or [])
    if Condition.UNSTABLE in gates and not robustness:
        raise WrongUsage(UNSTABLE_WITHOUT.format(how=_HOW))
    if jobs is not None and jobs < 1:
        raise WrongUsage(_JOBS)
    if paths.count("-") > 1:
        raise WrongUsage(_TWICE)
    output = None if output == Path("-") else output
    from zjtx_cli.cli import batching, show
    from zjtx_cli.files.disk import replacing
    from zjtx_cli.files.streams import LARGE, SMALL, pieces

    wishes = batching.Wishes(_form(format_, output).value, robustness, gates, strict)
    pack = settings.pack()
    counts: Counter[str] = Counter()
    with ExitStack() as stack:
        done = _done(pieces(paths, pack, SMALL if robustness else LARGE), pack, settings, wishes, jobs)
        stack.callback(getattr(done, "close", lambda: None))
        file = stack.enter_context(show.results() if output is None else replacing(output, no_clobber=no_clobber))
        file.write(batching.lines_of(pack, wishes).header().encode())
        problems = _write(done, file, counts, settings)
    for line in problems:
        show.notice(line, settings.language)
    if not settings.quiet:
        show.notice(_DONE.format(rows=_rows(counts), **{name: counts[name] for name in _COUNTED}), settings.language)
    for gate in gates:
        if counts[gate]:
            show.notice(GATE.format(which=gate), settings.language)
    code = batching.exit_code(counts, gates)
    if code is not ExitCode.DONE:
        raise typer.Exit(code)


_COUNTED = ("recommended", "undecided", "none", "wrong", "missing", "gone")


def _done(
    all_pieces: "Iterator[Piece]", pack: "Pack", settings: Settings, wishes: "Wishes", jobs: int | None
) -> "Iterator[Done]":
    """One piece is done here; for more, workers are worth their start."""
    first = list(islice(all_pieces, 2))
    jobs = jobs or _processors()
    if len(first) < 2 or jobs == 1:
        from zjtx_cli.cli.batching import Worker

        worker = Worker(pack, wishes)
        return map(worker.do, chain(first, all_pieces))
    from zjtx_cli.cli.crew import work

    return work(chain(first, all_pieces), settings.folder(), wishes, jobs)


def _processors() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _write(done: "Iterable[Done]", file: BinaryIO, counts: Counter[str], settings: Settings) -> list[Text]:
    """Write the rows as they come; the first problems, for standard error."""
    from zjtx_cli.cli.batching import MOST_TOLD
    from zjtx_cli.cli.show import problem_as_text

    problems: list[Problem] = []
    shown = not settings.quiet and sys.stderr is not None and sys.stderr.isatty()
    told = time.monotonic()
    try:
        for one in done:
            file.write(one.lines)
            counts.update(one.counts)
            problems += one.problems[: MOST_TOLD - len(problems)]
            if shown and time.monotonic() - told > _EVERY:
                told = time.monotonic()
                sys.stderr.write("\r" + _PROGRESS.format(rows=_rows(counts)).to(settings.language))
                sys.stderr.flush()
    finally:
        if shown:
            sys.stderr.write("\r" + " " * 40 + "\r")
    wrong = counts["wrong"] + counts["missing"] + counts["gone"]
    more = [_MORE.format(count=wrong)] if wrong and len(problems) == MOST_TOLD else []
    return [*map(problem_as_text, problems), *more]


def _rows(counts: Counter[str]) -> int:
    return sum(counts[name] for name in _COUNTED)


def _form(chosen: RowFormat | None, output: Path | None) -> RowFormat:
    if chosen is not None:
        return chosen
    if output is None or output.suffix.lower() in (".jsonl", ".ndjson"):
        return RowFormat.JSONL
    if output.suffix.lower() == ".csv":
        return RowFormat.CSV
    raise WrongUsage(_SUFFIX.format(suffix=output.suffix))
