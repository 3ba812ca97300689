"""Laws of the judgement on random small packs, against brute force over all completions."""

from hypothesis import assume, given
from hypothesis import strategies as st

from tests.advisor import naive
from tests.strategies import answers, packs_with_cases, values
from zjtx_cli.advisor.judging import judge
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.advice import Judgement, Match
from zjtx_cli.model.answers import UNKNOWN, WITHHELD, Answer, Case, Mark
from zjtx_cli.model.condition import Truth, questions_in
from zjtx_cli.model.pack import Pack

NEAR = 1e-8
"""Scores are rounded to nine places, parts are not."""


def numbers(judgement: Judgement) -> object:
    """Everything in a judgement that is a figure or a decision."""
    return (
        judgement.verdict.status,
        judgement.verdict.first,
        tuple((group.group, group.present, group.first) for group in judgement.groups),
        tuple(
            (
                match.playbook,
                match.eligible,
                match.strength,
                match.known,
                match.score,
                tuple((one.known, one.low, one.high, one.part_low, one.part_high) for one in match.findings),
                truths(match),
            )
            for match in judgement.ranking
        ),
    )


def truths(match: Match) -> list[Truth]:
    """What holds of preconditions, blockers and steps."""
    return [
        *(one.holds for one in match.preconditions),
        *(one.holds for one in match.blockers),
        *(one.holds for one in match.transfer),
    ]


