"""What is not known and worth finding out, and how far the given answers can be trusted."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.advice import Advice, Conflict, Judgement
from zjtx_cli.model.answers import Answer, Mark
from zjtx_cli.model.question import Question
from zjtx_cli.report import wording, wording_robustness
from zjtx_cli.report.document import Block, Bullets, Callout, Fold, Paragraph, Section, Table, Words
from zjtx_cli.report.open_points import OpenPoint, open_points
from zjtx_cli.report.telling import Teller

_MOST = 10


def unknowns(judgement: Judgement, t: Teller) -> Section:
    """Open questions in the order of how far each could move the result, with the office that has the figure."""
    points = open_points(judgement, t.pack)
    if not points:
        return Section(t(wording.UNKNOWNS), (Paragraph(t(wording.UNKNOWNS_NONE)),))
    rows = tuple(_point(one, judgement, t) for one in points[:_MOST])
    blocks: list[Block] = [
        Paragraph(t(wording.UNKNOWNS_LEAD)),
        Table(t(wording.UNKNOWNS), tuple(t(one) for one in wording.UNKNOWNS_HEAD), rows),
    ]
    if len(points) > _MOST:
        rest = t.enumerated(t.question(one.question) for one in points[_MOST:])
        blocks.append(Paragraph(t(wording.UNKNOWNS_REST, which=rest)))
    return Section(t(wording.UNKNOWNS), tuple(blocks))


def trust(judgement: Judgement, t: Teller) -> Section:
    """Answers that run too well, that are unsure, at odds with each other or set aside; and all that were used."""
    warnings = [*_delicate(judgement, t), *_unsure(judgement, t), *_tensions(judgement, t), *_set_aside(judgement, t)]
    return Section(t(wording.TRUST), (*(warnings or [Paragraph(t(wording.NOTHING_TO_WARN))]), _answers(judgement, t)))


def conflicts(advice: Advice, t: Teller) -> tuple[Section, ...]:
    if not advice.conflicts:
        return ()
    rows = tuple(_conflict(one, t) for one in advice.conflicts)
    table = Table(t(wording.CONFLICTS), tuple(t(one) for one in wording.CONFLICTS_HEAD), rows)
    return (Section(t(wording.CONFLICTS), (table,)),)


def point_place(name: str, judgement: Judgement, t: Teller) -> tuple[str, str, str, str]:
    """Of an open question its name, why there is no value, the office that has it, and where."""
    question = t.pack.questions[name]
    answer = judgement.answers.get(name)
    if answer is None:
        now = wording.NOT_ASKED
    else:
        now = wording.WITHHELD if answer.value is Mark.WITHHELD else wording.UNKNOWN
    where = [t(question.where)]
    if question.proxy:
        where.append(t(wording.PROXY, what=t(question.proxy)))
    return t(question.name), t.opening(t(now)), t.opening(t.office(question.office)), t.sentences(where)


def could_be_worse(question: Question, answer: Answer) -> bool:
    """Whether this is an answer that people give too well, and a worse one exists."""
    if question.delicate is None or isinstance(answer.value, Mark):
        return False
    match question.delicate.better:
        case "first":
            return answer.value != question.options[-1].id
        case "last":
            return answer.value != question.options[0].id
        case "high":
            return answer.value != question.low
        case _:
            return answer.value != question.high


def _point(one: OpenPoint, judgement: Judgement, t: Teller) -> tuple[Words, ...]:
    name, now, office, where = point_place(one.question, judgement, t)
    return name, now, _effect(one, t), office, where


def _effect(one: OpenPoint, t: Teller) -> str:
    if not one.effect:
        return t(wording.DECIDES_ONLY)
    effect = t(wording.EFFECT, effect=reasons.fit(one.effect))
    return t(wording.COMMA_CLAUSE).join([effect, t(wording.DECIDES)]) if one.decides else effect


def _delicate(judgement: Judgement, t: Teller) -> Iterator[Block]:
    items = []
    for name, answer in judgement.answers.items():
        question = t.pack.questions[name]
        if question.delicate is not None and could_be_worse(question, answer):
            said = {"name": question.name, "answer": t.answer(name, answer)}
            items.append(t(wording.DELICATE_ITEM, **said, why=t(question.delicate.why)))
    if items:
        lead = wording.DELICATE_LEAD if judgement.robustness is None else wording_robustness.CHECKED
        yield Callout("warning", t(wording.DELICATE), t(lead))
        yield Bullets(tuple(items))


def _unsure(judgement: Judgement, t: Teller) -> Iterator[Block]:
    items = tuple(
        t(wording.UNSURE_ITEM, name=t.question(name), answer=t.answer(name, answer))
        for name, answer in judgement.answers.items()
        if not answer.sure and not isinstance(answer.value, Mark)
    )
    if items:
        yield Section(t(wording.UNSURE), (Bullets(items),))


def _tensions(judgement: Judgement, t: Teller) -> Iterator[Block]:
    if judgement.tensions:
        yield Section(t(wording.TENSIONS), (Bullets(tuple(t(one.say) for one in judgement.tensions)),))


def _set_aside(judgement: Judgement, t: Teller) -> Iterator[Block]:
    if judgement.set_aside:
        which = t.enumerated(t.question(one) for one in judgement.set_aside)
        yield Section(t(wording.SET_ASIDE), (Paragraph(t(wording.SET_ASIDE_LEAD, which=which)),))


def _answers(judgement: Judgement, t: Teller) -> Fold:
    rows = tuple(
        (t.question(name), t.answer(name, answer), _origin(answer, t)) for name, answer in judgement.answers.items()
    )
    head = tuple(t(one) for one in wording.ANSWERS_HEAD)
    title = t(wording.ANSWERS, count=len(rows))
    blocks: list[Block] = [Table(title, head, rows)] if rows else []
    if judgement.missing:
        which = t.enumerated(t.question(one) for one in judgement.missing)
        blocks.append(Paragraph(t(wording.MISSING, which=which)))
    return Fold(title, tuple(blocks))


def _origin(answer: Answer, t: Teller) -> str:
    """Where an answer comes from; of a withheld one nothing is told."""
    if answer.value is Mark.WITHHELD:
        return ""
    return t.enumerated(one for one in (answer.source, answer.year, answer.scope) if one)


def _conflict(one: Conflict, t: Teller) -> tuple[Words, ...]:
    said = [
        t(wording.SAID, who=t.office(who) if who in t.pack.offices else who, answer=t.answer(one.question, answer))
        for who, answer in one.answers
    ]
    return (
        t.question(one.question),
        t.clauses(said),
        t.answer(one.question, one.taken),
        t(one.because),
        t(wording.MATTERS[one.matters]),
    )
