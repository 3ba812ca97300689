"""Titles and headings of the briefing, the study, the note and the technical annex."""

from zjtx_cli.text import Text, same

# 专题汇报

BRIEFING_TITLE = Text("关于{city}{what}培育提升工作的汇报", "Briefing on cultivating {what} in {city}")
BRIEFING = (
    Text("基本情况", "The situation"),
    Text("主要问题及成因", "Main problems and their causes"),
    Text("工作建议", "Recommendations"),
    Text("资金测算与渠道", "Cost and funding"),
    Text("合规与风险", "Compliance and risks"),
    Text("提请研究事项", "For decision"),
)

# 调研报告

STUDY_TITLE = Text("关于{city}{what}发展情况的调研报告", "Study of {what} in {city}")
STUDY = (
    Text("现状与特点", "The present state"),
    Text("突出问题", "The main problems"),
    Text("成因分析", "Causes"),
    Text("外地做法及启示", "Experience elsewhere and its lessons"),
    Text("对策建议", "Recommendations"),
    Text("需上级支持事项", "Support needed from above"),
)
WORKED = Text("可借鉴的做法", "What can be drawn on")
AFTERWARDS = Text("后续情况", "What became of it")
FELL_SHORT = Text("未达预期的情况", "Where it fell short")
AFTER_ITEM = Text("{case}，{what}", "{case}: {what}")
CASE_ITEM = Text("{case}（“{title}”）：{what}", "{case} (“{title}”): {what}")
FAILED_ITEM = Text("{place}：{what}启示：{lesson}", "{place}: {what} Lesson: {lesson}")
PROCEDURES_AND_RISKS = Text("资金与风险", "Cost and risks")
ASKS_LEAD = Text("需请上级支持的事项：", "Support is requested on the following: ")

# 起草说明

NOTE_TITLE = Text(
    "关于《{city}{what}培育提升若干措施》的起草说明", "Drafting note on the measures for {what} in {city}"
)
NOTE = (
    Text("制定的必要性", "Why it is needed"),
    Text("起草过程及征求意见情况", "How it was drafted, and consultation"),
    Text("主要内容", "Main contents"),
    Text("需要说明的问题", "Points that need explanation"),
)
NOTE_NOTHING = Text("关于维持现状的影响：{what}", "The effect of leaving things as they are: {what}")
NOTE_PROCESS = Text(
    "本稿依据截至{month}的填报情况（{known}项）和公开资料整理形成，所引资料逐条注明“原文已见”或“转引待核”。",
    "This draft rests on what had been reported by {month} ({known} {known:point|points}) and on public sources, each marked as seen in the original or as quoted from elsewhere and to be checked.",
)
NOTE_CONSULT = Text(
    "尚未正式征求意见。拟听取意见的有关方面：{which}。征求意见的时间、方式和采纳情况，由起草单位据实补充。",
    "No formal consultation has taken place yet. To be consulted: {which}. When and how they were consulted, and which comments were accepted, is for the drafting office to add.",
)
NOTE_REVIEWS = Text("提交会议前须完成：{which}。", "To be completed before it goes to a meeting: {which}.")
NOTE_COUNT = Text(
    "本稿共{count}项措施，分三个阶段推进。", "The draft contains {count} {count:measure|measures} in three phases."
)
NOTE_COUNT_NONE = Text("本稿暂不列入具体措施。", "The draft contains no measures yet.")
NOTE_CHOICE = Text("关于主要路径的选择", "On the choice of approach")
NOTE_MONEY = Text("关于资金", "On funding")
NOTE_FAIR = Text("关于公平竞争和合法性", "On fair competition and legality")
NOTE_HELD = Text("关于暂不列入的内容", "On what is held back")

# 技术附件

ANNEX_TITLE = Text(
    "技术附件：{city}{what}研判依据与复核办法", "Technical annex: how the advice on {what} in {city} was reached"
)
ANNEX_NOTE = Text(
    "本附件供分析和复核人员使用，列出全部计分、上下限、抽样结果、依据及其核查状态；不作为会议材料印发。",
    "For analysts and reviewers: all scores, bounds, shares of draws, and claims with the result of each check. Not for circulation as a meeting paper.",
)
ANNEX_FOR = Text("使用范围", "Who this is for")
VERIFY = Text("怎样复核", "How to verify")
VERIFY_STEPS = (
    Text(
        "取得本次所用的答案文件和同一版本的内容与工具（版本和校验值见下）。",
        "Take the answers file that was used, and the same versions of content and tool (see below).",
    ),
    Text(
        "运行：zjtx advise 答案文件 --as-of {as_of} --format json{options} > 复核.json",
        "Run: zjtx advise ANSWERS --as-of {as_of} --format json{options} > check.json",
    ),
    Text(
        "计算：sha256sum 复核.json，应与下面的“建议记录校验”一致。",
        "Run: sha256sum check.json. The result must equal the “SHA-256 of the record” below.",
    ),
    Text(
        "不一致的，先比对答案文件、内容校验和工具版本；三者相同而结果不同，即为差错，应予纠正。",
        "If it differs, first compare the answers, the content hash and the tool version. If all three agree and the result still differs, there is a fault, which should be corrected.",
    ),
)
RECORD_HASH = Text("建议记录校验（SHA-256）", "SHA-256 of the record")
ANSWERS_HASH = Text("所用答案校验（SHA-256）", "SHA-256 of the answers")
VERIFY_ROBUST, VERIFY_QUICK = same(""), same(" --no-robustness")
PLAIN_RUN = Text(
    "答案用 --set 直接给出的，复核时照样给出。", "Give answers that were given by --set in the same way again."
)

# tasks as a sheet

SHEET_TITLE = Text("{city}任务分工表", "Tasks in {city}")
SHEET_HEAD = (
    Text("序号", "No."),
    Text("阶段", "Phase"),
    Text("工作事项", "Task"),
    Text("牵头单位", "Lead"),
    Text("配合单位", "Partners"),
    Text("完成时限", "Deadline"),
    Text("可见成效", "What will be seen"),
    Text("资金测算", "Cost"),
    Text("决定权限", "Who can decide"),
    Text("须履行的程序", "Procedures"),
    Text("进展", "Progress"),
    Text("备注", "Remarks"),
)
SHEET_HELD = Text("暂不启动事项", "Not for now")
SHEET_HELD_HEAD = (Text("事项", "Item"), Text("类别", "Kind"), Text("原因", "Reason"))
SHEET_MODEL = Text("做法", "Approach")
SHEET_DATA = Text("待核实数据", "To be confirmed")

# where a long title may be broken

TITLE_TAILS = tuple(one.zh.rpartition("}")[2] for one in (BRIEFING_TITLE, STUDY_TITLE, NOTE_TITLE, ANNEX_TITLE))
