"""What the interview says, in both languages."""

from zjtx_cli.text import Text

# opening
WELCOME = Text(
    "约 {total} 题，{minutes} 分钟左右。不清楚的可以答“不清楚”，不便写下的可以答“不宜书面答复”。",
    "About {total} questions, some {minutes} minutes. “Not known” is a good answer; so is “not to be written down”.",
)
WELCOME_QUICK = Text(
    "先问最能左右建议的题。剩下的题都不会再改变建议时，就告诉您，停不停由您定。",
    "What can change the advice most is asked first. When nothing that is left can change it, you are told, and choose.",
)
SAVING = Text("每答一题就存盘：{path}", "Saved after every answer: {path}")
LEAVING = Text(
    "随时可用 {key} 离开，之后用 {command} 接着答。", "Leave at any time with {key}; go on later with {command}"
)
RESUMED = Text("接着上次：{city}，已答 {count} 题。", "Going on with {city}: {count} answered so far.")
CHANGED_BY_HAND = Text(
    "文件在别处改过，已按文件里的答案读入。", "The file was changed elsewhere; its answers were read in."
)
MOVED_ASIDE = Text(
    "{old} 在别处改过，现在读不了；没有去动它，本次答案改存到 {new}",
    "{old} was changed elsewhere and cannot be read now; it was left alone, and these answers go to {new}",
)
CANNOT_SAVE = Text("没能存盘：{why}", "Not saved: {why}")
TRY_AGAIN = Text("再存一次", "Try again")
GIVE_UP = Text("不存了，离开", "Leave without saving")

# the head of the file
CITY = Text("是哪个市、县？", "Which city or county is it?")
CITY_OTHERWISE = Text("某某市（不写名称）", "Unnamed city")
INDUSTRY = Text(
    "这次谈哪一条产业链？后面的题都问这一条。", "Which trade is this about? All questions are about that one."
)
INDUSTRY_OTHERWISE = Text("不写（按当地主导产业答）", "None named (answer for the leading trade)")
LEVEL = Text("属于哪一级？", "Which level of government?")
LEVELS = {
    "county": Text("县级（县、县级市、区）", "County level"),
    "prefecture": Text("地级市", "Prefecture level"),
    "province": Text("省级", "Province level"),
}
HEADS = {"city": Text("地方", "Place"), "industry": Text("产业链", "Trade"), "level": Text("级别", "Level")}
ABOUT = Text("基本情况", "About")
NO_NAME = Text("名称要有文字", "A name needs letters")

# one question
SECTION = Text("【{title}】", "[{title}]")
POSITION = Text("第 {number} 题（共 {total} 题）", "Question {number} of {total}.")
POSITION_ABOUT = Text("第 {number} 题（约共 {total} 题）", "Question {number} of about {total}.")
POSITION_MOST = Text("第 {number} 题（最多约 {total} 题）", "Question {number} of at most about {total}.")
NONE_CAN = Text("还有{count}题，都不会改变建议。", "{count} questions left; none can change the advice.")
NONE_CAN_ONE = Text("还有1题，不会改变建议。", "1 question left; it cannot change the advice.")
NONE_CAN_WHY = Text(
    "逐一核过：不论怎样答（答“不清楚”也算），结论、首选和推荐的强度都不变；措施的细处还可能变。",
    "Checked for every answer, “not known” included: verdict, first choice and its strength stay; details of the measures may not.",
)
STOP_HERE = Text("就到这里，看建议", "Stop here and see the advice")
ASK_ON = Text("接着答完", "Go on to the end")
FIGURE = Text(
    "填数，单位：{unit}；范围 {low}–{high}{whole}{typical}", "A number, in {unit}; from {low} to {high}{whole}{typical}"
)
WHOLE = Text("，整数", ", whole")
TYPICAL = Text("；通常在 {value} 上下", "; {value} is typical")
SEVERAL = Text("可选几项。", "Several may be chosen.")
FORMER = Text("原答：{answer}", "Answer so far: {answer}")
FORMER_AWAY = Text("以前答过：{answer}", "Answered before: {answer}")
ANSWERED = Text("→ {answer}", "→ {answer}")
UNCHANGED = Text("→ {answer}（没有改）", "→ {answer} (unchanged)")
READ_AS = Text("→ {written} = {answer}", "→ {written} = {answer}")
WENT_BACK = Text("← 回到上一题", "← Back one question")
AT_START = Text("这已经是第一题。", "This is the first question.")
UNKNOWN = Text("不清楚", "Not known")
WITHHELD = Text("不宜书面答复", "Not to be written down")
NOT_APPLICABLE = Text("不适用", "Does not apply")
ERASED = Text(
    "写过的数值和出处已从存盘里去掉；本窗口上方可能还看得见，用完请清屏。",
    "What was written before is gone from the saved file. This window may still show it further up; clear it when you are done.",
)
NOTES_DROPPED = Text("数改了，原来记的出处没有沿用。", "The answer changed, so its earlier source was not kept.")
SET_ASIDE = Text(
    "这样一来，有 {count} 题不再问，原来的答案先放着，不计入；改回来就恢复。",
    "With this, {count} earlier answers no longer count. They are kept, and come back if you change it back.",
)
BROUGHT_BACK = Text("有 {count} 题重新计入，沿用原来的答案。", "{count} earlier answers count again.")
TENSION = Text("留意：{say}", "Please note: {say}")
TENSION_HINT = Text(
    "属实就照这样；要改按 {back}，或在最后一览里改。",
    "Leave it if it is so; {back} goes back, and the review at the end lets you change it.",
)
EMPTY = Text("请先答这一题；不清楚就选“不清楚”", "Please answer; choose “Not known” if nobody knows")
CHOOSE = Text("还没有选", "Nothing is chosen yet")
ALONE = Text("“{row}”不能和别的同选", "“{row}” cannot be chosen with others")

