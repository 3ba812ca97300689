"""Figures as people in an office write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjtx_cli.model.quantity import parse_figure, show_figure


@pytest.mark.parametrize(
    ("written", "unit", "figure"),
    [
        ("42.5", "%", 42.5),
        ("45%", "%", 45.0),
        ("45 ％", "%", 45.0),
        ("４２．５", "%", 42.5),
        ("3.2亿", "万元", 32000.0),
        ("3.2亿元", "亿元", 3.2),
        ("3.2亿", "亿元", 3.2),
        ("1200万", "万元", 1200.0),
        ("1,200万", "元", 12_000_000.0),
        ("500万元", "万元", 500.0),
        ("500", "万元", 500.0),
        ("500元", "万元", 0.05),  # not 500 万元
        ("3千万", "万元", 3000.0),
        ("1.5万亿", "亿元", 15_000.0),
        ("12家", "家", 12.0),
        ("12 家", "家", 12.0),
        ("3万人", "万人", 3.0),
        ("-3", "家", -3.0),
    ],
)
def test_read(written: str, unit: str, figure: float) -> None:
    assert parse_figure(written, unit) == figure


@pytest.mark.parametrize(
    ("written", "unit"),
    [
        ("约三成", "%"),
        ("", "家"),
        ("亿", "亿元"),
        ("45%", "家"),
        ("50亿", "%"),
        ("1万%", "%"),
        ("12人", "家"),
        ("30 40", "家"),  # not 3040
        ("10-20", "家"),
        ("1亿2000万", "元"),
        ("1亿亿", "元"),
        ("1e3", "家"),
        ("inf", "家"),
        ("nan", "家"),
        ("1" * 400, "家"),  # would be infinite
    ],
)
def test_refused(written: str, unit: str) -> None:
    assert parse_figure(written, unit) is None


@given(st.integers(-(10**15), 10**15), st.integers(0, 9))
def test_what_is_shown_reads_back_as_the_same_figure(digits: int, places: int) -> None:
    figure = round(digits / 10**places, 9)
    shown = show_figure(figure)
    assert float(shown) == figure
    assert parse_figure(shown, "家") == figure
    assert "e" not in shown


def test_no_needless_noughts() -> None:
    assert [show_figure(figure) for figure in (30.0, 0.0, -0.0, 0.1 + 0.2, 12345.678, 1e-7)] == [
        "30", "0", "0", "0.3", "12345.678", "0.0000001",
    ]  # fmt: skip
