"""Answers files: what is saved is read back as the same, and what may be written in several ways."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_case, a_number, a_pack, a_question
from tests.files.refusals import PACK
from tests.strategies import answers, packs
from zjtx_cli.files.answers import case_of, check_answer, dump_case, quoted, read_case, read_settings
from zjtx_cli.files.library import load
from zjtx_cli.files.located import Node, parse
from zjtx_cli.model.answers import NOT_APPLICABLE, UNKNOWN, WITHHELD, Answer, Case
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

SMALL = load(PACK)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"]))
NAMES = WORDS.filter(lambda word: bool(word.strip()))


def read(text: str, pack: Pack = SMALL) -> Case:
    parsed = parse(text.encode(), "f")
    assert isinstance(parsed, Node)
    case, problems = case_of(parsed, pack, "f")
    assert not problems
    assert case is not None
    return case


def answered(written: str) -> Answer:
    (answer,) = read(f"city: x\nanswers:\n  {written}\n").answers.values()
    return answer


@st.composite
def saved(draw: st.DrawFn) -> tuple[Pack, Case]:
    pack = draw(packs())
    given = draw(answers(list(pack.questions.values())))
    noted = {
        name: answer
        if answer == WITHHELD or draw(st.booleans())
        else answer._replace(source=draw(WORDS), year=draw(WORDS), scope=draw(WORDS), sure=draw(st.booleans()))
        for name, answer in given.items()
    }
    case = a_case(noted, level=draw(st.sampled_from(["county", "province"])))
    return pack, case._replace(
        city=draw(NAMES),
        industry=draw(WORDS),
        as_of=draw(st.sampled_from([None, "2026-11"])),
        office=draw(st.sampled_from([None, "industry"])),
        name="f",
    )


@given(saved())
def test_what_is_saved_is_read_back_as_the_same(drawn: tuple[Pack, Case]) -> None:
    pack, case = drawn
    assert read(dump_case(case, pack), pack) == case


@given(st.floats(0, 1e9), st.sampled_from([1, 6, 9]))
def test_a_figure_is_saved_to_the_ninth_place(figure: float, places: int) -> None:
    pack = a_pack([a_number("n", 0, 1e9, whole=False)], [])
    case = a_case({"n": round(figure, places)})
    assert read(dump_case(case, pack), pack).answers == case.answers


@given(WORDS)
def test_a_text_is_quoted_so_that_it_is_read_as_it_was(word: str) -> None:
    parsed = parse(f"city: {quoted(word)}\n".encode(), "f")
    assert isinstance(parsed, Node)
    assert parsed.plain() == {"city": word}


@pytest.mark.parametrize(
    ("written", "answer"),
    [
        ("demand: flat", Answer("flat")),
        ("demand: 'flat'", Answer("flat")),
        ("demand: [flat]", Answer("flat")),
        ("demand: {value: flat}", Answer("flat")),
        ("demand: unknown", UNKNOWN),
        ("demand: Unknown", UNKNOWN),
        ("demand: withheld", WITHHELD),
        ("demand: {value: flat, withheld: true}", WITHHELD),
        ("demand: {withheld: true}", WITHHELD),
        ("demand: {value: withheld, source: x}", WITHHELD),
        ("demand: {value: flat, withheld: false}", Answer("flat")),
        ("demand: {value: unknown, source: x}", UNKNOWN._replace(source="x")),
        ("demand: {value: flat, year: 2025, sure: false}", Answer("flat", year="2025", sure=False)),
        ("exports: n/a", NOT_APPLICABLE),
        ("exports: N/A", NOT_APPLICABLE),
        ("leader: none", Answer("none")),  # an option, not nothing
        ("letters: patents", Answer(frozenset({"patents"}))),
        ("letters: [orders, patents]", Answer(frozenset({"orders", "patents"}))),
        ("workshops: 80", Answer(80.0)),
        ("workshops: '80 家'", Answer(80.0)),
        ("workshops: 80.0", Answer(80.0)),
        ("exports: 12.5%", Answer(12.5)),
        ("exports: １２．５", Answer(12.5)),
    ],
)
def test_the_ways_of_writing_an_answer(written: str, answer: Answer) -> None:
    assert answered(written) == answer


def test_a_renamed_question_is_known_by_its_old_name_too() -> None:
    pack = a_pack([a_question("new_name")._replace(renamed_from=("old_name",))], [])
    assert list(read("city: x\nanswers: {old_name: good}", pack).answers) == ["new_name"]
    parsed = parse(b"city: x\nanswers:\n  old_name: good\n  new_name: bad\n", "f")
    assert isinstance(parsed, Node)
    _, problems = case_of(parsed, pack, "f")
    assert [(one.rule, one.where.line) for one in problems] == [("duplicate-key", 4)]


def test_answers_stand_in_the_order_of_the_questions() -> None:
    assert list(read("city: x\nanswers: {institute: near, demand: flat}").answers) == ["demand", "institute"]


def test_a_file_that_is_read_knows_its_name(tmp_path: Path) -> None:
    file = tmp_path / "一.yaml"
    file.write_text("city: x\nanswers: {demand: flat}\n", "utf-8")
    case, problems = read_case(str(file), SMALL)
    assert (problems, case and case.name) == ([], str(file))


def test_settings_and_prompts_read_answers_as_files_do() -> None:
    given, problems = read_settings(["letters=orders, patents", "workshops=１百", "leader=none", "exports=n/a"], SMALL)
    assert not problems
    assert [answer.value for answer in given.values()] == [
        frozenset({"orders", "patents"}),
        100.0,
        "none",
        NOT_APPLICABLE.value,
    ]
    assert check_answer(SMALL.questions["workshops"], "1百", SMALL) == Answer(100.0)
    assert isinstance(check_answer(SMALL.questions["workshops"], "许多", SMALL), Text)
    assert check_answer(SMALL.questions["letters"], ["orders"], SMALL) == Answer(frozenset({"orders"}))


@pytest.mark.parametrize("written", ["2024.10", "-0", "1.50", "42"])
@pytest.mark.parametrize("form", ["yaml", "json"])
def test_a_number_in_place_of_a_text_stays_as_it_is_written(written: str, form: str, tmp_path: Path) -> None:
    """The yearbook of 2024.10 is not that of 2024.1."""
    path = tmp_path / f"city.{form}"
    path.write_text(
        f'{{"city": {written}, "answers": {{"n": {{"value": 4.50, "source": {written}, "year": {written}}}}}}}', "utf-8"
    )
    case, problems = read_case(str(path), a_pack([a_number("n", 0, 10, whole=False)], []))
    assert case is not None, problems
    answer = case.answers["n"]
    assert (case.city, answer.source, answer.year, answer.value) == (written, written, written, 4.5)
    assert type(answer.value) is float
