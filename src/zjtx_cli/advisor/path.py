"""Which questions are asked, and what is known: answers are replayed, never remembered."""

from collections.abc import Mapping
from dataclasses import dataclass

from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.condition import State, truth
from zjtx_cli.model.question import Question


@dataclass(frozen=True, slots=True)
class Path:
    """The questions that these answers lead to.

    `states` has every question: its value, NOT_APPLICABLE (does not apply or is not asked), or None (open).
    A branch behind an open answer stays shut: its questions are not asked, and stay open.
    """

    states: Mapping[str, State]
    asked: tuple[str, ...]
    set_aside: tuple[str, ...]

    def counting(self, answers: Mapping[str, Answer]) -> dict[str, Answer]:
        """The answers that count, in the order of the questions."""
        return {question: answers[question] for question in self.asked if question in answers}


def replay(questions: Mapping[str, Question], answers: Mapping[str, Answer]) -> Path:
    """Walk the questions with these answers. An answer to a question that is not asked is set aside."""
    states: dict[str, State] = {}
    asked, set_aside = [], []
    for question in questions.values():
        reachable = True if question.ask_if is None else truth(question.ask_if, states)
        answer = answers.get(question.id)
        if reachable:
            asked.append(question.id)
            states[question.id] = state_of(answer)
            continue
        states[question.id] = Mark.NOT_APPLICABLE if reachable is False else None
        if answer is not None:
            set_aside.append(question.id)
    return Path(states, tuple(asked), tuple(set_aside))


def state_of(answer: Answer | None) -> State:
    if answer is None or answer.value in (Mark.UNKNOWN, Mark.WITHHELD):
        return None
    return answer.value