@given(packs_with_cases())
def test_low_and_high_are_attained_and_exact(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    judgement = judge(Tables(pack), case)
    every = naive.completions(pack, naive.walk(pack, case.answers))
    for match in judgement.ranking:
        low, high = naive.bounds(pack.playbooks[match.playbook], every)
        assert abs(match.score.low - low) < NEAR
        assert abs(match.score.high - high) < NEAR
        assert abs(match.score.likely - (low + high) / 2) < NEAR


@given(packs_with_cases())
def test_parts_are_those_of_one_completion_and_add_up_to_the_score(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    judgement = judge(Tables(pack), case)
    every = naive.completions(pack, naive.walk(pack, case.answers))
    for match in judgement.ranking:
        playbook = pack.playbooks[match.playbook]
        assert abs(sum(one.share for one in match.findings) - 1) < NEAR
        assert abs(sum(one.contribution for one in match.findings) - match.score.likely) < NEAR
        for parts in ([one.part_low for one in match.findings], [one.part_high for one in match.findings]):
            assert any(
                all(
                    abs(part - criterion.share * naive.value(criterion, states[criterion.question])) < NEAR
                    for part, criterion in zip(parts, playbook.criteria, strict=True)
                )
                for states in every
            )


@given(packs_with_cases())
def test_a_finding_spans_what_its_question_can_still_be_worth(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    known = naive.walk(pack, case.answers)
    every = naive.completions(pack, known)
    for match in judge(Tables(pack), case).ranking:
        for one, criterion in zip(match.findings, pack.playbooks[match.playbook].criteria, strict=True):
            worths = [naive.value(criterion, states[criterion.question]) for states in every]
            assert abs(one.low - min(worths)) < NEAR
            assert abs(one.high - max(worths)) < NEAR
            assert one.known is (known[criterion.question] is not None)


@given(packs_with_cases(), st.data())
def test_answering_never_widens(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    tables = Tables(pack)
    path = replay(pack.questions, case.answers)
    unanswered = [question for question in path.asked if path.states[question] is None]
    assume(unanswered)
    question = pack.questions[data.draw(st.sampled_from(unanswered))]
    before, after = (
        judge(tables, case),
        judge(tables, case.with_answer(question.id, Answer(data.draw(values(question))))),
    )
    for wide in before.ranking:
        narrow = after.match(wide.playbook)
        assert wide.score.low - NEAR < narrow.score.low <= narrow.score.high < wide.score.high + NEAR
        assert wide.known <= narrow.known
        for was, now in zip(truths(wide), truths(narrow), strict=True):
            assert was is None or now is was


@given(packs_with_cases())
def test_eligibility_strength_and_known_are_what_the_design_says(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    known = naive.walk(pack, case.answers)
    for match in judge(Tables(pack), case).ranking:
        playbook = pack.playbooks[match.playbook]
        assert match.eligible is naive.eligible(pack, playbook, known, case.level)
        assert abs(match.known - naive.known_share(playbook, known)) < NEAR
        assert match.strength == naive.strength(pack, playbook, known, case.level, match.score.likely)


@given(packs_with_cases())
def test_the_verdict_follows_the_rules_in_their_order(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    judgement = judge(Tables(pack), case)
    expected = naive.verdict(pack, naive.walk(pack, case.answers), case.level)
    assert (judgement.verdict.status, judgement.verdict.first) == expected


@given(packs_with_cases())
def test_the_ranking_has_the_eligible_first_then_likely_fit_then_the_lower_id(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    ranking = judge(Tables(pack), case).ranking
    assert [one.playbook for one in ranking] == [
        one.playbook for one in sorted(ranking, key=lambda one: (not one.eligible, -one.score.likely, one.playbook))
    ]
    assert {one.playbook for one in ranking} == set(pack.playbooks)


@given(packs_with_cases())
def test_a_group_is_present_absent_or_open_and_names_its_best_model(pair: tuple[Pack, Case]) -> None:
    pack, case = pair
    known = naive.walk(pack, case.answers)
    judgement = judge(Tables(pack), case)
    for group in judgement.groups:
        truth = naive.kleene(pack.group(group.group).present_if, known)
        assert group.present is {0.0: False, 0.5: None, 1.0: True}[truth]
        own = [one for one in judgement.ranking if one.group == group.group and one.eligible]
        assert group.first in {None, *(one.playbook for one in own[:1])}


@given(packs_with_cases())
def test_where_nothing_is_known_and_no_criteria_share_a_block_fit_is_a_half(pair: tuple[Pack, Case]) -> None:
    pack, _ = pair
    judgement = judge(Tables(pack), Case("某某市"))
    every = naive.completions(pack, naive.walk(pack, {}))
    for match in judgement.ranking:
        criteria = pack.playbooks[match.playbook].criteria
        blocks = [_block(pack, criterion.question) for criterion in criteria]
        # A branch that nothing opens would keep its question from its best and its worst.
        reached = all({0.0, 1.0} <= {naive.value(one, states[one.question]) for states in every} for one in criteria)
        if len(set(blocks)) == len(blocks) and reached:
            assert match.score.likely == 0.5
            assert match.known == 0
    assert judgement.verdict.first is None


@given(packs_with_cases(), st.data())
def test_unknown_withheld_and_not_asked_give_the_same_numbers(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    tables = Tables(pack)
    question = data.draw(st.sampled_from(list(pack.questions)))
    without = {name: answer for name, answer in case.answers.items() if name != question}
    not_asked = judge(tables, Case(case.city, level=case.level, answers=without))
    unknown, withheld = (judge(tables, case.with_answer(question, mark)) for mark in (UNKNOWN, WITHHELD))
    assert numbers(not_asked) == numbers(unknown) == numbers(withheld)
    assert question not in unknown.missing
    assert (question in not_asked.missing) is (question in replay(pack.questions, without).asked)


@given(packs_with_cases(), st.data())
def test_an_answer_that_is_set_aside_does_not_count(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    tables = Tables(pack)
    judgement = judge(tables, case)
    assume(judgement.set_aside)
    question = data.draw(st.sampled_from(judgement.set_aside))
    assert question not in judgement.answers
    other = judge(tables, case.with_answer(question, Answer(data.draw(values(pack.questions[question])))))
    gone = judge(
        tables, Case(case.city, level=case.level, answers={k: v for k, v in case.answers.items() if k != question})
    )
    assert numbers(judgement) == numbers(other) == numbers(gone)
    assert {one.question: one.answer for one in judgement.ranking[0].findings}.get(question) is None


@given(packs_with_cases(), st.data())
def test_what_does_not_apply_or_is_not_reached_takes_the_authors_value(
    pair: tuple[Pack, Case], data: st.DataObject
) -> None:
    pack, case = pair
    judgement = judge(Tables(pack), case)
    known = naive.walk(pack, case.answers)
    for match in judgement.ranking:
        for one, criterion in zip(match.findings, pack.playbooks[match.playbook].criteria, strict=True):
            if known[criterion.question] is Mark.NOT_APPLICABLE:
                assert criterion.otherwise is not None
                assert one.low == one.high == criterion.otherwise.value
                assert one.known


@given(packs_with_cases(), st.data())
def test_the_order_of_the_answers_does_not_matter(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    pack, case = pair
    tables = Tables(pack)
    shuffled = dict(data.draw(st.permutations(list(case.answers.items()))))
    assert judge(tables, Case(case.city, level=case.level, answers=shuffled)).ranking == judge(tables, case).ranking


@given(packs_with_cases(), st.data())
def test_answers_are_replayed_never_remembered(pair: tuple[Pack, Case], data: st.DataObject) -> None:
    """Going another way and coming back leaves no trace."""
    pack, case = pair
    detour = data.draw(answers(list(pack.questions.values())))
    wandered = Case(case.city, level=case.level, answers={**case.answers, **detour})
    back = Case(
        case.city,
        level=case.level,
        answers={name: case.answers[name] for name in wandered.answers if name in case.answers},
    )
    tables = Tables(pack)
    judge(tables, wandered)
    assert numbers(judge(tables, back)) == numbers(judge(Tables(pack), case))


def _block(pack: Pack, question: str) -> frozenset[str]:
    """All questions that branches tie to this one, in either direction."""
    block = {question}
    while True:
        ties = [{one.id, *questions_in(one.ask_if)} for one in pack.questions.values() if one.ask_if is not None]
        grown = block.union(*(tie for tie in ties if tie & block))
        if grown == block:
            return frozenset(block)
        block = grown
