"""All commands by name. Each lives in a file of its own and imports what is heavy where it is used."""

from typing import Annotated

import typer

from zjtx_cli import __version__
from zjtx_cli.cli import advise, playbooks, questions, schema, settings

app = typer.Typer(
    name="zjtx",
    help="中小城市专精特新企业培育的政策参谋 · A policy adviser for cities that cultivate 专精特新 firms.\n\n"
    "例 · example:  zjtx advise --set demand_trend=growing --set site_scatter=roadside",
    rich_markup_mode=None,
    add_completion=True,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)
books = typer.Typer(
    name="playbooks",
    help="模式库：读、检查、检验 · Playbooks: read, check and test them.\n\n例 · example:  zjtx playbooks list",
    rich_markup_mode=None,
    no_args_is_help=True,
)


def _version(wanted: bool) -> None:
    if wanted:
        print(f"zjtx {__version__}")
        raise typer.Exit


@app.callback()
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


app.command("advise", help=advise.HELP)(settings.command(advise.advise))
app.command("whatif", help=advise.WHATIF_HELP)(settings.command(advise.whatif))
app.command("questions", help=questions.HELP)(settings.command(questions.questions))
app.command("schema", help=schema.HELP)(settings.command(schema.schema))
app.add_typer(books)
books.command("list", help=playbooks.LIST_HELP)(settings.command(playbooks.list_))
books.command("show", help=playbooks.SHOW_HELP)(settings.command(playbooks.show_))
books.command("validate", help=playbooks.VALIDATE_HELP)(settings.command(playbooks.validate))
books.command("test", help=playbooks.TEST_HELP)(settings.command(playbooks.test))

NAMES = ("advise", "whatif", "questions", "schema", "playbooks")
