"""One playbook against one city: findings, and what follows from them."""

from collections.abc import Iterator, Mapping

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.completions import Extremes, extremes
from zjtx_cli.advisor.path import Path
from zjtx_cli.advisor.saying import clause, listed, say_deciding
from zjtx_cli.advisor.tables import Tables, Worth
from zjtx_cli.model.advice import (
    BLOCKED,
    CONDITIONAL,
    NOT_RECOMMENDED,
    RECOMMENDED,
    BlockerFinding,
    Finding,
    Match,
    PreconditionFinding,
    Score,
    StepFinding,
)
from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.condition import Condition, State, Truth, truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.playbook import Criterion, Playbook
from zjtx_cli.text import Text


def match(playbook: Playbook, tables: Tables, path: Path, answers: Mapping[str, Answer], level: str) -> Match:
    """Judge a playbook by the answers that count on this path, for a city of this level."""
    pack, states = tables.pack, path.states
    findings = tuple(_findings(playbook, tables, path, answers))
    preconditions = tuple(_preconditions(playbook, pack, states, level))
    blockers = tuple(_blockers(playbook, pack, states))
    steps = tuple(_steps(playbook, pack, states))
    eligible = may_be_chosen(playbook, pack, states, level)
    judged = Match(
        playbook.id, playbook.group, findings, preconditions, blockers, steps, eligible is not False, "", Text("", "")
    )
    strength, because = _strength(judged, pack, truth(pack.group(playbook.group).present_if, states))
    return Match(
        playbook.id, playbook.group, findings, preconditions, blockers, steps, eligible is not False, strength, because
    )


def may_be_chosen(playbook: Playbook, pack: Pack, states: Mapping[str, State], level: str) -> Truth:
    """Whether the playbook is eligible: False is certain, None is open, True is certain."""
    result: Truth = True
    for condition, wanted in gates_of(playbook, pack, level):
        one = truth(condition, states)
        if one is None:
            result = None
        elif one is not wanted:
            return False
    return result


def gate_questions(playbook: Playbook, pack: Pack, level: str) -> list[Condition]:
    """The conditions on which eligibility rests."""
    return [condition for condition, _ in gates_of(playbook, pack, level)]


def gates_of(playbook: Playbook, pack: Pack, level: str) -> Iterator[tuple[Condition, bool]]:
    """The conditions on which eligibility rests, each with what it must not turn out to fail."""
    yield pack.group(playbook.group).present_if, True
    for blocker in playbook.blockers:
        yield blocker.when, False
    for step in playbook.mechanism:
        if step.necessary:
            yield step.holds_if, True
    for precondition in playbook.preconditions:
        if precondition.necessary and level not in precondition.buildable_by:
            yield precondition.holds_if, True


def fit_extremes(playbook: str, tables: Tables, path: Path) -> Extremes:
    """Exact lowest and highest fit over all completions."""
    return extremes(tables.worth[playbook], path, tables, lambda question, state: tables.at(playbook, question, state))


def _findings(playbook: Playbook, tables: Tables, path: Path, answers: Mapping[str, Answer]) -> Iterator[Finding]:
    bounds = fit_extremes(playbook.id, tables, path)
    for criterion in playbook.criteria:
        state = path.states[criterion.question]
        low, high = _span(criterion, tables, path)
        yield Finding(
            criterion.question,
            answers.get(criterion.question) if criterion.question in path.asked else None,
            state is not None,
            low,
            high,
            criterion.share,
            bounds.parts_low[criterion.question],
            bounds.parts_high[criterion.question],
            _because(criterion, state, low, high),
            criterion.reason,
            criterion.claims,
        )


def _span(criterion: Criterion, tables: Tables, path: Path) -> tuple[float, float]:
    """The values that the answer can still take, branches included."""
    state, taken = path.states[criterion.question], tables.values[criterion.question]
    if state is not None or tables.pack.questions[criterion.question].ask_if is None:
        values = [criterion.value(value) for value in (taken if state is None else (state,))]
        return min(values), max(values)
    worth: Worth = {criterion.question: {value: criterion.value(value) for value in taken}}
    bounds = extremes(worth, path, tables, lambda _, state: 0.0 if state is None else criterion.value(state))
    return bounds.low, bounds.high


def _because(criterion: Criterion, state: State, low: float, high: float) -> Text:
    if isinstance(state, str):
        return criterion.options[state].because
    if isinstance(state, frozenset):
        return listed([worth.because for option, worth in criterion.options.items() if option in state])
    if isinstance(state, float):
        return criterion.because or criterion.reason
    if state is Mark.NOT_APPLICABLE:
        return criterion.otherwise.because if criterion.otherwise else reasons.NOT_ASKED_VALUE
    middle = (low + high) / 2
    return reasons.OPEN_VALUE.format(low=reasons.fit(low), high=reasons.fit(high), middle=reasons.fit(middle))


