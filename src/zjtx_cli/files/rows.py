"""Rows of many cities: JSON lines and tables. Each is one answers file; what is plain is read at once, all else slowly.

The quick way takes only what the slow way (`case_of`) would take, and gives the same: that is a law of the tests.
"""

import json
import re
from operator import getitem
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.answers import MONTH, MOST_BYTES, case_of, check_answer
from zjtx_cli.files.hidden import HIDDEN
from zjtx_cli.files.json_located import parse_json
from zjtx_cli.files.located import decode, too_large
from zjtx_cli.model.answers import Case, Mark
from zjtx_cli.model.condition import State
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.question import Question
from zjtx_cli.model.row import Row
from zjtx_cli.text import Text

MOST_KEPT = 2_000
"""Ways of writing one answer that are remembered."""

_COUNTRY = re.compile("[A-Z]{2}")
_HEAD = frozenset(("city", "level", "country", "industry", "as_of", "office", "answers"))
_NOTES = ("source", "year", "scope")
_ANSWER_KEYS = frozenset((*_NOTES, "value", "sure", "withheld"))

Read = Row | list[Problem]
"""A row, or everything that is wrong with it."""


class Unusual(Exception):
    """Not plain, or wrong: to be read slowly."""


class Written(dict[Any, State]):
    """What is meant by the ways in which one question's answer is written, remembered; Unusual where it is refused.

    A list is given as a tuple. A truth (true, false) must not be asked for: it would be taken for 1 or 0.
    """

    def __init__(self, question: Question, pack: Pack) -> None:
        super().__init__()
        self._question, self._pack = question, pack
        self._broken = question.kind == "number" and not question.whole
        self._low, self._high = question.low, question.high

    def __missing__(self, written: Any) -> State:
        if self._broken and isinstance(written, float):  # hardly comes twice
            value = round(written, 9)
            if self._low <= value <= self._high:
                return value
            raise Unusual
        if len(self) >= MOST_KEPT:
            self.clear()
        state = self[written] = self._figure(written) if isinstance(written, (int, float)) else self._word(written)
        return state

    def _figure(self, written: float) -> State:
        question, value = self._question, round(float(written), 9)
        if question.kind != "number" or not question.low <= value <= question.high:
            raise Unusual
        if question.whole and value != int(value):
            raise Unusual
        return value

    def _word(self, written: Any) -> State:
        answer = check_answer(self._question, list(written) if isinstance(written, tuple) else written, self._pack)
        if isinstance(answer, Text):
            raise Unusual
        return None if answer.value in (Mark.UNKNOWN, Mark.WITHHELD) else answer.value


class JsonRows:
    """Reads lines of JSON, each an answers file."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._written = {name: Written(question, pack) for name, question in pack.questions.items()}
        self._decode = json.JSONDecoder(parse_constant=_refuse).decode
        self._decode_pairs = json.JSONDecoder(object_pairs_hook=tuple, parse_constant=_refuse).decode

    def read(self, raw: bytes, where: Location) -> Read:
        """`where` is the place of the line's first character."""
        try:
            text = raw.decode()
            row = self._at_once(text)
            return self._in_pairs(self._decode_pairs(text)) if row is None else row
        except (Unusual, ValueError, TypeError, KeyError, OverflowError, RecursionError):
            return self._slowly(raw, where)

    def _at_once(self, text: str) -> Row | None:
        """A line without truths, in which no colon stands but behind a key: then no key stands twice."""
        head = self._decode(text)
        if type(head) is not dict:
            raise Unusual
        given, written = head["answers"], self._written
        if type(given) is not dict:
            raise Unusual
        if text.count(":") != len(head) + len(given) or "true" in text or "false" in text:
            return None
        city, industry, level = self._named(head)
        plain = [tuple(raw) if type(raw) is list else raw for raw in given.values()]
        states = dict(zip(given, map(getitem, map(written.__getitem__, given), plain), strict=True))
        return Row(city, industry, level, states)

    def _in_pairs(self, pairs: Any) -> Row:
        """An object comes as a tuple of pairs, so that a key that stands twice is seen."""
        head = dict(pairs)
        if type(pairs) is not tuple or len(head) != len(pairs):
            raise Unusual
        given, written = head["answers"], self._written
        if type(given) is not tuple:
            raise Unusual
        states: dict[str, State] = {}
        for key, raw in given:
            kind = type(raw)
            if kind is bool:
                raise Unusual
            if kind is tuple:
                states[key] = self._mapping(key, raw)
            else:
                states[key] = written[key][tuple(raw) if kind is list else raw]
        if len(states) != len(given):
            raise Unusual
        city, industry, level = self._named(head)
        return Row(city, industry, level, states)

    def _named(self, head: dict[str, Any]) -> tuple[str, str, str]:
        """City, industry and level, where the rest of the head is sound, too."""
        city, industry, level = head["city"], head.get("industry", ""), head.get("level", "county")
        if not head.keys() <= _HEAD or not city or HIDDEN.search(city) or HIDDEN.search(industry):
            raise Unusual
        if level not in LEVELS:
            raise Unusual
        if "country" in head and not _COUNTRY.fullmatch(head["country"]):
            raise Unusual
        if "as_of" in head and not MONTH.fullmatch(head["as_of"]):
            raise Unusual
        if "office" in head and head["office"] not in self._pack.offices:
            raise Unusual
        return city, industry, level

    def _mapping(self, question: str, pairs: tuple[tuple[str, Any], ...]) -> State:
        """An answer as {value: …, source: …, year: …, sure: …}."""
        held = dict(pairs)
        if len(held) != len(pairs) or not held.keys() <= _ANSWER_KEYS or type(held.get("sure", True)) is not bool:
            raise Unusual
        for note in _NOTES:
            if note in held and (type(held[note]) not in (str, int) or HIDDEN.search(str(held[note]))):
                raise Unusual
        raw: Any = held.get("value")
        if type(raw) in (bool, tuple) or held.get("withheld", False) is not False:
            raise Unusual
        return self._written[question][tuple(raw) if type(raw) is list else raw]

    def _slowly(self, raw: bytes, where: Location) -> Read:
        if len(raw) > MOST_BYTES:
            return [too_large(where, MOST_BYTES)]
        text = decode(raw, where)
        if isinstance(text, Problem):
            return [text]
        parsed = parse_json(text, where)
        if isinstance(parsed, list):
            return parsed
        case, problems = case_of(parsed, self._pack, where.file)
        return problems if case is None else row_of(case)


def row_of(case: Case) -> Row:
    states: dict[str, State] = {
        name: None if answer.value in (Mark.UNKNOWN, Mark.WITHHELD) else answer.value
        for name, answer in case.answers.items()
    }
    return Row(case.city, case.industry, case.level, states)


def _refuse(_: str) -> None:
    """NaN and Infinity are not JSON."""
    raise Unusual
