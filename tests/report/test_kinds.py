"""The papers on real cities: every format of one kind says the same, each keeps its length and its tone."""

import re
from urllib.parse import unquote

import pytest

from tests.report.choices import pairs_in, pairs_of, pairwise
from tests.report.reading import markdown_headings, markdown_words, page, page_headings, page_words, squeezed
from tests.report.reading_office import word_headings, word_words
from tests.report.reading_pdf import headings_of, read, words_of
from tests.report.real_cities import CITIES, FEW, citations, headings, said, tables, the_advice, the_pack, the_paper
from zjtx_cli.advisor.advising import advise
from zjtx_cli.model.answers import WITHHELD, Mark
from zjtx_cli.report.compose_papers import BRIEFING_AT_MOST, STUDY_AT_MOST, body
from zjtx_cli.report.document import (
    Block,
    Document,
    Lines,
    Link,
    Numbered,
    Section,
    Table,
    Target,
    inlines,
    length,
    on_one_line,
    plain,
    words_in,
)
from zjtx_cli.report.formats import FORMATS, written
from zjtx_cli.report.kinds import KINDS, OFFICIAL, compose
from zjtx_cli.report.wording_official import LEFT_OUT, NO_PROBLEM, RISKS
from zjtx_cli.report.wording_peers import OUTCOMES
from zjtx_cli.text import Language

READ_BACK = ("markdown", "html", "docx", "pdf")
FACTORS = (KINDS, READ_BACK, tuple(Language), FEW)
CHOSEN = pairwise(*FACTORS)
FIGURES = re.compile(r"\d+(?:\.\d+)?%?")
CHINESE = re.compile(r"[\u4e00-\u9fff]")

FORBIDDEN = {
    Language.ZH: (
        *(
            "落后分子",
            "落后企业",
            "中间分子",
            "先锋分子",
            "操盘手",
            "赛道",
            "打法",
            "痛点",
            "否决",
            "夕阳",
            "淘汰",
            "专班",
        ),
        *("该模式", "匹配度", "适合程度", "五种模式", "老手", "锚机构", "迁链", "换链", "不搭界", "敲门砖", "门庭冷落"),
        *("凭记忆", "案例摘要", "照单全收", "拖了后腿", "别把", "买单", "掏钱", "没人来", "一样样"),
        *("适合度", "权重", "概率", "抽样中", "不推荐", "受阻", "禁行条件", "无人能拍板", "文章"),
        *("NASA", "拜杜", "签证", "硅谷", "储备地块", "隐性债务余额", "zjtx advise", "红头", "一学就会", "过来人"),
    ),
    Language.EN: (
        *("laggard", "sunset", "probabilit", "weights", "in the draws", "blocked", "not recommended", "killer"),
        *("NASA", "Bayh", "visa", "zjtx advise", "the article", "Silicon Valley", "playing field"),
    ),
}
"""What must not stand in a paper that leaves the house; the titles of sources are as they are."""

SCORE = re.compile(r"得分[:：为是]?\s*\d|\b[Ss]cores? (?:of|is) \d|\b[Ff]it (?:of|is) \d|\b0\.\d\d\b(?![–—]| million)")
QUOTA = re.compile(r"\d+家(?:国家级)?“?小巨人|小巨人”?\d+家|培育“?小巨人”?\d+")

MIXED = re.compile(
    r"[\u4e00-\u9fff”][,;:?!]|[,;:?!][\u4e00-\u9fff“]|[\u4e00-\u9fff]\(|\)[\u4e00-\u9fff]"  # half-width marks
    r"|\d [\u4e00-\u9fff]|[\u4e00-\u9fff] \d"  # a space between a figure and its unit
    r"|”、“|。”。|）。）"  # quoted parts stand side by side (GB/T 15834); one full stop is enough
)
"""Punctuation that a careful secretary would mark in Chinese."""

every_official = pytest.mark.parametrize("kind", OFFICIAL)
every_language = pytest.mark.parametrize("language", Language)


