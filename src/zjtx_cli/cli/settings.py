"""The options that every command takes, and where their values come from: flag > ZJTX_* > configuration file > default."""

import functools
import inspect
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from zjtx_cli.errors import InvalidContent, Location, Problem, WrongUsage
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language, Text

_LANGUAGE = Text("语言应为 zh 或 en，不是“{value}”", "the language is zh or en, not “{value}”")
_CONFIG_KEY = Text(
    "配置文件只认 lang 和 playbooks，不认“{key}”", "the configuration file knows lang and playbooks, not “{key}”"
)


@dataclass(frozen=True, slots=True)
class Settings:
    """What every command is told."""

    language: Language
    playbooks: Path | None
    quiet: bool
    debug: bool
    no_input: bool

    def pack(self) -> Pack:
        """The pack that this run judges with."""
        import gc

        from zjtx_cli.files.library import load

        pack = load(self.folder())
        gc.freeze()  # it stays to the end: looking through it for rubbish again and again would be felt
        return pack

    def folder(self) -> Path:
        from zjtx_cli.files.library import built_in

        return self.playbooks or built_in()


Lang = Annotated[str | None, typer.Option("--lang", metavar="zh|en", help="语言 · language")]
Playbooks = Annotated[str | None, typer.Option("--playbooks", metavar="DIR", help="模式文件夹 · folder of playbooks")]
Quiet = Annotated[bool, typer.Option("--quiet", help="只输出结果 · print nothing but the result")]
Debug = Annotated[bool, typer.Option("--debug", help="出错时显示详情 · show the traceback of a fault")]
NoInput = Annotated[bool, typer.Option("--no-input", help="不提问 · never prompt")]

_COMMON: dict[str, tuple[Any, Any]] = {
    "lang": (Lang, None),
    "playbooks": (Playbooks, None),
    "quiet": (Quiet, False),
    "debug": (Debug, False),
    "no_input": (NoInput, False),
}


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give a command the common options; it receives them as its first argument, `settings`."""
    signature = inspect.signature(function)
    own = [parameter for name, parameter in signature.parameters.items() if name != "settings"]
    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation)
        for name, (annotation, default) in _COMMON.items()
    ]

    @functools.wraps(function)
    def run(**given: Any) -> None:
        chosen = {name: given.pop(name) for name in _COMMON}
        function(settings=settle(chosen), **given)

    kept = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    run.__signature__ = signature.replace(parameters=[*kept, *common])  # type: ignore[attr-defined]  # read by Typer
    run.__annotations__ = {parameter.name: parameter.annotation for parameter in [*kept, *common]}
    return run


_root: dict[str, Any] = {}


def remember(chosen: Mapping[str, Any]) -> None:
    """Options that stood before the command's name."""
    _root.clear()
    _root.update({name: value for name, value in chosen.items() if value})


def settle(chosen: Mapping[str, Any]) -> Settings:
    chosen = {name: value or _root.get(name) for name, value in chosen.items()}
    config = _configuration()
    folder = chosen["playbooks"] or os.environ.get("ZJTX_PLAYBOOKS") or config.get("playbooks")
    return Settings(
        language_of(chosen["lang"] or os.environ.get("ZJTX_LANG") or config.get("lang")),
        Path(folder).expanduser() if folder else None,
        bool(chosen["quiet"] or _truthy("ZJTX_QUIET")),
        bool(chosen["debug"] or _truthy("ZJTX_DEBUG")),
        bool(chosen["no_input"] or _truthy("ZJTX_NO_INPUT")),
    )


def language_of(chosen: str | None) -> Language:
    """--lang, ZJTX_LANG or the configuration file; else the locale; else Chinese."""
    if chosen:
        if chosen not in ("zh", "en"):
            raise WrongUsage(_LANGUAGE.format(value=chosen))
        return Language(chosen)
    locale = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), "")
    return Language.EN if locale.lower().startswith("en") else Language.ZH


def _truthy(variable: str) -> bool:
    return os.environ.get(variable, "").lower() not in ("", "0", "false", "no")


def _configuration() -> dict[str, str]:
    base = os.environ.get("XDG_CONFIG_HOME") or os.path.join(os.path.expanduser("~"), ".config")
    path = os.path.join(base, "zjtx", "config.yaml")
    if not os.path.exists(path):
        return {}
    from zjtx_cli.files.disk import read_bytes
    from zjtx_cli.files.located import MOST_BYTES, parse

    parsed = parse(read_bytes(path, MOST_BYTES), path)
    if isinstance(parsed, list):
        raise InvalidContent(tuple(parsed))
    entries = parsed.plain() if isinstance(parsed.value, dict) else {}
    for key in entries:
        if key not in ("lang", "playbooks"):
            where = (parsed.keys or {}).get(key, Location(path))
            raise InvalidContent((Problem(where, "unknown-key", _CONFIG_KEY.format(key=key)),))
    return {key: str(value) for key, value in entries.items()}
