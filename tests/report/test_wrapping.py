"""Where lines are broken: by display width, and by the rules of Chinese punctuation."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from zjtx_cli.report.wrapping import breaks

words = st.text(alphabet="中文字，。、（）“”《》—…：；abc DEF-1 2/3→%.!?〔〕E0", max_size=120)


def lines(text: str, width: int) -> list[str]:
    ends = [*breaks(text, width), len(text)]
    return [text[start:end] for start, end in zip([0, *ends], ends, strict=False)]


@given(words, st.integers(8, 40))
def test_no_line_is_wider_and_nothing_is_lost(text: str, width: int) -> None:
    broken = lines(text, width)
    assert "".join(broken) == text
    assert all(cell_len(line.rstrip()) <= width for line in broken)


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("一二三四五，六", 10, ["一二三四", "五，六"]),
        ("一二三四（五六）", 10, ["一二三四", "（五六）"]),
        ("a word too long", 6, ["a word ", "too ", "long"]),
        ("unbreakable", 5, ["unbre", "akabl", "e"]),
    ],
)
def test_lines_begin_and_end_where_a_reader_expects(text: str, width: int, expected: list[str]) -> None:
    assert lines(text, width) == expected


def test_a_reference_is_not_torn_apart() -> None:
    for width in range(10, 20):
        broken = lines("见依据〔CY-18、E05〕和〔KZ-20〕，日期2026-11", width)
        assert any("CY-18" in line for line in broken)
        assert any("2026-11" in line for line in broken)
        assert not any(line.startswith("〕") or line.rstrip().endswith("〔") for line in broken)


def test_a_line_does_not_begin_with_a_closing_mark() -> None:
    text = "把散在村镇的小企业，按自愿和合规的办法，引进规范园区；检测、灭菌、危废、物流，合起来用。"
    for width in range(10, 60):
        assert not any(line[0] in "，。、；" for line in lines(text, width))
