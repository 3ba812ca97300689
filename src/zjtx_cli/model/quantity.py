"""Figures as people in an office write them: 3.2亿, 1,200万, 45%, ４２．５, 约三成 is refused."""

import re
import unicodedata

_FORM = re.compile(r"(?P<number>[+-]?\d+(?:\.\d+)?)(?P<scale>[百千]?万?亿?)(?P<rest>.*)", re.DOTALL)
_SCALES = {"百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}
_LONGEST = 60
_PERCENT = ("%", "％", "个百分点", "percent")


def parse_figure(written: str, unit: str) -> float | None:
    """Read a figure in the question's own unit, or None if it is not one.

    `unit` is the Chinese unit: 亿元, 万元, 家, %, 分钟 …  A scale word in what was written (万, 亿) is
    converted to it: "3.2亿" is 32000 in 万元 and 3.2 in 亿元, "500元" is 0.05 in 万元. A percent sign fits only a
    percent unit. Two figures with a space between them are not one.
    """
    if len(written) > _LONGEST:
        return None
    plain = re.sub(r"(?<!\d) +| +(?!\d)", "", unicodedata.normalize("NFKC", written).strip())
    plain = re.sub(r"(?<=\d),(?=\d{3})", "", plain)
    found = _FORM.fullmatch(plain)
    if not found:
        return None
    rest = found["rest"]
    percent = unit == "%"
    if rest in _PERCENT:
        return float(found["number"]) if percent and not found["scale"] else None
    base = unit.lstrip("百千万亿")
    if rest not in ("", base, unit):
        return None
    value = float(found["number"])
    if not found["scale"] and not rest:
        return value
    if percent:
        return None
    return round(value * _product(found["scale"]) / _product(unit[: len(unit) - len(base)]), 9)


def show_figure(value: float) -> str:
    """A figure to nine places, without needless noughts: what is written is what was read."""
    return f"{round(value, 9) + 0.0:.9f}".rstrip("0").rstrip(".")


def _product(scales: str) -> float:
    product = 1.0
    for scale in scales:
        product *= _SCALES[scale]
    return product