def _preconditions(
    playbook: Playbook, pack: Pack, states: Mapping[str, State], level: str
) -> Iterator[PreconditionFinding]:
    for one in playbook.preconditions:
        holds = truth(one.holds_if, states)
        yield PreconditionFinding(
            one.id,
            one.text,
            holds,
            one.necessary,
            one.buildable_by,
            level in one.buildable_by,
            one.build,
            _stands(holds, one.holds_if, pack, states),
        )


def _blockers(playbook: Playbook, pack: Pack, states: Mapping[str, State]) -> Iterator[BlockerFinding]:
    for one in playbook.blockers:
        deciding = say_deciding(one.when, states, pack.questions)
        yield BlockerFinding(one.id, truth(one.when, states), one.because, one.instead, deciding)


def _steps(playbook: Playbook, pack: Pack, states: Mapping[str, State]) -> Iterator[StepFinding]:
    for one in playbook.mechanism:
        holds = truth(one.holds_if, states)
        because = _stands(holds, one.holds_if, pack, states)
        yield StepFinding(one.id, one.text, holds, one.necessary, one.evidence, one.if_fails, because, one.claims)


def _stands(holds: Truth, condition: Condition, pack: Pack, states: Mapping[str, State]) -> Text:
    template = {True: reasons.HOLDS, False: reasons.FAILS, None: reasons.OPEN}[holds]
    return template.format(deciding=say_deciding(condition, states, pack.questions))


def _strength(judged: Match, pack: Pack, present: Truth) -> tuple[str, Text]:
    limits, score = pack.thresholds, judged.score
    if barred := [one.because for one in judged.blockers if one.holds]:
        return BLOCKED, reasons.BLOCKED.format(which=listed(barred))
    if refusals := list(_refusals(judged, score, limits.conditional_from, present)):
        return NOT_RECOMMENDED, listed(refusals)
    if gaps := list(_gaps(judged, pack, present)):
        fit = reasons.fit(score.likely, under=limits.recommended_from)
        return CONDITIONAL, reasons.CONDITIONAL.format(fit=fit, which=listed(gaps))
    fit, known = reasons.fit(score.likely), reasons.percent(judged.known)
    missing = [one.text for one in judged.preconditions if one.necessary and one.holds is not True]
    if missing:  # they can be built at this level, or they would be a gap
        return RECOMMENDED, reasons.TO_BUILD.format(fit=fit, known=known, which=listed(missing))
    return RECOMMENDED, reasons.ALL_MET.format(fit=fit, known=known)


def _refusals(judged: Match, score: Score, limit: float, present: Truth) -> Iterator[Text]:
    """Why a playbook that is not blocked cannot be considered."""
    if present is False:
        yield reasons.GROUP_MISSING
    for step in judged.transfer:
        if step.necessary and step.holds is False:
            yield reasons.STEP_FAILS.format(which=clause(step.text))
    for one in judged.preconditions:
        if one.necessary and one.holds is False and not one.buildable:
            yield reasons.PRECONDITION_FAILS.format(which=clause(one.text))
    if score.likely < limit:
        yield reasons.FIT_LOW.format(fit=reasons.fit(score.likely, under=limit), limit=reasons.fit(limit))


def _gaps(judged: Match, pack: Pack, present: Truth) -> Iterator[Text]:
    """What keeps a playbook that can be considered from being recommended."""
    limits = pack.thresholds
    if judged.score.likely < limits.recommended_from:
        yield reasons.FIT_NOT_HIGH.format(limit=reasons.fit(limits.recommended_from))
    if judged.known < limits.recommended_known:
        limit = reasons.percent(limits.recommended_known)
        known = reasons.percent(judged.known, under=limits.recommended_known)
        yield reasons.KNOWN_LOW.format(known=known, limit=limit)
    if present is None:
        yield reasons.GROUP_UNSURE
    for blocker in judged.blockers:
        if blocker.holds is None:
            yield reasons.BLOCKER_OPEN.format(which=blocker.deciding)
    for one in judged.preconditions:
        if one.necessary and one.holds is not True and not one.buildable:
            yield reasons.PRECONDITION_OPEN.format(which=clause(one.text))
    yield from _weak_steps(judged)


def _weak_steps(judged: Match) -> Iterator[Text]:
    for step in judged.transfer:
        if step.necessary and step.holds is None:
            yield reasons.STEP_OPEN.format(which=clause(step.text))
        elif step.necessary and step.evidence == "D":
            yield reasons.STEP_WEAK.format(which=clause(step.text))
