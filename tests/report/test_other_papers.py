"""The other papers: a playbook to read, the questions, what would change."""

from tests.builders import a_case
from tests.report.cities import GOOD, an_advice, said, small_pack
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.answers import Mark
from zjtx_cli.report.compose_playbook import compose_playbook
from zjtx_cli.report.compose_questions import compose_questions, compose_questions_by_office
from zjtx_cli.report.compose_whatif import compose_whatif
from zjtx_cli.report.document import Document, Section
from zjtx_cli.text import Language


def titles(document: Document) -> list[str]:
    return [one.title.partition("、")[2] for one in document.sections]


def whatif(before: Advice, after: Advice) -> str:
    return said(compose_whatif(before, after, small_pack(), Language.ZH))


def test_a_playbook_reads_as_a_paper() -> None:
    pack = small_pack()
    document = compose_playbook(pack.playbooks["gather"], pack, Language.ZH)
    assert titles(document) == [
        "一句话",
        "病在哪里",
        "什么地方合适",
        "什么情况下不能做",
        "要先有什么",
        "靠什么起作用",
        "怎么做，按阶段",
        "杠杆在谁手里，要向上请求什么",
        "什么时候停下来",
        "哪里没有做成",
        "案例后来怎样",
        "与其他模式怎么配合",
        "如果不做",
        "依据与出处",
    ]
    words = said(document)
    assert "trade（中文）：bad（中文）。dying forbids（中文）" in words
    assert "100家" in words
    assert "在省级这一级" in words
    assert "选了这个模式就做" in words


def test_the_questions_come_by_section_with_all_that_helps_to_answer() -> None:
    document = compose_questions(small_pack(), Language.ZH)
    assert document.title == "要问的问题（6 题）"
    assert titles(document) == ["all（中文）"]
    words = said(document)
    assert "good（中文）（good）" in words
    assert "单位：家，0 到 100 之间，常见的是 0" in words
    assert "too well（中文）" in words


def test_each_office_gets_its_own_sheet() -> None:
    document = compose_questions_by_office(small_pack(), Language.ZH)
    assert titles(document) == ["industry（中文）（5 题）", "statistics（中文）（1 题）"]
    sheet = document.sections[1].blocks[0]
    assert isinstance(sheet, Section)
    assert sheet.title == "1. leader?（中文）"
    assert "□ good（中文）（good）" in said(document)


def test_whatif_tells_what_moved_and_through_what() -> None:
    words = whatif(an_advice(), an_advice({**GOOD, "trade": "bad"}))
    assert "good（中文）\nbad（中文）" in words
    assert "结论会变：由“有建议，gather（中文）（推荐）”变为“有建议，move（中文）（推荐）”。" in words
    assert "0.90\n0.40\n-0.50\n推荐 → 受阻\ntrade（中文）（-0.50）" in words
    assert "“gather（中文）”变得不可选：禁行条件“dying forbids（中文）”：未触及 → 触及禁行条件" in words
    assert "“gather（中文）”不再考虑，3 项措施随之退出" in words


def test_whatif_says_so_where_nothing_changes() -> None:
    words = whatif(an_advice(), an_advice())
    assert "答案没有不同。" in words
    assert "结论不变：有建议，gather（中文）（推荐）。" in words
    assert "没有动" in words
    assert "前提、禁行条件、环节都没有变。" in words
    assert "计划没有变化。" in words


def test_whatif_names_a_measure_that_the_city_can_no_longer_carry() -> None:
    words = whatif(an_advice(), an_advice({**GOOD, "money": 10}))
    assert "park（中文）：财政自给率 10%，低于 20%" in words


def test_whatif_tells_no_value_that_is_withheld_on_either_side() -> None:
    words = whatif(an_advice({**GOOD, "firms": 41}), an_advice({**GOOD, "firms": Mark.WITHHELD}))
    assert "不宜书面答复\n不宜书面答复" in words
    assert "41 家" not in words


def test_whatif_of_several_trades_has_a_part_each() -> None:
    pack = small_pack()
    trades = [a_case(GOOD, industry="卫生材料"), a_case(GOOD, industry="起重装备")]
    before = advise(Tables(pack), trades)
    after = advise(Tables(pack), [trades[0], trades[1].with_answer("trade", a_case({"trade": "bad"}).answers["trade"])])
    document = compose_whatif(before, after, pack, Language.ZH)
    assert titles(document) == ["卫生材料", "起重装备", "计划里进出的措施"]
