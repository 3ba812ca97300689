"""What must hold in a playbook beside the other files: anchored values, graded steps, measures that can be put in order."""

import itertools
from collections.abc import Iterator
from typing import Any

from zjtx_cli.errors import Problem
from zjtx_cli.files.located import Node
from zjtx_cli.files.references import Documents, References, items, twice
from zjtx_cli.text import Text

GRADES = "ABCD"

_FILE_NAME = Text("文件名应为 {name}.yaml", "the file should be named {name}.yaml")
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
_POINTS_WHOLE = Text("整数题的 points 应落在整数上", "points of a question in whole numbers must lie on whole numbers")
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
_COMPANION = Text(
    "“{name}”也要写明与本模式配套（relation: companion）", "“{name}” must name this one as its companion too"
)
_CIRCLE = Text("“{name}”等于要排在自己之后", "“{name}” would have to come after itself")
_PHASE = Text("要排在“{name}”之后，阶段却在它之前", "comes after “{name}”, but its phase is before that one's")

_MEASURE_NAMES = (
    ("phase", "phase"),
    ("lead", "office"),
    ("partners", "office"),
    ("procedures", "procedure"),
    ("instruments", "instrument"),
    ("claims", "claim"),
    ("excludes", "measure"),
)
_CONDITIONS = (("preconditions", "holds_if"), ("blockers", "when"), ("mechanism", "holds_if"))


def of_playbook(name: str, node: Node, documents: Documents, references: References) -> Iterator[Problem]:
    """Everything that is wrong with a playbook whose form is right."""
    if node.value["id"].value != name:
        yield Problem(node.value["id"].where, "file-name", _FILE_NAME.format(name=node.value["id"].value))
    yield from references.names(node, "group", "group")
    yield from twice(node, "preconditions", "blockers", "mechanism", "measures")
    yield from _claims(node, references)
    yield from _of_criteria(node, references)
    for part, key in _CONDITIONS:
        for one in items(node, part):
            yield from references.condition(one.value[key])
    for one in items(node, "preconditions"):
        if one.plain().get("buildable_by") and "build" not in one.value:
            yield Problem(one.where, "build", _BUILD)
    for one in items(node, "mechanism"):
        yield from _grade(one, references)
    yield from _of_measures(node, references)
    yield from _of_combinations(name, node, documents, references)


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


def _claims(node: Node, references: References) -> Iterator[Problem]:
    parts = ("background", "since", "failed_where", "criteria", "preconditions", "blockers", "mechanism")
    for one in itertools.chain.from_iterable(items(node, part) for part in parts):
        yield from references.names(one, "claims", "claim")
    if "lever" in node.value:
        yield from references.names(node.value["lever"], "claims", "claim")


def _of_criteria(node: Node, references: References) -> Iterator[Problem]:
    total = sum(one.plain()["weight"] for one in items(node, "criteria"))
    cap = references.weight_cap
    seen: set[str] = set()
    for one in items(node, "criteria"):
        question, share = one.value["question"], one.plain()["weight"] / total
        if question.value not in references.questions:
            yield references.no_such("question", question.value, question.where)
            continue
        if question.value in seen:
            yield Problem(question.where, "one-criterion", _ONE_CRITERION.format(name=question.value))
        seen.add(question.value)
        if round(share, 9) > cap:
            yield Problem(one.value["weight"].where, "weight-cap", _CAP.format(share=f"{share:.1%}", cap=f"{cap:.0%}"))
        asked = references.questions[question.value]
        if ("ask_if" in asked or asked.get("may_not_apply")) and "otherwise" not in one.value:
            yield Problem(question.where, "otherwise", _OTHERWISE.format(name=question.value))
        if asked["kind"] == "number":
            yield from _of_points(one, asked)
        else:
            yield from _of_values(one, asked, references)


