"""Evidence, instruments and procedures: what is cited by nothing, rests on what did not hold, has ended, or is missing."""

import re
from collections.abc import Iterator
from typing import Any

from zjtx_cli.errors import Problem
from zjtx_cli.files.located import Node
from zjtx_cli.files.references import Documents, items
from zjtx_cli.files.skeleton import TO_WRITE
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text, joined, same

_UNUSED = Text("没有任何内容引用这条依据", "nothing cites this claim")
_STATUS = Text(
    "所引依据核查后都不成立（{which}），不能只靠它们",
    "all claims it cites did not hold when checked ({which}); it cannot rest on them alone",
)
_BENCHMARK = Text(
    "目标值引了核查不成立的依据（{which}），不能作为目标",
    "this benchmark cites a claim that did not hold when checked ({which}); it cannot be a target",
)
_ENDED = Text(
    "“{name}”在 {as_of} 已到期（{until}），又没有 note 说明现在按什么办",
    "“{name}” had ended ({until}) by {as_of}, and it has no note that says what holds now",
)
_PROCEDURE = Text(
    "这项措施涉及{what}，procedures 应有其一：{which}", "this measure is about {what}: procedures needs one of {which}"
)

_UNWRITTEN = Text("这里还待写", "this is still to be written")

_DID_NOT_HOLD = ("contradicted", "not_found")
_NOT = re.compile("[不没无免][^，。；、]{0,3}$")
"""“不做普查”, “不发问卷”: the word stands there to be ruled out."""


def evidence(documents: Documents) -> Iterator[Problem]:
    claims = {one["id"]: one for one in documents.claims.plain()["claims"]}
    cited = {
        one
        for node in (documents.pack, documents.questions, documents.instruments, *documents.playbooks.values())
        for one in _cited(node.plain())
    }
    for node in items(documents.claims, "claims"):
        if node.value["id"].value not in cited:
            yield Problem(node.value["id"].where, "unused-claim", _UNUSED, "warning")
    for playbook in documents.playbooks.values():
        yield from _of_playbook(playbook, claims)


def instruments(documents: Documents, pack: Pack) -> Iterator[Problem]:
    for playbook in documents.playbooks.values():
        for measure in items(playbook, "measures"):
            for named in items(measure, "instruments"):
                held = pack.instruments[named.value]
                if held.status(pack.as_of) == "ended" and held.note is None:
                    message = _ENDED.format(name=named.value, as_of=pack.as_of, until=held.until)
                    yield Problem(named.where, "instrument-ended", message, "warning")


def procedures(documents: Documents) -> Iterator[Problem]:
    """By the rules of the pack itself: which words or which classes of resource call for which procedures."""
    rules = [node.plain() for node in items(documents.pack, "procedure_rules")]
    for playbook in documents.playbooks.values():
        for measure in items(playbook, "measures"):
            plain = measure.plain()
            for rule in rules:
                if _about(plain, rule) and not set(rule["any_of"]) & set(plain.get("procedures", ())):
                    what = Text(rule["what"]["zh"], rule["what"]["en"])
                    which = joined([same(one) for one in rule["any_of"]])
                    yield Problem(measure.value["id"].where, "no-procedure", _PROCEDURE.format(what=what, which=which))


def unwritten(documents: Documents) -> Iterator[Problem]:
    """Texts that still stand as `zjtx playbooks new` left them."""
    for node in (documents.pack, documents.questions, *documents.playbooks.values()):
        yield from _unwritten(node)


def _unwritten(node: Node) -> Iterator[Problem]:
    if isinstance(node.value, list):
        for one in node.value:
            yield from _unwritten(one)
    elif isinstance(node.value, dict) and "zh" in node.value:
        sides = [node.value[side].value for side in ("zh", "en") if side in node.value]
        if any(isinstance(side, str) and mark in side for side, mark in zip(sides, TO_WRITE, strict=False)):
            yield Problem(node.where, "unwritten", _UNWRITTEN, "warning")
    elif isinstance(node.value, dict):
        for one in node.value.values():
            yield from _unwritten(one)


def _of_playbook(playbook: Node, claims: dict[str, Any]) -> Iterator[Problem]:
    """What decides or costs something must rest on more than claims that did not hold. A step of grade D says so."""
    for part in ("criteria", "preconditions", "blockers", "mechanism", "measures"):
        for one in items(playbook, part):
            plain = one.plain()
            told = plain.get("evidence") == "D" or plain.get("necessary") is False
            names = plain.get("claims", [])
            if names and not told and all(claims[name]["status"] in _DID_NOT_HOLD for name in names):
                which = joined([same(name) for name in names])
                yield Problem(one.value["claims"].where, "claim-status", _STATUS.format(which=which))
    for measure in items(playbook, "measures"):
        for kpi in items(measure, "kpis"):
            plain = kpi.plain()
            bad = [name for name in plain.get("claims", []) if claims[name]["status"] in _DID_NOT_HOLD]
            if bad and "benchmark" in plain:
                which = joined([same(name) for name in bad])
                yield Problem(kpi.value["benchmark"].where, "claim-status", _BENCHMARK.format(which=which))


def _about(measure: dict[str, Any], rule: dict[str, Any]) -> bool:
    if measure["resource"]["class"] in rule.get("classes", ()):
        return True
    texts = [measure["title"]["zh"], *(step["zh"] for step in measure["steps"])]
    return any(
        not _NOT.search(text[: found.start()])
        for text in texts
        for word in rule.get("words", ())
        for found in re.finditer(re.escape(word), text)
    )


def _cited(plain: Any) -> Iterator[str]:
    if isinstance(plain, dict):
        for key, value in plain.items():
            if key == "claims" and isinstance(value, list) and all(isinstance(one, str) for one in value):
                yield from value
            else:
                yield from _cited(value)
    elif isinstance(plain, list):
        for one in plain:
            yield from _cited(one)