def test_the_choice_holds_every_pair() -> None:
    assert set().union(*map(pairs_in, CHOSEN)) == pairs_of(FACTORS)
    assert len(CHOSEN) < 70


@pytest.mark.parametrize(("kind", "form", "language", "city"), CHOSEN, ids=map("-".join, CHOSEN))
def test_every_format_says_the_same(kind: str, form: str, language: str, city: str) -> None:
    paper = the_paper(kind, city, Language(language))
    content = written(paper, form, 80)
    found_headings, words = READERS[form](content, paper)
    assert [squeezed(one) for one in found_headings] == [squeezed(on_one_line(one)) for one in headings(paper)]
    if form != "pdf" or kind in OFFICIAL:  # of a long PDF its headings are enough here
        assert not [one for one in set(citations(paper)) if words.count(squeezed(one)) < citations(paper).count(one)]
    if form == "pdf":  # it is read line by line over all columns, so that pieces of a cell may be parted
        assert not [one for one in FIGURES.findall(said(body(paper))) if one not in words and kind in OFFICIAL]
        return
    pieces = [squeezed(on_one_line(plain(one))) for one in words_in(paper.sections)]
    # A reader of Markdown shows an address with its marks decoded.
    assert not [one for one in pieces if one not in words and unquote(one) not in unquote(words)]


def _markdown(content: bytes, _: Document) -> tuple[list[str], str]:
    text = content.decode()
    return markdown_headings(text)[1:], markdown_words(text)


def _html(content: bytes, paper: Document) -> tuple[list[str], str]:
    root = page(content.decode())
    kept = set(map(squeezed, headings(paper)))
    return [one for one in page_headings(root)[1:] if squeezed(one) in kept], page_words(root)


def _docx(content: bytes, _: Document) -> tuple[list[str], str]:
    return word_headings(content), word_words(content)


def _pdf(content: bytes, paper: Document) -> tuple[list[str], str]:
    reader = read(content)
    outline = headings_of(reader)
    # Bookmarks stop at a depth; those that are there are the headings, in their order.
    known = [one for one in headings(paper) if squeezed(one) in set(map(squeezed, outline))]
    assert len(known) >= len(paper.sections)
    assert [squeezed(one) for one in outline if squeezed(one) in set(map(squeezed, known))] == list(
        map(squeezed, known)
    )
    return headings(paper), words_of(reader, 40 if paper.official else 0)


READERS = {"markdown": _markdown, "html": _html, "docx": _docx, "pdf": _pdf}


@pytest.mark.parametrize("city", CITIES)
def test_a_paper_keeps_its_length_and_its_tone(city: str) -> None:
    for kind, at_most in (("briefing", BRIEFING_AT_MOST), ("study", STUDY_AT_MOST), ("note", STUDY_AT_MOST)):
        paper = the_paper(kind, city, Language.ZH)
        assert length(body(paper)) <= at_most
        assert not _spoken(paper)
    assert not _spoken(the_paper("briefing", city, Language.EN))


@every_official
@every_language
@pytest.mark.parametrize("city", FEW)
def test_official_words(kind: str, language: Language, city: str) -> None:
    paper = the_paper(kind, city, language)
    assert not _spoken(paper)
    assert not QUOTA.search(said(paper))
    assert not SCORE.search(said(body(paper)))
    text = said(body(paper)) + "\n".join(headings(paper))
    assert "–" not in text or language is Language.EN  # a range in Chinese has a longer dash
    assert not re.search(r"[。；，]{2}|\.\.(?!\.)|[，。；]\s*[.;,]", text)
    assert language is Language.EN or not MIXED.search(said(Document("", "", language, paper.sections[:-1])))
    if language is Language.EN:
        rest = text.replace(the_advice(city).city, "").replace(the_advice(city).first.case.industry or " ", "")
        assert not [one for one in CHINESE.findall(rest) if one not in "".join(_numbers())]


def _numbers() -> list[str]:
    """The numbers of Chinese documents, which have no English."""
    return [basis.number for one in the_pack().instruments.values() for basis in one.basis]


