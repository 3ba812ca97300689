"""Running scenarios: is the advice what it must be, and if not, which findings made the difference?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import BLOCKED, CONDITIONAL, RECOMMENDED, Judgement, LeftOut, Match, Planned
from zjtx_cli.model.scenario import Expectation, Scenario
from zjtx_cli.text import Text, joined, same

_STATUS = Text("结论应为 {wanted}，实为 {found}", "the status must be {wanted}, it is {found}")
_FIRST = Text("首选应为 {wanted}，实为 {found}", "the first choice must be {wanted}, it is {found}")
_AMONG = Text("首选应在 {wanted} 之中，实为 {found}", "the first choice must be among {wanted}, it is {found}")
_NEVER = Text("首选不应是 {found}", "the first choice must not be {found}")
_STRENGTH = Text("“{playbook}”应为 {wanted}，实为 {found}", "“{playbook}” must be {wanted}, it is {found}")
_PLANNED = Text("计划中应有 {wanted}", "the plan must hold {wanted}")
_NOT_PLANNED = Text("计划中不应有 {wanted}", "the plan must not hold {wanted}")
_LEFT_OUT = Text("{wanted} 应列入“未列入”并说明原因", "{wanted} must be left out with a reason")
_CONSIDERED = Text("“{playbook}”应可考虑，实为 {found}", "“{playbook}” must be worth considering, it is {found}")
_BARRED = Text("“{playbook}”不应可考虑，实为 {found}", "“{playbook}” must not be worth considering, it is {found}")
_HOLDS = Text("“{part}”应成立，实为{found}", "“{part}” must hold; it is {found}")
_FAILS = Text("“{part}”应不成立，实为{found}", "“{part}” must fail; it is {found}")
_PRESENT = Text("应有“{group}”类企业，实为{found}", "the group “{group}” must be there; that is {found}")
_ABSENT = Text("不应有“{group}”类企业，实为{found}", "the group “{group}” must not be there; that is {found}")
_ASKED = Text("应问“{question}”", "“{question}” must be asked")
_NOT_ASKED = Text("不应问“{question}”", "“{question}” must not be asked")
_TOLD = Text("应提示矛盾“{tension}”", "the tension “{tension}” must be told")
_NOT_TOLD = Text("不应提示矛盾“{tension}”", "the tension “{tension}” must not be told")
_TRUTH = {True: Text("成立", "true"), False: Text("不成立", "false"), None: Text("未知", "open")}
_UNTOLD = Text("未提到", "not told")
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
    return outcome_of(scenario, advice.first, advice.plan, advice.left_out)


def outcome_of(
    scenario: Scenario, judgement: Judgement, plan: Sequence[Planned], left_out: Sequence[LeftOut]
) -> Outcome:
    failures = tuple(failures_of(scenario.expect, judgement, plan, left_out))
    findings = tuple(_findings(scenario, judgement)) if failures else ()
    return Outcome(scenario, failures, findings, judgement.verdict.first, judgement.verdict.status)


def plans(expect: Expectation) -> bool:
    """Whether the plan is looked at."""
    return bool(expect.planned or expect.not_planned or expect.left_out)


def differences(winner: Match, other: Match) -> list[tuple[str, float]]:
    """By question, how much more it gives the one than the other; the largest first. They add up to the lead in fit."""
    parts = {finding.question: finding.contribution for finding in winner.findings}
    for finding in other.findings:
        parts[finding.question] = parts.get(finding.question, 0.0) - finding.contribution
    return sorted(parts.items(), key=lambda pair: (-round(pair[1], 9), pair[0]))


def failures_of(
    expect: Expectation, judgement: Judgement, plan: Sequence[Planned], left_out: Sequence[LeftOut]
) -> Iterator[Text]:
    """Everything in which an advice is not what it must be."""
    yield from _of_verdict(expect, judgement)
    yield from _of_strength(expect, judgement)
    yield from _of_parts(expect, judgement)
    yield from _of_questions(expect, judgement)
    planned = {f"{one.playbook}/{one.measure.id}" for one in plan}
    out = {f"{one.playbook}/{one.measure}" for one in left_out}
    yield from (_PLANNED.format(wanted=one) for one in expect.planned if one not in planned)
    yield from (_NOT_PLANNED.format(wanted=one) for one in expect.not_planned if one in planned)
    yield from (_LEFT_OUT.format(wanted=one) for one in expect.left_out if one not in out)


def _of_verdict(expect: Expectation, judgement: Judgement) -> Iterator[Text]:
    verdict = judgement.verdict
    found = verdict.first or "–"
    if expect.status is not None and verdict.status != expect.status:
        yield _STATUS.format(wanted=expect.status, found=verdict.status)
    if expect.first is not None and verdict.first != expect.first:
        yield _FIRST.format(wanted=expect.first, found=found)
    if expect.among and verdict.first not in expect.among:
        yield _AMONG.format(wanted=joined([same(one) for one in expect.among]), found=found)
    if verdict.first in expect.never:
        yield _NEVER.format(found=found)


def _of_strength(expect: Expectation, judgement: Judgement) -> Iterator[Text]:
    for playbook, strength in [*expect.strength, *((playbook, BLOCKED) for playbook in expect.blocked)]:
        actual = judgement.match(playbook).strength
        if actual != strength:
            yield _STRENGTH.format(playbook=playbook, wanted=strength, found=actual)
    for names, wanted, template in ((expect.considered, True, _CONSIDERED), (expect.barred, False, _BARRED)):
        for playbook in names:
            actual = judgement.match(playbook).strength
            if (actual in (RECOMMENDED, CONDITIONAL)) is not wanted:
                yield template.format(playbook=playbook, found=actual)


def _of_parts(expect: Expectation, judgement: Judgement) -> Iterator[Text]:
    for names, wanted, template in ((expect.holds, True, _HOLDS), (expect.fails, False, _FAILS)):
        for part in names:
            playbook, _, name = part.partition("/")
            match = judgement.match(playbook)
            told = [one.holds for one in match.preconditions if one.id == name]
            told += [one.holds for one in match.blockers if one.id == name]
            told += [one.holds for one in match.transfer if one.id == name]
            if not told:
                yield template.format(part=part, found=_UNTOLD)
            yield from (template.format(part=part, found=_TRUTH[holds]) for holds in told if holds is not wanted)
    present = {one.group: one.present for one in judgement.groups}
    for names, wanted, template in ((expect.present, True, _PRESENT), (expect.absent, False, _ABSENT)):
        for group in names:
            if present[group] is not wanted:
                yield template.format(group=group, found=_TRUTH[present[group]])


def _of_questions(expect: Expectation, judgement: Judgement) -> Iterator[Text]:
    asked = {*judgement.answers, *judgement.missing}
    yield from (_ASKED.format(question=one) for one in expect.asked if one not in asked)
    yield from (_NOT_ASKED.format(question=one) for one in expect.not_asked if one in asked)
    told = {one.id for one in judgement.tensions}
    yield from (_TOLD.format(tension=one) for one in expect.tensions if one not in told)
    yield from (_NOT_TOLD.format(tension=one) for one in expect.no_tensions if one in told)


def _findings(scenario: Scenario, judgement: Judgement) -> Iterator[Text]:
    """Why the models stand as they do, and what separates the wanted one from the found one."""
    expect = scenario.expect
    named = [expect.first, *expect.among, *(name for name, _ in expect.strength)]
    others = [*expect.blocked, *expect.considered, *expect.barred, judgement.verdict.first]
    shown = dict.fromkeys(name for name in [*named, *others] if name)
    for name in shown:
        yield _BECAUSE.format(playbook=name, because=judgement.match(name).because)
    yield from _parts_told(expect, judgement)
    wanted = next((name for name in named if name), None)
    if wanted and judgement.verdict.first and wanted != judgement.verdict.first:
        yield _difference(judgement.match(judgement.verdict.first), judgement.match(wanted))


def _parts_told(expect: Expectation, judgement: Judgement) -> Iterator[Text]:
    """The answers on which a part hangs that should hold and does not, or the other way round."""
    for names, wanted in ((expect.holds, True), (expect.fails, False)):
        for part in names:
            playbook, _, name = part.partition("/")
            match = judgement.match(playbook)
            told = [(one.holds, one.because) for one in match.preconditions if one.id == name]
            told += [(one.holds, one.deciding) for one in match.blockers if one.id == name]
            told += [(one.holds, one.because) for one in match.transfer if one.id == name]
            yield from (_BECAUSE.format(playbook=part, because=why) for holds, why in told if holds is not wanted)


def _difference(winner: Match, other: Match) -> Text:
    largest = differences(winner, other)[:4]
    return _DIFFERENCE.format(
        winner=winner.playbook,
        other=other.playbook,
        lead=f"{winner.score.likely - other.score.likely:.2f}",
        which=joined([same(f"{question} {value:+.2f}") for question, value in largest]),
    )
