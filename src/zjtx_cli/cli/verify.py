"""zjtx verify: does an advice that was kept still hold."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import ExitCode, InvalidContent
from zjtx_cli.text import Language, Text, joined, same

if TYPE_CHECKING:
    from zjtx_cli.report.record_json import Difference, PackChange

VERIFY_HELP = (
    "复算一份存下的建议 · Recompute a JSON advice from its own answers and say whether it still holds.\n\n"
    "例 · example:  zjtx verify advice.json\n\n"
    "不比较 · not compared: conflicts, set_aside（来自各部门的原始文件 · they come from the files of single offices）。"
    "不符时退出码为 1 · exit code 1 where it differs."
)


class VerifyFormat(StrEnum):
    TEXT = "text"
    JSON = "json"


_MOST = 20
_HOLDS = Text("复算一致：{city} 的建议仍然成立", "the same again: the advice for {city} still holds")
_DIFFERS = Text("与记录不符：{city}，{count} 处", "not the same: {city}, {count} members differ")

_MORE = Text("……另有 {count} 处（--format json 列出全部）", "… and {count} more (--format json lists all)")
_SAME_PACK = Text("模式库没有变（{version}）", "the playbooks have not changed ({version})")
_PACK = Text("模式库有变（{then} → {now}）：{files}", "the playbooks have changed ({then} → {now}): {files}")
_CHANGED = Text("改动 {names}", "changed {names}")
_ADDED = Text("新增 {names}", "added {names}")
_REMOVED = Text("删去 {names}", "removed {names}")
_NOT_TOLD = Text("记录没有分文件的指纹", "the record does not tell its files apart")
_TOOL = Text("程序版本：{then} → {now}", "program: {then} → {now}")
_MAYBE = Text(
    "记录里的答案按现在的问题读不通；可能是模式库变了，或记录被改过",
    "the answers of the record cannot be read with the questions of today: the playbooks changed, or the record did",
)


def verify(
    settings: Settings,
    record: Annotated[
        str, typer.Argument(metavar="RECORD.json|-", help="存下的 JSON 建议 · a JSON advice that was kept")
    ],
    format_: Annotated[
        VerifyFormat, typer.Option("--format", help="输出格式 · form of the result")
    ] = VerifyFormat.TEXT,
) -> None:
    from zjtx_cli.advisor.advising import advise
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.cli import show
    from zjtx_cli.cli.advise import even_chance
    from zjtx_cli.files.records import read_record
    from zjtx_cli.report import record_json, to_json

    pack = settings.pack()
    try:
        kept = read_record(record, pack)
    except InvalidContent as error:
        if any(one.rule != "record" for one in error.problems) and not settings.quiet:
            show.notice(_MAYBE, settings.language)
        raise
    advice = advise(Tables(pack), kept.cases, chance=even_chance if kept.robust else None)
    again = to_json.document(advice, pack)
    found = record_json.differences(kept.content, again)
    before = kept.content["playbooks"].get("files")
    change = record_json.pack_change(before, again["playbooks"]["files"]) if isinstance(before, dict) else None
    if format_ is VerifyFormat.JSON:
        show.result(record_json.render(kept.content, again, found, change))
    else:
        show.result("\n".join(_told(kept.content, again, found, change, settings.language)))
    if found:
        raise typer.Exit(ExitCode.GATE)


def _told(
    then: dict[str, Any],
    now: dict[str, Any],
    found: "list[Difference]",
    change: "PackChange | None",
    language: Language,
) -> list[str]:
    from zjtx_cli.report.record_json import brief

    head = _DIFFERS.format(city=now["city"], count=len(found)) if found else _HOLDS.format(city=now["city"])
    lines = [head, *_pack(then["playbooks"], now["playbooks"], change)]
    if then["tool"]["version"] != now["tool"]["version"]:
        lines.append(_TOOL.format(then=then["tool"]["version"], now=now["tool"]["version"]))
    shown = [line.to(language) for line in lines]
    shown += [f"  {one.path}: {brief(one.then)} → {brief(one.now)}" for one in found[:_MOST]]
    if len(found) > _MOST:
        shown.append("  " + _MORE.format(count=len(found) - _MOST).to(language))
    return shown


def _pack(then: dict[str, Any], now: dict[str, Any], change: "PackChange | None") -> list[Text]:
    if then["sha256"] == now["sha256"]:
        return [_SAME_PACK.format(version=now["version"])]
    if change is None:
        files = _NOT_TOLD
    else:
        kinds = zip((_CHANGED, _ADDED, _REMOVED), change, strict=True)
        files = joined([text.format(names=joined([same(one) for one in names])) for text, names in kinds if names])
    return [_PACK.format(then=then["version"], now=now["version"], files=files)]
