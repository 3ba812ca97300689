"""The report's own sentences and labels, in both languages; logic fills them, and says nothing of its own."""

from zjtx_cli.text import Text, same

# enumerations and figures

COMMA = Text("、", ", ")
COMMA_CLAUSE = Text("，", ", ")
COLON = Text("：", ": ")
SEMICOLON = Text("；", "; ")
FULL_STOP = Text("。", ".")
BETWEEN = Text("", " ")  # two sentences of one paragraph
OPEN_BRACKET, CLOSE_BRACKET = Text("（", " ("), Text("）", ")")
OPEN_CITE, CLOSE_CITE = Text("〔", " ["), Text("〕", "]")
QUOTED = same("“{title}”")
SPAN = same("{low}–{high}")
DIGITS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
CHAPTER = Text("{number}、{title}", "{number}. {title}")
NUMBERED = same("{number}. {title}")
MONTH = Text("{year}年{month}月", "{name} {year}")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONEY = Text("{low}–{high}万元", "{low}–{high} million yuan")
MONEY_UP_TO = Text("{high}万元以内", "up to {high} million yuan")
NO_MONEY = Text("不需专门经费", "no money of its own")
TENTHS = (
    Text("几乎都不", "Almost none"),
    Text("约一成", "About one tenth"),
    Text("约两成", "About two tenths"),
    Text("约三成", "About three tenths"),
    Text("约四成", "About four tenths"),
    Text("约一半", "About half"),
    Text("约六成", "About six tenths"),
    Text("约七成", "About seven tenths"),
    Text("约八成", "About eight tenths"),
    Text("约九成", "About nine tenths"),
    Text("几乎全部", "Almost all"),
)
LEVELS = {
    "county": Text("县级", "county"),
    "prefecture": Text("市级（地级）", "prefecture"),
    "province": Text("省级", "province"),
    "state": Text("国家", "state"),
}
YES, NO, OPEN = Text("是", "yes"), Text("否", "no"), Text("不明", "not known")
PRESENT = {True: Text("有", "present"), False: Text("没有", "absent"), None: Text("尚不能判断", "cannot be told yet")}
HOLDS = {True: Text("成立", "Holds"), False: Text("不成立", "Fails"), None: Text("此地不明", "Not known here")}
THERE = {True: Text("具备", "There"), False: Text("不具备", "Missing"), None: Text("此地不明", "Not known here")}
HIT = {True: Text("触及禁行条件", "Forbids it"), False: Text("未触及", "Does not apply"), None: Text("尚未排除", "Not ruled out")}
STRENGTH = {
    "recommended": Text("推荐", "recommended"),
    "conditional": Text("有条件", "conditional"),
    "not_recommended": Text("不推荐", "not recommended"),
    "blocked": Text("受阻", "blocked"),
}
STATUS = {
    "recommended": Text("有建议", "there is advice"),
    "undecided": Text("未定", "undecided"),
    "none": Text("都不启动", "start none"),
}
GRADES = {
    "A": Text("有对照研究", "compared studies"),
    "B": Text("几处都有记录", "documented in several places"),
    "C": Text("只有一处个案", "one documented case"),
    "D": Text("只有主张，或核查结果相反", "asserted only, or contradicted"),
}

# the head of the paper

TITLE = Text("{city}·{industry}：专精特新企业培育建议", "{city}, {industry}: advice on cultivating 专精特新 firms")
TITLE_PLAIN = Text("{city}：专精特新企业培育建议", "{city}: advice on cultivating 专精特新 firms")
SUBTITLE = Text("{level}｜以{month}为准｜供研究讨论", "{level} | as of {month} | for discussion")
CONTENTS = Text("目录", "Contents")

# the first screen

