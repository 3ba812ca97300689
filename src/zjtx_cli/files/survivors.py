"""The mutants of a pack that may survive, each with the reason (survivors.yaml beside its scenarios' folder)."""

from pathlib import Path

from zjtx_cli.errors import InvalidContent
from zjtx_cli.files.complaints import check
from zjtx_cli.files.disk import read_bytes
from zjtx_cli.files.located import MOST_BYTES, parse
from zjtx_cli.model.bench import Accepted
from zjtx_cli.text import Text

PLACE = ("coverage", "survivors.yaml")


def read_survivors(folder: Path) -> dict[str, Accepted]:
    """By the mutant's id, the reason and its place; nothing where a pack keeps no such list."""
    from zjtx_cli.files.forms_cases import SurvivorsFile

    path = folder.joinpath(*PLACE)
    if not path.is_file():
        return {}
    parsed = parse(read_bytes(str(path), MOST_BYTES), str(path))
    problems = parsed if isinstance(parsed, list) else check(SurvivorsFile, parsed)
    if problems or isinstance(parsed, list):
        raise InvalidContent(tuple(problems))
    listed = {one.value["mutant"].value: one for one in parsed.value["survivors"].value}
    return {name: Accepted(Text(**one.value["because"].plain()), one.where) for name, one in listed.items()}
