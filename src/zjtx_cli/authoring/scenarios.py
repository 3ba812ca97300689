"""Running scenarios: is the advice what it must be, and if not, which findings made the difference?"""

from collections.abc import Iterator
from dataclasses import dataclass

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice, Judgement, Match
from zjtx_cli.model.scenario import Scenario
from zjtx_cli.text import Text, joined, same

_STATUS = Text("结论应为 {wanted}，实为 {found}", "the status must be {wanted}, it is {found}")
_FIRST = Text("首选应为 {wanted}，实为 {found}", "the first choice must be {wanted}, it is {found}")
_AMONG = Text("首选应在 {wanted} 之中，实为 {found}", "the first choice must be among {wanted}, it is {found}")
_NEVER = Text("首选不应是 {found}", "the first choice must not be {found}")
_STRENGTH = Text("“{playbook}”应为 {wanted}，实为 {found}", "“{playbook}” must be {wanted}, it is {found}")
_PLANNED = Text("计划中应有 {wanted}", "the plan must hold {wanted}")
_NOT_PLANNED = Text("计划中不应有 {wanted}", "the plan must not hold {wanted}")
_LEFT_OUT = Text("{wanted} 应列入“未列入”并说明原因", "{wanted} must be left out with a reason")
_DIFFERENCE = Text(
    "{winner} 比 {other} 高 {lead}，主要来自：{which}", "{winner} is {lead} above {other}, mainly through: {which}"
)
_BECAUSE = Text("{playbook}：{because}", "{playbook}: {because}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One scenario's result: what failed, and the findings behind it."""

    scenario: Scenario
    failures: tuple[Text, ...]
    findings: tuple[Text, ...]
    first: str | None
    status: str

    @property
    def passed(self) -> bool:
        return not self.failures


def run(tables: Tables, scenario: Scenario) -> Outcome:
    """Judge the scenario's case and compare."""
    advice = advise(tables, [scenario.case])
    judgement = advice.first
    failures = tuple(_failures(scenario, judgement, advice))
    findings = tuple(_findings(scenario, judgement)) if failures else ()
    return Outcome(scenario, failures, findings, judgement.verdict.first, judgement.verdict.status)


def differences(winner: Match, other: Match) -> list[tuple[str, float]]:
    """By question, how much more it gives the one than the other; the largest first. They add up to the lead in fit."""
    parts = {finding.question: finding.contribution for finding in winner.findings}
    for finding in other.findings:
        parts[finding.question] = parts.get(finding.question, 0.0) - finding.contribution
    return sorted(parts.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))


def _failures(scenario: Scenario, judgement: Judgement, advice: Advice) -> Iterator[Text]:
    expect, verdict = scenario.expect, judgement.verdict
    found = verdict.first or "–"
    if expect.status is not None and verdict.status != expect.status:
        yield _STATUS.format(wanted=expect.status, found=verdict.status)
    if expect.first is not None and verdict.first != expect.first:
        yield _FIRST.format(wanted=expect.first, found=found)
    if expect.among and verdict.first not in expect.among:
        yield _AMONG.format(wanted=joined([same(one) for one in expect.among]), found=found)
    if verdict.first in expect.never:
        yield _NEVER.format(found=found)
    wanted = [*expect.strength, *((playbook, "blocked") for playbook in expect.blocked)]
    for playbook, strength in wanted:
        actual = judgement.match(playbook).strength
        if actual != strength:
            yield _STRENGTH.format(playbook=playbook, wanted=strength, found=actual)
    planned = {f"{one.playbook}/{one.measure.id}" for one in advice.plan}
    left_out = {f"{one.playbook}/{one.measure}" for one in advice.left_out}
    yield from (_PLANNED.format(wanted=one) for one in expect.planned if one not in planned)
    yield from (_NOT_PLANNED.format(wanted=one) for one in expect.not_planned if one in planned)
    yield from (_LEFT_OUT.format(wanted=one) for one in expect.left_out if one not in left_out)


def _findings(scenario: Scenario, judgement: Judgement) -> Iterator[Text]:
    """Why the models stand as they do, and what separates the wanted one from the found one."""
    named = [scenario.expect.first, *scenario.expect.among, *(name for name, _ in scenario.expect.strength)]
    shown = dict.fromkeys(name for name in [*named, *scenario.expect.blocked, judgement.verdict.first] if name)
    for name in shown:
        yield _BECAUSE.format(playbook=name, because=judgement.match(name).because)
    wanted = next((name for name in named if name), None)
    if wanted and judgement.verdict.first and wanted != judgement.verdict.first:
        yield _difference(judgement.match(judgement.verdict.first), judgement.match(wanted))


def _difference(winner: Match, other: Match) -> Text:
    largest = differences(winner, other)[:4]
    return _DIFFERENCE.format(
        winner=winner.playbook,
        other=other.playbook,
        lead=f"{winner.score.likely - other.score.likely:.2f}",
        which=joined([same(f"{question} {value:+.2f}") for question, value in largest]),
    )
