"""What an advice says, and in which order: each status, each warning, and nothing that was withheld."""

from collections.abc import Sequence

import pytest

from tests.builders import MONEY, a_case, a_number, a_question, a_text, is_
from tests.report.cities import GOOD, a_document, an_advice, said, said_in, small_pack
from tests.report.reading_office import as_read
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.question import Delicate, Tension
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.compose_arithmetic import adding_up
from zjtx_cli.report.compose_sheet import sheet
from zjtx_cli.report.compose_trust import could_be_worse
from zjtx_cli.report.document import Block, Document, Fact, Facts, Fold, Section, Table, plain
from zjtx_cli.report.formats import FORMATS, written
from zjtx_cli.report.kinds import OFFICIAL, compose
from zjtx_cli.text import Language


def first_screen(document: Document) -> dict[str, str]:
    """The facts of the first screen by their label."""
    facts: list[Fact] = []
    for block in document.sections[0].blocks:
        assert isinstance(block, Facts)
        facts += block.facts
    return {fact.label: "\n".join(plain(line) for line in fact.lines) for fact in facts}


def chapter(document: Document, title: str) -> Section:
    return next(one for one in document.sections if title in one.title)


def test_a_recommendation_answers_the_eight_questions_in_their_order() -> None:
    screen = first_screen(a_document(an_advice()))
    assert list(screen) == ["建议", "理由", "把握", "不利", "可能卡住", "先做", "向上请求", "不做会怎样"]
    assert "以“gather（中文）”（case（中文）的做法）为主要抓手" in screen["建议"]
    assert "trade（中文）：“good（中文）”。good（中文）。" in screen["理由"]
    assert "约九成在本地（适合度 0.90，依据全部清楚）" in screen["把握"]
    assert "C 级：只有一处个案" in screen["把握"]
    assert "最薄弱的一环是“site（中文）”，在本地眼下成立（证据C级，只有一处个案）" in screen["可能卡住"]
    assert "别处的教训（elsewhere（中文））：ask first" in screen["可能卡住"]
    assert screen["先做"].startswith("1. register（中文）（industry（中文）牵头，1–2万元）")
    assert "bond quota" in screen["向上请求"]
    assert "if nothing" in screen["不做会怎样"]


def test_the_date_is_told_and_where_it_comes_from() -> None:
    advice = an_advice()
    assert a_document(advice).subtitle == "县级｜未给日期，政策以内容版本的2026年11月为准｜供研究讨论"
    case = a_case(GOOD)._replace(as_of="2024-03")
    given = advise(Tables(small_pack()), [case])
    assert a_document(given, Language.EN).subtitle == "County | as of March 2024 | for discussion"


def test_companions_are_told_together() -> None:
    document = a_document(an_advice())
    assert "它与“guide（中文）”（推荐）配套，两项一起看" in first_screen(document)["建议"]
    table = next(one for one in chapter(document, "合不合适").blocks if isinstance(one, Table))
    assert [plain(row[0]) for row in table.rows][:2] == ["gather（中文）", "guide（中文）"]


def test_a_companion_that_does_not_fit_is_told_as_such() -> None:
    screen = first_screen(a_document(an_advice({**GOOD, "skill": "bad", "trade": "good", "firms": 100})))
    assert "guide（中文）" in screen["建议"]


def test_a_condition_is_told_wherever_the_advice_is() -> None:
    advice = an_advice({**GOOD, "leader": Mark.UNKNOWN})
    for language, word in ((Language.ZH, "有条件"), (Language.EN, "onditional")):
        document = a_document(advice, language)
        assert word in next(iter(first_screen(document).values()))
        assert any(word in one.title for one in document.sections[2].blocks if isinstance(one, Section))
    assert "还差：必要环节不明（pull" in first_screen(a_document(advice))["不利"]
    assert "park（中文）" in said_in((chapter(a_document(advice), "没有列入"),))


