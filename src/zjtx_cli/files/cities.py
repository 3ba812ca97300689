"""The cities of a folder, as two packs read them."""

from pathlib import Path

from zjtx_cli.errors import CannotAccess, InvalidContent, Problem
from zjtx_cli.files.answers import MOST_BYTES, case_of
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.hidden import visible
from zjtx_cli.files.located import parse
from zjtx_cli.files.made_up import read_answers
from zjtx_cli.model.answers import Case
from zjtx_cli.model.change import Skipped
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_NO_FOLDER = Text("找不到文件夹 {name}", "there is no folder {name}")

City = tuple[str, Case, Case]


def read_cities(folder: Path, old: Pack, new: Pack) -> tuple[list[City], tuple[Skipped, ...]]:
    """Every answers file, scenario and made-up case directly in a folder. What the new pack cannot read is invalid; what only
    the old one cannot is skipped, with the reason.
    """
    if not folder.is_dir():
        raise CannotAccess(_NO_FOLDER.format(name=visible(str(folder))))
    cities: list[City] = []
    skipped = []
    problems = []
    for path in sorted(folder.glob("*.yaml")):
        for (name, before, gone), (_, after, wrong) in zip(_read(path, old), _read(path, new), strict=True):
            problems += wrong
            if before is None and not wrong:
                skipped.append(Skipped(name, gone[0].message))
            elif before is not None and after is not None:
                cities.append((name, before, after))
    if problems:
        raise InvalidContent(tuple(problems))
    return cities, tuple(skipped)


def _read(path: Path, pack: Pack) -> list[tuple[str, Case | None, list[Problem]]]:
    """By its name each city of a file: one, or the many of a file of made-up cases."""
    parsed = parse(read_bytes(str(path), MOST_BYTES), visible(str(path)))
    if isinstance(parsed, list):
        return [(path.stem, None, parsed)]
    if isinstance(parsed.value, dict) and "cases" in parsed.value:
        return list(read_answers(path, parsed, pack))
    return [(path.stem, *case_of(parsed, pack, visible(str(path))))]
