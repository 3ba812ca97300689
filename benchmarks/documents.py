"""How long a document takes beyond the advice itself: whole processes, base and document in turn.

    python benchmarks/documents.py [ROUNDS]

The base is the advice as JSON. The two take turns, so that a busy machine slows both; the median of the differences is told,
of wall time and of the time that the process used.
"""

import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

CITY = Path(__file__).parent.parent / "playbooks" / "scenarios" / "changyuan-2015.yaml"
PAPERS = (
    *(("briefing", "docx"), ("study", "docx"), ("note", "docx"), ("briefing", "md"), ("study", "md")),
    *(("full", "md"), ("full", "docx"), ("annex", "docx"), ("full", "xlsx")),
    *(("briefing", "html"), ("full", "html"), ("briefing", "pdf"), ("full", "pdf"), ("annex", "pdf")),
)


def main(rounds: int) -> None:
    ran("advise", str(CITY), "--format", "json")
    with tempfile.TemporaryDirectory() as folder:
        for kind, suffix in PAPERS:
            walls, used = [], []
            for _ in range(rounds):
                base = ran("advise", str(CITY), "--format", "json")
                document = ran("advise", str(CITY), "--kind", kind, "-o", f"{folder}/paper.{suffix}", "--quiet")
                walls.append(document[0] - base[0])
                used.append(document[1] - base[1])
            print(
                f"{kind:9} .{suffix:5} {statistics.median(walls):5.2f} s more, {statistics.median(used):5.2f} s of work"
            )


def ran(*words: str) -> tuple[float, float]:
    """Wall seconds, and seconds of work of the process."""
    began, before = time.perf_counter(), os.times()
    child = os.posix_spawn(
        sys.executable,
        [sys.executable, "-m", "zjtx_cli", *words],
        os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
    )
    _, status = os.waitpid(child, 0)
    assert status == 0, words
    after = os.times()
    return time.perf_counter() - began, sum(after[2:4]) - sum(before[2:4])


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
