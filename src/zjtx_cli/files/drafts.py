"""Unfinished interviews on disk: saved at once, kept to oneself, never two in one file.

A draft is an answers file (`zjtx advise` reads it) with one more key, `history`: what was said, in order. Drafts without a
name of their own lie in the XDG state folder.
"""

import contextlib
import hashlib
import os
import re
import signal
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO, NamedTuple

from zjtx_cli.errors import CannotAccess, Problem, WrongUsage
from zjtx_cli.files.answers import case_of, dump_case
from zjtx_cli.files.disk import read_bytes, write_bytes
from zjtx_cli.files.located import MOST_BYTES, Node, parse
from zjtx_cli.model.answers import Answer, Case
from zjtx_cli.model.history import Draft, Said
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

_BUSY = Text(
    "{name} 正在另一个窗口里作答，请先在那边存盘离开", "{name} is being answered in another window; leave there first"
)
_NO_FOLDER = Text(
    "不能在 {name} 里写文件，请换个地方或检查权限",
    "files cannot be written in {name}; choose another place or check permissions",
)
_NO_DRAFT = Text(
    "没有叫“{name}”的访谈；zjtx interview --list 可看全部",
    "there is no interview “{name}”; zjtx interview --list shows them",
)
_HISTORY = Text(
    "history 是程序记下的作答先后，形式不对；可以整段删去",
    "history (the order of the answers, written by the program) is malformed; it may be deleted",
)

_SCENARIO = Text(
    "这是检验模式用的情景文件（有 expect），访谈不改写它；请另存一份，去掉 expect",
    "this is a scenario that tests the playbooks (it has expect); the interview does not rewrite it: copy it without expect",
)

_SUFFIX = ".yaml"
_UNNAMED = "interview"


class Kept(NamedTuple):
    """A draft in the state folder. `draft` is None where its file has problems; `when` is seconds since the epoch."""

    name: str
    path: Path
    draft: Draft | None
    problems: list[Problem]
    when: float
    busy: bool


def kept_drafts(pack: Pack) -> list[Kept]:
    """All drafts in the state folder, the last used first."""
    found = []
    for path in _folder().glob(f"*{_SUFFIX}"):
        if path.stat().st_size:
            draft, problems = read_draft(path, pack)
            found.append(Kept(path.stem, path, draft, problems, path.stat().st_mtime, _is_busy(path)))
    return sorted(found, key=lambda one: (-one.when, one.name))


def read_draft(path: Path, pack: Pack) -> tuple[Draft | None, list[Problem]]:
    """A draft, or an answers file of any origin (its record is then empty). Raises CannotAccess."""
    return _parsed(read_bytes(str(path), MOST_BYTES), path, pack)


def discard(name: str) -> Path:
    """Delete a draft of the state folder; raises WrongUsage where there is none, CannotAccess where it is in use."""
    name = name.removesuffix(_SUFFIX)
    path = _folder() / f"{name}{_SUFFIX}"
    if path.name != f"{name}{_SUFFIX}" or not path.is_file():
        raise WrongUsage(_NO_DRAFT.format(name=name))
    lock = _lock(path)
    try:
        _sweep(path)
        path.unlink()
    except OSError as error:
        raise CannotAccess(Text(f"{path}：{error.strerror}", f"{path}: {error.strerror}")) from None
    finally:
        lock.close()
    return path


def in_state_folder(path: Path) -> bool:
    return path.parent == _folder()


class DraftFile:
    """The file of the interview under way; nobody else answers in it until it is closed."""

    def __init__(self, pack: Pack, path: Path | None = None) -> None:
        """A named file is locked at once; without a name one is found in the state folder at the first `write`."""
        if path is not None:
            folder = path.absolute().parent
            if not (folder.is_dir() and os.access(folder, os.W_OK)):
                raise CannotAccess(_NO_FOLDER.format(name=folder))
        self._pack, self._path, self._lock = pack, path, None if path is None else _lock(path)
        self._written = path.read_bytes() if path is not None and path.is_file() else None
        if path is not None:
            _sweep(path)

    @property
    def path(self) -> Path | None:
        return self._path

    def write(self, draft: Draft) -> None:
        """Save, all or nothing, readable by nobody else. Raises CannotAccess."""
        with _undisturbed():
            if self._path is None:
                self._path, self._lock = _reserve(draft.case.city)
            content = dump_draft(draft, self._pack).encode()
            write_bytes(self._path, content, mode=0o600)
            self._written = content

    def changed(self) -> Draft | list[Problem] | None:
        """What the file says where somebody else has written in it since the last save; None where nobody has."""
        if self._path is None or self._written is None:
            return None
        try:
            now = self._path.read_bytes()
        except OSError:
            return None  # it is gone: the next save brings it back
        if now == self._written:
            return None
        self._written = now
        draft, problems = _parsed(now, self._path, self._pack)
        return problems if draft is None else draft

    def move_aside(self, city: str) -> Path:
        """Go on in a new file; the old one is left as it is."""
        self.close()
        self._path, self._lock = _reserve(city)
        self._written = None
        return self._path

    def close(self) -> None:
        if self._lock is not None:
            self._lock.close()


