"""Whole interviews at a real pseudo-terminal, as a person would sit through them."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import yaml

from tests.interview.conftest import SitsDown
from tests.interview.person import Person
from tests.report.reading_office import sheets, word_headings
from zjtx_cli.files.library import built_in
from zjtx_cli.model.pack import Pack


def begin(person: Person) -> Person:
    return (
        person.answers("是哪个市", "长垣市", "enter")
        .answers("哪一条产业链", "卫生材料", "enter")
        .answers("哪一级", "enter")
    )


def answer_all(person: Person) -> Person:
    """A falling trade with a way out."""
    person.answers("需求走势如何", "3", "enter").answers("别的用处", "1", "enter").answers("几家买家", "3", "enter")
    person.answers("几家企业", "30", "enter").answers("一年销售多少", "3.2亿", "enter").answers(
        "哪些凭证", "12", "enter"
    )
    return person.answers("自给率是多少", "45%", "enter").answers("港口通不通", "1", "enter")


def saved(home: Path) -> dict:  # type: ignore[type-arg]  # YAML as it is
    (path,) = home.glob("*.yaml")
    return yaml.safe_load(path.read_text(encoding="utf-8"))  # type: ignore[no-any-return]  # YAML as it is


def test_a_whole_interview_in_chinese(sits_down: SitsDown, home: Path) -> None:
    person = answer_all(begin(sits_down()))
    person.sees("答案一览", "销售额：32000万元", "凭证：大师、专利", "没有要改的，给出建议").presses("enter")
    person.sees("接下来", "存盘离开").presses("enter")
    assert person.leaves() == 0
    said = person.conversation()
    assert "第 1 题（约共" in said
    assert "第 8 题（共 8 题）" in said
    assert "→ 3.2亿 = 32000万元" in said
    assert "换路" in said  # the advice
    assert "答案存在" in said
    answers = saved(home)["answers"]
    assert list(answers) == ["trend", "way_out", "buyers", "firms", "sales", "traces", "share", "port"]
    assert list(answers.values()) == ["down", "some", 3, 30, 32000, ["masters", "patents"], 45, "open"]


def test_a_whole_interview_in_english(sits_down: SitsDown) -> None:
    person = sits_down("--lang", "en")
    person.answers("Which city", "Changyuan", "enter").answers("Which trade", "enter").answers(
        "Which level", "2", "enter"
    )
    person.answers("How does demand move", "1", "enter").answers("How many firms", "1", "enter")
    person.sees("Please note: Demand grows, yet fewer than three firms?", "Question 3 of 6.")
    person.answers("What are sales", "12000", "enter").answers("Which traces", "3", "enter")
    person.answers("own revenue", "down", "enter").answers("port open", "down", "down", "enter")
    person.sees("Nothing to change; give the advice").presses("enter").sees("What next").presses("enter")
    assert person.leaves() == 0
    assert person.conversation().count("Please note: Demand grows") == 2  # when it arose, and in the review
    assert "→ not known" in person.conversation()


def test_the_built_in_playbooks_can_be_answered_to_the_end(sits_down: SitsDown, real_pack: Pack) -> None:
    person = begin_plain(sits_down("--plain", playbooks=built_in()), "区域里")
    for _ in real_pack.questions:
        if "给出建议" in person.next_line():
            break
        person.writes("u")
    person.writes("").sees("接下来").writes("")
    assert person.leaves() == 0
    assert "不下结论" in person.conversation() or "先补数据" in person.conversation()


def test_back_repeatedly_and_across_a_branch(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down()).answers("需求走势如何", "3", "enter").answers("别的用处", "1", "enter")
    person.answers("几家买家", "left").answers("原答：有", "left").sees("原答：下降")
    person.presses("1", "enter").sees("有 1 题不再问", "有几家企业？")  # the branch is shut
    person.presses("left").sees("原答：增长").presses("3", "enter")  # and opens again
    person.sees("有 1 题重新计入", "几家买家")
    person.presses("ctrl-c")
    assert person.leaves() == 130
    kept = saved(home)
    assert kept["answers"] == {"trend": "down", "way_out": "some"}
    assert [one["question"] for one in kept["history"]] == ["trend", "way_out", "trend", "trend"]


def test_back_at_the_first_question_goes_to_the_head_of_the_file(sits_down: SitsDown, home: Path) -> None:
    person = (
        begin(sits_down()).answers("需求走势如何", "left").answers("哪一级", "left").answers("哪一条产业链", "left")
    )
    person.answers("回车：长垣市", "left", "甲县", "enter").answers("回车：卫生材料", "enter").answers(
        "哪一级", "2", "enter"
    )
    person.answers("需求走势如何", "ctrl-c")
    assert person.leaves() == 130
    assert (saved(home)["city"], saved(home)["industry"], saved(home)["level"]) == ("甲县", "卫生材料", "prefecture")


def test_an_answer_is_changed_in_the_review(sits_down: SitsDown, home: Path) -> None:
    person = answer_all(begin(sits_down())).sees("答案一览")
    person.presses("企业数").sees("筛选：企业数").presses("enter").sees("原答：30家")
    person.presses("40", "enter").sees("答案一览", "企业数：40家", "给出建议").presses("ctrl-c")
    assert person.leaves() == 130
    assert saved(home)["answers"]["firms"] == 40


def test_help_says_what_why_who_and_what_is_at_stake(sits_down: SitsDown) -> None:
    person = begin(sits_down()).answers("需求走势如何", "2", "？")
    person.sees("说明：看全国需求量", "为什么问：需求在退就要换路", "谁有数：工信部门。协会年报")
    person.sees("还能左右", "就地提升：适合度", "换路：适合度", "> 2. 持平")
    person.presses("3", "enter").sees("别的用处").presses("?").sees("“没有”则不再考虑")


def test_not_known_and_withheld(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down()).answers("需求走势如何", "4", "enter")
    person.answers("几家企业", "123", "enter").answers("一年销售多少", "left")
    person.answers("原答：123家", "down", "down", "enter").sees("去掉", "一年销售多少").presses("ctrl-c")
    assert person.leaves() == 130
    (path,) = home.glob("*.yaml")
    assert "123" not in path.read_text(encoding="utf-8")
    assert saved(home)["answers"] == {"trend": "unknown", "firms": "withheld"}


def test_a_source_with_one_key(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down()).answers("需求走势如何", "tab")
    person.answers("出处", "1", "enter").answers("来源，如", "协会年报", "enter")
    person.answers("好了", "2", "enter").answers("哪一年", "２０２５年", "enter").answers("好了", "4", "enter")
    person.answers("估计", "enter").sees("请答这一题：来源：协会年报，2025年，估计数").presses("2", "enter")
    person.sees("→ 持平（来源：协会年报，2025年，估计数，不太确定）", "几家企业").presses("ctrl-c")
    assert person.leaves() == 130
    assert saved(home)["answers"]["trend"] == {"value": "flat", "source": "协会年报", "year": "2025", "sure": False}


def test_resume_after_ctrl_c_and_after_ctrl_d(sits_down: SitsDown) -> None:
    person = begin(sits_down()).answers("需求走势如何", "2", "enter").answers("几家企业", "ctrl-c")
    assert person.leaves() == 130
    assert "zjtx interview --resume" in person.conversation()
    person = sits_down("--resume").sees("接着上次：长垣市，已答 1 题", "几家企业").presses("7", "enter")
    person.answers("一年销售多少", "ctrl-d")
    assert person.leaves() == 130
    sits_down("--resume").sees("已答 2 题", "一年销售多少")


def test_resume_after_kill_9_loses_at_most_the_question_on_the_screen(sits_down: SitsDown) -> None:
    person = (
        begin(sits_down())
        .answers("需求走势如何", "2", "enter")
        .answers("几家企业", "25", "enter")
        .answers("一年销售多少", "9")
    )
    person.child.kill(signal.SIGKILL)
    assert person.leaves() == -signal.SIGKILL
    sits_down("--resume").sees("已答 2 题", "一年销售多少")


def test_a_request_to_end_saves_too(sits_down: SitsDown) -> None:
    person = begin(sits_down("-o", "city.yaml")).sees("需求走势如何")
    person.child.kill(signal.SIGTERM)
    assert person.leaves() == 130
    assert "--resume -o city.yaml" in person.conversation()


def test_a_hang_up_saves_too(sits_down: SitsDown) -> None:
    person = begin_plain(sits_down("--plain", "-o", "city.yaml"))
    person.child.kill(signal.SIGHUP)
    assert person.leaves() == 130
    assert "--resume -o city.yaml" in person.conversation()


def test_a_terminal_that_goes_away_is_an_interruption(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down()).answers("需求走势如何", "2", "enter").sees("几家企业")
    process = person.child.pid
    assert process is not None
    os.close(person.child.child_fd)  # the line hangs up
    assert os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]) == 130
    assert saved(home)["answers"] == {"trend": "flat"}


def test_plain_mode_moves_no_cursor_and_says_why(sits_down: SitsDown, home: Path) -> None:
    person = begin_plain(sits_down("--plain"))
    person.sees("1. 增长（年均超过1%）", "没有默认答案").writes("9").sees("“9”不是 1 到 5 的数")
    person.writes("").sees("没有输入").writes("?").sees("为什么问：需求在退就要换路")
    person.writes("１").sees("几家企业").writes("约三成").sees("不是“企业数”的数").writes("b")
    person.sees("直接回车就是“增长”").writes("").sees("→ 增长（没有改）").writes("12")
    person.sees("一年销售多少").writes("１，２００万元").sees("→ １，２００万元 = 1200 万元").writes("1、2")
    person.sees("→ 大师、专利").writes("w").sees("→ 不宜书面答复").writes("5").sees("→ 不适用", "给出建议")
    person.writes("").sees("接下来", "直接回车就是“存盘离开”").writes("")
    assert person.leaves() == 0
    assert b"\x1b" not in person.raw
    assert saved(home)["answers"]["share"] == "withheld"


def begin_plain(person: Person, first: str = "需求走势如何") -> Person:
    person.sees("是哪个市", "请输入文字").writes("长垣市").sees("哪一条产业链").writes("卫生材料")
    return person.sees("哪一级", "直接回车").writes("").sees(first)


def test_screen_readers_and_dumb_terminals_get_plain_mode(sits_down: SitsDown) -> None:
    for name, value in (("ACCESSIBLE", "1"), ("TERM", "dumb")):
        person = sits_down(environment={name: value}).sees("请输入文字").writes("q")
        assert person.leaves() == 130
        assert b"\x1b" not in person.raw


def test_forty_columns(sits_down: SitsDown) -> None:
    person = answer_all(begin(sits_down(columns=40, rows=20)))
    person.sees("给出建议").presses("enter").sees("接下来", "存盘离开").presses("enter")
    assert person.leaves() == 0
    said = person.conversation()
    assert "第 8 题（共 8 题）" in said
    assert "→ 3.2亿 = 32000万元" in said


def test_what_remains_on_the_screen_reads_as_a_conversation(sits_down: SitsDown) -> None:
    person = begin(sits_down()).answers("需求走势如何", "3", "enter").answers("别的用处", "2", "enter").sees("几家企业")
    lines = [line for line in person.conversation().split("\n") if line]
    start = lines.index("【市场】")
    assert lines[start : start + 7] == [
        *("【市场】", "第 1 题（约共 7 题）", "需求走势如何？", "→ 下降"),
        *("第 2 题（约共 8 题）", "有没有别的用处？", "→ 没有"),
    ]


def test_two_interviews_at_once_have_a_file_each(sits_down: SitsDown, home: Path) -> None:
    one, other = begin(sits_down()).sees("需求走势如何"), begin(sits_down()).sees("需求走势如何")
    one.presses("1", "enter").sees("几家企业")
    other.presses("3", "enter").sees("别的用处")
    assert sorted(path.stem for path in home.glob("*.yaml")) == ["长垣市", "长垣市-2"]
    third = sits_down("-o", str(home / "长垣市.yaml"), "--resume")
    assert third.leaves() == 5
    assert "正在另一个窗口里作答" in third.conversation()


def test_a_draft_changed_by_hand_is_read_again_and_checked(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down()).answers("需求走势如何", "1", "enter").sees("几家企业")
    (path,) = home.glob("*.yaml")
    path.write_text(
        path.read_text(encoding="utf-8").replace("trend: up", "trend: flat\n  port: closed"), encoding="utf-8"
    )
    person.presses("9", "enter").sees("文件在别处改过", "一年销售多少").presses("ctrl-c")
    assert person.leaves() == 130
    assert saved(home)["answers"] == {"trend": "flat", "firms": 9, "port": "closed"}
    path.write_text(path.read_text(encoding="utf-8").replace("firms: 9", "firms: 999"), encoding="utf-8")
    person = sits_down("--resume")
    assert person.leaves() == 3
    assert "长垣市.yaml:7:10" in person.conversation()


def test_what_may_follow_the_advice(sits_down: SitsDown, tmp_path: Path) -> None:
    person = answer_all(begin(sits_down(rows=60))).sees("给出建议").presses("enter").sees("接下来")
    person.presses("2", "enter").sees("要哪一种材料", "专题汇报", "任务分工表").presses("4", "enter")
    person.sees("存成哪种文件", "Word 文档", "网页").presses("3", "enter").sees("文件名", "长垣市-全文.html")
    person.presses("advice.html", "enter").sees("已写入 advice.html")
    person.presses("2", "enter").sees("要哪一种材料").presses("enter").sees("存成哪种文件").presses("enter")
    person.sees("长垣市-专题汇报.docx").presses("report", "enter").sees("已写入 report.docx")
    person.presses("2", "enter").presses("6", "enter").sees("长垣市-任务分工表.xlsx").presses("enter")
    person.sees("已写入 长垣市-任务分工表.xlsx")
    person.presses("2", "enter").presses("enter").presses("enter").sees("文件名")
    person.presses("advice.pages", "enter").sees("认不出文件类型")
    person.presses("3", "enter").sees("试改哪一题").presses("退路", "enter").sees("有没有别的用处").presses(
        "2", "enter"
    ).sees("→ 没有", "接下来")
    person.presses("4", "enter").sees("没有要补的题")
    person.presses("5", "enter").sees("答案一览").presses("港口", "enter").sees("原答：通").presses("3", "enter")
    person.sees("给出建议").presses("enter").sees("接下来").presses("4", "enter").sees(
        "1. 港口通不通？（交通部门）"
    ).presses("6", "enter")
    assert person.leaves() == 0
    assert "<html" in (tmp_path / "advice.html").read_text(encoding="utf-8")
    assert sheets((tmp_path / "长垣市-任务分工表.xlsx").read_bytes())
    assert word_headings((tmp_path / "report.docx").read_bytes())[:2] == ["汇报要点", "一、基本情况"]


def test_five_ways_of_answering_give_the_same_bytes(
    sits_down: SitsDown, home: Path, folder: Path, tmp_path: Path
) -> None:
    answer_all(begin(sits_down("-o", "arrows.yaml"))).sees("给出建议").presses("ctrl-c").leaves()
    plain = begin_plain(sits_down("--plain", "-o", "plain.yaml"))
    for line in ("3", "1", "3", "30", "3.2亿", "1 2", "45%", "1"):
        plain.writes(line)
    plain.sees("给出建议").writes("q").leaves()
    by_hand = "city: 长垣市\nindustry: 卫生材料\nanswers:\n  trend: down\n  way_out: some\n  buyers: 3\n  firms: 30\n  sales: 3.2亿\n  traces: [masters, patents]\n  share: 45%\n  port: open\n"
    (tmp_path / "file.yaml").write_text(by_hand, encoding="utf-8")
    (tmp_path / "head.yaml").write_text("city: 长垣市\nindustry: 卫生材料\nanswers: {}\n", encoding="utf-8")
    given = (
        "trend=down",
        "way_out=some",
        "buyers=3",
        "firms=30",
        "sales=3.2亿",
        "traces=masters,patents",
        "share=45%",
        "port=open",
    )
    ways = (
        ["arrows.yaml"],
        ["plain.yaml"],
        ["file.yaml"],
        ["-"],
        ["head.yaml", *(word for one in given for word in ("--set", one))],
    )
    advices = {
        subprocess.run(
            [sys.executable, "-m", "zjtx_cli", "advise", *way, "--format", "json", "--playbooks", str(folder)],
            input=by_hand.encode(),
            cwd=tmp_path,
            env=sits_down.environment,
            capture_output=True,
            check=True,
        ).stdout
        for way in ways
    }
    assert len(advices) == 1
    assert json.loads(advices.pop())["answers"]["sales"] == 32000
