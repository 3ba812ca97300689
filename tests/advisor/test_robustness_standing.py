"""The judgement without words says what the judgement says, for the city as it is and for every changed answer."""

from hypothesis import given
from hypothesis import strategies as st

from tests.advisor.sureness import ground_of, outcome_of, packs_and_cases, with_values
from tests.strategies import values
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Case, Mark, Value
from zjtx_cli.model.pack import Pack


@given(packs_and_cases())
def test_the_outcome_is_that_of_the_judgement(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ground = ground_of(pack, case)
    judgement = judge(Tables(pack), case)
    assert ground.outcome == outcome_of(pack, case)
    assert ground.figures.likely == [judgement.match(name).score.likely for name in ground.ids]
    assert ground.figures.known == [judgement.match(name).known for name in ground.ids]
    assert [one is not False for one in ground.chosen] == [judgement.match(name).eligible for name in ground.ids]


@given(packs_and_cases(), st.data())
def test_effects_of_several_blocks_add_up_to_the_judgement_of_the_changed_answers(
    pair: tuple[Pack, Case], data: st.DataObject
) -> None:
    pack, case = pair
    ground = ground_of(pack, case)
    changed = data.draw(st.lists(st.sampled_from(list(pack.questions)), min_size=1, max_size=3, unique=True))
    changes: dict[str, Value | Mark] = {question: data.draw(values(pack.questions[question])) for question in changed}
    effects = []
    for block in ground.tables.blocks:
        own = {question: changes[question] for question in (*block.hinges, *block.leaves) if question in changes}
        if own:
            effects.append(ground.effect(own))
    judgement = judge(Tables(pack), with_values(case, changes))
    figures = ground.figures_after(effects)
    assert all(
        abs(likely - judgement.match(name).score.likely) < 2e-9
        for name, likely in zip(ground.ids, figures.likely, strict=True)
    )
    assert all(
        abs(known - judgement.match(name).known) < 2e-9 for name, known in zip(ground.ids, figures.known, strict=True)
    )
    assert [one is not False for one in figures.chosen] == [judgement.match(name).eligible for name in ground.ids]
    assert ground.outcome_after(*effects) == outcome_of(pack, with_values(case, changes))
