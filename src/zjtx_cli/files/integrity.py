"""What must hold across the files of a pack before it can be judged with: every name exists, every value is anchored."""

import itertools
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.complaints import hint
from zjtx_cli.files.forms import CONDITION_KEYS
from zjtx_cli.files.located import Node
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
_FILE_NAME = Text("文件名应为 {name}.yaml", "the file should be named {name}.yaml")
_KIND_FIELD = Text("{kind} 类问题{must}写 {field}", "a question of kind {kind} {must} have {field}")
_MUST = Text("应", "must")
_MUST_NOT = Text("不应", "must not")
_RANGE = Text("范围应从小到大", "the range must go from low to high")
_TYPICAL = Text("典型值应在范围内", "the typical value must lie in the range")
_EARLIER = Text(
    "分支只能依据排在前面的问题，“{name}”在后面", "a branch looks at earlier questions only; “{name}” comes later"
)
_NOT_OPTION_QUESTION = Text(
    "“{name}”是数字题，条件要用 at_least、at_most、above 或 below",
    "“{name}” is a number: use at_least, at_most, above or below",
)
_NOT_NUMBER_QUESTION = Text("“{name}”不是数字题，条件要用 is", "“{name}” is not a number: use is")
_OUTSIDE = Text("{value} 不在“{name}”的范围 {low}–{high} 内", "{value} is outside the range {low}–{high} of “{name}”")
_ONE_CRITERION = Text(
    "“{name}”已在另一条标准中使用，一个问题只能用一次", "“{name}” already has a criterion; a question is used once"
)
_OPTION_MISSING = Text("选项“{name}”没有给值", "option “{name}” has no value")
_ANCHOR = Text(
    "最好的选项应为 1、最差的应为 0，现在是 {low} 到 {high}",
    "the best option must be worth 1 and the worst 0; they are {low} to {high}",
)
_POINTS = Text(
    "数字题要用 points，从 {low} 到 {high} 覆盖整个范围",
    "a number needs points that cover its whole range, {low} to {high}",
)
_POINTS_ORDER = Text("points 应按数字从小到大，不能重复", "points must rise, without repeating")
_NO_POINTS = Text("不是数字题，用 values 而不是 points", "not a number: use values, not points")
_OTHERWISE = Text(
    "“{name}”可能不问或不适用，须写 otherwise", "“{name}” may not be asked or may not apply: otherwise is needed"
)
_CAP = Text("这一项权重占 {share}，超过上限 {cap}", "this weight is {share} of the sum, over the cap of {cap}")
_BUILD = Text(
    "本级可以建的前提，要写 build 说明怎么建、多久", "a precondition that can be built needs build: how, and how long"
)
_ASK_ABOVE = Text(
    "权限不在县级，要写 ask_above：向上级争取什么", "the lever is above the county: ask_above must say what to ask for"
)
_BASIS = Text("没有依据（claims）的措施，要写 basis: judgement", "a measure without claims must say basis: judgement")
_BASIS_TWICE = Text(
    "有依据（claims）的措施，不写 basis: judgement", "a measure with claims does not say basis: judgement"
)
_RESOURCE = Text("金额范围应从小到大", "the range must go from low to high")
_GRADE = Text("依据只支撑到 {allowed} 级，不能写 {given}", "the claims allow grade {allowed} at most, not {given}")
_SELF = Text("不能指向自己", "must not point at itself")

GRADES = "ABCD"


@dataclass(frozen=True, slots=True)
class Documents:
    """The parsed files of a pack, each already of the right form."""

    pack: Node
    questions: Node
    claims: Node
    instruments: Node
    playbooks: dict[str, Node]


def integrity(documents: Documents) -> list[Problem]:
    """Every broken reference and every value that is not anchored, in file order."""
    return sorted(_Checker(documents).problems())


