"""How a Word document looks: the page of GB/T 9704-2012 for official papers in Chinese, a plain report for all others.

The grid is set by line pitch and character spacing and not by `linesAndChars`, which LibreOffice doubles; text is set left
because LibreOffice loses marks that hang over a justified line. A style based on another inherits its first-line indent,
so every style names its own.
"""

from typing import NamedTuple

from zjtx_cli.text import Language

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_TWIPS_PER_MM = 1440 / 25.4


class Page(NamedTuple):
    """Margins in mm, the pitch of the line grid in twips, the size of text in points, and its exact line in twips, if any."""

    top: int
    bottom: int
    left: int
    right: int
    pitch: int
    size: int
    line: int

    @property
    def width(self) -> int:
        """What text has, in twips."""
        return round((210 - self.left - self.right) * _TWIPS_PER_MM)


OFFICIAL = Page(37, 35, 28, 26, 579, 16, 579)
REPORT = {Language.ZH: Page(26, 24, 26, 24, 0, 12, 420), Language.EN: Page(25, 25, 25, 25, 0, 11, 0)}
"""What an analyst reads would have a hundred pages in the size of official papers."""

ALTERNATIVES = {
    "仿宋_GB2312": ("仿宋", "02010609030101010101", "modern"),
    "楷体_GB2312": ("楷体", "02010609030101010101", "modern"),
    "方正小标宋简体": ("宋体", "02010601030101010101", "auto"),
    "黑体": ("SimHei", "02010609060101010101", "modern"),
    "宋体": ("SimSun", "02010600030101010101", "auto"),
}
"""What stands in for a face that a machine lacks; none of them can be shipped."""


class _Style(NamedTuple):
    id: str
    name: str
    font: str  # East Asian face
    size: float  # points
    bold: bool = False
    align: str = "left"
    first: int = 0  # first-line indent, in hundredths of a character
    left: int = 0
    hanging: int = 0
    before: int = 0  # twips
    after: int = 0
    line: int = 0  # exact line height in twips; 0: as Normal, -1: as high as what stands in it
    level: int = 0  # of a heading, from 1
    latin: str = ""
    keep: bool = False
    based: str = "Normal"


def page_for(language: Language, *, official: bool) -> Page:
    """The form of Chinese offices is for Chinese; an official paper in English is a clean report."""
    return OFFICIAL if official and language is Language.ZH else REPORT[language]


def styles(language: Language, page: Page) -> str:
    """The whole styles part."""
    chinese = language is Language.ZH
    latin, body = ("Times New Roman", "仿宋_GB2312") if chinese else ("Times New Roman", "宋体")
    listed = (_official() if page is OFFICIAL else _chinese()) if chinese else _english()
    spacing = '<w:spacing w:val="-5"/>' if page is OFFICIAL else ""
    size = page.size * 2
    paragraph = (
        f'<w:spacing w:before="0" w:after="0" w:line="{page.line}" w:lineRule="exact"/>'
        if chinese
        else '<w:spacing w:before="0" w:after="120" w:line="276" w:lineRule="auto"/>'
    )
    latin_language = "en-US" if chinese else "en-GB"  # zh-CN would break Latin words and figures anywhere
    return (
        f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>{fonts(body, latin)}{spacing}'
        f'<w:sz w:val="{size}"/><w:szCs w:val="{size}"/><w:lang w:val="{latin_language}" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
        + "".join(_xml(one, page) for one in listed)
        + _FIXED
        + "</w:styles>"
    )


def fonts(east: str, latin: str, *, hint: bool = False) -> str:
    hinted = ' w:hint="eastAsia"' if hint else ""
    return f'<w:rFonts{hinted} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{east}" w:cs="{latin}"/>'


def numbering(language: Language, page: Page, lists: int) -> str:
    """Two kinds of list, and a number of its own for each numbered one, so that every list counts from 1."""
    if language is Language.ZH:
        first = 632 if page is OFFICIAL else 2 * page.size * 20
        number = f'<w:suff w:val="nothing"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{first}"/></w:pPr>'
        bullet = f'<w:suff w:val="space"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="0" w:firstLine="{first}"/></w:pPr>'
    else:
        number = '<w:lvlText w:val="%1."/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="425"/></w:pPr>'
        bullet = '<w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="425" w:hanging="283"/></w:pPr>'
    plain = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/></w:rPr>'
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{place}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{rest}{plain}</w:lvl></w:abstractNum>'
        for place, (form, rest) in enumerate((("decimal", number), ("bullet", bullet)))
    )
    counted = "".join(
        f'<w:num w:numId="{place}"><w:abstractNumId w:val="0"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for place in range(2, lists + 2)
    )
    bulleted = '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    return f'<w:numbering xmlns:w="{W}">{abstract}{bulleted}{counted}</w:numbering>'


