"""What a question has at stake is what judging with each of its answers says."""

from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_case
from tests.interview.test_flow import sittings
from tests.strategies import packs
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.interview.asking import explain
from zjtx_cli.interview.flow import answers_in
from zjtx_cli.interview.stakes import stakes
from zjtx_cli.model.answers import Answer
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language


@given(st.data())
def test_stakes_equal_a_judgement_for_each_answer(data: st.DataObject) -> None:
    pack = data.draw(packs())
    answers = answers_in(data.draw(sittings(pack)))
    asked = data.draw(st.sampled_from(replay(pack.questions, answers).asked))
    tables = Tables(pack)
    found = {one.playbook: one for one in stakes(tables, a_case(answers), asked)}
    judged = {value: judge(tables, a_case({**answers, asked: Answer(value)})) for value in tables.values[asked]}
    for playbook in pack.playbooks:
        matches = {value: judgement.match(playbook) for value, judgement in judged.items()}
        likely = [match.score.likely for match in matches.values()]
        barred = {value for value, match in matches.items() if not match.eligible}
        if len(barred) == len(matches) or (max(likely) == min(likely) and not barred):
            assert playbook not in found
            continue
        one = found[playbook]
        assert (one.low, one.high, set(one.ruled_out_by)) == (min(likely), max(likely), barred)
        assert matches[one.best].score.likely == one.high
        assert matches[one.worst].score.likely == one.low


def test_it_is_said_in_words(pack: Pack) -> None:
    said = [line.zh for line in explain(Tables(pack), a_case({"trend": "down"}), pack.questions["way_out"])]
    assert "· 就地提升：“没有”则不再考虑" in said
    assert "为什么问：决定往哪里转。" in said
    said = [line.to(Language.EN) for line in explain(Tables(pack), a_case(), pack.questions["firms"])]
    assert any("“0 firms” would rule it out" in line for line in said)


def test_the_real_pack_answers_at_once(real_pack: Pack) -> None:
    """Every question can be explained, and what is said of it holds both languages."""
    tables = Tables(real_pack)
    for question in real_pack.questions.values():
        lines = list(explain(tables, a_case(), question))
        assert all(line.zh and line.en for line in lines)