IN_SHORT = Text("结论", "In short")
FOR_THE_CITY = Text("全市一盘棋", "For the whole city")
DO = Text("建议", "Do")
WHY = Text("理由", "Why")
SURE = Text("把握", "How sure")
AGAINST = Text("不利", "Against")
FIND_OUT = Text("先查清", "Find out")
BEGIN = Text("先做", "Begin")
ASK = Text("向上请求", "Ask above")
NOTHING = Text("不做会怎样", "If nothing")
TAKE = Text("以“{title}”（{case}的做法）为主要抓手。", "Take “{title}” (the case of {case}) as the main course.")
TAKE_IF = Text(
    "有条件地采用“{title}”（{case}的做法）：所缺各项补上之前，不上重资产项目。",
    "Take “{title}” (the case of {case}), but conditionally: no heavy project until what is missing is in place.",
)
WITH_COMPANION = Text("它与“{other}”（{strength}）配套，两项一起看。", "It goes with its companion “{other}” ({strength}).")
START_NONE = Text(
    "现阶段条件不具备，各个模式都暂不启动。",
    "The conditions are not there: start none of the models for now.",
)
NOT_YET = Text("现在还定不下来，先查清下面几件事。", "No conclusion yet; find out first what is listed below.")
REASON = Text("{name}：“{answer}”。{because}", "{name}: “{answer}”. {because}")
MODEL_IS = Text("“{title}”{strength}：{because}", "“{title}” is {strength}: {because}")
FIT_IS = Text(
    "所需条件{tenths}在本地（适合度 {fit}，最低 {low}，最高 {high}）；依据中已清楚的占 {known}。",
    "{tenths} of the needed conditions are here (fit {fit}, at least {low}, at most {high}); {known} of it is known.",
)
NEAREST = Text("最接近的是“{title}”。", "The nearest is “{title}”.")
LEADING = Text("目前居前的是“{title}”。", "In front for now is “{title}”.")
WEAKEST = Text("必要环节的证据最弱为 {grade} 级：{words}。", "The weakest necessary step has evidence {grade}: {words}.")
DATE_GIVEN = Text("政策以{month}为准（填报时给定）。", "Policies as of {month}, as given.")
DATE_OF_PACK = Text(
    "没有给日期，政策以内容版本的{month}为准。",
    "No date was given; policies are as of {month}, the date of the content.",
)
NOTHING_KNOWN = Text("还没有一项依据是清楚的。", "Nothing is known yet.")
GAPS = Text("还差：{which}。", "Still missing: {which}.")
AND_MORE = Text("{which}等{count}项", "{which} and more, {count} in all")
TO_BUILD = Text("须先补上：{which}。", "To be put in place first: {which}.")
GAP_FIT = Text("适合度未到 {limit}", "fit is under {limit}")
GAP_KNOWN = Text("已清楚的依据不到 {limit}", "less than {limit} is known")
GAP_GROUP = Text("是否有这类企业还不清楚", "whether such firms exist")
GAP_BLOCKER = Text("一项禁行条件尚未排除（{which}）", "a blocker is not ruled out ({which})")
GAP_PRECONDITION = Text("前提未落实（{which}）", "a precondition ({which})")
GAP_STEP = Text("必要环节不明（{which}）", "a necessary step is not known ({which})")
GAP_WEAK = Text("必要环节只有主张（{which}）", "a necessary step is only asserted ({which})")
NOTHING_AGAINST = Text("没有发现明显不利之处。", "Nothing of weight was found.")
FIRST_MEASURE = Text("{number}. {title}（{lead}牵头，{money}）", "{number}. {title} ({lead}, {money})")
NO_MEASURE = Text("没有可以先做的措施。", "There is no measure to begin with.")
INSTEAD = Text("可以改做：{what}", "Instead: {what}")
LOOK_AGAIN = Text("一年后用新数据再判断一次。", "Judge again in a year with new figures.")
POINT = Text("{number}. {name}（问{office}）", "{number}. {name} (ask the {office})")
MORE_ASKS = Text("另有 {count} 项，见行动计划。", "{count} more stand in the plan.")
NO_ASK = Text("计划内的事本级都能定。", "All in the plan can be settled at this level.")

# groups and models