def _of_values(node: Node, asked: dict[str, Any], references: References) -> Iterator[Problem]:
    if "points" in node.value:
        yield Problem(node.value["points"].where, "points", _NO_POINTS)
    values = node.plain().get("values", {})
    options = [option["id"] for option in asked.get("options", [])]
    for option in options:
        if option not in values:
            yield Problem(node.find(("values",)), "option-missing", _OPTION_MISSING.format(name=option))
    for option in values:
        if option not in options:
            yield references.no_such("option", option, node.value["values"].keys[option], options)
    yield from _anchored(node, "values", [worth["value"] for worth in values.values()])


def _of_points(node: Node, asked: dict[str, Any]) -> Iterator[Problem]:
    if "range" not in asked:
        return
    points, (low, high) = node.plain().get("points", []), asked["range"]
    if "values" in node.value or not points or points[0][0] != low or points[-1][0] != high:
        yield Problem(node.find(("points",)), "points", _POINTS.format(low=low, high=high))
        return
    at = [point[0] for point in points]
    if any(left >= right for left, right in itertools.pairwise(at)):
        yield Problem(node.value["points"].where, "points", _POINTS_ORDER)
    if asked.get("whole") and any(figure != int(figure) for figure in at):
        yield Problem(node.value["points"].where, "whole-number", _POINTS_WHOLE)
    yield from _anchored(node, "points", [point[1] for point in points])


def _anchored(node: Node, field: str, worths: list[float]) -> Iterator[Problem]:
    if worths and (max(worths) != 1 or min(worths) != 0):
        yield Problem(node.value[field].where, "anchor", _ANCHOR.format(low=min(worths), high=max(worths)))


def _grade(node: Node, references: References) -> Iterator[Problem]:
    plain = node.plain()
    allowed = highest_grade([references.claims[claim] for claim in plain["claims"] if claim in references.claims])
    if GRADES.index(plain["evidence"]) < GRADES.index(allowed):
        message = _GRADE.format(allowed=allowed, given=plain["evidence"])
        yield Problem(node.value["evidence"].where, "evidence-grade", message)


def _of_measures(node: Node, references: References) -> Iterator[Problem]:
    own = {one.value["id"].value: one.plain() for one in items(node, "measures")}
    for one in items(node, "measures"):
        plain = one.plain()
        if "when" in one.value:
            yield from references.condition(one.value["when"])
        for field, what in _MEASURE_NAMES:
            yield from references.names(one, field, what)
        for kpi in items(one, "kpis"):
            yield from references.names(kpi, "claims", "claim")
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
        yield from references.names(one, "after", "measure", list(own))
        yield from _order(one, own, references)


def _order(node: Node, own: dict[str, dict[str, Any]], references: References) -> Iterator[Problem]:
    """A measure that would come after itself, or after one of a later phase."""
    plain, phases = node.plain(), references.known["phase"]
    before, waiting = set(), list(plain.get("after", ()))
    while waiting:
        name = waiting.pop()
        if name in own and name not in before:
            before.add(name)
            waiting += own[name].get("after", ())
    if plain["id"] in before:
        yield Problem(node.value["after"].where, "after-order", _CIRCLE.format(name=plain["id"]))
    for one in items(node, "after"):
        other = own.get(one.value, plain)
        known = plain["phase"] in phases and other["phase"] in phases
        if known and phases.index(other["phase"]) > phases.index(plain["phase"]):
            yield Problem(one.where, "after-order", _PHASE.format(name=one.value))


def _of_combinations(name: str, node: Node, documents: Documents, references: References) -> Iterator[Problem]:
    for one in items(node, "combines"):
        other = one.value["with"]
        yield from references.names(one, "with", "playbook")
        if other.value == name:
            yield Problem(other.where, "self-reference", _SELF)
        elif one.value["relation"].value == "companion" and other.value in documents.playbooks:
            links = [link.plain() for link in items(documents.playbooks[other.value], "combines")]
            if not any(link["with"] == name and link["relation"] == "companion" for link in links):
                yield Problem(other.where, "companion", _COMPANION.format(name=other.value))
