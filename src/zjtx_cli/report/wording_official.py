"""Sentences of the official papers: the tone of a city hall, with every finding kept. No scores, no brand, no slogans."""

from zjtx_cli.text import Text

# what every official paper has

DRAFT = Text("讨论稿", "Draft for discussion")
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
AND_SO_ON = Text("{which}等", "{which}, and others")
COUNTED = Text("{which}等{count}项", "{which}, and others ({count} in all)")
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
        "whether to make “{title}” the main approach and begin with {near} near-term {near:measure|measures}",
    ),
    "conditional": Text(
        "是否在补齐条件的前提下，有条件地以“{title}”为主要抓手，先行启动近期{near}项工作",
        "whether to make “{title}” the main approach once what is missing is in place, and begin with {near} near-term {near:measure|measures}",
    ),
    "undecided": Text(
        "现有情况尚不足以确定主要路径，是否先核实关键数据，再行决定",
        "whether to confirm the key figures first and decide afterwards, as what is known does not settle the approach",
    ),
    "none": Text(
        "现阶段各类做法的条件均不具备，是否同意暂不启动，继续做好企业服务",
        "whether to start nothing for now and go on serving firms, as the conditions for none of the approaches are in place",
    ),
}
MONEY_POINT = Text(
    "{count}项合计约{money}，近期{near}；本级预算统筹与争取上级支持相结合，来源不落实不开工",
    "{count} {count:measure|measures}, about {money} in all, of which {near} in the near term; met from the local budget together with support from the higher level, with nothing begun before its funding is settled",
)
MONEY_POINT_NONE = Text("近期不新增项目支出", "no new project spending for now")
ABOVE_POINT = Text("{which}现行有效", "in force and usable: {which}")
ABOVE_UNTIL = Text("{title}（{until}截止）", "{title} (until {until})")
ABOVE_POINT_CHECK = Text("起止时间待核{count}项", "{count} with dates still to be confirmed")
ABOVE_POINT_ENDED = Text("{count}项已到期或尚未施行，不得引用", "{count} expired or not yet in force, not to be cited")
ABOVE_POINT_LATER = Text("近期不申报；今后如启动，{which}", "no applications for now; should work begin later, {which}")
ABOVE_BETWEEN = Text("；", ". ")
ABOVE_POINT_NONE = Text("暂无拟对接的上级政策", "no policy of the higher level is drawn on for now")
LEAD_POINT = Text("{office}牵头，{others}配合", "{office}, supported by {others}")
LEAD_POINT_ALONE = Text("{office}牵头", "{office}")
SEEN_POINT = Text("{year}年底前可见：{which}", "{which} ({year})")
SEEN_POINT_NONE = {
    "undecided": Text(
        "{month}底前核实关键数据，再次提请研究",
        "the key figures confirmed and the matter brought back by the end of {month}",
    ),
    "none": Text("{month}底前依据新数据再行研判", "the matter reviewed with new figures by the end of {month}"),
}
RISK_POINT = Text("{which}，均已列出防范要求", "{which}; safeguards for each are set out below")

# the situation

SITUATION_LEAD = Text(
    "围绕{city}（{level}）{what}发展，对照{asked}项情况进行了梳理，其中{known}项已填报，{open}项有待核实。",
    "The situation of {what} in {city} ({level}) was reviewed on {asked} {asked:point|points}: {known} {known:is|are} answered and {open} {open:remains|remain} to be confirmed.",
)
SITUATION_ANSWERS = Text("据填报：{which}。", "Reported: {which}.")
SITUATION_NONE = Text("具体情况待进一步核实。", "Details remain to be confirmed.")
ANSWER = Text("{name}为“{answer}”", "{name}, “{answer}”")
ANSWER_FIGURE = Text("{name}为{answer}", "{name}, {answer}")
ANSWER_NOTHING = Text("{name}尚无", "{name}, none")
NOTHING = ("没有", "以上都没有")  # answers that are said as ANSWER_NOTHING
SITUATION_GROUPS = Text("从企业类型看，{which}。", "By kind of firm: {which}.")
GROUPS = {  # in this order; kinds of one state are told together
    True: Text("{which}的对象有一定数量", "{which}, a certain number"),
    False: Text("{which}的对象尚不多见", "{which}, still few"),
    None: Text("{which}的对象有待摸底", "{which}, still to be counted"),
}

# problems and causes

