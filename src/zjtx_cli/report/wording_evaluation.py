"""Sentences of the evaluation: what is counted, how it is defined, and what it does not show."""

from zjtx_cli.model.evaluation import (
    EQUAL_WEIGHTS,
    MAJORITY,
    NEAREST,
    NO_BLOCKERS,
    NO_GATES,
    NONE,
    RANDOM,
    UNIFORM_WEIGHTS,
)
from zjtx_cli.text import Text, same

TITLE = Text("建议与真实城市的做法有多一致", "How often the advice agrees with what cities did")
SUBTITLE = Text(
    "{scored} 个城市计分｜内容版本 {name} {version}（{sha}）",
    "{scored} cities scored | content {name} {version} ({sha})",
)
CAUTION = Text("先说清楚", "Before reading")
CAUTION_WORDS = Text(
    "这里数的是建议和当年实际做法一致的次数。做过的不等于最好的：一致不证明建议好，不一致也不证明建议差。",
    "This counts how often the advice agrees with what was done. What was done is not what was best: agreement does not "
    "prove the advice good, nor disagreement prove it bad.",
)
FEW = Text(
    "只有 {scored} 个城市，区间很宽，个别城市的变动不说明什么。",
    "With {scored} cities the intervals are wide; a change in one or two cities means little.",
)
NOTHING_SCORED = Text(
    "没有一个场景写明当年走了哪个模式（expect: among 或 status: none），没有可计分的城市。",
    "No scenario says which models were followed (expect: among, or status: none), so no city is scored.",
)
NO_VALUE = "–"

# all cities

RESULT = Text("总的结果", "All cities")
RESULT_HEAD = (Text("结果", "Result"), Text("城市", "Cities"), Text("占比", "Share"), Text("95% 区间", "95% interval"))
RIGHT = Text("首选与做过的一致", "First choice agrees")
WITHIN_TWO = Text("前两名之内一致", "One of the best two agrees")
WRONG = Text("不一致", "Disagrees")
FIRMLY_WRONG = Text("其中：结论和强度都是推荐", "of these, firmly recommended")
UNDECIDED = Text("未定", "Undecided")
SAID_NONE = Text("都不启动", "Start none")
RESULT_NOTES = (
    Text(
        "一致：首选是当年走过的模式之一，不论结论是建议还是未定；一个模式都没走的城市，要结论是“都不启动”才算。",
        "Agrees: the first choice is one of the models followed, whether advised or undecided; for a city that followed "
        "none, the advice is to start none.",
    ),
    Text(
        "前两名之内：可行的模式里适合度最高的两个，有一个走过。未定和都不启动另外计数，已包含在一致或不一致之中。",
        "Best two: one of the two eligible models with the highest fit was followed. Undecided and start none are counted "
        "apart as well; those cities also stand under agrees or disagrees.",
    ),
    Text("区间按 Wilson 法。", "Intervals are Wilson's."),
)

# by class, by confidence

CLASSES = Text("按当年走的模式", "By what was done")
CLASSES_HEAD = (
    Text("走过的", "Followed"),
    Text("城市", "Cities"),
    Text("一致", "Agrees"),
    Text("95% 区间", "95% int."),
    Text("前二", "Best two"),
    Text("未定", "Undec."),
    Text("都不启动", "None"),
    Text("推荐却不一致", "Firmly wrong"),
)
CLASS_NONE = Text("一个都没走", "none of them")
CLASSES_NOTE = Text(
    "走过几个模式的城市，在每个模式下各数一次；首选是其中任何一个都算一致。",
    "A city that followed several models is counted under each, and agrees if any of them is its first choice.",
)
CONFIDENCE = Text("按建议的把握", "By how sure the advice was")
CONFIDENCE_HEAD = (
    Text("结论", "Verdict"),
    Text("首选的强度", "Strength of first"),
    Text("已知", "Known"),
    Text("城市", "Cities"),
    Text("一致", "Agrees"),
    Text("95% 区间", "95% interval"),
)
STATUS = {
    "recommended": Text("建议", "advised"),
    "undecided": Text("未定", "undecided"),
    NONE: Text("都不启动", "start none"),
}
WRONG_TITLE = Text("不一致的说得有多重", "How firmly the disagreeing ones were said")
WRONG_ITEM = Text("{said}：{count} 个", "{said}: {count}")
WRONG_FIRMLY = Text(
    "结论和首选强度都是推荐、又与做过的不一致的：{count} 个。",
    "Advised in full strength, and not what was done: {count}.",
)
SAID = Text("{status}，首选{strength}", "{status}, first choice {strength}")

