"""What a scenario expects: names that must exist in the pack, and the expectation itself."""

from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.complaints import hint
from zjtx_cli.files.located import Node
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Blocker, Playbook, Precondition, Step
from zjtx_cli.model.scenario import Expectation
from zjtx_cli.text import Text

_UNKNOWN = {
    "playbook": Text("没有叫“{name}”的模式{hint}", "there is no playbook “{name}”{hint}"),
    "measure": Text(
        "没有叫“{name}”的措施（写作 模式/措施）{hint}", "there is no measure “{name}” (written playbook/measure){hint}"
    ),
    "part": Text(
        "没有叫“{name}”的禁行条件、前提或环节（写作 模式/名称）{hint}",
        "there is no blocker, precondition or step “{name}” (written playbook/name){hint}",
    ),
    "group": Text("没有叫“{name}”的企业类别{hint}", "there is no group of firms “{name}”{hint}"),
    "question": Text("没有叫“{name}”的问题{hint}", "there is no question “{name}”{hint}"),
    "tension": Text("没有叫“{name}”的矛盾提示{hint}", "there is no tension “{name}”{hint}"),
}


def expectation(plain: dict[str, Any]) -> Expectation:
    lists: dict[str, Any] = {key: tuple(plain.get(key, ())) for key in Expectation._fields}
    strength = tuple(sorted(plain.get("strength", {}).items()))
    return Expectation(**{**lists, "strength": strength, "status": plain.get("status"), "first": plain.get("first")})


def unknown_names(node: Node, pack: Pack) -> list[Problem]:
    """Every name in an expectation that the pack does not know."""
    return [
        Problem(where, f"unknown-{what}", _UNKNOWN[what].format(name=name, hint=hint(name, known)))
        for what, keys, known in _named(pack)
        for key in keys
        for name, where in _held(node, key)
        if name not in known
    ]


def unknown_playbooks(node: Node, pack: Pack) -> list[Problem]:
    """The playbooks that a scenario says it is the original case of, and that its place followed."""
    held = [*_held(node, "original_of")]
    held += _held(node.value["place"], "followed") if "place" in node.value else []
    known = list(pack.playbooks)
    message = _UNKNOWN["playbook"]
    return [
        Problem(where, "unknown-playbook", message.format(name=name, hint=hint(name, known)))
        for name, where in held
        if name not in known
    ]


def parts_of(playbook: Playbook) -> tuple[Precondition | Blocker | Step, ...]:
    """What of a playbook holds or fails in a city."""
    return (*playbook.preconditions, *playbook.blockers, *playbook.mechanism)


def _named(pack: Pack) -> list[tuple[str, tuple[str, ...], list[str]]]:
    parts = [f"{playbook.id}/{part.id}" for playbook in pack.playbooks.values() for part in parts_of(playbook)]
    return [
        ("playbook", ("first", "among", "never", "blocked", "strength", "considered", "barred"), list(pack.playbooks)),
        ("measure", ("planned", "not_planned", "left_out"), _measures(pack)),
        ("part", ("holds", "fails"), parts),
        ("group", ("present", "absent"), [one.id for one in pack.groups]),
        ("question", ("asked", "not_asked"), list(pack.questions)),
        ("tension", ("tensions", "no_tensions"), [one.id for one in pack.tensions]),
    ]


def _held(node: Node, key: str) -> list[tuple[str, Location]]:
    if key not in node.value:
        return []
    held = node.value[key]
    if isinstance(held.value, dict):
        return [(name, (held.keys or {})[name]) for name in held.value]
    listed = held.value if isinstance(held.value, list) else [held]
    return [(one.value, one.where) for one in listed if one.value is not None]


def _measures(pack: Pack) -> list[str]:
    return [f"{playbook.id}/{measure.id}" for playbook in pack.playbooks.values() for measure in playbook.measures]
