"""Sentences of the official papers: the tone of a city hall, with every finding kept. No scores, no brand, no slogans."""

from zjtx_cli.text import Text

# what every official paper has

DRAFT = Text("讨论稿", "draft for discussion")
STAMP = Text("政策口径截至{month}", "policies as of {month}")
PART = Text("（{number}）{title}", "({number}) {title}")
TRADE = Text("{industry}产业", "the {industry} trade")
FIRMS = Text("优质中小企业", "strong small and medium firms")
ANNEX_TITLE = Text("附件{number} {title}", "Annex {number}. {title}")
ANNEX_LISTED = Text("{number}. {title}", "{number}. {title}")
ANNEX_LIST = Text("附件", "Annexes")
SIGNED = Text("（起草单位）", "(drafting office)")
ANNEX_WORD = Text("附件", "Annex ")
ANNEX_TASKS = Text("任务分工表", "Who does what")
ANNEX_PEERS = Text("同类地区做法及成效", "What comparable places did, and what came of it")
ANNEX_DATA = Text("待核实数据", "Figures to be confirmed")
ANNEX_SOURCES = Text("资料来源", "Sources")
AND_SO_ON = Text("{which}等", "{which} and others")
COUNTED = Text("{which}等{count}项", "{which} and others ({count} in all)")
NOT_NOW = Text("暂不建议启动", "not to be started for now")
BY_MONTH = Text("{month}底前", "by the end of {month}")

# the points, in the order in which a leader asks

POINTS = Text("汇报要点", "The points")
POINT_DECIDE = Text("提请决定", "To decide")
POINT_MONEY = Text("资金及渠道", "Money")
POINT_ABOVE = Text("上级政策", "Higher level")
POINT_PEERS = Text("外地做法", "Elsewhere")
POINT_LEAD = Text("牵头单位", "Lead")
POINT_SEEN = Text("年底成效", "By year’s end")
POINT_RISK = Text("风险防范", "Risks")
DECIDE = {
    "recommended": Text(
        "是否以“{title}”为主要抓手，先行启动近期{near}项工作",
        "whether to take “{title}” as the main course and begin with {near} near-term measures",
    ),
    "conditional": Text(
        "是否在补齐条件的前提下，有条件地以“{title}”为主要抓手，先行启动近期{near}项工作",
        "whether to take “{title}” as the main course once what is missing is there, and begin with {near} near-term measures",
    ),
    "undecided": Text(
        "现有情况尚不足以确定主要路径，是否先核实关键数据，再行决定",
        "what is known does not settle the course: whether to confirm the key figures first and decide afterwards",
    ),
    "none": Text(
        "现阶段各类做法的条件均不具备，是否同意暂不启动，继续做好企业服务",
        "the conditions for none of the courses are there: whether to start none for now and go on serving firms",
    ),
}
MONEY_POINT = Text(
    "{count}项合计约{money}，近期{near}；本级预算统筹与争取上级支持相结合，来源不落实不开工",
    "{count} measures, about {money} in all, {near} of it soon; own budget and support from above, nothing begun unfunded",
)
MONEY_POINT_NONE = Text("近期不新增项目支出", "no new project spending for now")
ABOVE_POINT = Text("{which}现行有效", "{which} can be used now")
ABOVE_UNTIL = Text("{title}（{until}截止）", "{title} (until {until})")
ABOVE_POINT_CHECK = Text("起止时间待核{count}项", "{count} with dates to be confirmed")
ABOVE_POINT_ENDED = Text("{count}项已到期或尚未施行，不得引用", "{count} ended or not yet in force, not to be cited")
ABOVE_POINT_LATER = Text(
    "近期不申报；今后如启动，{which}", "nothing is applied for soon; should work begin later, {which}"
)
ABOVE_POINT_NONE = Text("暂无拟对接的上级政策", "no policy of the higher level is drawn on for now")
LEAD_POINT = Text("{office}牵头，{others}配合", "{office} leads, with {others}")
LEAD_POINT_ALONE = Text("{office}牵头", "{office} leads")
SEEN_POINT = Text("{year}年底前可见：{which}", "by the end of {year}: {which}")
SEEN_POINT_NONE = {
    "undecided": Text(
        "{month}底前核实关键数据，再次提请研究",
        "by the end of {month} the key figures are confirmed and the matter is brought back",
    ),
    "none": Text(
        "{month}底前依据新数据再行研判",
        "by the end of {month} the matter is looked at again with new figures",
    ),
}
RISK_POINT = Text("{which}，均已列出防范要求", "{which}; each with its safeguard below")

