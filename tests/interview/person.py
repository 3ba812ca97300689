"""Somebody at a real pseudo-terminal: presses keys, and sees what a terminal would show."""

import contextlib
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pexpect
import pyte

LAUNCH = ["-m", "zjtx_cli"]
PATIENCE = 10.0  # seconds

LINE = "答："
_SETTLED = re.compile("^(?:→ |← 回到|← Back one)", re.MULTILINE)

KEYS = {
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "enter": "\r",
    "tab": "\t",
    "escape": "\x1b",
    "backspace": "\x7f",
    "f2": "\x1bOQ",
    "ctrl-c": "\x03",
    "ctrl-d": "\x04",
    "space": " ",
}


class Person:
    def __init__(self, argv: list[str], environment: dict[str, str], columns: int, rows: int, where: Path) -> None:
        self.child: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            [*LAUNCH, *argv],
            env=environment,
            dimensions=(rows, columns),
            cwd=str(where),
            echo=True,
            timeout=PATIENCE,
        )
        self.child.delaybeforesend = None
        self._screen = pyte.HistoryScreen(columns, rows, history=5000, ratio=1)
        self._stream = pyte.ByteStream(self._screen)
        self.raw = b""

    def sees(self, *texts: str) -> "Person":
        """Wait until all of these stand on the screen (line ends do not count)."""
        return self._waits(self.screen, texts)

    def presses(self, *keys: str) -> "Person":
        """Keys by name, or texts to be typed."""
        for key in keys:
            self.child.send(KEYS.get(key, key))
        return self

    def answers(self, question: str, *keys: str) -> "Person":
        """Wait for a question, then answer it."""
        return self._waits(self.at_hand, (question, "Ctrl-C")).presses(*keys)

    def writes(self, line: str) -> "Person":
        """In plain mode: wait for the line to write on, and write on it."""
        self.next_line()
        return self.presses(line + "\n")

    def next_line(self) -> str:
        """In plain mode: wait until there is a line to write on; what is on the screen then."""
        self._waits(lambda: self.screen()[-len(LINE) :], (LINE,))
        return self.screen()

    def leaves(self) -> int:
        """Wait until the program has ended; its exit code."""
        end = time.monotonic() + PATIENCE
        while self.child.isalive() or self._read():
            self._read()
            assert time.monotonic() < end, f"still running:\n{self.screen()}"
        self.child.close()
        return self.child.exitstatus if self.child.exitstatus is not None else -(self.child.signalstatus or 0)

    def goes_home(self) -> None:
        """End the program where it still runs, however it was left."""
        with contextlib.suppress(OSError, pexpect.ExceptionPexpect):
            self.child.close(force=True)

    def screen(self) -> str:
        """What is on the screen now."""
        return "\n".join(line.rstrip() for line in self._screen.display).strip()

    def at_hand(self) -> str:
        """What is on the screen after the last answer or step back."""
        return _SETTLED.split(self.screen())[-1]

    def conversation(self) -> str:
        """Everything that was shown and not erased, from the beginning."""
        past = [
            "".join(line[x].data for x in range(self._screen.columns)).rstrip() for line in self._screen.history.top
        ]
        return "\n".join([*past, self.screen()])

    def _waits(self, where: Callable[[], str], texts: tuple[str, ...]) -> "Person":
        end = time.monotonic() + PATIENCE
        while not all(_bare(text) in _bare(where()) for text in texts):
            self._read()
            assert time.monotonic() < end, f"{texts} not on the screen:\n{self.screen()}"
        return self

    def _read(self) -> bool:
        try:
            got = self.child.read_nonblocking(65536, timeout=0.02)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return False
        self.raw += got
        self._stream.feed(got)
        return True


def _bare(text: str) -> str:
    return "".join(text.split())
