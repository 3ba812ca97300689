"""What is to be read, as a handful of blocks: what is said and in which order is settled before anything is rendered."""

from collections.abc import Iterator
from dataclasses import dataclass

from zjtx_cli.report.drawing import Drawing
from zjtx_cli.text import Language, Text, harmless


@dataclass(frozen=True, slots=True)
class Strong:
    """Words to be seen at a glance. Nothing may be told by their look alone."""

    text: str


@dataclass(frozen=True, slots=True)
class Ref:
    """A reference to where a claim or a source is told; `shown` is what is read, `key` what it is found by."""

    key: str
    shown: str


@dataclass(frozen=True, slots=True)
class Target:
    """The place that a `Ref` of the same key leads to."""

    key: str
    shown: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address outside, shown as it is."""

    address: str


Inline = str | Strong | Ref | Target | Link
Words = str | tuple[Inline, ...]
"""Words of one paragraph, item or cell. Whatever they hold, they are text: no markup is ever read from them."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words


@dataclass(frozen=True, slots=True)
class Bullets:
    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Numbered:
    """Items counted from 1."""

    items: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a head; the first column names its row, `figures` are the columns that hold figures.

    `caption` repeats the heading above it, for those who hear a page and do not see it.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and what stands behind it: one or several lines."""

    label: str
    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """What stands under a text, line by line: behind a label, or without one at the right margin, where one signs."""

    lines: tuple[str, ...]
    label: str = ""


@dataclass(frozen=True, slots=True)
class Callout:
    """Something not to be overlooked; `kind` is note or warning, and `title` says it in words."""

    kind: str
    title: str
    words: Words


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart. The alternative tells in words everything that it shows, for those who do not see it."""

    drawing: Drawing
    caption: Text
    alternative: Text


@dataclass(frozen=True, slots=True)
class Fold:
    """What need not be read at first; where nothing can be folded, it stands open."""

    title: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what belongs to it; its level is its depth, so no heading order can be wrong."""

    title: str
    blocks: tuple["Block", ...]


Block = Paragraph | Bullets | Numbered | Table | Facts | Lines | Callout | Picture | Fold | Section


@dataclass(frozen=True, slots=True)
class Document:
    """A whole paper in one language; `contents` is the name of its table of contents.

    `kind` is a name of `kinds.KINDS`; an `official` paper is laid out as the offices of a city lay theirs out. `date` is
    the month (YYYY-MM) that the paper is of, never the clock's.
    """

    title: str
    subtitle: str
    language: Language
    sections: tuple[Section, ...]
    contents: str = ""
    kind: str = ""
    official: bool = False
    date: str = ""


def inlines(words: Words) -> tuple[Inline, ...]:
    return (words,) if isinstance(words, str) else words


def on_one_line(text: str) -> str:
    """Text that can neither steer a terminal nor break out of its line."""
    return " ".join(harmless(text).split())


def plain(words: Words) -> str:
    """The bare words, without emphasis or links."""
    parts = []
    for part in inlines(words):
        match part:
            case str():
                parts.append(part)
            case Strong(text):
                parts.append(text)
            case Ref(_, shown) | Target(_, shown):
                parts.append(shown)
            case Link(address):
                parts.append(address)
    return "".join(parts)


def words_in(blocks: tuple[Block, ...]) -> Iterator[Words]:
    """Everything that is said under the headings, in order; what a picture tells is in both languages and not here."""
    for block in blocks:
        match block:
            case Paragraph(words) | Callout(_, _, words):
                yield words
            case Bullets(items) | Numbered(items) | Lines(items):
                yield from items
            case Table(rows=rows):
                for row in rows:
                    yield from row
            case Facts(facts):
                for fact in facts:
                    yield from fact.lines
            case Picture():
                continue
            case Fold(_, inner) | Section(_, inner):
                yield from words_in(inner)


def referred(blocks: tuple[Block, ...]) -> tuple[str, ...]:
    """The keys of all references, each once, in the order in which they are met."""
    return tuple(
        dict.fromkeys(part.key for words in words_in(blocks) for part in inlines(words) if isinstance(part, Ref))
    )


def length(document: Document) -> int:
    """How many characters a paper has for those who count them: everything that is read, without white space."""
    said = [document.title, document.subtitle, *_read(document.sections)]
    return sum(len("".join(one.split())) for one in said)


def _read(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Headings, labels, heads and words, in reading order."""
    for block in blocks:
        match block:
            case Section(title, inner) | Fold(title, inner):
                yield title
                yield from _read(inner)
            case Facts(facts):
                for fact in facts:
                    yield fact.label
                    yield from map(plain, fact.lines)
            case Table(head=head, rows=rows):
                yield from head
                yield from (plain(cell) for row in rows for cell in row)
            case Lines(lines, label):
                yield label
                yield from lines
            case Callout(_, title, words):
                yield title
                yield plain(words)
            case _:
                yield from map(plain, words_in((block,)))
