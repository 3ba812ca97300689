"""What stands in and under the charts, and what is read to those who do not see them."""

from zjtx_cli.text import Text

FIT_CAPTION = Text("各模式的适合度与排第一的份额", "How each model fits, and how often it comes first")
FIT_CAPTION_ALONE = Text("各模式的适合度", "How each model fits")
FIT_SCALE = Text("适合度（线段为上下限）", "Fit (the line is its range)")
SHARE_SCALE = Text("排第一的份额", "Share in first place")
OUT = Text("空心圆：现阶段不能选", "Hollow circle: cannot be chosen for now")
CONDITIONAL_FROM, RECOMMENDED_FROM = Text("有条件", "conditional"), Text("推荐", "recommended")

FIT_HEAD = (
    Text("模式", "Model"),
    Text("0 到 1", "0 to 1"),
    Text("适合度", "Fit"),
    Text("最低–最高", "Lowest–highest"),
    Text("排第一", "In first place"),
)
FIT_READ = Text("“{name}”（{note}）适合度 {fit}", "“{name}” ({note}): fit {fit}")
FIT_READ_RANGE = Text("，上下限 {low}–{high}", ", from {low} to {high}")
FIT_READ_SHARE = Text("，{share}的抽样中排第一", ", first in {share} of the draws")
FIT_READ_OUT = Text("，现阶段不能选", ", cannot be chosen for now")

PROFILE_CAPTION = Text(
    "{city}与{case}：“{title}”看重的各项条件", "{city} compared with {case}: the conditions that matter to “{title}”"
)
PROFILE_CASE = Text("{case}（原案，{month}）", "{case} (the original case, {month})")
PROFILE_OPEN = Text("虚线：还不清楚，只知道在这个范围里", "Dashed line: not known; it lies within this range")
PROFILE_VALUE = Text("答案对本模式的价值（0 到 1）", "What the answer is worth to the model (0 to 1)")
PROFILE_WEIGHT = Text("分量", "Weight")
PROFILE_HEAD = (Text("看什么", "Look at"), Text("分量", "Weight"))
PROFILE_READ = Text("{name}（分量 {weight}）：{here}比{there}", "{name} (weight {weight}): {here} against {there}")
PROFILE_READ_LEAD = Text(
    "前一个数是{here}的，后一个数是{there}的；范围表示还不清楚。",
    "The first figure is for {here}, the second for {there}; a range means that it is not known. ",
)
HERE = Text("本地", "Here")
CASE = Text("原案", "Original case")
SEMICOLON, FULL_STOP = Text("；", "; "), Text("。", ".")
SPAN = Text("{low}–{high}", "{low}–{high}")
