"""The report's own sentences and labels, in both languages; logic fills them, and says nothing of its own."""

from zjtx_cli.text import Text, same

# enumerations and figures

COMMA = Text("、", ", ")
COMMA_OF_QUOTED = Text("", ", ")  # “A”“B”: GB/T 15834 puts no mark between
COMMA_CLAUSE = Text("，", ", ")
COLON = Text("：", ": ")
SEMICOLON = Text("；", "; ")
FULL_STOP = Text("。", ".")
BETWEEN = Text("", " ")  # two sentences of one paragraph
OPEN_CITE, CLOSE_CITE = Text("〔", " ["), Text("〕", "]")
QUOTED = same("“{title}”")
SPAN = same("{low}–{high}")
DIGITS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
COUNTED = tuple(Text(one, str(place)) for place, one in enumerate(DIGITS, 1))
CHAPTER = Text("{number}、{title}", "{number}. {title}")
NUMBERED = same("{number}. {title}")
MONTH = Text("{year}年{month}月", "{name} {year}")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
MONEY = Text("{low}–{high}万元", "{low}–{high} million yuan", "{low}—{high}万元")
MONEY_UP_TO = Text("{high}万元以内", "up to {high} million yuan")
MONEY_LARGE = Text("{low}–{high}亿元", "{low}–{high} million yuan", "{low}—{high}亿元")
NO_MONEY = Text("不需专门经费", "no money of its own")
TENTHS = (
    Text("几乎都不", "Almost none"),
    Text("约一成", "About one in ten"),
    Text("约两成", "About two in ten"),
    Text("约三成", "About three in ten"),
    Text("约四成", "About four in ten"),
    Text("约一半", "About half"),
    Text("约六成", "About six in ten"),
    Text("约七成", "About seven in ten"),
    Text("约八成", "About eight in ten"),
    Text("约九成", "About nine in ten"),
    Text("几乎全部", "Almost all"),
)
LEVELS = {
    "county": Text("县级", "county"),
    "prefecture": Text("市级（地级）", "prefecture", "地级市"),
    "province": Text("省级", "province"),
    "state": Text("国家", "state"),
}
PRESENT = {True: Text("有", "yes"), False: Text("没有", "no"), None: Text("尚不能判断", "not clear yet")}
HOLDS = {True: Text("成立", "Holds"), False: Text("不成立", "Fails"), None: Text("此地不明", "Not known here")}
THERE = {True: Text("具备", "In place"), False: Text("不具备", "Missing"), None: Text("此地不明", "Not known here")}
HIT = {
    True: Text("触及禁行条件", "Rules it out"),
    False: Text("未触及", "Does not apply"),
    None: Text("尚未排除", "Not ruled out"),
}
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
    "A": Text("有对照研究", "studies with a comparison"),
    "B": Text("几处都有记录", "documented in several places"),
    "C": Text("只有一处个案", "one documented case"),
    "D": Text("只有主张，或核查结果相反", "asserted only, or contradicted"),
}

# the head of the paper

TITLE = Text(
    "{city}·{industry}：专精特新企业培育建议",
    "{city}, {industry}: advice on growing specialised small firms (专精特新)",
)
TITLE_PLAIN = Text("{city}：专精特新企业培育建议", "{city}: advice on growing specialised small firms (专精特新)")
CITY_LEVELS = {
    "county": Text("县级", "County"),
    "prefecture": Text("市级（地级）", "Prefecture"),
    "province": Text("省级", "Province"),
}
SUBTITLE = Text("{level}｜政策以{month}为准｜供研究讨论", "{level} | as of {month} | for discussion")
SUBTITLE_NO_DATE = Text(
    "{level}｜未给日期，政策以内容版本的{month}为准｜供研究讨论",
    "{level} | no date given: as of {month}, the date of the content | for discussion",
)
CONTENTS = Text("目录", "Contents")

# the first screen

