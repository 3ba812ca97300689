"""What the laws of robustness share: packs whose answers are given, slow or for the city to decide, and other cases."""

from collections.abc import Sequence

from hypothesis import strategies as st

from tests.strategies import packs_with_cases
from zjtx_cli.advisor.advising import outcome
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.standing import Ground
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Answer, Case, Mark, Value
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.robustness import Outcome

NATURES = ("policy", "slow", "given")


@st.composite
def packs_and_cases(draw: st.DrawFn) -> tuple[Pack, Case]:
    """With lines that are often not reached, or only by what is not known yet."""
    pack, case = draw(packs_with_cases())
    fit, known = draw(st.sampled_from([(0.5, 0.3), (0.5, 0.3), (0.8, 0.3), (0.6, 0.7), (0.9, 0.7)]))
    lines = pack.thresholds._replace(conditional_from=fit, recommended_from=max(fit, 0.65), verdict_known=known)
    return pack._replace(thresholds=lines), case


@st.composite
def packs_of_all_natures(draw: st.DrawFn) -> tuple[Pack, Case]:
    pack, case = draw(packs_and_cases())
    questions = {name: one._replace(nature=draw(st.sampled_from(NATURES))) for name, one in pack.questions.items()}
    return pack._replace(questions=questions), case


def ground_of(pack: Pack, case: Case) -> Ground:
    tables = Tables(pack)
    return Ground(tables, judge(tables, case))


def outcome_of(pack: Pack, case: Case) -> Outcome:
    return Outcome(*outcome(judge(Tables(pack), case)))


def with_values(case: Case, changes: dict[str, Value | Mark]) -> Case:
    return case._replace(answers={**case.answers, **{question: Answer(value) for question, value in changes.items()}})


def reweighted(pack: Pack, playbook: str, question: str, factor: float) -> Pack:
    """The pack with one weight multiplied."""
    one = pack.playbooks[playbook]
    weights = [criterion.weight * (factor if criterion.question == question else 1) for criterion in one.criteria]
    criteria = tuple(
        criterion._replace(weight=weight, share=weight / sum(weights))
        for criterion, weight in zip(one.criteria, weights, strict=True)
    )
    return pack._replace(playbooks={**pack.playbooks, playbook: one._replace(criteria=criteria)})


def simplest(values: Sequence[Value | Mark]) -> list[Value]:
    """Those that are values."""
    return [value for value in values if not isinstance(value, Mark)]
