"""All commands by name. Each lives in a file of its own and imports what is heavy where it is used."""

from typing import Annotated

import typer

from zjtx_cli import __version__
from zjtx_cli.cli import advise, settings

app = typer.Typer(
    name="zjtx",
    help="中小城市专精特新企业培育的政策参谋 · A policy adviser for cities that cultivate 专精特新 firms.\n\n"
    "例 · example:  zjtx advise --set demand_trend=growing",
    rich_markup_mode=None,
    add_completion=True,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"zjtx {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    lang: settings._LANG = None,
    playbooks: settings._PLAYBOOKS = None,
    quiet: settings._QUIET = False,
    debug: settings._DEBUG = False,
    no_input: settings._NO_INPUT = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 · version")
    ] = False,
) -> None:
    settings.remember({"lang": lang, "playbooks": playbooks, "quiet": quiet, "debug": debug, "no_input": no_input})


app.command("advise", help=advise.HELP)(settings.command(advise.advise))
