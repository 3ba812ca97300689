"""A made-up pack of three models, and made-up cities that say what was followed."""

from collections.abc import Mapping

from tests.builders import (
    Given,
    a_blocker,
    a_case,
    a_criterion,
    a_number,
    a_pack,
    a_playbook,
    a_precondition,
    a_question,
    is_,
)
from zjtx_cli.errors import Location
from zjtx_cli.model.scenario import Expectation, Scenario

PACK = a_pack(
    [*(a_question(one) for one in ("market", "skill", "land", "leader", "lab")), a_number("firms", 0, 100)],
    [
        a_playbook(
            "craft",
            [a_criterion("skill", weight=3), a_criterion("market"), a_criterion("firms", points=[(0, 0), (100, 1)])],
        ),
        a_playbook(
            "park",
            [a_criterion("land", weight=2), a_criterion("leader", weight=2), a_criterion("market")],
            blockers=[a_blocker("polluted", is_("lab", "bad"))],
        ),
        a_playbook(
            "spark",
            [a_criterion("lab", weight=3), a_criterion("leader")],
            preconditions=[a_precondition("buyers", is_("market", "good"))],
        ),
    ],
)

Answers = dict[str, Given]

CRAFT: Answers = {"skill": "good", "market": "good", "land": "bad", "leader": "bad", "lab": "bad", "firms": 80}
PARK: Answers = {**CRAFT, "skill": "bad", "firms": 20, "land": "good", "leader": "good"}
"""All that the park needs, but the lab is bad: it is blocked."""
SPARK_OR_PARK: Answers = {**PARK, "lab": "good"}
"""Both fit fully: undecided, and the park is first by its id."""
SPARK: Answers = {**CRAFT, "skill": "bad", "firms": 0, "leader": "good", "lab": "good"}
NOTHING: Answers = {"skill": "bad", "market": "bad", "land": "bad", "leader": "bad", "lab": "bad", "firms": 0}


def a_city(name: str, answers: Mapping[str, Given], *among: str, status: str | None = None) -> Scenario:
    case = a_case(answers)._replace(city=f"{name}市")
    return Scenario(name, case, Expectation(status=status, among=among), Location(f"{name}.yaml"))