IN_SHORT = Text("结论", "In short")
FOR_THE_CITY = Text("全市一盘棋", "For the whole city")
DO = Text("建议", "Do")
WHY = Text("理由", "Why")
SURE = Text("把握", "How sure")
AGAINST = Text("不利", "Against")
MAY_FAIL_HERE = Text("可能卡住", "Weak point")
MEANS = Text("量力而行", "Means")
FIND_OUT = Text("先查清", "Find out")
BEGIN = Text("先做", "Start with")
ASK = Text("向上请求", "Ask for")
NOTHING = Text("不做会怎样", "Inaction")
TAKE = Text("以“{title}”（{case}的做法）为主要抓手。", "Adopt “{title}” (the case of {case}) as the main approach.")
TAKE_IF = Text(
    "有条件地采用“{title}”（{case}的做法）：所缺各项补上之前，不上重资产项目。",
    "Conditionally, adopt “{title}” (the case of {case}): no heavy project until what is missing is in place.",
)
WITH_COMPANION = Text(
    "它与“{other}”（{strength}）配套，两项一起看。", "It goes together with its companion “{other}” ({strength})."
)
COMPANION_OUT = Text(
    "与它配套的“{other}”在此地{strength}，不列入计划。",
    "Its companion “{other}” is {strength} here and stays out of the plan.",
)
START_NONE = Text(
    "现阶段条件不具备，各个模式都暂不启动。",
    "The conditions are not in place: start none of the models for now.",
)
NOT_YET = Text("现在还定不下来，先查清下面几件事。", "No conclusion yet: first find out what is listed below.")
REASON = Text("{name}：“{answer}”。{because}", "{name}: “{answer}”. {because}")
MODEL_IS = Text("“{title}”{strength}：{because}", "“{title}” is {strength}: {because}")
FIT_IS_KNOWN = Text(
    "所需条件{tenths}在本地（适合度 {fit}，依据全部清楚）。",
    "{tenths} of the conditions needed are here (fit {fit}; all of it is known).",
)
FIT_IS = Text(
    "所需条件{tenths}在本地（适合度 {fit}，上下限 {low}–{high}；依据已清楚 {known}）。",
    "{tenths} of the conditions needed are here (fit {fit}, from {low} to {high}; {known} of it known).",
)
NEAREST = Text("最接近的是“{title}”。", "The closest is “{title}”.")
LEADING = Text("目前居前的是“{title}”。", "“{title}” leads for now.")
WEAKEST = Text(
    "必要环节的证据最弱为 {grade} 级：{words}。", "Weakest evidence for a necessary step: grade {grade}, {words}."
)
NOTHING_KNOWN = Text("还没有一项依据是清楚的。", "Nothing is known yet.")
GAPS = Text("还差：{which}。", "Still missing: {which}.")
AND_MORE = Text("{which}等{count}项", "{which}; and more ({count} in all)")
TO_BUILD = Text("须先落实：{which}。", "To be settled first: {which}.")
GAP_FIT = Text("适合度未到 {limit}", "fit is under {limit}")
GAP_KNOWN = Text("已清楚的依据不到 {limit}", "less than {limit} is known")
GAP_GROUP = Text("是否有这类企业还不清楚", "whether such firms are here")
GAP_BLOCKERS = Text(
    "{count} 项禁行条件尚未排除（先弄清{which}）",
    "{count} {count:blocker|blockers} not ruled out (find out: {which})",
)
GAP_PRECONDITION = Text("前提未落实（{which}）", "a precondition not settled ({which})")
GAP_STEP = Text("必要环节不明（{which}）", "a necessary step not known to hold ({which})")
GAP_WEAK = Text("必要环节只有主张（{which}）", "a necessary step only asserted ({which})")
STEP_STANDS = {
    True: Text("眼下成立", "holds today"),
    False: Text("不成立", "fails"),
    None: Text("成不成立还不知道", "is not known"),
}
GRADE_IS = Text("证据{grade}级，{words}", "evidence grade {grade}, {words}")
MAY_FAIL = Text(
    "最薄弱的一环是“{step}”，在本地{holds}（{evidence}）", "The weakest link is “{step}”: it {holds} here ({evidence})"
)
HELD_BACK = Text("{because}。没有列入的重资产项目：{which}", "{because}. Heavy projects left out: {which}")
LESSON = Text("别处的教训（{place}）：{lesson}", "A lesson from elsewhere ({place}): {lesson}")
NOTHING_AGAINST = Text("没有发现明显不利之处。", "Nothing weighty was found against it.")
FIRST_MEASURE = Text("{number}. {title}（{lead}牵头，{money}）", "{number}. {title} ({lead}, {money})")
INSTEAD = Text("可以改做：{what}", "Instead: {what}")
LOOK_AGAIN = Text("一年后用新数据再判断一次。", "Judge again in a year, with new figures.")
POINT = Text("{name}（问{office}）", "{name} (ask the {office})")
MORE_ASKS = Text("{ask}（另有 {count} 项，见行动计划）", "{ask} {count} more {count:is|are} listed in the plan.")
NO_ASK = Text("计划内的事本级都能定。", "Everything in the plan can be settled at this level.")

# groups and models