def test_none_says_no_and_why_and_what_instead() -> None:
    screen = first_screen(a_document(an_advice({**GOOD, "trade": "bad", "skill": "bad", "land": "bad", "firms": 2})))
    assert screen["建议"] == "现阶段条件不具备，各个模式都暂不启动。"
    assert "都没有一个模式" in screen["理由"]
    assert "不推荐" in screen["理由"] or "受阻" in screen["理由"]
    assert "最接近的是" in screen["把握"]
    assert "可以改做：instead（中文）。" in screen["先做"]
    assert screen["不做会怎样"] == "nothing（中文）"
    assert "向上请求" not in screen


def test_undecided_says_what_to_find_out_first_and_whom_to_ask() -> None:
    screen = first_screen(a_document(an_advice({"firms": 40})))
    assert screen["建议"].startswith("现在还定不下来")
    assert screen["先查清"].startswith("trade（中文）（问industry（中文））；")
    assert screen["理由"]


def test_nothing_known_is_no_figure() -> None:
    screen = first_screen(a_document(an_advice({})))
    assert screen["把握"] == "还没有一项依据是清楚的。"


def test_the_first_screen_can_stand_alone() -> None:
    document = a_document(an_advice(), screen="first")
    assert [one.title for one in document.sections] == ["结论"]


def test_chapters_come_in_the_order_of_the_paper() -> None:
    titles = [one.title.partition("、")[2] for one in a_document(an_advice()).sections]
    assert titles == [
        "结论",
        "三类企业，各占多少",
        "各个模式，合不合适",
        "哪些没弄清，最值得先查",
        "答案靠不靠得住",
        "行动计划",
        "政策工具一览",
        "没有列入的，和原因",
        "什么时候停下来",
        "案例的另一面",
        "如果不做",
        "依据与出处",
        "数字怎么来的，怎样复核",
    ]


def test_a_measure_tells_all_that_it_takes() -> None:
    words = said(a_document(an_advice()))
    assert "share on file（中文）：由本地设定" in words
    assert "let（中文）：85%（中文）〔E02〕" in words
    assert "old（中文）：已到期（至2020年12月），不能再用" in words
    assert "now（中文）：现行有效" in words
    assert "vague（中文）：起始时间未核，用前先核实" in words
    assert "判断（无出处）" in words
    assert "省级；请主要领导亲自牵头" in words
    assert "5000–20000万元，重资产" in words
    assert "“register（中文）”" in words


def test_money_is_read_as_each_language_reads_it() -> None:
    assert "共 3 项，合计约 0.5–2亿元" in said(a_document(an_advice()))
    assert "together about 50–200 million yuan" in said(a_document(an_advice(), Language.EN))


def test_a_lever_of_the_own_level_is_not_asked_above() -> None:
    case = a_case(GOOD, level="province")
    document = a_document(advise(Tables(small_pack()), [case]))
    assert first_screen(document)["向上请求"] == "计划内的事本级都能定。"
    assert "本级就能定；由县级来做时：bond quota" in said(document)


def test_open_points_come_in_the_order_of_their_effect_with_office_place_and_proxy() -> None:
    answers = {**GOOD, "leader": Mark.UNKNOWN, "firms": Mark.WITHHELD}
    del answers["land"]
    document = a_document(an_advice(answers))
    table = next(one for one in chapter(document, "最值得先查").blocks if isinstance(one, Table))
    rows = [[plain(cell) for cell in row] for row in table.rows]
    assert [row[0] for row in rows] == ["land（中文）", "firms（中文）", "leader（中文）"]
    assert [row[1] for row in rows] == ["没问到", "不宜书面", "不清楚"]
    assert rows[0][2].startswith("适合度最多差 0.33，并关系到")
    assert rows[2][2].startswith("关系到一项前提")
    assert rows[2][3] == "statistics（中文）"
    assert "没有现成数时：proxy（中文）" in rows[2][4]


