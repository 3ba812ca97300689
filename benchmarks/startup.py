"""How long a user waits: commands beside `python -c "import typer"`, in turn, in one run.

    python benchmarks/startup.py [ROUNDS]

Prints the median of the pairwise ratios. Bytecode is compiled first; the pack is the built-in one. Then, city by city, how
many times as long an advice takes with its robustness as without, again in pairs.
"""

import compileall
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import zjtx_cli

ROOT = Path(__file__).resolve().parent.parent
CITY = ROOT / "playbooks" / "scenarios" / "changyuan-2015.yaml"
# Cities of which little is known: the open answers are what robustness has to go through.
UNKNOWN_HEAVY = [ROOT / "playbooks" / "places" / f"{name}.yaml" for name in ("hegang", "dundee", "zhangjiajie")]
ZJTX = Path(sys.executable).with_name("zjtx")
BASELINE = [sys.executable, "-c", "import typer"]
COMMANDS = {
    "zjtx --version": ([str(ZJTX), "--version"], 1.2),
    "zjtx advise CITY --format json --no-robustness": (
        [str(ZJTX), "advise", str(CITY), "--format", "json", "--no-robustness"],
        2.2,
    ),
    "zjtx advise CITY --format json": ([str(ZJTX), "advise", str(CITY), "--format", "json"], None),
}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(Path(zjtx_cli.__file__).parent, quiet=1)
    lines = sum(len(path.read_text(encoding="utf-8").splitlines()) for path in (ROOT / "playbooks").glob("*.yaml"))
    print(f"built-in pack: {lines} lines of YAML; {rounds} paired rounds")
    for command, _ in COMMANDS.values():
        seconds(command)  # warm: the first call compiles the pack
    for name, (command, limit) in COMMANDS.items():
        pairs = [(seconds(BASELINE), seconds(command)) for _ in range(rounds)]
        ratio = statistics.median(mine / base for base, mine in pairs)
        milliseconds = statistics.median(mine for _, mine in pairs) * 1000
        wanted = f" (wanted ≤ {limit})" if limit else ""
        print(f"{name}: {ratio:.2f} × import typer, {milliseconds:.0f} ms{wanted}")

    print("advise --format json, with robustness ÷ without (wanted ≤ 3):")
    for city in (CITY, *UNKNOWN_HEAVY):
        bare = [str(ZJTX), "advise", str(city), "--format", "json", "--no-robustness"]
        pairs = [(seconds(bare), seconds(bare[:-1])) for _ in range(rounds)]
        ratio = statistics.median(whole / part for part, whole in pairs)
        milliseconds = statistics.median(whole for _, whole in pairs) * 1000
        print(f"  {city.stem}: {ratio:.2f} ×, {milliseconds:.0f} ms")


def seconds(command: list[str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