GROUPS = Text("三类企业，各占多少", "The groups of firms")
GROUPS_LEAD = Text(
    "一个城市通常几类企业并存。先分清有没有、有多少，再看哪个模式对路。",
    "A city usually has several groups side by side: first see which are here and how many, then which model fits.",
)
GROUP_HEAD = (
    Text("企业类别", "Group"),
    Text("有没有", "Here?"),
    Text("规模", "Size"),
    Text("对路的模式", "Model"),
    Text("依据", "Because"),
)
SIZE = Text("{name}：{size}", "{name}: {size}")
NO_MODEL = Text("暂无", "none yet")
NOT_GIVEN = Text("未填", "not given")
RANKING = Text("各个模式，合不合适", "The models, and how they fit")
RANKING_HEAD = (
    Text("模式", "Model"),
    Text("结论", "Standing"),
    Text("适合度", "Fit"),
    Text("最低–最高", "Low–high"),
    Text("已知", "Known"),
    Text("对应企业", "Firms"),
)
FIT_NOTE = Text(
    "适合度说的是：这个模式需要的条件，有多大比例在本地（0 到 1）；不是成功的可能，也不是效益预测。"
    "不清楚的只把上下限拉宽，不会抬高或压低中间数。",
    "Fit says what share of the conditions that a model needs is here (0 to 1). It is neither a chance of success nor "
    "a forecast of benefit. What is not known widens the range and does not shift it.",
)
MODEL_TITLE = Text("{title}（{case}）：{strength}", "{title} ({case}): {strength}")
COMPANIONS = Text("与“{other}”配套，宜一起看。", "It is the companion of “{other}”; read the two together.")
FOR = Text("有利的条件", "What speaks for it")
AGAINST_IT = Text("不利的条件", "What speaks against it")
PART = Text("{reason}（得 {part}，满分 {share}）", "{reason} (worth {part} of {share})")
NO_REASON_FOR = Text("没有明显有利的已知条件。", "No known condition speaks clearly for it.")
NO_REASON_AGAINST = Text("已知条件中没有明显不利的。", "No known condition speaks clearly against it.")
TRANSFER = Text("搬到本地还灵不灵", "Would it work here")
TRANSFER_LEAD = Text(
    "下面是这个模式起作用的链条，一环扣一环；每一环先看本地成不成立，再看证据有多硬。",
    "This is the chain by which the model works; for each step, whether it holds here and how good the evidence is.",
)
STEP_NOTE = Text("{need}；证据 {grade} 级（{words}）", "{need}; evidence {grade} ({words})")
NECESSARY, HELPFUL = Text("必要环节", "necessary"), Text("有益环节", "helpful")
HERE = Text("本地：{because}", "Here: {because}")
REMEDY = Text("对策：{what}", "What to do: {what}")
PRECONDITIONS = Text("前提", "Preconditions")
PRECONDITIONS_MET = Text("{count} 项前提均已具备。", "All {count} preconditions are there.")
SOME_MET = Text("其余 {count} 项前提已具备。", "The other {count} preconditions are there.")
NEEDED, WISHED = Text("必要", "necessary"), Text("有更好", "good to have")
BUILD_HERE = Text("本级可以补：{how}", "Can be built at this level: {how}")
BUILD_ABOVE = Text("本级补不了，要靠{levels}：{how}", "Cannot be built here; it takes the {levels}: {how}")
BUILD_NEVER = Text("三五年内补不出来。", "Cannot be built within policy time.")
BLOCKERS = Text("禁行条件", "Blockers")
BLOCKERS_CLEAR = Text("{count} 项禁行条件均未触及。", "None of the {count} blockers applies.")
BLOCKER_INSTEAD = Text("改做：{what}", "Instead: {what}")
OTHER_MODELS = Text("其余模式为什么不选", "Why not the others")

# arithmetic

