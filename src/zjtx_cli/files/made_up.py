"""Made-up cities, many in a file: a base, and cases that change only what one named behaviour is about.

A case is as good as a scenario, but it is no city: its file must say so, and what a case serves says what the advice must
be at least (a blocker that holds blocks, a measure that is on is planned …).
"""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from zjtx_cli.errors import Location, Problem
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.complaints import check, hint
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.expectations import expectation, unknown_names
from zjtx_cli.files.located import MOST_BYTES, Node, parse
from zjtx_cli.model.answers import Case
from zjtx_cli.model.condition import Condition, questions_in
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Playbook
from zjtx_cli.model.scenario import Expectation, Scenario
from zjtx_cli.text import Text

CITY = "编造"
WAYS = {
    "base": ("",),
    "blocker": ("",),
    "precondition": ("", "holds"),
    "step": ("", "holds"),
    "measure": ("on", "off", "gone"),
    "branch": ("asked", "not asked"),
    "group": ("present", "absent"),
    "tension": ("", "quiet"),
}
"""What a case can serve, and how: `kind:what how`. Every other kind (a line of the pack, a verdict …) says in its
`expect` what must be.
"""

_SAYS = Text(
    "编造的情形要写明：about 的中文应有“编造”，英文应有“made-up”",
    "made-up cases must say so: about needs “编造” in Chinese and “made-up” in English",
)
_SERVES = Text("不认识所检验的“{what}”{hint}", "no such thing to serve: “{what}”{hint}")
_WAY = Text("“{kind}”后面应写：{ways}", "after a {kind} comes one of: {ways}")
_ALWAYS = Text("（空）", "(nothing)")
_STRAYS = Text(
    "这个情形只应改动与“{what}”有关的答案，“{question}”无关",
    "this case may change only answers that “{what}” is about; “{question}” is none",
)
_NOTHING = Text("要写 expect：结论必须是什么", "expect is needed: what the advice must be")
_NO_BASE = Text(
    "作为基础的文件 {name}.yaml 不在这里，或有错误", "the file of the base, {name}.yaml, is not there or not sound"
)
_TWICE = Text("情形“{name}”出现了两次", "the case “{name}” stands twice")


def read_cases(path: Path, node: Node, pack: Pack) -> tuple[list[Scenario], list[Problem]]:
    """The cases of a file as scenarios, or every problem of the file, each told once."""
    from zjtx_cli.files.forms_cases import CasesFile

    problems = check(CasesFile, node)
    if problems:
        return [], problems
    about = node.value["about"]
    if "编造" not in about.value["zh"].value or "made-up" not in about.value["en"].value.lower():
        problems.append(Problem(about.where, "made-up", _SAYS))
    scenarios = []
    seen: set[str] = set()
    bases = _bases(path, node)
    for one in node.value["cases"].value:
        name = one.value["name"]
        if name.value in seen:
            problems.append(Problem(name.where, "id-twice", _TWICE.format(name=name.value)))
        seen.add(name.value)
        scenario, found = _case(path, node, one, bases, pack)
        problems += found
        scenarios += [] if scenario is None else [scenario]
    problems = sorted(set(problems))
    return ([] if problems else scenarios), problems


def read_answers(path: Path, node: Node, pack: Pack) -> Iterator[tuple[str, Case | None, list[Problem]]]:
    """By its name what each case of a file answers, whatever it serves and expects."""
    from zjtx_cli.files.forms_cases import CasesFile

    if problems := check(CasesFile, node):
        yield path.stem, None, problems
        return
    bases = _bases(path, node)
    for one in node.value["cases"].value:
        base = bases.get(one.value["base"].value) if "base" in one.value else node
        name = f"{path.stem}: {one.value['name'].value}"
        if base is None:
            yield name, None, [_no_base(one)]
        else:
            yield name, *_answers(path, base, node, one, pack)


def _no_base(one: Node) -> Problem:
    base = one.value["base"]
    return Problem(base.where, "unknown-base", _NO_BASE.format(name=base.value))


def _case(
    path: Path, file: Node, node: Node, bases: Mapping[str, Node | None], pack: Pack
) -> tuple[Scenario | None, list[Problem]]:
    base: Node | None = file
    if "base" in node.value:
        base = bases[node.value["base"].value]
        if base is None:
            return None, [_no_base(node)]
    assert base is not None
    case, problems = _answers(path, base, file, node, pack)
    expect = node.value.get("expect")
    if expect is not None:
        problems += unknown_names(expect, pack)
    playbook = pack.playbooks.get(base.value["playbook"].value) if "playbook" in base.value else None
    if "playbook" in base.value and playbook is None:
        where, name = base.value["playbook"].where, base.value["playbook"].value
        problems.append(
            Problem(where, "unknown-playbook", _SERVES.format(what=name, hint=hint(name, [*pack.playbooks])))
        )
    if problems or case is None:
        return None, problems
    serves = node.value["serves"]
    served = _served(serves.value, playbook, pack, case.level)
    if isinstance(served, Text):
        return None, [Problem(serves.where, "serves", served)]
    wanted, about = served
    if about is not None:
        problems += _strays(node, about, serves.value, pack)
    whole = _joined(wanted, expect)
    if whole == Expectation():
        problems.append(Problem(node.where, "nothing-expected", _NOTHING))
    name = f"{path.parent.name}/{path.stem}: {node.value['name'].value}"
    return Scenario(name, case, whole, node.where, serves.value), problems