def font_table(language: Language) -> str:
    """Every face with what may stand in for it."""
    latin = (
        '<w:font w:name="Times New Roman"><w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font>'
    )
    wanted = ALTERNATIVES if language is Language.ZH else {"宋体": ALTERNATIVES["宋体"]}
    east = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="{panose}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, (other, panose, family) in wanted.items()
    )
    return f'<w:fonts xmlns:w="{W}">{latin}{east}</w:fonts>'


def _chinese() -> tuple[_Style, ...]:
    """A report in Chinese for those who work with it: the faces of offices, in the sizes of a report."""
    song, hei, kai, fang = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
    return (
        _Style("Normal", "Normal", fang, 12, first=200, based=""),
        _Style("Title", "Title", song, 20, align="center", line=600, after=120, keep=True),
        _Style("Subtitle", "Subtitle", kai, 12, align="center", after=300, keep=True),
        _Style("Heading1", "heading 1", hei, 15, before=240, after=100, line=480, level=1, keep=True),
        _Style("Heading2", "heading 2", hei, 13, before=160, after=60, level=2, keep=True),
        _Style("Heading3", "heading 3", kai, 12, bold=True, before=100, after=40, level=3, keep=True),
        _Style("Heading4", "heading 4", kai, 12, before=60, level=4, keep=True),
        _Style("Heading5", "heading 5", fang, 12, first=200, level=5, keep=True),
        _Style("Heading6", "heading 6", fang, 12, first=200, level=6, keep=True),
        _Style("ListNumber", "List Number", fang, 12),
        _Style("ListBullet", "List Bullet", fang, 12),
        _Style("Callout", "Callout", kai, 12, first=200),
        _Style("Reference", "Bibliography", fang, 10.5, line=340),
        _Style("TableText", "Table Text", fang, 9.5, line=290),
        _Style("TableHead", "Table Head", hei, 9.5, align="center", line=290),
        _Style("Caption", "caption", hei, 10.5, align="center", line=380, after=120),
        _Style("TableNote", "Table Note", kai, 10.5, line=340, before=60),
        _Style("Picture", "Picture", fang, 12, align="center", line=-1, before=120),
        _Style("TOCHeading", "TOC Heading", hei, 14, align="center", keep=True),
        _Style("TOC1", "toc 1", fang, 12, line=400),
        _Style("TOC2", "toc 2", fang, 12, left=200, line=400),
        _Style("Footer", "footer", "宋体", 10.5, line=320, latin="宋体"),
    )


def _official() -> tuple[_Style, ...]:
    song, hei, kai, fang = "方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"
    return (
        _Style("Normal", "Normal", fang, 16, first=200, based=""),
        _Style("Title", "Title", song, 22, align="center", line=700, after=120, keep=True),
        _Style("Subtitle", "Subtitle", kai, 16, align="center", after=579, keep=True),
        _Style("Heading1", "heading 1", hei, 16, first=200, level=1, keep=True),
        _Style("Heading2", "heading 2", kai, 16, first=200, level=2, keep=True),
        _Style("Heading3", "heading 3", fang, 16, bold=True, first=200, level=3, keep=True),
        _Style("Heading4", "heading 4", fang, 16, first=200, level=4, keep=True),
        _Style("Heading5", "heading 5", fang, 16, first=200, level=5, keep=True),
        _Style("Heading6", "heading 6", fang, 16, first=200, level=6, keep=True),
        _Style("ListNumber", "List Number", fang, 16),
        _Style("ListBullet", "List Bullet", fang, 16),
        _Style("Callout", "Callout", kai, 16, first=200),
        _Style("Reference", "Bibliography", fang, 12, line=400),
        _Style("TableText", "Table Text", fang, 10.5, line=320),
        _Style("TableHead", "Table Head", hei, 10.5, align="center", line=320),
        _Style("Caption", "caption", hei, 12, align="center", line=400),
        _Style("TableNote", "Table Note", kai, 12, line=400, before=60),
        _Style("Picture", "Picture", fang, 12, align="center", line=-1, before=120),
        _Style("TOCHeading", "TOC Heading", hei, 16, align="center", keep=True),
        _Style("TOC1", "toc 1", fang, 14, line=480),
        _Style("TOC2", "toc 2", fang, 14, left=200, line=480),
        _Style("Footer", "footer", "宋体", 14, line=320, latin="宋体"),
    )


