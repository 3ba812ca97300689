"""Reading and writing bytes: one clear error each, and never half a file."""

import os
import sys
import tempfile
from pathlib import Path

from zjtx_cli.errors import CannotAccess, WrongUsage
from zjtx_cli.text import Text

_NOT_FOUND = Text("找不到文件 {name}，请检查路径", "file {name} is not there; check the path")
_FOLDER = Text("{name} 是文件夹，请给出文件", "{name} is a folder; name a file")
_NOT_READABLE = Text("没有权限读取 {name}", "no permission to read {name}")
_READ = Text("读取 {name} 失败：{why}", "{name} cannot be read: {why}")
_WRITE = Text(
    "写入 {name} 失败：{why}；原有内容没有改动", "{name} cannot be written: {why}; what was there is unchanged"
)
_THERE = Text("{name} 已存在（--no-clobber），没有覆盖", "{name} is there already (--no-clobber); not replaced")


def read_bytes(name: str, limit: int) -> bytes:
    """At most limit + 1 bytes of a file, or of standard input where the name is “-”."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(limit + 1)
        with open(name, "rb") as file:
            return file.read(limit + 1)
    except FileNotFoundError:
        raise CannotAccess(_NOT_FOUND.format(name=name)) from None
    except IsADirectoryError:
        raise CannotAccess(_FOLDER.format(name=name)) from None
    except PermissionError:
        raise CannotAccess(_NOT_READABLE.format(name=name)) from None
    except (OSError, ValueError) as error:
        raise CannotAccess(_READ.format(name=name, why=_why(error))) from None


def write_bytes(path: Path, content: bytes, *, no_clobber: bool = False, mode: int = 0o644) -> None:
    """Write a file at once or not at all: beside it first, then moved into its place."""
    if no_clobber and path.exists():
        raise WrongUsage(_THERE.format(name=path))
    beside = None
    try:
        descriptor, beside = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(beside, mode)
        os.replace(beside, path)
    except OSError as error:
        if beside is not None and os.path.exists(beside):
            os.unlink(beside)
        raise CannotAccess(_WRITE.format(name=path, why=_why(error))) from None


def _why(error: Exception) -> str:
    return (isinstance(error, OSError) and error.strerror) or str(error)
