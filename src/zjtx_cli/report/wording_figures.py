"""Sentences about how each figure came about: formulas with their numbers put in."""

from zjtx_cli.text import Text

TITLE = Text("其余数字的算法", "How the other figures came about")
LIKELY = Text(
    "“{title}”的适合度取上下限的中点：({low} + {high}) ÷ 2 = {likely}。",
    "The fit of “{title}” is the middle of its bounds: ({low} + {high}) ÷ 2 = {likely}.",
)
KNOWN = Text(
    "“{title}”已清楚的依据，是已清楚各题权重之和：{sum} = {known}。",
    "The known share of “{title}” is the sum of the weights of the questions answered: {sum} = {known}.",
)
LEAD = Text(
    "领先：“{title}”减“{other}”，{one} − {two} = {lead}。",
    "Lead of “{title}” over “{other}”: {one} − {two} = {lead}.",
)
SHARE = Text(
    "“{title}”排第一的占比：{draws} 次里 {count} 次，{count} ÷ {draws} = {share}。每次抽样，各项权重乘以 ½ 到 2 之间的随机倍数"
    "（对数均匀），没弄清的答案在可能值里均匀抽取。",
    "“{title}” is first in {count} of {draws} draws: {count} ÷ {draws} = {share}. In each draw every weight is multiplied by a "
    "random factor from ½ to 2 (uniform in its logarithm), and open answers are drawn uniformly from their possible values.",
)
NONE_SHARE = Text(
    "没有模式可以考虑的占比：{count} ÷ {draws} = {share}。",
    "Share of draws in which no model can be considered: {count} ÷ {draws} = {share}.",
)
HALF_WIDTH = Text(
    "抽样误差（95%）：1.96 × 0.5 ÷ √{draws} = 0.98 ÷ {root} = {half}。",
    "Sampling error (95%): 1.96 × 0.5 ÷ √{draws} = 0.98 ÷ {root} = {half}.",
)
WEIGHT = Text(
    "权重变点：“{title}”里“{name}”的权重乘以 t，适合度 = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t)；t = {factor} 时为 {fit}。",
    "Weight switch: with the weight of “{name}” in “{title}” times t, fit = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t); "
    "at t = {factor} it is {fit}.",
)
WEIGHT_SLIGHT = {
    True: Text(
        "权重变点：“{title}”里“{name}”的权重乘以 t，适合度 = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t)；t 稍大于 1 就变，此时为 {fit}。",
        "Weight switch: with the weight of “{name}” in “{title}” times t, fit = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t); "
        "it changes as soon as t is above 1, where fit is {fit}.",
    ),
    False: Text(
        "权重变点：“{title}”里“{name}”的权重乘以 t，适合度 = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t)；t 稍小于 1 就变，此时为 {fit}。",
        "Weight switch: with the weight of “{name}” in “{title}” times t, fit = ({rest} + {part}·t) ÷ (1 − {share} + {share}·t); "
        "it changes as soon as t is below 1, where fit is {fit}.",
    ),
}
SWING = Text(
    "“{name}”最多能让领先变动 {swing}：逐个代入它的可能值，取领先（第一名减第二名）变动最大的。",
    "“{name}” moves the lead by up to {swing}: each of its possible values is tried, and the largest change in the lead (first "
    "less second) is taken.",
)
MONEY = Text(
    "计划资金：{count} 项的下限相加 {low} 万元、上限相加 {high} 万元，说成 {about}。",
    "Money for the plan, {count} {count:measure|measures}: the lower ends add up to {low} and the upper ends to {high} (in units of 10,000 yuan), given as {about}.",
)