class _Checker:
    def __init__(self, documents: Documents) -> None:
        self._documents = documents
        self._questions = {n.value["id"].value: n for n in documents.questions.value["questions"].value}
        self._plain = {name: node.plain() for name, node in self._questions.items()}
        self._order = list(self._questions)
        self._claims = {n.value["id"].value: n.plain() for n in documents.claims.value["claims"].value}
        questions, pack = documents.questions.plain(), documents.pack.plain()
        self._known = {
            "question": self._order,
            "claim": list(self._claims),
            "source": [one["id"] for one in documents.claims.plain().get("sources", [])],
            "instrument": [one["id"] for one in documents.instruments.plain()["instruments"]],
            "office": [one["id"] for one in questions["offices"]],
            "section": [one["id"] for one in questions["sections"]],
            "phase": [one["id"] for one in pack["phases"]],
            "procedure": [one["id"] for one in pack.get("procedures", [])],
            "group": [one["id"] for one in pack["groups"]],
            "playbook": list(documents.playbooks),
        }
        self._cap = pack["thresholds"]["weight_cap"]["value"]

    def problems(self) -> Iterator[Problem]:
        yield from self._of_questions()
        yield from self._of_pack()
        yield from self._of_claims()
        for node in self._documents.instruments.value["instruments"].value:
            yield from self._names(node, "lead", "office")
            yield from self._names(node, "sources", "source")
        yield from _twice(self._documents.instruments.value["instruments"])
        for name, node in self._documents.playbooks.items():
            yield from self._of_playbook(name, node)

    # questions

    def _of_questions(self) -> Iterator[Problem]:
        document = self._documents.questions
        for part in ("questions", "sections", "offices", "tensions"):
            if part in document.value:
                yield from _twice(document.value[part])
        for index, node in enumerate(document.value["questions"].value):
            yield from self._names(node, "section", "section")
            yield from self._names(node, "office", "office")
            yield from self._of_kind(node)
            if "ask_if" in node.value:
                yield from self._condition(node.value["ask_if"], earlier=self._order[:index])
        for node in document.value["tensions"].value if "tensions" in document.value else ():
            yield from self._condition(node.value["when"])

    def _of_kind(self, node: Node) -> Iterator[Problem]:
        plain, kind = node.plain(), node.value["kind"].value
        for field in ("options", "unit", "range", "typical", "whole"):
            wanted = (field == "options") != (kind == "number")
            if wanted and field != "whole" and field not in plain:
                yield Problem(node.where, "question-kind", _KIND_FIELD.format(kind=kind, field=field, must=_MUST))
            if not wanted and field in plain:
                where = node.value[field].where
                yield Problem(where, "question-kind", _KIND_FIELD.format(kind=kind, field=field, must=_MUST_NOT))
        if "options" in plain:
            yield from _twice(node.value["options"])
        if kind == "number" and "range" in plain:
            low, high = plain["range"]
            if not low < high:
                yield Problem(node.value["range"].where, "range", _RANGE)
            elif "typical" in plain and not low <= plain["typical"] <= high:
                yield Problem(node.value["typical"].where, "range", _TYPICAL)

    # pack, claims

    def _of_pack(self) -> Iterator[Problem]:
        document = self._documents.pack
        yield from self._names(document, "fiscal_question", "question")
        for node in document.value["groups"].value:
            yield from self._condition(node.value["present_if"])
            yield from self._names(node, "size", "question")
        for part in ("primer", "cautions"):
            for node in document.value[part].value if part in document.value else ():
                yield from self._names(node, "claims", "claim")

    def _of_claims(self) -> Iterator[Problem]:
        document = self._documents.claims
        for part in ("claims", "sources"):
            if part in document.value:
                yield from _twice(document.value[part])
        for node in document.value["claims"].value:
            yield from self._names(node, "sources", "source")

    # playbooks

    def _of_playbook(self, name: str, node: Node) -> Iterator[Problem]:
        if node.value["id"].value != name:
            yield Problem(node.value["id"].where, "file-name", _FILE_NAME.format(name=node.value["id"].value))
        yield from self._names(node, "group", "group")
        if "lever" in node.value:
            yield from self._names(node.value["lever"], "claims", "claim")
        for part in ("background", "since", "failed_where"):
            for one in _items(node, part):
                yield from self._names(one, "claims", "claim")
        yield from self._of_criteria(node)
        for part, key in (("preconditions", "holds_if"), ("blockers", "when"), ("mechanism", "holds_if")):
            if part in node.value:
                yield from _twice(node.value[part])
            for one in _items(node, part):
                yield from self._condition(one.value[key])
                yield from self._names(one, "claims", "claim")
        for one in _items(node, "preconditions"):
            if one.plain().get("buildable_by") and "build" not in one.value:
                yield Problem(one.where, "build", _BUILD)
        for one in _items(node, "mechanism"):
            yield from self._grade(one)
        yield from self._of_measures(name, node)
        for one in _items(node, "combines"):
            yield from self._names(one, "with", "playbook")
            if one.value["with"].value == name:
                yield Problem(one.value["with"].where, "self-reference", _SELF)

    def _of_criteria(self, node: Node) -> Iterator[Problem]:
        total = sum(one.plain()["weight"] for one in _items(node, "criteria"))
        seen: set[str] = set()
        for one in _items(node, "criteria"):
            plain, question = one.plain(), one.value["question"].value
            where = one.value["question"].where
            yield from self._names(one, "claims", "claim")
            if question not in self._questions:
                yield self._no_such("question", question, where)
                continue
            if question in seen:
                yield Problem(where, "one-criterion", _ONE_CRITERION.format(name=question))
            seen.add(question)
            share = plain["weight"] / total
            if round(share, 9) > self._cap:
                message = _CAP.format(share=f"{share:.1%}", cap=f"{self._cap:.0%}")
                yield Problem(one.value["weight"].where, "weight-cap", message)
            asked = self._plain[question]
            if ("ask_if" in asked or asked.get("may_not_apply")) and "otherwise" not in plain:
                yield Problem(where, "otherwise", _OTHERWISE.format(name=question))
            yield from self._of_points(one, asked) if asked["kind"] == "number" else self._of_values(one, asked)

    def _of_values(self, node: Node, asked: dict[str, Any]) -> Iterator[Problem]:
        plain = node.plain()
        if "points" in plain:
            yield Problem(node.value["points"].where, "points", _NO_POINTS)
        values = plain.get("values", {})
        options = [option["id"] for option in asked["options"]]
        for option in options:
            if option not in values:
                yield Problem(node.find(("values",)), "option-missing", _OPTION_MISSING.format(name=option))
        for option in values:
            if option not in options:
                yield self._no_such("option", option, node.value["values"].keys[option], options)
        worths = [worth["value"] for worth in values.values()]
        if worths and (max(worths) != 1 or min(worths) != 0):
            message = _ANCHOR.format(low=min(worths), high=max(worths))
            yield Problem(node.value["values"].where, "anchor", message)

    def _of_points(self, node: Node, asked: dict[str, Any]) -> Iterator[Problem]:
        points, (low, high) = node.plain().get("points", []), asked["range"]
        if "values" in node.value or not points or points[0][0] != low or points[-1][0] != high:
            yield Problem(node.find(("points",)), "points", _POINTS.format(low=low, high=high))
            return
        at = [point[0] for point in points]
        if any(left >= right for left, right in itertools.pairwise(at)):
            yield Problem(node.value["points"].where, "points", _POINTS_ORDER)
        worths = [point[1] for point in points]
        if max(worths) != 1 or min(worths) != 0:
            yield Problem(node.value["points"].where, "anchor", _ANCHOR.format(low=min(worths), high=max(worths)))

    def _grade(self, node: Node) -> Iterator[Problem]:
        plain = node.plain()
        allowed = highest_grade([self._claims[claim] for claim in plain["claims"] if claim in self._claims])
        if GRADES.index(plain["evidence"]) < GRADES.index(allowed):
            message = _GRADE.format(allowed=allowed, given=plain["evidence"])
            yield Problem(node.value["evidence"].where, "evidence-grade", message)

    def _of_measures(self, name: str, node: Node) -> Iterator[Problem]:
        if "measures" not in node.value:
            return
        yield from _twice(node.value["measures"])
        own = [one.value["id"].value for one in _items(node, "measures")]
        everywhere = [
            f"{playbook}/{one.value['id'].value}"
            for playbook, other in self._documents.playbooks.items()
            for one in _items(other, "measures")
        ]
        for one in _items(node, "measures"):
            plain = one.plain()
            if "when" in one.value:
                yield from self._condition(one.value["when"])
            for field, what in _MEASURE_NAMES:
                yield from self._names(one, field, what)
            yield from self._names(one, "after", "measure", own)
            yield from self._names(one, "excludes", "measure", everywhere)
            for kpi in _items(one, "kpis"):
                yield from self._names(kpi, "claims", "claim")
            if plain["authority"] != "county" and "ask_above" not in plain:
                yield Problem(one.value["authority"].where, "ask-above", _ASK_ABOVE)
            judged = plain.get("basis") == "judgement"
            if not plain.get("claims") and not judged:
                yield Problem(one.where, "basis", _BASIS)
            if plain.get("claims") and judged:
                yield Problem(one.value["basis"].where, "basis", _BASIS_TWICE)
            low, high = plain["resource"]["range"]
            if low > high:
                yield Problem(one.find(("resource", "range")), "range", _RESOURCE)

    # shared

    def _condition(self, node: Node, earlier: list[str] | None = None) -> Iterator[Problem]:
        for key in ("all", "any"):
            if key in node.value:
                for part in node.value[key].value:
                    yield from self._condition(part, earlier)
                return
        if "not" in node.value:
            yield from self._condition(node.value["not"], earlier)
            return
        name, where = node.value["question"].value, node.value["question"].where
        if name not in self._questions:
            yield self._no_such("question", name, where)
            return
        if earlier is not None and name not in earlier:
            yield Problem(where, "branch-order", _EARLIER.format(name=name))
        asked = self._plain[name]
        if "is" in node.value:
            if asked["kind"] == "number":
                yield Problem(where, "condition-kind", _NOT_OPTION_QUESTION.format(name=name))
                return
            options = [option["id"] for option in asked.get("options", [])]
            for one in node.value["is"].value:
                if one.value not in options:
                    yield self._no_such("option", one.value, one.where, options)
            return
        if asked["kind"] != "number":
            yield Problem(where, "condition-kind", _NOT_NUMBER_QUESTION.format(name=name))
            return
        key = next(key for key in CONDITION_KEYS if key in node.value)
        (low, high), value = asked["range"], node.value[key].value
        if not low <= value <= high:
            message = _OUTSIDE.format(value=value, name=name, low=low, high=high)
            yield Problem(node.value[key].where, "condition-range", message)

    def _names(self, node: Node, field: str, what: str, known: list[str] | None = None) -> Iterator[Problem]:
        """Every name in a field (one or a list) that does not exist."""
        if field not in node.value:
            return
        held = node.value[field]
        known = self._known[what] if known is None else known
        for one in held.value if isinstance(held.value, list) else [held]:
            if one.value not in known:
                yield self._no_such(what, one.value, one.where, known)

    def _no_such(self, what: str, name: str, where: Location, known: list[str] | None = None) -> Problem:
        near = hint(name, self._known[what] if known is None else known)
        return Problem(where, f"unknown-{what}", _UNKNOWN.format(name=name, what=_WHAT[what], hint=near))