def _spoken(paper: Document) -> list[str]:
    """Forbidden words outside the list of sources."""
    told = [one for one in paper.sections if not _is_sources(one)]
    text = "\n".join([paper.title, paper.subtitle, *_all(tuple(told))])
    return [word for word in FORBIDDEN[paper.language] if word in text]


def _all(sections: tuple[Section, ...]) -> list[str]:
    lone = Document("", "", Language.ZH, sections)
    return [*headings(lone), said(lone)]


def _is_sources(section: Section) -> bool:
    return bool(section.blocks) and any(
        isinstance(part, Target) for one in words_in(section.blocks) for part in inlines(one)
    )


@pytest.mark.parametrize("city", CITIES)
def test_what_is_not_to_be_started_stands_in_every_official_kind(city: str) -> None:
    for kind in OFFICIAL:
        _holds_back(kind, city, Language.ZH)


@every_language
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("city", FEW)
def test_what_is_not_to_be_started_stands_in_every_kind(kind: str, city: str, language: Language) -> None:
    _holds_back(kind, city, language)


def _holds_back(kind: str, city: str, language: Language) -> None:
    advice, official, paper = the_advice(city), kind in OFFICIAL, the_paper(kind, city, language)
    text = said(paper) + "\n".join(headings(paper))
    for one in advice.left_out:
        if one.kind in LEFT_OUT:
            assert one.title.to(language, official=official) in text
    for match in advice.first.ranking:
        if match.strength in ("not_recommended", "blocked"):
            assert the_pack().playbooks[match.playbook].title.to(language, official=official) in text


@every_language
def test_a_briefing_answers_the_leader_in_the_leaders_order(language: Language) -> None:
    paper = the_paper("briefing", "jinjiang", language)
    labels = [one.label for one in paper.sections[0].blocks[0].facts]  # type: ignore[union-attr]  # facts, by its making
    expected = {
        Language.ZH: ["提请决定", "资金及渠道", "上级政策", "外地做法", "牵头单位", "年底成效", "风险防范"],
        Language.EN: ["To decide", "Money", "Higher level", "Elsewhere", "Lead", "By year’s end", "Risks"],
    }
    assert labels == expected[language]
    risks = plain(paper.sections[0].blocks[0].facts[-1].lines[0])  # type: ignore[union-attr]  # facts, as above
    assert all(one.to(language) in risks for one in RISKS.values())
    chapters = [one.title for one in paper.sections]
    if language is Language.ZH:
        assert chapters[1:7] == [
            *("一、基本情况", "二、主要问题及成因", "三、工作建议"),
            *("四、资金测算与渠道", "五、合规与风险", "六、提请研究事项"),
        ]
        assert chapters[7:] == ["附件1 任务分工表", "附件2 同类地区做法及成效", "附件3 待核实数据", "附件4 资料来源"]


def test_headings_of_the_study_and_the_note() -> None:
    study = [one.title for one in the_paper("study", "changyuan-2015", Language.ZH).sections]
    assert study[:6] == [
        *("一、现状与特点", "二、突出问题", "三、成因分析", "四、外地做法及启示", "五、对策建议", "六、需上级支持事项"),
    ]
    note = [one.title for one in the_paper("note", "changyuan-2015", Language.ZH).sections]
    assert note[:4] == ["一、制定的必要性", "二、起草过程及征求意见情况", "三、主要内容", "四、需要说明的问题"]