ARITHMETIC = Text("算给你看：{title}", "The arithmetic of “{title}”")
ARITHMETIC_HEAD = (
    Text("问题", "Question"),
    Text("答案", "Answer"),
    Text("值", "Value"),
    Text("权重", "Weight"),
    Text("得分", "Part"),
    Text("为什么值这么多", "Why this value"),
    Text("为什么这么重", "Why this weight"),
)
ARITHMETIC_SUM = Text("合计（适合度 {fit}）", "Sum (fit {fit})")
ARITHMETIC_NOTE = Text(
    "得分＝权重×值；有未知数的，左边是各未知数凑成最低时的得分，右边是凑成最高时的得分。",
    "Part = weight × value; where something is not known, the left figure belongs to the lowest completion, the right "
    "to the highest.",
)
CONDITIONS = Text("条件逐条：{title}", "The conditions of “{title}”")
CONDITIONS_HEAD = (Text("类别", "Kind"), Text("条件", "Condition"), Text("真假", "True?"))
TRUTH = {True: Text("真", "true"), False: Text("假", "false"), None: Text("未知", "not known")}
KIND_GROUP = Text("企业类别在不在", "group present")
KIND_PRECONDITION = Text("前提 {id}", "precondition {id}")
KIND_BLOCKER = Text("禁行 {id}", "blocker {id}")
KIND_STEP = Text("环节 {id}", "step {id}")
ALL_OF, ANY_OF = Text("；并且 ", "; and "), Text("；或者 ", "; or ")
GROUPED = Text("（{inner}）", " ({inner})")
NOT_SO = Text("并非（{inner}）", "not ({inner})")
ONE_OF = Text("{name}：{options}", "{name}: {options}")
RELATIONS = {
    "at_least": Text("{name}不低于 {value}", "{name} at least {value}"),
    "at_most": Text("{name}不高于 {value}", "{name} at most {value}"),
    "above": Text("{name}高于 {value}", "{name} above {value}"),
    "below": Text("{name}低于 {value}", "{name} below {value}"),
}
OR = Text("或", " or ")

# what is not known, and how far the answers can be trusted

UNKNOWNS = Text("哪些没弄清，最值得先查", "What is not known, and worth finding out")
UNKNOWNS_LEAD = Text(
    "按对结论影响的大小排列：先查前面的，最划算。",
    "In the order of how far each could move the result: the first are the most worth finding.",
)
UNKNOWNS_NONE = Text("影响结论的问题都已有答案。", "Every question that bears on the result is answered.")
UNKNOWNS_HEAD = (
    Text("问题", "Question"),
    Text("现状", "Now"),
    Text("影响", "Effect"),
    Text("问谁", "Ask"),
    Text("在哪里查", "Where"),
)
UNKNOWNS_REST = Text("影响较小、也还没有答案的：{which}。", "Also open, with less effect: {which}.")
EFFECT = Text("适合度最多差 {effect}", "fit by up to {effect}")
DECIDES = Text("并关系到一项前提、禁行条件或必要环节", "and a precondition, blocker or necessary step hangs on it")
DECIDES_ONLY = Text("关系到一项前提、禁行条件或必要环节", "a precondition, blocker or necessary step hangs on it")
PROXY = Text("没有现成数时：{what}", "Where nobody has it: {what}")
NOT_ASKED, UNKNOWN, WITHHELD = Text("没问到", "not asked"), Text("不清楚", "not known"), Text("不宜书面", "not written")
TRUST = Text("答案靠不靠得住", "How far the answers can be trusted")
DELICATE = Text("容易答得偏好的题", "Answers that tend to run too well")
DELICATE_LEAD = Text(
    "下面几题各地都容易往好里答。建议各降一档再看一遍；结论若变，就先核实这几题。",
    "Everywhere these are answered too well. Look at the advice once more with each one step worse; if it changes, "
    "check these first.",
)
DELICATE_ITEM = Text("{name}：“{answer}”。{why}", "{name}: “{answer}”. {why}")
UNSURE = Text("填报人说没有把握的", "Answers given as unsure")
UNSURE_ITEM = Text("{name}：“{answer}”", "{name}: “{answer}”")
TENSIONS = Text("前后不大合拍的答案", "Answers that do not go together")
SET_ASIDE = Text("填了但没有用上的答案", "Answers that were set aside")
SET_ASIDE_LEAD = Text(
    "按前面的答案，这几题不必问，所以没有计入：{which}。",
    "Given the other answers these are not asked, so they do not count: {which}.",
)
MISSING = Text("还没问到的题：{which}。", "Questions not asked yet: {which}.")
NOTHING_TO_WARN = Text(
    "没有发现偏好、无把握或互相不合的答案。",
    "No answer was found that is delicate, unsure or at odds with another.",
)
ANSWERS = Text("本次所用的答案（{count} 题）", "The answers that were used ({count})")
ANSWERS_HEAD = (Text("问题", "Question"), Text("答案", "Answer"), Text("出处", "From"))
CONFLICTS = Text("各部门说法不一的地方", "Where offices differ")
CONFLICTS_HEAD = (
    Text("问题", "Question"),
    Text("各方说法", "What was said"),
    Text("采用", "Taken"),
    Text("为什么", "Because"),
    Text("要紧吗", "Does it matter?"),
)
SAID = Text("{who}：{answer}", "{who}: {answer}")
MATTERS = {
    True: Text("要紧：换一个说法，结论会变", "yes: the other answer would change the advice"),
    False: Text("不影响结论", "no, the advice stays"),
}

