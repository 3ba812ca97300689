"""Reading and writing bytes: one clear error each, and never half a file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO, Protocol

from zjtx_cli.errors import CannotAccess, WrongUsage
from zjtx_cli.files.hidden import visible
from zjtx_cli.text import Text

MOST_BYTES = 4_000_000
"""Of any file that is read as YAML."""

_NOT_FOUND = Text("找不到文件 {name}，请检查路径", "file {name} is not there; check the path")
_FOLDER = Text("{name} 是文件夹，请给出文件", "{name} is a folder; name a file")
_NOT_READABLE = Text("没有权限读取 {name}", "no permission to read {name}")
_NO_INPUT = Text("标准输入没有打开", "standard input is closed")
READ = Text("读取 {name} 失败：{why}", "{name} cannot be read: {why}")
_WRITE = Text(
    "写入 {name} 失败：{why}；原有内容没有改动", "{name} cannot be written: {why}; what was there is unchanged"
)
_THERE = Text(
    "{name} 已存在，没有覆盖；请换个名字或先移走",
    "{name} is there already and was not replaced; use another name or move it",
)


class Readable(Protocol):
    """What can be read piece by piece."""

    def read1(self, size: int, /) -> bytes: ...


def read_bytes(name: str, limit: int) -> bytes:
    """At most limit + 1 bytes of a file, or of standard input where the name is “-”."""
    if name == "-":
        return standard_input().read(limit + 1)
    with opened(name) as file:
        return file.read(limit + 1)


def standard_input() -> BufferedReader:
    if sys.stdin is None:  # closed by the caller
        raise CannotAccess(_NO_INPUT)
    return sys.stdin.buffer  # type: ignore[return-value]  # it is one, where it is open


@contextmanager
def opened(name: str) -> Iterator[BufferedReader]:
    """A file to read from; what cannot be opened or read is told with its reason."""
    try:
        with open(name, "rb") as file:
            yield file
    except FileNotFoundError:
        raise CannotAccess(_NOT_FOUND.format(name=visible(name))) from None
    except IsADirectoryError:
        raise CannotAccess(_FOLDER.format(name=visible(name))) from None
    except PermissionError:
        raise CannotAccess(_NOT_READABLE.format(name=visible(name))) from None
    except (OSError, ValueError) as error:
        raise CannotAccess(READ.format(name=visible(name), why=_why(error))) from None


def write_bytes(path: Path, content: bytes, *, no_clobber: bool = False, mode: int = 0o644) -> None:
    """Write a file at once or not at all: beside it first, then moved into its place."""
    with replacing(path, no_clobber=no_clobber, mode=mode) as file:
        file.write(content)


@contextmanager
def replacing(path: Path, *, no_clobber: bool = False, mode: int = 0o644) -> Iterator[BinaryIO]:
    """A file to write to; only when all of it is written does it stand at its place, and nothing is left where it fails.

    A link stays a link; what is no file (/dev/null, a pipe) is written to and not replaced.
    """
    import tempfile  # only where something is written: it would be felt at start-up

    if no_clobber and os.path.lexists(path):
        raise WrongUsage(_THERE.format(name=visible(str(path))))
    path = Path(os.path.realpath(path))
    beside = None
    try:
        if path.exists() and not path.is_file():
            with open(path, "wb") as file:
                yield file
            return
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode)
        os.replace(beside, path)
        beside = None
    except OSError as error:
        raise CannotAccess(_WRITE.format(name=visible(str(path)), why=_why(error))) from None
    finally:
        if beside is not None and os.path.exists(beside):
            os.unlink(beside)


def make_folder(path: Path) -> None:
    """A folder and those above it, where they are not there yet."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotAccess(_WRITE.format(name=visible(str(path)), why=_why(error))) from None


def _why(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
