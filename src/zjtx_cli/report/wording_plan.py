"""Sentences of the plan, of what speaks against every case, and of the evidence behind it."""

from zjtx_cli.text import Text

# the plan

PLAN = Text("行动计划", "The plan")
PLAN_LEAD = Text(
    "共 {count} 项，合计约 {money}。金额多为判断值，须本地核价。重资产项目 {heavy} 项。",
    "{count} {count:measure|measures}, together about {money}. Most sums are judgements, to be priced locally. Heavy projects: {heavy}.",
)
PLAN_EMPTY = Text(
    "没有列入任何措施：没有一个模式达到可以考虑的程度。",
    "The plan holds no measure: no model reached the point where it could be considered.",
)
MEANS = Text("量力而行：钱、地、精力、人手", "Within the city’s means: money, land, leaders, staff")
MONEY = Text("钱", "Money")
MONEY_UNKNOWN = Text(
    "财政自给率不清楚或不宜书面答复，按没有余力算：不上重资产项目",
    "Own revenue is not known or not to be written down, so nothing is counted on: no heavy project",
)
MONEY_NONE = Text(
    "财政自给率 {share}，不到 {none}：不上重资产项目",
    "Own revenue covers {share} of spending, under {none}: no heavy project",
)
MONEY_ONE = Text(
    "财政自给率 {share}，在 {none} 到 {one} 之间：重资产项目最多上一个",
    "Own revenue covers {share} of spending, between {none} and {one}: one heavy project at most",
)
MONEY_ENOUGH = Text(
    "财政自给率 {share}，不低于 {one}：重资产项目不因财力设限",
    "Own revenue covers {share} of spending, {one} or more: it sets no limit on heavy projects",
)
HEAVY_IN = Text("列入的重资产项目：{which}", "Heavy projects in the plan: {which}")
HEAVY_NOT = Text("计划里没有重资产项目", "The plan has no heavy project")
LAND = Text("地", "Land")
LAND_FOR = Text("要用新地的：{which}。", "Needing new land: {which}.")
LAND_NOT = Text("列入的措施都不用新地。", "Nothing in the plan needs new land.")
LEADERS = Text("主要领导", "Leaders")
LEADERS_FOR = Text("亲自牵头的只有{which}。", "They lead only {which} in person.")
LEADERS_OTHERS = Text(
    "亲自牵头的只有{which}；另有 {count} 项本来也要主要领导牵头，改由分管领导调度。",
    "They lead only {which} in person; {count} other {count:measure|measures} that would also call for them {count:goes|go} to a deputy.",
)
LEADERS_NOT = Text("没有一项要主要领导亲自牵头。", "Nothing needs a top leader in person.")
STAFF = Text("人手", "Staff")
STAFF_BUSIEST = Text(
    "最忙的是{office}，一个阶段牵头 {count} 件（上限 {most} 件）。",
    "The busiest is the {office}, which leads {count} in one phase (at most {most}).",
)
STAFF_LATE = Text(
    "排不下、往后推一个阶段的 {count} 件：{which}。", "Put off by one phase for want of staff ({count}): {which}."
)
TOGETHER = Text("几个模式一起做，先后和分工", "Several models at once: order and division of work")
PAIR = Text("“{one}”和“{other}”（{relation}）：{rule}", "“{one}” and “{other}” ({relation}): {rule}")
TASKS = Text("任务分工", "Who does what")
TASKS_HEAD = (
    Text("措施", "Measure"),
    Text("牵头", "Lead"),
    Text("时间", "When"),
    Text("资金", "Money"),
)
WHY_IN_PLAN = Text("为什么列入", "Why it is in the plan")
TRADE = Text("产业链", "Trade")
LEAD_OFFICE = Text("牵头", "Lead")
PARTNERS = Text("配合", "With")
AUTHORITY = Text("谁能定", "Who can decide")
LED_IN_PERSON = Text("{level}；请主要领导亲自牵头", "{level}; one of the top leaders to lead it in person")
ASK_ABOVE = Text("向上请求", "To ask of the higher level")
OWN_LEVEL = Text("本级就能定；由县级来做时：{ask}", "This level can decide. Where a county does it: {ask}")
RESOURCE = Text("资金", "Money")
RESOURCE_CLASS = {
    "light": Text("轻（花钱少）", "light"),
    "medium": Text("中", "medium"),
    "heavy": Text("重资产", "heavy"),
}
RESOURCE_LINE = Text("{money}，{weight}", "{money}, {weight}")
PROCEDURES = Text("要过的程序", "Procedures to complete")
INSTRUMENTS = Text("政策工具", "Policy instruments")
KPIS = Text("看什么见效", "What to measure")
KPI = Text("{text}：{benchmark}", "{text}: {benchmark}")
SET_LOCALLY = Text("由本地设定", "set locally")
RISKS = Text("风险", "Risks")
STOP = Text("何时停", "Stop if")
BASIS = Text("依据", "Rests on")
JUDGEMENT = Text("判断（无出处）", "judgement, no source")
AFTER = Text("须先完成", "Only after")
INSTRUMENT_STATUS = {
    "in_force": Text("{title}：现行有效", "{title}: in force"),
    "unconfirmed": Text("{title}：起始时间未核，用前先核实", "{title}: start date not confirmed, check before use"),
    "ended": Text("{title}：已到期（至{until}），不能再用", "{title}: expired ({until}), no longer usable"),
    "not_yet": Text("{title}：{start}才施行，现在不能用", "{title}: not in force before {start}, not usable yet"),
}
TOOLS = Text("政策工具一览", "The policy instruments")
TOOL_WHAT = Text("做什么", "What it does")
TOOL_BASIS = Text("文件依据", "Basis")
TOOL_WHO = Text("谁能用", "Who may use it")
TOOL_TIME = Text("多久见效", "Time to a result")
TOOL_PITFALL = Text("容易出错处", "Pitfall")
TOOL_NOTE = Text("接续与核对", "What comes next, what to check")
TOOL_MONTHS = {True: Text("{span} 个月", "{span} months"), False: Text("{span} 个月", "{span} month")}  # more than one
BASIS_ITEM = Text("{title}（{details}）", "{title} ({details})")
BASIS_VERIFIED = {True: Text("已核", "checked"), False: Text("未核", "not checked")}
PROCEDURE_NOTES = Text("这些程序是什么", "What the procedures are")
LEFT_OUT = Text("没有列入的，和原因", "What was left out, and why")
LEFT_OUT_HEAD = (Text("措施", "Measure"), Text("类别", "Kind"), Text("原因", "Because"))
LEFT_OUT_KINDS = {
    "not_needed": Text("此地不需要", "not needed here"),
    "double": Text("与别项是一件事", "the same work as another"),
    "open": Text("情况不明，先不花钱", "not known enough, so no money yet"),
    "excluded": Text("不能同时做", "cannot run alongside another"),
    "limit": Text("钱、地或人手所限", "beyond the means"),
    "orphan": Text("前一步没有列入", "an earlier step is not in the plan"),
}
LEFT_OUT_NONE = Text("所考虑模式的措施都已列入。", "Every measure of the models considered is in the plan.")
LEFT_OUT_MODELS = Text(
    "不推荐和受阻的模式，措施一概没有列入：{which}。",
    "No measure was taken from models that are not recommended or blocked: {which}.",
)

