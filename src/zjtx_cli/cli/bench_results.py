"""Coverage and mutation of a pack, for people and for machines."""

from collections.abc import Iterator
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.model.bench import (
    BLOCKER,
    CONDITION,
    CRITERION,
    DROPPED,
    FLIPPED,
    MEASURE,
    MOVED,
    OPTION,
    SWAPPED,
    Coverage,
    Mutated,
    Mutation,
    Unit,
    Weight,
)
from zjtx_cli.text import Text, same

_COVERED = Text(
    "覆盖率 {share}（{exercised}/{all}；其中真实城市 {real}）",
    "coverage {share} ({exercised} of {all}; by real cities {real})",
)
_OF_KIND = Text("  {kind}：{exercised}/{all}", "  {kind}: {exercised} of {all}")
_KINDS = {
    OPTION: Text("选项", "options"),
    CRITERION: Text("标准", "criteria"),
    CONDITION: Text("条件", "conditions"),
    BLOCKER: Text("禁行条件", "blockers"),
    MEASURE: Text("措施", "measures"),
    DROPPED: Text("去掉的", "dropped"),
    FLIPPED: Text("反转的", "flipped"),
    SWAPPED: Text("互换的", "swapped"),
    MOVED: Text("挪动的", "moved"),
}
_MISSING = Text("{where}: 没有场景检验：{name} {way}", "{where}: no scenario exercises {name}: {way}")
_KILLED = Text(
    "变异 {all} 个，场景察觉 {killed} 个（{share}）；仅凭真实城市察觉 {real} 个（{real_share}）",
    "{all} mutants, {killed} noticed ({share}); by real cities alone {real} ({real_share})",
)
_SURVIVOR = Text("{where}: 没有场景察觉：{id}（{what}）{because}", "{where}: not noticed: {id} ({what}){because}")
_BECAUSE = Text("——可以接受：{because}", " - accepted: {because}")
_STALE = Text("已不是幸存者，请从清单删去：{id}", "no survivor any more, take it off the list: {id}")
_PLACED = same("{where}: {what}")
_NOT_NOTICED = Text("没有场景察觉：{id}（{what}）", "not noticed: {id} ({what})")
_NOT_EXERCISED = Text("没有场景检验：{name} {way}", "no scenario exercises {name}: {way}")
_WEIGHTS = Text(
    "权重增减两成会改变结论的真实城市：{count} 项权重",
    "weights of which a fifth less or more changes a real city's outcome: {count}",
)
_WEIGHT = Text(
    "  {where}: {playbook}/{question}：减 {less}；增 {more}",
    "  {where}: {playbook}/{question}: less {less}; more {more}",
)


def coverage_lines(found: Coverage) -> Iterator[Text]:
    exercised = [one for one in found.units if one.exercised]
    yield _COVERED.format(
        share=percent(found.share),
        exercised=len(exercised),
        all=len(found.units),
        real=sum(one.real for one in found.units),
    )
    for kind in (OPTION, CRITERION, CONDITION, BLOCKER, MEASURE):
        units = [one for one in found.units if one.kind == kind]
        yield _OF_KIND.format(kind=_KINDS[kind], exercised=sum(one.exercised for one in units), all=len(units))
    yield from (
        _MISSING.format(where=one.where, name=one.name, way=one.way) for one in found.units if not one.exercised
    )


def mutation_lines(found: Mutation) -> Iterator[Text]:
    killed = [one for one in found.mutants if one.killed]
    yield _KILLED.format(
        all=len(found.mutants),
        killed=len(killed),
        share=percent(found.rate),
        real=sum(one.real for one in found.mutants),
        real_share=percent(found.real_rate),
    )
    for kind in (DROPPED, FLIPPED, SWAPPED, MOVED):
        mutants = [one for one in found.mutants if one.kind == kind]
        yield _OF_KIND.format(kind=_KINDS[kind], exercised=sum(one.killed for one in mutants), all=len(mutants))
    for one in found.mutants:
        if not one.killed:
            because = _BECAUSE.format(because=one.accepted) if one.accepted else Text("", "")
            yield _SURVIVOR.format(where=one.where, id=one.id, what=one.what, because=because)
    yield from (_PLACED.format(where=where, what=_STALE.format(id=name)) for name, where in found.stale)
    yield _WEIGHTS.format(count=len(found.weights))
    for weight in found.weights:
        yield _WEIGHT.format(
            where=weight.where,
            playbook=weight.playbook,
            question=weight.question,
            less=", ".join(weight.less) or "–",
            more=", ".join(weight.more) or "–",
        )


def warnings(found: Mutation) -> Iterator[Problem]:
    """Survivors without a reason, and reasons that nothing needs any more."""
    for one in found.unexplained:
        yield Problem(one.where, "survivor", _NOT_NOTICED.format(id=one.id, what=one.what), "warning")
    for name, where in found.stale:
        yield Problem(where, "stale-survivor", _STALE.format(id=name), "warning")


def gaps(found: Coverage) -> Iterator[Problem]:
    """What no scenario exercises."""
    for one in found.units:
        if not one.exercised:
            yield Problem(one.where, "coverage", _NOT_EXERCISED.format(name=one.name, way=one.way), "notice")


def summary_lines(covered: Coverage | None, mutated: Mutation | None) -> Iterator[Text]:
    """The two figures, without what is behind them."""
    if covered is not None:
        yield next(coverage_lines(covered))
    if mutated is not None:
        yield next(mutation_lines(mutated))


def percent(share: float) -> str:
    """With one place, rounded down: what is short of a line is never shown as being on it."""
    return f"{int(share * 1000 + 1e-9) / 10:.1f}%"


def coverage_json(found: Coverage) -> dict[str, Any]:
    return {"share": round(found.share, 6), "units": [_unit(one) for one in found.units]}


def mutation_json(found: Mutation) -> dict[str, Any]:
    return {
        "rate": round(found.rate, 6),
        "real_rate": round(found.real_rate, 6),
        "mutants": [_mutant(one) for one in found.mutants],
        "weights": [_weight(one) for one in found.weights],
        "stale": [name for name, _ in found.stale],
    }


def _unit(one: Unit) -> dict[str, Any]:
    way = _text(one.way)
    return {
        "kind": one.kind,
        "name": one.name,
        "way": way,
        **_place(one.where),
        "real": one.real,
        "made_up": one.made_up,
    }


def _mutant(one: Mutated) -> dict[str, Any]:
    return {
        "id": one.id,
        "kind": one.kind,
        "what": _text(one.what),
        **_place(one.where),
        "real": one.real,
        "made_up": one.made_up,
        "accepted": _text(one.accepted) if one.accepted else None,
    }


def _weight(one: Weight) -> dict[str, Any]:
    moved = {"less": list(one.less), "more": list(one.more)}
    return {"playbook": one.playbook, "question": one.question, **_place(one.where), **moved}


def _place(where: Location) -> dict[str, Any]:
    return {"file": where.file, "line": where.line, "column": where.column}


def _text(words: Text) -> dict[str, str]:
    return {"zh": words.zh, "en": words.en}
