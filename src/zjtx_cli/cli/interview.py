"""zjtx interview: ask a person, save after every answer, show the advice, offer to export it."""

from pathlib import Path
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import WrongUsage
from zjtx_cli.text import Text

INTERVIEW_HELP = (
    "逐题访谈，边答边存，最后给出建议 · Ask, save after every answer, then advise.\n\n"
    "例 · example:  zjtx interview -o answers.yaml"
)

_ALONE = Text(
    "--list 和 --discard 要单独用，不与其他访谈选项同用",
    "--list and --discard stand alone, without other options of the interview",
)


def interview(
    settings: Settings,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="答案存到这个文件 · keep the answers in this file"),
    ] = None,
    resume: Annotated[bool, typer.Option("--resume", help="接着上次答 · go on where it was left")] = False,
    quick: Annotated[
        bool,
        typer.Option(
            "--quick",
            help="先问最能左右建议的题，问够就可以停 · what matters most first, and stop when nothing more can matter",
        ),
    ] = False,
    plain: Annotated[
        bool,
        typer.Option("--plain", help="逐行问答，适合读屏软件 · plain lines, for screen readers (also ACCESSIBLE=1)"),
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="列出存着的访谈 · list the saved interviews")] = False,
    discard: Annotated[
        str | None, typer.Option("--discard", metavar="NAME", help="删除一份存着的访谈 · delete a saved interview")
    ] = None,
) -> None:
    from zjtx_cli.cli import interviewing

    if (list_ or discard is not None) and (output or resume or quick or plain or (list_ and discard is not None)):
        raise WrongUsage(_ALONE)
    if discard is not None:
        interviewing.discard_one(discard, settings)
    elif list_:
        interviewing.list_all(settings)
    else:
        interviewing.run(settings, output, resume=resume, quick=quick, plain=plain)
