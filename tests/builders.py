"""Small packs from Python: what a test says about a pack is only what the test is about."""

from collections.abc import Mapping, Sequence

from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.claim import Instrument
from zjtx_cli.model.condition import ALWAYS, Compare, Condition, Is
from zjtx_cli.model.pack import Group, Pack, Thresholds
from zjtx_cli.model.playbook import (
    Blocker,
    Combination,
    Criterion,
    Kpi,
    Measure,
    Playbook,
    Precondition,
    Resource,
    Step,
    Worth,
)
from zjtx_cli.model.question import Named, Option, Question, Tension
from zjtx_cli.text import Text, same

THRESHOLDS = Thresholds(
    conditional_from=0.5,
    recommended_from=0.65,
    recommended_known=0.5,
    verdict_known=0.3,
    lead=0.05,
    weight_cap=1.0,
    no_heavy_below=20,
    one_heavy_below=40,
    leader_led_at_most=1,
)
MONEY = "money"
"""The fiscal question of every built pack that asks it."""

Given = Value | Mark | Answer | set[str] | int
"""An answer as a test writes it."""


def a_text(word: str) -> Text:
    return Text(f"{word}（中文）", f"{word} (English)")


def a_question(
    name: str,
    options: Sequence[str] = ("good", "bad"),
    *,
    kind: str = "one",
    exclusive: Sequence[str] = (),
    span: tuple[float, float] = (0, 0),
    whole: bool = False,
    ask_if: Condition | None = None,
    may_not_apply: bool = False,
    office: str = "industry",
) -> Question:
    number = kind == "number"
    return Question(
        id=name,
        section="all",
        name=a_text(name),
        text=a_text(f"{name}?"),
        why=a_text("why"),
        office=office,
        where=a_text("where"),
        nature="given",
        kind=kind,
        options=() if number else tuple(Option(one, a_text(one), exclusive=one in exclusive) for one in options),
        unit=same("家") if number else None,
        low=float(span[0]),
        high=float(span[1]),
        typical=float(span[0]) if number else None,
        whole=whole,
        ask_if=ask_if,
        may_not_apply=may_not_apply,
    )


def a_number(
    name: str,
    low: float,
    high: float,
    *,
    whole: bool = True,
    ask_if: Condition | None = None,
    may_not_apply: bool = False,
) -> Question:
    return a_question(name, kind="number", span=(low, high), whole=whole, ask_if=ask_if, may_not_apply=may_not_apply)


def is_(question: str, *options: str) -> Is:
    return Is(question, frozenset(options))


def at_least(question: str, threshold: float) -> Compare:
    return Compare(question, "at_least", threshold)


def a_criterion(
    question: str,
    values: Mapping[str, float] | None = None,
    *,
    weight: float = 1.0,
    points: Sequence[tuple[float, float]] = (),
    otherwise: float | None = None,
    combine: str = "max",
) -> Criterion:
    """By default the option good is worth 1 and bad 0. The share is settled by the playbook."""
    values = {} if points else values or {"good": 1.0, "bad": 0.0}
    return Criterion(
        question=question,
        weight=weight,
        share=0.0,
        reason=a_text(f"weight of {question}"),
        options={option: Worth(value, a_text(option)) for option, value in values.items()},
        points=tuple((float(at), float(value)) for at, value in points),
        combine=combine,
        otherwise=None if otherwise is None else Worth(otherwise, a_text("otherwise")),
    )


def a_precondition(
    name: str, holds_if: Condition, *, necessary: bool = True, buildable_by: tuple[str, ...] = ()
) -> Precondition:
    return Precondition(name, a_text(name), holds_if, necessary, buildable_by, a_text("build"))


def a_blocker(name: str, when: Condition) -> Blocker:
    return Blocker(name, when, a_text(f"{name} forbids"), a_text("instead"))


def a_step(name: str, holds_if: Condition, *, necessary: bool = True, evidence: str = "C") -> Step:
    return Step(name, a_text(name), holds_if, necessary, evidence, a_text("if it fails"))


