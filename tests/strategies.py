"""Random small packs and answers for the laws: branches, blockers, preconditions, steps, all three kinds of question."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.builders import (
    MONEY,
    a_blocker,
    a_case,
    a_criterion,
    a_group,
    a_measure,
    a_number,
    a_pack,
    a_playbook,
    a_precondition,
    a_question,
    a_step,
    an_instrument,
    is_,
)
from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.condition import AllOf, AnyOf, Compare, Condition, Not
from zjtx_cli.model.pack import LEVELS, Pack
from zjtx_cli.model.playbook import Criterion, Measure, Playbook
from zjtx_cli.model.question import Question

_PHASES = ("prepare", "build", "deepen")
_WORTHS = st.sampled_from([0.0, 0.15, 1 / 3, 0.5, 0.7, 1.0])
_MARKS = st.sampled_from([Answer(Mark.UNKNOWN), Answer(Mark.WITHHELD)])


@st.composite
def questions(draw: st.DrawFn, most: int = 4) -> list[Question]:
    """Two to `most` questions; a branch looks at any that come earlier, so branches form chains."""
    made: list[Question] = []
    for index in range(draw(st.integers(2, most))):
        ask_if = draw(conditions(made)) if made and draw(st.integers(0, 2)) == 0 else None
        made.append(draw(_question(f"q{index}", ask_if)))
    return made


@st.composite
def conditions(draw: st.DrawFn, asked: Sequence[Question], depth: int = 2) -> Condition:
    kind = draw(st.sampled_from(["atom", "atom", "all", "any", "not"])) if depth else "atom"
    if kind in ("all", "any"):
        parts = tuple(draw(st.lists(conditions(asked, depth - 1), min_size=1, max_size=2)))
        return AllOf(parts) if kind == "all" else AnyOf(parts)
    if kind == "not":
        return Not(draw(conditions(asked, depth - 1)))
    question = draw(st.sampled_from(asked))
    if question.kind == "number":
        halves = int(question.high - question.low) * 2
        threshold = question.low + draw(st.integers(0, halves)) / 2
        return Compare(question.id, draw(st.sampled_from(["at_least", "at_most", "above", "below"])), threshold)
    options = [option.id for option in question.options]
    return is_(question.id, *draw(st.lists(st.sampled_from(options), min_size=1, max_size=2)))


@st.composite
def packs(draw: st.DrawFn, *, measures: bool = False) -> Pack:
    """One to three playbooks over two to four questions, in one or two groups; with `measures` also the fiscal question."""
    asked = draw(questions(most=3 if measures else 4))
    groups = [a_group("g0", draw(_maybe_always(asked))), a_group("g1", draw(conditions(asked)), asked[0].id)]
    names = [f"p{index}" for index in range(draw(st.integers(1, 3)))]
    playbooks = [draw(_playbook(name, names, asked, measures)) for name in names]
    money = [a_number(MONEY, 0, 100, whole=False)] if measures else []
    instruments = [
        an_instrument("ended", "2020-01", "2026-10"),
        an_instrument("coming", "2026-12"),
        an_instrument("sure", "2020-01"),
    ]
    return a_pack([*asked, *money], playbooks, groups=groups, instruments=[*instruments, an_instrument("unsure")])


@st.composite
def values(draw: st.DrawFn, question: Question) -> Value | Mark:
    """A value that the question can take, “does not apply” included where it may not apply."""
    if question.may_not_apply and draw(st.integers(0, 3)) == 0:
        return Mark.NOT_APPLICABLE
    if question.kind == "number":
        span = int(question.high - question.low)
        return question.low + (draw(st.integers(0, span)) if question.whole else draw(st.integers(0, span * 4)) / 4)
    options = [option.id for option in question.options]
    if question.kind == "one":
        return draw(st.sampled_from(options))
    alone = [option.id for option in question.options if option.exclusive]
    chosen: frozenset[str] = draw(st.frozensets(st.sampled_from(options), min_size=1))
    return next((frozenset([option]) for option in alone if option in chosen), chosen)


@st.composite
def answers(draw: st.DrawFn, asked: Sequence[Question]) -> dict[str, Answer]:
    """Each question not asked, unknown, withheld or answered; some answers belong to branches that stay shut."""
    given: dict[str, Answer] = {}
    for question in asked:
        match draw(st.integers(0, 4)):
            case 0:
                pass
            case 1:
                given[question.id] = draw(_MARKS)
            case _:
                given[question.id] = Answer(draw(values(question)))
    return given


@st.composite
def cases(draw: st.DrawFn, pack: Pack, industry: str = "") -> Case:
    given = draw(answers(list(pack.questions.values())))
    if MONEY in pack.questions:
        money = draw(st.sampled_from([None, Mark.UNKNOWN, Mark.WITHHELD, 19.0, 20.0, 39.5, 40.0, 80.0]))
        given.pop(MONEY, None)
        given |= {} if money is None else {MONEY: Answer(money)}
    return a_case(given, level=draw(st.sampled_from(LEVELS)), industry=industry)


@st.composite
def packs_with_cases(draw: st.DrawFn, *, measures: bool = False) -> tuple[Pack, Case]:
    pack = draw(packs(measures=measures))
    return pack, draw(cases(pack))


@st.composite
def _question(draw: st.DrawFn, name: str, ask_if: Condition | None) -> Question:
    may_not_apply = draw(st.integers(0, 3)) == 0
    kind = draw(st.sampled_from(["one", "one", "several", "whole", "decimal"]))
    if kind == "whole":
        return a_number(name, 0, draw(st.integers(1, 4)), ask_if=ask_if, may_not_apply=may_not_apply)
    if kind == "decimal":
        return a_number(name, 0, 1, whole=False, ask_if=ask_if, may_not_apply=may_not_apply)
    options = ["a", "b", "c"][: draw(st.integers(2, 3))]
    exclusive = ["c"] if kind == "several" and draw(st.booleans()) else []
    return a_question(name, options, kind=kind, exclusive=exclusive, ask_if=ask_if, may_not_apply=may_not_apply)


def _maybe_always(asked: Sequence[Question]) -> st.SearchStrategy[Condition]:
    return st.one_of(st.just(AllOf(())), conditions(asked))


@st.composite
def _playbook(draw: st.DrawFn, name: str, names: list[str], asked: Sequence[Question], measures: bool) -> Playbook:
    used = draw(st.lists(st.sampled_from(asked), min_size=1, unique_by=lambda one: one.id))
    return a_playbook(
        name,
        [draw(_criterion(question)) for question in used],
        group=draw(st.sampled_from(["g0", "g0", "g1"])),
        blockers=[a_blocker("b0", draw(conditions(asked)))] if draw(st.integers(0, 2)) == 0 else [],
        preconditions=[
            a_precondition(
                f"c{index}",
                draw(conditions(asked)),
                necessary=draw(st.booleans()),
                buildable_by=tuple(draw(st.lists(st.sampled_from(LEVELS), unique=True))),
            )
            for index in range(draw(st.integers(0, 2)))
        ],
        mechanism=[
            a_step(
                f"s{index}",
                draw(conditions(asked)),
                necessary=draw(st.booleans()),
                evidence=draw(st.sampled_from("ABCD")),
            )
            for index in range(draw(st.integers(0, 1)))
        ],
        measures=draw(_measures(names, asked)) if measures else (),
        companions=draw(st.lists(st.sampled_from([one for one in names if one != name]), max_size=1))
        if len(names) > 1
        else (),
    )


@st.composite
def _criterion(draw: st.DrawFn, question: Question) -> Criterion:
    """Anchored as a pack must be: the best is worth 1, the worst 0; a number's points lie on figures it can take."""
    weight = float(draw(st.integers(1, 5)))
    otherwise = draw(_WORTHS)
    if question.kind == "number":
        at = [
            question.low + index / (1 if question.whole else 2)
            for index in range(int(question.high - question.low) * (1 if question.whole else 2) + 1)
        ]
        worths = draw(_anchored(len(at)))
        return a_criterion(question.id, weight=weight, points=list(zip(at, worths, strict=True)), otherwise=otherwise)
    options = [option.id for option in question.options]
    worths = draw(_anchored(len(options)))
    combine = draw(st.sampled_from(["max", "mean"]))
    return a_criterion(
        question.id, dict(zip(options, worths, strict=True)), weight=weight, otherwise=otherwise, combine=combine
    )


