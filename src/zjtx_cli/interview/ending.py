"""After the last question: the advice on one screen, then what a person may want to do with it."""

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
    suffixes: tuple[str, ...]  # of the files that `export` can write
    papers: dict[str, Text]  # which there are to choose from; the first is what is meant where nothing is said
    in_kinds: tuple[str, ...]  # suffixes of files that can hold any of them


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
    asker.say(wording.EXPORT_ASK.format(suffixes=" ".join(lent.suffixes)).to(language), Tone.QUESTION)
    default = f"{case.city.replace('/', '-')}{lent.suffixes[0]}"
    reply = asker.ask(Prompt(field=Field(otherwise=default), keys=(Key.BACK,)))
    if not isinstance(reply, Written):
        return
    path = Path(reply.text or default).expanduser()
    if path.exists():
        asker.say(wording.REPLACE.format(name=path).to(language), Tone.QUESTION)
        rows = (Row("no", wording.REPLACE_NO.to(language)), Row("yes", wording.REPLACE_YES.to(language)))
        if asker.ask(Prompt(rows, default=("no",), keys=(Key.BACK,))) != Chosen(("yes",)):
            return
    kind = _paper(path, asker, language, lent)
    if kind is None:
        return
    lent.export(case, path, kind)
    asker.say(wording.EXPORTED.format(name=path).to(language), Tone.ANSWER)


def _paper(path: Path, asker: Asker, language: Language, lent: Lent) -> str | None:
    """Which paper the file shall hold, where it can hold more than one; None: the person went back."""
    first = next(iter(lent.papers))
    if path.suffix.lower() not in lent.in_kinds:
        return first
    asker.say(wording.EXPORT_KIND.to(language), Tone.QUESTION)
    rows = tuple(Row(name, label.to(language)) for name, label in lent.papers.items())
    reply = asker.ask(Prompt(rows, default=(first,), keys=(Key.BACK,)))
    return reply.rows[0] if isinstance(reply, Chosen) else None


def _what_if(interview: Interview, asker: Asker, pack: Pack, language: Language, lent: Lent) -> None:
    asker.say(wording.WHAT_IF_WHICH.to(language), Tone.QUESTION)
    reply = asker.ask(Prompt(tuple(answered_rows(pack, interview.case, language)), keys=(Key.BACK,)))
    if isinstance(reply, Chosen):
        other = interview.try_other(reply.rows[0])
        if other is not None:
            lent.compare(interview.case, other)
