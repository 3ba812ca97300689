"""How often the advice agrees with what real cities did; and where it does not, what made the difference."""

from collections.abc import Callable, Sequence
from functools import partial

from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.authoring.ablations import ABLATIONS
from zjtx_cli.authoring.baselines import Known, baselines
from zjtx_cli.authoring.perturbation import Right, perturb
from zjtx_cli.authoring.scenarios import differences
from zjtx_cli.authoring.shares import share
from zjtx_cli.model.advice import NOT_RECOMMENDED, Judgement, Match
from zjtx_cli.model.answers import Case, Mark, Value
from zjtx_cli.model.evaluation import (
    NONE,
    Ablation,
    CityResult,
    Difference,
    Evaluation,
    Miss,
    OfClass,
    OfConfidence,
    OfWrong,
    Share,
    Tally,
)
from zjtx_cli.model.pack import Pack, Thresholds
from zjtx_cli.model.scenario import Expectation, Scenario

SEED = 20261101
REPEATS = 100
"""Of each kind and number of perturbed answers, for each city that is right."""

_THROUGH = 3
_WELL_KNOWN = 0.75


def evaluate(tables: Tables, scenarios: Sequence[Scenario], seed: int = SEED, repeats: int = REPEATS) -> Evaluation:
    """Score every scenario that says what was followed; the others are only named."""
    pack = tables.pack
    scored = [one for one in scenarios if expected(one.expect)]
    cities = tuple(_result(tables, one) for one in scored)
    known = [Known(one.name, expected(one.expect), _known(one.case, pack)) for one in scored]
    right = [
        Right(scenario.case.level, before.answers, partial(is_right, before.expected))
        for scenario, before, city in zip(scored, known, cities, strict=True)
        if city.right
    ]
    return Evaluation(
        cities,
        tuple(one.name for one in scenarios if not expected(one.expect)),
        tally(cities),
        tuple(_classes(cities, pack)),
        tuple(_confidence(cities, pack.thresholds)),
        tuple(_wrong(cities)),
        perturb(tables, right, seed, repeats),
        tuple(_ablation(name, change, cities, scored, pack) for name, change in ABLATIONS.items()),
        baselines(known, pack),
        seed,
        repeats,
    )


def expected(expect: Expectation) -> tuple[str, ...]:
    """The models that were followed, (NONE,) where none was, or nothing where the scenario does not say."""
    if expect.status == NONE:
        return (NONE,)
    return tuple(dict.fromkeys(expect.among or ((expect.first,) if expect.first else ())))


def is_right(followed: Sequence[str], status: str, first: str | None) -> bool:
    """Whether the first choice was followed, whatever the status; where nothing was followed, whether none is advised."""
    return status == NONE if NONE in followed else first in followed


def tally(cities: Sequence[CityResult]) -> Tally:
    def of(holds: Callable[[CityResult], bool]) -> Share:
        return share(sum(map(holds, cities)), len(cities))

    return Tally(
        of(lambda one: one.right),
        of(lambda one: one.within_two),
        of(lambda one: one.status == "undecided"),
        of(lambda one: one.status == NONE),
        of(lambda one: not one.right),
        of(lambda one: one.firmly_wrong),
    )


def _result(tables: Tables, scenario: Scenario) -> CityResult:
    judgement, followed = judge(tables, scenario.case), expected(scenario.expect)
    status, first = judgement.verdict.status, judgement.verdict.first
    leading = judgement.match(first) if first else judgement.ranking[0]
    right = is_right(followed, status, first)
    return CityResult(
        scenario.name,
        scenario.case.city,
        followed,
        first,
        status,
        leading.strength if first else None,
        leading.score.likely,
        leading.known,
        _lead(leading, judgement, tables.pack),
        right,
        right or (first is not None and any(one.playbook in followed for one in _two_best(judgement))),
        None if right else _miss(followed, judgement),
    )


