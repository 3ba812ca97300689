"""The cities of a folder, as two packs read them."""

from pathlib import Path

from zjtx_cli.errors import CannotAccess, InvalidContent
from zjtx_cli.files.answers import read_case
from zjtx_cli.files.hidden import visible
from zjtx_cli.model.answers import Case
from zjtx_cli.model.change import Skipped
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_NO_FOLDER = Text("找不到文件夹 {name}", "there is no folder {name}")

City = tuple[str, Case, Case]


def read_cities(folder: Path, old: Pack, new: Pack) -> tuple[list[City], tuple[Skipped, ...]]:
    """Every answers file or scenario directly in a folder. What the new pack cannot read is invalid; what only the old
    one cannot is skipped, with the reason.
    """
    if not folder.is_dir():
        raise CannotAccess(_NO_FOLDER.format(name=visible(str(folder))))
    cities: list[City] = []
    skipped = []
    problems = []
    for path in sorted(folder.glob("*.yaml")):
        after, wrong = read_case(str(path), new)
        before, gone = read_case(str(path), old)
        problems += wrong
        if before is None and not wrong:
            skipped.append(Skipped(path.stem, gone[0].message))
        elif before is not None and after is not None:
            cities.append((path.stem, before, after))
    if problems:
        raise InvalidContent(tuple(problems))
    return cities, tuple(skipped)
