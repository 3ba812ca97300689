"""Markdown that GitHub renders and any CommonMark parser reads; what users wrote is text, never markup. No raw HTML."""

import re
from collections.abc import Iterator

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
)
from zjtx_cli.report.drawing_table import as_table
from zjtx_cli.text import Language

_DEEPEST = 6
_COLON = {Language.ZH: "：", Language.EN: ": "}
_ALWAYS = re.compile(r"[\\`*_\[\]<>|~#$@]|&(?=#?\w+;)|:(?=//)|(?<=[:/])/|(?<=www)\.")
_AT_THE_START = re.compile(r"^(?:[+=-]|\d{1,9}(?=[.)]))")
_SAFE_ADDRESS = re.compile(r"https?://[!#-;=?-~]+")


def render(document: Document) -> str:
    lines = [f"# {_text(document.title)}", ""]
    if document.subtitle:
        lines += [_text(document.subtitle), ""]
    for section in document.sections:
        lines += _section(section, 2, document.language)
    return "\n".join(lines).rstrip("\n") + "\n"


def _section(section: Section, level: int, language: Language) -> Iterator[str]:
    yield f"{'#' * min(level, _DEEPEST)} {_text(section.title)}"
    yield ""
    for block in section.blocks:
        yield from _block(block, level + 1, language)


def _block(block: Block, level: int, language: Language) -> Iterator[str]:
    match block:
        case Section(title, inner) | Fold(title, inner):
            yield from _section(Section(title, inner), level, language)
            return
        case Paragraph(words):
            yield _line(words)
        case Bullets(items):
            yield from (f"- {_line(item)}" for item in items)
        case Numbered(items):
            yield from (f"{number}. {_line(item)}" for number, item in enumerate(items, 1))
        case Facts():
            yield from _facts(block, _COLON[language])
        case Table():
            yield from _table(block)
        case Picture(_, caption):
            yield f"**{_text(caption.to(language))}**"
            yield ""
            yield from _table(as_table(block, language, bars=False))
        case Lines(lines, label):
            first, *rest = map(_line, lines)
            yield "\\\n".join([f"{_text(label)}{_COLON[language]}{first}" if label else first, *rest])
        case Callout(_, title, words):
            yield f"> **{_text(title)}**{_COLON[language]}{_inner(words)}"
    yield ""


def _facts(block: Facts, colon: str) -> Iterator[str]:
    for fact in block.facts:
        if len(fact.lines) == 1:
            yield f"- **{_text(fact.label)}**{colon}{_inner(fact.lines[0])}"
            continue
        yield f"- **{_text(fact.label)}**"
        yield from (f"  - {_line(words)}" for words in fact.lines)


def _table(table: Table) -> Iterator[str]:
    yield _cells(_inner(title) for title in table.head)
    yield _cells("---:" if place in table.figures else "---" for place in range(len(table.head)))
    yield from (_cells(_inner(cell) for cell in row) for row in table.rows)


def _cells(cells: Iterator[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _line(words: Words) -> str:
    """Words at the start of a line, where some characters begin a list or a heading."""
    return _AT_THE_START.sub(_guarded, _inner(words), count=1)


def _inner(words: Words) -> str:
    parts = []
    for part in inlines(words):
        match part:
            case str():
                parts.append(_kept(part))
            case Strong(text):
                parts.append(f"**{_text(text)}**")
            case Ref(_, shown) | Target(_, shown):
                parts.append(_text(shown))
            case Link(address):
                parts.append(f"<{address}>" if _SAFE_ADDRESS.fullmatch(address) else _text(address))
    return "".join(parts).strip()


def _kept(part: str) -> str:
    text = _text(part)
    before = " " if part[:1].isspace() else ""
    after = " " if text and part[-1:].isspace() else ""
    return f"{before}{text}{after}"


def _text(text: str) -> str:
    return _ALWAYS.sub(lambda found: f"\\{found[0]}", on_one_line(text))


def _guarded(found: re.Match[str]) -> str:
    """A mark at the start of a line: -, + and # behind a backslash, the full stop of a number likewise."""
    return f"{found[0]}\\" if found[0].isdigit() else f"\\{found[0]}"