@every_official
@pytest.mark.parametrize("city", FEW)
def test_tasks_and_sources(kind: str, city: str) -> None:
    paper = the_paper(kind, city, Language.ZH)
    plan = the_advice(city).plan
    tasks = next(one for one in paper.sections if "任务分工表" in one.title)
    tables = [one for one in tasks.blocks if isinstance(one, Table)]
    rows = [row for one in tables for row in one.rows]
    if plan:
        assert len(rows) == len(plan)
    else:  # the work is to find out: every open figure stands with the office that has it
        data = next(one for one in paper.sections if "待核实数据" in one.title)
        figures = [plain(row[0]) for one in data.blocks if isinstance(one, Table) for row in one.rows]
        assert figures
        assert not [one for one in figures if not any(one in plain(row[0]) for row in rows)]
    assert all(all(plain(cell) for cell in row) for one in tables for row in one.rows)
    listed = [plain(one) for one in words_in(paper.sections[-1].blocks)]
    cited = dict.fromkeys(citations(paper))
    if not cited:
        return
    assert [one.partition("]")[0] + "]" for one in listed] == sorted(cited, key=lambda one: int(one[1:-1]))
    for one in listed:
        assert re.fullmatch(r"\[\d+\] .+\. .+\[(?:N|Z|EB)(?:/OL)?\]\. .+\. (?:\S+\. )?（(?:原文已见|转引待核)）", one)
    addresses = [part.address for one in words_in(paper.sections) for part in inlines(one) if isinstance(part, Link)]
    seen = {one.link for one in the_pack().sources.values() if one.seen == "original"}
    assert set(addresses) <= seen  # of what was only quoted, no mirror's address is given


def test_what_may_not_be_written_down_is_not_asked_for_in_a_paper_that_goes_round() -> None:
    from tests.report.real_cities import tables
    from zjtx_cli.advisor.advising import advise
    from zjtx_cli.report.kinds import compose

    case = the_advice("changyuan-2015").first.case
    silent = case.with_answer("phase1_intent", WITHHELD).with_answer("small_firms", WITHHELD)
    for kind in OFFICIAL:
        paper = compose(kind, advise(tables(), [silent]), the_pack(), Language.ZH)
        data = next(one for one in paper.sections if "待核实数据" in one.title)
        assert "一期书面意向" not in said(Document("", "", Language.ZH, (data,)))
        assert "不宜书面" not in said(paper)
    assert WITHHELD.value is Mark.WITHHELD


@pytest.mark.parametrize("language", Language)
def test_the_annex_tells_how_to_verify_and_it_does(
    language: Language, tmp_path: object, capsys: pytest.CaptureFixture[str]
) -> None:
    import hashlib

    from zjtx_cli.cli.app import main

    paper = the_paper("annex", "changyuan-2015", language)
    command = next(one for one in said(paper).splitlines() if "--format json" in one)
    assert "--as-of 2015-12" in command
    argv = ["advise", str(CITIES["changyuan-2015"]), "--as-of", "2015-12", "--format", "json", "--no-robustness"]
    assert "--no-robustness" in command
    assert main(argv) == 0
    record = capsys.readouterr().out
    assert hashlib.sha256(record.encode()).hexdigest() in said(paper)
    assert the_pack().sha256 in said(paper)


def test_every_format_is_read_back_somewhere() -> None:
    assert set(FORMATS) == {*READ_BACK, "text", "xlsx"}


@every_language
@every_official
def test_several_trades_have_a_course_each(kind: str, language: Language) -> None:
    cases = [the_advice("changyuan-2015").first.case, the_advice("jinjiang").first.case._replace(industry="起重装备")]
    advice = advise(tables(), [one._replace(city="某市", as_of="2026-11") for one in cases])
    text = said(compose(kind, advice, the_pack(), language))
    for trade in ("卫生材料与医疗耗材", "起重装备"):
        named = f"{trade}产业方面，" if language is Language.ZH else f"For the {trade} trade: "
        assert named in text
    paper = compose(kind, advice, the_pack(), Language.ZH)
    assert length(body(paper)) <= (BRIEFING_AT_MOST if kind == "briefing" else STUDY_AT_MOST)


def test_a_city_has_nothing_to_borrow_from_itself() -> None:
    own = said(the_paper("briefing", "changyuan-2015", Language.ZH))
    assert "可借鉴河南长垣的做法" not in own
    assert "吉林东丰县未达预期" in own
    assert "可借鉴河南长垣的做法" in said(the_paper("briefing", "jinjiang", Language.ZH))


