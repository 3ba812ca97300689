"""Every real city in every kind and language, as files to look at and to check.

    python -m tests.documents.build_papers FOLDER FORMAT…

writes CITY.KIND-LANGUAGE.SUFFIX for the scenarios of the pack and the cities of the evaluation, two at a time.
"""

import sys
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from itertools import repeat
from pathlib import Path

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli.advise import even_chance
from zjtx_cli.cli.cases import gather
from zjtx_cli.cli.originals import originals_of
from zjtx_cli.files.library import built_in, load
from zjtx_cli.report.formats import FORMATS, written
from zjtx_cli.report.kinds import KINDS, compose
from zjtx_cli.text import Language

EVALUATION = Path(__file__).parents[2] / "playbooks" / "places"
CITIES = [*sorted((built_in() / "scenarios").glob("*.yaml")), *sorted(EVALUATION.glob("*.yaml"))]


def main(folder: Path, formats: Sequence[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(2) as pool:
        counts = list(pool.map(build, CITIES, repeat(folder), repeat(tuple(formats))))
    expected = len(CITIES) * len(KINDS) * len(Language) * len(formats)
    print(f"{sum(counts)} papers of {len(CITIES)} cities in {', '.join(formats)}")
    return 0 if sum(counts) == expected > 0 else 1


def build(city: Path, folder: Path, formats: tuple[str, ...]) -> int:
    pack = tables().pack
    advice = advise(tables(), gather([str(city)], [], None, None, pack), chance=even_chance)
    originals = originals_of(advice, tables(), built_in())
    count = 0
    for kind in KINDS:
        for language in Language:
            paper = compose(kind, advice, pack, language, originals=originals)
            for name in formats:
                path = folder / f"{city.stem}.{kind}-{language.value}{FORMATS[name].suffix}"
                path.write_bytes(written(paper, name, 100))
                count += path.stat().st_size > 0
    return count


@cache
def tables() -> Tables:
    return Tables(load(built_in()))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), sys.argv[2:]))
