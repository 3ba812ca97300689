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


def test_every_command_line_shown_is_understood(capsys: pytest.CaptureFixture[str]) -> None:
    """Each `zjtx …` in a code block: its command and options exist."""
    shown = [line for code in re.findall(r"```\w*\n(.*?)```", TEXT, re.DOTALL) for line in code.split("\n")]
    lines = [line.removeprefix("$ ") for line in shown if line.removeprefix("$ ").startswith("zjtx ")]
    assert lines
    for line in lines:
        words = line.split("#")[0].split()[1:]
        command = words[:2] if words[0] == "playbooks" else words[:1]
        if command[0].startswith("-"):
            continue
        main([*command, "--help"])
        told = capsys.readouterr().out
        for option in (word.split("=")[0] for word in words if word.startswith("--")):
            assert option in told, line
