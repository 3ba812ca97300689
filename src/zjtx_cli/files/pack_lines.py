"""Where the things of a pack stand: from a path of keys, ids and numbers to a line of a file."""

from zjtx_cli.errors import Location
from zjtx_cli.files.located import Node
from zjtx_cli.files.references import Documents

Path = tuple[str | int, ...]
"""(file, key, id or number, …); the files are pack, questions, claims, instruments and each playbook by its id."""


class Places:
    def __init__(self, documents: Documents) -> None:
        files = {name: getattr(documents, name) for name in ("pack", "questions", "claims", "instruments")}
        self._root = Node({**files, **documents.playbooks}, Location(""))

    def __call__(self, path: Path) -> Location:
        """The place of what stands at a path, or of the nearest thing above it."""
        return self.node(path).where

    def node(self, path: Path) -> Node:
        found = self._root
        for step in path:
            found = _named(found, step) if isinstance(step, str) and isinstance(found.value, list) else found.step(step)
        return found


def _named(node: Node, name: str) -> Node:
    """The entry of a list that is called so: by its id, by the question it is about, or by the playbook it is with."""
    for key in ("id", "question", "with"):
        for one in node.value:
            if isinstance(one.value, dict) and key in one.value and one.value[key].value == name:
                return one  # type: ignore[no-any-return]
    return node
