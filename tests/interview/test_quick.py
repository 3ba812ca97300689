"""The quick interview: what matters most first, and an offer to stop that is always right."""

import tempfile
from contextlib import closing, suppress
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.advisor.sureness import outcome_of, packs_and_cases
from tests.interview.conftest import SitsDown
from tests.interview.test_flow import possible
from tests.interview.test_journeys import begin, begin_plain, saved
from tests.interview.test_session import Anybody
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.files.drafts import DraftFile
from zjtx_cli.interview.flow import order_said, said_before
from zjtx_cli.interview.prompts import Key, Prompt, Reply
from zjtx_cli.interview.session import Interview
from zjtx_cli.model.answers import Case
from zjtx_cli.model.history import Draft
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language


def test_a_quick_interview_stops_where_nothing_more_can_matter(sits_down: SitsDown, home: Path) -> None:
    person = begin(sits_down("--quick")).answers("哪些凭证", "3", "enter").answers("需求走势如何", "1", "enter")
    person.answers("几家企业", "0", "enter").sees("还有3题，都不会改变建议", "就到这里，看建议")
    person.presses("left").sees("← 回到上一题", "原答：0家").presses("2", "enter")  # it can matter again
    person.answers("自给率是多少", "left").answers("原答：2家", "0", "enter")
    person.answers("还有3题，都不会改变建议", "enter").sees("没有要改的，给出建议").presses("enter").sees(
        "接下来"
    ).presses("6", "enter")
    assert person.leaves() == 0
    assert [one["question"] for one in saved(home)["history"]] == ["traces", "trend", "firms", "firms", "firms"]
    assert "不启动" in person.conversation()


def test_who_goes_on_is_asked_the_rest_and_a_quick_interview_is_resumed_as_one(sits_down: SitsDown) -> None:
    person = sits_down("--quick", "--lang", "en")
    person.answers("Which city", "enter").answers("Which trade", "enter").answers("Which level", "enter")
    person.answers("Which traces", "3", "enter").answers("demand move", "1", "enter").sees("Question 3").presses(
        "ctrl-c"
    )
    assert person.leaves() == 130
    assert "zjtx interview --resume --quick" in person.conversation()
    person = sits_down("--quick", "--resume", "--lang", "en").answers("How many firms", "0", "enter")
    person.sees("3 questions left; none can change the advice").presses("2", "enter")
    person.answers("What are sales", "12000", "enter").answers("own revenue", "20", "enter")
    person.answers("port open", "1", "enter").sees("Nothing to change; give the advice")


def test_a_quick_interview_in_plain_mode(sits_down: SitsDown) -> None:
    person = begin_plain(sits_down("--quick", "--plain", columns=40), "哪些凭证").writes("3").writes("1").writes("0")
    person.sees("还有3题，都不会改变建议", "直接回车就是“就到这里，看建议”").writes("").sees("给出建议").writes("")
    person.sees("接下来").writes("")
    assert person.leaves() == 0
    assert b"\x1b" not in person.raw


class Hurried(Anybody):
    """Notes what was known whenever it was said that nothing can change the advice."""

    def __init__(self, data: st.DataObject) -> None:
        super().__init__(data)
        self.interview: Interview | None = None
        self.offers: list[Case] = []

    def ask(self, prompt: Prompt) -> Reply | Key:
        if [row.id for row in prompt.rows] == ["stop", "on"]:
            assert self.interview is not None
            self.offers.append(self.interview.case)
        return super().ask(prompt)


@given(packs_and_cases(), st.data())
@settings(max_examples=20)
def test_whoever_stops_where_it_is_offered_loses_nothing(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    asker = Hurried(data)
    with tempfile.TemporaryDirectory() as folder, closing(DraftFile(pack, Path(folder) / "answers.yaml")) as file:
        asker.interview = Interview(Tables(pack), asker, Language.ZH, file, Draft(case), quick=True)
        with suppress(KeyboardInterrupt):
            asker.interview.talk()
    for offered in asker.offers[:3]:
        answers = dict(offered.answers)
        while left := [name for name in replay(pack.questions, answers).asked if name not in answers]:
            answers[left[0]] = data.draw(st.sampled_from(possible(pack.questions[left[0]])))
        assert outcome_of(pack, offered._replace(answers=answers)) == outcome_of(pack, offered)


@given(packs_and_cases(), st.data())
@settings(max_examples=20)
def test_going_back_meets_the_questions_in_the_order_in_which_they_were_answered(
    pair: tuple[Pack, Case], data: st.DataObject
) -> None:
    pack, case = pair
    with tempfile.TemporaryDirectory() as folder, closing(DraftFile(pack, Path(folder) / "answers.yaml")) as file:
        interview = Interview(
            Tables(pack), Anybody(data), Language.ZH, file, Draft(case._replace(answers={})), quick=True
        )
        with suppress(KeyboardInterrupt):
            interview.talk()
        record = interview.record
    met: list[str] = []
    at = said_before(pack.questions, record, None)
    while at is not None:
        met.insert(0, at)
        at = said_before(pack.questions, record, at)
    assert tuple(met) == order_said(pack.questions, record)
    assert set(met) == set(replay(pack.questions, interview.case.answers).counting(interview.case.answers))
