"""What must hold across the files of a pack before it can be judged with: every name exists, every value is anchored."""

from collections.abc import Iterator
from typing import Any

from zjtx_cli.errors import Problem
from zjtx_cli.files.integrity_playbook import of_playbook
from zjtx_cli.files.located import Node
from zjtx_cli.files.references import Documents, References, items, twice
from zjtx_cli.text import Text

MOST_OPTIONS = 12
"""Of a question with several answers: every set of options is tried, and each option doubles their number."""

_KIND_FIELD = Text("{kind} 类问题{must}写 {field}", "a question of kind {kind} {must} have {field}")
_MUST = Text("应", "must")
_MUST_NOT = Text("不应", "must not")
_RANGE = Text("范围应从小到大", "the range must go from low to high")
_TYPICAL = Text("典型值应在范围内", "the typical value must lie in the range")
_WHOLE = Text("整数题的 {field} 应为整数", "{field} of a question in whole numbers must be whole")
_RESERVED = Text(
    "选项不能叫“{name}”，答案文件里它另有所指",
    "an option cannot be called “{name}”: it means something else in answers files",
)
_MANY = Text(
    "多选题最多 {most} 个选项，现有 {count} 个",
    "a question with several answers has {most} options at most, not {count}",
)
_DELICATE = Text("{kind} 类问题的 better 应为 {allowed}", "better of a question of kind {kind} must be {allowed}")
_RENAMED = Text(
    "“{name}”仍是一个问题的名称，不能写作旧名", "“{name}” is still the name of a question, so it is no old name"
)
_FISCAL = Text("“{name}”应是数字题（百分比）", "“{name}” must be a number (per cent)")
_BETWEEN = Text("{field} 应在 {low} 到 {high} 之间", "{field} must lie between {low} and {high}")
_NOT_OVER = Text("{field} 不应大于 {other}", "{field} must not be over {other}")
_AT_LEAST_ONE = Text("{field} 应为不小于 1 的整数", "{field} must be a whole number, at least 1")

_SHARES = ("conditional_from", "recommended_from", "recommended_known", "verdict_known", "lead", "weight_cap")
_PERCENTS = ("no_heavy_below", "one_heavy_below")
_COUNTS = ("leader_led_at_most", "office_leads_at_most")
_RISING = (("conditional_from", "recommended_from"), ("no_heavy_below", "one_heavy_below"))


def integrity(documents: Documents) -> list[Problem]:
    """Every broken reference and every value that is not anchored, in file order."""
    references = References(documents)
    return sorted(
        [
            *_of_questions(documents.questions, references),
            *_of_pack(documents.pack, references),
            *_of_claims(documents.claims, references),
            *_of_instruments(documents.instruments, references),
            *(
                one
                for name, node in documents.playbooks.items()
                for one in of_playbook(name, node, documents, references)
            ),
        ]
    )


def _of_questions(document: Node, references: References) -> Iterator[Problem]:
    yield from twice(document, "questions", "sections", "offices", "tensions")
    order = references.known["question"]
    for index, node in enumerate(items(document, "questions")):
        yield from references.names(node, "section", "section")
        yield from references.names(node, "office", "office")
        yield from _of_kind(node, node.plain())
        yield from _of_options(node)
        yield from _of_range(node, node.plain())
        if "ask_if" in node.value:
            yield from references.condition(node.value["ask_if"], order[:index])
        for old in items(node, "renamed_from"):
            if old.value in order:
                yield Problem(old.where, "renamed", _RENAMED.format(name=old.value))
    for node in items(document, "tensions"):
        yield from references.condition(node.value["when"])


