"""Conditions that decide nothing: never or always true, written twice, or covered by another one."""

from collections.abc import Iterator, Sequence

from zjtx_cli.authoring import sites as at
from zjtx_cli.authoring.reach import Questions, can_hold
from zjtx_cli.authoring.sites import Site
from zjtx_cli.errors import Problem
from zjtx_cli.files.pack_lines import Path, Places
from zjtx_cli.model.condition import AllOf, AnyOf, Condition, Not
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_UNREACHED = Text("这个问题永远不会被问到", "this question is never asked")
_NEVER = Text("这个条件永远不会成立", "this condition can never hold")
_ALWAYS = Text("这个条件总是成立，等于没写", "this condition always holds, so it says nothing")
_TWICE = Text("与“{other}”的条件相同，只留一处", "has the same condition as “{other}”; keep one")
_TWICE_INSIDE = Text("同一个条件写了两次", "the same condition stands twice")
_SHADOWED = Text(
    "它成立时“{other}”也已成立，这一条永远不单独起作用",
    "whenever it holds “{other}” holds too, so it never decides by itself",
)
_PART_SHADOWED = Text(
    "有旁边的条件在，这一部分改变不了结果", "with the condition beside it this part can change nothing"
)

_LISTS = ((at.BLOCKER, True), (at.PRECONDITION, False), (at.STEP, False), (at.TENSION, False))
"""Lists in which the same condition twice is a slip; in the first also one that another covers."""


def conditions(pack: Pack, places: Places) -> Iterator[Problem]:
    found = list(at.sites(pack))
    for site in found:
        yield from _constant(site, pack.questions, places)
        yield from _inside(site.condition, site.path, pack.questions, places)
    for kind, covered in _LISTS:
        for playbook in (*pack.playbooks, None):
            held = [site for site in found if site.kind == kind and site.playbook == playbook]
            yield from _beside(held, pack.questions, places, covered=covered)


def _constant(site: Site, questions: Questions, places: Places) -> Iterator[Problem]:
    where = places(site.path)
    if not can_hold(site.condition, questions):
        rule, message = {
            at.BRANCH: ("unreached-question", _UNREACHED),
            at.BLOCKER: ("impossible-blocker", _NEVER),
        }.get(site.kind, ("impossible-condition", _NEVER))
        yield Problem(where, rule, message)
    elif not can_hold(site.condition, questions, wanted=False):
        yield Problem(where, "empty-condition", _ALWAYS, "warning")


def _inside(condition: Condition, path: Path, questions: Questions, places: Places) -> Iterator[Problem]:
    """Parts of all and any that are double, or that another part makes needless."""
    match condition:
        case Not(part):
            yield from _inside(part, (*path, "not"), questions, places)
        case AllOf(parts) | AnyOf(parts):
            key = "all" if isinstance(condition, AllOf) else "any"
            for number, part in enumerate(parts):
                where = (*path, key, number)
                yield from _inside(part, where, questions, places)
                if part in parts[:number]:
                    yield Problem(places(where), "duplicate-condition", _TWICE_INSIDE)
                elif any(_needless(part, other, key, questions) for other in parts if other != part):
                    yield Problem(places(where), "shadowed-condition", _PART_SHADOWED)
        case _:
            return


def _needless(part: Condition, other: Condition, key: str, questions: Questions) -> bool:
    """In any: whenever the part holds the other does. In all: whenever the other holds the part does."""
    narrow, wide = (part, other) if key == "any" else (other, part)
    same = _implies(wide, narrow, questions)
    return not same and can_hold(narrow, questions) and _implies(narrow, wide, questions)


def _beside(found: Sequence[Site], questions: Questions, places: Places, *, covered: bool) -> Iterator[Problem]:
    for number, site in enumerate(found):
        twin = next((other for other in found[:number] if other.condition == site.condition), None)
        if twin is not None:
            yield Problem(places(site.path), "duplicate-condition", _TWICE.format(other=twin.name))
            continue
        if not covered or not can_hold(site.condition, questions):
            continue
        for other in found:
            if other.condition != site.condition and _implies(site.condition, other.condition, questions):
                yield Problem(places(site.path), "shadowed-condition", _SHADOWED.format(other=other.name))
                break


def _implies(one: Condition, other: Condition, questions: Questions) -> bool:
    return not can_hold(AllOf((one, Not(other))), questions)
