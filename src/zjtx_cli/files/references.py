"""Names and conditions of a pack: whether what is named exists, and is of the kind that the condition needs."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.complaints import hint
from zjtx_cli.files.form_parts import CONDITION_KEYS
from zjtx_cli.files.located import Node, shortened
from zjtx_cli.text import Text

_UNKNOWN = Text("没有叫“{name}”的{what}{hint}", "there is no {what} “{name}”{hint}")
_WHAT = {
    "question": Text("问题", "question"),
    "option": Text("选项", "option"),
    "claim": Text("依据", "claim"),
    "source": Text("来源", "source"),
    "instrument": Text("政策工具", "instrument"),
    "office": Text("部门", "office"),
    "section": Text("分组", "section"),
    "phase": Text("阶段", "phase"),
    "procedure": Text("程序", "procedure"),
    "group": Text("企业类别", "group of firms"),
    "playbook": Text("模式", "playbook"),
    "measure": Text("措施", "measure"),
}
_TWICE = Text("“{name}”出现了两次", "“{name}” stands twice")
_EARLIER = Text(
    "分支只能依据排在前面的问题，“{name}”在后面", "a branch looks at earlier questions only; “{name}” comes later"
)
_NOT_OPTION_QUESTION = Text(
    "“{name}”是数字题，条件要用 at_least、at_most、above 或 below",
    "“{name}” is a number: use at_least, at_most, above or below",
)
_NOT_NUMBER_QUESTION = Text("“{name}”不是数字题，条件要用 is", "“{name}” is not a number: use is")
_OUTSIDE = Text("{value} 不在“{name}”的范围 {low}–{high} 内", "{value} is outside the range {low}–{high} of “{name}”")


@dataclass(frozen=True, slots=True)
class Documents:
    """The parsed files of a pack, each already of the right form."""

    pack: Node
    questions: Node
    claims: Node
    instruments: Node
    playbooks: dict[str, Node]


class References:
    """Everything in a pack that has a name."""

    def __init__(self, documents: Documents) -> None:
        questions, pack = documents.questions.plain(), documents.pack.plain()
        claims, instruments = documents.claims.plain(), documents.instruments.plain()
        self.questions: dict[str, dict[str, Any]] = {one["id"]: one for one in questions["questions"]}
        self.claims: dict[str, dict[str, Any]] = {one["id"]: one for one in claims["claims"]}
        self.weight_cap: float = pack["thresholds"]["weight_cap"]["value"]
        self.known: dict[str, Sequence[str]] = {
            "question": list(self.questions),
            "claim": list(self.claims),
            "source": _ids(claims.get("sources", [])),
            "instrument": _ids(instruments["instruments"]),
            "office": _ids(questions["offices"]),
            "section": _ids(questions["sections"]),
            "phase": _ids(pack["phases"]),
            "procedure": _ids(pack.get("procedures", [])),
            "group": _ids(pack["groups"]),
            "playbook": list(documents.playbooks),
            "measure": [
                f"{playbook}/{one.value['id'].value}"
                for playbook, node in documents.playbooks.items()
                for one in items(node, "measures")
            ],
        }

    def names(self, node: Node, field: str, what: str, known: Sequence[str] | None = None) -> Iterator[Problem]:
        """Every name in a field (one or a list) that does not exist."""
        if field not in node.value:
            return
        held = node.value[field]
        known = self.known[what] if known is None else known
        for one in held.value if isinstance(held.value, list) else [held]:
            if one.value not in known:
                yield self.no_such(what, one.value, one.where, known)

    def no_such(self, what: str, name: str, where: Location, known: Sequence[str] | None = None) -> Problem:
        near = hint(name, list(self.known[what] if known is None else known))
        return Problem(where, f"unknown-{what}", _UNKNOWN.format(name=shortened(name), what=_WHAT[what], hint=near))

    def condition(self, node: Node, earlier: Sequence[str] | None = None) -> Iterator[Problem]:
        """What a condition names wrongly; that of a branch may look at `earlier` questions only."""
        key = next(key for key in CONDITION_KEYS if key in node.value)
        held = node.value[key]
        if key in ("all", "any"):
            for part in held.value:
                yield from self.condition(part, earlier)
        elif key == "not":
            yield from self.condition(held, earlier)
        else:
            yield from self._atom(node.value["question"], key, held, earlier)

    def _atom(self, question: Node, key: str, held: Node, earlier: Sequence[str] | None) -> Iterator[Problem]:
        name = question.value
        if name not in self.questions:
            yield self.no_such("question", name, question.where)
            return
        if earlier is not None and name not in earlier:
            yield Problem(question.where, "branch-order", _EARLIER.format(name=name))
        asked = self.questions[name]
        if (asked["kind"] == "number") is (key == "is"):
            message = _NOT_OPTION_QUESTION if key == "is" else _NOT_NUMBER_QUESTION
            yield Problem(question.where, "condition-kind", message.format(name=name))
        elif key == "is":
            options = _ids(asked.get("options", []))
            yield from (
                self.no_such("option", one.value, one.where, options) for one in held.value if one.value not in options
            )
        elif "range" in asked and not asked["range"][0] <= held.value <= asked["range"][1]:
            low, high = asked["range"]
            message = _OUTSIDE.format(value=held.value, name=name, low=low, high=high)
            yield Problem(held.where, "condition-range", message)


def items(node: Node, field: str) -> list[Node]:
    """The entries of a list that may be left out."""
    found: list[Node] = node.value[field].value if field in node.value else []
    return found


def twice(node: Node, *fields: str) -> Iterator[Problem]:
    """Every id that stands twice in one of these lists."""
    for field in fields:
        counts: Counter[str] = Counter()
        for one in items(node, field):
            name = one.value["id"]
            counts[name.value] += 1
            if counts[name.value] > 1:
                yield Problem(name.where, "id-twice", _TWICE.format(name=name.value))


def _ids(plain: list[dict[str, Any]]) -> list[str]:
    return [one["id"] for one in plain]
