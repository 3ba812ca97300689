"""Whatever a pack and its answers are, they make a paper: no combination is without words."""

from hypothesis import given
from hypothesis import strategies as st

from tests.strategies import cases, packs
from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.model.pack import Pack
from zjtx_cli.report.compose_advice import compose_advice
from zjtx_cli.report.compose_playbook import compose_playbook
from zjtx_cli.report.compose_questions import compose_questions, compose_questions_by_office
from zjtx_cli.report.compose_whatif import compose_whatif
from zjtx_cli.report.document import Document
from zjtx_cli.report.formats import written
from zjtx_cli.text import Language

languages = st.sampled_from(Language)


@given(st.data(), languages)
def test_any_advice_can_be_told(data: st.DataObject, language: Language) -> None:
    pack = sized(data.draw(packs(measures=True)))
    trades = [
        data.draw(cases(pack, industry)) for industry in data.draw(st.sampled_from([("a",), ("a", "a"), ("a", "b")]))
    ]
    level = trades[0].level
    advice = advise(Tables(pack), [one._replace(level=level) for one in trades])
    told(compose_advice(advice, pack, language, explain=True))
    told(compose_advice(advice, pack, language, screen="first"))


@given(st.data(), languages)
def test_any_change_can_be_told(data: st.DataObject, language: Language) -> None:
    pack = sized(data.draw(packs(measures=True)))
    before, after = (advise(Tables(pack), [data.draw(cases(pack))]) for _ in range(2))
    told(compose_whatif(before, after, pack, language))


@given(packs(measures=True), languages)
def test_any_pack_can_be_read(pack: Pack, language: Language) -> None:
    for playbook in pack.playbooks.values():
        told(compose_playbook(playbook, pack, language))
    told(compose_questions(pack, language))
    told(compose_questions_by_office(pack, language))


def sized(pack: Pack) -> Pack:
    """Groups of firms have a question that tells their size, as every pack on disk has."""
    question = next(iter(pack.questions))
    return pack._replace(groups=tuple(one._replace(size=one.size or question) for one in pack.groups))


def told(paper: Document) -> None:
    for name in ("text", "markdown", "html"):
        assert paper.title.split()[0] in written(paper, name, 40).decode()
