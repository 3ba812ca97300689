"""After the last question: the advice on one screen, then what a person may want to do with it."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from zjtx_cli.errors import ZjtxError
from zjtx_cli.interview import wording
from zjtx_cli.interview.prompts import Asker, Chosen, Field, Key, Prompt, Row, Tone, Written
from zjtx_cli.interview.review import answered_rows
from zjtx_cli.interview.session import Interview
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language, Text

_NEXT: dict[str, Text] = {
    "whole": wording.WHOLE_ADVICE,
    "export": wording.EXPORT,
    "whatif": wording.WHAT_IF,
    "sheet": wording.SHEET,
    "change": wording.CHANGE,
    "leave": wording.LEAVE,
}


@dataclass(frozen=True, slots=True)
class Lent:
    """What the door lends: ways to show an advice. They write to standard output, and raise ZjtxError where they cannot."""

    first: Callable[[Case], None]  # the advice on one screen
    whole: Callable[[Case], None]
    compare: Callable[[Case, Case], None]  # what it is, beside what it would become
    sheet: Callable[[Case], None]  # what other offices should fill in
    export: Callable[[Case, Path, str], None]  # the file, and which paper
    papers: dict[str, Text]  # which there are to choose from
    forms: dict[str, Text]  # by suffix: the files that can hold any of them
    tables: dict[str, Text]  # by suffix: what has one form only


def finish(interview: Interview, asker: Asker, pack: Pack, language: Language, lent: Lent) -> None:
    """Show the advice, and go on until the person leaves."""
    lent.first(interview.case)
    while True:
        asker.say(wording.NEXT.to(language), Tone.SECTION)
        reply = asker.ask(_menu(language))
        assert isinstance(reply, Chosen)
        asker.say(wording.ANSWERED.format(answer=_NEXT[reply.rows[0]]).to(language), Tone.ANSWER)
        try:
            match reply.rows[0]:
                case "whole":
                    lent.whole(interview.case)
                case "export":
                    _export(interview.case, asker, language, lent)
                case "whatif":
                    _what_if(interview, asker, pack, language, lent)
                case "sheet":
                    lent.sheet(interview.case)
                case "change":
                    _change(interview, lent)
                case _:
                    return
        except ZjtxError as error:
            asker.say(error.message.to(language), Tone.NOTICE)


def _menu(language: Language) -> Prompt:
    return Prompt(tuple(Row(name, label.to(language)) for name, label in _NEXT.items()), default=("leave",))


def _change(interview: Interview, lent: Lent) -> None:
    step = interview.review()
    if step is not None:
        interview.talk(step)
        lent.first(interview.case)


def _export(case: Case, asker: Asker, language: Language, lent: Lent) -> None:
    """First which paper, then which form, in plain words; the file's name comes last and is there already."""
    kind = _picked(wording.EXPORT_KIND, {**lent.papers, **lent.tables}, asker, language)
    if kind is None:
        return
    suffix = kind if kind in lent.tables else _picked(wording.EXPORT_FORM, lent.forms, asker, language)
    if suffix is None:
        return
    path = _path(case, kind, suffix, asker, language, lent)
    if path is None or not _may_replace(path, asker, language):
        return
    lent.export(case, path, kind if kind in lent.papers else next(iter(lent.papers)))
    asker.say(wording.EXPORTED.format(name=path).to(language), Tone.ANSWER)


def _picked(question: Text, choices: dict[str, Text], asker: Asker, language: Language) -> str | None:
    """One of the choices; None: the person went back."""
    asker.say(question.to(language), Tone.QUESTION)
    rows = tuple(Row(name, label.to(language)) for name, label in choices.items())
    reply = asker.ask(Prompt(rows, default=(next(iter(choices)),), keys=(Key.BACK,)))
    if not isinstance(reply, Chosen):
        return None
    asker.say(wording.ANSWERED.format(answer=choices[reply.rows[0]]).to(language), Tone.ANSWER)
    return reply.rows[0]


def _path(case: Case, kind: str, suffix: str, asker: Asker, language: Language, lent: Lent) -> Path | None:
    """Where to write; a name without a suffix gets the one that was chosen."""
    label = {**lent.papers, **lent.tables}[kind].to(language)
    name = "-".join((case.city.replace("/", "-"), *re.split("[（(,]", label)[0].split()))
    asker.say(wording.EXPORT_ASK.to(language), Tone.QUESTION)
    reply = asker.ask(Prompt(field=Field(otherwise=f"{name}{suffix}"), keys=(Key.BACK,)))
    if not isinstance(reply, Written):
        return None
    written = reply.text or f"{name}{suffix}"
    return Path(written if Path(written).suffix else f"{written}{suffix}").expanduser()


def _may_replace(path: Path, asker: Asker, language: Language) -> bool:
    if not path.exists():
        return True
    asker.say(wording.REPLACE.format(name=path).to(language), Tone.QUESTION)
    rows = (Row("no", wording.REPLACE_NO.to(language)), Row("yes", wording.REPLACE_YES.to(language)))
    return asker.ask(Prompt(rows, default=("no",), keys=(Key.BACK,))) == Chosen(("yes",))


def _what_if(interview: Interview, asker: Asker, pack: Pack, language: Language, lent: Lent) -> None:
    asker.say(wording.WHAT_IF_WHICH.to(language), Tone.QUESTION)
    reply = asker.ask(Prompt(tuple(answered_rows(pack, interview.case, language)), keys=(Key.BACK,)))
    if isinstance(reply, Chosen):
        other = interview.try_other(reply.rows[0])
        if other is not None:
            lent.compare(interview.case, other)
