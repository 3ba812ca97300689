"""One self-contained page: no script, nothing from outside, readable on a phone, printed on A4, plain to a screen reader."""

import base64
import hashlib
from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from zjtx_cli.report.document import (
    Block,
    Bullets,
    Callout,
    Document,
    Facts,
    Fold,
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
from zjtx_cli.report.drawing_layout import PHONE, SCREEN, laid_out
from zjtx_cli.report.drawing_svg import on_page
from zjtx_cli.report.page_style import STYLE
from zjtx_cli.report.widths import span
from zjtx_cli.text import Language

_LANG = {Language.ZH: "zh-CN", Language.EN: "en"}
_COLON = {Language.ZH: "：", Language.EN: ": "}
_DEEPEST = 6
_SHORT = 12  # half characters of a cell that is not worth a second line: a month, a short name
_HASH = base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()
_POLICY = f"default-src 'none'; style-src 'sha256-{_HASH}'; base-uri 'none'; form-action 'none'"


class _Around(NamedTuple):
    """What a block must know of its page: which references lead somewhere, and the language."""

    targets: frozenset[str]
    language: Language


def render(document: Document) -> str:
    return "\n".join(_page(document)) + "\n"


def _page(document: Document) -> Iterator[str]:
    at = _Around(_targets(document), document.language)
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_LANG[document.language]}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f"<title>{_text(document.title)}</title>"
    yield f"<style>{STYLE}</style>"
    yield "</head>"
    yield "<body>"
    yield "<header>"
    yield f"<h1>{_text(document.title)}</h1>"
    if document.subtitle:
        yield f"<p>{_text(document.subtitle)}</p>"
    yield "</header>"
    if document.contents and len(document.sections) > 1:
        yield from _contents(document)
    yield "<main>"
    for number, section in enumerate(document.sections, 1):
        yield from _chapter(section, number, at)
    yield "</main>"
    yield "</body>"
    yield "</html>"


def _contents(document: Document) -> Iterator[str]:
    label = _text(document.contents)
    yield f'<nav aria-label="{label}">'
    yield f"<details><summary>{label}</summary>"
    yield "<ul>"
    for number, section in enumerate(document.sections, 1):
        yield f'<li><a href="#s{number}">{_text(section.title)}</a></li>'
    yield "</ul></details>"
    yield "</nav>"


def _chapter(section: Section, number: int, at: _Around) -> Iterator[str]:
    yield f'<section aria-labelledby="s{number}">'
    yield f'<h2 id="s{number}">{_text(section.title)}</h2>'
    yield from _blocks(section.blocks, 3, at)
    yield "</section>"


def _blocks(blocks: tuple[Block, ...], level: int, at: _Around) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, level, at)


def _block(block: Block, level: int, at: _Around) -> Iterator[str]:
    match block:
        case Section(title, inner):
            heading = f"h{min(level, _DEEPEST)}"
            yield f"<section><{heading}>{_text(title)}</{heading}>"
            yield from _blocks(inner, level + 1, at)
            yield "</section>"
        case Fold(title, inner):
            yield f"<details><summary>{_text(title)}</summary>"
            yield from _blocks(inner, level, at)
            yield "</details>"
        case Paragraph(words):
            yield f"<p>{_inner(words, at)}</p>"
        case Bullets(items) | Numbered(items):
            yield from _list("ol" if isinstance(block, Numbered) else "ul", items, at)
        case Facts():
            yield from _facts(block, at)
        case Table():
            yield from _table(block, at)
        case Picture():
            yield from _picture(block, at.language)
        case Lines(lines, label):
            told = "<br>".join(map(_text, lines))
            behind = f"<span>{_text(label)}{_COLON[at.language]}</span><span>{told}</span>"
            yield f'<p class="listed">{behind}</p>' if label else f'<p class="signed">{told}</p>'
        case Callout(kind, title, words):
            yield f'<p class="callout {_text(kind)}"><strong>{_text(title)}</strong> {_inner(words, at)}</p>'


def _list(kind: str, items: tuple[Words, ...], at: _Around) -> Iterator[str]:
    yield f"<{kind}>"
    for item in items:
        yield f"<li>{_inner(item, at)}</li>"
    yield f"</{kind}>"


def _facts(block: Facts, at: _Around) -> Iterator[str]:
    yield "<dl>"
    for fact in block.facts:
        yield f"<div><dt>{_text(fact.label)}</dt>"
        for words in fact.lines:
            yield f"<dd>{_inner(words, at)}</dd>"
        yield "</div>"
    yield "</dl>"


def _table(table: Table, at: _Around) -> Iterator[str]:
    """On a phone rows become cards: `data-label` is what a cell is then called."""
    kinds = [_column(table, place) for place in range(len(table.head))]
    yield f"<table><caption>{_text(table.caption)}</caption>"
    heads = (f'<th scope="col"{kind}>{_text(title)}</th>' for title, kind in zip(table.head, kinds, strict=True))
    yield f"<thead><tr>{''.join(heads)}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = [f'<th scope="row">{_inner(row[0], at)}</th>']
        for title, cell, kind in zip(table.head[1:], row[1:], kinds[1:], strict=True):
            label = f' data-label="{_text(title)}"' if plain(cell) else ""
            cells.append(f"<td{kind}{label}>{_inner(cell, at)}</td>")
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _column(table: Table, place: int) -> str:
    """Figures stand at the right; a column of a few characters is not broken."""
    if place in table.figures:
        return ' class="figure"'
    short = place and all(span(plain(row[place])) <= _SHORT for row in table.rows)
    return ' class="short"' if short else ""


def _picture(picture: Picture, language: Language) -> Iterator[str]:
    """Laid out twice, for a phone and for anything wider: the style sheet shows the one that can be read."""
    alternative = picture.alternative.to(language)
    yield "<figure>"
    for name, width in (("wide", SCREEN), ("narrow", PHONE)):
        yield on_page(laid_out(picture.drawing, width, language), name, alternative)
    yield f"<figcaption>{_text(picture.caption.to(language))}</figcaption>"
    yield "</figure>"


def _inner(words: Words, at: _Around) -> str:
    parts = []
    for part in inlines(words):
        match part:
            case str():
                parts.append(_kept(part))
            case Strong(text):
                parts.append(f"<strong>{_text(text)}</strong>")
            case Ref(key, shown):
                inner = _text(shown)
                parts.append(f'<a href="#c-{_text(key)}">{inner}</a>' if key in at.targets else inner)
            case Target(key, shown):
                parts.append(f'<span id="c-{_text(key)}">{_text(shown)}</span>')
            case Link(address):
                shown = _text(address)
                parts.append(f'<a href="{shown}" rel="noreferrer">{shown}</a>')
    return "".join(parts)


def _targets(document: Document) -> frozenset[str]:
    return frozenset(
        part.key for words in words_in(document.sections) for part in inlines(words) if isinstance(part, Target)
    )


def _kept(part: str) -> str:
    text = _text(part)
    return f"{' ' if part[:1].isspace() else ''}{text}{' ' if text and part[-1:].isspace() else ''}"


def _text(text: str) -> str:
    return escape(on_one_line(text))
