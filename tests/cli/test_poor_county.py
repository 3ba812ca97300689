"""A county with 300 to 400 million yuan of own revenue that wants a park for 760 million: no heavy plan, and it is told why.

The county is made up, and its file says so. The same answers with other figures of its revenue show that it is the money.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from zjtx_cli.cli.app import main

COUNTY = Path(__file__).parent.parent / "cases" / "poor_county.yaml"


def advice(capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, Any]:
    assert main(["advise", str(COUNTY), "--no-robustness", "--format", "json", *more]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def heavy(found: dict[str, Any]) -> list[str]:
    return [one["measure"] for one in found["plan"] if one["resource"]["class"] == "heavy"]


def park(found: dict[str, Any]) -> dict[str, Any]:
    """The park among what was left out."""
    parks: list[dict[str, Any]] = [one for one in found["left_out"] if one["measure"] == "first_phase"]
    assert len(parks) == 1
    return parks[0]


def test_it_says_that_it_is_made_up() -> None:
    text = COUNTY.read_text(encoding="utf-8")
    assert "编造" in text.splitlines()[0]
    assert "不是真实" in text


def test_no_heavy_plan_and_told_why(capsys: pytest.CaptureFixture[str]) -> None:
    found = advice(capsys)
    assert heavy(found) == []
    left = park(found)
    assert left["kind"] == "limit"
    assert "17.5%" in left["because"]["zh"]
    assert "20%" in left["because"]["zh"]
    assert "17.5%" in left["because"]["en"]
    assert not any("first_phase" in one.get("after", []) for one in found["plan"])


@pytest.mark.parametrize("said", ["unknown", "withheld", "19.99"])
def test_nor_where_the_money_is_not_known_or_just_too_little(said: str, capsys: pytest.CaptureFixture[str]) -> None:
    found = advice(capsys, "--set", f"own_revenue_share={said}")
    assert heavy(found) == []
    assert park(found)["kind"] == "limit"


def test_with_money_the_same_county_gets_its_park(capsys: pytest.CaptureFixture[str]) -> None:
    """So it is the money that kept it out, and nothing else."""
    assert heavy(advice(capsys, "--set", "own_revenue_share=60")) == ["first_phase"]


@pytest.mark.parametrize(("language", "label"), [("zh", "量力而行"), ("en", "Means")])
def test_the_first_screen_says_it(language: str, label: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["advise", str(COUNTY), "--no-robustness", "--lang", language]) == 0
    screen = capsys.readouterr().out.partition("■ 二" if language == "zh" else "■ 2")[0]
    lines = screen[screen.index(f"\n{label}") :]
    assert "17.5%" in lines.splitlines()[1] + lines.splitlines()[2]
