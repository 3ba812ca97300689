"""Papers for tests: one with every block, and words that would do harm if anything read them as more than words."""

from zjtx_cli.report.document import (
    Bullets,
    Callout,
    Document,
    Fact,
    Facts,
    Fold,
    Lines,
    Link,
    Numbered,
    Paragraph,
    Ref,
    Section,
    Strong,
    Table,
    Target,
    Words,
)
from zjtx_cli.text import Language

HOSTILE = (
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "<!-- comment --> &lt; &amp; &#x41;",
    "[bold]red[/bold] [/x] [link=https://example.org]x[/link]",
    "# not a heading",
    "- not a list",
    "+ not a list",
    "1. not a list",
    "12) not a list",
    "> not a quotation",
    "a | b | c",
    "`code` ```fence``` ~~~",
    "*a* **b** _c_ __d__ ~~e~~",
    "[text](https://example.org) ![img](x.png) [^1] <https://example.org>",
    "https://example.org www.example.org someone@example.org",
    "\\* \\\\ \\",
    "--- === ***",
    "trailing hash #",
    "{braces} {0} {city} %s $math$ @name",
    "=cmd|'/c calc'!A1",
)
"""Text that must be shown as it is, character by character."""

STEERING = (
    "\x1b[31mred\x1b[0m \x07bell \x00nul \r\nnew line \x9bC1 \u202egnirts \u2066isolate\u2069 \ufeffbom \ud800half"
)
"""Text that would steer a terminal or turn the reading direction; its letters stay, what steers goes."""

STEERS = frozenset("\x1b\x07\x00\r\x9b\u202e\u2066\u2069\ufeff\ud800\u2028")


def a_paper(word: Words = "words", *, title: str = "title", language: Language = Language.ZH) -> Document:
    """Every block once, each with the same words."""
    plain = word if isinstance(word, str) else "cell"
    blocks = (
        Paragraph(word),
        Bullets((word, "second bullet")),
        Numbered((word, "second number")),
        Facts((Fact("label one", (word,)), Fact("label two", (word, "second line")))),
        Table("caption", ("head one", "head two"), (("row one", word), ("row two", "0.50")), frozenset((1,))),
        Callout("warning", "mind this", word),
        Lines(("line one", plain), "label"),
        Lines((plain, "line two")),
        Fold("folded", (Paragraph(word), Section("inside the fold", (Paragraph("deep"),)))),
        Section(
            "second level", (Section("third level", (Paragraph((Strong("strong"), " and ", Ref("E01", "E01"))),)),)
        ),
        Bullets(((Target("E01", "E01"), " claim ", Link("https://example.org/a?b=1&c=2")),)),
    )
    return Document(
        title, f"subtitle {plain}", language, (Section("chapter one", blocks), Section("chapter two", ())), "目录"
    )
