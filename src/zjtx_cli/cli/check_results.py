"""What a check of playbooks found, in the forms that people, pipelines and editors read."""

import json
from itertools import groupby
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from zjtx_cli.authoring.scenarios import Outcome
from zjtx_cli.cli import bench_results, show
from zjtx_cli.cli.bench_gates import Gate
from zjtx_cli.errors import Location, Problem
from zjtx_cli.model.bench import Coverage, Mutation
from zjtx_cli.text import Language, Text

_PASSED = Text("通过", "ok    ")
_FAILED = Text("不符", "FAILED")
_MADE_UP = Text("编造的情形 {count} 个", "{count} made-up cases")
_SUMMARY = Text("{passed} 个通过，{failed} 个不符", "{passed} passed, {failed} failed")


class Measured(NamedTuple):
    """What was measured beside the outcomes, and the gates that were asked for."""

    coverage: Coverage | None = None
    mutation: Mutation | None = None
    gates: tuple[Gate, ...] = ()


def form_of(chosen: str | None) -> str:
    """The form that was asked for; else annotations in a job of GitHub Actions, and text everywhere else."""
    if chosen is not None:
        return str(chosen)
    return "github" if show.under_github() else "text"


def show_problems(problems: tuple[Problem, ...], form: str, language: Language) -> None:
    """Problems of a pack; in the form `text` nothing is printed where there are none."""
    match form:
        case "json":
            found = [show.problem_as_json(one) for one in problems]
            show.result(json.dumps({"schema": "zjtx.problems/1", "problems": found}, ensure_ascii=False, indent=2))
        case "github":
            if problems:
                show.result(show.problems_as_github(problems, language))
        case "junit":
            cases = [(str(one.where), one.rule, one.message.to(language)) for one in problems]
            show.result(junit("zjtx playbooks validate", cases or [("playbooks", "", "")]))
        case _:
            if problems:
                show.result(show.problems_as_text(problems, language))


def show_outcomes(outcomes: list[Outcome], form: str, language: Language, measured: Measured | None = None) -> None:
    """Results of scenarios; a failing one shows the findings that made the difference."""
    coverage, mutation, gates = measured or Measured()
    match form:
        case "json":
            content = {
                "schema": "zjtx.outcomes/1",
                "outcomes": [_as_json(one) for one in outcomes],
                "coverage": None if coverage is None else bench_results.coverage_json(coverage),
                "mutation": None if mutation is None else bench_results.mutation_json(mutation),
            }
            show.result(json.dumps(content, ensure_ascii=False, indent=2))
        case "github":
            found = [_problem(one) for one in outcomes if not one.passed]
            found += [] if mutation is None else bench_results.warnings(mutation)
            found += [] if coverage is None else bench_results.gaps(coverage)
            told = [show.problems_as_github(tuple(found), language)] if found else []
            summary = [_lines(outcomes, language)[-1]]  # no annotation
            summary += [one.to(language) for one in bench_results.summary_lines(coverage, mutation)]
            show.result("\n".join([*told, *summary]))
        case "junit":
            cases = [(one.scenario.name, "expect" if one.failures else "", _told(one, language)) for one in outcomes]
            cases += [_gate(one, language) for one in gates]
            show.result(junit("zjtx playbooks test", cases))
        case _:
            lines = _lines(outcomes, language)
            lines += [] if coverage is None else [one.to(language) for one in bench_results.coverage_lines(coverage)]
            lines += [] if mutation is None else [one.to(language) for one in bench_results.mutation_lines(mutation)]
            show.result("\n".join(lines))


def _lines(outcomes: list[Outcome], language: Language) -> list[str]:
    """A line for each real city, one for each file of made-up cases that all pass, and all that fail."""
    lines = []
    for (_, made_up), several in groupby(outcomes, key=lambda one: (one.scenario.where.file, one.scenario.made_up)):
        held = list(several)
        if made_up and all(one.passed for one in held):
            name = held[0].scenario.name.partition(":")[0]
            lines.append(f"{_PASSED.to(language)}  {name}  ({_MADE_UP.format(count=len(held)).to(language)})")
            continue
        for one in held:
            if one.passed and made_up:
                continue
            word = (_PASSED if one.passed else _FAILED).to(language)
            lines.append(f"{word}  {one.scenario.name}  ({one.status}, {one.first or '–'})")
            where = f"{one.scenario.where}: " if one.failures else ""
            lines += [f"    {where}{failure.to(language)}" for failure in one.failures]
            lines += [f"      {finding.to(language)}" for finding in one.findings]
    passed = sum(one.passed for one in outcomes)
    return [*lines, _SUMMARY.format(passed=passed, failed=len(outcomes) - passed).to(language)]


def _gate(one: Gate, language: Language) -> tuple[str, str, str]:
    told = show.problems_as_text(one.against, language)
    return one.name, "" if one.holds else "gate", told or one.name


def _problem(one: Outcome) -> Problem:
    parts = [*one.failures, *one.findings]
    message = Text("；".join(part.zh for part in parts), "; ".join(part.en for part in parts))
    return Problem(Location(*one.scenario.where), "expect", message)


def _told(one: Outcome, language: Language) -> str:
    return "\n".join(part.to(language) for part in (*one.failures, *one.findings))


def _as_json(one: Outcome) -> dict[str, object]:
    return {
        "scenario": one.scenario.name,
        "passed": one.passed,
        "status": one.status,
        "first": one.first,
        "made_up": one.scenario.made_up,
        "serves": one.scenario.serves or None,
        "file": one.scenario.where.file,
        "line": one.scenario.where.line,
        "failures": [{"zh": failure.zh, "en": failure.en} for failure in one.failures],
        "findings": [{"zh": finding.zh, "en": finding.en} for finding in one.findings],
    }


def junit(suite: str, cases: list[tuple[str, str, str]]) -> str:
    """JUnit XML; a case with a rule has failed."""
    failed = sum(bool(rule) for _, rule, _ in cases)
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites><testsuite name={quoteattr(suite)} tests="{len(cases)}" failures="{failed}" errors="0">',
    ]
    for name, rule, message in cases:
        if rule:
            failure = f"<failure type={quoteattr(rule)} message={quoteattr(message)}>{escape(message)}</failure>"
            lines.append(f"<testcase classname={quoteattr(suite)} name={quoteattr(name)}>{failure}</testcase>")
        else:
            lines.append(f"<testcase classname={quoteattr(suite)} name={quoteattr(name)}/>")
    return "\n".join([*lines, "</testsuite></testsuites>"])