# the plan

PLAN = Text("行动计划", "The plan")
PLAN_LEAD = Text(
    "共 {count} 项，合计约 {money}。金额多为判断值，须本地核价。重资产项目 {heavy} 项。",
    "{count} measures, together about {money}. Most sums are judgement, to be priced locally. Heavy projects: {heavy}.",
)
PLAN_EMPTY = Text(
    "没有列入任何措施：没有一个模式达到可以考虑的程度。",
    "No measure stands in the plan: no model reached the point where it could be considered.",
)
TASKS = Text("任务分工", "Who does what")
TASKS_HEAD = (
    Text("序号", "No."),
    Text("措施", "Measure"),
    Text("牵头", "Lead"),
    Text("配合", "With"),
    Text("资金", "Money"),
)
STEPS = Text("怎么做", "Steps")
WHY_IN_PLAN = Text("为什么列入", "Why it is here")
TRADE = Text("产业链", "Trade")
LEAD_OFFICE = Text("牵头", "Lead")
PARTNERS = Text("配合", "With")
AUTHORITY = Text("谁能定", "Who can decide")
LED_IN_PERSON = Text("{level}；请主要领导亲自牵头", "{level}; a top leader leads it in person")
ASK_ABOVE = Text("向上请求", "Ask above")
RESOURCE = Text("资金", "Money")
RESOURCE_CLASS = {
    "light": Text("轻（花钱少）", "light"),
    "medium": Text("中", "medium"),
    "heavy": Text("重资产", "heavy"),
}
RESOURCE_LINE = Text("{money}，{weight}", "{money}, {weight}")
PROCEDURES = Text("要过的程序", "Procedures to pass")
INSTRUMENTS = Text("可用的政策", "Policy instruments")
KPIS = Text("看什么见效", "What to measure")
KPI = Text("{text}：{benchmark}", "{text}: {benchmark}")
SET_LOCALLY = Text("由本地设定", "set locally")
RISKS = Text("风险", "Risks")
STOP = Text("何时停", "Stop if")
BASIS = Text("依据", "Rests on")
JUDGEMENT = Text("判断（无出处）", "judgement, no source")
AFTER = Text("排在其后", "Only after")
INSTRUMENT_STATUS = {
    "in_force": Text("{title}：现行有效", "{title}: in force"),
    "unconfirmed": Text("{title}：起始时间未核，用前先核实", "{title}: start not confirmed, check before use"),
    "ended": Text("{title}：已到期（至{until}），不能再用", "{title}: ended ({until}), no longer usable"),
    "not_yet": Text("{title}：{start}才施行，现在不能用", "{title}: not in force before {start}, not usable yet"),
}
TOOLS = Text("政策工具一览", "The instruments")
TOOL_WHAT = Text("做什么", "What it does")
TOOL_STATUS = Text("效力", "Status")
TOOL_BASIS = Text("文件依据", "Basis")
TOOL_WHO = Text("谁能用", "Who may use it")
TOOL_TIME = Text("多久见效", "Time to a result")
TOOL_PITFALL = Text("容易出错处", "Pitfall")
TOOL_NOTE = Text("接续与核对", "What follows, what to check")
TOOL_MONTHS = Text("{low}–{high} 个月", "{low}–{high} months")
BASIS_ITEM = Text("{title}（{details}）", "{title} ({details})")
BASIS_VERIFIED = {True: Text("已核", "checked"), False: Text("未核", "not checked")}
PROCEDURE_NOTES = Text("这些程序是什么", "What the procedures are")
LEFT_OUT = Text("没有列入的，和原因", "What was left out, and why")
LEFT_OUT_HEAD = (Text("措施", "Measure"), Text("类别", "Kind"), Text("原因", "Because"))
LEFT_OUT_KINDS = {
    "not_needed": Text("此地不需要", "not needed here"),
    "double": Text("与别项是一件事", "done with another"),
    "open": Text("情况不明，先不花钱", "not known, so no money yet"),
    "excluded": Text("不能同时做", "cannot run together"),
    "limit": Text("财力或精力所限", "beyond the means"),
    "orphan": Text("前一步没有列入", "an earlier step is missing"),
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
    "Agree on these before starting; someone from outside looks at each date.",
)
STOP_HEAD = (Text("时点", "When"), Text("如果", "If"), Text("就", "Then"))
AFTER_MONTHS = Text("第 {months} 个月", "Month {months}")
OTHER_SIDE = Text("案例的另一面", "The other side of the cases")
FAILED = Text("哪里没有做成", "Where it failed")
FAILED_ITEM = Text("{place}：{what}教训：{lesson}", "{place}: {what} Lesson: {lesson}")
SINCE = Text("案例后来怎样", "What became of the case")
LEVER = Text("当年真正的杠杆在谁手里", "Who really held the lever")
LEVER_LINE = Text("{level}。{text}", "{level}: {text}")
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
    "维持现状也是一条路，代价如下，供比较。", "Leaving things as they are is a course too; this is what it costs."
)
CAUTIONS = Text("用之前请注意", "Before you use this")

