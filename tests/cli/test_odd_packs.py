"""Odd packs and cities at the door: one clear error or a sensible advice, never a crash, a NaN or a hang."""

import json
import re
import shutil
from collections.abc import Callable, Iterator
from math import isfinite
from pathlib import Path
from typing import Any

import pytest

from zjtx_cli.cli.app import main

VALID = Path(__file__).parent.parent / "cases" / "valid_pack"
CITY = "city: 某市\nanswers: {demand: growing, workshops: 60}\n"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    folder = tmp_path / "pack"
    shutil.copytree(VALID, folder)
    shutil.rmtree(folder / "places")  # they tell of models that a case takes out
    return folder


def change(file: Path, pattern: str, instead: str) -> None:
    """Every place that the pattern fits; there must be one."""
    text, count = re.subn(pattern, instead, file.read_text(encoding="utf-8"))
    assert count
    file.write_text(text, encoding="utf-8")


def advised(
    pack: Path, capsys: pytest.CaptureFixture[str], content: str = CITY, *, texts: bool = True
) -> dict[str, Any]:
    """The advice as JSON with every figure a number, and (unless told otherwise) as text in both languages."""
    file = pack.parent / "city.yaml"
    file.write_text(content, encoding="utf-8")
    code = main(["advise", str(file), "--playbooks", str(pack), "--format", "json", "--deep"])
    ran = capsys.readouterr()
    assert code == 0, ran.out + ran.err
    advice: dict[str, Any] = json.loads(ran.out, parse_constant=lambda name: pytest.fail(f"{name} in the advice"))
    assert all(isfinite(figure) for figure in figures(advice))
    for language in ("zh", "en") if texts else ():
        assert main(["advise", str(file), "--playbooks", str(pack), "--lang", language, "--explain"]) == 0
        assert "nan" not in capsys.readouterr().out.lower().split()
    return advice


def figures(value: Any) -> Iterator[float]:
    if isinstance(value, dict):
        for one in value.values():
            yield from figures(one)
    elif isinstance(value, list):
        for one in value:
            yield from figures(one)
    elif isinstance(value, int | float):
        yield value


def test_all_weights_of_a_playbook_zero(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(pack / "gather.yaml", r"weight: \d+", "weight: 0")
    assert main(["advise", "--set", "demand=growing", "--playbooks", str(pack), "--format", "json"]) == 3
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {(Path(one["file"]).name, one["rule"]) for one in problems} == {("gather.yaml", "range")}
    assert all(one["line"] and one["column"] for one in problems)


def test_a_criterion_on_a_question_that_is_never_asked(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A branch that no answer opens: the author's `otherwise` counts, and nobody is sent to find the answer."""
    never = "{all: [{question: demand, is: [growing]}, {question: demand, is: [falling]}]}"
    change(pack / "questions.yaml", r"ask_if: \{question: demand, is: \[flat, falling\]\}", f"ask_if: {never}")
    advice = advised(pack, capsys)
    (letters,) = [
        one
        for model in advice["ranking"]
        if model["playbook"] == "gather"
        for one in model["criteria"]
        if one["question"] == "letters"
    ]
    assert letters["known"]
    assert letters["value"] == {"low": 0.5, "high": 0.5}
    assert "letters" not in {one["question"] for one in advice["robustness"]["decisive_unknowns"]}


def test_options_that_all_have_one_value(pack: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("gather", "lift", "spark"):
        change(pack / f"{name}.yaml", r"(\w+: \{)value: [\d.]+", r"\1value: 0.7")
    change(pack / "gather.yaml", r"points: .*", "points: [[0, 0.7], [500, 0.7]]")
    assert main(["advise", "--set", "demand=growing", "--playbooks", str(pack), "--format", "json"]) == 3
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {one["rule"] for one in problems} == {"anchor", "points"}
    assert all(one["line"] and one["column"] for one in problems)


@pytest.mark.parametrize(
    ("content", "known"),
    [
        ("city: 某市\nanswers: {}\n", 0),
        ("city: 某市\nanswers: {demand: unknown, workshops: unknown}\n", 0),
        ("city: 某市\nanswers: {demand: withheld, workshops: withheld, leader: withheld, own_revenue: withheld}\n", 0),
    ],
)
def test_a_city_with_nothing_known_or_all_withheld(
    pack: Path, content: str, known: float, capsys: pytest.CaptureFixture[str]
) -> None:
    advice = advised(pack, capsys, content)
    assert (advice["verdict"]["status"], advice["verdict"]["first"]) == ("undecided", None)
    assert {one["known"] for one in advice["ranking"]} == {known}
    assert advice["plan"] == []
    assert advice["robustness"]["decisive_unknowns"]


def test_of_the_built_in_pack_nothing_known_and_all_withheld(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Withheld widens like unknown: but for the answers themselves the advice is the same."""
    file, found = tmp_path / "city.yaml", []
    assert main(["advise", "--set", "demand_trend=unknown", "--format", "json"]) == 0
    questions = [one["question"] for one in json.loads(capsys.readouterr().out)["ranking"][0]["criteria"]]
    for mark in ("unknown", "withheld"):
        file.write_text("city: 某市\nanswers:\n" + "".join(f"  {one}: {mark}\n" for one in questions), encoding="utf-8")
        assert main(["advise", str(file), "--format", "json"]) == 0
        found.append(json.loads(capsys.readouterr().out))
    assert found[0]["robustness"] == found[1]["robustness"]
    assert found[0]["verdict"] == found[1]["verdict"]
    assert found[0]["plan"] == found[1]["plan"] == []


def only_one(pack: Path) -> None:
    for name in ("gather", "lift"):
        (pack / f"{name}.yaml").unlink()


def two_hundred(pack: Path) -> None:
    only_one(pack)
    text = (pack / "spark.yaml").read_text(encoding="utf-8")
    for number in range(199):
        (pack / f"spark{number:03}.yaml").write_text(text.replace("id: spark\n", f"id: spark{number:03}\n"), "utf-8")


@pytest.mark.parametrize(("make", "count"), [(only_one, 1), (two_hundred, 200)])
def test_a_pack_of_one_playbook_and_one_of_two_hundred(
    pack: Path, make: Callable[[Path], None], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    make(pack)
    advice = advised(pack, capsys, texts=count == 1)
    assert len(advice["ranking"]) == count
    places = [one["rank"] for one in advice["ranking"] if one["rank"] is not None]
    assert all(1 <= one["best"] <= one["worst"] <= count for one in places)
    assert advice["robustness"]["half_width"] <= 0.05
