"""Typst and the fonts it sets with: those of the system that an office would use first, else those that the extra brings."""

import os
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from zjtx_cli.errors import CannotAccess
from zjtx_cli.text import Language, Text

if TYPE_CHECKING:
    import typst

_NO_TYPST = Text(
    "生成 PDF 和图片需要 Typst：请运行 pip install 'zjtx-cli[pdf]'",
    "a PDF or a picture needs Typst: run pip install 'zjtx-cli[pdf]'",
)
_NO_FONT = Text(
    "没有找到中文字体：请运行 pip install 'zjtx-cli[pdf]'（附带思源宋体和黑体），或在系统里安装仿宋、宋体",
    "no Chinese font was found: run pip install 'zjtx-cli[pdf]' (it brings one), or install FangSong or SimSun on the system",
)
_FAILED = Text("排版失败：{why}", "typesetting failed: {why}")

_FANGSONG = ("FangSong_GB2312", "FangSong", "STFangsong", "FandolFang R")
_SONG = (
    *("SimSun", "NSimSun", "Songti SC", "STSong", "Source Han Serif SC", "Source Han Serif CN"),
    *("Noto Serif CJK SC", "Noto Serif SC"),
)
_KAI = ("KaiTi_GB2312", "KaiTi", "STKaiti", "Kaiti SC")
_HEI = (
    *("SimHei", "STHeiti", "Heiti SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Source Han Sans CN"),
    *("Noto Sans CJK SC", "Noto Sans SC"),
)
_LATIN = "Libertinus Serif"
"""Comes with Typst itself. Chinese fonts of the system have Latin letters of one width, so it takes their place there."""
_GOOD_LATIN = ("Source Han", "Noto S")

_STANDARDS: Any = ["a-2b", "ua-1"]
_LATIN_END = 0x250
_REGULAR = 400
_UNSHOWN = "〓"
"""What Chinese printers set where they have no type for a character."""


class Faces(NamedTuple):
    """Families in order of preference, as Typst takes them."""

    fonts: "typst.Fonts"
    body: list[Any]
    head: list[Any]
    second: list[Any]  # headings of the second level
    chart: tuple[str, ...]


def faces_for(language: Language, *, official: bool) -> Faces:
    """What to set a paper with. Raises CannotAccess where Typst or a Chinese font is not there."""
    fonts = _all_fonts()
    there = set(fonts.families())
    song = _first((*_FANGSONG, *_SONG) if official else (*_SONG, *_FANGSONG), there)
    hei = _first(_HEI, there)
    serif, sans = song or hei, hei or song
    if serif is None or sans is None:
        raise CannotAccess(_NO_FONT)
    kai = _first(_KAI, there) or (serif if official else sans)
    if language is Language.EN:
        return Faces(fonts, [_LATIN, serif], [_LATIN, sans], [_LATIN, sans], (sans,))
    return Faces(fonts, _with_latin(serif), _with_latin(sans), _with_latin(kai), (sans,))


def typeset(program: str, paper: str, faces: Faces) -> bytes:
    """The PDF of a program and the data it reads. What no font can show is set as 〓, and the rest stands."""
    import typst

    for attempt in (paper, None):
        try:
            return _compiled(program, attempt if attempt is not None else _showable(paper, faces), faces)
        except typst.TypstError as error:
            if attempt is None or "could not be displayed" not in error.message:
                raise CannotAccess(_FAILED.format(why=error.message)) from error
    raise AssertionError


def picture(svg: str, faces: Faces, *, ppi: float) -> bytes:
    """A drawing as PNG, on a page of its own size."""
    import typst

    program = '#set page(width: auto, height: auto, margin: 0pt)\n#image(bytes(sys.inputs.svg), format: "svg")'
    compiler = typst.Compiler(program.encode(), font_paths=faces.fonts, sys_inputs={"svg": svg})
    content = compiler.compile(format="png", ppi=ppi)
    assert isinstance(content, bytes)
    return content


def _compiled(program: str, paper: str, faces: Faces) -> bytes:
    import typst

    compiler = typst.Compiler(program.encode(), font_paths=faces.fonts, sys_inputs={"paper": paper})
    content = compiler.compile(format="pdf", pdf_standards=_STANDARDS, timestamp=0)
    assert isinstance(content, bytes)
    return content


def _showable(paper: str, faces: Faces) -> str:
    """The paper with 〓 for every character that none of its fonts has."""
    from zjtx_cli.report.font_coverage import characters_of

    wanted = {one if isinstance(one, str) else one["name"] for one in (*faces.body, *faces.head, *faces.second)}
    covered = set(range(_LATIN_END))
    for font in faces.fonts.fonts():
        if font.family in wanted and font.path is not None and font.weight == _REGULAR:
            with open(font.path, "rb") as file:
                covered |= characters_of(file.read(), font.index)
    return "".join(mark if ord(mark) in covered else _instead(mark) for mark in paper)


def _instead(mark: str) -> str:
    """What joins or selects goes with what it joined."""
    return "" if unicodedata.category(mark) in ("Cf", "Mn", "Me") else _UNSHOWN


def _all_fonts() -> "typst.Fonts":
    try:
        import typst  # noqa: F401  # whether it is there
    except ImportError:
        raise CannotAccess(_NO_TYPST) from None
    return _looked_up()


@cache
def _looked_up() -> "typst.Fonts":
    """Once for each run: a system may have hundreds."""
    import typst

    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True, font_paths=_brought())


def _brought() -> list[Any]:
    """The folder of fonts that the extra installs."""
    try:
        import pylopdf_fonts_zh_cn
    except ImportError:
        return []
    return [os.path.dirname(pylopdf_fonts_zh_cn.__file__)]


def _first(wanted: Iterable[str], there: set[str]) -> str | None:
    return next((name for name in wanted if name in there), None)


def _with_latin(name: str) -> list[Any]:
    if name.startswith(_GOOD_LATIN):
        return [name]
    return [{"name": _LATIN, "covers": "latin-in-cjk"}, name]