PROBLEM_LEAD = Text("从“{title}”的对象看，{what}", "“{title}”: {what}")
NO_PROBLEM = Text(
    "各类做法所针对的企业在本地尚不多见，相应问题在本地不突出，不宜照搬外地做法。",
    "The kinds of firm that these approaches are for are hardly found here, so their problems do not stand out, and nothing should "
    "be copied from elsewhere.",
)
CAUSES = Text("制约因素主要有：", "The main causes are: ")
CAUSE = Text("{answer}，{because}", "{answer}: {because}")
WANTING = Text(
    "对照拟采取的做法，尚待落实或核实的条件：{which}。",
    "For the approach proposed, the following is still missing or to be confirmed: {which}.",
)
WANT_CHECK = Text("查明{which}", "confirmation of: {which}")
WANT_DATA = Text("补充关键数据", "the key figures")
WANT_FIT = Text("部分基础条件仍需改善", "some of the basic conditions")
SHOWS = Text("本地主要表现：{which}。", "It shows here as follows: {which}.")
NO_CAUSE = Text("尚未发现需要单列的突出成因。", "No single cause stands out.")

# what to do

COURSE = {
    "recommended": Text(
        "宜以“{title}”为主要抓手，结合本地实际分步推进。",
        "“{title}” should be the main approach, taken step by step and adapted to local conditions.",
    ),
    "conditional": Text(
        "可有条件地以“{title}”为主要抓手；上述条件落实前，不启动大额建设项目。",
        "“{title}” may be the main approach, on conditions: no large building project is to start until what is missing is in place.",
    ),
    "undecided": Text(
        "现有情况尚不足以确定主要路径。“{title}”相对接近，宜先核实附件所列数据，再作决定。",
        "What is known does not settle the approach. “{title}” comes closest; the figures in the annex should be confirmed before a decision.",
    ),
    "none": Text(
        "对照现有情况，各类做法所需条件均不具备，现阶段暂不建议启动，宜继续做好企业服务，一年后再行研判。",
        "As things stand, the conditions for none of the approaches are in place. Nothing should be started for now; go on serving firms and review the matter in a year.",
    ),
}
COURSE_SHORT = {
    "recommended": Text("以“{title}”为主要抓手", "make “{title}” the main approach"),
    "conditional": Text("有条件地以“{title}”为主要抓手", "make “{title}” the main approach, on conditions"),
    "undecided": Text("先核实关键数据、再定路径", "confirm the key figures first"),
    "none": Text("现阶段暂不启动", "start nothing for now"),
}
COURSE_OF_TRADE = Text("{trade}{what}", "for {trade} {what}")
DECIDE_COURSES = Text("是否同意{which}", "whether to {which}")
REQUEST_COURSES = Text("是否同意{which}。", "Whether to {which}.")
OF_TRADE = Text("{trade}方面，{what}", "For {trade}: {what}")
BORROWED = Text("可借鉴{case}的做法。", "Experience to draw on: {case}.")
COMPANION = Text("与之配套的“{title}”一并考虑。", "Its companion “{title}” should be considered together with it.")
OTHERS_TOO = Text(
    "对其他企业群体，可有条件地配合采用：{which}。",
    "For other groups of firms, the following may be added on conditions: {which}.",
)
NEAR = Text("近期可办", "What can be done soon")
COORDINATED = Text("需统筹推进", "What needs coordination")
BARRED = Text("条件尚不具备、暂不建议启动", "Conditions not yet in place: not to be started for now")
ACTION = Text("{title}。由{lead}牵头，{deadline}完成。", "{title}. Lead: {lead}; {deadline}.")
ACTION_STEPS = Text("{title}。{steps}由{lead}牵头，{deadline}完成。", "{title}. {steps} Lead: {lead}; {deadline}.")
ACTIONS_MORE = Text(
    "其余{count}项（{which}）按附件1分工推进。",
    "{count} more {count:is|are} to proceed as set out in Annex 1: {which}.",
)
ACTIONS_ALL = Text(
    "共{count}项（{which}），按附件1分工推进。",
    "{count} {count:measure is|measures are} to proceed as set out in Annex 1: {which}.",
)
NOTHING_NEAR = Text("暂无须立即安排的事项，先核实数据。", "Nothing has to begin at once; confirm the figures first.")
NOTHING_COORDINATED = Text("暂无须跨部门统筹的事项。", "Nothing needs coordination across departments for now.")
NOTHING_BARRED = Text(
    "所比较的做法和措施，未发现须暂缓的。", "None of the approaches and measures compared has to be held back."
)
MODELS_BARRED = Text("{which}：{because}，暂不建议启动。", "{which}: {because}; not to be started for now.")
WHY_GROUP = Text("本地此类企业不多", "there are few firms of this kind here")
WHY_STEP = Text("关键环节的本地条件尚不具备", "the local conditions for a key step are not in place")
WHY_PRECONDITION = Text(
    "必要前提尚不具备，本级难以自行补齐", "a necessary precondition is missing and cannot be made good at this level"
)
WHY_FIT = Text("所需条件在本地具备的尚不多", "few of the conditions needed are in place here")
WHY_BARRED = Text("触及不宜推进的情形", "a condition plainly speaks against it")
LEFT_OUT = {
    "open": Text("情况尚未核清、暂不安排资金的", "Still to be confirmed, and so without funding for now"),
    "limit": Text("财力或统筹力量所限的", "Beyond present means"),
    "not_needed": Text("对照本地情况暂无需要的", "Not needed as things stand here"),
    "excluded": Text("与已列事项不宜同时推进的", "Not to run alongside what is planned"),
    "orphan": Text("前置事项尚未列入的", "Waiting for an earlier step that is not planned"),
}
LEFT_OUT_LINE = Text("{kind}，暂不建议启动：{which}。", "{kind} (not to be started for now): {which}.")

