"""The README says what is true: its output is produced, its commands exist, and every command is in it."""

import re

import pytest

from tests.readme import BLOCK, README, produced
from zjtx_cli.cli.app import main
from zjtx_cli.cli.commands import COMMANDS, PLAYBOOKS

TEXT = README.read_text(encoding="utf-8")


@pytest.mark.parametrize("block", list(BLOCK.finditer(TEXT)), ids=lambda block: block["command"])
def test_the_output_shown_is_what_the_command_prints(block: "re.Match[str]") -> None:
    assert block["shown"] == produced(block["command"]), "run: python tests/readme.py"


def test_every_command_is_documented() -> None:
    for name in COMMANDS:
        assert f"zjtx {name}" in TEXT
    for name in PLAYBOOKS:
        assert f"playbooks {name}" in TEXT or f"| {name}" in TEXT or f"|{name}" in TEXT


def test_every_command_shown_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    """Each `zjtx …` in the text: its command and options exist."""
    lines = {
        shown.strip() for shown in re.findall(r"(?:`|bin/|output: )(zjtx [^`\n]*?)(?:`| \||-->|$)", TEXT, re.MULTILINE)
    }
    assert len(lines) > 10
    for line in sorted(lines):
        words = line.split()[1:]
        while words and words[0] == "--lang":
            words = words[2:]
        command = words[:2] if words[0] == "playbooks" else words[:1]
        if "|" in words or command[0].startswith("-"):
            continue
        assert main([*command, "--help"]) == 0, line
        told = capsys.readouterr().out
        for option in (word.split("=")[0] for word in words if word.startswith("--")):
            assert option in told, line