def _answers(path: Path, base: Node, file: Node, node: Node, pack: Pack) -> tuple[Case | None, list[Problem]]:
    start = base.value["base"] if "base" in base.value else Node({}, base.where, {})
    changed = node.value["set"] if "set" in node.value else Node({}, node.where, {})
    answers = Node({**start.value, **changed.value}, node.where, {**(start.keys or {}), **(changed.keys or {})})
    parts = {"city": Node(CITY, node.where), "answers": answers}
    for holder in (file, node):
        if "level" in holder.value:
            parts["level"] = holder.value["level"]
    return case_of(Node(parts, node.where, dict.fromkeys(parts, node.where)), pack, str(path))


def _bases(path: Path, file: Node) -> dict[str, Node | None]:
    """The files in the same folder whose bases are used, by name; None where one is not there or not sound."""
    from zjtx_cli.files.forms_cases import CasesFile

    bases: dict[str, Node | None] = {}
    for name in {one.value["base"].value for one in file.value["cases"].value if "base" in one.value}:
        beside = path.with_name(f"{name}.yaml")
        parsed = parse(read_bytes(str(beside), MOST_BYTES), str(beside)) if beside.is_file() else None
        bases[name] = parsed if isinstance(parsed, Node) and not check(CasesFile, parsed) else None
    return bases


Served = tuple[Expectation, Condition | None]
"""What the advice must be by what is served, and the condition that alone the changed answers may be about."""


def _served(serves: str, playbook: Playbook | None, pack: Pack, level: str) -> Served | Text:
    kind, _, rest = serves.partition(":")
    what, _, how = rest.partition(" ")
    if kind not in WAYS:
        return Expectation(), None
    if how not in WAYS[kind]:
        ways = "、".join(one or _ALWAYS.zh for one in WAYS[kind]), ", ".join(one or _ALWAYS.en for one in WAYS[kind])
        return _WAY.format(kind=kind, ways=Text(*ways))
    known = list(_names(kind, playbook, pack))
    if what not in known:
        return _SERVES.format(what=serves, hint=hint(what, known))
    match kind:
        case "branch":
            return (Expectation(asked=(what,)) if how == "asked" else Expectation(not_asked=(what,))), None
        case "group":
            return (Expectation(present=(what,)) if how == "present" else Expectation(absent=(what,))), None
        case "tension":
            return (Expectation(no_tensions=(what,)) if how else Expectation(tensions=(what,))), None
        case _:
            assert playbook is not None
            return _of_playbook(kind, what, how, playbook, level)


def _names(kind: str, playbook: Playbook | None, pack: Pack) -> Iterator[str]:
    if kind == "branch":
        yield from (one.id for one in pack.questions.values() if one.ask_if)
    elif kind == "group":
        yield from (one.id for one in pack.groups)
    elif kind == "tension":
        yield from (one.id for one in pack.tensions)
    elif playbook is not None:
        yield from {
            "base": [""],
            "blocker": [one.id for one in playbook.blockers],
            "precondition": [one.id for one in playbook.preconditions],
            "step": [one.id for one in playbook.mechanism],
            "measure": [one.id for one in playbook.measures if one.when is not None],
        }[kind]


def _of_playbook(kind: str, what: str, how: str, playbook: Playbook, level: str) -> Served:
    name, named = playbook.id, f"{playbook.id}/{what}"
    match kind, how:
        case "base", _:
            held = [one.id for one in playbook.preconditions if one.necessary]
            held += [one.id for one in playbook.mechanism if one.necessary]
            return Expectation(
                strength=((name, "recommended"),),
                holds=tuple(f"{name}/{one}" for one in held),
                fails=tuple(f"{name}/{one.id}" for one in playbook.blockers),
            ), None
        case "blocker", _:
            blocker = next(one for one in playbook.blockers if one.id == what)
            others = tuple(f"{name}/{one.id}" for one in playbook.blockers if one.id != what)
            return Expectation(blocked=(name,), holds=(named,), fails=others), blocker.when
        case "precondition", "":
            needed = next(one for one in playbook.preconditions if one.id == what)
            shut = needed.necessary and level not in needed.buildable_by
            barred, considered = ((name,), ()) if shut else ((), (name,) if needed.necessary else ())
            return Expectation(fails=(named,), barred=barred, considered=considered), needed.holds_if
        case "step", "":
            step = next(one for one in playbook.mechanism if one.id == what)
            return Expectation(fails=(named,), barred=(name,) if step.necessary else ()), step.holds_if
        case "precondition" | "step", _:
            return Expectation(holds=(named,)), None
        case "measure", "on":
            return Expectation(planned=(named,)), None
        case "measure", "off":
            return Expectation(not_planned=(named,), left_out=(named,)), None
        case _:  # gone: its model falls, so it is neither planned nor left out
            return Expectation(not_planned=(named,), barred=(name,)), None


def _strays(node: Node, about: Condition, serves: str, pack: Pack) -> Iterator[Problem]:
    """All else must stay as the base has it: only the condition's own questions, and what opens them, are changed."""
    own = set(questions_in(about))
    for question in own.copy():
        ask_if = pack.questions[question].ask_if
        own.update(questions_in(ask_if) if ask_if else ())
    places: dict[str, Location] = (node.value["set"].keys or {}) if "set" in node.value else {}
    for question, where in places.items():
        if question not in own:
            yield Problem(where, "case-strays", _STRAYS.format(what=serves, question=question))


def _joined(wanted: Expectation, node: Node | None) -> Expectation:
    if node is None:
        return wanted
    own = expectation(node.plain())
    lists: dict[str, Any] = {
        key: tuple(dict.fromkeys((*getattr(wanted, key), *getattr(own, key))))
        for key in Expectation._fields
        if key not in ("status", "first")
    }
    return Expectation(**{**lists, "status": own.status, "first": own.first})