# the situation

SITUATION_LEAD = Text(
    "围绕{city}（{level}）{what}发展，对照{asked}项情况进行了梳理，其中{known}项已填报，{open}项有待核实。",
    "For {what} in {city} ({level}), {asked} points were gone through: {known} are answered, {open} remain to be confirmed.",
)
SITUATION_ANSWERS = Text("据填报：{which}。", "As reported: {which}.")
SITUATION_NONE = Text("具体情况待进一步核实。", "Details remain to be confirmed.")
ANSWER = Text("{name}为“{answer}”", "{name}: “{answer}”")
ANSWER_FIGURE = Text("{name}为{answer}", "{name}: {answer}")
ANSWER_NOTHING = Text("{name}尚无", "{name}: none")
NOTHING = ("没有", "以上都没有")  # answers that are said as ANSWER_NOTHING
SITUATION_GROUPS = Text("从企业类型看，{which}。", "By kind of firm: {which}.")
GROUPS = {  # in this order; kinds of one state are told together
    True: Text("{which}的对象有一定数量", "{which} are present"),
    False: Text("{which}的对象尚不多见", "{which} are hardly present"),
    None: Text("{which}的对象有待摸底", "{which} remain to be counted"),
}

# problems and causes

PROBLEM_LEAD = Text("从“{title}”的对象看，{what}", "Among “{title}”: {what}")
NO_PROBLEM = Text(
    "各类做法所针对的企业在本地尚不多见，相应问题在本地不突出，不宜照搬外地做法。",
    "The kinds of firm that the courses are for are hardly here, so their problems do not stand out here, and nothing should be copied.",
)
CAUSES = Text("制约因素主要有：", "What stands in the way: ")
CAUSE = Text("{answer}，{because}", "{answer}. {because}")
WANTING = Text(
    "对照拟采取的做法，尚待落实或核实的条件：{which}。",
    "Measured against the course proposed, what is still missing or to be confirmed: {which}.",
)
WANT_CHECK = Text("查明{which}", "confirm {which}")
WANT_DATA = Text("补充关键数据", "collect the key figures")
WANT_FIT = Text("部分基础条件仍需改善", "some basic conditions still have to improve")
SHOWS = Text("本地主要表现：{which}。", "Here it shows in this: {which}.")
NO_CAUSE = Text("尚未发现需要单列的突出成因。", "No cause stands out that has to be named by itself.")

# what to do