def a_measure(
    name: str,
    *,
    weight: str = "light",
    phase: str = "prepare",
    when: Condition | None = None,
    leader_led: bool = False,
    after: tuple[str, ...] = (),
    excludes: tuple[str, ...] = (),
    merge: str = "",
    instruments: tuple[str, ...] = (),
) -> Measure:
    return Measure(
        id=name,
        title=a_text(name),
        phase=phase,
        steps=(a_text("step"),),
        lead="industry",
        authority="county",
        resource=Resource(weight, 1.0, 2.0),
        kpis=(Kpi(a_text("kpi")),),
        risks=(a_text("risk"),),
        when=when,
        leader_led=leader_led,
        after=after,
        excludes=excludes,
        merge=merge,
        instruments=instruments,
        basis="judgement",
    )


def a_playbook(
    name: str,
    criteria: Sequence[Criterion],
    *,
    group: str = "firms",
    preconditions: Sequence[Precondition] = (),
    blockers: Sequence[Blocker] = (),
    mechanism: Sequence[Step] = (),
    measures: Sequence[Measure] = (),
    companions: Sequence[str] = (),
) -> Playbook:
    total = sum(one.weight for one in criteria)
    return Playbook(
        id=name,
        group=group,
        title=a_text(name),
        case=a_text("case"),
        summary=a_text("summary"),
        problem=a_text("problem"),
        criteria=tuple(one._replace(share=one.weight / total) for one in criteria),
        preconditions=tuple(preconditions),
        blockers=tuple(blockers),
        mechanism=tuple(mechanism),
        measures=tuple(measures),
        if_nothing=a_text("if nothing"),
        combines=tuple(Combination(one, "companion", a_text("together")) for one in companions),
    )


def a_group(name: str = "firms", present_if: Condition = ALWAYS, size: str = "") -> Group:
    return Group(name, a_text(name), a_text("pain"), present_if, size)


def an_instrument(name: str, start: str = "", until: str = "") -> Instrument:
    return Instrument(
        id=name,
        title=a_text(name),
        what=a_text("what"),
        basis=(),
        apply=("county",),
        applicants=a_text("all"),
        lead="industry",
        months=(1.0, 2.0),
        cost="light",
        pitfall=a_text("pitfall"),
        verified="verified",
        start=start,
        until=until,
    )


def a_pack(
    questions: Sequence[Question],
    playbooks: Sequence[Playbook],
    *,
    groups: Sequence[Group] = (),
    instruments: Sequence[Instrument] = (),
    tensions: Sequence[Tension] = (),
    thresholds: Thresholds = THRESHOLDS,
    fiscal_question: str = MONEY,
) -> Pack:
    offices = dict.fromkeys(["industry", "statistics", *(one.office for one in questions)])
    return Pack(
        name="small",
        version="1",
        as_of="2026-11",
        sha256="0" * 64,
        thresholds=thresholds,
        fiscal_question=fiscal_question,
        groups=tuple(groups) or (a_group(),),
        sections=(Named("all", a_text("all")),),
        offices={one: Named(one, a_text(one)) for one in offices},
        phases=tuple(Named(one, a_text(one)) for one in ("prepare", "build", "deepen")),
        procedures={},
        questions={one.id: one for one in questions},
        tensions=tuple(tensions),
        playbooks={one.id: one for one in sorted(playbooks, key=lambda one: one.id)},
        claims={},
        sources={},
        instruments={one.id: one for one in instruments},
        primer=(),
        doing_nothing=a_text("nothing"),
        cautions=(),
    )


def an_answer(given: Given) -> Answer:
    if isinstance(given, Answer):
        return given
    if isinstance(given, set):
        return Answer(frozenset(given))
    if isinstance(given, int):
        return Answer(float(given))
    return Answer(given)


def a_case(
    answers: Mapping[str, Given] | None = None, *, level: str = "county", industry: str = "", office: str | None = None
) -> Case:
    settled = {question: an_answer(given) for question, given in (answers or {}).items()}
    return Case("某某市", industry, level, "CN", None, office, settled, office or "answers.yaml")
