"""How well an advice holds: how sure, what would change it, and what is worth finding out first."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.advisor.counterfactuals import SHALLOW
from zjtx_cli.model.advice import Judgement
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.robustness import FIRST, FREES, LIMIT_RANKS, Counterfactual, Outcome, Robustness, WeightSwitch
from zjtx_cli.report import wording
from zjtx_cli.report import wording_robustness as words
from zjtx_cli.report.compose_trust import point_place
from zjtx_cli.report.document import Block, Bullets, Fold, Paragraph, Section, Strong, Table, Words
from zjtx_cli.report.open_points import open_points
from zjtx_cli.report.telling import Teller
from zjtx_cli.report.telling_change import (
    MOSTLY,
    Switch,
    all_decisive,
    factor_of,
    is_slight,
    now_of,
    outcome,
    share_of,
    spread,
    switches_of,
    thens,
    turns,
    value,
)

NATURES = ("policy", "slow", "given")

_NEAREST_WEIGHTS, _MOST_ANSWERS, _MOST_CHANGES, _MOST_UNKNOWNS = 3, 5, 4, 6
_SMALLEST, _LARGEST = 0.25, 4.0


def robustness(judgement: Judgement, t: Teller, *, explain: bool = False) -> tuple[Section, ...]:
    """One section, or none where it was not asked for. With `explain` all switch points stand in a table."""
    robust = judgement.robustness
    if robust is None:
        return ()
    shown = _counterfactuals_shown(robust)
    parts: list[Block] = [
        Section(t(words.HOW_SURE), (Bullets(tuple(_how_sure(judgement, robust, t))),)),
        Section(t(words.WOULD_CHANGE), (Bullets(tuple(_would_change(judgement, robust, shown, t))),)),
        Section(t(words.OTHERWISE), tuple(_otherwise(judgement, robust, shown, t))),
        Section(t(words.CONSERVATIVE), (Paragraph(t.sentences(_conservative(judgement, robust, t))),)),
        Section(t(wording.UNKNOWNS), tuple(_worth_finding(judgement, robust, t))),
    ]
    if robust.limits:
        parts.append(Section(t(words.LIMITS_HIT), (Bullets(tuple(_limits(robust, t))),)))
    if explain and robust.switch_points:
        parts.append(_all_switches(judgement, robust, t))
    return (Section(t(words.SECTION), tuple(parts)),)


def _how_sure(judgement: Judgement, robust: Robustness, t: Teller) -> Iterator[str]:
    leading = judgement.verdict.first
    if robust.stable.weights:
        yield t(words.WEIGHTS_HOLD if leading else words.WEIGHTS_HOLD_NONE)
    else:
        yield t(words.WEIGHTS_TURN, count=sum(_turns_first(one) for one in robust.switch_points))
    deciding = [one.question for one in robust.decisive_unknowns if one.changes == FIRST]
    total = len(robust.decisive_unknowns)
    if deciding:
        which = t.enumerated(t.question(one) for one in deciding)
        yield t(words.ANSWERS_TURN, total=total, count=len(deciding), which=which)
    elif total:
        yield t(words.ANSWERS_HOLD, count=total)
    yield from _shares(leading or judgement.ranking[0].playbook, robust, t)
    rank = robust.ranks[leading] if leading else None
    if leading and rank is not None:
        title = t.model(leading)
        if not rank.exact:
            yield t(words.RANK_BOUNDS, title=title, best=rank.best, worst=rank.worst)
        else:
            same = rank.best == rank.worst
            yield t(words.RANK_FIXED if same else words.RANK, title=title, best=rank.best, worst=rank.worst)


def _shares(leading: str, robust: Robustness, t: Teller) -> Iterator[str]:
    share, told = robust.shares[leading][0], {"draws": robust.draws, "title": t.model(leading)}
    if share in (0, 1):
        yield t(words.SHARE_ALWAYS if share else words.SHARE_NEVER, **told)
    else:
        yield t(words.SHARE, **told, share=share_of(share, robust, t), points=spread(robust))
    unbarred = sum(robust.shares[leading])
    if unbarred < MOSTLY:
        yield t(words.SHARE_OPEN, share=share_of(unbarred, robust, t))
    others = sorted(
        ((one, places[0]) for one, places in robust.shares.items() if one != leading), key=lambda one: -one[1]
    )
    first = [t(words.SHARE_OF, title=t.model(one), share=share_of(part, robust, t)) for one, part in others if part]
    if first:
        yield t(words.SHARE_OTHERS, which=t.enumerated(first))
    never = [one for one, part in others if not part]
    if never:
        yield t(words.NEVER_FIRST, which=t.models(never))
    if robust.none_share:
        yield t(words.NONE_SHARE, share=share_of(robust.none_share, robust, t))


def _turns_first(one: object) -> bool:
    return isinstance(one, WeightSwitch) and one.changes == FIRST and 0.5 <= one.factor <= 2


def _would_change(
    judgement: Judgement, robust: Robustness, shown: tuple[Counterfactual, ...], t: Teller
) -> Iterator[str]:
    weights = [one for one in robust.switch_points if isinstance(one, WeightSwitch)]
    near = [one for one in weights if _SMALLEST <= one.factor <= _LARGEST]
    for one in near[:_NEAREST_WEIGHTS]:
        named = {"title": t.model(one.playbook), "name": t.question(one.question), "factor": factor_of(one.factor)}
        sentences = words.WEIGHT_SLIGHT if is_slight(one.factor) else words.WEIGHT_SWITCH
        yield t(sentences[one.factor > 1], **named, outcome=outcome(one.after, judgement, t))
    if not near:
        yield t(words.NO_WEIGHT)
    told = {(one.changes[0].question, one.changes[0].then) for one in shown if len(one.changes) == 1}
    every = switches_of(robust)
    switches = [rest for one in every if (rest := one.without(told)) is not None]
    for switch in switches[:_MOST_ANSWERS]:
        yield _switched(switch, judgement, t)
    if len(switches) > _MOST_ANSWERS:
        yield t(words.MORE_SWITCHES, count=sum(len(one.thens) for one in switches[_MOST_ANSWERS:]))
    if not switches:
        yield t(words.ANSWERS_BELOW if every else words.NO_ANSWER)


def _switched(one: Switch, judgement: Judgement, t: Teller) -> str:
    return t(
        words.ANSWER_SWITCH,
        name=t.question(one.question),
        now=t.answer(one.question, Answer(one.now)),
        then=thens(one.question, one.thens, t),
        outcome=outcome(one.after, judgement, t),
    )


def _counterfactuals_shown(robust: Robustness) -> tuple[Counterfactual, ...]:
    """What the city decides before what is slow or given; of each model one of a kind and a nature."""
    aims: dict[tuple[str, str, str], Counterfactual] = {}
    for one in sorted((one for one in robust.counterfactuals if one.lifts), key=lambda one: NATURES.index(one.nature)):
        aims.setdefault((one.kind, one.playbook, one.nature), one)
    return tuple(aims.values())[: _MOST_CHANGES * (2 if robust.depth > SHALLOW else 1)]


def _otherwise(
    judgement: Judgement, robust: Robustness, shown: tuple[Counterfactual, ...], t: Teller
) -> Iterator[Block]:
    if not shown:
        yield Paragraph(t(words.OTHERWISE_NONE[robust.depth]))
        return
    items: list[Words] = []
    for one in shown:
        changes = t(words.BOTH).join(
            t(
                words.CHANGE,
                name=t.question(change.question),
                now=now_of(change.question, change.now, t),
                then=value(change.question, change.then, t),
            )
            for change in one.changes
        )
        items.append((Strong(t(words.NATURES[one.nature])), t(wording.COLON) + _brings(one, changes, judgement, t)))
    yield Bullets(tuple(items))


def _brings(one: Counterfactual, changes: str, judgement: Judgement, t: Teller) -> str:
    after = outcome(one.after, judgement, t)
    if one.kind != FREES or one.after.first == one.playbook:
        return t(words.BRINGS, changes=changes, outcome=after)
    verdict = judgement.verdict
    strength = judgement.match(verdict.first).strength if verdict.first else None
    if one.after == Outcome(verdict.status, verdict.first, strength):
        return t(words.FREES, changes=changes, title=t.model(one.playbook))
    return t(words.FREES_AND, changes=changes, title=t.model(one.playbook), outcome=after)


def _conservative(judgement: Judgement, robust: Robustness, t: Teller) -> Iterator[str]:
    reading = robust.conservative
    count = len(reading.changes)
    if not count:
        yield t(words.NOTHING_WORSE)
        return
    if reading.stands:
        yield t(words.STANDS, count=count)
    else:
        yield t(words.FALLS, count=count, outcome=outcome(reading.after, judgement, t))
    if reading.breakers:
        which = t.enumerated(t.question(one) for one in reading.breakers)
        yield t(words.BREAKERS, count=len(reading.breakers), which=which)
    elif not reading.stands:
        yield t(words.NO_BREAKER)


def _worth_finding(judgement: Judgement, robust: Robustness, t: Teller) -> Iterator[Block]:
    """The decisive unknowns, and by name alone what else is open."""
    deciding = all_decisive(robust)
    shown = deciding[:_MOST_UNKNOWNS]
    rows: list[tuple[Words, ...]] = []
    for one in shown:
        name, now, office, where = point_place(one.question, judgement, t)
        effect = [turns(one, judgement, t)] if one.changes else []
        if round(one.swing, 2):
            effect.append(t(words.FIND_SWING, swing=reasons.fit(one.swing)))
        rows.append((name, now, t.clauses(effect), office, where))
    told = {one.question for one in shown}
    rest = [one.question for one in deciding[_MOST_UNKNOWNS:]]
    rest += [one.question for one in open_points(judgement, t.pack) if one.question not in {*told, *rest}]
    if rows:
        yield Paragraph(t(words.FIND_LEAD))
        yield Table(t(wording.UNKNOWNS), tuple(t(one) for one in wording.UNKNOWNS_HEAD), tuple(rows))
    else:
        yield Paragraph(t(words.FIND_NONE if rest else wording.UNKNOWNS_NONE))
    if rest:
        yield Paragraph(t(words.FIND_REST, which=t.enumerated(t.question(one) for one in rest)))


def _limits(robust: Robustness, t: Teller) -> Iterator[str]:
    for one in sorted(robust.limits, key=lambda limit: limit != LIMIT_RANKS):
        sentence = words.LIMITS[one]
        yield t(sentence.format(draws=robust.draws, points=spread(robust)))


def _all_switches(judgement: Judgement, robust: Robustness, t: Teller) -> Fold:
    rows: list[tuple[Words, ...]] = []
    for one in robust.switch_points:
        if isinstance(one, WeightSwitch):
            what = t(words.WEIGHT_OF, name=t.question(one.question), title=t.model(one.playbook))
            now, then = t(words.TIMES, factor=1), t(words.TIMES, factor=factor_of(one.factor))
            if is_slight(one.factor):
                then = t(words.SLIGHTLY[one.factor > 1])
        else:
            question = one.change.question
            what, now, then = (
                t.question(question),
                now_of(question, one.change.now, t),
                value(question, one.change.then, t),
            )
        rows.append((what, now, then, t(words.CHANGED[one.changes]), outcome(one.after, judgement, t)))
    title = t(words.ALL_SWITCHES, count=len(rows))
    return Fold(title, (Table(title, tuple(t(one) for one in words.SWITCHES_HEAD), tuple(rows)),))
