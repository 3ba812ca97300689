"""Scenarios: answers files with what the advice must be beside them."""

from dataclasses import dataclass
from pathlib import Path

from zjtx_cli.errors import CannotAccess, Problem
from zjtx_cli.files.answers import case_of
from zjtx_cli.files.complaints import check
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.expectations import expectation, unknown_names, unknown_playbooks
from zjtx_cli.files.located import MOST_BYTES, Node, parse
from zjtx_cli.files.made_up import read_cases
from zjtx_cli.model.answers import Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.scenario import Scenario
from zjtx_cli.text import Text

_NO_FOLDER = Text("找不到 {name}", "{name} is not there")


@dataclass(frozen=True, slots=True)
class ScenarioFiles:
    scenarios: tuple[Scenario, ...]
    problems: tuple[Problem, ...]


def read_scenarios(paths: list[Path], pack: Pack) -> ScenarioFiles:
    """Every scenario of these files and folders (*.yaml inside), in order, and what is wrong with the rest.

    A file with `cases` holds many made-up cities (see `made_up`), any other one city.
    """
    scenarios: list[Scenario] = []
    problems: list[Problem] = []
    for path in _files(paths):
        parsed = parse(read_bytes(str(path), MOST_BYTES), str(path))
        if isinstance(parsed, list):
            problems += parsed
        elif isinstance(parsed.value, dict) and "cases" in parsed.value:
            several, found = read_cases(path, parsed, pack)
            scenarios += several
            problems += found
        else:
            one, found = scenario_of(parsed, pack, path)
            problems += found
            scenarios += [] if one is None else [one]
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
    from zjtx_cli.files.forms_cases import ScenarioFile

    case, problems = case_of(parsed, pack, str(path))
    if isinstance(parsed.value, dict):
        known = {(one.where, one.rule) for one in problems}
        problems += [one for one in check(ScenarioFile, _judged_part(parsed)) if (one.where, one.rule) not in known]
    if not problems:
        problems = [*unknown_names(parsed.value["expect"], pack), *unknown_playbooks(parsed, pack)]
    if problems or case is None:
        return None, sorted(problems)
    return Scenario(path.stem, case, expectation(parsed.value["expect"].plain()), parsed.value["expect"].where), []


def _judged_part(node: Node) -> Node:
    """The scenario without what `case_of` has checked more precisely."""
    kept = {key: value for key, value in node.value.items() if key in ("expect", "about", "original_of", "place")}
    empty = Node({}, node.where, {})
    return Node({"city": Node("-", node.where), "answers": empty, **kept}, node.where, node.keys)


def _files(paths: list[Path]) -> list[Path]:
    found = []
    for path in paths:
        if not path.exists():
            raise CannotAccess(_NO_FOLDER.format(name=path))
        found += sorted(path.rglob("*.yaml")) if path.is_dir() else [path]
    return found
