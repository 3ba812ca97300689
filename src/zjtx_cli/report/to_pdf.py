"""A PDF by Typst: PDF/A-2b and PDF/UA-1, every font embedded, the same bytes for the same paper and the same fonts."""

import json
import re
from itertools import pairwise
from typing import Any

from zjtx_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Facts,
    Fold,
    Inline,
    Lines,
    Link,
    Numbered,
    Paragraph,
    Picture,
    Ref,
    Section,
    Strong,
    Table,
    Target,
    Words,
    inlines,
    on_one_line,
    plain,
    words_in,
)
from zjtx_cli.report.drawing_layout import PAPER, laid_out
from zjtx_cli.report.drawing_svg import on_paper
from zjtx_cli.report.drawing_text import width_of
from zjtx_cli.report.typesetting import Faces, faces_for, typeset
from zjtx_cli.report.typst_page import PROGRAM
from zjtx_cli.report.widths import columns, stays_together, title_lines
from zjtx_cli.text import Language, Text

_COLON = Text("：", ": ")
_FIGURE = Text("图", "Figure")
_LONG_ROW = 900  # characters from which on a row may break: it could be longer than a page
_LONG_PAPER = 8000  # characters from which on a paper needs a table of contents
_TALL = 200.0  # a chart that would leave too much of a page empty floats to where there is room
_LONG_WORD, _CELL_WORD = re.compile(r"[!-~]{25,}"), re.compile(r"[!-~]{13,}")
_PIECES = re.compile(r".{1,11}?[_/.?&=-]|.{1,8}")
_SHORT = 6.5  # em; a cell no wider stays on one line
_MAY_BREAK = "\u200b"
_LATIN = re.compile("[A-Za-z]")
_MUCH = 0.2
_TABLE_WIDTH = {True: 9680, False: 11590}
"""Of a page in twips, as `columns` counts: for characters of 11.5 pt; here they have 10.5 in an official paper and 9 in others."""
_REFERENCE = re.compile(r"\[\d+\]")
_ANNEX = re.compile(r"(?:附件|Annex )\d")


def render(document: Document) -> bytes:
    """Raises CannotAccess where Typst or a Chinese font is not there."""
    faces = faces_for(document.language, official=document.official)
    return typeset(PROGRAM, json.dumps(_paper(document, faces), ensure_ascii=False), faces)


def _paper(document: Document, faces: Faces) -> dict[str, Any]:
    year, _, month = document.date.partition("-")
    length = sum(len(plain(words)) for words in words_in(document.sections))
    with_contents = length > _LONG_PAPER and len(document.sections) > 1 and not document.official
    teller = _Teller(document, faces)
    return {
        "title": on_one_line(document.title),
        "lines": [on_one_line(one) for one in title_lines(document.title)],
        "subtitle": _breakable(on_one_line(document.subtitle)),
        "language": document.language.value,
        "official": document.official,
        "author": [],
        "keywords": [],
        "date": {"year": int(year or 2000), "month": int(month or 1)},
        "fonts": {"body": faces.body, "head": faces.head, "second": faces.second},
        "contents": on_one_line(document.contents) if with_contents else "",
        "colon": _COLON.to(document.language),
        "figure": _FIGURE.to(document.language),
        "blocks": teller.blocks(document.sections),
    }