@pytest.mark.parametrize("city", ["changyuan-2015", "kunshan-sirna", "jinjiang", "mountain-view-1998"])
def test_a_paper_tells_who_did_it_nearby_and_with_what_outcome(city: str) -> None:
    near = [the_pack().places[one.place] for one in the_advice(city).first.places]
    assert near
    paper = the_paper("briefing", city, Language.ZH)
    points = {one.label: plain(one.lines[0]) for one in paper.sections[0].blocks[0].facts}  # type: ignore[union-attr]  # facts, as above
    peers = next(one for one in paper.sections if "同类地区" in one.title)
    table = next(one for one in peers.blocks[0].blocks if isinstance(one, Table))  # type: ignore[union-attr]  # a section, as above
    assert len(table.rows) == len(near)
    for place, row in zip(near, table.rows, strict=True):
        name, done, result, caution = map(plain, row)
        assert name.startswith(place.name.to(Language.ZH, official=True))
        assert result.startswith(OUTCOMES[place.outcome].zh)
        assert done
        assert caution
        seen = {one.seen for one in place.sources}
        assert ("未附出处" in result) == bool(seen & {"memory", "summary"}) or "未附出处" in place.result.zh
        assert ("转引待核" in result) == bool(seen & {"excerpt", "copy"})
    for place in near[:2]:
        told = f"{place.name.to(Language.ZH, official=True)}（{place.industry.zh}，{OUTCOMES[place.outcome].zh}）"
        assert told in points["外地做法"]
    assert near[0].name.to(Language.ZH, official=True) in said(body(the_paper("study", city, Language.ZH)))


def test_a_place_is_no_precedent_of_itself() -> None:
    assert "kunshan-sirna" not in [one.place for one in the_advice("kunshan-sirna").first.places]
    peers = next(one for one in the_paper("briefing", "changyuan-2015", Language.ZH).sections if "同类" in one.title)
    assert not [one for one in words_in(peers.blocks) if plain(one).startswith("河南长垣")]


@every_official
@pytest.mark.parametrize("city", FEW)
def test_a_lone_item_is_not_counted(kind: str, city: str) -> None:
    def lists(blocks: tuple[Block, ...]) -> list[Numbered]:
        inner = [found for one in blocks if isinstance(one, Section) for found in lists(one.blocks)]
        return inner + [one for one in blocks if isinstance(one, Numbered)]

    assert all(len(one.items) > 1 for one in lists(the_paper(kind, city, Language.ZH).sections))


def test_kinds_of_firm_that_are_not_here_have_no_problems_here() -> None:
    none = the_paper("study", "zhangjiajie", Language.ZH)
    problems = next(one for one in none.sections if "突出问题" in one.title)
    assert [plain(one) for one in words_in(problems.blocks)] == [NO_PROBLEM.zh]


@pytest.mark.parametrize("kind", ["briefing", "study", "note"])
def test_who_signs_has_room_under_the_text(kind: str) -> None:
    paper = the_paper(kind, "jinjiang", Language.ZH)
    *_, listed, signed = body(paper).sections[-1].blocks
    assert isinstance(listed, Lines)
    assert listed.label == "附件"
    titles = [re.sub(r"^附件\d ", "", one.title) for one in paper.sections if one.title.startswith("附件")]
    assert [one.partition(". ")[2] for one in listed.lines] == titles
    assert signed == Lines(("（起草单位）", "2026年11月"))


def test_the_english_paper_tells_what_the_chinese_one_tells() -> None:
    for kind in OFFICIAL:
        both = [the_paper(kind, "jinjiang", language) for language in Language]
        shapes = [[len(words_of_section(one)) for one in paper.sections] for paper in both]
        assert shapes[0] == shapes[1]
        assert citations(both[0]) == citations(both[1])


def words_of_section(section: Section) -> list[object]:
    return list(words_in(section.blocks))


def test_four_trades_keep_the_length_too() -> None:
    names = ("changyuan-2015", "jinjiang", "yongkang", "datang")
    cases = [the_advice(one).first.case._replace(city="某市", industry=one, as_of="2026-11") for one in names]
    paper = compose("briefing", advise(tables(), cases), the_pack(), Language.ZH)
    assert length(body(paper)) <= BRIEFING_AT_MOST + 600  # what is not to be started is never left away
