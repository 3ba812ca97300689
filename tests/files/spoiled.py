"""The cases of tests/cases/spoiled: one line of the valid pack is spoiled at a time; the rule that must tell it, and where.

A file has `rule`, the `file` of the pack, the `line` that is replaced, and what it is replaced with (`spoiled`), in which
⟦ marks the place of the problem; `at` names that place where it lies elsewhere (`@FILE:` in another file of the pack).
`says` must stand in the message of both languages; `also` are rules of problems that follow from the same mistake.
"""

import functools
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.files.refusals import CASES
from zjtx_cli.errors import Problem
from zjtx_cli.files import located

FOLDER = CASES / "spoiled"


class Spoiled(NamedTuple):
    name: str
    rule: str
    file: str
    line: str
    spoiled: str
    says: str = ""
    at: str = ""
    also: tuple[str, ...] = ()

    def replaced(self, text: str) -> str:
        """The text of the file with its line spoiled; ⟦ still marks the place."""
        assert self.line in text
        return text.replace(self.line, self.spoiled, 1)

    def place(self, texts: dict[str, str]) -> tuple[str, int, int]:
        """File, line and column of the problem, by the texts of the pack after `replaced`."""
        file, at = self.file, self.at or "⟦"
        if at.startswith("@"):
            file, at = at[1:].split(":", 1)
        text = texts[file]
        start = text.index(at.replace("⟦", "")) + at.index("⟦") if "⟦" in at and at != "⟦" else text.index(at)
        before = text[:start].replace("⟦", "").split("\n")
        return file, len(before), len(before[-1]) + 1


@contextmanager
def parsed_once(sound: Mapping[str, bytes]) -> Iterator[None]:
    """Files as they are without a mistake are parsed once for all cases: a case spoils one of many."""
    kept = set(sound.values())

    def parse(raw: bytes, file: str) -> located.Node | list[Problem]:
        return _parse_once(raw, file) if raw in kept else _parse(raw, file)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(located, "parse", parse)
        yield


_parse = located.parse
_parse_once = functools.cache(_parse)


def cases(*stages: str) -> list[Spoiled]:
    return [_read(path) for stage in stages for path in sorted((FOLDER / stage).glob("*.yaml"))]


def _read(path: Path) -> Spoiled:
    held = yaml.safe_load(path.read_text("utf-8"))
    return Spoiled(path.stem, **{**held, "also": tuple(held.get("also", ()))})
