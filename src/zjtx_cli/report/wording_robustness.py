"""Sentences about how well an advice holds: how sure, what would change it, what is worth finding out."""

from zjtx_cli.text import Text

# the first screen

CHANGES = Text("会变的情形", "Changes if")
SHORT_WEIGHTS = {
    True: Text("任何一项权重减半或加倍，第一名都不变", "Halving or doubling any weight leaves the same model first"),
    False: Text(
        "“{name}”的权重乘以{factor}，第一名就变",
        "Multiplying the weight of “{name}” by {factor} changes which model is first",
    ),
}
SHORT_SLIGHT = {
    True: Text(
        "“{name}”的权重稍一加大，第一名就变",
        "The slightest increase in the weight of “{name}” changes which model is first",
    ),
    False: Text(
        "“{name}”的权重稍一减小，第一名就变",
        "The slightest decrease in the weight of “{name}” changes which model is first",
    ),
}
SHORT_ANSWERS = {
    True: Text("没弄清的，哪一项单独都改变不了它", "no open answer would change that by itself"),
    False: Text("没弄清的有{count}项，单独就可能改变它", "{count} open {count:answer|answers} could alone change that"),
}
SHORT_SHARE = Text("权重和未知一起随机变，{share}的情形下它第一", "it is first in {share} of random draws")
SHORT_OPEN = Text(
    "权重和未知一起随机变，它没被挡住的占{open}，排第一的占{share}",
    "in random draws it is not barred in {open} and first in {share}",
)
SHORT_ALWAYS = Text("权重和未知怎么变，它都第一", "it is first in every random draw")
SHORT_NEVER = Text("权重和未知一起随机变，它从未第一", "it is first in no random draw")
SHORT_NONE = Text(
    "没弄清的有{count}项，单独查清就可能改变这个结论；权重和未知一起随机变，{share}的情形下没有一个模式可以考虑。",
    "{count} open {count:answer|answers} could alone change this; in {share} of random draws no model could be considered.",
)
NOTHING_TURNS = Text("没有哪一项答案单独变了会改变结论。", "No single answer, changed alone, would change it.")
SHORT_UNKNOWN = Text(
    "如果查明“{name}”是{then}（问{office}），{outcome}。",
    "If “{name}” turns out to be {then} (ask the {office}), {outcome}.",
)
SHORT_SWITCH = Text(
    "如果“{name}”不是{now}而是{then}，{outcome}。", "If “{name}” were {then} rather than {now}, {outcome}."
)

# outcomes and values

NONE = Text("结论是都不启动", "the advice is to start none of the models")
UNDECIDED = Text("结论定不下来", "there is no conclusion")
IN_FRONT = Text("结论定不下来，“{title}”暂居第一", "there is no conclusion, and “{title}” is first for now")
STILL_IN_FRONT = Text("结论定不下来，暂居第一的还是它", "there is no conclusion, and the same model is first for now")
SETTLED = Text("结论就定下来：采用“{title}”（{strength}）", "that settles it in favour of “{title}” ({strength})")
FIRST = Text("改为采用“{title}”（{strength}）", "the advice becomes “{title}” ({strength})")
STILL_FIRST = Text("第一名不变，但成了“{strength}”", "the same model is first, but now {strength}")
VALUE = Text("“{value}”", "“{value}”")
JUST_UNDER = Text("略低于{value}", "just under {value}")
JUST_OVER = Text("略高于{value}", "just over {value}")
FOR_EXAMPLE = Text("{value}这样的数", "for example {value}")
EVERY_DRAW = Text("全部", "every one")
HARDLY = Text("不到{share}", "under {share}")
NEARLY = Text("{share}以上", "over {share}")

# the section

