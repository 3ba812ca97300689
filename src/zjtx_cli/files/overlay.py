"""A pack of one's own over the built-in one: what it adds, what it says that it replaces, and what is in conflict."""

from collections.abc import Iterator, Mapping

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.complaints import hint
from zjtx_cli.files.located import Node
from zjtx_cli.files.references import Documents, items
from zjtx_cli.text import Text

_EXTENDS = Text(
    "只能扩展内置的“{name}”，不是“{given}”；要叠加两层，请把两层写在一个文件夹里",
    "a pack can extend the built-in “{name}” only, not “{given}”; two layers are written as one folder",
)
_CONFLICT = Text(
    "“{name}”在 {base} 中已有（{where}）；要替换请在 pack.yaml 的 replaces 中写 {key}，否则换个名字",
    "“{name}” is already in {base} ({where}); to replace it write {key} under replaces in pack.yaml, or take another name",
)
_NOTHING = Text("{base} 中没有 {key}，无从替换{hint}", "there is no {key} in {base}, so nothing to replace{hint}")
_NOT_THERE = Text("说了要替换 {key}，文件里却没有它", "{key} is to be replaced, and no file brings another")

_LISTS = {
    "pack": ("groups", "phases", "procedures", "procedure_rules", "primer"),
    "questions": ("sections", "offices", "questions", "tensions"),
    "claims": ("claims", "sources"),
    "instruments": ("instruments",),
}
_PLAIN = ("as_of", "title", "fiscal_question", "land", "doing_nothing")
PLAYBOOKS = "playbooks"


def overlaid(base: Documents, own: Mapping[str, Node]) -> tuple[Documents, list[Problem]]:
    """The built-in pack with the files of another one laid over it; every value keeps its place.

    An id that the base has too is a conflict unless `replaces` names it. What is replaced stays at its place in the order,
    what is new comes last. The lines of `thresholds`, and the keys that stand alone, replace by being there.
    """
    merge = _Merge(base, own)
    problems = list(merge.problems())
    files = {name: merge.file(name) for name in _LISTS}
    playbooks = {**base.playbooks, **{name: node for name, node in own.items() if name not in _LISTS}}
    return Documents(**files, playbooks=dict(sorted(playbooks.items()))), sorted(problems)


class _Merge:
    def __init__(self, base: Documents, own: Mapping[str, Node]) -> None:
        self._base, self._own, self._manifest = base, own, own["pack"]
        self._replaced = {one.value: one.where for one in items(self._manifest, "replaces")}
        self._base_name = base.pack.value["name"].value

    def problems(self) -> Iterator[Problem]:
        extends = self._manifest.value["extends"]
        if extends.value != self._base_name:
            message = _EXTENDS.format(name=self._base_name, given=extends.value)
            yield Problem(extends.where, "extends", message)
            return  # it speaks of another pack than this
        there, brought = dict(self._entries_of_base()), dict(self._entries_of_own())
        for key, where in brought.items():
            if key in there and key not in self._replaced:
                name = key.split("/")[1]
                message = _CONFLICT.format(name=name, base=self._base_name, where=there[key], key=key)
                yield Problem(where, "conflict", message)
        for key, where in self._replaced.items():
            if key not in there:
                message = _NOTHING.format(key=key, base=self._base_name, hint=hint(key, list(there)))
                yield Problem(where, "replaces-nothing", message)
            elif key not in brought:
                yield Problem(where, "not-replaced", _NOT_THERE.format(key=key))

    def file(self, name: str) -> Node:
        """A named file of the merged pack."""
        below = getattr(self._base, name)
        own = self._own.get(name)
        if own is None:
            return below  # type: ignore[no-any-return]
        content = dict(below.value)
        for field in _LISTS[name]:
            if field in own.value:
                content[field] = _over(below.value.get(field), own.value[field])
        if name == "pack":
            content |= {key: own.value[key] for key in _PLAIN if key in own.value}
            content |= self._manifest_keys(below)
        return Node(content, below.where, below.keys)

    def _manifest_keys(self, below: Node) -> dict[str, Node]:
        own = self._manifest.value
        version = f"{own['version'].value}+{self._base_name}-{below.value['version'].value}"
        lines = {**below.value["thresholds"].value, **(own["thresholds"].value if "thresholds" in own else {})}
        cautions = [*items(below, "cautions"), *items(self._manifest, "cautions")]
        start = self._manifest.where
        return {
            "name": own["name"],
            "version": Node(version, own["version"].where),
            "thresholds": Node(lines, below.value["thresholds"].where, below.value["thresholds"].keys),
            "cautions": Node(cautions, start),
        }

    def _entries_of_base(self) -> Iterator[tuple[str, Location]]:
        for name, fields in _LISTS.items():
            yield from _entries(getattr(self._base, name), fields)
        yield from ((f"{PLAYBOOKS}/{name}", node.where) for name, node in self._base.playbooks.items())

    def _entries_of_own(self) -> Iterator[tuple[str, Location]]:
        for name, node in self._own.items():
            if name in _LISTS:
                yield from _entries(node, _LISTS[name])
            else:
                yield f"{PLAYBOOKS}/{name}", node.value["id"].where


def _entries(document: Node, fields: tuple[str, ...]) -> Iterator[tuple[str, Location]]:
    for field in fields:
        for one in items(document, field):
            yield f"{field}/{one.value['id'].value}", one.value["id"].where


def _over(below: Node | None, own: Node) -> Node:
    """The entries of the base, replaced where their id comes again; then the new ones."""
    entries = [] if below is None else list(below.value)
    names = [one.value["id"].value for one in entries]
    for one in own.value:
        name = one.value["id"].value
        if name in names:
            entries[names.index(name)] = one
        else:
            entries.append(one)
    return Node(entries, own.where if below is None else below.where)