# when to stop, the other side of the cases

STOP_RULES = Text("什么时候停下来", "When to stop")
STOP_LEAD = Text(
    "先说好停的条件，再开工；到点由第三方看一次。",
    "Agree on these before starting; at each date a third party takes a look.",
)
STOP_HEAD = (Text("时点", "When"), Text("如果", "If"), Text("就", "Then"))
AFTER_MONTHS = Text("第 {months} 个月", "Month {months}")
OTHER_SIDE = Text("案例的另一面", "The other side of the cases")
FAILED = Text("哪里没有做成", "Where it failed")
FAILED_ITEM = Text("{place}：{what}教训：{lesson}", "{place}: {what} Lesson: {lesson}")
SINCE = Text("案例后来怎样", "What became of the case")
LEVER = Text("当年真正的杠杆在谁手里", "Who really held the lever at the time")
LEVER_LINE = Text("在{level}这一级。{text}", "At the level of the {level}. {text}")
COMBINES = Text("与其他模式怎么配合", "How it goes with the others")
COMBINES_ITEM = Text("与“{other}”（{relation}）：{rule}", "With “{other}” ({relation}): {rule}")
RELATION = {
    "relay": Text("接力", "relay"),
    "split": Text("分流", "split"),
    "companion": Text("配套", "companion"),
    "complement": Text("互补", "complement"),
    "competes": Text("争资源", "competes"),
}
DO_NOTHING = Text("如果不做", "Doing nothing")
DO_NOTHING_LEAD = Text(
    "维持现状也是一条路，代价如下，供比较。", "Leaving things as they are is a choice too; this is what it costs."
)
CAUTIONS = Text("用之前请注意", "Before you use this")

