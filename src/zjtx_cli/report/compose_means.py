"""What the plan keeps to: money, land, the leaders' attention, the offices' staff; and how its models go together."""

from collections import Counter
from collections.abc import Iterator

from zjtx_cli.advisor.means import HEAVY, own_revenue
from zjtx_cli.model.advice import Advice, Planned
from zjtx_cli.model.playbook import Measure
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.report import wording
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.compose_first import considered
from zjtx_cli.report.document import Bullets, Fact, Facts, Section
from zjtx_cli.report.telling import Teller


def means(advice: Advice, t: Teller) -> Section:
    """The four limits and what each of them meant for this plan."""
    facts = [
        Fact(t(plan_words.MONEY), (_money(advice, t),)),
        Fact(t(plan_words.LAND), (_land(advice, t),)),
        Fact(t(plan_words.LEADERS), (_leaders(advice, t),)),
    ]
    if t.pack.thresholds.office_leads_at_most is not None:
        facts.append(Fact(t(plan_words.STAFF), tuple(_staff(advice, t))))
    return Section(t(plan_words.MEANS), (Facts(tuple(facts)),))


def together(advice: Advice, t: Teller) -> tuple[Section, ...]:
    """How the models in the plan go together: which comes first, which firms go where, what they compete for."""
    planned = {one.playbook for one in advice.plan}
    rules = {
        frozenset((name, link.other)): t(
            plan_words.PAIR,
            one=t.model(name),
            other=t.model(link.other),
            relation=plan_words.RELATION[link.relation],
            rule=t.here(link.rule),
        )
        for judgement in advice.judgements
        for name in (one.playbook for one in considered(judgement) if one.playbook in planned)
        for link in t.pack.playbooks[name].combines
        if link.other in planned
    }
    return (Section(t(plan_words.TOGETHER), (Bullets(tuple(rules.values())),)),) if rules else ()


def _money(advice: Advice, t: Teller) -> str:
    share, limits = own_revenue(t.pack, advice.judgements), t.pack.thresholds
    heavy = [one.measure.title for one in advice.plan if one.measure.resource.weight == HEAVY]
    if share is None:
        rule = t(plan_words.MONEY_UNKNOWN)
    else:
        sentence = plan_words.MONEY_ENOUGH
        if share < limits.one_heavy_below:
            sentence = plan_words.MONEY_ONE if share >= limits.no_heavy_below else plan_words.MONEY_NONE
        figures = {"none": _percent(limits.no_heavy_below), "one": _percent(limits.one_heavy_below)}
        rule = t(sentence, share=_percent(share), **figures)
    which = t.enumerated(t(wording.QUOTED, title=title) for title in heavy)
    return t.sentences([rule, t(plan_words.HEAVY_IN, which=which) if heavy else t(plan_words.HEAVY_NOT)])


def _land(advice: Advice, t: Teller) -> str:
    built = [one.measure.title for one in advice.plan if one.measure.new_land]
    if built:
        return t(plan_words.LAND_FOR, which=t.enumerated(t(wording.QUOTED, title=one) for one in built))
    return t(plan_words.LAND_NOT)


def _leaders(advice: Advice, t: Teller) -> str:
    led = [one.measure.title for one in advice.plan if one.measure.leader_led]
    wanted = sum(_as_written(one, t).leader_led for one in advice.plan)
    if not led:
        return t(plan_words.LEADERS_NOT)
    which = t.enumerated(t(wording.QUOTED, title=one) for one in led)
    others = wanted - len(led)
    return t(plan_words.LEADERS_OTHERS if others else plan_words.LEADERS_FOR, which=which, count=others)


def _staff(advice: Advice, t: Teller) -> Iterator[str]:
    busy = Counter((one.measure.lead, one.measure.phase) for one in advice.plan)
    most = t.pack.thresholds.office_leads_at_most
    if busy:
        (office, _), count = max(busy.items(), key=lambda pair: pair[1])
        yield t(plan_words.STAFF_BUSIEST, office=t.office(office), count=count, most=most)
    late = [one.measure.title for one in advice.plan if one.measure.phase != _as_written(one, t).phase]
    if late:
        which = t.enumerated(t(wording.QUOTED, title=one) for one in late)
        yield t(plan_words.STAFF_LATE, count=len(late), which=which)


def _as_written(one: Planned, t: Teller) -> Measure:
    return next(measure for measure in t.pack.playbooks[one.playbook].measures if measure.id == one.measure.id)


def _percent(figure: float) -> str:
    return f"{show_figure(figure)}%"
