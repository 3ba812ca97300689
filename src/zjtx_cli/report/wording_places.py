"""Sentences about places that went such a way before."""

from zjtx_cli.text import Text

PLACES = Text("走过相近路的地方", "Places like this one")
PRECEDENTS = Text("先例", "Seen before")
WARNING_TITLE = Text("先看这一句", "Before reading")
WARNING = Text(
    "当年怎么做，不等于怎么做最好；也没有对照，说不清没做会怎样。这些地方只供对照，不进适合度。",
    "What was done is not necessarily what was best, and without a comparison nobody can say what would have happened "
    "otherwise. These places are for reference only; they do not enter the fit.",
)
HOW_ALIKE = Text(
    "把本地的答案同各地当年出台政策之前的情况逐题比：在各模式眼里值得一样的算全同。一边不清楚的题可能同、可能不同，只拉宽上下限。",
    "The answers here are compared, question by question, with each place as it was before its policy; what is worth "
    "the same to every model counts as the same. Where one side is not known, the two may agree or not, which only widens the range.",
)
NONE_NEAR = Text(
    "案例库里没有看得出相近的地方：两边都答得出的题少于{fewest}题，或答得出的题里相近的不到三分之二。",
    "No place in the case base can be seen to be alike: fewer than {fewest} questions are answered on both sides, or fewer "
    "than two thirds of those answers are alike.",
)
PLACE = Text("{name}·{industry}（{period}）", "{name}, {industry} ({period})")
ALIKE = Text("相近程度", "How alike")
SPAN = Text(
    "{low}–{high}（1为全同）；两边都答得出{count}题，按分量{share}。",
    "{low}–{high} (1 means alike in everything); {count} {count:question|questions} answered on both sides, {share} by weight.",
)
SAME = Text("相同或相近：{which}。", "Alike: {which}.")
APART = Text("不同：{which}。", "Unlike: {which}.")
SAME_ITEM = Text("{name}（都是“{theirs}”）", "{name} (both “{theirs}”)")
APART_ITEM = Text("{name}（本地“{own}”，那里“{theirs}”）", "{name} (here “{own}”, there “{theirs}”)")
ROAD = Text("走的路", "Road taken")
ROAD_NONE = Text("没有走五个模式中的任何一个。", "It followed none of the five models.")
DONE = Text("做了什么", "What was done")
RESULT = Text("结果", "What came of it")
OUTCOME = {
    "success": Text("总体成功", "on the whole a success"),
    "partial": Text("部分成功", "a partial success"),
    "mixed": Text("有得有失", "mixed"),
    "open": Text("成效还看不全", "not yet clear how it went"),
    "none": Text("没有走其中任何一条", "took none of these roads"),
}
CAUTION = Text("别照搬", "Do not copy")
SOURCES = Text("出处", "Sources")
SEEN = {
    "excerpt": Text("见过摘录", "excerpt seen"),
    "copy": Text("见于转载", "seen in a copy"),
    "memory": Text("凭记忆，未核", "from memory, unchecked"),
    "summary": Text("整理时未附原始出处", "no original source given"),
}
SOURCE = Text("{title}（{seen}）", "{title} ({seen})")
CONFIDENCE = {
    "high": Text("", ""),
    "medium": Text("归到这条路，把握中等。", "It is fairly certain that it took this road."),
    "low": Text("归到这条路，把握不大。", "It is not certain that it took this road."),
}
ONE_PRECEDENT = Text("{name}（{industry}，{outcome}）", "{name} ({industry}, {outcome})")
PRECEDENT_LINE = Text("最像的是{which}。", "Most alike: {which}.")
