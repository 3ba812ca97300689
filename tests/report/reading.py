"""Reading papers back, as their readers' programs do."""

import re
from functools import lru_cache
from itertools import pairwise
from xml.etree import ElementTree

import html5lib
from markdown_it import MarkdownIt
from markdown_it.token import Token

_HTML = "{http://www.w3.org/1999/xhtml}"


def page(html: str) -> ElementTree.Element:
    """The page as a browser would build it; raises where it is not valid."""
    root = html5lib.HTMLParser(strict=True).parse(html)
    assert isinstance(root, ElementTree.Element)
    return root


def tags(root: ElementTree.Element, *names: str) -> list[ElementTree.Element]:
    wanted = {f"{_HTML}{name}" for name in names}
    return [one for one in root.iter() if one.tag in wanted]


def text_of(element: ElementTree.Element) -> str:
    return "".join(element.itertext()).strip()


def page_headings(root: ElementTree.Element) -> list[str]:
    return [text_of(one) for one in tags(root, "h1", "h2", "h3", "h4", "h5", "h6", "summary")]


def page_words(root: ElementTree.Element) -> str:
    """All the words of the page, without its style."""
    body = tags(root, "body")[0]
    return squeezed("\n".join(body.itertext()))


@lru_cache(maxsize=1)  # headings and words of one paper are read one after the other
def tokens(markdown: str) -> list[Token]:
    return MarkdownIt("commonmark").enable("table").parse(markdown)


def markdown_headings(markdown: str) -> list[str]:
    found = tokens(markdown)
    return [_bare(inline) for opening, inline in pairwise(found) if opening.type == "heading_open"]


def markdown_words(markdown: str) -> str:
    return squeezed("\n".join(_bare(one) for one in tokens(markdown) if one.type == "inline"))


def terminal_words(text: str) -> str:
    return squeezed(text)


def squeezed(text: str) -> str:
    """Words without white space: where lines are broken differs between formats, what is said does not."""
    return re.sub(r"\s+", "", text)


def _bare(inline: Token) -> str:
    return "".join(one.content for one in inline.children or () if one.type in ("text", "code_inline"))
