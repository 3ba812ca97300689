"""What a paper says as the body of a Word document: paragraphs with real styles, lists that count, tables that repeat their head."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from html import escape

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
from zjtx_cli.report.docx_styles import Page
from zjtx_cli.report.drawing import Drawing
from zjtx_cli.report.widths import columns, span, stays_together, title_lines
from zjtx_cli.text import Language, Text

FIGURE = Text("图{number}　{caption}", "Figure {number}. {caption}")
_DEEPEST = 6
_BULLETS = 1
_COLON = {Language.ZH: "：", Language.EN: ": "}
_ANNEX = re.compile(r"(?:附件|Annex )\d")
_COUNTED = re.compile(r"\d+\. ")
_REFERENCE = re.compile(r"\[\d+\]")
_SAFE_ADDRESS = re.compile(r"https?://[!#-;=?-~]+")


@dataclass
class Body:
    """Writes the XML of a body; what it meets on the way (lists, addresses) is kept for the other parts of the file."""

    document: Document
    page: Page
    link: Callable[[str], str]  # an address outside → the id of its relation
    draw: Callable[[Drawing, str, str], str | None]  # a chart, its title and its alternative → the XML of its picture
    lists: int = 0
    _marks: int = 0
    _figures: int = 0
    _attached: bool = False
    _targets: frozenset[str] = field(default_factory=frozenset)

    def xml(self) -> Iterator[str]:
        document = self.document
        self._targets = frozenset(
            part.key for words in words_in(document.sections) for part in inlines(words) if isinstance(part, Target)
        )
        yield _p("Title", "<w:r><w:br/></w:r>".join(map(self._run, title_lines(document.title))))
        if document.subtitle:
            yield self._paragraph("Subtitle", document.subtitle)
        if document.contents and not document.official and len(document.sections) > 1:
            yield from self._contents()
        for number, section in enumerate(document.sections, 1):
            yield from self._section(section, 1, mark=f"s{number}")

    def _contents(self) -> Iterator[str]:
        """A table of contents that Word can bring up to date; its entries lead to their chapters without page numbers."""
        yield self._paragraph("TOCHeading", self.document.contents)
        last = len(self.document.sections)
        for number, section in enumerate(self.document.sections, 1):
            begin = (
                _field("begin") + _instruction(r'TOC \o "1-1" \n \h \z \u') + _field("separate") if number == 1 else ""
            )
            end = _field("end") if number == last else ""
            entry = f'<w:hyperlink w:anchor="s{number}" w:history="1">{self._run(section.title)}</w:hyperlink>'
            yield _p("TOC1", f"{begin}{entry}{end}")

    def _section(self, section: Section, level: int, *, mark: str = "") -> Iterator[str]:
        if level == 1:
            before, self._attached = self._attached, self.document.official and bool(_ANNEX.match(section.title))
        title = self._run(section.title)
        if mark:
            title = self._marked(mark, title)
        yield _p(f"Heading{min(level, _DEEPEST)}", title, self._apart(first=not before) if level == 1 else "")
        told = [list(self._block(block, level + 1)) for block in section.blocks]
        for above, block in zip(told, section.blocks[1:], strict=False):
            # Nobody signs on a page of its own, and what leads to a table stands over it.
            if isinstance(block, Lines) or (isinstance(block, Table) and len(above) == 1):
                above[-1] = _with_the_next(above[-1])
        yield from (xml for one in told for xml in one)

    def _apart(self, *, first: bool) -> str:
        """What is attached stands at the margin, the first of it on a page of its own."""
        if not self._attached:
            return ""
        page = "<w:pageBreakBefore/>" if first else ""
        return f'{page}<w:spacing w:before="200" w:after="200"/><w:ind w:firstLineChars="0" w:firstLine="0"/>'

    def _block(self, block: Block, level: int) -> Iterator[str]:
        match block:
            case Section(title, inner) | Fold(title, inner):
                yield from self._section(Section(title, inner), level)
            case Paragraph(words):
                leads = "<w:keepNext/>" if plain(words).rstrip().endswith(("：", ":")) else ""
                yield _p(self._style(words), self._words(words), leads)
            case Bullets(items):
                yield from (self._item("ListBullet", item, _BULLETS) for item in items)
            case Numbered(items):
                self.lists += 1
                yield from (self._item("ListNumber", item, self.lists + 1) for item in items)
            case Facts():
                yield from self._facts(block)
            case Table():
                yield self._table(block)
            case Picture():
                yield from self._picture(block)
            case Lines():
                yield from self._lines(block)
            case Callout(_, title, words):
                yield _p("Callout", self._strong(title + _COLON[self.document.language]) + self._words(words))

    def _style(self, words: Words) -> str:
        first = inlines(words)[:1]
        if first and isinstance(first[0], Target) and _REFERENCE.fullmatch(first[0].shown):
            return "Reference"
        return "TableNote" if self._attached else "Normal"

    def _facts(self, block: Facts) -> Iterator[str]:
        colon = _COLON[self.document.language]
        for fact in block.facts:
            if len(fact.lines) == 1:
                yield _p("Normal", self._strong(fact.label + colon) + self._words(fact.lines[0]))
                continue
            yield _p("Normal", self._strong(fact.label + colon), "<w:keepNext/>")
            counted = all(_COUNTED.match(plain(words)) for words in fact.lines)  # they bear their numbers already
            yield from (
                self._paragraph("Normal", words) if counted else self._item("ListBullet", words, _BULLETS)
                for words in fact.lines
            )

    def _lines(self, block: Lines) -> Iterator[str]:
        """One line of space above them; behind a label they stand under each other, without one at the right."""
        label = block.label + _COLON[self.document.language] if block.label else ""
        character = self.page.size * 20
        start = 2 * character if self.page.line else 0  # Chinese begins a paragraph two characters in
        behind = round(start + span(label) * character / 2)
        for place, line in enumerate(block.lines):
            space = f'<w:spacing w:before="{self.page.line or 240}"/>' if place == 0 else ""
            if label:
                hanging = behind - start if place == 0 else 0
                indent = f'<w:ind w:leftChars="0" w:left="{behind}" w:firstLineChars="0" w:firstLine="0" w:hanging="{hanging}"/>'
            else:
                indent = f'<w:ind w:rightChars="0" w:right="{start}" w:firstLineChars="0" w:firstLine="0"/><w:jc w:val="right"/>'
            kept = "<w:keepNext/>" if place < len(block.lines) - 1 else ""
            yield _p("Normal", self._run((label if place == 0 else "") + line), f"{kept}{space}{indent}")

    def _picture(self, block: Picture) -> Iterator[str]:
        """The chart with its alternative text; where no picture can be made, what it shows in words."""
        language = self.document.language
        caption, alternative = block.caption.to(language), block.alternative.to(language)
        inline = self.draw(block.drawing, caption, alternative)
        if inline is None:
            yield self._paragraph("Caption", caption)
            yield self._paragraph("Normal", alternative)
            return
        self._figures += 1
        yield _p("Picture", f"<w:r><w:drawing>{inline}</w:drawing></w:r>", "<w:keepNext/>")
        yield self._paragraph("Caption", FIGURE.to(language).format(number=self._figures, caption=caption))

    def _item(self, style: str, words: Words, number: int) -> str:
        listed = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'
        return _p(style, self._words(words), listed)

    def _paragraph(self, style: str, words: Words) -> str:
        return _p(style, self._words(words))

    def _table(self, table: Table) -> str:
        widths = columns(table, self.page.width)
        caption = escape(on_one_line(table.caption))
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        # The head does not ask to stay with the next row: LibreOffice would take it for a wish of the whole table.
        head = self._row(table.head, "TableHead", widths, frozenset(), "<w:cantSplit/><w:tblHeader/>")
        told = [self._row(row, "TableText", widths, table.figures, "<w:cantSplit/>") for row in table.rows]
        rows = "".join(_with_the_next(row) if place in stays_together(table) else row for place, row in enumerate(told))
        return (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>'
            f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
            '<w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
            f'<w:tblCaption w:val="{caption}"/><w:tblDescription w:val="{caption}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"
        )

    def _row(self, cells: tuple[Words, ...], style: str, widths: list[int], figures: frozenset[int], kept: str) -> str:
        def cell(place: int, words: Words) -> str:
            align = '<w:jc w:val="right"/>' if place in figures else ""
            return (
                f'<w:tc><w:tcPr><w:tcW w:w="{widths[place]}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
                f"{_p(style, self._words(words), align)}</w:tc>"
            )

        return f"<w:tr><w:trPr>{kept}</w:trPr>{''.join(cell(place, one) for place, one in enumerate(cells))}</w:tr>"

    def _words(self, words: Words) -> str:
        return "".join(map(self._inline, inlines(words)))

    def _inline(self, part: Inline) -> str:
        match part:
            case str():
                return self._run(part)
            case Strong(text):
                return self._strong(text)
            case Ref(key, shown):
                raised = '<w:vertAlign w:val="superscript"/>' if _REFERENCE.fullmatch(shown) else ""
                run = self._run(shown, raised)
                if key not in self._targets:
                    return run
                return f'<w:hyperlink w:anchor="{_name(key)}" w:history="1">{run}</w:hyperlink>'
            case Target(key, shown):
                return self._marked(_name(key), self._run(shown) if shown else "")
            case Link(address):
                shown = self._run(address, style="Hyperlink")
                if not _SAFE_ADDRESS.fullmatch(address):
                    return self._run(address)
                return f'<w:hyperlink r:id="{self.link(address)}" w:history="1">{shown}</w:hyperlink>'

    def _strong(self, text: str) -> str:
        return self._run(text, style="Strong")

    def _run(self, text: str, rest: str = "", *, style: str = "") -> str:
        """A run; in Chinese, marks that both scripts have take the Chinese face."""
        named = f'<w:rStyle w:val="{style}"/>' if style else ""
        hint = '<w:rFonts w:hint="eastAsia"/>' if self.document.language is Language.ZH else ""
        shown = escape(_kept(text), quote=False)
        return f'<w:r><w:rPr>{named}{hint}{rest}</w:rPr><w:t xml:space="preserve">{shown}</w:t></w:r>'

    def _marked(self, name: str, inner: str) -> str:
        self._marks += 1
        return f'<w:bookmarkStart w:id="{self._marks}" w:name="{name}"/>{inner}<w:bookmarkEnd w:id="{self._marks}"/>'


def footer(align: str) -> str:
    """— 1 —, with the number as a field."""
    run = '<w:r><w:rPr/><w:t xml:space="preserve">{}</w:t></w:r>'
    number = _field("begin") + _instruction("PAGE") + _field("separate") + run.format("1") + _field("end")
    return _p(
        "Footer",
        run.format("— ") + number + run.format(" —"),
        f'<w:ind w:left="280" w:right="280"/><w:jc w:val="{align}"/>',
    )


def _p(style: str, inner: str, extra: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{extra}</w:pPr>{inner}</w:p>'


def _with_the_next(xml: str) -> str:
    """Paragraphs, or those of a row, that stay on one page with what follows them."""
    return re.sub(r"(<w:pStyle [^>]*/>)(?!<w:keepNext/>)", r"\1<w:keepNext/><w:keepLines/>", xml)


def _field(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def _instruction(code: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'


def _kept(text: str) -> str:
    """Text on one line; the space at either end of it stays, because it parts runs."""
    shown = on_one_line(text)
    before = " " if text[:1].isspace() else ""
    after = " " if shown and text[-1:].isspace() else ""
    return f"{before}{shown}{after}"


def _name(key: str) -> str:
    """A bookmark's name: letters, figures and underscores, at most forty."""
    return "k_" + re.sub(r"\W", "_", key, flags=re.ASCII)[:38]
