"""Every rule, and every way in the source of breaking one, is shown by a file in tests/cases (or by a named test)."""

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

import zjtx_cli
from tests.files import test_bad_packs, test_overlay
from tests.files.refusals import CASES, PACK, expectations
from tests.files.spoiled import cases
from tests.files.test_bad_data import files
from tests.files.test_bad_input import BYTES
from zjtx_cli import errors
from zjtx_cli.authoring.lint import RULES
from zjtx_cli.errors import InvalidContent
from zjtx_cli.files.complaints import _LANGUAGE, _OTHER, _RULES
from zjtx_cli.files.references import _WHAT

SOURCE = Path(zjtx_cli.__file__).parent
TESTS = CASES.parent
ROOMS = ("files", "authoring", "cli")
STAGES = ("form", "names", "questions", "playbooks", "places", "lint", "overlay")
FOLDERS = (
    "invalid",
    "invalid_scenarios",
    *(f"invalid_{kind}" for kind in ("json", "rows", "records", "drafts", "codings")),
)
OWN = ("invalid_config", "invalid_survivors")

MAKERS = {
    "Problem",
    "_problem",
    "_note",
    "refuse",
    "_refused",
    "too_deep",
    "too_large",
    "control_character",
    "duplicate_key",
}
"""The functions that make a problem, or hand on the rule and the message of one."""

ELSEWHERE = {
    # what no file of a readable size can show, or no file at all
    "files/answers.py set-form": "files/test_bad_input.py::test_a_bad_setting",
    "files/library.py file-name": "files/test_bad_packs.py::test_a_file_with_another_suffix_is_not_passed_over",
    "files/library.py missing-file": "files/test_bad_packs.py::test_a_file_that_is_missing",
    "files/places.py no-place": "files/test_bad_packs.py::test_a_place_must_tell_what_came_of_it",
    "files/located.py encoding": "files/test_bad_input.py::test_a_file_that_is_no_text",
    "files/located.py empty": "files/test_bad_input.py::test_a_file_that_is_no_text",
    "files/located.py too_large": "files/test_bad_input.py::test_a_file_that_is_no_text",
    "files/located.py too-large": "files/test_bad_input.py::test_a_file_that_is_no_text",
    "files/json_located.py too_large": "files/test_bad_data.py::test_a_file_or_line_beyond_the_limit_is_refused_unread",
    "files/rows.py too_large": "files/test_bad_data.py::test_a_file_or_line_beyond_the_limit_is_refused_unread",
    "files/tables.py too_large": "files/test_bad_data.py::test_a_file_or_line_beyond_the_limit_is_refused_unread",
    "files/streams.py access": "files/test_bad_data.py::test_what_is_no_answers_file_is_told_as_that",
    "files/streams.py file-type": "files/test_bad_data.py::test_what_is_no_answers_file_is_told_as_that",
    "cli/batching.py access": "cli/test_batch.py::test_the_worst_row_decides",
    "cli/batching.py missing": "cli/test_batch.py::test_the_worst_row_decides",
    "cli/check_results.py _problem": "cli/test_forms.py::test_all_forms_of_test_tell_the_same_failures",
    "cli/check_results.py expect": "cli/test_forms.py::test_all_forms_of_test_tell_the_same_failures",
    "cli/change_results.py decision": "authoring/test_diff.py::test_all_forms_tell_the_same_changes",
    "cli/bench_results.py survivor": "cli/test_bench.py::test_a_survivor_without_a_reason_and_a_reason_without_a_survivor_are_a_gate",
    "cli/bench_results.py stale-survivor": "cli/test_bench.py::test_a_survivor_without_a_reason_and_a_reason_without_a_survivor_are_a_gate",
    "cli/bench_results.py coverage": "cli/test_bench.py::test_what_is_not_exercised_is_a_notice_under_github",
}


def test_every_rule_has_a_case() -> None:
    """A new refusal needs a case that shows it: a file in tests/cases, in the folder of its kind."""
    told = {case.rule for case in cases(*STAGES)}
    assert {case.rule for case in cases("lint")} == set(RULES)
    for folder in (*FOLDERS, *OWN):
        for file in files(folder):
            told |= {one.rule for one in expectations(file)[1]}
    told |= {place.split()[1].replace("_", "-") for place in ELSEWHERE}
    told |= {problem.split()[0] for _, problem in BYTES.values()}
    rules = {rule for rule, _ in _RULES.values()} | {_OTHER[0], _LANGUAGE[0]} | {f"unknown-{what}" for what in _WHAT}
    rules |= {rule for _, _, _, rule in _sites() if rule}
    assert rules - told == set()