# money

MONEY_LEAD = Text(
    "列入计划的{count}项工作，初步测算合计约{money}，其中近期{near_count}项约{near}；大额建设类项目{heavy}项。"
    "以上为判断值，须经本地核价和财政部门审核。",
    "The plan holds {count} {count:measure|measures} at an estimated {money} in all, of which {near_count} near-term {near_count:measure takes|measures take} {near}. Large building projects: {heavy}. "
    "The sums are judgements, to be priced locally and reviewed by the finance bureau.",
)
MONEY_NONE = Text(
    "未列入新增项目，近期不涉及新增财政支出。", "No new project is planned, so no new spending arises for now."
)
CHANNELS = Text(
    "资金渠道：属本级事权的，在年度预算内统筹并优先用好现有专项；属上级事权或需上级支持的，按程序申报。"
    "来源未落实的不立项、不开工，不以举债方式先行实施。",
    "Sources of funding: matters of this level are met from the annual budget, with existing special funds used first; matters of the higher level, or that need its support, are applied for through the proper procedure. "
    "Nothing is approved or begun before its funding is settled, and nothing is started ahead of that on borrowed money.",
)
MONEY_LARGEST = Text("资金量较大的是：{which}。", "The largest are {which}.")
MONEY_ITEM = Text("{title}（{money}）", "{title} ({money})")
TOOLS_USABLE = Text("可对接的现行政策：{which}。", "Policies in force that can be used: {which}.")
TOOLS_CHECK = Text("施行时间待核、使用前须先核实的：{which}。", "Dates to be confirmed before use: {which}.")
TOOLS_ENDED = Text(
    "已到期或尚未施行、不得作为依据的：{which}。", "Expired or not yet in force, not to be relied on: {which}."
)
TOOL = Text("{title}", "{title}")
TOOL_BASIS = Text("{title}（{number}）", "{title} ({number})")
TOOL_UNTIL = Text("{title}（{number}，{until}截止）", "{title} ({number}, until {until})")
TOOL_UNTIL_BARE = Text("{title}（{until}截止）", "{title} (until {until})")

# rules and risks

PROCEDURES = Text(
    "程序方面，须先行履行{which}；未经审查审核的文件、协议不提交会议。",
    "To be completed first: {which}. No document or agreement goes to a meeting before it has been reviewed.",
)
FAIR = Text(
    "政策条款不得限定本地企业、不得与纳税挂钩、不得指定特定企业。",
    "No clause may be limited to local firms, tied to taxes paid, or written for a particular firm.",
)
RISKS = {
    "audit": Text("审计监督", "Audit"),
    "petitions": Text("信访稳定", "Petitions"),
    "safety": Text("安全环保", "Safety"),
    "debt": Text("政府债务", "Debt"),
}
RISKS_NONE = {
    "audit": Text(
        "资金使用、资产处置全程留痕，按绩效结果调整",
        "keep a full record of spending and of the disposal of assets, and adjust by results",
    ),
    "petitions": Text(
        "涉及搬迁、征收、就业的先评估后决策，保障企业合法权益",
        "where relocation, land or jobs are concerned, assess before deciding and protect the lawful rights of firms",
    ),
    "safety": Text(
        "不因扶持放宽安全、环保、消防要求", "do not ease safety, environmental or fire rules for the sake of support"
    ),
    "debt": Text(
        "不新增政府隐性债务，不承诺回购、不提供担保", "take on no hidden debt, promise no buy-back, give no guarantee"
    ),
}
REVIEW = Text(
    "实施中设阶段评估，未达预期的及时调整或终止。",
    "Progress is evaluated stage by stage, and what falls short is adjusted or ended in good time.",
)

