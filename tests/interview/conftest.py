"""A small pack on disk, a home of its own for drafts and caches, and a person at a pseudo-terminal."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.interview.person import Person
from tests.interview.small_pack import write_small_pack
from zjtx_cli.files.library import load
from zjtx_cli.model.pack import Pack


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_small_pack(tmp_path_factory.mktemp("pack") / "small")


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def pack(folder: Path, cache: Path) -> Pack:
    before = os.environ.get("XDG_CACHE_HOME")
    os.environ["XDG_CACHE_HOME"] = str(cache)
    try:
        return load(folder)
    finally:
        os.environ.pop("XDG_CACHE_HOME") if before is None else os.environ.update(XDG_CACHE_HOME=before)


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The state folder of this test alone."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state" / "zjtx" / "interviews"


@pytest.fixture
def sits_down(folder: Path, pack: Pack, cache: Path, home: Path, tmp_path: Path) -> Iterator["SitsDown"]:
    """Sit somebody down at `zjtx interview …`; whoever still sits there at the end of the test is sent home."""
    seats = SitsDown(folder, cache, home, tmp_path)
    yield seats
    for person in seats.people:
        person.goes_home()


class SitsDown:
    def __init__(self, folder: Path, cache: Path, home: Path, where: Path) -> None:
        self.people: list[Person] = []
        self._folder, self._where = folder, where
        self.environment = {
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "VIRTUAL_ENV")},
            "XDG_STATE_HOME": str(home.parent.parent),
            "XDG_CACHE_HOME": str(cache),
            "LANG": "C.UTF-8",
            "TERM": "xterm-256color",
        }

    def __call__(
        self,
        *options: str,
        columns: int = 80,
        rows: int = 40,
        playbooks: Path | None = None,
        environment: dict[str, str] | None = None,
    ) -> Person:
        argv = ["interview", "--lang", "zh", "--playbooks", str(playbooks or self._folder), *options]
        person = Person(argv, {**self.environment, **(environment or {})}, columns, rows, self._where)
        self.people.append(person)
        return person
