"""A prompt while it is being answered with keys: what is pointed at, ticked, typed, and how it looks. No terminal here."""

import unicodedata

from zjtx_cli.interview import wording
from zjtx_cli.interview.prompts import Chosen, Key, Prompt, Reply, Row, Written
from zjtx_cli.interview.wrapping import on_one_line, width, wrap
from zjtx_cli.text import Language, Text

Fragments = list[tuple[str, str]]

_FIELD = -1  # what is pointed at: the line to write on,
_NOTHING = -2  # or nothing yet
_NARROWEST = 12
_MANY = 9  # rows from which typing to filter is worth a word
_BETWEEN = "  "


class Picking:
    """The state behind the keys. Methods for keys return a reply where the key ends the prompt, else None."""

    def __init__(self, prompt: Prompt, language: Language, columns: int) -> None:
        self.columns = columns
        self._prompt, self._language = prompt, language
        self._typed, self._at, self._digits, self._message = "", 0, "", ""
        self._ticked = set(prompt.default) if prompt.several else set()
        self._pointed = self._start()
        self._cursor = (0, 0)
        self.height = 0  # lines of the body, however many of them are on the screen
        self.body()

    # keys

    def move(self, steps: int) -> None:
        self._quiet()
        shown = [*([_FIELD] if self._prompt.field else []), *self._shown()]
        if not shown:
            return
        if self._pointed not in shown:
            self._pointed = shown[0 if steps > 0 else -1]
            return
        place = shown.index(self._pointed) + steps
        self._pointed = shown[place % len(shown) if abs(steps) == 1 else min(max(place, 0), len(shown) - 1)]

    def left(self) -> Key | None:
        if not self._typed:
            return self.wants(Key.BACK)
        self._at = max(0, self._at - 1)
        return None

    def right(self) -> None:
        self._at = min(len(self._typed), self._at + 1)

    def home(self) -> None:
        self._at = 0

    def end(self) -> None:
        self._at = len(self._typed)

    def erase(self) -> None:
        self._quiet()
        if self._at:
            self._typed = self._typed[: self._at - 1] + self._typed[self._at :]
            self._at -= 1
            self._point_at_match()

    def clear(self) -> None:
        self._quiet()
        self._typed, self._at = "", 0
        self._point_at_match()

    def wants(self, key: Key) -> Key | None:
        return key if key in self._prompt.keys else None

    def type(self, character: str) -> Key | None:
        """A character: a number chooses, a space ticks, ? asks for help, anything else filters or is written."""
        plain = unicodedata.normalize("NFKC", character)
        free_text = self._prompt.field is not None and not self._prompt.field.figure and self._typed
        if plain == "?" and not free_text:
            return self.wants(Key.HELP)
        if self._prompt.field is None and not self._typed:
            if plain.isdecimal():
                self._number(plain)
                return None
            if plain == " ":
                self._tick()
                return None
        if character.isprintable():
            self.write(character)
        return None

    def write(self, character: str) -> None:
        self._quiet()
        self._typed = self._typed[: self._at] + character + self._typed[self._at :]
        self._at += 1
        self._point_at_match()

    def enter(self) -> Reply | None:
        self._digits = ""
        reply = self._reply()
        if reply is None:
            return None
        self._message = on_one_line(self._prompt.refuse(reply))
        return None if self._message else reply

    # what is shown

    def body(self) -> Fragments:
        """The rows, wrapped to `columns`; Window scrolls to the line of `cursor`."""
        lines: list[Fragments] = []
        if self._prompt.field is not None:
            lines += self._field_lines(self._prompt.field.otherwise)
        elif self._typed:
            lines.append([("class:message", self._say(wording.FILTER, typed=self._typed))])
        heading = ""
        for index in self._shown():
            row = self._prompt.rows[index]
            if row.heading != heading:
                heading = row.heading
                lines += [[("class:section", part)] for part in wrap(on_one_line(heading), self._room())]
            if index == self._pointed:
                self._cursor = (0, len(lines))
            lines += self._row_lines(index, row)
        if self._pointed == _NOTHING:
            self._cursor = (0, 0)
        self.height = len(lines)
        fragments: Fragments = []
        for line in lines:
            fragments += [*line, ("", "\n")]
        return fragments[:-1]

    def cursor(self) -> tuple[int, int]:
        return self._cursor

    def foot(self) -> Fragments:
        """What was refused and why, and the keys."""
        lines = [("class:message", line) for line in wrap(self._message, self._room()) if line]
        lines += [("class:hint", line) for line in self._keys_lines()]
        fragments: Fragments = []
        for line in lines:
            fragments += [line, ("", "\n")]
        return fragments[:-1]

    # private

    def _start(self) -> int:
        ids = [row.id for row in self._prompt.rows]
        first = next((ids.index(row) for row in self._prompt.default if row in ids), None)
        return first if first is not None else _FIELD if self._prompt.field else _NOTHING

    def _reply(self) -> Reply | None:
        rows, field = self._prompt.rows, self._prompt.field
        if field is not None and self._pointed == _FIELD:
            if self._typed.strip() or field.otherwise:
                return Written(self._typed.strip())
            self._message = self._say(wording.EMPTY)
            return None
        if self._prompt.several and self._ticked:
            return Chosen(tuple(row.id for row in rows if row.id in self._ticked))
        if self._pointed not in self._shown():
            self._message = self._say(wording.NO_MATCH if self._typed else wording.CHOOSE)
            return None
        row = rows[self._pointed]
        if self._prompt.several and not row.mark:
            self._message = self._say(wording.TICK_FIRST)
            return None
        return Chosen((row.id,))

    def _number(self, digit: str) -> None:
        self._message = ""
        last = len(self._prompt.rows)
        self._digits = next((d for d in (self._digits + digit, digit) if 1 <= int(d) <= last), "")
        if self._digits:
            self._pointed = int(self._digits) - 1
            if self._prompt.several and int(self._digits) * 10 > last:
                self._tick()

    def _tick(self) -> None:
        self._message = ""
        if not self._prompt.several or self._pointed < 0:
            return
        row = self._prompt.rows[self._pointed]
        if row.id in self._ticked:
            self._ticked.discard(row.id)
            return
        if row.alone:
            self._ticked.clear()
        self._ticked -= {one.id for one in self._prompt.rows if one.alone}
        self._ticked.add(row.id)

    def _shown(self) -> list[int]:
        """The rows that the filter leaves."""
        rows = self._prompt.rows
        if self._prompt.field is not None or not self._typed.strip():
            return list(range(len(rows)))
        wanted = unicodedata.normalize("NFKC", self._typed).strip().casefold()
        return [i for i, row in enumerate(rows) if wanted in f"{row.label} {row.hint} {row.id}".casefold()]

    def _point_at_match(self) -> None:
        if self._prompt.field is not None:
            self._pointed = _FIELD
            return
        shown = self._shown()
        if self._pointed not in shown:
            self._pointed = shown[0] if shown and self._typed else _NOTHING
        if not self._typed and self._pointed == _NOTHING:  # the filter is gone: Enter means again what it meant
            self._pointed = self._start()

    def _field_lines(self, otherwise: str) -> list[Fragments]:
        assert self._prompt.field is not None
        pointed = self._pointed == _FIELD
        mark = "> " if pointed else "  "
        if pointed:
            self._cursor = (len(mark) + len(self._typed[: self._at]), 0)
        line: Fragments = [("class:pointed" if pointed else "", mark), ("", self._typed + " ")]
        aside = on_one_line(self._prompt.field.read_back(self._typed)) if self._typed else ""
        if not self._typed and otherwise:
            aside = self._say(wording.ENTER_MEANS, default=on_one_line(otherwise))
        used = width(mark + self._typed) + 3
        if width(aside) + used <= self._room():
            return [[*line, ("class:hint", " " + aside)]]
        return [line, *([("class:hint", "  " + part)] for part in wrap(aside, self._room() - 2))]

    def _row_lines(self, index: int, row: Row) -> list[Fragments]:
        pointed = index == self._pointed
        mark = "> " if pointed else "  "
        if self._prompt.several:
            mark += "[x] " if row.id in self._ticked else "[ ] "
        if self._prompt.field is None:
            mark += f"{index + 1}. ".rjust(len(str(len(self._prompt.rows))) + 2)
        indent = " " * len(mark)
        label, hint, room = on_one_line(row.label), on_one_line(row.hint), self._room() - len(mark)
        style = "class:pointed" if pointed else ""
        if hint and width(label) + 2 + width(hint) <= room:
            return [[(style, mark + label), ("class:hint", "  " + hint)]]
        first, *rest = wrap(label, room)
        lines: list[Fragments] = [[(style, mark + first)], *([(style, indent + part)] for part in rest)]
        return [*lines, *([("class:hint", indent + part)] for part in wrap(hint, room) if part)]

    def _keys_lines(self) -> list[str]:
        """The keys that do something here; a key and what it does stay together."""
        prompt = self._prompt
        texts = [wording.KEYS_NUMBERS if prompt.field is None else wording.KEYS_MOVE] if prompt.rows else []
        texts += [wording.KEYS_SPACE] if prompt.several else []
        texts += [wording.KEYS_ENTER]
        texts += [wording.KEYS_TYPE] if len(prompt.rows) > _MANY and prompt.field is None else []
        texts += [wording.KEYS[key.value] for key in Key if key in prompt.keys]
        lines = [""]
        for text in [*texts, wording.KEYS_LEAVE]:
            said = self._say(text)
            if lines[-1] and width(lines[-1] + _BETWEEN + said) > self._room():
                lines.append("")
            lines[-1] += _BETWEEN + said if lines[-1] else said
        return lines

    def _room(self) -> int:
        return max(_NARROWEST, self.columns - 1)

    def _quiet(self) -> None:
        self._message, self._digits = "", ""

    def _say(self, text: Text, **values: object) -> str:
        return text.format(**values).to(self._language)