# claims, sources, how to repeat

EVIDENCE = Text("依据与出处", "Evidence and sources")
EVIDENCE_LEAD = Text(
    "正文方括号里的编号指下面的依据；每条都写明核查结果。没有查到出处的数字，不作目标。",
    "The marks in brackets point to the claims below, each with what checking showed. No figure without a source is "
    "used as a target.",
)
DOUBTFUL = Text("核查后站不住、过时或没有查到的", "Contradicted, outdated or not found")
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
NO_DATE = Text("日期不详", "n.d.")
SEEN = {
    "original": Text("原文已见", "original seen"),
    "quoted": Text("转引待核", "quoted, original to be checked"),
}
REPEAT = Text("数字怎么来的，怎样复核", "How the figures came about, and how to repeat them")
REPEAT_NOTE = Text(
    "同一份答案、同一版内容、同一版工具，结果逐字相同；把建议存成 JSON，可以用 zjtx verify 复核。",
    "The same answers, content and tool give the same result to the letter; an advice saved as JSON can be checked "
    "with zjtx verify.",
)
LINES_NOTE = Text(
    "判断线在看任何城市之前就定好：有条件 {conditional} 起，推荐 {recommended} 起（且依据已知 {known} 以上）；"
    "领先不到 {lead} 不分先后。",
    "The lines were drawn before any city was scored: conditional from {conditional}, recommended from {recommended} "
    "(with {known} known); a lead under {lead} means no order.",
)
PACK = Text("内容版本", "Content")
PACK_HASH = Text("内容校验（SHA-256）", "Content SHA-256")
TOOL = Text("工具", "Tool")
AS_OF = Text("政策日期", "Policies as of")