def _known(case: Case, pack: Pack) -> dict[str, Value | Mark]:
    path = replay(pack.questions, case.answers)
    return {question: state for question in path.asked if (state := path.states[question]) is not None}


def _two_best(judgement: Judgement) -> list[Match]:
    return [one for one in judgement.ranking if one.eligible][:2]


def _lead(leading: Match, judgement: Judgement, pack: Pack) -> float | None:
    """Over the best other eligible model that is no companion: the lead that the verdict looks at."""
    companions = pack.playbooks[leading.playbook].companions()
    others = (
        one for one in judgement.ranking if one.eligible and one is not leading and one.playbook not in companions
    )
    rival = next(others, None)
    return None if rival is None else round(leading.score.likely - rival.score.likely, 9)


def _miss(followed: Sequence[str], judgement: Judgement) -> Miss:
    first = judgement.verdict.first
    leading = judgement.match(first) if first else None
    wanted = next((one for one in judgement.ranking if one.playbook in followed), None)
    if wanted is None:
        return Miss(None, None, _largest(_above_half(leading)) if leading else ())
    barred = not wanted.eligible or wanted.strength == NOT_RECOMMENDED or leading is None
    ahead = differences(leading, wanted) if leading and leading.score.likely > wanted.score.likely else []
    return Miss(wanted.playbook, wanted.because if barred else None, _largest(ahead))


def _above_half(match: Match) -> list[tuple[str, float]]:
    """By question, what it gives beyond an answer worth a half; the largest first."""
    above = [(one.question, one.contribution - one.share / 2) for one in match.findings]
    return sorted(above, key=lambda pair: (-round(pair[1], 9), pair[0]))


def _largest(parts: Sequence[tuple[str, float]]) -> tuple[Difference, ...]:
    return tuple(Difference(question, amount) for question, amount in parts[:_THROUGH] if round(amount, 9) > 0)


def _classes(cities: Sequence[CityResult], pack: Pack) -> list[OfClass]:
    own = ((name, [one for one in cities if name in one.expected]) for name in (*pack.playbooks, NONE))
    return [OfClass(name, tally(of)) for name, of in own if of]


def _confidence(cities: Sequence[CityResult], limits: Thresholds) -> list[OfConfidence]:
    """Statuses and strengths in the order of their weight, the least known first; only what occurs."""
    edges = sorted({0.0, limits.verdict_known, limits.recommended_known, _WELL_KNOWN})
    rows = []
    for status, strength in _said(cities):
        for low, high in zip(edges, [*edges[1:], 1.0], strict=True):
            own = [
                one
                for one in cities
                if (one.status, one.strength) == (status, strength)
                and low <= one.known
                and (one.known < high or high == 1)
            ]
            if own:
                rows.append(OfConfidence(status, strength, low, high, share(sum(one.right for one in own), len(own))))
    return rows


def _wrong(cities: Sequence[CityResult]) -> list[OfWrong]:
    wrong = [one for one in cities if not one.right]
    return [
        OfWrong(status, strength, sum((one.status, one.strength) == (status, strength) for one in wrong))
        for status, strength in _said(wrong)
    ]


def _said(cities: Sequence[CityResult]) -> list[tuple[str, str | None]]:
    statuses = ("recommended", "undecided", NONE)
    strengths = ("recommended", "conditional", "not_recommended", "blocked", None)
    met = {(one.status, one.strength) for one in cities}
    return sorted(met, key=lambda pair: (statuses.index(pair[0]), strengths.index(pair[1])))


def _ablation(
    name: str, change: Callable[[Pack], Pack], cities: Sequence[CityResult], scored: Sequence[Scenario], pack: Pack
) -> Ablation:
    tables = Tables(change(pack))
    results = [_result(tables, one) for one in scored]
    pairs = list(zip(cities, results, strict=True))
    return Ablation(
        name,
        tally(results),
        tuple(one.name for one, other in pairs if one.right and not other.right),
        tuple(one.name for one, other in pairs if other.right and not one.right),
    )