COURSE = {
    "recommended": Text(
        "宜以“{title}”为主要抓手，结合本地实际分步推进。",
        "“{title}” should be the main course, adapted to local conditions step by step.",
    ),
    "conditional": Text(
        "可有条件地以“{title}”为主要抓手；上述条件落实前，不启动大额建设项目。",
        "“{title}” may be the main course, on conditions; no large building project until what is missing is there.",
    ),
    "undecided": Text(
        "现有情况尚不足以确定主要路径。“{title}”相对接近，宜先核实附件所列数据，再作决定。",
        "What is known does not settle the course. “{title}” is the nearest; confirm the figures in the annex first, then decide.",
    ),
    "none": Text(
        "对照现有情况，各类做法所需条件均不具备，现阶段暂不建议启动，宜继续做好企业服务，一年后再行研判。",
        "As things stand the conditions for none of the courses are there: start none for now, go on serving firms and look again in a year.",
    ),
}
COURSE_SHORT = {
    "recommended": Text("以“{title}”为主要抓手", "take “{title}” as the main course"),
    "conditional": Text("有条件地以“{title}”为主要抓手", "take “{title}” as the main course on conditions"),
    "undecided": Text("先核实关键数据、再定路径", "confirm the key figures first"),
    "none": Text("现阶段暂不启动", "start none for now"),
}
COURSE_OF_TRADE = Text("{trade}{what}", "for {trade} {what}")
DECIDE_COURSES = Text("是否同意{which}", "whether to {which}")
REQUEST_COURSES = Text("是否同意{which}。", "Whether to {which}.")
OF_TRADE = Text("{trade}方面，{what}", "For {trade}: {what}")
BORROWED = Text("可借鉴{case}的做法。", "{case} can be drawn on.")
COMPANION = Text("与之配套的“{title}”一并考虑。", "Its companion “{title}” is considered together with it.")
OTHERS_TOO = Text(
    "对其他企业群体，可有条件地配合采用：{which}。", "For the other groups of firms, on conditions: {which}."
)
NEAR = Text("近期可办", "What can be done soon")
COORDINATED = Text("需统筹推进", "What needs coordination")
BARRED = Text("条件尚不具备、暂不建议启动", "Conditions not yet there: not to be started for now")
ACTION = Text("{title}。由{lead}牵头，{deadline}完成。", "{title}. Lead: {lead}; {deadline}.")
ACTION_STEPS = Text("{title}。{steps}由{lead}牵头，{deadline}完成。", "{title}. {steps} Lead: {lead}; {deadline}.")
ACTIONS_MORE = Text("其余{count}项（{which}）按附件1分工推进。", "What remains ({which}) follows Annex 1.")
ACTIONS_ALL = Text("共{count}项（{which}），按附件1分工推进。", "{count} in all ({which}); they follow Annex 1.")
NOTHING_NEAR = Text("暂无须立即安排的事项，先核实数据。", "Nothing has to be begun at once; confirm the figures first.")
NOTHING_COORDINATED = Text("暂无须跨部门统筹的事项。", "Nothing needs coordination for now.")
NOTHING_BARRED = Text(
    "所比较的做法和措施，未发现须暂缓的。", "Among the courses and measures compared, none has to be held back."
)
MODEL_BARRED = Text("“{title}”：{because}，暂不建议启动。", "“{title}”: {because}; not to be started for now.")
MODELS_BARRED = Text("{which}：{because}，暂不建议启动。", "{which}: {because}; not to be started for now.")
WHY_GROUP = Text("本地此类企业不多", "few firms of this kind are here")
WHY_STEP = Text("关键环节的本地条件尚不具备", "the local conditions for a key step are not there")
WHY_PRECONDITION = Text(
    "必要前提尚不具备，本级难以自行补齐", "a necessary precondition is missing and cannot be made good at this level"
)
WHY_FIT = Text("所需条件在本地具备的尚不多", "few of the needed conditions are here")
WHY_BARRED = Text("触及不宜推进的情形", "a condition speaks plainly against it")
LEFT_OUT = {
    "open": Text("情况尚未核清、暂不安排资金的", "Not yet confirmed, so no money for now"),
    "limit": Text("财力或统筹力量所限的", "Beyond present means"),
    "not_needed": Text("对照本地情况暂无需要的", "Not needed as things stand here"),
    "excluded": Text("与已列事项不宜同时推进的", "Not to be run beside what is planned"),
    "orphan": Text("前置事项尚未列入的", "Waiting for an earlier step that is not planned"),
}
LEFT_OUT_LINE = Text("{kind}，暂不建议启动：{which}。", "{kind}, not to be started for now: {which}.")

# money

