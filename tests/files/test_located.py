"""The strict subset of YAML: what an author writes is what is read, and every value knows its place."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zjtx_cli.files.located import DEEPEST, MOST_PROBLEMS, Node, parse, shortened


def read(text: str | bytes) -> Node:
    parsed = parse(text.encode() if isinstance(text, str) else text, "f")
    assert isinstance(parsed, Node), parsed
    return parsed


def refused(text: str | bytes) -> list[str]:
    parsed = parse(text.encode() if isinstance(text, str) else text, "f")
    assert isinstance(parsed, list)
    return [f"{one.rule} {one.where.line}:{one.where.column}" for one in parsed]


@pytest.mark.parametrize(
    "written",
    [
        "no", "No", "yes", "on", "off", "y", "n", "True", "TRUE", "False", "Null", "NULL", "None",
        "1:30", "12:30:45", "010", "0o17", "0x1F", "0b1", "1e3", "1E3", "1_000", "1,000", "+1", ".5", "5.", "1.2.3",
        "-", "--1", "-01", ".inf", ".nan", "inf", "２", "1２",
        "2026-11", "2026-11-01", "2026-11-01 12:00:00", "2026", "45%", "3.2亿", "=", "<", "n/a", "1" * 25,
    ],
)  # fmt: skip
def test_what_other_readers_turn_into_something_else_stays_text(written: str) -> None:
    expected: object = int(written) if written == "2026" else written
    if written == "-":
        assert read(f"a: '{written}'").plain() == {"a": written}
        return
    assert read(f"a: {written}").plain() == {"a": expected}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("0", 0),
        ("-3", -3),
        ("42", 42),
        ("42.5", 42.5),
        ("-0.25", -0.25),
        ("1.10", 1.1),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_plain_scalars_that_are_no_text(written: str, value: object) -> None:
    held = read(f"a: {written}\nb: x").plain()["a"]
    assert held == value
    assert type(held) is type(value)


@pytest.mark.parametrize("written", ["42", "true", "null", "~", "", "1.5", "no"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_is_quoted_is_text(written: str, quote: str) -> None:
    assert read(f"a: {quote}{written}{quote}").plain() == {"a": written}


def test_blocks_of_text() -> None:
    assert read("a: |\n  42\n  no\nb: >\n  x\n  y\n").plain() == {"a": "42\nno\n", "b": "x y\n"}


def test_every_value_and_every_key_knows_its_place() -> None:
    root = read("# 注释\n甲: 一\n乙:\n  - 丙: {丁: 二, 戊: [三, 四]}\n")
    assert root.keys is not None
    assert [str(place) for place in root.keys.values()] == ["f:2:1", "f:3:1"]
    assert str(root.find(("甲",))) == "f:2:4"
    assert str(root.find(("乙", 0, "丙", "戊", 1))) == "f:4:22"
    assert str(root.find(("乙", 0, "没有", "丙"))) == "f:4:8"  # a step that leads nowhere is passed over
    assert str(root.find(())) == "f:2:1"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_move_nothing(end: str, mark: bytes) -> None:
    raw = mark + end.join(["市: 甲", "b:", "  - 'x'", "  - [y, 乙]", ""]).encode()
    root = read(raw)
    assert root.plain() == {"市": "甲", "b": ["x", ["y", "乙"]]}
    assert str(root.find(("b", 1, 1))) == "f:4:9"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", ["duplicate-key 3:1"]),
        ("a: 1\n'a': 2\n", ["duplicate-key 2:1"]),
        ("true: 1\n'true': 2\n", ["duplicate-key 2:1"]),
        ("{a: {b: 1, b: 2}, a: 3}", ["duplicate-key 1:12", "duplicate-key 1:19"]),
        ("a: &x 1\n", ["alias 1:4"]),
        ("a: *x\n", ["alias 1:4"]),
        ("&x a: 1\n", ["alias 1:1"]),
        ("a: !!str 1\n", ["tag 1:4"]),
        ("a: !x [1]\n", ["tag 1:4"]),
        ("a: ! 1\n", ["tag 1:4"]),
        ("a: !!binary aGk=\nb: !!python/name:os.system x\n", ["tag 1:4", "tag 2:4"]),
        ("a: 1\n<<: {b: 2}\n", ["merge-key 2:1"]),
        ("a: 1\n---\nb: 2\n", ["several-documents 2:1"]),
        ("---\n---\n", ["several-documents 2:1"]),
        ("? [a]\n: 1\n", ["key 1:3"]),
        ("? {a: 1}\n: 1\n", ["key 1:3"]),
        ("null: 1\n", ["key 1:1"]),
        ("a:\n\tb: 1\n", ["tab 2:1"]),
        ("a: 1\na: 2\nb: [\n", ["duplicate-key 2:1", "syntax 4:1"]),
        ("a: \x00\n", ["control-character 1:4"]),
        ("甲: '\u2028'\n", ["control-character 1:5"]),
        ("a: \ufeff\n", ["control-character 1:4"]),
        ("a: \u200b\n", ["control-character 1:4"]),
        ("a: '\x85'\n", ["control-character 1:5"]),
        ('a: "\\x9b31m"\n', ["control-character 1:4"]),
        ('a: "\\u2066"\n', ["control-character 1:4"]),
        ('"\\0": 1\n', ["control-character 1:1"]),
        ("[" * (DEEPEST + 1), [f"too-deep 1:{DEEPEST + 1}"]),
        (b"a: \xff\n", ["encoding 1:4"]),
        ("", ["empty 1:1"]),
    ],
)  # fmt: skip
def test_refused_with_line_and_column(text: str | bytes, problems: list[str]) -> None:
    assert refused(text) == problems


def test_the_deepest_that_is_allowed_is_read() -> None:
    assert isinstance(read("[" * DEEPEST + "]" * DEEPEST), Node)


def test_emoji_and_rare_characters_are_text_and_count_one_column() -> None:
    root = read("a: 𠮷野家😀\nb: [𠮷, é]\n")
    assert root.plain() == {"a": "𠮷野家😀", "b": ["𠮷", "é"]}
    assert str(root.find(("b", 1))) == "f:2:8"


def test_a_file_of_nothing_but_mistakes_is_given_up() -> None:
    parsed = parse(b"{" + b"a: 1, " * 5000 + b"}", "f")
    assert isinstance(parsed, list)
    assert len(parsed) == MOST_PROBLEMS


def test_what_is_quoted_in_a_message_is_one_short_line() -> None:
    assert shortened("a\n  b: [x]\t c") == "a b: [x] c"
    assert len(shortened("好" * 500)) == 40


_PLAIN: st.SearchStrategy[Any] = st.recursive(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(-(10**15), 10**15),
        st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf", "Zl", "Zp", "Cn"])),
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.text("abc甲", min_size=1), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(st.text("abc甲", min_size=1), _PLAIN, min_size=1))
def test_json_is_read_as_it_stands(value: dict[str, Any]) -> None:
    import json

    assert read(json.dumps(value, ensure_ascii=False)).plain() == value


@given(st.binary(max_size=60))
def test_no_bytes_are_a_fault_of_the_program(raw: bytes) -> None:
    assert isinstance(parse(raw, "f"), Node | list)


@given(st.text("ab: -[]{}&*!|>'\"#?,%@`\n\t\\~<=.01", max_size=40))
def test_no_text_is_a_fault_of_the_program(text: str) -> None:
    parsed = parse(text.encode(), "f")
    assert isinstance(parsed, Node) or all(one.where.line >= 1 and one.where.column >= 1 for one in parsed)


def test_the_built_in_files_are_read_whole() -> None:
    for file in sorted((Path(__file__).parents[2] / "playbooks").glob("*.yaml")):
        assert isinstance(parse(file.read_bytes(), file.name), Node)