# help
HELP = Text("说明：{text}", "What is meant: {text}")
WHY = Text("为什么问：{text}", "Why it is asked: {text}")
OFFICE = Text("谁有数：{office}。{where}", "Who has it: {office}. {where}")
PROXY = Text("没有现成数时：{text}", "If nobody has the figure: {text}")
DELICATE = Text("容易答偏：{text}", "Easily answered too well: {text}")
STAKES = Text("现在看，这一题还能左右：", "As things stand, this answer can still move:")
STAKE = Text(
    "· {title}：适合度 {low}—{high} 分，相差 {points}；“{best}”最高，“{worst}”最低{out}",
    "· {title}: fit {low} to {high} of 100, {points} apart; “{best}” is highest, “{worst}” lowest{out}",
)
STAKE_RULES_OUT = Text("；{answers}则不再考虑", "; {answers} would rule it out")
STAKE_ONLY_RULES_OUT = Text("· {title}：{answers}则不再考虑", "· {title}: {answers} would rule it out")
QUOTED = Text("“{answer}”", "“{answer}”")
STAKE_NONE = Text(
    "· 各模式的取舍都不再受它影响，只用来安排具体措施", "· None of the models: it only shapes the measures now"
)
FROM = Text("{value} 以上", "{value} or more")
UP_TO = Text("{value} 以下", "{value} or less")

# provenance
NOTES = Text("这个答案的出处（都可以不填）", "Where this answer comes from (all optional)")
SOURCE = Text("来源", "Source")
SOURCE_ASK = Text("来源，如：统计年鉴、某局台账、座谈估计", "The source, such as a yearbook, a ledger, or a meeting")
YEAR = Text("年份", "Year")
YEAR_ASK = Text("哪一年的数，如 2025 或 2023-2025", "The year of the figure, such as 2025 or 2023-2025")
YEAR_REFUSED = Text("年份写成 2025 或 2023-2025", "Write the year as 2025 or 2023-2025")
SCOPE = Text("口径", "Scope")
SCOPE_ASK = Text(
    "口径：这个数包括哪些，如：规上企业、全市", "What the figure covers, such as above-scale firms, the whole city"
)
SURE = Text("把握", "How sure")
SURE_YES = Text("有把握", "sure")
SURE_NO = Text("不太确定，是估计", "not sure, an estimate")
NOTHING_YET = Text("没填", "none")
KEEP_OR_CLEAR = Text("{text}（输入 - 清除）", "{text} (type - to clear it)")
NOT_FILLED = Text("不填", "nothing")
DONE_NOTES = Text("好了，回到这一题", "Done, back to the question")
NOTED_SOURCE = Text("来源：{text}", "source: {text}")
NOTED_YEAR = Text("{text}年", "{text}")
NOTED_SCOPE = Text("口径：{text}", "scope: {text}")
NOTED_UNSURE = Text("估计数，不太确定", "an estimate, not sure")
NOTED_FOR = Text("出处已记下，请答这一题：{notes}", "Noted; now please answer: {notes}")

