"""The whole pack as one handbook: what it is for, every playbook, every question, the instruments and the evidence."""

from collections.abc import Iterator

from zjtx_cli.advisor import reasons
from zjtx_cli.model.pack import Pack
from zjtx_cli.report import wording
from zjtx_cli.report import wording_handbook as words
from zjtx_cli.report import wording_plan as plan_words
from zjtx_cli.report.compose_evidence import evidence, notes
from zjtx_cli.report.compose_measure import instrument_status
from zjtx_cli.report.compose_playbook import sections_of
from zjtx_cli.report.compose_questions import section_questions
from zjtx_cli.report.document import Bullets, Document, Fact, Facts, Paragraph, Section, Strong, Table, Words
from zjtx_cli.report.telling import Teller, numbered
from zjtx_cli.text import Language


def compose_handbook(pack: Pack, language: Language) -> Document:
    t = Teller(pack, language, pack.as_of)
    sections = tuple(_sections(pack, t))
    return Document(
        t(words.TITLE),
        t(words.SUBTITLE, name=pack.name, version=pack.version, as_of=t.month(pack.as_of)),
        language,
        numbered((*sections, *evidence(sections, t)), t),
        t(wording.CONTENTS),
    )


def _sections(pack: Pack, t: Teller) -> Iterator[Section]:
    if pack.primer:
        yield Section(
            t(words.PRIMER),
            tuple(Section(t(one.title), (Paragraph(t.cited(one.text, one.claims)),)) for one in pack.primer),
        )
    yield Section(t(words.GROUPS), tuple(_groups(pack, t)))
    for playbook in pack.playbooks.values():
        title = t(words.PLAYBOOK, title=playbook.title, case=playbook.case)
        yield Section(title, tuple(sections_of(playbook, t)))
    yield Section(t(words.QUESTIONS), tuple(section_questions(pack, t)))
    if pack.tensions:
        lines = tuple(
            (Strong(t.condition(one.when)), t(wording.COLON) + t.sentence(t(one.say))) for one in pack.tensions
        )
        yield Section(t(words.TENSIONS), (Paragraph(t(words.TENSIONS_LEAD)), Bullets(lines)))
    if pack.instruments:
        yield Section(t(plan_words.INSTRUMENTS), tuple(_instruments(pack, t)))
    if pack.procedures:
        facts = tuple(Fact(t(one.title), (t(one.what),) if one.what else ()) for one in pack.procedures.values())
        yield Section(t(plan_words.PROCEDURES), (Facts(facts),))
    yield _lines(pack, t)
    yield Section(t(plan_words.DO_NOTHING), (Paragraph(t(pack.doing_nothing)),))
    if pack.cautions:
        yield Section(t(plan_words.CAUTIONS), (notes(pack.cautions, t),))


def _groups(pack: Pack, t: Teller) -> Iterator[Section]:
    for group in pack.groups:
        models = t.models(one.id for one in pack.playbooks.values() if one.group == group.id)
        facts = (
            Fact(t(words.PRESENT), (t.condition(group.present_if),)),
            Fact(t(words.SIZE), (t.question(group.size),)),
            Fact(t(words.MODELS), (models,)),
        )
        yield Section(t(group.title), (Paragraph(t(group.pain)), Facts(facts)))


def _instruments(pack: Pack, t: Teller) -> Iterator[Section]:
    for one in pack.instruments.values():
        facts = [
            Fact(t(words.STATUS), (instrument_status(one, t),)),
            Fact(t(words.APPLICANTS), (t(one.applicants),)),
            Fact(t(plan_words.LEAD_OFFICE), (t.office(one.lead),)),
            Fact(t(words.PITFALL), (t(one.pitfall),)),
        ]
        basis = tuple(_basis(held.title, held.number) for held in one.basis)
        if basis:
            facts.insert(1, Fact(t(words.BASIS), basis))
        if one.note:
            facts.append(Fact(t(words.NOTE), (t(one.note),)))
        yield Section(t(one.title), (Paragraph(t(one.what)), Facts(tuple(facts))))


def _basis(title: str, number: str) -> Words:
    return f"{title}（{number}）" if number else title


def _lines(pack: Pack, t: Teller) -> Section:
    limits = pack.thresholds
    rows = (
        (t(words.CONDITIONAL_FROM), reasons.fit(limits.conditional_from)),
        (t(words.RECOMMENDED_FROM), reasons.fit(limits.recommended_from)),
        (t(words.RECOMMENDED_KNOWN), reasons.percent(limits.recommended_known)),
        (t(words.VERDICT_KNOWN), reasons.percent(limits.verdict_known)),
        (t(words.LEAD), reasons.fit(limits.lead)),
        (t(words.NO_HEAVY), f"{limits.no_heavy_below:g}%"),
        (t(words.ONE_HEAVY), f"{limits.one_heavy_below:g}%"),
        (t(words.LEADER_LED), str(limits.leader_led_at_most)),
    )
    head = (t(words.LINE), t(words.AT))
    return Section(t(words.LINES), (Table(t(words.LINES), head, rows, frozenset((1,))),))
