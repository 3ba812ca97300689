"""Structural mutants of a pack: each takes away or turns round one thing that a scenario should notice.

A blocker, a necessary precondition or a necessary step is dropped; an operator is flipped (a comparison, is and is not,
all and any); a threshold is moved a fifth up or down; the best and the worst answer of a criterion change places. What
decides nothing by itself (a precondition or step that is not necessary) is not dropped, but its condition is mutated.
"""

from collections.abc import Iterator
from typing import NamedTuple

from zjtx_cli.authoring.sites import BLOCKER, PRECONDITION, STEP, Site, sites, with_playbook
from zjtx_cli.files.pack_lines import Path
from zjtx_cli.model.bench import DROPPED, FLIPPED, MOVED, SWAPPED
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Is, Not
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Criterion, Playbook, Worth
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.text import Text

FIFTH = 0.2

_DROPPED = Text("去掉", "dropped")
_TO = Text("{old} 改为 {new}", "{old} becomes {new}")
_NOT = Text("是 改为 不是", "is becomes is not")
_UNNEGATED = Text("去掉“不是”", "not is dropped")
_ALL = Text("全部 改为 任一", "all becomes any")
_ANY = Text("任一 改为 全部", "any becomes all")
_SWAPPED = Text("最好与最差的取值互换", "best and worst change places")

_OPPOSITE = {"at_least": "below", "below": "at_least", "at_most": "above", "above": "at_most"}


class Mutant(NamedTuple):
    """`site` is set where a condition was changed or dropped, `criterion` (with its playbook) where a value was."""

    id: str
    kind: str
    what: Text
    path: Path
    pack: Pack
    site: Site | None = None
    condition: Condition | None = None
    playbook: str | None = None
    criterion: Criterion | None = None


def mutants(pack: Pack) -> Iterator[Mutant]:
    for site in sites(pack):
        yield from _of_site(site, pack)
    for playbook in pack.playbooks.values():
        for number, criterion in enumerate(playbook.criteria):
            yield _swapped(pack, playbook, number, criterion)
    yield from _of_lines(pack)


def _of_site(site: Site, pack: Pack) -> Iterator[Mutant]:
    start = ".".join(map(str, site.path))
    if _decides(site, pack):
        name = ".".join(map(str, site.path[:-1]))
        yield Mutant(f"{name}:dropped", DROPPED, _DROPPED, site.path[:-1], site.within(None), site)
    for kind, what, steps, condition in _variants(site.condition, pack):
        path = (*site.path, *steps)
        name = ".".join((start, *map(str, steps)))
        yield Mutant(f"{name}:{what.en}", kind, what, path, site.within(condition), site, condition)


def _decides(site: Site, pack: Pack) -> bool:
    """Whether it is a blocker, or a necessary precondition or step."""
    if site.kind == BLOCKER:
        return True
    if site.kind not in (PRECONDITION, STEP) or site.playbook is None:
        return False
    playbook = pack.playbooks[site.playbook]
    parts = playbook.preconditions if site.kind == PRECONDITION else playbook.mechanism
    return next(part.necessary for part in parts if part.id == site.name)


Variant = tuple[str, Text, tuple[str | int, ...], Condition]


def _variants(condition: Condition, pack: Pack) -> Iterator[Variant]:
    """Every condition that differs in one operator or threshold, with the way to it."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            every = isinstance(condition, AllOf)
            key, make = ("all", AllOf) if every else ("any", AnyOf)
            if len(parts) > 1:
                yield FLIPPED, _ALL if every else _ANY, (key,), AnyOf(parts) if every else AllOf(parts)
            for number, part in enumerate(parts):
                for kind, what, steps, new in _variants(part, pack):
                    changed = (*parts[:number], new, *parts[number + 1 :])
                    yield kind, what, (key, number, *steps), make(changed)
        case Not(part):
            yield FLIPPED, _UNNEGATED, ("not",), part
            for kind, what, steps, new in _variants(part, pack):
                if new != Not(part):  # twice not: the same as none
                    yield kind, what, ("not", *steps), Not(new)
        case Is():
            yield FLIPPED, _NOT, ("is",), Not(condition)
        case Compare():
            yield from _of_compare(condition, pack)


def _of_compare(one: Compare, pack: Pack) -> Iterator[Variant]:
    new = _OPPOSITE[one.relation]
    yield FLIPPED, _TO.format(old=one.relation, new=new), (one.relation,), Compare(one.question, new, one.threshold)
    question = pack.questions[one.question]
    step = max(abs(one.threshold) * FIFTH, (question.high - question.low) / 100)
    for moved in (one.threshold - step, one.threshold + step):
        at = float(round(moved)) if question.whole or step >= 1 else round(moved, 6)
        if question.whole and at == one.threshold:
            at = one.threshold + (1 if moved > one.threshold else -1)
        if question.low <= at <= question.high:
            what = _TO.format(old=show_figure(one.threshold), new=show_figure(at))
            yield MOVED, what, (one.relation,), Compare(one.question, one.relation, at)


def _swapped(pack: Pack, playbook: Playbook, number: int, criterion: Criterion) -> Mutant:
    options = {name: Worth(_turned(worth.value), worth.because) for name, worth in criterion.options.items()}
    points = tuple((at, _turned(value)) for at, value in criterion.points)
    new = criterion._replace(options=options, points=points)
    criteria = (*playbook.criteria[:number], new, *playbook.criteria[number + 1 :])
    field = "points" if points else "values"
    path = (playbook.id, "criteria", criterion.question, field)
    changed = with_playbook(pack, playbook._replace(criteria=criteria))
    name = ".".join(path)
    return Mutant(f"{name}:swapped", SWAPPED, _SWAPPED, path, changed, None, None, playbook.id, new)


def _turned(value: float) -> float:
    """The best becomes the worst and the worst the best; what lies between stays."""
    return 1.0 - value if value in (0.0, 1.0) else value


def _of_lines(pack: Pack) -> Iterator[Mutant]:
    """The lines that the judgement draws, each a fifth up and down. The weight cap is one of form and judges nothing."""
    for name in pack.thresholds._fields:
        now = getattr(pack.thresholds, name)
        if name == "weight_cap" or now is None:
            continue
        counts = name.endswith("_at_most")
        step = 1 if counts else now * FIFTH
        for moved in (now - step, now + step):
            if counts and moved < 1:  # no pack may say so
                continue
            what = _TO.format(old=show_figure(now), new=show_figure(moved))
            path = ("pack", "thresholds", name, "value")
            changed = pack._replace(thresholds=pack.thresholds._replace(**{name: moved}))
            yield Mutant(f"pack.thresholds.{name}:{what.en}", MOVED, what, path, changed)
