"""The judgement's own sentences. Logic fills them; nothing is said anywhere else in this room."""

from math import floor

from zjtx_cli.text import Text

# answers
OPEN_VALUE = Text(
    "尚不清楚：按口径可能值 {low} 到 {high}，取中间值 {middle}",
    "Not known: worth between {low} and {high}; counted as {middle}",
)
NOT_ASKED_VALUE = Text("此题不适用，按作者给定值计", "Does not apply; counted at the author's value")
UNKNOWN = Text("不清楚", "not known")
WITHHELD = Text("不宜书面答复", "not to be written down")
NOT_APPLICABLE = Text("不适用", "does not apply")
NOT_ASKED = Text("未问", "not asked")
ATOM = Text("{name}：{answer}", "{name}: {answer}")
AND = Text("；", "; ")
ALWAYS = Text("无需条件", "needs no condition")

# groups
GROUP_PRESENT = Text("有。{deciding}", "Present. {deciding}")
GROUP_ABSENT = Text("没有。{deciding}", "Absent. {deciding}")
GROUP_OPEN = Text("尚不能判断。{deciding}", "Cannot be told yet. {deciding}")

# preconditions and steps
HOLDS = Text("具备。{deciding}", "Holds. {deciding}")
FAILS = Text("不具备。{deciding}", "Fails. {deciding}")
OPEN = Text("此地情况不明。{deciding}", "Not known here. {deciding}")

# strength
BLOCKED = Text("触及禁行条件：{which}", "Blocked: {which}")
GROUP_MISSING = Text("本地没有这一类企业", "This group of firms is not present here")
STEP_FAILS = Text("起作用的必要一环在此地不成立：{which}", "A necessary step of the mechanism fails here: {which}")
PRECONDITION_FAILS = Text(
    "必要前提不具备，本级也建不起来：{which}",
    "A necessary precondition is missing and cannot be built at this level: {which}",
)
FIT_LOW = Text("适合度 {fit}，不到 {limit}", "Fit is {fit}, under {limit}")
ALL_MET = Text(
    "适合度 {fit}，已知信息占 {known}，前提和各环节均站得住",
    "Fit is {fit}, {known} of the weight is known, and preconditions and steps hold",
)
TO_BUILD = Text(
    "适合度 {fit}，已知信息占 {known}；动手前须先补上本级建得起来的前提：{which}",
    "Fit is {fit}, {known} of the weight is known; preconditions to build first, which this level can: {which}",
)
CONDITIONAL = Text("适合度 {fit}；还差：{which}", "Fit is {fit}; still open: {which}")
FIT_NOT_HIGH = Text("适合度未到 {limit}", "fit is under {limit}")
KNOWN_LOW = Text("已知信息只占 {known}，不到 {limit}", "only {known} of the weight is known, under {limit}")
GROUP_UNSURE = Text("这一类企业是否存在尚不清楚", "it is not known whether this group of firms is present")
BLOCKER_OPEN = Text("禁行条件尚未排除（{which}）", "a blocker is not ruled out ({which})")
PRECONDITION_OPEN = Text("必要前提未落实（{which}）", "a necessary precondition is not certain ({which})")
STEP_OPEN = Text("必要环节情况不明（{which}）", "a necessary step is not known here ({which})")
STEP_WEAK = Text("必要环节只有主张、没有证据（{which}）", "a necessary step is only asserted, not documented ({which})")

# verdict
NOTHING_FITS = Text(
    "已知信息足以判断：没有一个模式在此地达到可以考虑的程度，建议不启动",
    "Enough is known to say so: no model reaches the point where it could be considered here; start none",
)
NOTHING_CAN_FIT = Text(
    "无论尚不清楚的事项结果如何，都没有一个模式合适，建议不启动",
    "However the open points turn out, no model fits; start none",
)
NOTHING_YET = Text(
    "目前没有模式达到可以考虑的程度，但已知信息太少（最多 {known}），先补数据再判断",
    "No model can be considered yet, but too little is known (at most {known}); collect the data first",
)
NOTHING_KNOWN = Text("还没有任何可用的答案，先补数据再判断", "No answer can be used yet; collect the data first")
LEADER_UNKNOWN = Text(
    "“{title}”居前，但已知信息只占 {known}，不足以下结论",
    "“{title}” leads, but only {known} of its weight is known: too little to conclude",
)
LEAD_SMALL = Text(
    "“{title}”（{fit}）与“{rival}”（{rival_fit}）相差不到 {limit}，分不出先后",
    "“{title}” ({fit}) and “{rival}” ({rival_fit}) are less than {limit} apart: no order between them",
)
LEADS = Text(
    "“{title}”适合度 {fit}，领先下一个可行模式 {lead}",
    "“{title}” has a fit of {fit}, {lead} ahead of the next eligible model",
)
LEADS_ALONE = Text(
    "“{title}”适合度 {fit}，是唯一可行的模式",
    "“{title}” has a fit of {fit} and is the only eligible model",
)

