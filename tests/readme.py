"""The output that the README shows is produced, not typed.

A block in the README that follows `<!-- output: COMMAND -->` holds what the command prints. `COMMAND | head -N` keeps the
first N lines. Run this file to renew all blocks; `test_readme.py` checks that none is stale.
"""

import contextlib
import io
import os
import re
import shlex
from pathlib import Path

from zjtx_cli.cli.app import main

README = Path(__file__).resolve().parent.parent / "README.md"
BLOCK = re.compile(r"(<!-- output: (?P<command>.+?) -->\n```\w*\n)(?P<shown>.*?)(\n```)", re.DOTALL)


def renewed(text: str) -> str:
    """The README with every output block as its command prints it now."""
    return BLOCK.sub(lambda block: block[1] + produced(block["command"]) + block[4], text)


def produced(command: str) -> str:
    """What a command prints to standard output, 80 columns wide, from the top of the checkout."""
    command, _, cut = command.partition(" | head -")
    words = shlex.split(command)
    assert words[0] == "zjtx", command
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    before, folder = dict(os.environ), Path.cwd()
    os.environ.update(COLUMNS="80", NO_COLOR="1", LC_ALL="C.UTF-8")
    os.environ.pop("ZJTX_LANG", None)
    os.chdir(README.parent)
    try:
        with contextlib.redirect_stdout(out):
            main(words[1:])
    finally:
        os.chdir(folder)
        os.environ.clear()
        os.environ.update(before)
    out.flush()
    shown = out.buffer.getvalue().decode()
    lines = [line.rstrip() for line in shown.rstrip("\n").split("\n")]
    return "\n".join(lines[: int(cut)] if cut else lines)


if __name__ == "__main__":
    README.write_text(renewed(README.read_text(encoding="utf-8")), encoding="utf-8")