class _Teller:
    """Blocks as plain data. A class because every block needs the language, the fonts and where references lead."""

    def __init__(self, document: Document, faces: Faces) -> None:
        self._language = document.language
        self._faces = faces
        self._official = document.official
        self._attached = False
        self._table_width = _TABLE_WIDTH[document.official and document.language is Language.ZH]
        self._targets = {
            part.key for words in words_in(document.sections) for part in inlines(words) if isinstance(part, Target)
        }

    def blocks(self, blocks: tuple[Block, ...]) -> list[dict[str, Any]]:
        """Nobody signs on a page of its own, and what leads to a table stands over it."""
        told = [self._block(one) for one in blocks]
        for above, below in pairwise(told):
            leads = above["kind"] == "paragraph" and below["kind"] == "table"
            above["stays"] = leads or below["kind"] == "lines"
        return told

    def _block(self, block: Block) -> dict[str, Any]:
        match block:
            case Section(title, inner) | Fold(title, inner):
                attached = self._official and bool(_ANNEX.match(title))
                first, self._attached = attached and not self._attached, attached or self._attached
                about: dict[str, Any] = {"kind": "section", "apart": first, "attached": attached}
                return {
                    **about,
                    "title": _breakable(on_one_line(title)),
                    "blocks": self.blocks(inner),
                }
            case Paragraph(words):
                about = {
                    "ragged": _ragged(words, self._language),
                    "leads": plain(words).rstrip().endswith(("：", ":")),
                    "note": self._attached,
                }
                return {"kind": "paragraph", **about, "words": self._words(words)}
            case Bullets(items):
                return {"kind": "bullets", "items": [self._item(one) for one in items]}
            case Numbered(items):
                return {"kind": "numbered", "items": [self._item(one) for one in items]}
            case Lines(lines, label):
                return {
                    "kind": "lines",
                    "label": on_one_line(label),
                    "lines": [_breakable(on_one_line(one)) for one in lines],
                }
            case Callout(kind, title, words):
                about = {"title": on_one_line(title), "warning": kind == "warning"}
                return {"kind": "callout", **about, "words": self._words(words)}
            case Facts():
                return self._facts(block)
            case Table():
                return self._table(block)
            case Picture():
                return self._picture(block)

    def _facts(self, block: Facts) -> dict[str, Any]:
        facts = [
            {
                "label": _breakable(on_one_line(one.label)),
                "lines": [self._words(line) for line in one.lines],
                "long": sum(len(plain(line)) for line in one.lines) > _LONG_ROW,
            }
            for one in block.facts
        ]
        label = max((width_of(on_one_line(one.label), 1) for one in block.facts), default=0)
        return {"kind": "facts", "facts": facts, "label": min(max(label, 4), 10)}

    def _table(self, table: Table) -> dict[str, Any]:
        rows = [
            {"cells": [self._cell(cell) for cell in row], "long": any(len(plain(cell)) > _LONG_ROW for cell in row)}
            for row in table.rows
        ]
        head = [on_one_line(one) for one in table.head]
        return {
            "kind": "table",
            "head": head,
            "rows": rows,
            "figures": sorted(table.figures),
            "widths": columns(table, self._table_width),
            "whole": len(stays_together(table)) >= len(rows) - 1,
        }

    def _picture(self, picture: Picture) -> dict[str, Any]:
        sheet = laid_out(picture.drawing, PAPER, self._language)
        alternative, caption = picture.alternative.to(self._language), picture.caption.to(self._language)
        return {
            "kind": "picture",
            "svg": on_paper(sheet, self._faces.chart),
            "tall": sheet.height > _TALL,
            "alternative": on_one_line(alternative),
            "caption": _breakable(on_one_line(caption)),
        }

    def _words(self, words: Words) -> list[dict[str, Any]]:
        return [self._inline(part) for part in inlines(words)]

    def _cell(self, words: Words) -> dict[str, Any]:
        parts = [self._inline(part, within=_CELL_WORD) for part in inlines(words)]
        return {"short": width_of(on_one_line(plain(words)), 1) <= _SHORT, "words": parts}

    def _item(self, words: Words) -> dict[str, Any]:
        return {"ragged": _ragged(words, self._language), "words": self._words(words)}

    def _inline(self, part: Inline, within: re.Pattern[str] | None = None) -> dict[str, Any]:
        match part:
            case str():
                return {"kind": "text", "text": _kept(part, within)}
            case Strong(text):
                return {"kind": "strong", "text": _kept(text, within)}
            case Ref(key, shown):
                about = {"leads": key in self._targets, "raised": bool(_REFERENCE.fullmatch(shown))}
                return {"kind": "ref", "key": key, "text": _kept(shown, within), **about}
            case Target(key, shown):
                return {"kind": "target", "key": key, "text": _kept(shown, within)}
            case Link(address):
                return {"kind": "link", "to": on_one_line(address), "text": _breakable(on_one_line(address))}


def _ragged(words: Words, language: Language) -> bool:
    """Sources, and Chinese with much Latin in it, are not justified: their few gaps would be torn wide open."""
    text = plain(words)
    return text.startswith("[") or (language is Language.ZH and len(_LATIN.findall(text)) > len(text) * _MUCH)


def _kept(part: str, within: re.Pattern[str] | None = None) -> str:
    """A piece of a line: made harmless, breakable, its own spaces at both ends kept."""
    inner = _breakable(on_one_line(part), within or _LONG_WORD)
    if not inner:
        return " " if part else ""
    return f"{' ' if part[0].isspace() else ''}{inner}{' ' if part[-1].isspace() else ''}"


def _breakable(text: str, long: re.Pattern[str] = _LONG_WORD) -> str:
    """A long word without spaces (an address, a hash, an id) may be broken, so that it cannot run out of its place."""
    return long.sub(lambda word: _MAY_BREAK.join(_PIECES.findall(word[0])), text)
