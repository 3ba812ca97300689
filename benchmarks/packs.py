"""How reading a pack grows with its playbooks: checked and compiled from YAML, and read from the compiled form.

    python benchmarks/packs.py [ROUNDS]

The packs hold the built-in questions, claims and instruments, and copies of the built-in playbooks under other ids.
"""

import os
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from zjtx_cli.files.library import NAMED, built_in, compile_pack, load

FEW, MANY, WANTED = 50, 200, 5.0


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        packs = {count: make(Path(folder) / str(count), count) for count in (FEW, MANY)}
        for what, read in (("checked and compiled", compile_pack), ("read from the compiled form", load)):
            for pack in packs.values():
                read(pack)  # warm
            pairs = [tuple(seconds(read, packs[count]) for count in (FEW, MANY)) for _ in range(rounds)]
            few, many = (statistics.median(times) for times in zip(*pairs, strict=True))
            ratio = statistics.median(many / few for few, many in pairs)
            print(
                f"{what}: {FEW} playbooks {few:.2f} s, {MANY} playbooks {many:.2f} s: {ratio:.2f} × (wanted ≤ {WANTED})"
            )


def make(folder: Path, count: int) -> Path:
    """A pack of this many playbooks: whole sets of the built-in ones, in each set the names with a number behind them."""
    folder.mkdir()
    for name in NAMED:
        shutil.copy(built_in() / f"{name}.yaml", folder)
    texts = {path.stem: path.read_text("utf-8") for path in built_in().glob("*.yaml") if path.stem not in NAMED}
    named = re.compile(rf"(?<![\w-])({'|'.join(texts)})(?![\w-])")
    for number in range(count // len(texts)):
        suffix = f"-{number}" if number else ""
        for name, text in texts.items():
            copy = "\n".join(
                named.sub(rf"\g<1>{suffix}", line) if re.match(r"id: |.*with: |.*excludes: ", line) else line
                for line in text.split("\n")
            )
            (folder / f"{name}{suffix}.yaml").write_text(copy, encoding="utf-8")
    return folder


def seconds(read: Callable[[Path], object], pack: Path) -> float:
    start = time.process_time()
    read(pack)
    return time.process_time() - start


if __name__ == "__main__":
    main()