# plan
IN_PLAN = Text("“{title}”（{strength}）的措施", "A measure of “{title}” ({strength})")
IN_PLAN_IF = Text(
    "“{title}”的轻量措施；是否适用取决于尚不清楚的事项：{deciding}",
    "A light measure of “{title}”; whether it applies depends on what is not known: {deciding}",
)
STRENGTH = {
    "recommended": Text("推荐", "recommended"),
    "conditional": Text("有条件", "conditional"),
    "not_recommended": Text("不推荐", "not recommended"),
    "blocked": Text("受阻", "blocked"),
}
DOES_NOT_APPLY = Text("此地不需要：{deciding}", "Not needed here: {deciding}")
NEEDS_KNOWING = Text(
    "要花钱，而是否适用尚不清楚：{deciding}", "It costs money and it is not known whether it applies: {deciding}"
)
MODEL_UNKNOWN = Text(
    "这一模式的依据只知道 {known}：先补数据，再谈措施",
    "Only {known} of what its model rests on is known: collect the data before any measure",
)
HEAVY_CONDITIONAL = Text(
    "重资产项目只从“推荐”的模式中选，这一模式目前是有条件",
    "Heavy projects come only from a recommended model; this one is conditional",
)
HEAVY_NO_MONEY = Text(
    "财政自给率 {share}，低于 {limit}：不上重资产项目",
    "Own revenue covers {share} of spending, under {limit}: no heavy project",
)
HEAVY_MONEY_UNKNOWN = Text(
    "财政自给率不清楚或不宜书面答复：不上重资产项目",
    "Own revenue is not known or not to be written down: no heavy project",
)
HEAVY_ONE = Text(
    "财政自给率 {share}，只上一个重资产项目，已选“{chosen}”",
    "Own revenue covers {share} of spending: one heavy project only, and “{chosen}” was chosen",
)
SAME_WORK = Text("与“{other}”是同一件事，只做一次", "The same piece of work as “{other}”; done once")
EXCLUDED = Text("与已列入的“{other}”不能同时做", "Cannot run together with “{other}”, which is in the plan")
AFTER_LEFT_OUT = Text("须在“{other}”之后做，而该项未列入", "Must come after “{other}”, which is not in the plan")
TOO_POOR = Text("财力不够做这一项：{deciding}", "Beyond the city's money: {deciding}")
LAND_UNKNOWN = Text(
    "要用新地，而地从哪里来还不清楚：{deciding}",
    "It needs new land, and where that comes from is not known: {deciding}",
)
LAND_NONE = Text("要用新地，本地没有：{deciding}", "It needs new land and there is none: {deciding}")
LAND_ONE = Text(
    "新地只够一处，已给“{chosen}”：{deciding}",
    "There is new land for one project, and “{chosen}” has it: {deciding}",
)
OFFICE_BUSY = Text(
    "{office}同一阶段最多牵头 {count} 件，已经排满",
    "The {office} can lead {count} at a time and is full",
)
PUT_OFF_WITH = Text("跟着它前面的一项往后排", "Put off with what it comes after")
LEADERS_ONE = Text(
    "主要领导只牵头一件，已牵头“{chosen}”；本项由分管领导调度",
    "The top leaders lead one thing, “{chosen}”; a deputy takes this one",
)
LAPSED = Text(
    "不能再用（已到期或尚未施行）：{which}",
    "Not usable (ended or not yet in force): {which}",
)
NOTHING_COURSE = Text("就“{title}”所对的企业而言：{what}", "For the firms that “{title}” is about: {what}")

# merging
CONFLICT_OWNER = Text("以归口单位（{office}）为准", "The owning office ({office}) decides")
CONFLICT_WITHHELD = Text(
    "有单位表示不宜书面答复，按此处理，不留数值", "One office would not write it down; no value is kept"
)
CONFLICT_OWNERS = Text(
    "归口单位自己的答复前后不一，按不清楚处理",
    "The owning office gave different answers: counted as not known",
)
CONFLICT_OPEN = Text(
    "归口单位未答，其他单位说法不一，按不清楚处理",
    "The owning office did not answer and the others differ: counted as not known",
)


def percent(share: float, *, under: float | None = None) -> str:
    """A share as people read it: 0.7149 is 71%. What is `under` a line is never rounded up to it: 0.4996 is 49.96%."""
    return _shown(share * 100, 0, None if under is None else under * 100) + "%"


def fit(value: float, *, under: float | None = None) -> str:
    """A fit or a value with two places. What is `under` a line is never rounded up to it: 0.6499 is not 0.65."""
    return _shown(value, 2, under)


def _shown(value: float, places: int, under: float | None) -> str:
    """Rounded half up, with more places where it takes them to be seen below a line."""
    value = round(value, 9)
    for more in range(places, 9):
        shown = f"{floor(round(value * 10**more + 0.5, 6)) / 10**more:.{more}f}"
        if under is None or value >= under or float(shown) < under:
            return shown
    return f"{value:.9f}"