# review
REVIEW = Text("答案一览，选一题可以改", "Your answers; choose one to change it")
REVIEW_DONE = Text("没有要改的，给出建议", "Nothing to change; give the advice")
REVIEW_GO_ON = Text("没有要改的，接着答", "Nothing to change; go on")
REVIEW_ROW = Text("{name}：{answer}", "{name}: {answer}")
REVIEW_AWAY = Text(
    "另有 {count} 题的答案先放着，不计入（按现在的答案不问它们）",
    "{count} more answers are kept but do not count (these answers do not lead to them)",
)

# the end
NEXT = Text("接下来", "What next")
WHOLE_ADVICE = Text("看完整建议", "The whole advice")
EXPORT = Text("导出成文件", "Export to a file")
EXPORT_KIND = Text("要哪一种材料", "Which paper")
EXPORT_FORM = Text("存成哪种文件", "As which kind of file")
EXPORT_ASK = Text("文件名（回车就用这个名字）", "File name (Enter takes the one shown)")
WHAT_IF = Text("试改一个答案，看建议怎么变（不存）", "Try another answer and see what changes (not saved)")
WHAT_IF_WHICH = Text("试改哪一题", "Which answer")
SHEET = Text("列出要请其他单位补的题", "List what other offices should fill in")
CHANGE = Text("改答案", "Change an answer")
LEAVE = Text("存盘离开", "Save and leave")
EXPORTED = Text("已写入 {name}", "Written to {name}")
SAVED_AT = Text(
    "答案存在 {path}；以后可以用 zjtx advise 直接给建议。", "Your answers are in {path}; zjtx advise reads them."
)

# keys, in a terminal that can move its cursor
KEYS_MOVE = Text("↑↓ 选", "↑↓ choose")
KEYS_NUMBERS = Text("↑↓ 或数字 选", "↑↓ or number")
KEYS_SPACE = Text("空格 勾选", "Space ticks")
KEYS_ENTER = Text("回车 确定", "Enter takes it")
KEYS_TYPE = Text("打字 筛选", "type to filter")
KEYS = {
    "back": Text("← 上一题", "← back"),
    "help": Text("? 说明", "? help"),
    "notes": Text("Tab 出处", "Tab source"),
    "review": Text("F2 一览", "F2 review"),
}
KEYS_LEAVE = Text("Ctrl-C 离开", "Ctrl-C leave")
FILTER = Text("筛选：{typed}", "Filter: {typed}")
NO_MATCH = Text("没有相符的，退格或 Esc 清除", "No match; Backspace or Esc clears")
ENTER_MEANS = Text("回车：{default}", "Enter: {default}")
TICK_FIRST = Text("先用空格或数字勾选，再回车", "Tick with space or a number, then Enter")

# plain mode
PLAIN_ONE = Text("请输入 1 到 {last} 的一个数", "Type a number from 1 to {last}")
PLAIN_ONLY = Text("请输入 1", "Type 1")
PLAIN_SEVERAL = Text("请输入一个或几个数，如 1,3", "Type one or more numbers, such as 1,3")
PLAIN_FIGURE = Text("请输入数字，如 42.5、3.2亿、45%", "Type a figure, such as 42.5 or 45%")
PLAIN_TEXT = Text("请输入文字", "Type it")
PLAIN_DEFAULT = Text("直接回车就是“{default}”", "Enter alone means “{default}”")
PLAIN_NO_DEFAULT = Text("没有默认答案", "There is no default")
PLAIN_LETTER = Text("{letter} {label}", "{letter} {label}")
PLAIN_KEYS = {
    "back": Text("b 上一题", "b back"),
    "help": Text("? 说明", "? help"),
    "notes": Text("s 出处", "s source"),
    "review": Text("r 一览", "r review"),
}
PLAIN_LEAVE = Text("q 离开", "q leave")
PLAIN_NOT_A_NUMBER = Text("“{written}”不是 1 到 {last} 的数", "“{written}” is not a number from 1 to {last}")
PLAIN_ONE_ONLY = Text("这一题只能选一个", "Choose one only")
PLAIN_NOTHING = Text("没有输入，这一题没有默认答案", "Nothing was typed, and there is no default")
PLAIN_PROMPT = Text("答：", "> ")
COMMA = Text("，", ", ")
STOP = Text("。", ". ")
ASIDE = Text("（{text}）", " ({text})")
UNNAMED = Text("某某市", "Unnamed city")
REPLACE = Text("{name} 已经有了，替换吗？", "{name} is there already. Replace it?")
REPLACE_NO = Text("不替换", "No, leave it")
REPLACE_YES = Text("替换", "Yes, replace it")
