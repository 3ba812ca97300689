"""Lines by display width: nothing is lost, nothing is too wide, no line begins with a comma."""

from hypothesis import given
from hypothesis import strategies as st

from zjtx_cli.interview.wrapping import on_one_line, width, wrap

WORDS = st.text(st.sampled_from("ab1 ，。“”（）增长企业—%…é\u0301"), max_size=60)


@given(WORDS, st.integers(4, 40))
def test_no_line_is_too_wide_and_nothing_is_lost(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert all(width(line) <= columns for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(WORDS, st.integers(8, 40))
def test_an_indent_goes_before_all_lines_but_the_first(text: str, columns: int) -> None:
    _, *rest = wrap(text, columns, indent="  ")
    assert all(line.startswith("  ") and width(line) <= columns for line in rest)


def test_a_chinese_character_takes_two_columns_and_a_comma_stays_with_its_word() -> None:
    assert width("需求a") == 5
    assert wrap("需求增长，企业多", 8) == ["需求增", "长，企业", "多"]
    assert wrap("no comma, at the start", 9) == ["no comma,", "at the", "start"]


def test_a_text_of_others_cannot_steer_the_terminal() -> None:
    assert on_one_line("a\x1b[2Jb\nc\u202ed") == "a [2Jb c d"