GROUPS = Text("三类企业，各占多少", "The groups of firms")
GROUPS_LEAD = Text(
    "一个城市通常几类企业并存。先分清有没有、有多少，再看哪个模式对路。",
    "A city usually has several groups of firms side by side. First see which are here and how many; then see which model fits.",
)
GROUP_HEAD = (
    Text("企业类别", "Group"),
    Text("有没有", "Here"),
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
    "a forecast of benefit. What is not known widens the range; it moves the middle neither up nor down.",
)
FIT = Text("适合度 {fit}", "Fit {fit}")
MODEL_TITLE = Text("{title}（{case}）：{strength}", "{title} ({case}): {strength}")
COMPANIONS = Text("与{other}配套，宜一起看。", "It is the companion of {other}; read the two together.")
FOR = Text("有利的条件", "What speaks for it")
AGAINST_IT = Text("不利的条件", "What speaks against it")
PART = Text("{reason}（得 {part}，满分 {share}）", "{reason} (worth {part} of {share})")
NO_REASON_FOR = Text("没有明显有利的已知条件。", "No known condition clearly speaks for it.")
NO_REASON_AGAINST = Text("已知条件中没有明显不利的。", "No known condition clearly speaks against it.")
TRANSFER = Text("搬到本地还灵不灵", "Would it work here?")
TRANSFER_LEAD = Text(
    "下面是这个模式起作用的链条，一环扣一环；每一环先看本地成不成立，再看证据有多硬。",
    "This is the chain by which the model works. For each step: does it hold here, and how good is the evidence?",
)
STEP_NOTE = Text("{need}，{evidence}", "{need}, {evidence}")
EVIDENCE_IS = Text("证据 {grade} 级：{words}", "evidence grade {grade}: {words}")
NECESSARY, HELPFUL = Text("必要环节", "necessary"), Text("有益环节", "helpful")
HERE = Text("本地：{because}", "Here: {because}")
REMEDY = Text("对策：{what}", "What to do: {what}")
REMEDY_IF = Text("如果不成立：{what}", "If it fails: {what}")
PRECONDITIONS = Text("前提", "Preconditions")
PRECONDITIONS_MET = Text(
    "{count} 项前提均已具备。", "{count} {count:precondition is|preconditions are} in place; none is missing."
)
SOME_MET = Text("其余 {count} 项前提已具备。", "{count} other {count:precondition is|preconditions are} in place.")
NEEDED, WISHED = Text("必要", "necessary"), Text("有更好", "good to have")
BUILD_HERE = Text("本级可以补：{how}", "Can be built at this level: {how}")
BUILD_ABOVE = Text("本级补不了，要靠{levels}：{how}", "Cannot be built at this level; it takes the {levels}: {how}")
BUILD_NEVER = Text("三五年内补不出来。", "Cannot be built within three to five years.")
BLOCKERS = Text("禁行条件", "Blockers: what would rule it out")
BLOCKERS_CLEAR = Text(
    "{count} 项禁行条件均未触及。", "{count} {count:blocker was|blockers were} checked; none applies."
)
BLOCKER_INSTEAD = Text("改做：{what}", "Instead: {what}")
OTHER_MODELS = Text("其余模式为什么不选", "Why not the others?")

# arithmetic

ARITHMETIC = Text("算给你看：{title}", "The arithmetic of “{title}”")
ARITHMETIC_HEAD = (
    Text("问题", "Question"),
    Text("答案", "Answer"),
    Text("值", "Value"),
    Text("权重", "Weight"),
    Text("得分", "Part"),
)
ARITHMETIC_SUM = Text("合计（适合度 {fit}）", "Sum (fit {fit})")
ARITHMETIC_NOTE = Text(
    "得分＝权重×值；有未知数的，左边是各未知数凑成最低时的得分，右边是凑成最高时的得分。"
    "四舍五入的零头并入邻项，各项相加恰为合计。",
    "Part = weight × value. Where something is not known, the left figure is the part if everything unknown turns out for "
    "the worst, the right figure if it turns out for the best. What rounding leaves over goes to the next line, so that "
    "the parts add up to the sum.",
)
VALUE_AND_WEIGHT = Text("值：{because}；权重：{reason}", "value: {because}; weight: {reason}")
CONDITIONS = Text("条件逐条：{title}", "The conditions of “{title}”")
CONDITIONS_HEAD = (Text("类别", "Kind"), Text("条件", "Condition"), Text("真假", "Truth"))
TRUTH = {True: Text("真", "true"), False: Text("假", "false"), None: Text("未知", "not known")}
KIND_GROUP = Text("企业类别在不在", "group present")
KIND_PRECONDITION = Text("前提 {id}", "precondition {id}")
KIND_BLOCKER = Text("禁行 {id}", "blocker {id}")
KIND_STEP = Text("环节 {id}", "step {id}")
ALL_OF, ANY_OF = Text("；并且", "; and "), Text("；或者", "; or ")
GROUPED = Text("（{inner}）", "({inner})")
IN_BRACKETS = Text("（{inner}）", " ({inner})")  # behind a word
NOT_SO = Text("并非（{inner}）", "not ({inner})")
ONE_OF = Text("{name}：{options}", "{name}: {options}")
NONE_OF = Text("{name}：不是{options}", "{name}: not {options}")
RELATIONS = {
    "at_least": Text("{name}不低于 {value}", "{name} at least {value}"),
    "at_most": Text("{name}不高于 {value}", "{name} at most {value}"),
    "above": Text("{name}高于 {value}", "{name} above {value}"),
    "below": Text("{name}低于 {value}", "{name} below {value}"),
}
CONTRARY = {"at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most"}
OR = Text("或", " or ")

