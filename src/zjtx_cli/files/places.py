"""The case base of a pack: scenario files that also say what the place did and what came of it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from zjtx_cli.errors import Problem
from zjtx_cli.files.located import parse
from zjtx_cli.files.scenarios import scenario_of
from zjtx_cli.model.answers import Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_NO_PLACE = Text(
    "这里的文件要有 place:，写明做了什么、结果怎样", "a file here needs place:, with what was done and what came of it"
)


def read_places(folder: Path, raw: Mapping[str, bytes], pack: Pack) -> tuple[list[dict[str, Any]], list[Problem]]:
    """The plain content of each place (raw files whose names hold a slash), its known answers only; and every problem."""
    places, problems = [], []
    for name, content in raw.items():
        if "/" not in name:
            continue
        path = f"{folder}/{name}.yaml"
        node = parse(content, path)
        if isinstance(node, list):
            problems += node
            continue
        scenario, found = scenario_of(node, pack, Path(path))
        if scenario is not None and "place" not in node.value:
            found = [Problem(node.where, "no-place", _NO_PLACE)]
        problems += found
        if scenario is not None and not found:
            case = scenario.case
            places.append(
                {
                    "id": scenario.name,
                    "country": case.country,
                    "level": case.level,
                    "place": node.value["place"].plain(),
                    "answers": {
                        question: sorted(answer.value) if isinstance(answer.value, frozenset) else answer.value
                        for question, answer in case.answers.items()
                        if not isinstance(answer.value, Mark)
                    },
                }
            )
    return places, sorted(problems)
