"""What could stand next on a command line: commands, options, question ids with their options, playbook ids.

The shells' scripts (`zjtx completion SHELL`) hand over the line up to the cursor and get one candidate a line, with a tab
and a few words behind it. No candidate: the shell offers files.
"""

import os
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from zjtx_cli.errors import ZjtxError
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question
from zjtx_cli.text import Language

_MARKS = ("unknown", "withheld")


class Candidate(NamedTuple):
    word: str
    about: str = ""


class _Place(NamedTuple):
    """Where on a line the cursor stands: in which command, after which option, and what stands there already."""

    command: Any
    names: tuple[str, ...]
    option: Any  # whose value is wanted, or None
    begun: str
    options_allowed: bool
    folder: str | None
    prefix: str = ""  # of --option=value, what stands before the value


def candidates(line: str, language: Language) -> list[Candidate]:
    """Every candidate for the word at the end of the line; whatever is wrong with the line, nothing is raised."""
    place = _place(_words(line))
    if place is None:
        return []
    try:
        found = list(_found(place, language))
    except ZjtxError:  # playbooks that cannot be read: the command will say so
        return []
    return [one._replace(word=place.prefix + one.word) for one in found if one.word.startswith(place.begun)]


def _found(place: _Place, language: Language) -> Iterator[Candidate]:
    if place.option is not None:
        yield from _values(place, language)
    elif place.begun.startswith("-") and place.options_allowed:
        for param in place.command.params:
            if param.param_type_name == "option":
                yield from (Candidate(name, _brief(param.help)) for name in param.opts if len(name) > 2)
        yield Candidate("--help")
    elif hasattr(place.command, "commands"):
        yield from (Candidate(name, _brief(one.help)) for name, one in place.command.commands.items())
    elif place.names == ("playbooks", "show"):
        yield from (Candidate(one.id, one.title.to(language)) for one in _pack(place).playbooks.values())
    else:
        for param in place.command.params:
            if param.param_type_name == "argument":
                yield from map(Candidate, _choices(param))


def _values(place: _Place, language: Language) -> Iterator[Candidate]:
    """What may follow an option."""
    if "--set" not in place.option.opts:
        yield from map(Candidate, _choices(place.option))
        return
    questions = _pack(place).questions
    name, equals, written = place.begun.partition("=")
    if not equals:
        yield from (Candidate(f"{one.id}=", one.name.to(language)) for one in questions.values())
    elif name in questions:
        for value in _answers(questions[name], written, language):
            yield value._replace(word=f"{name}={value.word}")


def _answers(question: Question, written: str, language: Language) -> Iterator[Candidate]:
    """Options that are not chosen yet; after a comma no mark can follow."""
    before, comma, _ = written.rpartition(",") if question.kind == "several" else ("", "", "")
    for option in question.options:
        if option.id not in before.split(",") and not (before and option.exclusive):
            yield Candidate(f"{before}{comma}{option.id}", option.label.to(language))
    if not before:
        marks = (*_MARKS, "n/a") if question.may_not_apply else _MARKS
        yield from map(Candidate, marks)


def _choices(param: Any) -> tuple[str, ...]:
    """The values of a parameter that has only some: by its type, or as its help writes them (zh|en)."""
    choices = getattr(param.type, "choices", None)
    if choices:
        return tuple(str(getattr(one, "value", one)) for one in choices)
    written = param.metavar or ""
    return tuple(written.split("|")) if "|" in written and written.replace("|", "").isalpha() else ()


def _place(words: list[str]) -> _Place | None:
    """Walk the line; None where it is not one of ours."""
    import typer.main

    from zjtx_cli.cli.commands import application

    *before, begun = words[1:] or [""]
    command: Any = typer.main.get_command(application(before))
    names: list[str] = []
    option, folder, only_arguments = None, None, False
    for word in before:
        if option is not None:
            folder = word if "--playbooks" in option.opts else folder
            option = None
        elif word == "--":
            only_arguments = True
        elif word.startswith("-") and not only_arguments:
            name, equals, value = word.partition("=")
            option = next(
                (one for one in command.params if name in one.opts and not getattr(one, "is_flag", True)), None
            )
            if option is not None and equals:
                folder = value if "--playbooks" in option.opts else folder
                option = None
        elif hasattr(command, "commands"):
            if word not in command.commands:
                return None
            command = command.commands[word]
            names.append(word)
    name, equals, value = begun.partition("=")
    if equals and option is None and not only_arguments and name.startswith("--"):
        option, begun = _option(command, name), value
        return None if option is None else _Place(command, tuple(names), option, begun, True, folder, f"{name}=")
    return _Place(command, tuple(names), option, begun, not only_arguments, folder)


def _option(command: Any, name: str) -> Any:
    """An option of a command that takes a value."""
    return next((one for one in command.params if name in one.opts and not getattr(one, "is_flag", True)), None)


def _words(line: str) -> list[str]:
    """The words of a line that may end inside quotation marks."""
    for mended in (line, line + '"', line + "'"):
        try:
            words = shlex.split(mended)
        except ValueError:
            continue
        return [*words, ""] if line.endswith(" ") and mended == line else words
    return []


def _pack(place: _Place) -> Pack:
    from zjtx_cli.files.library import built_in, load

    folder = place.folder or os.environ.get("ZJTX_PLAYBOOKS")
    return load(Path(folder).expanduser() if folder else built_in())


def _brief(told: str | None) -> str:
    """The first line of a help, as one."""
    return (told or "").strip().split("\n", 1)[0]