def _of_kind(node: Node, plain: dict[str, Any]) -> Iterator[Problem]:
    kind = plain["kind"]
    for field in ("options", "unit", "range", "typical", "whole"):
        wanted = (field == "options") != (kind == "number")
        if wanted and field != "whole" and field not in plain:
            yield Problem(node.where, "question-kind", _KIND_FIELD.format(kind=kind, field=field, must=_MUST))
        if not wanted and field in plain:
            where = node.value[field].where
            yield Problem(where, "question-kind", _KIND_FIELD.format(kind=kind, field=field, must=_MUST_NOT))
    allowed = ("high", "low") if kind == "number" else ("first", "last")
    if "delicate" in plain and plain["delicate"]["better"] not in allowed:
        message = _DELICATE.format(kind=kind, allowed=", ".join(allowed))
        yield Problem(node.find(("delicate", "better")), "delicate", message)


def _of_options(node: Node) -> Iterator[Problem]:
    yield from twice(node, "options")
    options = items(node, "options")
    for one in options:
        name = one.value["id"]
        if name.value in ("unknown", "withheld", "null"):
            yield Problem(name.where, "reserved-option", _RESERVED.format(name=name.value))
    if node.value["kind"].value == "several" and len(options) > MOST_OPTIONS:
        message = _MANY.format(most=MOST_OPTIONS, count=len(options))
        yield Problem(node.value["options"].where, "too-many", message)


def _of_range(node: Node, plain: dict[str, Any]) -> Iterator[Problem]:
    if plain["kind"] != "number" or "range" not in plain:
        return
    low, high = plain["range"]
    typical = plain.get("typical", low)
    if not low < high:
        yield Problem(node.value["range"].where, "range", _RANGE)
    elif not low <= typical <= high:
        yield Problem(node.value["typical"].where, "range", _TYPICAL)
    if plain.get("whole"):
        for field, figures in (("range", (low, high)), ("typical", (typical,))):
            if any(figure != int(figure) for figure in figures):
                yield Problem(node.find((field,)), "whole-number", _WHOLE.format(field=field))


def _of_pack(document: Node, references: References) -> Iterator[Problem]:
    yield from twice(document, "groups", "phases", "procedures", "procedure_rules", "primer")
    for node in items(document, "procedure_rules"):
        yield from references.names(node, "any_of", "procedure")
    yield from _of_thresholds(document.value["thresholds"])
    yield from references.names(document, "fiscal_question", "question")
    fiscal = document.value["fiscal_question"]
    if references.questions.get(fiscal.value, {}).get("kind", "number") != "number":
        yield Problem(fiscal.where, "fiscal-question", _FISCAL.format(name=fiscal.value))
    if "land" in document.value:
        for node in document.value["land"].value.values():
            yield from references.condition(node)
    for node in items(document, "groups"):
        yield from references.condition(node.value["present_if"])
        yield from references.names(node, "size", "question")
    for node in (*items(document, "primer"), *items(document, "cautions")):
        yield from references.names(node, "claims", "claim")


def _of_thresholds(node: Node) -> Iterator[Problem]:
    lines = {name: line["value"] for name, line in node.plain().items()}
    for names, high in ((_SHARES, 1), (_PERCENTS, 100)):
        for name in names:
            if not 0 <= lines[name] <= high:
                message = _BETWEEN.format(field=name, low=0, high=high)
                yield Problem(node.find((name, "value")), "threshold", message)
    for lower, upper in _RISING:
        if lines[lower] > lines[upper]:
            yield Problem(node.find((lower, "value")), "threshold", _NOT_OVER.format(field=lower, other=upper))
    for name in _COUNTS:
        count = lines.get(name, 1)
        if count < 1 or count != int(count):
            yield Problem(node.find((name, "value")), "threshold", _AT_LEAST_ONE.format(field=name))


def _of_claims(document: Node, references: References) -> Iterator[Problem]:
    yield from twice(document, "claims", "sources")
    for node in items(document, "claims"):
        yield from references.names(node, "sources", "source")


def _of_instruments(document: Node, references: References) -> Iterator[Problem]:
    yield from twice(document, "instruments")
    for node in items(document, "instruments"):
        yield from references.names(node, "lead", "office")
        yield from references.names(node, "sources", "source")
