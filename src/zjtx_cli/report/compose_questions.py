"""The questions to read before they are asked: by section, or one sheet for each office to fill in."""

from collections.abc import Iterator

from zjtx_cli.model.pack import Pack
from zjtx_cli.model.quantity import show_figure
from zjtx_cli.model.question import Option, Question
from zjtx_cli.report import wording
from zjtx_cli.report import wording_papers as papers
from zjtx_cli.report.document import Document, Fact, Facts, Section
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language


def compose_questions(pack: Pack, language: Language) -> Document:
    """Every question by section: options or unit, how to count, why it is asked, which office has it and where."""
    t = Teller(pack, language, pack.as_of)
    return _document(
        t(papers.QUESTIONS_TITLE, count=len(pack.questions)),
        t(papers.QUESTIONS_SUBTITLE, name=pack.name, version=pack.version),
        section_questions(pack, t),
        t,
    )


def section_questions(pack: Pack, t: Teller) -> tuple[Section, ...]:
    """The questions, a section each, counted through."""
    numbers = {question: place for place, question in enumerate(pack.questions, 1)}
    return tuple(
        Section(t(section.title), tuple(_question(one, numbers[one.id], t) for one in _of_section(section.id, pack)))
        for section in pack.sections
    )


def compose_questions_by_office(pack: Pack, language: Language) -> Document:
    """One sheet for each office that has something to answer."""
    t = Teller(pack, language, pack.as_of)
    sheets = []
    for office in pack.offices.values():
        questions = [one for one in pack.questions.values() if one.office == office.id]
        if questions:
            title = t(papers.SHEET, office=office.title, count=len(questions))
            sheets.append(Section(title, tuple(_entry(one, place, t) for place, one in enumerate(questions, 1))))
    return _document(
        t(papers.OFFICES_TITLE),
        t(papers.OFFICES_SUBTITLE, name=pack.name, version=pack.version),
        tuple(sheets),
        t,
    )


def _document(title: str, subtitle: str, sections: tuple[Section, ...], t: Teller) -> Document:
    return Document(title, subtitle, t.language, numbered(sections, t), t(wording.CONTENTS))


def _of_section(section: str, pack: Pack) -> Iterator[Question]:
    return (one for one in pack.questions.values() if one.section == section)


def _question(one: Question, number: int, t: Teller) -> Section:
    """A question as it is read: everything that is known about it."""
    facts = [Fact(t(papers.ID), (one.id,)), _with_not_applicable(_choice(one, t), one, t)]
    if one.ask_if:
        facts.append(Fact(t(papers.ASKED_IF), (t.condition(one.ask_if),)))
    if one.help:
        facts.append(Fact(t(papers.HELP), (t(one.help),)))
    facts += [Fact(t(papers.WHY), (t(one.why),)), Fact(t(papers.OFFICE), (t.office(one.office),))]
    facts += [*_sources(one, t), Fact(t(papers.NATURE), (t(papers.NATURES[one.nature]),))]
    return Section(t(papers.QUESTION_TITLE, number=number, text=one.text), (Facts(tuple(facts)),))


def _entry(one: Question, number: int, t: Teller) -> Section:
    """A question as it is filled in: boxes to tick or a line for the figure."""
    if one.kind == "number":
        choice = Fact(t(papers.FIGURE), (t(papers.FIGURE_BLANK, unit=one.unit), _range(one, t)))
    else:
        boxes = tuple(t(papers.BOX, option=_option(option, t)) for option in one.options)
        choice = Fact(t(papers.CHOOSE[one.kind]), boxes)
    facts = [_with_not_applicable(choice, one, t)]
    if one.help:
        facts.append(Fact(t(papers.HELP), (t(one.help),)))
    facts += _sources(one, t)
    if one.ask_if:
        facts.append(Fact(t(papers.ASKED_IF), (t.condition(one.ask_if),)))
    return Section(t(papers.QUESTION_TITLE, number=number, text=one.text), (Facts(tuple(facts)),))


def _choice(one: Question, t: Teller) -> Fact:
    if one.kind == "number":
        return Fact(t(papers.FIGURE), (_range(one, t),))
    return Fact(t(papers.CHOOSE[one.kind]), tuple(_option(option, t) for option in one.options))


def _with_not_applicable(choice: Fact, one: Question, t: Teller) -> Fact:
    return Fact(choice.label, (*choice.lines, t(papers.MAY_NOT_APPLY))) if one.may_not_apply else choice


def _option(option: Option, t: Teller) -> str:
    if option.hint:
        return t(papers.OPTION_HINT, label=option.label, id=option.id, hint=option.hint)
    return t(papers.OPTION, label=option.label, id=option.id)


def _range(one: Question, t: Teller) -> str:
    figures = {"unit": one.unit, "low": show_figure(one.low), "high": show_figure(one.high)}
    if one.typical is None:
        return t(papers.FIGURE_RANGE, **figures)
    return t(papers.FIGURE_TYPICAL, **figures, typical=show_figure(one.typical))


def _sources(one: Question, t: Teller) -> Iterator[Fact]:
    yield Fact(t(papers.WHERE), (t(one.where),))
    if one.proxy:
        yield Fact(t(papers.PROXY), (t(one.proxy),))
    if one.delicate:
        yield Fact(t(papers.CAREFUL), (t(one.delicate.why),))
