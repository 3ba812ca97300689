"""All commands by name. A run imports the one command it is asked for, and that imports what is heavy where it is used."""

from importlib import import_module
from typing import Annotated

import typer

from zjtx_cli import __version__
from zjtx_cli.cli import settings

COMMANDS = {
    "interview": ("interview", "interview"),
    "advise": ("advise", "advise"),
    "whatif": ("advise", "whatif"),
    "questions": ("questions", "questions"),
    "evaluate": ("evaluate", "evaluate"),
    "batch": ("batch", "batch"),
    "verify": ("verify", "verify"),
    "completion": ("completion", "completion"),
    "schema": ("schema", "schema"),
}
"""By name: the module in this room, and the function; its help is NAME_HELP in the module."""

PLAYBOOKS = {
    "list": ("playbooks", "list_"),
    "show": ("playbooks", "show_"),
    "validate": ("playbooks", "validate"),
    "test": ("playbooks", "test"),
    "diff": ("playbooks_diff", "diff"),
    "new": ("playbooks_new", "new"),
    "handbook": ("playbooks_new", "handbook"),
}

NAMES = (*COMMANDS, "playbooks")

_HELP = (
    "中小城市专精特新企业培育的政策参谋 · A policy adviser for cities that cultivate 专精特新 firms.\n\n"
    "例 · example:  zjtx advise --set demand_trend=growing"
)
_PLAYBOOKS_HELP = "模式库：读、检查、检验 · Playbooks: read, check and test them.\n\n例 · example:  zjtx playbooks list"


def application(argv: list[str]) -> typer.Typer:
    """The application for one call: with the one command that is called, or with all where help or a guess is wanted."""
    app = typer.Typer(
        name="zjtx",
        help=_HELP,
        rich_markup_mode=None,
        no_args_is_help=True,
        add_completion=False,  # `completion` knows questions and playbooks, too
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_root)
    called = next((word for word in argv if not word.startswith("-")), "")
    for name in [called] if called in NAMES else NAMES:
        if name == "playbooks":
            app.add_typer(_playbooks())
        else:
            module, function = COMMANDS[name]
            _add(app, name, module, function)
    return app


def _playbooks() -> typer.Typer:
    app = typer.Typer(name="playbooks", help=_PLAYBOOKS_HELP, rich_markup_mode=None, no_args_is_help=True)
    for name, (module, function) in PLAYBOOKS.items():
        _add(app, name, module, function)
    return app


def _add(app: typer.Typer, name: str, module: str, function: str) -> None:
    room = import_module(f"zjtx_cli.cli.{module}")
    app.command(name, help=getattr(room, f"{name.upper()}_HELP"))(settings.command(getattr(room, function)))


def _version(wanted: bool) -> None:
    if wanted:
        print(f"zjtx {__version__}")
        raise typer.Exit


def _root(
    lang: settings.Lang = None,
    playbooks: settings.Playbooks = None,
    quiet: settings.Quiet = False,
    debug: settings.Debug = False,
    no_input: settings.NoInput = False,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="版本 · version")
    ] = False,
) -> None:
    settings.remember({"lang": lang, "playbooks": playbooks, "quiet": quiet, "debug": debug, "no_input": no_input})