def dump_draft(draft: Draft, pack: Pack) -> str:
    """An answers file with its history."""
    lines = [
        f"  - {{question: {said.question}, answer: {_dumped(said.answer, said.question, pack)}{_language(said)}}}"
        for said in draft.record
    ]
    return dump_case(draft.case, pack) + ("history:\n" + "\n".join(lines) + "\n" if lines else "")


def _parsed(raw: bytes, path: Path, pack: Pack) -> tuple[Draft | None, list[Problem]]:
    parsed = parse(raw, str(path))
    if isinstance(parsed, list):
        return None, parsed
    case, problems = case_of(parsed, pack, str(path))
    record: list[Said] = []
    if isinstance(parsed.value, dict) and "expect" in parsed.value:
        problems = [Problem((parsed.keys or {})["expect"], "scenario-file", _SCENARIO)]
    elif isinstance(parsed.value, dict) and "history" in parsed.value:
        record, complaints = _history(parsed.value["history"], pack)
        problems = sorted([*problems, *complaints])
    if case is None or problems:
        return None, problems
    return Draft(case, tuple(record)), []


def _history(node: Node, pack: Pack) -> tuple[list[Said], list[Problem]]:
    """What was said. Questions that the pack no longer has are passed over: their answers are reported already."""
    record: list[Said] = []
    problems: list[Problem] = []
    for one in node.value if isinstance(node.value, list) else [node]:
        held = one.value
        if not isinstance(held, dict) or not {"question", "answer"} <= held.keys() <= {"question", "answer", "lang"}:
            return [], [Problem(one.where, "history", _HISTORY)]
        name = str(held["question"].value)
        answers = Node({name: held["answer"]}, one.where, {name: held["question"].where})
        document = Node(
            {"city": Node("-", one.where), "answers": answers}, one.where, {"city": one.where, "answers": one.where}
        )
        case, complaints = case_of(document, pack, one.where.file)
        problems += [problem for problem in complaints if problem.rule != "unknown-question"]
        for question, answer in case.answers.items() if case is not None else ():
            record.append(Said(question, answer, str(held["lang"].value) if "lang" in held else ""))
    return record, problems


def _dumped(answer: Answer, question: str, pack: Pack) -> str:
    """One answer as its line in an answers file writes it."""
    alone = dump_case(Case("-", answers={question: answer}), pack)
    return alone.splitlines()[-1].partition(": ")[2]


def _language(said: Said) -> str:
    return f", lang: {said.language}" if said.language else ""


def _folder() -> Path:
    base = os.environ.get("XDG_STATE_HOME") or os.path.join(os.path.expanduser("~"), ".local", "state")
    return Path(base) / "zjtx" / "interviews"


def _reserve(city: str) -> tuple[Path, IO[bytes]]:
    """A free name in the state folder, taken before anybody else can take it, and its lock."""
    folder, name = _folder(), _named(city)
    number = 1
    while True:
        path = folder / (f"{name}{_SUFFIX}" if number == 1 else f"{name}-{number}{_SUFFIX}")
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
            return path, _lock(path)
        except FileExistsError:
            number += 1
        except OSError as error:
            raise CannotAccess(_NO_FOLDER.format(name=folder)) from error


def _sweep(path: Path) -> None:
    """What a save that was cut off (kill -9) left beside the file goes: it may hold what was withheld since."""
    path = Path(os.path.realpath(path))
    for name in os.listdir(path.parent):
        if name.startswith(f".{path.name}.") and re.fullmatch(r"[a-z0-9_]{8}", name[len(path.name) + 2 :]):
            with contextlib.suppress(OSError):
                path.with_name(name).unlink()


def _named(city: str) -> str:
    plain = re.sub(r"[^\w-]+", "-", unicodedata.normalize("NFC", city)).strip("-_")
    return plain[:40] or _UNNAMED


# Two at once. A lock is given back by the system when its process ends, however it ends.


def _lock(path: Path) -> IO[bytes]:
    """The lock of a file that may not exist yet; raises CannotAccess where somebody else has it."""
    try:
        file = _open_lock(path)
    except OSError as error:
        raise CannotAccess(_NO_FOLDER.format(name=_folder())) from error
    if not _grab(file):
        file.close()
        raise CannotAccess(_BUSY.format(name=path))
    return file


def _is_busy(path: Path) -> bool:
    with _open_lock(path) as file:
        return not _grab(file)


def _open_lock(path: Path) -> IO[bytes]:
    folder = _folder().parent / "locks"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = hashlib.sha256(os.fsencode(path.resolve())).hexdigest()[:32]
    return open(folder / name, "ab")


if sys.platform == "win32":
    import msvcrt

    def _grab(file: IO[bytes]) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _grab(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True  # a file system without locks
        return True


@contextlib.contextmanager
def _undisturbed() -> Iterator[None]:
    """Signals that end the program wait until the file is whole."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    waiting = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, waiting)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