MONEY_LEAD = Text(
    "列入计划的{count}项工作，初步测算合计约{money}，其中近期{near_count}项约{near}；大额建设类项目{heavy}项。"
    "以上为判断值，须经本地核价和财政部门审核。",
    "The {count} measures planned come to about {money}, of which {near_count} near-term ones {near}; large building projects: {heavy}. "
    "These are judgements, to be priced locally and reviewed by the finance bureau.",
)
MONEY_NONE = Text(
    "未列入新增项目，近期不涉及新增财政支出。", "Nothing new is planned, so there is no new spending for now."
)
CHANNELS = Text(
    "资金渠道：属本级事权的，在年度预算内统筹并优先用好现有专项；属上级事权或需上级支持的，按程序申报。"
    "来源未落实的不立项、不开工，不以举债方式先行实施。",
    "Where it comes from: what this level decides is met from the annual budget and existing funds; what the higher level decides is applied for. "
    "Nothing is approved or begun before its source is settled, and nothing is borrowed for in advance.",
)
MONEY_LARGEST = Text("资金量较大的是：{which}。", "The largest are: {which}.")
MONEY_ITEM = Text("{title}（{money}）", "{title} ({money})")
TOOLS_USABLE = Text("可对接的现行政策：{which}。", "Policies in force that can be used: {which}.")
TOOLS_CHECK = Text("施行时间待核、使用前须先核实的：{which}。", "With dates to be confirmed before use: {which}.")
TOOLS_ENDED = Text(
    "已到期或尚未施行、不得作为依据的：{which}。", "Ended or not yet in force, not to be relied on: {which}."
)
TOOL = Text("{title}", "{title}")
TOOL_BASIS = Text("{title}（{number}）", "{title} ({number})")
TOOL_UNTIL = Text("{title}（{number}，{until}截止）", "{title} ({number}, until {until})")
TOOL_UNTIL_BARE = Text("{title}（{until}截止）", "{title} (until {until})")

# rules and risks

PROCEDURES = Text(
    "程序方面，须先行履行{which}；未经审查审核的文件、协议不提交会议。",
    "Procedure: {which} come first; no paper or agreement goes to a meeting before its review.",
)
FAIR = Text(
    "政策条款不得限定本地企业、不得与纳税挂钩、不得指定特定企业。",
    "No clause may be for local firms only, tied to taxes paid, or in favour of a named firm.",
)
RISKS = {
    "audit": Text("审计监督", "Audit"),
    "petitions": Text("信访稳定", "Petitions"),
    "safety": Text("安全环保", "Safety"),
    "debt": Text("政府债务", "Debt"),
}
RISKS_NONE = {
    "audit": Text(
        "资金使用、资产处置全程留痕，按绩效结果调整", "spending and assets on record throughout, adjusted by results"
    ),
    "petitions": Text(
        "涉及搬迁、征收、就业的先评估后决策，保障企业合法权益",
        "where moving, taking land or jobs are concerned, assess before deciding and protect the rights of firms",
    ),
    "safety": Text(
        "不因扶持放宽安全、环保、消防要求", "no easing of safety, environment or fire rules for the sake of support"
    ),
    "debt": Text(
        "不新增政府隐性债务，不承诺回购、不提供担保", "no new hidden debt, no promise to buy back, no guarantees"
    ),
}
REVIEW = Text(
    "实施中设阶段评估，未达预期的及时调整或终止。",
    "Stages are evaluated on the way, and what falls short is changed or ended in time.",
)

# for decision