@st.composite
def _anchored(draw: st.DrawFn, count: int) -> list[float]:
    return draw(st.permutations([0.0, 1.0, *(draw(_WORTHS) for _ in range(count - 2))]))


@st.composite
def _measures(draw: st.DrawFn, names: list[str], asked: Sequence[Question]) -> list[Measure]:
    """Up to four measures that come after one another in any direction of the list, but never in a circle."""
    made: list[Measure] = []
    for index in range(draw(st.integers(1, 4))):
        earlier = [one.id for one in made]
        everywhere = [f"{name}/m{other}" for name in names for other in range(4) if other != index]
        made.append(
            a_measure(
                f"m{index}",
                weight=draw(st.sampled_from(["light", "medium", "heavy", "heavy"])),
                phase=_PHASES[min(index, draw(st.integers(max([0, *(_PHASES.index(one.phase) for one in made)]), 2)))],
                when=draw(conditions(asked)) if draw(st.integers(0, 2)) == 0 else None,
                leader_led=draw(st.booleans()),
                after=tuple(draw(st.lists(st.sampled_from(earlier), max_size=2, unique=True))) if earlier else (),
                excludes=tuple(draw(st.lists(st.sampled_from(everywhere), max_size=1))),
                merge=draw(st.sampled_from(["", "", "k0", "k1"])),
                instruments=tuple(draw(st.lists(st.sampled_from(["ended", "coming", "sure", "unsure"]), unique=True))),
            )
        )
    return draw(st.permutations(made))
