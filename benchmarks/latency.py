"""From the key that answers to the next question: what a person at `zjtx interview` waits for.

    python benchmarks/latency.py [ROUNDS]

A whole interview with the built-in pack at a real pseudo-terminal, plain mode, arrow keys and --quick, each ROUNDS times.
Timed at the other end of the terminal: from the moment the key is sent until the line of keys (or the line to write on) of the
next question has come back, saving the answer to disk included. On a machine that does other work too most of that is waiting
for a processor; the program's own time beside it is what the processors spent on it in between (Linux). Wanted of that: at
most 50 ms at the 95th percentile.
"""

import os
import pty
import select
import statistics
import sys
import tempfile
import time
from pathlib import Path

ENTER = b"\r"
WANTED = 50.0  # ms at the 95th percentile
PATIENCE = 10.0
WAYS = {
    "arrow keys": ([], "Ctrl-C 离开".encode(), ENTER),
    "plain": (["--plain"], "答：".encode(), b"\n"),
    "arrow keys, --quick": (["--quick"], "Ctrl-C 离开".encode(), ENTER),
}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    print(f"{rounds} interviews each, built-in pack; milliseconds from key to next question (wanted ≤ {WANTED:.0f})")
    for name, (options, ready, enter) in WAYS.items():
        found = [one for number in range(rounds) for one in sit(options, ready, enter, number)]
        waits, own = (sorted(column) for column in zip(*found, strict=True))
        for what, times in (("own time", own), ("waited", waits)):
            print(
                f"{name:20} {what:8}  median {statistics.median(times):5.1f}  95th percentile "
                f"{times[int(len(times) * 0.95)]:5.1f}  most {times[-1]:5.1f}  ({len(times)} answers)"
            )


def sit(options: list[str], ready: bytes, enter: bytes, number: int) -> list[tuple[float, float]]:
    """One interview in which each question gets its first or second option or a small figure: wait and own time of each."""
    with tempfile.TemporaryDirectory() as state:
        child, terminal = pty.fork()
        if child == 0:
            environment = {**os.environ, "XDG_STATE_HOME": state, "LANG": "C.UTF-8", "TERM": "xterm-256color"}
            environment.pop("ACCESSIBLE", None)
            command = [sys.executable, "-m", "zjtx_cli", "interview", "--lang", "zh", *options]
            os.execve(sys.executable, command, environment)
        waits = []
        try:
            wait_for(terminal, ready)
            for head in ("甲县", "", ""):  # place, trade, level
                press(terminal, head.encode() + enter, ready)
            said = b""
            while "答案一览".encode() not in said and "都不会改变建议".encode() not in said:
                key = b"1" if number % 2 == 0 else b"2"
                if ready != "答：".encode():
                    os.write(terminal, key + (b" " if b"[ ]" in said else b""))
                    drain(terminal)
                    key = b""
                start, spent = time.perf_counter(), processor(child)
                said = press(terminal, key + enter, ready)
                waited = (time.perf_counter() - start) * 1000
                drain(terminal)
                waits.append((waited, processor(child) - spent))
        finally:
            os.close(terminal)
            os.waitpid(child, 0)
        return waits


def press(terminal: int, keys: bytes, ready: bytes) -> bytes:
    os.write(terminal, keys)
    return wait_for(terminal, ready)


def wait_for(terminal: int, ready: bytes) -> bytes:
    """What is written until `ready` has come."""
    said, end = b"", time.monotonic() + PATIENCE
    while ready not in said:
        if time.monotonic() > end:
            sys.exit(f"no question after {PATIENCE} s:\n{said.decode(errors='replace')}")
        if select.select([terminal], [], [], 0.5)[0]:
            said += os.read(terminal, 65536)
    return said


def processor(child: int) -> float:
    """Milliseconds of processor that a process has had."""
    tasks = Path(f"/proc/{child}/task").glob("*/schedstat")
    return sum(int(task.read_text(encoding="ascii").split()[0]) for task in tasks) / 1e6


def drain(terminal: int) -> None:
    """Read on until nothing has come for a while."""
    while select.select([terminal], [], [], 0.05)[0]:
        os.read(terminal, 65536)


if __name__ == "__main__":
    main()