# what is not known, and how far the answers can be trusted

UNKNOWNS = Text("哪些没弄清，最值得先查", "What is not known, and what to find out first")
UNKNOWNS_LEAD = Text(
    "按对结论影响的大小排列：先查前面的，最划算。",
    "In order of how far each could move the result: the first are the most worth finding out.",
)
UNKNOWNS_NONE = Text("影响结论的问题都已有答案。", "Every question that bears on the result has been answered.")
UNKNOWNS_HEAD = (
    Text("问题", "Question"),
    Text("现状", "Now"),
    Text("影响", "Effect"),
    Text("问谁", "Ask"),
    Text("在哪里查", "Where"),
)
UNKNOWNS_REST = Text("影响较小、也还没有答案的：{which}。", "Also open, with less effect: {which}.")
EFFECT = Text("适合度最多差 {effect}", "moves fit by up to {effect}")
DECIDES = Text("并关系到一项前提、禁行条件或必要环节", "and a precondition, blocker or necessary step hangs on it")
DECIDES_ONLY = Text("关系到一项前提、禁行条件或必要环节", "a precondition, blocker or necessary step hangs on it")
PROXY = Text("没有现成数时：{what}", "If there is no ready figure: {what}")
NOT_ASKED, UNKNOWN, WITHHELD = (
    Text("没问到", "not asked"),
    Text("不清楚", "not known"),
    Text("不宜书面", "not to be written down"),
)
TRUST = Text("答案靠不靠得住", "How far the answers can be trusted")
DELICATE = Text("容易答得偏好的题", "Answers that tend to flatter")
DELICATE_LEAD = Text(
    "下面几题各地都容易往好里答。建议各降一档再看一遍；结论若变，就先核实这几题。",
    "Everywhere these tend to be answered too favourably. Look at the advice again with each one step worse; if it "
    "changes, check these first.",
)
DELICATE_ITEM = Text("{name}：“{answer}”。{why}", "{name}: “{answer}”. {why}")
UNSURE = Text("填报人说没有把握的", "Answers marked as unsure")
UNSURE_ITEM = Text("{name}：“{answer}”", "{name}: “{answer}”")
TENSIONS = Text("前后不大合拍的答案", "Answers that do not go together")
SET_ASIDE = Text("填了但没有用上的答案", "Answers that were set aside")
SET_ASIDE_LEAD = Text(
    "按前面的答案，这几题不必问，所以没有计入：{which}。",
    "Given the other answers these questions do not arise, so they were not counted: {which}.",
)
MISSING = Text("还没问到的题：{which}。", "Not asked yet: {which}.")
NOTHING_TO_WARN = Text(
    "没有发现偏好、无把握或互相不合的答案。",
    "No answer was found that tends to flatter, is unsure or is at odds with another.",
)
ANSWERS = Text("本次所用的答案（{count} 题）", "The answers that were used ({count})")
ANSWERS_HEAD = (Text("问题", "Question"), Text("答案", "Answer"), Text("出处", "Source"))
CONFLICTS = Text("各部门说法不一的地方", "Where offices differ")
CONFLICTS_HEAD = (
    Text("问题", "Question"),
    Text("各方说法", "What was said"),
    Text("采用", "Used"),
    Text("为什么", "Because"),
    Text("是否要紧", "Matters"),
)
SAID = Text("{who}：{answer}", "{who}: {answer}")
MATTERS = {
    True: Text("要紧：换一个说法，结论会变", "yes: the other answer would change the advice"),
    False: Text("不影响结论", "no, the advice stays"),
}
