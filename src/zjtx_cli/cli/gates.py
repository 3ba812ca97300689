"""Gates for pipelines: what turns exit code 0 into 1, in every command that gives advice."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated

import typer

from zjtx_cli.model.advice import Judgement
from zjtx_cli.text import Text


class Condition(StrEnum):
    """What `--fail-on` takes."""

    NO_FIT = "no-fit"
    UNDECIDED = "undecided"
    UNSTABLE = "unstable"
    INCOMPLETE = "incomplete"
    WARNING = "warning"


FailOn = Annotated[
    list[Condition] | None,
    typer.Option(
        "--fail-on",
        help="关口：以下情况返回 1，可写多次 · gate, exit code 1 where: "
        "no-fit 没有一个模式合适 (no model fits); undecided 分不出先后 (the verdict is undecided); "
        "unstable 某一权重 ½–2 倍就换第一 (a factor of ½ to 2 on one weight changes the first choice); "
        "incomplete 该问的没有答 (a reachable question was not asked); "
        "warning 有提醒：答案不计、相互矛盾、部门说法不一 (answers set aside, at odds, or offices that differ)",
    ),
]
Strict = Annotated[
    bool,
    typer.Option(
        "--strict", help="该问的没有答就不给建议，返回 4 · a reachable question not asked: no advice, exit code 4"
    ),
]

MISSING = Text(
    "还有 {count} 个问题没有回答（--strict）：{which}。请补在文件里，或用 --set 问题=答案；不清楚写 unknown",
    "{count} questions are not answered (--strict): {which}. Add them to the file or use --set ID=VALUE; unknown is allowed",
)
GATE = Text("未通过关口 --fail-on {which}", "the gate --fail-on {which} did not hold")
UNSTABLE_WITHOUT = Text(
    "--fail-on unstable 需要计算稳健性，{how}",
    "--fail-on unstable needs the robustness figures; {how}",
)


def fails(gate: Condition, judgements: Sequence[Judgement], *, warned: bool = False) -> bool:
    """Whether a gate does not hold; `warned` where offices differ."""
    match gate:
        case Condition.NO_FIT:
            return any(one.verdict.status == "none" for one in judgements)
        case Condition.UNDECIDED:
            return any(one.verdict.status == "undecided" for one in judgements)
        case Condition.INCOMPLETE:
            return any(one.missing for one in judgements)
        case Condition.WARNING:
            return warned or any(one.set_aside or one.tensions for one in judgements)
        case Condition.UNSTABLE:
            return any(one.robustness is not None and not one.robustness.stable.weights for one in judgements)
