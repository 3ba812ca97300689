"""Laws of the flow on random small packs: replay, going back, progress, and that a withheld answer leaves no trace."""

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_case, a_number, a_pack, a_playbook, a_question, at_least, is_
from tests.strategies import packs, questions
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.interview.flow import Progress, answers_in, next_question, progress, question_before, reconciled, say
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer
from zjtx_cli.model.history import Record, Said
from zjtx_cli.model.pack import Pack
from zjtx_cli.model.question import Question

Questions = Mapping[str, Question]


def possible(question: Question) -> list[Answer]:
    """A few answers to a question, not known and withheld among them."""
    if question.kind == "number":
        middle = (question.low + question.high) / 2
        values = [Answer(question.low), Answer(float(int(middle)) if question.whole else middle), Answer(question.high)]
    elif question.kind == "several":
        values = [Answer(frozenset([option.id])) for option in question.options]
    else:
        values = [Answer(option.id) for option in question.options]
    return [*values, *(Answer(one.value, "年鉴", "2025", sure=False) for one in values[:1]), UNKNOWN, WITHHELD]


@st.composite
def sittings(draw: st.DrawFn, pack: Pack) -> Record:
    """What somebody said who answers, goes back any number of steps, and changes answers anywhere on the path."""
    record: Record = ()
    for _ in range(draw(st.integers(0, 8))):
        at = next_question(pack.questions, answers_in(record))
        for _ in range(draw(st.integers(0, 3))):
            at = question_before(pack.questions, answers_in(record), at) or at
        if at is not None:
            answer = draw(st.sampled_from(possible(pack.questions[at])))
            record = say(pack.questions, record, Said(at, answer, "zh"))
    return record


@given(st.data())
def test_any_sitting_equals_a_fresh_run_on_the_answers_that_are_visible(data: st.DataObject) -> None:
    pack = data.draw(packs())
    record = data.draw(sittings(pack))
    visible = replay(pack.questions, answers_in(record)).counting(answers_in(record))
    fresh: Record = ()
    for question, answer in visible.items():
        assert question in replay(pack.questions, answers_in(fresh)).asked
        fresh = say(pack.questions, fresh, Said(question, answer, "zh"))
    assert answers_in(fresh) == visible
    tables = Tables(pack)
    sat = judge(tables, a_case(answers_in(record)))
    run = judge(tables, a_case(answers_in(fresh)))
    assert replace(sat, case=run.case, set_aside=()) == run


@given(st.data())
def test_what_was_withheld_leaves_no_trace(data: st.DataObject) -> None:
    """Whatever was said before, the record is the same as if something else had been said."""
    pack = data.draw(packs())
    record = data.draw(sittings(pack))
    if not record:
        return
    hidden = data.draw(st.sampled_from([said.question for said in record]))
    other = data.draw(st.sampled_from(possible(pack.questions[hidden])))
    withheld = Said(hidden, WITHHELD, "zh")
    after = say(pack.questions, record, withheld)
    otherwise = tuple(said._replace(answer=other) if said.question == hidden else said for said in record)
    assert say(pack.questions, otherwise, withheld) == after
    assert [said for said in after if said.question == hidden] == [withheld]


def test_an_answer_that_was_asked_only_because_of_a_withheld_one_goes_with_it() -> None:
    pack = a_pack(
        [a_question("a"), a_question("b", ask_if=is_("a", "bad")), a_question("c", ask_if=is_("b", "bad"))],
        [a_playbook("p", [])],
    )
    record: Record = ()
    for question in ("a", "b", "c"):
        record = say(pack.questions, record, Said(question, Answer("bad"), "zh"))
    assert say(pack.questions, record, Said("a", WITHHELD, "zh")) == (Said("a", WITHHELD, "zh"),)


@given(st.data())
def test_going_back_from_the_end_meets_every_question_of_the_path(data: st.DataObject) -> None:
    pack = data.draw(packs())
    answers = answers_in(data.draw(sittings(pack)))
    met: list[str] = []
    at = question_before(pack.questions, answers, None)
    while at is not None:
        met.insert(0, at)
        at = question_before(pack.questions, answers, at)
    assert tuple(met) == replay(pack.questions, answers).asked


@given(st.data())
def test_progress_is_honest_under_branching(data: st.DataObject) -> None:
    """The total lies between the shortest and the longest interview that is still possible; certain means these are one."""
    asked = {question.id: question for question in data.draw(questions())}
    pack = a_pack(list(asked.values()), [])
    answers = answers_in(data.draw(sittings(pack)))
    for at in replay(asked, answers).asked:
        shown = progress(asked, answers, at)
        lengths = _lengths(asked, answers)
        assert shown.number <= shown.total
        assert min(lengths) <= shown.total <= max(lengths)
        assert not shown.certain or len(lengths) == 1


def _lengths(asked: Questions, answers: Mapping[str, Answer]) -> set[int]:
    """The lengths of all interviews that go on from here, whatever is answered."""
    path = replay(asked, answers)
    at = next((question for question in path.asked if question not in answers), None)
    if at is None:
        return {len(path.asked)}
    question = asked[at]
    ends = [Answer(question.low + step / 2) for step in range(int(question.high - question.low) * 2 + 1)]
    tried = ends if question.kind == "number" else possible(question)
    return {length for answer in [*tried, UNKNOWN] for length in _lengths(asked, {**answers, at: answer})}


def test_progress_counts_what_is_asked_and_the_likely_share_of_what_may_be() -> None:
    asked = [
        *(a_question("a", ("x", "y")), a_question("b", ask_if=is_("a", "x")), a_question("c", ask_if=is_("a", "x"))),
        *(a_number("n", 0, 10), a_question("d", ask_if=at_least("n", 5))),
    ]
    by_id = {question.id: question for question in asked}
    assert progress(by_id, {}, "a") == Progress(1, 4, False)  # a, n and half of b, c, d
    assert progress(by_id, {"a": Answer("y"), "n": Answer(9.0)}, "d") == Progress(3, 3, True)
    assert progress(by_id, {"a": UNKNOWN, "n": Answer(0.0)}, "n") == Progress(
        2, 2, True
    )  # behind "not known" nothing is asked


@given(st.data())
def test_a_file_changed_by_hand_is_taken_at_its_word(data: st.DataObject) -> None:
    pack = data.draw(packs())
    record = data.draw(sittings(pack))
    answers = answers_in(data.draw(sittings(pack)))
    after = reconciled(pack.questions, record, answers)
    kept = answers_in(after)
    assert kept.items() <= answers.items()
    gone = answers.keys() - kept.keys()
    if WITHHELD not in answers.values():
        assert not gone
    path = replay(pack.questions, kept)
    assert path.counting(kept) == replay(pack.questions, answers).counting(answers)
    assert reconciled(pack.questions, after, kept) == after


def test_the_same_answer_again_is_not_said_twice() -> None:
    pack = a_pack([a_question("a")], [])
    record = say(pack.questions, (), Said("a", Answer("good"), "zh"))
    assert say(pack.questions, record, Said("a", Answer("good"), "en")) == record
    assert len(say(pack.questions, record, Said("a", Answer("bad"), "en"))) == 2