# perturbation

PERTURBED = Text("答案缺了或错了会怎样", "When answers are missing or wrong")
PERTURBED_HEAD = (
    Text("动了几个答案", "Answers"),
    Text("改为不清楚后仍一致", "Still agrees, made unknown"),
    Text("改成别的值后仍一致", "Still agrees, changed"),
)
PERTURBED_NOTE = Text(
    "只看原来一致的 {cities} 个城市，每格每城抽 {repeats} 次。动哪个已知答案、改成哪个别的值，都是随机均匀抽的；已知答案不够就全动。随机数种子 {seed}。",
    "Of the {cities} cities that agree, each drawn {repeats} times a cell. Which known answers, and which other value, is "
    "drawn evenly; a city with fewer known answers has all of them perturbed. Seed {seed}.",
)
NOBODY_RIGHT = Text("没有一致的城市，没有可扰动的。", "No city agrees, so there is nothing to perturb.")

# ablations and baselines

ABLATIONS = Text("去掉一部分还剩多少", "Without one part of the judgement")
ABLATIONS_HEAD = (
    Text("去掉什么", "Variant"),
    Text("一致", "Agrees"),
    Text("变化", "Change"),
    Text("前二", "Best two"),
    Text("未定", "Undec."),
    Text("都不启动", "None"),
    Text("推荐却不一致", "Firmly wrong"),
)
WHOLE = Text("完整的判断", "The whole judgement")
VARIANTS = {
    EQUAL_WEIGHTS: Text("模式内等权", "Equal weights"),
    UNIFORM_WEIGHTS: Text("全部问题等权", "Uniform weights"),
    NO_BLOCKERS: Text("不用禁行条件", "No blockers"),
    NO_GATES: Text("不用前提和环节", "No preconditions, no steps"),
}
VARIANT_NOTES = {
    EQUAL_WEIGHTS: Text(
        "模式内等权：每个模式自己的准则权重相同。", "Equal weights: within each model all its criteria weigh the same."
    ),
    UNIFORM_WEIGHTS: Text(
        "全部问题等权：只要有一个模式看的问题，在所有模式里权重都相同；模式本来不看的问题，无论怎么答都值一半。适合度因此都向 0.50 靠拢，只有先后可比，结论和强度不可比。",
        "Uniform weights: each question that any model looks at weighs the same in all models; where a model does not look "
        "at it, every answer is worth a half. Fits draw together towards 0.50, so only their order compares, not verdict "
        "or strength.",
    ),
    NO_BLOCKERS: Text("不用禁行条件：没有什么能一票否掉一个模式。", "No blockers: nothing forbids a model."),
    NO_GATES: Text(
        "不用前提和环节：缺前提、断环节都不影响能否选；禁行条件和有没有这类企业仍然算。",
        "No preconditions, no steps: missing or failing ones bar nothing; blockers and the presence of the firms still do.",
    ),
}
BASELINES = Text("不判断也能说中多少", "What could be said without any judgement")
BASELINES_HEAD = (Text("办法", "Way"), Text("一致", "Agrees"), Text("占比", "Share"), Text("95% 区间", "95% interval"))
THE_ADVICE = Text("本工具的建议", "The advice")
WAYS = {
    MAJORITY: Text("总说最常见的", "Always the commonest"),
    NEAREST: Text("照最像的城市说", "What the nearest city did"),
    RANDOM: Text("随便猜（期望）", "At random (expected)"),
}
WAY_NOTES = {
    MAJORITY: Text(
        "总说最常见的：其余城市里走得最多的一类（含“一个都没走”）；并列取编号在前的。",
        "Commonest: the class (none is one) that most of the other cities followed; ties go to the lower id.",
    ),
    NEAREST: Text(
        "照最像的城市说：其余城市里答案最像的一个走了什么。每题一样重：两城都知道的，单选相同为 1、多选按共有的份额、数字按 1 减去差距占范围的份额；没有都知道的题算一半。它走过几个模式时任取其一（期望）。",
        "Nearest city: what the most similar of the other cities followed. Every question counts the same: where both are "
        "known, 1 for the same option, the share in common of several options, for figures 1 less their distance as a "
        "share of the range; where they are not both known, a half. If it followed several, one is picked (expected).",
    ),
    RANDOM: Text(
        "随便猜：各模式和“都不启动”机会相同。", "At random: every model and “start none” with the same chance."
    ),
}

