"""What the knowledge forbids stays forbidden in the plan: deposits before land and permits, promised buy-back."""

import re

import pytest

from zjtx_cli.model.condition import questions_in
from zjtx_cli.model.pack import Pack

FORBIDDEN = re.compile("回购|定金|诚意金|预收|预订|押金")
REFUSED = re.compile("不|划掉|去掉|不得|违规|禁止|没有")


def test_no_step_asks_for_what_is_forbidden(real_pack: Pack) -> None:
    """Wherever a measure names it, the same clause refuses it."""
    found = 0
    for playbook in real_pack.playbooks.values():
        for measure in playbook.measures:
            for step in (measure.title, *measure.steps, *(kpi.text for kpi in measure.kpis)):
                for clause in re.split("[。；]", step.zh):
                    if FORBIDDEN.search(clause):
                        found += 1
                        assert REFUSED.search(clause), (playbook.id, measure.id, clause)
    assert found


@pytest.mark.parametrize("before", ["written_intents", "land_deal"])
def test_the_park_comes_after_intents_and_land(before: str, real_pack: Pack) -> None:
    park = next(one for one in real_pack.playbooks["changyuan"].measures if one.resource.weight == "heavy")
    assert before in park.after
    assert park.new_land


def test_the_pack_draws_the_lines_of_land_and_staff(real_pack: Pack) -> None:
    """What needs new land is held back by the pack's own line alone: no measure asks for land by itself."""
    assert real_pack.land is not None
    assert real_pack.thresholds.office_leads_at_most is not None
    land = questions_in(real_pack.land.enough)
    measures = [one for playbook in real_pack.playbooks.values() for one in playbook.measures]
    assert any(one.new_land for one in measures)
    assert not [one.id for one in measures if one.when and {*questions_in(one.when)} & {*land}]