# for decision

REQUEST_COURSE = {
    "recommended": Text(
        "是否同意以“{title}”为主要抓手，按本稿分步推进。",
        "Whether to make “{title}” the main approach and proceed step by step as drafted.",
    ),
    "conditional": Text(
        "是否同意有条件地以“{title}”为主要抓手，条件落实前只办近期事项。",
        "Whether to make “{title}” the main approach on conditions, and until these are met to take only the near-term measures.",
    ),
    "undecided": Text(
        "是否同意先核实附件所列数据，{month}底前再次提请研究。",
        "Whether to confirm the figures in the annex first and bring the matter back by the end of {month}.",
    ),
    "none": Text(
        "是否同意现阶段暂不启动，{month}底前依据新数据再行研判。",
        "Whether to start nothing for now and review the matter with new figures by the end of {month}.",
    ),
}
REQUEST_LEAD_CN = Text(
    "是否同意依托现有产业链链长制，由分管领导调度，{office}承担日常工作，不新设议事协调机构。",
    "Whether to rely on the existing chain-chief system, with one deputy leader in charge and the {office} doing the daily work, and set up no new body.",
)
REQUEST_LEAD = Text(
    "是否同意由一位分管领导统筹调度，{office}承担日常工作，不新设议事协调机构。",
    "Whether to put one deputy leader in charge, with the {office} doing the daily work, and set up no new body.",
)
REQUEST_TOP = Text(
    "“{title}”牵涉面较广，建议由主要领导牵头。", "“{title}” has a wide reach; one of the top leaders should lead it."
)
REQUEST_MONEY = Text(
    "近期{count}项工作经费约{money}，请财政部门提出来源意见。",
    "{count} near-term {count:measure needs|measures need} about {money}; the finance bureau is asked to advise on the source.",
)
REQUEST_ABOVE = Text("拟向上级请示的事项：{which}", "To be requested of the higher level: {which}")
REQUEST_NOT_NOW = Text(
    "是否同意第三部分（三）所列事项暂不启动，条件成熟后另行报批。",
    "Whether to hold back the matters listed under 3 (3) and submit them again when the conditions are ripe.",
)
NO_ASK = Text(
    "所列事项本级均可决定，暂无须上级支持的事项。",
    "Everything listed can be settled at this level; no support from above is needed for now.",
)

# annexes

TASKS_HEAD = (
    Text("工作事项", "Task"),
    Text("牵头单位", "Lead"),
    Text("配合单位", "Partners"),
    Text("完成时限", "Deadline"),
    Text("可见成效", "What will be seen"),
)
TASKS_NOTE = Text(
    "注：所列数值为判断值，须本地校准；未列数值的由本地设定。",
    "Note: figures are judgements to be calibrated locally; where none is given, it is to be set locally.",
)
TASKS_NONE = Text(
    "暂未列入任务。待核实数据后另行分工。",
    "No task has been set. Work will be shared out once the figures are confirmed.",
)
TASKS_NOTE_DATA = Text(
    "注：近期只核实数据，不安排项目；数据核实后注明口径和提供单位，取数途径见“待核实数据”。其余事项待决定后另行分工。",
    "Note: for now figures are confirmed and no project is set. Each is to be given with its definition and the office that supplied "
    "it; “Figures to be confirmed” says where to find it. Other work is shared out after the decision.",
)
CONFIRM = Text("核实{which}", "Confirm: {which}")
DATA_HEAD = (Text("数据", "Figure"), Text("归口单位", "Office"), Text("取数途径", "Where to find it"))
DATA_NONE = Text("影响决策的数据均已填报。", "Every figure that bears on the decision has been reported.")
DATA_MORE = Text("另有待核实数据：{which}。", "Also to be confirmed: {which}.")
SOURCES_NONE = Text("本稿未引用外部资料。", "No outside source is cited.")
SEEN_VALUE = Text("{text}（{value}）", "{text} ({value})")
VERDICTS = (  # what stands behind a reason already, so that it is not said twice
    Text("现阶段不具备条件，暂不建议启动", "and starting is not advised for now"),
    Text("现阶段暂不建议启动", "not advised at this stage"),
    Text("暂不建议启动", "setting up the body is not advised at this stage"),
    Text("现阶段暂不建议挂牌设立", "starting is not advised for now"),
)
SUBTITLE = Text("（{draft}，{stamp}）", "{draft} | {stamp}")