# claims, sources, how to repeat

EVIDENCE = Text("依据与出处", "Evidence and sources")
EVIDENCE_LEAD = Text(
    "正文方括号里的编号指下面的依据；每条都写明核查结果。没有查到出处的数字，不作目标。",
    "The marks in brackets refer to the claims below, each with the result of the check. No figure without a source is "
    "used as a target.",
)
DOUBTFUL = Text("核查后站不住、过时或没有查到的", "Claims that are contradicted, outdated or not found")
OTHER_CLAIMS = Text("其余依据（{count} 条）", "The other claims ({count})")
CLAIM_STATUS = {
    "confirmed": Text("已核实", "confirmed"),
    "memory": Text("凭记忆，待核", "from memory, to be checked"),
    "ambiguous": Text("说法不一", "accounts differ"),
    "outdated": Text("已过时", "outdated"),
    "contradicted": Text("核查结果相反", "contradicted"),
    "not_found": Text("没有查到出处", "not found"),
    "judgement": Text("判断，无出处", "judgement, no source"),
}
FIGURE = Text("{of} {value} {unit}", "{of}: {value} {unit}")
FIGURE_YEAR = Text("{of} {value} {unit}（{year}年）", "{of}: {value} {unit} ({year})")
FIGURES = Text("数字：{which}", "Figures: {which}")
SEE_SOURCE = Text("出处 ", "Source ")
SOURCES = Text("来源", "Sources")
SOURCE = Text("{by}．{title}．{date}．{seen}。", "{by}. {title}. {date}. {seen}.")
SOURCE_TITLE = Text("{title}（{number}）", "{title} ({number})")
NO_DATE = Text("日期不详", "n.d.")
SEEN = {
    "original": Text("原文已见", "original seen"),
    "quoted": Text("转引待核", "quoted, original to be checked"),
}
SEEN_MARK = {
    "original": Text("（原文已见）", "(original seen)"),
    "quoted": Text("（转引待核）", "(quoted, original to be checked)"),
}
REPEAT = Text("数字怎么来的，怎样复核", "How the figures came about, and how to repeat them")
REPEAT_NOTE = Text(
    "同一份答案、同一版内容、同一版工具，结果逐字相同；用存下的答案文件再跑一遍 zjtx advise 即可复核。",
    "The same answers, content and tool give the same result to the letter; to check, run zjtx advise again on the saved answers.",
)
LINES_NOTE = Text(
    "判断线在看任何城市之前就定好：有条件 {conditional} 起，推荐 {recommended} 起（且依据已知 {known} 以上）；"
    "领先不到 {lead} 不分先后。",
    "The lines were drawn before any city was scored: conditional from a fit of {conditional}, recommended from {recommended} "
    "(with at least {known} known); a lead under {lead} counts as no lead.",
)
PACK = Text("内容版本", "Content")
PACK_HASH = Text("内容校验（SHA-256）", "Content SHA-256")
TOOL = Text("工具", "Tool")
AS_OF = Text("政策日期", "Policies as of")
