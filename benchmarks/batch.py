"""How many cities a second, and how much memory: `zjtx batch` over made-up answer sets as JSON lines.

    python benchmarks/batch.py [ROWS] [JOBS] [--robustness ROWS]

Answers are drawn evenly over what each question can take (figures to three places), a tenth of them unknown, a tenth of
the questions not asked: no city is like that, but nothing repeats either.
"""

import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any

from zjtx_cli.files.library import built_in, load
from zjtx_cli.model.question import Question

ZJTX = Path(sys.executable).with_name("zjtx")
WANTED, MOST_MEGABYTES = 15_000, 300


def main() -> None:
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    jobs = sys.argv[2] if len(sys.argv) > 2 else "2"
    robust = int(sys.argv[3]) if len(sys.argv) > 3 else 200
    with tempfile.TemporaryDirectory() as folder:
        peaks = []
        for count in (rows // 10, rows):
            file = Path(folder) / f"{count}.jsonl"
            write_rows(file, count)
            seconds, busy, megabytes = run([str(file), "--jobs", jobs, "-o", str(Path(folder) / "rows.jsonl")])
            peaks.append(megabytes)
            print(
                f"{count} rows, {jobs} jobs: {count / seconds:,.0f} rows a second (wanted ≥ {WANTED:,} for 100,000), "
                f"{count / busy:,.0f} a second of one processor's time, "
                f"peak memory of all processes {megabytes:.0f} MB (wanted < {MOST_MEGABYTES})"
            )
        print(f"memory, {rows} rows against {rows // 10}: {peaks[1] / peaks[0]:.2f} ×")
        file = Path(folder) / "robust.jsonl"
        write_rows(file, robust)
        seconds, busy, _ = run([str(file), "--jobs", jobs, "--robustness", "-o", str(Path(folder) / "rows.jsonl")])
        print(
            f"{robust} rows with exact switch points, {jobs} jobs: {robust / seconds:,.1f} rows a second, "
            f"{robust / busy:,.1f} a second of one processor's time"
        )


def write_rows(path: Path, count: int) -> None:
    questions = list(load(built_in()).questions.values())
    chance = random.Random(count)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            answers = {one.id: drawn(one, chance) for one in questions if chance.random() < 0.9}
            row = {"city": f"样例市{number}", "industry": "样例产业", "level": "county", "answers": answers}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


def drawn(question: Question, chance: random.Random) -> Any:
    if chance.random() < 0.1:
        return "unknown"
    if question.kind == "number":
        figure = chance.uniform(question.low, question.high)
        return round(figure) if question.whole else round(figure, 3)
    if question.kind == "one":
        return chance.choice(question.options).id
    free = [option.id for option in question.options if not option.exclusive]
    return chance.sample(free, chance.randint(1, min(3, len(free))))


def run(arguments: list[str]) -> tuple[float, float, float]:
    """Seconds, seconds of processors, and the most memory (MB, proportional) that command and workers held together."""
    start, before = time.perf_counter(), os.times()
    with subprocess.Popen([str(ZJTX), "batch", *arguments, "--quiet"]) as process:
        watcher = _Watcher(process.pid)
        watcher.start()
        process.wait()
        seconds = time.perf_counter() - start
        watcher.ended.set()
        watcher.join()
    assert process.returncode == 0, process.returncode
    after = os.times()
    busy = after.children_user - before.children_user + after.children_system - before.children_system
    return seconds, busy, watcher.peak / 1024


class _Watcher(threading.Thread):
    """Looks ten times a second at the memory of a process and its children (Linux; else it sees nothing)."""

    def __init__(self, pid: int) -> None:
        super().__init__()
        self.pid, self.peak, self.ended = pid, 0, threading.Event()

    def run(self) -> None:
        while not self.ended.wait(0.1):
            self.peak = max(self.peak, sum(map(_kilobytes, [self.pid, *_children(self.pid)])))


def _children(pid: int) -> list[int]:
    try:
        return [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _kilobytes(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


if __name__ == "__main__":
    main()