SECTION = Text("结论稳不稳", "How well the advice holds")
HOW_SURE = Text("有多大把握", "How sure")
WEIGHTS_HOLD = Text(
    "任何一项权重单独放大或缩小（½ 到 2 倍），第一名都不变。",
    "Scale any single weight by anything from ½ to 2, and the same model still comes first.",
)
WEIGHTS_HOLD_NONE = Text(
    "任何一项权重单独放大或缩小（½ 到 2 倍），都不会有哪个模式排到第一。",
    "Scale any single weight by anything from ½ to 2, and still no model comes first.",
)
WEIGHTS_TURN = Text(
    "第一名对权重敏感：在 ½ 到 2 倍之间，有 {count} 处会变，最近的见下节。",
    "What comes first depends on the weights: between ½ and 2 times, it changes at {count} {count:point|points}; the nearest are told below.",
)
ANSWERS_HOLD = Text(
    "{count} 项没弄清的答案，不管哪一项单独查清，第一名都不变。",
    "{count} {count:answer is|answers are} open; whatever any one turns out to be, the same model comes first.",
)
ANSWERS_TURN = Text(
    "{total} 项没弄清的答案里，有 {count} 项单独查清就可能改变第一名：{which}。",
    "{total} {total:answer is|answers are} open, of which {count} could by {count:itself|themselves} change what comes first: {which}.",
)
SHARE = Text(
    "让权重和没弄清的答案随机变动，抽 {draws} 次，“{title}”排第一的占{share}（误差 ±{points} 个百分点以内）。",
    "With weights and open answers drawn at random {draws} times, “{title}” is first in {share} of the draws (to within {points} percentage {points:point|points}).",
)
SHARE_ALWAYS = Text(
    "让权重和没弄清的答案随机变动，抽 {draws} 次，“{title}”次次排第一。",
    "With weights and open answers drawn at random {draws} times, “{title}” is always first.",
)
SHARE_NEVER = Text(
    "让权重和没弄清的答案随机变动，抽 {draws} 次，“{title}”从未排第一。",
    "With weights and open answers drawn at random {draws} times, “{title}” is never first.",
)
SHARE_OPEN = Text(
    "这些抽样里，它没有被禁行条件、前提或必要环节挡住的占{share}；挡住了就排不上名次。",
    "In {share} of these draws no blocker, precondition or necessary step bars it; where it is barred, it has no rank.",
)
SHARE_OTHERS = Text("其余：{which}。", "The others: {which}.")
SHARE_OF = Text("“{title}”{share}", "“{title}” {share}")
NEVER_FIRST = Text("从未排第一的：{which}。", "Never first: {which}.")
NONE_SHARE = Text(
    "有{share}的抽样里，没有一个模式达到可以考虑的程度。",
    "In {share} of the draws no model could be considered.",
)
RANK = Text(
    "不管没弄清的答案结果如何，“{title}”最好第 {best}、最差第 {worst}。",
    "However the open answers turn out, “{title}” is number {best} at best and number {worst} at worst.",
)
RANK_FIXED = Text(
    "不管没弄清的答案结果如何，“{title}”都排第 {best}。",
    "However the open answers turn out, “{title}” is always number {best}.",
)
RANK_BOUNDS = Text(
    "不管没弄清的答案结果如何，“{title}”最高不过第 {best}，最低不过第 {worst}（只算出上下界）。",
    "However the open answers turn out, “{title}” is no higher than number {best} and no lower than number {worst} (outer bounds only).",
)

WOULD_CHANGE = Text("什么会改变结论", "What would change it")
NO_WEIGHT = Text(
    "权重：没有哪一项单独放到 ¼ 至 4 倍会改变第一名或它的力度。",
    "Weights: no single weight, scaled from ¼ to 4 times, changes which model comes first or how firmly.",
)
WEIGHT_SWITCH = {
    True: Text(
        "权重：“{title}”里的“{name}”放大到 {factor} 倍：{outcome}。",
        "Weights: with the weight of “{name}” in “{title}” raised to {factor} times, {outcome}.",
    ),
    False: Text(
        "权重：“{title}”里的“{name}”缩小到 {factor} 倍：{outcome}。",
        "Weights: with the weight of “{name}” in “{title}” cut to {factor} times, {outcome}.",
    ),
}
WEIGHT_SLIGHT = {
    True: Text(
        "权重：“{title}”里的“{name}”稍一加大：{outcome}。",
        "Weights: at the slightest increase in the weight of “{name}” in “{title}”, {outcome}.",
    ),
    False: Text(
        "权重：“{title}”里的“{name}”稍一减小：{outcome}。",
        "Weights: at the slightest decrease in the weight of “{name}” in “{title}”, {outcome}.",
    ),
}
ANSWER_SWITCH = Text(
    "答案：“{name}”不是“{now}”而是{then}：{outcome}。",
    "Answers: if “{name}” were not “{now}” but {then}, then {outcome}.",
)
MORE_SWITCHES = Text(
    "答案：另有 {count} 种单项变动也会改变结论。",
    "Answers: {count} more single {count:change|changes} of an answer would change the advice.",
)
NO_ANSWER = Text(
    "答案：已填的答案，没有哪一项单独变了会改变结论。",
    "Answers: none of the answers given, changed by itself, would change the advice.",
)

ANSWERS_BELOW = Text(
    "答案：会改变结论的单项变动，都列在下一节。",
    "Answers: the single changes that would change the advice are listed in the next part.",
)

