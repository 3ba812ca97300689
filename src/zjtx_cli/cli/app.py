"""The front door: commands, and the one place where exceptions become exit codes."""

import contextlib
import functools
import io
import itertools
import os
import signal
import sys
from collections.abc import Callable

from zjtx_cli import __version__
from zjtx_cli.errors import ExitCode, WrongUsage, ZjtxError
from zjtx_cli.text import Language, Text

_COMPLETE = "_ZJTX_COMPLETE_LINE"
"""In which a shell hands over what was typed (see `completion`)."""

_FAULT = Text(
    "程序自身出了问题（{kind}: {what}）。请加 --debug 重新运行，并把显示的内容告诉维护者",
    "the program itself failed ({kind}: {what}). Run again with --debug and tell the maintainers what it shows",
)
_INTERRUPTED = Text("已中断", "interrupted")
_USAGE = Text("用法有误：{what}。zjtx {command}--help 有说明", "wrong usage: {what}. See zjtx {command}--help")


def run() -> None:
    """The console script. It leaves at once: taking thousands of values apart would cost a tenth of the time."""
    signal.signal(signal.SIGTERM, _interrupt)
    code = main(sys.argv[1:])
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
    finally:
        os._exit(code)


def _interrupt(*_: object) -> None:
    """To be asked to end is as Ctrl-C: what is half done is tidied up."""
    raise KeyboardInterrupt


def main(argv: list[str]) -> int:
    """Run one command and return its exit code."""
    if argv == ["--version"] and _at_once(f"zjtx {__version__}"):
        return ExitCode.DONE
    from zjtx_cli.cli import show

    show.prepare_streams()
    try:
        if argv == ["--version"]:  # it could not be written: why not?
            show.result(f"zjtx {__version__}")
            return ExitCode.DONE
        if not argv and os.environ.get(_COMPLETE):
            return _complete(os.environ[_COMPLETE])
        return _call(argv or ["--help"])
    except ZjtxError as error:
        _tell(error, argv)
        return error.exit_code
    except KeyboardInterrupt:
        show.notice(_INTERRUPTED, _language(argv))
        return ExitCode.INTERRUPTED
    except (show.ReaderGone, BrokenPipeError):  # nobody is left to tell
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.DONE
    except Exception as error:
        if "--debug" in argv or os.environ.get("ZJTX_DEBUG"):
            raise
        fault = ZjtxError(_FAULT.format(kind=type(error).__name__, what=str(error)))
        _tell(fault, argv)
        return ExitCode.FAULT


def _at_once(line: str) -> bool:
    """Whether it could be written before anything is imported: a version should not be waited for."""
    if sys.stdout is None:
        return False
    try:
        print(line, flush=True)
    except OSError:
        return False
    return True


def _complete(line: str) -> int:
    from zjtx_cli.cli import show
    from zjtx_cli.cli.completing import candidates

    found = candidates(line, _language([]))
    if found:
        show.result("\n".join(f"{one.word}\t{one.about}" if one.about else one.word for one in found))
    return ExitCode.DONE


def _call(argv: list[str]) -> int:
    from zjtx_cli.cli.commands import NAMES, application

    app = functools.partial(application(argv), args=argv, prog_name="zjtx", standalone_mode=False)
    try:
        code = app() if {"-h", "--help"}.isdisjoint(argv) else _with_help(app)
    except Exception as error:
        # Typer's own usage errors: their classes are private since Typer carries its own Click.
        if not hasattr(error, "format_message"):
            raise
        what = error.format_message().strip()
        if what.startswith("Usage:"):  # a group of commands without a command: its help
            print(what, file=sys.stderr)
            return ExitCode.USAGE
        command = next((word for word in argv if word in NAMES), "")
        raise WrongUsage(_USAGE.format(what=what.rstrip("."), command=f"{command} ".lstrip())) from None
    return code if isinstance(code, int) else ExitCode.DONE


def _with_help(app: Callable[[], object]) -> object:
    """Typer prints a help by itself, and has its own answer where nobody can read it: ours is that of every other result."""
    from zjtx_cli.cli import show

    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        code = app()
    show.result(printed.getvalue())
    return code


def _tell(error: ZjtxError, argv: list[str]) -> None:
    from zjtx_cli.cli import show

    if wants_json(argv):
        with contextlib.suppress(ZjtxError, show.ReaderGone):  # where nobody can read it, the exit code still tells
            show.result(show.error_as_json(error))
    show.error(error, _language(argv))


def wants_json(argv: list[str]) -> bool:
    """Whether the caller asked for JSON, even where the rest of the call is wrong."""
    pairs = itertools.pairwise(argv)
    return "--format=json" in argv or ("--format", "json") in pairs


def _language(argv: list[str]) -> Language:
    from zjtx_cli.cli.settings import language_of

    flag = next((word[7:] for word in argv if word.startswith("--lang=")), None)
    flag = flag or next((value for name, value in itertools.pairwise(argv) if name == "--lang"), None)
    chosen = flag or os.environ.get("ZJTX_LANG")
    return language_of(chosen if chosen in ("zh", "en") else None)