# city by city

CITIES = Text("逐个城市", "City by city")
CITIES_HEAD = (
    Text("城市", "City"),
    Text("走过的", "Followed"),
    Text("首选", "First"),
    Text("结论和强度", "Verdict"),
    Text("适合度", "Fit"),
    Text("已知", "Known"),
    Text("领先", "Lead"),
    Text("一致", "OK"),
)
NO_MODEL = Text("一个都没走", "none")
VERDICT = same("{status}/{strength}")
YES, SECOND, NO = Text("是", "yes"), Text("前二", "2nd"), Text("否", "no")
CITIES_NOTE = Text(
    "适合度、已知、领先是首选的；没有首选时是排在最前的模式的。领先：比下一个可行、又不与它搭配的模式高多少。“前二”是第二名走过。",
    "Fit, known share and lead are those of the first choice, or where there is none of the model at the top. Lead: over "
    "the next eligible model that is not its companion. “2nd”: the second best was followed.",
)
MISSES = Text("不一致的差在哪里", "What made the difference")
MISS_HEAD = Text("{city}（{name}）", "{city} ({name})")
MISS = Text("走的是 {wanted}，首选 {first}", "{wanted} was followed, first choice {first}")
MISS_NONE_SAID = Text("走的是 {wanted}，建议都不启动", "{wanted} was followed, the advice is to start none")
MISS_OPEN = Text("走的是 {wanted}，没有首选", "{wanted} was followed, there is no first choice")
MISS_NONE_DONE = Text("一个都没走，首选 {first}", "none was followed, first choice {first}")
MISS_NONE_OPEN = Text("一个都没走，结论未定", "none was followed, the verdict is open")
MISS_BECAUSE = Text("{wanted}：{because}", "{wanted}: {because}")
MISS_THROUGH = Text("{first} 主要赢在{which}", "{first} is ahead mainly through {which}")
MISS_LIFTED = Text("抬高 {first} 的主要是{which}", "what lifts {first} most: {which}")
PART = same("{name} {amount}")
NOT_SCORED = Text("没有计分（没有写明走了什么）：{which}。", "Not scored (what was followed is not said): {which}.")

# two coders

CODERS = Text("两人各自读，读得有多像", "How alike two coders read")
CODERS_FIGURES = (
    Text(
        "{cities} 个城市、两人都问到的 {pairs} 处（城市×问题），{agree} 处一致（{observed}）。",
        "{cities} cities, {pairs} places (city and question) that both reached; {agree} agree ({observed}).",
    ),
    Text(
        "合并的 Cohen κ：{kappa}（碰巧一致 {expected}）。",
        "Pooled Cohen's kappa: {kappa} (by chance {expected}).",
    ),
    Text(
        "两人都给了值的 {valued} 处，{agree} 处一致（{share}）。",
        "Both gave a value in {valued} places; {agree} agree ({share}).",
    ),
)
CODERS_RULE = Text(
    "数字相差不超过该题范围的一成算一致；多选要完全相同；不清楚也算一种答案。κ 先按题算一致和碰巧一致，再合并（De Vries 等，2008）。",
    "Figures within 10% of the question's range agree; several options must be the same set; unknown counts as an answer. "
    "For kappa, agreement and chance are worked out by question and then pooled (De Vries et al., 2008).",
)
CODERS_ONE = Text("只有一人问到的 {one} 处不计。", "Places that one coder alone reached are left out: {one}.")
CODERS_ALONE = Text("只有一人编码、没有比的城市：{which}。", "Coded by one only, not compared: {which}.")
CODERS_QUESTIONS = Text("分歧最多的问题", "Where they differ most")
CODERS_HEAD = (
    Text("问题", "Question"),
    Text("处", "Places"),
    Text("一致", "Agree"),
    Text("都给了值", "Both valued"),
    Text("其中一致", "Agree"),
)