OTHERWISE = Text("怎样会轮到别的模式", "What would bring in another model")
NATURES = {
    "policy": Text("本地能定的", "For the city to decide"),
    "slow": Text("要慢慢变的", "Slow to change"),
    "given": Text("本地改不了的", "Given, not to be changed"),
}
CHANGE = Text("“{name}”由“{now}”变为{then}", "“{name}” going from “{now}” to {then}")
BOTH = Text("，同时", " and ")
BRINGS = Text("{changes}：{outcome}。", "{changes}: {outcome}.")
FREES = Text(
    "{changes}：“{title}”不再被挡住，第一名不变。",
    "{changes}: nothing bars “{title}” any more, but the same model stays first.",
)
FREES_AND = Text(
    "{changes}：“{title}”不再被挡住，{outcome}。", "{changes}: nothing bars “{title}” any more, and {outcome}."
)
OTHERWISE_NONE = {
    2: Text(
        "只改一两项答案，轮不到别的模式；三项一起改的，要另行深算。",
        "Changing one or two answers brings in no other model; sets of three are searched only on request.",
    ),
    3: Text("改动三项以内，轮不到别的模式。", "Changing up to three answers brings in no other model."),
}

CONSERVATIVE = Text("保守口径", "The cautious reading")
STANDS = Text(
    "把容易答得偏好和没把握的 {count} 项答案一起往差里降一档，结论不变。",
    "Take {count:the one answer that tends to flatter or is|the answers that tend to flatter or are} unsure one step worse ({count} in all): the advice stands.",
)
FALLS = Text(
    "把容易答得偏好和没把握的 {count} 项答案一起往差里降一档，结论就变：{outcome}。",
    "Take {count:the one answer that tends to flatter or is|all the answers that tend to flatter or are} unsure one step worse ({count} in all), and the advice changes: {outcome}.",
)
NOTHING_WORSE = Text(
    "没有容易答得偏好或没把握、还能再降一档的答案（0 项）。",
    "Of the answers that tend to flatter or are unsure, none could be a step worse (0).",
)
BREAKERS = Text(
    "单独降一档就会改变结论的有 {count} 项，先核实：{which}。",
    "{count} {count:is enough by itself|are each enough by themselves} to change it, so check first: {which}.",
)
NO_BREAKER = Text(
    "没有哪一项单独就会改变，是合在一起才变。", "No single one of them does so; it takes several together."
)
CHECKED = Text(
    "下面几题各地都容易往好里答；各降一档的结果，见“保守口径”。",
    "Everywhere these tend to be answered too favourably; what one step worse would do is told under “The cautious reading”.",
)

FIND_LEAD = Text(
    "先列会改变结论的，再按最多能把领先拉大或缩小多少排列。",
    "First those that can change the advice, then the rest by how far they can move the lead (the gap between first and second).",
)
FIND_NONE = Text(
    "没有哪一项没弄清的答案单独会改变结论或领先。", "No open answer by itself can change the advice or the lead."
)
FIND_TURNS = Text("{then}：{outcome}", "if it is {then}, {outcome}")
FIND_SWING = Text("领先最多差 {swing}", "moves the lead by up to {swing}")
FIND_REST = Text("也还没有答案，影响更小的：{which}。", "Also open, with less effect: {which}.")

LIMITS_HIT = Text("没有算尽的地方", "What was not worked out in full")
LIMITS = {
    "ranks": Text("名次只算出上下界，实际可能更窄。", "Ranks are outer bounds; the true range may be narrower."),
    "draws": Text(
        "模式太多，只抽了 {draws} 次，比重误差 ±{points} 个百分点。",
        "There are many models, so only {draws} draws were taken; shares are within {points} percentage {points:point|points}.",
    ),
    "counterfactuals": Text("没有把每种变动组合都试过。", "Not every combination of changes was tried."),
}

# all switches, with --explain

ALL_SWITCHES = Text("全部变点（{count} 个）", "All switch points ({count})")
SWITCHES_HEAD = (
    Text("什么", "What"),
    Text("现在", "Now"),
    Text("变为", "Then"),
    Text("改变", "Changes"),
    Text("结果", "Outcome"),
)
WEIGHT_OF = Text("“{title}”里“{name}”的权重", "Weight of “{name}” in “{title}”")
TIMES = Text("{factor} 倍", "×{factor}")
SLIGHTLY = {True: Text("稍一加大", "the slightest increase"), False: Text("稍一减小", "the slightest decrease")}
CHANGED = {
    "first": Text("第一名", "which is first"),
    "strength": Text("力度", "strength"),
    "status": Text("结论", "conclusion"),
}
