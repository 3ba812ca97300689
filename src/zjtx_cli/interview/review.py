"""All answers on one list, by section, each of which can be changed."""

from collections.abc import Iterator, Mapping

from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.saying import say_answer
from zjtx_cli.interview import wording
from zjtx_cli.interview.asking import say_notes
from zjtx_cli.interview.heads import HEADS, head_answer, head_name
from zjtx_cli.interview.prompts import Key, Prompt, Row
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.condition import truth
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Tension
from zjtx_cli.text import Language, Text

DONE = "done"


def review_prompt(pack: Pack, case: Case, language: Language, done: Text) -> Prompt:
    """The head and every answer that counts, in the questions' order; first the row that changes nothing."""
    heads = [
        Row(step, _line(head_name(step), head_answer(step, case), language), heading=wording.ABOUT.to(language))
        for step in HEADS
    ]
    rows = [Row(DONE, done.to(language)), *heads, *answered_rows(pack, case, language)]
    return Prompt(tuple(rows), default=(DONE,), keys=(Key.BACK,))


def answered_rows(pack: Pack, case: Case, language: Language) -> Iterator[Row]:
    """A row for each answer that counts, under the title of its section."""
    titles = {section.id: section.title.to(language) for section in pack.sections}
    for name, answer in replay(pack.questions, case.answers).counting(case.answers).items():
        question = pack.questions[name]
        line = _line(question.name, say_answer(question, answer), language)
        yield Row(name, line, say_notes(answer).to(language), heading=titles[question.section])


def tensions(pack: Pack, answers: Mapping[str, Answer]) -> list[Tension]:
    """Answers that do not go together."""
    states = replay(pack.questions, answers).states
    return [one for one in pack.tensions if truth(one.when, states)]


def _line(name: Text, answer: Text, language: Language) -> str:
    return wording.REVIEW_ROW.format(name=name, answer=answer).to(language)
