"""A row of many cities, as a line of JSON or of a table: the figures, or what is wrong with it."""

import csv
import io
import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.model.row import Row, RowFigures
from zjtx_cli.report.json_values import number, problem_as_json

_encode = json.JSONEncoder(ensure_ascii=False).encode
_text: Any = json.encoder.encode_basestring  # a text as JSON has it
_HEAD = ("file", "line", "city", "industry", "status", "first", "strength")


@lru_cache(maxsize=5_000)
def _share(one: float) -> str:
    """A share known: a sum of some weights, so few differ."""
    return repr(round(one, 6) + 0.0)


class JsonLines:
    """One JSON object a line."""

    suffix = ".jsonl"

    def __init__(self, playbooks: Sequence[str]) -> None:
        fits = ", ".join(f"{_encode(one)}: %r" for one in playbooks)
        known = fits.replace("%r", "%s")
        self._form = (
            '{"file": %s, "line": %d, "city": %s, "industry": %s, "status": "%s", "first": %s, "strength": %s, '
            f'"fits": {{{fits}}}, "known": {{{known}}}'
        )

    def header(self) -> str:
        return ""

    def row(self, where: Location, row: Row, figures: RowFigures, more: dict[str, Any]) -> str:
        """Written by hand: it is done for every row, and `json` would take twice the time."""
        status, first, strength, fits, known = figures
        told = self._form % (
            _text(where.file),
            where.line,
            _text(row.city),
            _text(row.industry),
            status,
            "null" if first is None else _text(first),
            "null" if strength is None else f'"{strength}"',
            *[round(one, 6) + 0.0 for one in fits],
            *map(_share, known),
        )
        return f"{told}, {_encode(more)[1:-1]}}}\n" if more else f"{told}}}\n"

    def wrong(self, where: Location, row: Row | None, problems: Sequence[Problem]) -> str:
        named = {} if row is None else {"city": row.city, "industry": row.industry}
        told = [problem_as_json(one) for one in problems]
        return _encode({"file": where.file, "line": where.line, **named, "problems": told}) + "\n"


class Table:
    """Comma-separated values with a header; what is wrong stands in the last column."""

    suffix = ".csv"

    def __init__(self, playbooks: Sequence[str], more: Sequence[str] = ()) -> None:
        self._width, self._more = len(playbooks), tuple(more)
        figures = [f"{what}.{playbook}" for what in ("fits", "known") for playbook in playbooks]
        self._header = (*_HEAD, *figures, *more, "problems")

    def header(self) -> str:
        return _line(self._header)

    def row(self, where: Location, row: Row, figures: RowFigures, more: dict[str, Any]) -> str:
        status, first, strength, fits, known = figures
        head = (where.file, where.line, row.city, row.industry, status, first or "", strength or "")
        return _line((*head, *map(number, fits), *map(number, known), *(_encode(more[one]) for one in self._more), ""))

    def wrong(self, where: Location, row: Row | None, problems: Sequence[Problem]) -> str:
        told = "; ".join(f"{one.where}: {one.message.zh} · {one.message.en} [{one.rule}]" for one in problems)
        named = ("", "") if row is None else (row.city, row.industry)
        empty = [""] * (3 + 2 * self._width + len(self._more))
        return _line((where.file, where.line, *named, *empty, told))


def _line(cells: Sequence[object]) -> str:
    held = io.StringIO()
    csv.writer(held, lineterminator="\n").writerow(cells)
    return held.getvalue()
