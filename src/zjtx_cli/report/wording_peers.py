"""Sentences of the official papers about who did it elsewhere, and with what outcome."""

from zjtx_cli.text import Language, Text

PEERS_POINT_NEAR = Text("情况相近的有{which}", "most alike: {which}")
PEERS_POINT_CASE = Text("{case}有可借鉴做法", "experience to draw on: {case}")
PEERS_POINT_NOBODY = Text("尚未见到情况相近的先例", "no comparable precedent is known")
PEERS_POINT_FAILED = Text("{place}未达预期，须引以为戒", "fell short, as a warning: {place}")

PEERS_NEAR = Text("情况相近地区的做法和结果", "Comparable places: what they did, and what came of it")
PEERS_CASES = Text("原型案例和未达预期的情况", "Cases behind the approaches, and where they fell short")
PEERS_NOBODY = Text(
    "案例库中尚未见到情况相近的地区，不勉强类比。",
    "No place in the case base is alike enough, so none is compared.",
)
NEAR_HEAD = (
    Text("地区", "Place"),
    Text("做法", "What was done"),
    Text("结果", "What came of it"),
    Text("不可照搬之处", "What not to copy"),
)
NEAR_PLACE = Text("{name}（{industry}，{period}）", "{name} ({industry}, {period})")
NEAR_ONE = Text("{name}（{industry}，{outcome}）", "{name} ({industry}: {outcome})")
NEAR_ITEM = Text(
    "{name}（{industry}）。做法：{done}结果：{result}不可照搬之处：{caution}",
    "{name} ({industry}). What was done: {done} Outcome: {result} Not to be copied: {caution}",
)
NEAR_ITEM_SHORT = Text(
    "{name}（{industry}）。做法：{done}结果：{result}", "{name} ({industry}). What was done: {done} Outcome: {result}"
)
PEERS_NEAR_NOTE = Text(
    "注：相近与否，按本地与各地当年出台政策前的情况逐项比较得出。当年的做法不等于最好的做法，也没有对照地区；"
    "“未附出处”的内容核实前不得引用。",
    "Note: places are compared answer by answer with this one, each as it was before its policy. What was done is not necessarily what was "
    "best, and there is no comparison group; what has no source is not to be cited before it is checked.",
)
OUTCOMES = {
    "success": Text("总体成功", "on the whole a success"),
    "partial": Text("部分见效", "a partial success"),
    "mixed": Text("有得有失", "mixed"),
    "open": Text("成效尚待观察", "not yet clear"),
    "none": Text("未采取此类做法", "took none of these approaches"),
}
PLACE_MARKS = {  # how the case base says that something has no source, and how papers say it
    Language.ZH: (
        ("为案例摘要所述，未附出处", "未附出处"),
        ("案例摘要所述，未附出处", "未附出处"),
        ("凭记忆", "未附出处"),
        ("案例摘要", "整理材料"),
    ),
    Language.EN: (("from the case summary, no source given", "no source given"), ("from memory", "no source given")),
}
CHECKED = Text("（{which}）", " ({which})")
SEEN_AS = {
    "excerpt": Text("网页摘录{count}处", "{count} {count:excerpt|excerpts}"),
    "copy": Text("转载{count}处", "{count} {count:copy|copies}"),
}
SEEN_SECOND_HAND = Text("据{which}，转引待核", "from {which}, second-hand and to be checked")
PARTLY_UNSOURCED = Text("部分内容未附出处", "in part without a source")
DASH = Text("—", "–")
PEERS_HEAD = (Text("地区", "Place"), Text("做法", "What was done"), Text("成效与启示", "What came of it"))
PEERS_LEAD_NOTE = Text(
    "注：以上均为个案，无对照地区，不作为本地目标依据。",
    "Note: these are single cases without a comparison; they are no basis for local targets.",
)
