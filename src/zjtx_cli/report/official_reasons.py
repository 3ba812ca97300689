"""Why a model is not to be started, and what is missing before one can be gone ahead with, in the words of official papers."""

from collections.abc import Iterator

from zjtx_cli.model.advice import Judgement, Match
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.condition import questions_in
from zjtx_cli.report import wording_official as words
from zjtx_cli.report.open_points import is_open
from zjtx_cli.report.telling import Teller


def why_barred(match: Match, t: Teller) -> str:
    """Why a model is not to be started, in one clause and without a figure."""
    for blocker in match.blockers:
        if blocker.holds:
            return without_verdict(t.gist(blocker.because), t) or t(words.WHY_BARRED)
    if any(step.necessary and step.holds is False for step in match.transfer):
        return t(words.WHY_STEP)
    if any(one.necessary and one.holds is False and not one.buildable for one in match.preconditions):
        return t(words.WHY_PRECONDITION)
    return t(words.WHY_FIT) if match.score.high > 0 and match.eligible else t(words.WHY_GROUP)


def without_verdict(clause: str, t: Teller) -> str:
    """A reason without “not to be started”, which is said once, behind it."""
    for ending in words.VERDICTS:
        clause = clause.replace(t(ending), "")
    return clause.rstrip("，、；, ;")


def wanting(match: Match, judgement: Judgement, t: Teller) -> list[str]:
    """What is missing before the model can be gone ahead with, in a few words each."""
    found = [t.label(one.text) for one in match.preconditions if one.necessary and one.holds is not True]
    found += [t.label(one.text) for one in match.transfer if one.necessary and one.holds is False]
    open_ones = list(dict.fromkeys(_deciding_questions(match, judgement, t)))
    if open_ones:
        found.append(t(words.WANT_CHECK, which=t.enumerated(t.question(one) for one in open_ones)))
    limits = t.pack.thresholds
    if match.known < limits.recommended_known:
        found.append(t(words.WANT_DATA))
    elif match.score.likely < limits.recommended_from:
        found.append(t(words.WANT_FIT))
    return found


def _deciding_questions(match: Match, judgement: Judgement, t: Teller) -> Iterator[str]:
    playbook = t.pack.playbooks[match.playbook]
    for blocker, found in zip(playbook.blockers, match.blockers, strict=True):
        if found.holds is None:
            yield from (
                one for one in questions_in(blocker.when) if is_open(one, judgement) and not is_withheld(one, judgement)
            )


def is_withheld(question: str, judgement: Judgement) -> bool:
    answer = judgement.answers.get(question)
    return answer is not None and answer.value is Mark.WITHHELD