_MEASURE_NAMES = (
    ("phase", "phase"),
    ("lead", "office"),
    ("partners", "office"),
    ("procedures", "procedure"),
    ("instruments", "instrument"),
    ("claims", "claim"),
)


def highest_grade(claims: list[dict[str, Any]]) -> str:
    """The highest evidence grade that the checked status of these claims allows.

    A: a confirmed comparison. B: confirmed facts of two places or more. C: one fact that is confirmed, partly
    confirmed, or was true in its time. D: the rest: asserted, remembered, not found, contradicted.
    """
    confirmed = [claim for claim in claims if claim["status"] == "confirmed"]
    if any(claim["design"] == "compared" for claim in confirmed):
        return "A"
    if len({claim["place"] for claim in confirmed if claim.get("place")}) >= 2:
        return "B"
    return "C" if any(claim["status"] in ("confirmed", "ambiguous", "outdated") for claim in claims) else "D"


def _items(node: Node, field: str) -> list[Node]:
    found: list[Node] = node.value[field].value if field in node.value else []
    return found


def _twice(node: Node) -> Iterator[Problem]:
    counts: Counter[str] = Counter()
    for one in node.value:
        name = one.value["id"]
        counts[name.value] += 1
        if counts[name.value] > 1:
            yield Problem(name.where, "id-twice", _TWICE.format(name=name.value))
