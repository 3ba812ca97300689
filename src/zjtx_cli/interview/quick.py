"""A quick interview: the question that tells most comes first, and it may end when nothing that is left can change the advice."""

from zjtx_cli.advisor.informing import Informing
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.prospects import Parts
from zjtx_cli.advisor.stopping import Stopping
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.interview import wording
from zjtx_cli.interview.flow import next_question
from zjtx_cli.interview.prompts import Asker, Chosen, Key, Prompt, Row, Tone
from zjtx_cli.model.answers import Case
from zjtx_cli.text import Language

STOP = "@stop"
"""The step at which a person chooses to stop or to go on."""


class Quick:
    """What is asked next. All that it remembers is what a person chose at the last offer to stop."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        self._by_level: dict[str, tuple[Stopping, Informing]] = {}
        self._chosen: str | None = None

    def prepare(self, case: Case) -> None:
        """Look up beforehand what takes longest to find the first time, so that nobody waits between two questions."""
        _, informing = self._for(case.level)
        informing.prepare(case.answers)

    def next_step(self, case: Case) -> str | None:
        """A question, STOP, or None: there is nothing left, or nothing left that was wanted."""
        stopping, informing = self._for(case.level)
        following = next_question(self._tables.pack.questions, case.answers)
        if following is None:
            return None
        if not stopping.turn(case.answers).none_can:
            self._chosen = None  # an answer was changed, or it never held: it will be offered anew
            return informing.most_informative(case.answers)
        if self._chosen is None:
            return STOP
        return following if self._chosen == "on" else None

    def choose(self, *, stop: bool) -> None:
        self._chosen = "stop" if stop else "on"

    def open_questions(self, case: Case) -> int:
        """How many questions are asked and not answered as things stand."""
        return sum(1 for name in replay(self._tables.pack.questions, case.answers).asked if name not in case.answers)

    def _for(self, level: str) -> tuple[Stopping, Informing]:
        if level not in self._by_level:
            stopping = Stopping(Parts(self._tables, level))
            self._by_level[level] = stopping, Informing(stopping)
        return self._by_level[level]


def offer_to_stop(asker: Asker, count: int, language: Language) -> Key | bool:
    """Say that nothing that is left can change the advice; True: stop here, False: go on."""
    asker.say((wording.NONE_CAN_ONE if count == 1 else wording.NONE_CAN.format(count=count)).to(language), Tone.SECTION)
    asker.say(wording.NONE_CAN_WHY.to(language))
    labels = {"stop": wording.STOP_HERE.to(language), "on": wording.ASK_ON.to(language)}
    rows = tuple(Row(name, label) for name, label in labels.items())
    reply = asker.ask(Prompt(rows, default=("stop",), keys=(Key.BACK, Key.REVIEW)))
    if isinstance(reply, Key):
        return reply
    assert isinstance(reply, Chosen)
    asker.say(wording.ANSWERED.format(answer=labels[reply.rows[0]]).to(language), Tone.ANSWER)
    return reply.rows[0] == "stop"
