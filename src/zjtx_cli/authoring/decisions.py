"""What would be done on an advice, as one value that can be compared."""

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Advice
from zjtx_cli.model.answers import Case
from zjtx_cli.model.change import Decision


def decide(tables: Tables, case: Case) -> Decision:
    return decision_of(advise(tables, [case]))


def decision_of(advice: Advice) -> Decision:
    judgement = advice.first
    return Decision(
        judgement.verdict.status,
        judgement.verdict.first,
        tuple(sorted((one.playbook, one.strength) for one in judgement.ranking)),
        tuple(f"{one.playbook}/{one.measure.id}" for one in advice.plan),
    )
