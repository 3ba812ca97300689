"""Scenarios: answers files with what the advice must be beside them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zjtx_cli.errors import CannotAccess, Location, Problem
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.complaints import check, hint
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.located import MOST_BYTES, Node, parse
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.scenario import Expectation, Scenario
from zjtx_cli.text import Text

_NO_FOLDER = Text("找不到 {name}", "{name} is not there")
_PLAYBOOK = Text("没有叫“{name}”的模式{hint}", "there is no playbook “{name}”{hint}")
_MEASURE = Text(
    "没有叫“{name}”的措施（写作 模式/措施）{hint}", "there is no measure “{name}” (written playbook/measure){hint}"
)


@dataclass(frozen=True, slots=True)
class ScenarioFiles:
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]


def read_scenarios(paths: list[Path], pack: Pack) -> ScenarioFiles:
    """Every scenario of these files and folders (*.yaml inside), in order, and what is wrong with the rest."""
    scenarios, problems = [], []
    for path in _files(paths):
        scenario, found = read_scenario(path, pack)
        problems += found
        if scenario is not None:
            scenarios.append(scenario)
    return ScenarioFiles(tuple(scenarios), tuple(problems))


def read_originals(folder: Path, pack: Pack) -> dict[str, Case]:
    """By playbook the case it was written from, as the scenarios beside the pack tell it (`original_of`).

    A pack needs none; a scenario that cannot be read is no hindrance here, `playbooks test` tells what is wrong with it.
    """
    cases: dict[str, Case] = {}
    for path in sorted((folder / "scenarios").glob("*.yaml")):
        content = read_bytes(str(path), MOST_BYTES)
        if b"original_of" not in content:
            continue
        parsed = parse(content, str(path))
        if isinstance(parsed, list) or not isinstance(parsed.value, dict) or "original_of" not in parsed.value:
            continue
        case, problems = case_of(parsed, pack, str(path))
        own = parsed.value["original_of"].value
        if case is not None and not problems and own in pack.playbooks:
            cases.setdefault(own, case)
    return cases


def read_scenario(path: Path, pack: Pack) -> tuple[Scenario | None, list[Problem]]:
    """One scenario, or every problem of its file."""
    parsed = parse(read_bytes(str(path), MOST_BYTES), str(path))
    return (None, parsed) if isinstance(parsed, list) else scenario_of(parsed, pack, path)


def scenario_of(parsed: Node, pack: Pack, path: Path) -> tuple[Scenario | None, list[Problem]]:
    """One scenario of a parsed file, or every problem of it."""
    from zjtx_cli.files.forms import ScenarioFile

    case, problems = case_of(parsed, pack, str(path))
    if isinstance(parsed.value, dict):
        known = {(one.where, one.rule) for one in problems}
        problems += [one for one in check(ScenarioFile, _judged_part(parsed)) if (one.where, one.rule) not in known]
    if not problems:
        problems = [*_names(parsed.value["expect"], pack), *_own(parsed, pack), *_followed(parsed, pack)]
    if problems or case is None:
        return None, sorted(problems)
    return Scenario(path.stem, case, _expectation(parsed.value["expect"].plain()), parsed.value["expect"].where), []


def _judged_part(node: Node) -> Node:
    """The scenario without what `case_of` has checked more precisely."""
    kept = {key: value for key, value in node.value.items() if key in ("expect", "about", "original_of", "place")}
    empty = Node({}, node.where, {})
    return Node({"city": Node("-", node.where), "answers": empty, **kept}, node.where, node.keys)


def _names(node: Node, pack: Pack) -> list[Problem]:
    problems = []
    playbooks, measures = list(pack.playbooks), _measures(pack)
    for key in ("first", "among", "never", "blocked", "strength"):
        for name, where in _held(node, key):
            if name not in playbooks:
                message = _PLAYBOOK.format(name=name, hint=hint(name, playbooks))
                problems.append(Problem(where, "unknown-playbook", message))
    for key in ("planned", "not_planned", "left_out"):
        for name, where in _held(node, key):
            if name not in measures:
                problems.append(
                    Problem(where, "unknown-measure", _MEASURE.format(name=name, hint=hint(name, measures)))
                )
    return problems


def _own(node: Node, pack: Pack) -> list[Problem]:
    """The playbook that the scenario says it is the original case of."""
    held = node.value.get("original_of")
    if held is None or held.value in pack.playbooks:
        return []
    message = _PLAYBOOK.format(name=held.value, hint=hint(held.value, list(pack.playbooks)))
    return [Problem(held.where, "unknown-playbook", message)]


def _followed(node: Node, pack: Pack) -> list[Problem]:
    if "place" not in node.value:
        return []
    playbooks = list(pack.playbooks)
    return [
        Problem(where, "unknown-playbook", _PLAYBOOK.format(name=name, hint=hint(name, playbooks)))
        for name, where in _held(node.value["place"], "followed")
        if name not in playbooks
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


def _expectation(plain: dict[str, Any]) -> Expectation:
    lists = ("among", "never", "blocked", "planned", "not_planned", "left_out")
    return Expectation(
        status=plain.get("status"),
        first=plain.get("first"),
        strength=tuple(sorted(plain.get("strength", {}).items())),
        **{key: tuple(plain.get(key, ())) for key in lists},
    )


def _files(paths: list[Path]) -> list[Path]:
    found = []
    for path in paths:
        if not path.exists():
            raise CannotAccess(_NO_FOLDER.format(name=path))
        found += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return found
