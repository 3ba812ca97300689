"""Bad answers: one clear problem each, at its place, in both languages, within seconds, never a traceback.

A case of its own is a new file in tests/cases/invalid whose first lines say what to expect:
`# expect: EXIT-CODE RULE LINE:COLUMN [words that both languages say]`, one line for each problem.
"""

import io
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.files.refusals import CASES, PACK, Expected, expectations, refused, run

INVALID = sorted((CASES / "invalid").glob("*.yaml"))
VALID = sorted((CASES / "valid").glob("*.yaml"))

GOOD = "city: 某某市\nanswers:\n  demand: flat\n"
# What cannot be kept as a text file.
BYTES = {
    "gb18030": (GOOD.encode("gb18030"), "encoding 1:9 GB18030"),
    "gb18030_after_chinese": (GOOD.encode() + "industry: 陶瓷\n".encode("gb18030"), "encoding 4:11"),
    "utf16": (GOOD.encode("utf-16"), "encoding 1:1 UTF-16"),
    "utf16_big": (b"\xfe\xff" + GOOD.encode("utf-16-be"), "encoding 1:1 UTF-16"),
    "utf16_without_mark": (GOOD.encode("utf-16-le"), "encoding 1:1 UTF-16"),
    "latin_1": ("city: Café \n".encode("latin-1"), "encoding 1:10"),
    "mark_then_gb18030": (b"\xef\xbb\xbf" + GOOD.encode("gb18030"), "encoding 1:9"),
    "nul": (b"city: x\nanswers: {}\x00\n", "control-character 2:12 U+0000"),
    "empty": (b"", "empty 1:1"),
    "mark_only": (b"\xef\xbb\xbf", "empty 1:1"),
    "blank": (b"  \n\r\n\n", "empty 1:1"),
    "comments_only": (b"# nothing\n", "empty 1:1"),
    "null": (b"null\n", "empty 1:1"),
    "windows_line_ends": (b"city: x\r\nanswers:\r\n  demand: flt\r\n", "option 3:11 flat"),
    "old_mac_line_ends": (b"city: x\ranswers:\r  demand: flt\r", "option 3:11 flat"),
    "mark_at_the_start": (b"\xef\xbb\xbfofice: industry\ncity: x\nanswers: {}\n", "unknown-key 1:1 office"),
    "brackets_ten_thousand_deep": (b"[" * 10_000, "too-deep 1:41 40"),
    "braces_ten_thousand_deep": (b"{a: " * 10_000, "too-deep 1:161"),
    "dashes_ten_thousand_deep": (b"- " * 10_000, "too-deep 1:81"),
    "ten_megabytes": (b"# x\n" * 2_500_000, "too-large 1:1 1"),
    "a_very_long_list": (
        b"city: x\nanswers: {demand: [" + b"a," * 90_000 + b"]}", "one-option 2:19 demand"
    ),
    "a_very_long_key": (b"city: x\nanswers: {}\n? " + b"k" * 100_000 + b"\n: 1\n", "unknown-key 3:3"),
    "a_long_key": (b"city: x\nanswers: {}\n" + b"k" * 1000 + b": 1\n", "unknown-key 3:1"),
    "a_value_on_two_lines": (b'city: x\nanswers: {demand: "a\n\n\n  [fake]"}\n', "option 2:19"),
    "a_very_long_figure": (b"city: x\nanswers: {workshops: '" + b"1" * 900_000 + b"'}\n", "number 2:22"),
}  # fmt: skip


