"""Which lines of a pack were edited, and the content with only some of the edits made."""

import copy
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from zjtx_cli.errors import Location
from zjtx_cli.files.located import Node, shortened
from zjtx_cli.files.references import Documents
from zjtx_cli.model.change import ADDED, CHANGED, REMOVED, Edit

_SIDES = {"zh", "en", "official"}
_PROSE_FILES = ("claims",)
_PROSE_KEYS = {
    "pack": {
        "name",
        "version",
        "title",
        "primer",
        "cautions",
        "doing_nothing",
        "procedures",
        "procedure_rules",
        "schema_version",
    },
    "questions": {"sections", "offices", "tensions"},
}
_PROSE_OF = {
    "questions": {"section", "nature", "typical", "delicate", "renamed_from", "exclusive"},
    "criteria": {"claims"},
    "preconditions": {"claims"},
    "blockers": {"claims"},
    "mechanism": {"claims"},
    "measures": {"lead", "partners", "first_hundred", "procedures", "claims", "basis", "kpis", "authority"},
}
"""What no decision looks at beside texts. What is not named here is tried, so nothing can be missed by it."""


def edits(old: Documents, new: Documents) -> tuple[Edit, ...]:
    """Every edit between two packs, in the order of the new one's lines."""
    return tuple(sorted(_of_mappings(_whole(old), _whole(new), ()), key=lambda one: (one.where, one.path)))


def with_edits(old: Mapping[str, Any], new: Mapping[str, Any], chosen: Iterable[Edit]) -> dict[str, Any]:
    """The old content with only these edits made."""
    content: dict[str, Any] = copy.deepcopy(dict(old))
    for edit in chosen:
        _make(content, new, edit)
    return content


def _whole(documents: Documents) -> Node:
    start = Location("")
    playbooks = Node(dict(documents.playbooks), start, {name: one.where for name, one in documents.playbooks.items()})
    parts = {name: getattr(documents, name) for name in ("pack", "questions", "claims", "instruments")}
    return Node({**parts, "playbooks": playbooks}, start, {name: one.where for name, one in parts.items()})


def _of_mappings(old: Node, new: Node, path: tuple[str, ...]) -> Iterator[Edit]:
    for key, held in new.value.items():
        if key not in old.value:
            yield _edit(ADDED, (*path, key), (new.keys or {}).get(key, held.where), None, held)
        else:
            yield from _between(old.value[key], held, (*path, key))
    for key, held in old.value.items():
        if key not in new.value:
            yield _edit(REMOVED, (*path, key), (old.keys or {}).get(key, held.where), held, None)


def _between(old: Node, new: Node, path: tuple[str, ...]) -> Iterator[Edit]:
    before, after = old.plain(), new.plain()
    if before == after and type(before) is type(after):
        return
    if isinstance(before, dict) and isinstance(after, dict) and _comparable(before, after):
        yield from _of_mappings(old, new, path)
        return
    names = _names(old), _names(new)
    if None in names:
        yield _edit(CHANGED, path, new.where, old, new)
        return
    olds, news = (
        dict(zip(found or [], node.value, strict=True)) for found, node in zip(names, (old, new), strict=True)
    )
    kept = [name for name in news if name in olds]
    if kept != [name for name in olds if name in news]:  # an order was changed, and order may matter
        yield _edit(CHANGED, path, new.where, old, new)
        return
    yield from _of_mappings(Node(olds, old.where), Node(news, new.where), path)


def _comparable(before: dict[str, Any], after: dict[str, Any]) -> bool:
    """A condition of another kind is another condition, and no edit inside one."""
    kinds = [{"is", "at_least", "at_most", "above", "below", "all", "any", "not"} & set(one) for one in (before, after)]
    return kinds[0] == kinds[1]


def _names(node: Node) -> list[str] | None:
    """What the entries of a list are called, or None where it is no list of things with a name."""
    if not isinstance(node.value, list) or not all(isinstance(one.value, dict) for one in node.value):
        return None
    for key in ("id", "question", "with"):
        found = [one.value[key].value for one in node.value if key in one.value]
        if found and len(found) == len(node.value) == len(set(found)):
            return found
    return None


def _edit(kind: str, path: tuple[str, ...], where: Location, old: Node | None, new: Node | None) -> Edit:
    return Edit(where, kind, path, _shown(old), _shown(new), _is_prose(path, old, new))


def _shown(node: Node | None) -> str:
    if node is None:
        return ""
    plain = node.plain()
    if isinstance(plain, dict):
        return shortened(str(plain.get("id") or plain.get("question") or _flat(plain)))
    return shortened(_flat(plain))


def _flat(plain: Any) -> str:
    if isinstance(plain, dict):
        return "{" + ", ".join(f"{key}: {_flat(value)}" for key, value in plain.items()) + "}"
    if isinstance(plain, list):
        return "[" + ", ".join(map(_flat, plain)) + "]"
    return str(plain).lower() if isinstance(plain, bool) else str(plain)


def _is_prose(path: tuple[str, ...], old: Node | None, new: Node | None) -> bool:
    if path[0] in _PROSE_FILES or any(step in _SIDES for step in path):
        return True
    if len(path) > 1 and path[1] in _PROSE_KEYS.get(path[0], ()):
        return True
    if any(node is not None and isinstance(node.value, dict) and set(node.value) <= _SIDES for node in (old, new)):
        return True  # a text that was added or removed
    inside = path[2:] if path[0] == "playbooks" else path[1:]
    if path[0] == "playbooks" and len(inside) >= 1 and inside[0] in ("background", "since", "failed_where", "lever"):
        return True
    return len(inside) >= 3 and inside[2] in _PROSE_OF.get(inside[0], ())


def _make(content: dict[str, Any], new: Mapping[str, Any], edit: Edit) -> None:
    """Take what stands at the edit's path in the new content over into `content`."""
    holder: Any = content
    for step in edit.path[:-1]:
        holder = _step(holder, step)
    key = edit.path[-1]
    if edit.kind == REMOVED:
        _drop(holder, key)
        return
    source: Any = new
    for step in edit.path[:-1]:
        source = _step(source, step)
    value = copy.deepcopy(_step(source, key))
    if not isinstance(holder, list):
        holder[key] = value
    elif edit.kind == CHANGED:
        holder[_place(holder, key)] = value
    else:
        holder.insert(_behind(holder, source, key), value)


def _step(holder: Any, step: str) -> Any:
    return holder[_place(holder, step)] if isinstance(holder, list) else holder[step]


def _place(entries: list[Any], name: str) -> int:
    return next(index for index, one in enumerate(entries) if name in _called(one))


def _called(entry: Any) -> list[Any]:
    return [entry[key] for key in ("id", "question", "with") if key in entry][:1]


def _drop(holder: Any, key: str) -> None:
    if isinstance(holder, list):
        del holder[_place(holder, key)]
    else:
        del holder[key]


def _behind(entries: list[Any], source: list[Any], name: str) -> int:
    """Where a new entry goes: behind the last one before it that is already there."""
    there = [called for one in entries for called in _called(one)]
    before = [called for one in source[: _place(source, name)] for called in _called(one) if called in there]
    return there.index(before[-1]) + 1 if before else 0
