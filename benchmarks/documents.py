"""How long a paper takes beyond the advice it is made of: whole commands in turn, in one run.

    python benchmarks/documents.py [ROUNDS]

Prints for each format the median over the rounds of (this command less `advise` to JSON in the same round), in seconds of
processor time, which another load on the machine disturbs less than the clock (Typst uses several cores, so a PDF waits
less than this). Bytecode is compiled first; a real city of the evaluation, the built-in pack.
"""

import compileall
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import zjtx_cli

ROOT = Path(__file__).resolve().parent.parent
CITY = ROOT / "evaluation" / "cities" / "datang.yaml"
ZJTX = Path(sys.executable).with_name("zjtx")
PAPERS = (
    *(("full", suffix) for suffix in (".md", ".html", ".docx", ".pdf")),
    *(("briefing", suffix) for suffix in (".md", ".html", ".docx", ".pdf")),
)


def main(rounds: int) -> None:
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(Path(zjtx_cli.__file__).parent), quiet=1)
    with tempfile.TemporaryDirectory() as folder:
        beyond: dict[tuple[str, str], list[float]] = {paper: [] for paper in PAPERS}
        for turn in range(rounds + 1):
            base = seconds("-o", f"{folder}/advice.json")
            for kind, suffix in PAPERS:
                took = seconds("--kind", kind, "-o", f"{folder}/paper{suffix}") - base
                if turn:  # the first round warms up
                    beyond[kind, suffix].append(took)
    for (kind, suffix), took in beyond.items():
        print(f"{kind:9} {suffix:6} {statistics.median(took):5.2f} s   ({min(took):.2f} to {max(took):.2f})")


def seconds(*more: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(ZJTX), "advise", str(CITY), "--quiet", *more], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