def test_every_way_in_the_source_to_break_a_rule_has_a_case(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Every place in the source at which a problem is made is come by when the cases are read."""
    reached = _recorded(monkeypatch)
    _read_all(tmp_path)
    missed = {}
    for file, line, maker, rule in _sites():
        if (file, line) not in reached and f"{file} {rule or maker}" not in ELSEWHERE:
            missed[f"{file}:{line}"] = rule or maker
    assert missed == {}
    assert len(reached) > 100


def test_what_is_shown_elsewhere_is_a_test_there() -> None:
    known = {f"{file} {rule or maker}" for file, _, maker, rule in _sites()}
    for place, where in ELSEWHERE.items():
        assert place in known, place
        file, name = where.split("::")
        assert re.search(rf"^def {name}\(", (TESTS / file).read_text("utf-8"), re.MULTILINE), where


def _sites() -> Iterator[tuple[str, int, str, str]]:
    """File, line, maker and rule (where it is written there) of every call that makes a problem."""
    for path in (path for room in ROOMS for path in sorted((SOURCE / room).glob("*.py"))):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, (ast.Name, ast.Attribute)):
                continue
            maker = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
            if maker in MAKERS and not _hands_on(node):
                second = node.args[1] if len(node.args) > 1 else None
                named = second.value if isinstance(second, ast.Constant) and isinstance(second.value, str) else ""
                yield f"{path.parent.name}/{path.name}", node.lineno, maker, named


def _hands_on(node: ast.Call) -> bool:
    """Whether rule and message are those that the function was given: its callers are the ways."""
    rule, message = (ast.unparse(one) for one in node.args[1:3]) if len(node.args) > 2 else ("", "")
    return (rule, message) == ("rule", "message") or rule.startswith("_rule(")


def _recorded(monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, int]]:
    """From now on, the lines of the source from which problems are made."""
    reached: set[tuple[str, int]] = set()

    class Recorded(errors.Problem):
        def __new__(cls, *args: Any, **named: Any) -> "Recorded":
            for back in range(1, 5):
                frame = sys._getframe(back)
                if not frame.f_code.co_filename.startswith(str(SOURCE)):
                    break
                path = Path(frame.f_code.co_filename)
                reached.add((f"{path.parent.name}/{path.name}", frame.f_lineno))
            return super().__new__(cls, *args, **named)

    plain = errors.Problem
    for room in ROOMS:
        for found in pkgutil.iter_modules([str(SOURCE / room)]):
            module = importlib.import_module(f"zjtx_cli.{room}.{found.name}")
            if getattr(module, "Problem", None) is plain:
                monkeypatch.setattr(module, "Problem", Recorded)
    return reached


def _read_all(scratch: Path) -> None:
    """Every case, by the reader of its kind. That each is refused as it must be is tested with its kind."""
    from zjtx_cli.cli.app import main
    from zjtx_cli.files.answers import read_case
    from zjtx_cli.files.codings import read_codings
    from zjtx_cli.files.drafts import read_draft
    from zjtx_cli.files.library import load
    from zjtx_cli.files.records import read_record
    from zjtx_cli.files.scenarios import read_scenarios

    pack = load(PACK)
    for case in cases(*STAGES[:-1]):
        test_bad_packs.spoil(case)
    for case in cases("overlay"):
        test_overlay.spoil(case)
    for file in (*files("invalid"), *files("invalid_json")):
        read_case(str(file), pack)
    read_scenarios(files("invalid_scenarios"), pack)
    for file in files("invalid_drafts"):
        read_draft(file, pack)
    read_codings(CASES / "invalid_codings", pack)
    for file in files("invalid_records"):
        with suppress(InvalidContent):
            read_record(str(file), pack)
    rows = [str(file) for file in files("invalid_rows")]
    main(["batch", *rows, "--playbooks", str(PACK), "--jobs", "1", "-o", str(scratch / "rows.jsonl"), "--quiet"])
    config = scratch / "zjtx" / "config.yaml"
    config.parent.mkdir()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CONFIG_HOME", str(scratch))
        for file in files("invalid_config"):
            config.write_bytes(file.read_bytes())
            main(["playbooks", "list", "--playbooks", str(PACK), "--quiet"])
