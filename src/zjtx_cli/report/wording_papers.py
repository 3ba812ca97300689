"""Sentences of the other papers: a playbook to read, the questions, what would change."""

from zjtx_cli.text import Text

# a playbook as a paper

PLAYBOOK_TITLE = Text("{title}（{case}的做法）", "{title} ({case})")
PLAYBOOK_SUBTITLE = Text("写给：{group}｜内容版本 {name} {version}", "For: {group} | content {name} {version}")
AT_A_GLANCE = Text("一句话", "At a glance")
ILLNESS = Text("病在哪里", "What is wrong")
FITS = Text("什么地方合适", "Where it fits")
FITS_LEAD = Text(
    "按分量从重到轻：左边是最合适的情形，右边是最不合适的情形。",
    "From the weightiest down: the best case for it on the left, the worst on the right.",
)
FITS_HEAD = (
    Text("看什么", "Look at"),
    Text("分量", "Weight"),
    Text("最合适", "Best"),
    Text("最不合适", "Worst"),
    Text("为什么看它", "Why it counts"),
)
FITS_NOT = Text("什么情况下不能做", "When not to do it")
FROM_TO_FIGURE = Text("{low}到{high}", "{low} to {high}")
PRECONDITIONS = Text("要先有什么", "What must be there first")
CAN_BUILD = Text("{levels}可以补：{how}", "The {levels} can build it: {how}")
MECHANISM = Text("靠什么起作用", "How it works")
MECHANISM_LEAD = Text("一环扣一环，每一环都标了证据有多硬。", "Step by step, with how good the evidence is for each.")
NECESSARY, HELPFUL = Text("必要环节", "Necessary step"), Text("有益环节", "Helpful step")
NEEDED, WISHED = Text("必要", "Necessary"), Text("有更好", "Good to have")
IF_FAILS = Text("这一环断了怎么办：{what}", "If this step fails: {what}")
MEASURES = Text("怎么做，按阶段", "What to do, by phase")
WHEN = Text("什么时候用", "Applies when")
ALWAYS = Text("选了这个模式就做", "always, with this model")
LEVER = Text("杠杆在谁手里，要向上请求什么", "Who holds the lever, and what to ask of the higher level")
BACKGROUND = Text("来龙去脉", "Background")

# the questions

QUESTIONS_TITLE = Text("要问的问题（{count} 题）", "The questions ({count})")
QUESTIONS_SUBTITLE = Text(
    "内容版本 {name} {version}；不清楚写 unknown，不宜书面写 withheld",
    "Content {name} {version}; write unknown where it is not known, withheld where it is not to be written down",
)
OFFICES_TITLE = Text("各部门填报单", "One sheet for each office")
OFFICES_SUBTITLE = Text(
    "只填数，不填人名和单户数据；本机使用，不录涉密信息（内容版本 {name} {version}）",
    "Figures only, no names and no data of single firms; nothing classified (content {name} {version})",
)
SHEET = Text("{office}（{count} 题）", "{office} ({count})")
QUESTION_TITLE = Text("{number}. {text}", "{number}. {text}")
ID = Text("题号", "Id")
OPTION = Text("{label}（{id}）", "{label} ({id})")
OPTION_HINT = Text("{label}（{id}）：{hint}", "{label} ({id}): {hint}")
BOX = Text("□ {option}", "□ {option}")
CHOOSE = {"one": Text("选一项", "Choose one"), "several": Text("可多选", "Choose any")}
FIGURE = Text("填数", "Figure")
FIGURE_RANGE = Text("单位：{unit}，{low} 到 {high} 之间", "in {unit}, from {low} to {high}")
FIGURE_TYPICAL = Text(
    "单位：{unit}，{low} 到 {high} 之间，常见的是 {typical}", "in {unit}, from {low} to {high}, often {typical}"
)
FIGURE_BLANK = Text("________ {unit}", "________ {unit}")
WHY = Text("为什么问", "Why")
HELP = Text("怎么算", "How to count")
OFFICE = Text("问谁", "Ask")
WHERE = Text("在哪里查", "Where")
PROXY = Text("没有现成数时", "If there is no ready figure")
ASKED_IF = Text("什么时候问", "Asked when")
CAREFUL = Text("当心", "Careful")
MAY_NOT_APPLY = Text("不适用可填 n/a", "n/a if it does not apply")
NATURE = Text("能不能变", "Can it change")
NATURES = {
    "given": Text("给定的，近几年变不了", "given; it will not change for years"),
    "slow": Text("变得慢", "slow to change"),
    "policy": Text("本地可以选择", "a choice of policy"),
}

# what would change

WHATIF_TITLE = Text("{city}：假如答案变了", "{city}: if an answer changed")
WHATIF_SUBTITLE = Text(
    "以{month}为准；左边是现在，右边是假如", "As of {month}; as it is on the left, as it would be on the right"
)
CHANGES = Text("假如", "What changes")
CHANGES_HEAD = (Text("问题", "Question"), Text("现在", "Now"), Text("假如", "If"))
NO_CHANGES = Text("答案没有不同。", "The answers are the same.")
OUTCOME = Text("结论变不变", "Does the advice change?")
STAYS = Text("结论不变：{outcome}。", "The advice stays: {outcome}.")
MOVES = Text("结论会变：由“{before}”变为“{after}”。", "The advice changes: from “{before}” to “{after}”.")
OUTCOME_WITH = Text("{status}，{title}（{strength}）", "{status}, {title} ({strength})")
MODELS = Text("各模式怎么动", "How each model moves")
MODELS_HEAD = (
    Text("模式", "Model"),
    Text("适合度", "Fit"),
    Text("假如", "If"),
    Text("差", "Change"),
    Text("结论", "Standing"),
    Text("主要由于", "Mainly through"),
)
SAME = Text("{what}（不变）", "{what} (same)")
FROM_TO = Text("{before} → {after}", "{before} → {after}")
THROUGH = Text("{name}（{change}）", "{name} ({change})")
NOTHING_MOVED = Text("没有动", "nothing moved")
GATES = Text("能不能选，哪里变了", "What changes in eligibility")
BECOMES_ELIGIBLE = Text("“{title}”变得可选", "“{title}” can now be chosen")
BECOMES_BARRED = Text("“{title}”变得不可选", "“{title}” can no longer be chosen")
GATE_MOVES = Text("{kind}“{text}”：{before} → {after}", "{kind} “{text}”: {before} → {after}")
KIND_PRECONDITION, KIND_BLOCKER = Text("前提", "precondition"), Text("禁行条件", "blocker")
KIND_STEP, KIND_GROUP = Text("环节", "step"), Text("企业类别", "group of firms")
NO_GATES = Text("前提、禁行条件、环节都没有变。", "No precondition, blocker or step changes.")
PLAN = Text("计划里进出的措施", "What enters and leaves the plan")
ENTERS, LEAVES = Text("进来的", "Enters"), Text("出去的", "Leaves")
LEAVES_BECAUSE = Text("{title}：{because}", "{title}: {because}")
MODEL_DROPS = Text(
    "“{title}”不再考虑，{count} 项措施随之退出：{which}",
    "“{title}” is no longer considered; {count} of its measures {count:leaves|leave} the plan: {which}",
)
LEFT_SINCE = Text("不再列入", "no longer in the plan")
PLAN_SAME = Text("计划没有变化。", "The plan stays as it is.")