def test_delicate_and_unsure_answers_are_warned_of() -> None:
    unsure = an_advice({**GOOD, "land": Answer("good", source="走访", sure=False)})
    words = said(a_document(unsure))
    assert "trade（中文）：“good（中文）”。too well（中文）" in words
    assert "land（中文）：“good（中文）”" in words
    assert "走访" in words
    worst = said(a_document(an_advice({**GOOD, "trade": "bad"})))
    assert "too well" not in worst


def test_offices_that_differ_are_told_with_whether_it_matters() -> None:
    pack = small_pack()
    cases = [a_case(GOOD, office="industry"), a_case({"leader": "bad"}, office="statistics")]
    document = compose_advice(advise(Tables(pack), cases), pack, Language.ZH)
    table = next(one for one in chapter(document, "说法不一").blocks if isinstance(one, Table))
    row = [plain(cell) for cell in table.rows[0]]
    assert row[1] == "industry（中文）：good（中文）；statistics（中文）：bad（中文）"
    assert row[2] == "bad（中文）"
    assert row[4].startswith("要紧")


def test_evidence_is_told_with_what_checking_showed() -> None:
    words = said(a_document(an_advice()))
    assert "E02 核查结果相反：all is well（中文）。it is not（中文）。出处 [1]、[2]" in words
    assert "E01 已核实：a park stands（中文）。数字：firms in the park（中文） 35 家（2020年）。出处 [2]" in words
    assert "某报．标题二（〔2020〕1号）．日期不详．转引待核。" in words
    assert "新华社．标题一．2020-06．原文已见。 https://example.org/one" in words
    assert "不该出现" not in words
    assert "never cited" not in words


def test_the_arithmetic_adds_up_to_the_score() -> None:
    advice = an_advice({**GOOD, "land": Mark.UNKNOWN})
    document = a_document(advice, explain=True)
    match = advice.first.match("gather")
    folds = [one for one in folds_of(document.sections) if one.title == "算给你看：gather（中文）"]
    table = next(one for one in folds[0].blocks if isinstance(one, Table))
    rows = [[plain(cell) for cell in row] for row in table.rows]
    spans = [[float(end) for end in (row[4] + "–" + row[4]).split("–")] for row in rows]
    assert round(sum(span[0] for span in spans[:-1]), 4) == spans[-1][0] == round(match.score.low, 4)
    assert round(sum(span[-1] for span in spans[:-1]), 4) == spans[-1][-1] == round(match.score.high, 4)
    conditions = next(one for one in folds_of(document.sections) if one.title == "条件逐条：gather（中文）")
    truths = next(one for one in conditions.blocks if isinstance(one, Table))
    assert "未知" in [plain(row[2]) for row in truths.rows]
    assert not [one for one in folds_of(a_document(advice).sections) if "算给你看" in one.title]


def folds_of(blocks: Sequence[Block]) -> list[Fold]:
    found: list[Fold] = []
    for block in blocks:
        if isinstance(block, Fold):
            found.append(block)
        if isinstance(block, Fold | Section):
            found += folds_of(block.blocks)
    return found


@pytest.mark.parametrize("parts", [[1 / 3] * 3, [0.1, 0.00004, 0.00004, 0.00004], [0.0, 1.0]])
def test_parts_shown_add_up(parts: list[float]) -> None:
    assert round(sum(map(float, adding_up(parts))), 4) == round(sum(parts), 4)


def test_several_trades_have_a_part_each_and_one_plan() -> None:
    pack = small_pack()
    cases = [a_case(GOOD, industry="卫生材料"), a_case({**GOOD, "trade": "bad", "skill": "bad"}, industry="起重装备")]
    document = compose_advice(advise(Tables(pack), cases), pack, Language.ZH)
    assert document.title == "某某市·卫生材料、起重装备：专精特新企业培育建议"
    assert [one.title for one in document.sections[0].blocks if isinstance(one, Section)] == [
        "卫生材料",
        "起重装备",
        "全市一盘棋",
    ]
    assert sum("行动计划" in one.title for one in document.sections) == 1
    assert [one.title.partition("、")[2] for one in document.sections[1:3]] == ["卫生材料", "起重装备"]