REQUEST_COURSE = {
    "recommended": Text(
        "是否同意以“{title}”为主要抓手，按本稿分步推进。",
        "Whether to take “{title}” as the main course and proceed as drafted.",
    ),
    "conditional": Text(
        "是否同意有条件地以“{title}”为主要抓手，条件落实前只办近期事项。",
        "Whether to take “{title}” as the main course on conditions, and until these are met to do only what is near.",
    ),
    "undecided": Text(
        "是否同意先核实附件所列数据，{month}底前再次提请研究。",
        "Whether to confirm the figures in the annex first and bring the matter back by the end of {month}.",
    ),
    "none": Text(
        "是否同意现阶段暂不启动，{month}底前依据新数据再行研判。",
        "Whether to start none for now and look again with new figures by the end of {month}.",
    ),
}
REQUEST_LEAD_CN = Text(
    "是否同意依托现有产业链链长制，由分管领导调度，{office}承担日常工作，不新设议事协调机构。",
    "Whether a deputy leader steers it through the existing chain-chief system, with the {office} doing the daily work and no new body.",
)
REQUEST_LEAD = Text(
    "是否同意由一位分管领导统筹调度，{office}承担日常工作，不新设议事协调机构。",
    "Whether one deputy leader steers it, with the {office} doing the daily work and no new body.",
)
REQUEST_TOP = Text("“{title}”牵涉面较广，建议由主要领导牵头。", "“{title}” reaches far; a top leader should lead it.")
REQUEST_MONEY = Text(
    "近期{count}项工作经费约{money}，请财政部门提出来源意见。",
    "The {count} near-term measures take about {money}: the finance bureau is asked where it comes from.",
)
REQUEST_ABOVE = Text("拟向上级请示的事项：{which}", "To be asked of the higher level: {which}")
REQUEST_NOT_NOW = Text(
    "是否同意第三部分（三）所列事项暂不启动，条件成熟后另行报批。",
    "Whether what stands under 3 (3) is held back and submitted again when conditions are ripe.",
)
NO_ASK = Text(
    "所列事项本级均可决定，暂无须上级支持的事项。",
    "All of it can be settled at this level; nothing has to be asked for.",
)

# annexes

TASKS_HEAD = (
    Text("工作事项", "Matter"),
    Text("牵头单位", "Lead"),
    Text("配合单位", "Partners"),
    Text("完成时限", "Deadline"),
    Text("可见成效", "What will be seen"),
)
TASKS_NOTE = Text(
    "注：所列数值为判断值，须本地校准；未列数值的由本地设定。",
    "Note: values are judgements to be calibrated locally; where none is given it is set locally.",
)
TASKS_NONE = Text(
    "暂未列入任务。待核实数据后另行分工。", "No task is set. Work will be shared out once the figures are confirmed."
)
TASKS_NOTE_DATA = Text(
    "注：近期只核实数据，不安排项目；数据核实后注明口径和提供单位，取数途径见“待核实数据”。其余事项待决定后另行分工。",
    "Note: for now figures are confirmed and no project is set. Each is given with its definition and its source; where it is found "
    "stands under “Figures to be confirmed”. Other work is shared out after the decision.",
)
CONFIRM = Text("核实{which}", "Confirm: {which}")
DATA_HEAD = (Text("数据", "Figure"), Text("归口单位", "Office"), Text("取数途径", "Where it is found"))
DATA_NONE = Text("影响决策的数据均已填报。", "Every figure that bears on the decision has been reported.")
DATA_MORE = Text("另有待核实数据：{which}。", "Also to be confirmed: {which}.")
SOURCES_NONE = Text("本稿未引用外部资料。", "No outside source is cited.")
LESSON_LINE = Text("{what}启示：{lesson}", "{what} Lesson: {lesson}")
SEEN_VALUE = Text("{text}（{value}）", "{text} ({value})")
VERDICTS = (  # what stands behind a reason already, so that it is not said twice
    Text("现阶段不具备条件，暂不建议启动", "and starting is not advised for now"),
    Text("现阶段暂不建议启动", "not advised at this stage"),
    Text("暂不建议启动", "setting up the body is not advised at this stage"),
    Text("现阶段暂不建议挂牌设立", "starting is not advised for now"),
)
SUBTITLE = Text("（{draft}，{stamp}）", "({draft}, {stamp})")
