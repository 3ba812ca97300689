"""Where an answer comes from: source, year, scope, doubt, or that it is not to be written down."""

import re

from zjtx_cli.interview import wording
from zjtx_cli.interview.asking import tidy
from zjtx_cli.interview.prompts import Asker, Chosen, Field, Key, Prompt, Reply, Row, Tone, Written
from zjtx_cli.interview.wrapping import on_one_line
from zjtx_cli.model.answers import WITHHELD, Answer
from zjtx_cli.text import Language, Text

_LONGEST = 200
_CLEAR = "-"
_YEARS = re.compile(r"(\d{4})年?(?:\s*[-~—至到]+\s*(\d{4})年?)?")
_FIELDS = {
    "source": (wording.SOURCE, wording.SOURCE_ASK),
    "year": (wording.YEAR, wording.YEAR_ASK),
    "scope": (wording.SCOPE, wording.SCOPE_ASK),
}


def ask_notes(asker: Asker, notes: Answer, language: Language) -> Answer:
    """The notes as a person changed them (its value means nothing), or WITHHELD."""
    asker.say(wording.NOTES.to(language), Tone.QUESTION)
    while True:
        reply = asker.ask(_menu(notes, language))
        chosen = reply.rows[0] if isinstance(reply, Chosen) else "done"
        if chosen == "done":
            return notes
        if chosen == "withheld":
            return WITHHELD
        notes = notes._replace(sure=not notes.sure) if chosen == "sure" else _ask_one(asker, notes, chosen, language)


def _menu(notes: Answer, language: Language) -> Prompt:
    def row(name: str, label: Text, held: str) -> Row:
        return Row(name, label.to(language), held or wording.NOTHING_YET.to(language))

    rows = [row(name, label, getattr(notes, name)) for name, (label, _) in _FIELDS.items()]
    rows.append(row("sure", wording.SURE, (wording.SURE_YES if notes.sure else wording.SURE_NO).to(language)))
    rows.append(Row("withheld", wording.WITHHELD.to(language)))
    rows.append(Row("done", wording.DONE_NOTES.to(language)))
    return Prompt(tuple(rows), default=("done",), keys=(Key.BACK,))


def _ask_one(asker: Asker, notes: Answer, name: str, language: Language) -> Answer:
    asker.say(_FIELDS[name][1].to(language), Tone.QUESTION)
    held: str = getattr(notes, name)
    otherwise = wording.KEEP_OR_CLEAR.format(text=held) if held else wording.NOT_FILLED
    reply = asker.ask(
        Prompt(
            field=Field(otherwise=otherwise.to(language)),
            keys=(Key.BACK,),
            refuse=lambda said: _refuse_year(said, language) if name == "year" else "",
        )
    )
    if not isinstance(reply, Written) or not reply.text.strip():
        return notes
    if tidy(reply.text) == _CLEAR:
        return _with(notes, name, "")
    written = _year(reply.text) if name == "year" else on_one_line(reply.text).strip()[:_LONGEST]
    asker.say(wording.ANSWERED.format(answer=written).to(language), Tone.ANSWER)
    return _with(notes, name, written)


def _with(notes: Answer, name: str, written: str) -> Answer:
    match name:
        case "source":
            return notes._replace(source=written)
        case "year":
            return notes._replace(year=written)
        case _:
            return notes._replace(scope=written)


def _refuse_year(reply: Reply, language: Language) -> str:
    if not isinstance(reply, Written):
        return ""
    written = tidy(reply.text)
    fits = written in ("", _CLEAR) or _YEARS.fullmatch(written)
    return "" if fits else wording.YEAR_REFUSED.to(language)


def _year(written: str) -> str:
    found = _YEARS.fullmatch(tidy(written))
    assert found is not None
    return found[1] if found[2] is None else f"{found[1]}-{found[2]}"