@pytest.mark.parametrize("file", INVALID, ids=lambda file: file.stem)
def test_a_file_with_one_mistake(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, expected = expectations(file)
    refused(capsys, ["advise", str(file), "--playbooks", str(PACK)], str(file), expected, code)


@pytest.mark.parametrize("name", BYTES)
def test_a_file_that_is_no_text(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    content, problem = BYTES[name]
    file = tmp_path / f"{name}.yaml"
    file.write_bytes(content)
    refused(capsys, ["advise", str(file), "--playbooks", str(PACK)], str(file), [Expected.of(problem)])


@pytest.mark.parametrize("file", VALID, ids=lambda file: file.stem)
def test_a_valid_file(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "advise", str(file), "--playbooks", str(PACK))
    assert (ran.code, ran.err) == (0, "")


def test_every_question_wrong_is_told_once_and_soon_enough(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "many.yaml"
    file.write_text("city: x\nanswers:\n" + "".join(f"  q{number}: a\n" for number in range(50_000)))
    ran = run(capsys, "advise", str(file), "--playbooks", str(PACK), "--lang", "en")
    assert ran.code == 3
    assert ran.err.splitlines()[0].startswith(f"{file}:3:3: ")
    assert len(ran.err.splitlines()) == 1001


def test_all_problems_of_several_files_are_shown_and_the_worst_decides(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    level, option = (str(CASES / "invalid" / f"{name}.yaml") for name in ("bad_level", "wrong_option"))
    good, gone = str(CASES / "valid" / "every_form.yaml"), str(tmp_path / "gone.yaml")
    ran = run(capsys, "advise", level, good, option, "--playbooks", str(PACK), "--lang", "en", "--set", "leader=opne")
    assert (ran.code, ran.out) == (3, "")
    assert [line.split(": ")[0] for line in ran.err.splitlines()] == [
        f"{level}:3:8",
        f"{option}:4:11",
        "--set:1:8",
        "3 problems",
    ]
    ran = run(capsys, "advise", level, gone, option, "--playbooks", str(PACK), "--lang", "en")
    assert (ran.code, ran.out) == (5, "")
    assert all(name in ran.err for name in (level, gone, option))


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        ("demand", "set-form 1:1 --set"),
        ("demnad=flat", "unknown-question 1:1 demand"),
        ("demand=flt", "option 1:8 flat"),
        ("demand=", "no-answer 1:8"),
        ("demand=flat,falling", "option 1:8"),
        ("letters=patents,masters", "option 1:1"),
        ("letters=nothing,patents", "exclusive-option 1:9"),
        ("workshops=1e2", "number 1:11"),
        ("workshops=九", "number 1:11"),
        ("workshops=501", "range 1:11"),
        ("demand=n/a", "always-applies 1:8"),
    ],
)
def test_a_bad_setting(setting: str, problem: str, capsys: pytest.CaptureFixture[str]) -> None:
    refused(capsys, ["advise", "--set", setting, "--playbooks", str(PACK)], "--set", [Expected.of(problem)])


@pytest.mark.parametrize("mark", ["unknown", "UNKNOWN", "withheld", " Withheld "])
@pytest.mark.parametrize("question", ["demand", "letters", "workshops"])
def test_marks_are_understood_in_every_kind_of_question(
    question: str, mark: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(capsys, "advise", "--set", f"{question}={mark}", "--playbooks", str(PACK)).code == 0


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["-", "-"],
        ["--set", "demand=flat", "--as-of", "2026"],
        ["--set", "demand=flat", "--as-of", "２０２６-11"],
        ["--set", "demand=flat", "--city", "某\x1b[31m市"],
        ["--set", "demand=flat", "--city", " "],
        [str(CASES / "valid" / "every_form.yaml"), str(CASES / "valid" / "yes_is_text.yaml")],  # two cities
    ],
)
def test_wrong_usage(argv: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    ran = run(capsys, "advise", *argv, "--playbooks", str(PACK))
    assert (ran.code, ran.out) == (2, "")
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


@pytest.mark.parametrize(("key", "other"), [("level", "prefecture"), ("country", "JP")])
def test_files_of_one_city_must_agree(key: str, other: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [tmp_path / name for name in ("a.yaml", "b.yaml")]
    for file, line in zip(files, ("", f"{key}: {other}\n"), strict=True):
        file.write_text(line + GOOD, "utf-8")
    ran = run(capsys, "advise", *map(str, files), "--playbooks", str(PACK))
    assert (ran.code, ran.out) == (2, "")
    assert key in ran.err


# What cannot be read: exit 5.


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _cannot_be_read(capsys, str(tmp_path / "gone.yaml"))


def test_a_directory(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _cannot_be_read(capsys, str(tmp_path))


def test_a_link_to_nowhere(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "link.yaml").symlink_to("nowhere.yaml")
    _cannot_be_read(capsys, str(tmp_path / "link.yaml"))


def test_a_name_that_no_file_can_have(capsys: pytest.CaptureFixture[str]) -> None:
    _cannot_be_read(capsys, "a\x00b.yaml")
    _cannot_be_read(capsys, "long" * 2000)
    _cannot_be_read(capsys, "")


def test_no_permission(capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "advise", "--set", "demand=flat", "--playbooks", str(PACK))  # everything is imported by now
    with tempfile.TemporaryDirectory() as folder, _nobody(folder):
        Path(folder, "secret.yaml").write_text(GOOD, "utf-8")
        Path(folder, "secret.yaml").chmod(0)
        _cannot_be_read(capsys, str(Path(folder, "secret.yaml")))


def test_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode())))
    assert run(capsys, "advise", "-", "--playbooks", str(PACK)).code == 0
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode("gb18030"))))
    ran = run(capsys, "advise", "-", "--playbooks", str(PACK))
    assert ran.code == 3
    assert ran.err.startswith("<stdin>:1:9: ")
    monkeypatch.setattr("sys.stdin", None)  # as `zjtx advise - <&-` has it
    assert run(capsys, "advise", "-", "--playbooks", str(PACK)).code == 5


def _cannot_be_read(capsys: pytest.CaptureFixture[str], name: str) -> None:
    ran = run(capsys, "advise", name, "--playbooks", str(PACK), "--format", "json")
    assert ran.code == 5
    assert ran.out.count('"schema": "zjtx.error/1"') == 1
    for language in ("zh", "en"):
        ran = run(capsys, "advise", name, "--playbooks", str(PACK), "--lang", language)
        assert (ran.code, ran.out) == (5, "")
        assert len(ran.err.splitlines()) == 1
        assert "Traceback" not in ran.err


@contextmanager
def _nobody(folder: str) -> Iterator[None]:
    """Without root's rights, which no file can refuse. The folder is handed over."""
    if os.geteuid() != 0:
        yield
        return
    os.chown(folder, 65534, -1)
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)