@pytest.mark.parametrize("kind", OFFICIAL)
@pytest.mark.parametrize("name", [one for one in FORMATS if one not in ("pdf", "xlsx")])
def test_a_withheld_value_stands_in_no_byte_of_a_paper_that_goes_round(name: str, kind: str) -> None:
    pack = small_pack()
    case = a_case({**GOOD, "firms": Answer(Mark.WITHHELD, source="秘密来源"), MONEY: Mark.WITHHELD})
    advice = advise(Tables(pack), [case])
    text = as_read(written(compose(kind, advice, pack, Language.ZH), name, 80), name)
    assert "秘密" not in text
    assert "秘密" not in as_read(written(sheet(advice, pack, Language.ZH), "xlsx", 80), "xlsx")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("language", Language)
def test_a_withheld_value_stands_in_no_byte(name: str, language: Language) -> None:
    pack = small_pack()
    secret = Answer(37.625, source="秘密来源")
    cases = [
        a_case({**GOOD, "firms": secret}, office="industry"),
        a_case({**GOOD, "firms": Answer(Mark.WITHHELD, source="秘密来源"), MONEY: Mark.WITHHELD}, office="finance"),
    ]
    document = compose_advice(advise(Tables(pack), cases), pack, language, explain=True)
    text = as_read(written(document, name, 80), name)
    assert "37.6" not in text
    assert "秘密" not in text


@pytest.mark.parametrize("name", ["text", "markdown", "html", "pdf"])
def test_what_a_user_wrote_is_shown_as_text(name: str) -> None:
    advice = an_advice(
        {**GOOD, "land": Answer("good", source="<b>[red]{x}|</b>")}, city="<script>x</script> {0} [bold]"
    )
    text = as_read(written(a_document(advice), name, 80), name)
    assert "<script>" not in text or name in ("text", "pdf")  # where no one reads markup
    assert "<b>" not in text or name in ("text", "pdf")
    assert "{x}" in text
    assert "{0}" in text


def test_answers_at_odds_and_answers_not_asked_are_told() -> None:
    pack = small_pack()
    questions = {**pack.questions, "leader": pack.questions["leader"]._replace(ask_if=is_("land", "good"))}
    tension = Tension("odd", is_("land", "bad"), a_text("how so"))
    pack = pack._replace(questions=questions, tensions=(tension,))
    document = compose_advice(an_advice({**GOOD, "land": "bad"}, pack=pack), pack, Language.ZH)
    trust = chapter(document, "靠不靠得住")
    assert [one.title for one in trust.blocks if isinstance(one, Section)] == [
        "前后不大合拍的答案",
        "填了但没有用上的答案",
    ]
    assert "how so（中文）" in said_in((trust,))
    assert "没有计入：leader（中文）" in said_in((trust,))


@pytest.mark.parametrize(
    ("better", "answer", "worse"),
    [
        ("first", "good", True),
        ("first", "bad", False),
        ("last", "bad", True),
        ("last", "good", False),
        ("high", 3.0, True),
        ("high", 0.0, False),
        ("low", 3.0, True),
        ("low", 10.0, False),
        ("high", Mark.WITHHELD, False),
    ],
)
def test_an_answer_is_warned_of_only_where_a_worse_one_exists(better: str, answer: Value | Mark, worse: bool) -> None:
    question = a_number("q", 0, 10) if better in ("high", "low") else a_question("q")
    question = question._replace(delicate=Delicate(better, a_text("why")))
    assert could_be_worse(question, Answer(answer)) is worse
    assert not could_be_worse(question._replace(delicate=None), Answer(answer))
