"""What a comparison of two packs found, for people and for machines."""

import json
from collections.abc import Iterator
from typing import Any

from zjtx_cli.cli import show
from zjtx_cli.cli.check_results import junit
from zjtx_cli.errors import Location, Problem
from zjtx_cli.model.change import ADDED, CHANGED, REMOVED, CityChange, Decision, Edit, PackChange
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language, Text, same

_EDITS = Text(
    "{old} {before} → {new} {after}：改动 {count} 处（其中文字 {prose} 处）",
    "{old} {before} → {new} {after}: {count} edits ({prose} of them prose)",
)
_NONE = Text("没有结论改变（比较了 {compared} 个城市）", "0 decisions change ({compared} cities compared)")
_SOME = Text(
    "{count} 个城市的建议改变（比较了 {compared} 个）", "the advice of {count} cities changes ({compared} compared)"
)
_VERDICT = Text("  结论：{before} → {after}", "  verdict: {before} → {after}")
_STRENGTH = Text("  {playbook}：{before} → {after}", "  {playbook}: {before} → {after}")
_IN = Text("  计划新增：{which}", "  new in the plan: {which}")
_OUT = Text("  计划去掉：{which}", "  out of the plan: {which}")
_CAUSE = Text("  原因：{where}: {path}{what}", "  cause: {where}: {path}{what}")
_TOGETHER = Text("  以下改动合起来才改变结论：", "  these edits change it only together:")
_UNCLEAR = Text("  没有找到单独的原因", "  no cause was found by itself")
_WHAT = {
    CHANGED: Text("：{old} → {new}", ": {old} → {new}"),
    ADDED: Text("：新增 {new}", ": added {new}"),
    REMOVED: Text("：删去 {old}", ": removed {old}"),
}
_SKIPPED = Text("没有比较 {city}：{because}", "{city} was not compared: {because}")


def as_text(found: PackChange, old: Pack, new: Pack, language: Language) -> str:
    return "\n".join(one.to(language) for one in _lines(found, old, new))


def as_github(found: PackChange, old: Pack, new: Pack, language: Language) -> str:
    """A warning at each edited line that changes advice (or without a place where none does by itself), then how many change."""
    told = tuple(
        Problem(where, "decision", _in_one(one), "warning")
        for one in found.changed
        for where in dict.fromkeys(cause.where for cause in one.causes) or [Location("")]
    )
    annotations = [show.problems_as_github(told, language)] if told else []
    return "\n".join([*annotations, *(one.to(language) for one in (*_head(found, old, new), *_skipped(found)))])


def as_junit(found: PackChange, _: Pack, __: Pack, language: Language) -> str:
    """A failed case for each city whose advice changes."""
    cases = [(one.city, "decision", _in_one(one).to(language)) for one in found.changed]
    return junit("zjtx playbooks diff", cases or [(_counted(found).to(language), "", "")])


def as_json(found: PackChange, old: Pack, new: Pack) -> str:
    content = {
        "schema": "zjtx.diff/1",
        "old": {"name": old.name, "version": old.version},
        "new": {"name": new.name, "version": new.version},
        "edits": [_edit(one) for one in found.edits],
        "compared": found.compared,
        "changed": [
            {
                "city": one.city,
                "before": _decision(one.before),
                "after": _decision(one.after),
                "causes": [_edit(cause) for cause in one.causes],
                "together": one.together,
            }
            for one in found.changed
        ],
        "skipped": [
            {"city": one.city, "because": {"zh": one.because.zh, "en": one.because.en}} for one in found.skipped
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)


def _lines(found: PackChange, old: Pack, new: Pack) -> Iterator[Text]:
    yield from _head(found, old, new)
    for one in found.changed:
        yield same(one.city)
        yield from _of_city(one)
    yield from _skipped(found)


def _head(found: PackChange, old: Pack, new: Pack) -> Iterator[Text]:
    prose = sum(one.prose for one in found.edits)
    yield _EDITS.format(
        old=old.name, before=old.version, new=new.name, after=new.version, count=len(found.edits), prose=prose
    )
    yield _counted(found)


def _skipped(found: PackChange) -> Iterator[Text]:
    yield from (_SKIPPED.format(city=one.city, because=one.because) for one in found.skipped)


def _counted(found: PackChange) -> Text:
    return (_SOME if found.changed else _NONE).format(count=len(found.changed), compared=found.compared)


def _in_one(one: CityChange) -> Text:
    """The city, what changes and why, in one message."""
    lines = [same(one.city), *_of_city(one)]
    return Text(*("; ".join(line[side].strip() for line in lines) for side in (0, 1)))


def _of_city(one: CityChange) -> Iterator[Text]:
    before, after = one.before, one.after
    if (before.status, before.first) != (after.status, after.first):
        yield _VERDICT.format(before=_verdict(before), after=_verdict(after))
    strengths = dict(before.strengths), dict(after.strengths)
    for playbook in sorted({*strengths[0], *strengths[1]}):
        then, now = (held.get(playbook, "–") for held in strengths)
        if then != now:
            yield _STRENGTH.format(playbook=playbook, before=then, after=now)
    for template, more, less in ((_IN, after, before), (_OUT, before, after)):
        if which := [measure for measure in more.planned if measure not in less.planned]:
            yield template.format(which=", ".join(which))
    if not one.causes:
        yield _UNCLEAR
    elif one.together and len(one.causes) > 1:
        yield _TOGETHER
    for cause in one.causes:
        what = _WHAT[cause.kind].format(old=cause.old, new=cause.new)
        yield _CAUSE.format(where=cause.where, path=" › ".join(cause.path), what=what)


def _verdict(one: Decision) -> str:
    return f"{one.status} ({one.first or '–'})"


def _decision(one: Decision) -> dict[str, Any]:
    return {
        "status": one.status,
        "first": one.first,
        "strengths": dict(one.strengths),
        "planned": list(one.planned),
    }


def _edit(one: Edit) -> dict[str, Any]:
    return {
        "file": one.where.file,
        "line": one.where.line,
        "column": one.where.column,
        "kind": one.kind,
        "path": list(one.path),
        "old": one.old,
        "new": one.new,
        "prose": one.prose,
    }