def _english() -> tuple[_Style, ...]:
    song, hei = "宋体", "黑体"
    return (
        _Style("Normal", "Normal", song, 11, after=100, based=""),
        _Style("Title", "Title", hei, 20, bold=True, after=60, keep=True, latin="Arial"),
        _Style("Subtitle", "Subtitle", song, 11, after=240, keep=True),
        _Style("Heading1", "heading 1", hei, 14, bold=True, before=280, after=100, level=1, keep=True, latin="Arial"),
        _Style("Heading2", "heading 2", hei, 12, bold=True, before=200, after=80, level=2, keep=True, latin="Arial"),
        _Style("Heading3", "heading 3", hei, 11, bold=True, before=160, after=60, level=3, keep=True, latin="Arial"),
        _Style("Heading4", "heading 4", hei, 10.5, bold=True, before=120, after=60, level=4, keep=True, latin="Arial"),
        _Style("Heading5", "heading 5", hei, 10.5, before=120, after=60, level=5, keep=True, latin="Arial"),
        _Style("Heading6", "heading 6", hei, 10.5, before=120, after=60, level=6, keep=True, latin="Arial"),
        _Style("ListNumber", "List Number", song, 11, after=80),
        _Style("ListBullet", "List Bullet", song, 11, after=80),
        _Style("Callout", "Callout", song, 11),
        _Style("Reference", "Bibliography", song, 10, after=60),
        _Style("TableText", "Table Text", song, 9.5, before=30, after=30),
        _Style("TableHead", "Table Head", hei, 9.5, bold=True, before=30, after=30, latin="Arial"),
        _Style("Caption", "caption", hei, 10, bold=True, after=120, latin="Arial"),
        _Style("TableNote", "Table Note", song, 9.5, before=60, after=160),
        _Style("Picture", "Picture", song, 11, align="center", before=120),
        _Style("TOCHeading", "TOC Heading", hei, 14, bold=True, after=120, keep=True, latin="Arial"),
        _Style("TOC1", "toc 1", song, 11, after=40),
        _Style("TOC2", "toc 2", song, 11, left=200, after=40),
        _Style("Footer", "footer", song, 10, after=0),
    )


def _xml(one: _Style, page: Page) -> str:
    latin = one.latin or "Times New Roman"
    half = round(one.size * 2)
    based = f'<w:basedOn w:val="{one.based}"/>' if one.based else ""
    after = '<w:next w:val="Normal"/>' if one.level or one.id in ("Title", "Subtitle") else ""
    bold = "<w:b/><w:bCs/>" if one.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    tight = '<w:spacing w:val="-5"/>' if page is OFFICIAL and one.size == page.size else '<w:spacing w:val="0"/>'
    return (
        f'<w:style w:type="paragraph"{" w:default=" + chr(34) + "1" + chr(34) if one.id == "Normal" else ""}'
        f'{"" if one.id in _BUILT_IN else " w:customStyle=" + chr(34) + "1" + chr(34)} w:styleId="{one.id}">'
        f'<w:name w:val="{one.name}"/>{based}{after}<w:qFormat/><w:pPr>'
        f"{'<w:keepNext/><w:keepLines/>' if one.keep else ''}<w:widowControl/>"
        f"{'' if one.size == page.size or not page.pitch else _OFF_THE_GRID}"
        f"{_spacing(one, page)}{_indent(one)}"
        f'<w:jc w:val="{one.align}"/>{f"<w:outlineLvl w:val={chr(34)}{one.level - 1}{chr(34)}/>" if one.level else ""}'
        f"</w:pPr><w:rPr>{fonts(one.font, latin)}{bold}{tight}"
        f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr></w:style>'
    )


def _spacing(one: _Style, page: Page) -> str:
    if page.line and one.line >= 0:
        line = f' w:line="{one.line or page.line}" w:lineRule="exact"'
    else:
        line = f' w:line="{240 if page.line else 264}" w:lineRule="auto"'  # an exact line would cut a picture
    return f'<w:spacing w:before="{one.before}" w:after="{one.after}"{line}/>'


def _indent(one: _Style) -> str:
    first = round(one.first / 100 * one.size * 20)
    return (
        f'<w:ind w:leftChars="{one.left}" w:left="{round(one.left / 100 * one.size * 20)}" w:rightChars="0" w:right="0" '
        f'w:firstLineChars="{one.first}" w:firstLine="{first}"/>'
    )


_OFF_THE_GRID = '<w:snapToGrid w:val="0"/>'
_BUILT_IN = {
    *("Normal", "Title", "Subtitle", "ListNumber", "ListBullet", "Caption", "TOCHeading", "TOC1", "TOC2", "Footer"),
    *(f"Heading{level}" for level in range(1, 7)),
}
_FIXED = (
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>'
    '<w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/><w:bCs/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1F3864"/></w:rPr></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/>'
    '<w:left w:w="85" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
    + "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    + "</w:tblBorders></w:tblPr></w:style>"
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
)
