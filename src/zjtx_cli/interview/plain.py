"""Prompts as plain lines: numbered options, the default said in words, nothing redrawn. For screen readers and any console."""

import os
import re
import sys
import unicodedata

from zjtx_cli.interview import wording
from zjtx_cli.interview.prompts import Chosen, Key, Prompt, Reply, Tone, Written
from zjtx_cli.interview.wrapping import on_one_line, wrap
from zjtx_cli.text import Language, Text

_LETTERS = {"b": Key.BACK, "?": Key.HELP, "s": Key.NOTES, "r": Key.REVIEW}
_ALWAYS_TOLD = (Key.BACK, Key.HELP)
_LEAVE = "q"
_BETWEEN_NUMBERS = re.compile(r"[\s,、，;；]+")


class Plain:
    """Prompts on standard error, one line of standard input for each answer."""

    back_key = "b"

    def __init__(self, language: Language) -> None:
        self._language = language
        self._taught: set[tuple[Key, ...]] = set()  # keys that have been told in full; told again after a ?

    def say(self, text: str, tone: Tone = Tone.ASIDE) -> None:
        if tone in (Tone.SECTION, Tone.STEP):
            sys.stderr.write("\n")
        for line in text.split("\n"):
            for part in wrap(on_one_line(line), _columns() - 1):
                sys.stderr.write(part + "\n")
        sys.stderr.flush()

    def ask(self, prompt: Prompt) -> Reply | Key:
        self._list(prompt)
        reason = ""
        while True:
            if reason:
                self.say(reason)
            self.say(self._instruction(prompt))
            reply = self._read(prompt, self._line())
            if reply is Key.HELP:
                self._taught.discard(prompt.keys)
            if isinstance(reply, Key):
                return reply
            reason = reply if isinstance(reply, str) else prompt.refuse(reply)
            if not reason and not isinstance(reply, str):
                return reply

    def close(self) -> None:
        """Nothing to undo."""

    def _list(self, prompt: Prompt) -> None:
        if prompt.field is not None:
            return
        heading = ""
        for number, row in enumerate(prompt.rows, 1):
            if row.heading != heading:
                heading = row.heading
                self.say(heading)
            label = row.label + (wording.ASIDE.format(text=row.hint).to(self._language) if row.hint else "")
            mark = f"{number}. ".rjust(len(str(len(prompt.rows))) + 3)
            for line in wrap(on_one_line(mark + label), _columns() - 1, indent=" " * len(mark)):
                sys.stderr.write(line + "\n")

    def _instruction(self, prompt: Prompt) -> str:
        """What may be typed now, and what Enter alone means."""
        if prompt.field is None:
            only = wording.PLAIN_ONLY if len(prompt.rows) == 1 else wording.PLAIN_ONE
            what = self._say(wording.PLAIN_SEVERAL if prompt.several else only, last=len(prompt.rows))
        else:
            what = self._say(wording.PLAIN_FIGURE if prompt.field.figure else wording.PLAIN_TEXT)
        letters = [f"{row.letter} {row.label}" for row in prompt.rows if row.letter and prompt.field is not None]
        taught = prompt.keys in self._taught
        self._taught.add(prompt.keys)
        keys = [key for key in Key if key in prompt.keys and (not taught or key in _ALWAYS_TOLD)]
        letters += [self._say(wording.PLAIN_KEYS[key.value]) for key in keys]
        letters += [] if taught and keys else [self._say(wording.PLAIN_LEAVE)]
        default = self._default(prompt)
        meaning = self._say(wording.PLAIN_DEFAULT, default=default) if default else self._say(wording.PLAIN_NO_DEFAULT)
        stop, comma = self._say(wording.STOP), self._say(wording.COMMA)
        return stop.join([what, meaning, comma.join(letters)]) + stop.rstrip()

    def _default(self, prompt: Prompt) -> str:
        labels = [row.label for row in prompt.rows if row.id in prompt.default]
        return self._say(wording.COMMA).join(labels) or (prompt.field.otherwise if prompt.field else "")

    def _line(self) -> str:
        sys.stderr.write(self._say(wording.PLAIN_PROMPT))
        sys.stderr.flush()
        line = sys.stdin.readline()
        if not line:
            raise EOFError
        return on_one_line(line).strip()

    def _read(self, prompt: Prompt, line: str) -> Reply | Key | str:
        """What a line means; a str is the reason why it means nothing."""
        plain = unicodedata.normalize("NFKC", line).strip().casefold()
        if plain == _LEAVE:
            raise EOFError
        if plain in _LETTERS and _LETTERS[plain] in prompt.keys:
            return _LETTERS[plain]
        if not plain:
            if prompt.default:
                return Chosen(prompt.default)
            return Written("") if prompt.field and prompt.field.otherwise else self._say(wording.PLAIN_NOTHING)
        named = next((row for row in prompt.rows if plain in (row.letter, row.label.casefold())), None)
        if named is not None:
            return Chosen((named.id,))
        return Written(line) if prompt.field is not None else self._numbers(prompt, plain)

    def _numbers(self, prompt: Prompt, plain: str) -> Reply | str:
        chosen = []
        for part in filter(None, _BETWEEN_NUMBERS.split(plain)):
            if not part.isdecimal() or not 1 <= int(part) <= len(prompt.rows):
                return self._say(wording.PLAIN_NOT_A_NUMBER, written=part, last=len(prompt.rows))
            chosen.append(prompt.rows[int(part) - 1])
        if len(chosen) > 1 and not prompt.several:
            return self._say(wording.PLAIN_ONE_ONLY)
        alone = next((row for row in chosen if row.alone), None)
        if alone is not None and len(set(chosen)) > 1:
            return self._say(wording.ALONE, row=alone.label)
        return Chosen(tuple(dict.fromkeys(row.id for row in chosen)))

    def _say(self, said: Text, **values: object) -> str:
        return said.format(**values).to(self._language)


def _columns() -> int:
    """Columns of the terminal behind standard error."""
    try:
        return max(20, os.get_terminal_size(sys.stderr.fileno()).columns or 80)
    except (OSError, ValueError):
        return 80
