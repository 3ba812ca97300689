"""A completion in which a model could be considered, if there is one."""

from collections.abc import Mapping

from zjtx_cli.advisor.completions import attainable
from zjtx_cli.advisor.matching import fit_extremes, gate_questions, may_be_chosen
from zjtx_cli.advisor.path import Path
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.answers import Answer, Mark, Value
from zjtx_cli.model.condition import State, Truth, questions_in
from zjtx_cli.model.playbook import Playbook


def find_fitting(
    playbook: Playbook, tables: Tables, path: Path, answers: Mapping[str, Answer], level: str
) -> dict[str, Value | Mark] | None:
    """Open answers that make the playbook eligible for certain, while the others can still bring its fit to conditional.

    None where no completion makes it eligible at conditional or better.
    """
    pack, found = tables.pack, path.states

    def goal(at: Path) -> Truth:
        return may_be_chosen(playbook, pack, at.states, level)

    def bound(at: Path) -> bool:
        nonlocal found
        found = at.states  # the search ends at the first that is both: the last one looked at
        return round(fit_extremes(playbook.id, tables, at).high, 9) >= pack.thresholds.conditional_from

    wanted = {question for condition in gate_questions(playbook, pack, level) for question in questions_in(condition)}
    for question in reversed(list(pack.questions.values())):  # and what their branches depend on
        if question.id in wanted and question.ask_if is not None:
            wanted.update(questions_in(question.ask_if))
    order = [question for question in pack.questions if question in wanted]
    if not attainable(goal, bound, order, path, tables, answers, playbook.id):
        return None
    return _settled(path.states, found)


def _settled(before: Mapping[str, State], after: Mapping[str, State]) -> dict[str, Value | Mark]:
    return {question: state for question, state in after.items() if state is not None and before[question] is None}
