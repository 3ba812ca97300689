"""Five hundred spoiled files; `python tests/fuzz.py` reads twenty thousand, and says how to make any of them again."""

from tests.fuzz import run


def test_spoiled_files_are_refused_or_read_as_they_are_written() -> None:
    told = run(500, 7)
    assert sum(told.values()) == 500
    accepted = sum(count for (_, what), count in told.items() if what == "accepted")
    assert 50 < accepted < 450, "both must come up, or nothing is tested"
    assert {kind for kind, _ in told} == {
        *("answers", "JSON answers", "scenario", "JSON line", "table line", "record", "pack", "made-up cases"),
    }
