"""Of the first screen: what may fail here, whom to ask for what, and where the city's means draw the line."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Advice, Judgement, Match, StepFinding
from zjtx_cli.model.condition import questions_in
from zjtx_cli.report import wording
from zjtx_cli.report.open_points import is_open, open_points
from zjtx_cli.report.telling import Teller
from zjtx_cli.report.telling_change import all_decisive

_MOST_ASKED, _FEW = 3, 2
_HEAVY = "heavy"


def may_fail(leading: Match, t: Teller) -> Iterator[str]:
    """The step of the mechanism that stands weakest here and what to do about it, and where the same thing failed."""
    step = _weakest(leading)
    if step is not None:
        words = {"step": t.label(step.text), "holds": wording.STEP_STANDS[step.holds]}
        evidence = t(wording.GRADE_IS, grade=step.evidence, words=wording.GRADES[step.evidence])
        yield t.sentence(t(wording.MAY_FAIL, **words, evidence=evidence))
        if step.holds is False:
            yield t.sentence(t(wording.REMEDY, what=t.gist(step.if_fails)))
    failures = t.pack.playbooks[leading.playbook].failed_where
    if failures:
        yield t.sentence(t(wording.LESSON, place=failures[0].place, lesson=t.gist(failures[0].lesson)))


def to_find_out(judgement: Judgement, leading: Match, t: Teller) -> str:
    """What to find out first, each with the office that has it; nothing where all is known.

    What can change the advice comes before what keeps a blocker of the leading model open, and that before the rest.
    """
    points: list[str] = []
    if judgement.robustness is not None:
        points += [one.question for one in all_decisive(judgement.robustness) if one.changes]
    blockers = zip(t.pack.playbooks[leading.playbook].blockers, leading.blockers, strict=True)
    gates = [question for one, found in blockers if found.holds is None for question in questions_in(one.when)]
    points += [one for one in gates if is_open(one, judgement)]
    points += [point.question for point in open_points(judgement, t.pack)]
    asked = [t.pack.questions[point] for point in list(dict.fromkeys(points))[:_MOST_ASKED]]
    told = t.clauses(t(wording.POINT, name=one.name, office=t.office(one.office)) for one in asked)
    return t.sentence(told) if told else ""


def held_back(advice: Advice, t: Teller) -> Iterator[str]:
    """Heavy projects that the city's means keep out of the plan, each reason once."""
    found: dict[str, list[str]] = {}
    for one in advice.left_out:
        measures = t.pack.playbooks[one.playbook].measures
        heavy = next(measure for measure in measures if measure.id == one.measure).resource.weight == _HEAVY
        if heavy and one.kind == "limit":
            found.setdefault(t(one.because), []).append(t(wording.QUOTED, title=one.title))
    for because, titles in list(found.items())[:_FEW]:
        yield t.sentence(t(wording.HELD_BACK, because=because, which=t.enumerated(dict.fromkeys(titles))))


def _weakest(match: Match) -> StepFinding | None:
    """A necessary step that fails, else one that is not known here, else the one with the weakest evidence."""
    steps = [step for step in match.transfer if step.necessary]
    order = {False: 0, None: 1, True: 2}
    return min(steps, key=lambda step: (order[step.holds], -ord(step.evidence)), default=None)
