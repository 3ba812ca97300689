"""Finding a pack, reading it, and keeping its compiled form: parsing thousands of lines at each start would be felt."""

import gc
import json
import os
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from zjtx_cli import __version__
from zjtx_cli.errors import CannotAccess, InvalidContent, Location, Problem
from zjtx_cli.files.building import build
from zjtx_cli.files.disk import MOST_BYTES, read_bytes
from zjtx_cli.files.hidden import visible
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Text

if TYPE_CHECKING:  # what reads YAML is loaded only where a pack is compiled
    from zjtx_cli.files.located import Node
    from zjtx_cli.files.references import Documents

NAMED = ("pack", "questions", "claims", "instruments")
COMPILED = "compiled.json"
PLACES = "places"

_TELLS_OF_A_PLACE = re.compile(rb"^place:", re.MULTILINE)

_NO_FOLDER = Text("找不到模式文件夹 {name}", "there is no playbooks folder {name}")
_NO_FILE = Text("文件夹里缺少 {name}.yaml", "the folder has no {name}.yaml")
_SUFFIX = Text("文件名应以 .yaml 结尾：{name}.yaml", "the file's name must end in .yaml: {name}.yaml")
_NO_PLAYBOOK = Text("文件夹里没有任何模式文件（*.yaml）", "the folder has no playbook (*.yaml)")


def built_in() -> Path:
    """The folder of the built-in pack: beside the package in a wheel, at the top of a checkout."""
    here = Path(__file__).resolve().parent.parent
    for folder in (here / "playbooks", here.parent.parent / "playbooks"):
        if folder.is_dir():
            return folder
    raise CannotAccess(_NO_FOLDER.format(name=here / "playbooks"))


def load(folder: Path) -> Pack:
    """The pack of a folder, from its compiled form where that is still true. Raises InvalidContent with all problems."""
    raw = read_raw(folder)
    fingerprint = _fingerprint(raw)
    with _no_collection():
        kept = _kept(folder, fingerprint)
        if kept is not None:
            return kept
        compiled = compile_pack(folder, raw)
        _keep(compiled, fingerprint)
        return _built(compiled)


def _built(compiled: bytes) -> Pack:
    first, content, evidence, places = compiled.split(b"\n")
    head = json.loads(first)
    if head["unread"] != _check(evidence, places):
        raise ValueError("a line that is read on demand is not the one that was written")
    return build(json.loads(content), head["sha256"], evidence, places, head["files"])


def _check(*lines: bytes) -> str:
    return "-".join(f"{zlib.crc32(line):08x}" for line in lines)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Building a pack makes many values and no rubbish: looking for rubbish meanwhile would double the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def read_raw(folder: Path) -> dict[str, bytes]:
    """The bytes of every YAML file that makes up the pack, by file stem, sorted."""
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except (OSError, ValueError):
        raise CannotAccess(_NO_FOLDER.format(name=visible(str(folder)))) from None
    other = [path for path in found if path.suffix != ".yaml" and path.suffix.lower() in (".yaml", ".yml")]
    if other:
        problems = [Problem(Location(str(path)), "file-name", _SUFFIX.format(name=path.stem)) for path in other]
        raise InvalidContent(tuple(problems))
    raw = {path.stem: read_bytes(str(path), MOST_BYTES) for path in found if path.suffix == ".yaml"}
    return raw | _raw_places(folder)


def _raw_places(folder: Path) -> dict[str, bytes]:
    """The files of the case base: scenarios that say what became of the place. Their names hold a slash."""
    raw = {}
    for part in (PLACES, "scenarios"):
        for path in sorted((folder / part).glob("*.yaml")):
            content = read_bytes(str(path), MOST_BYTES)
            if part == PLACES or _TELLS_OF_A_PLACE.search(content):
                raw[f"{part}/{path.stem}"] = content
    return raw


def compile_pack(folder: Path, raw: Mapping[str, bytes] | None = None) -> bytes:
    """Parse, check and compile a folder; raises InvalidContent with every problem of every file.

    Four lines of JSON: a head {program, fingerprint, sha256, files, unread}, the content, the evidence (claims and sources),
    which is most of a pack and is read only where it is printed, and the places of the case base, likewise.
    """
    import hashlib

    raw = read_raw(folder) if raw is None else raw
    content, problems = check_folder(folder, raw)
    if content is None:
        raise InvalidContent(tuple(problems))
    parts = {**{name: content[name] for name in NAMED}, **content["playbooks"]}
    files = {f"{name}.yaml": hashlib.sha256(_canonical(part)).hexdigest() for name, part in sorted(parts.items())}
    if content[PLACES]:
        files[f"{PLACES}/"] = hashlib.sha256(_canonical(content[PLACES])).hexdigest()
    digest = hashlib.sha256(_canonical(content)).hexdigest()
    rest = {name: part for name, part in content.items() if name not in ("claims", PLACES)}
    unread = [_canonical(content["claims"]), _canonical(content[PLACES])]
    head = {
        "program": __version__,
        "fingerprint": _fingerprint(raw),
        "sha256": digest,
        "files": files,
        "unread": _check(*unread),
    }
    return b"\n".join([_canonical(head), _canonical(rest), *unread])


def check_folder(folder: Path, raw: Mapping[str, bytes] | None = None) -> tuple[dict[str, Any] | None, list[Problem]]:
    """The plain content of a folder, or None and what is wrong with it."""
    from zjtx_cli.files.places import read_places

    raw = read_raw(folder) if raw is None else raw
    with _no_collection():
        documents, problems = read_documents(folder, raw)
        if documents is None:
            return None, problems
        content = plain_content(documents)
        pack = assemble(content)
        below = read_raw(built_in()) if _extends(raw) else {}
        content[PLACES], problems = read_places(built_in(), below, pack) if below else ([], [])
        own, found = read_places(folder, raw, pack)
        content[PLACES] += own
        problems += found
    return (None, problems) if problems else (content, [])


def read_documents(folder: Path, raw: Mapping[str, bytes] | None = None) -> "tuple[Documents | None, list[Problem]]":
    """The parsed and checked files of a folder with the place of every value, or None and what is wrong with them."""
    from zjtx_cli.files import forms
    from zjtx_cli.files.complaints import check
    from zjtx_cli.files.integrity import integrity
    from zjtx_cli.files.located import Node, parse
    from zjtx_cli.files.references import Documents

    raw = {name: part for name, part in (raw or read_raw(folder)).items() if "/" not in name}
    extends = _extends(raw)
    parts: dict[str, Node] = {}
    problems = [] if extends else _missing(folder, raw)
    for name, content in raw.items():
        parsed = parse(content, f"{folder}/{name}.yaml")
        if isinstance(parsed, list):
            problems += parsed
            continue
        form = (forms.OVERLAYS if extends else forms.FILES)[name] if name in NAMED else forms.FILES["playbook"]
        complaints = check(form, parsed)
        problems += complaints
        if not complaints:
            parts[name] = parsed
    if problems:
        return None, sorted(problems)
    if extends:
        return _over_built_in(parts)
    playbooks = {name: node for name, node in parts.items() if name not in NAMED}
    documents = Documents(**{name: parts[name] for name in NAMED}, playbooks=playbooks)
    problems = integrity(documents)
    return (None if problems else documents), problems


def _missing(folder: Path, raw: Mapping[str, bytes]) -> list[Problem]:
    problems = [
        Problem(Location(f"{folder}/{name}.yaml"), "missing-file", _NO_FILE.format(name=name))
        for name in NAMED
        if name not in raw
    ]
    if all(name in NAMED for name in raw):
        problems.append(Problem(Location(str(folder)), "missing-file", _NO_PLAYBOOK))
    return problems


def _extends(raw: Mapping[str, bytes]) -> bool:
    """Whether these files add to the built-in pack."""
    return b"\nextends:" in b"\n" + raw.get("pack", b"").removeprefix(b"\xef\xbb\xbf")


def _over_built_in(parts: "dict[str, Node]") -> "tuple[Documents | None, list[Problem]]":
    from zjtx_cli.files.integrity import integrity
    from zjtx_cli.files.overlay import overlaid

    base, problems = read_documents(built_in())
    if base is None:
        return None, problems
    documents, problems = overlaid(base, parts)
    problems = problems or integrity(documents)
    return (None if problems else documents), problems


def plain_content(documents: "Documents") -> dict[str, Any]:
    """The content of a pack without places: pack, questions, claims, instruments, and the playbooks by id."""
    plain = {name: getattr(documents, name).plain() for name in NAMED}
    return {**plain, "playbooks": {name: node.plain() for name, node in documents.playbooks.items()}}


def assemble(content: Mapping[str, Any]) -> Pack:
    """The pack of a plain content that is known to be sound; its sha256 is left empty."""
    return build(content, "", _canonical(content["claims"]))


def _canonical(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _fingerprint(raw: Mapping[str, bytes]) -> str:
    """Tells whether the files are still those that were compiled; not a signature (the pack's sha256 is one)."""
    below = read_raw(built_in()) if _extends(raw) else {}
    raw = {**raw, **{f"{name} below": content for name, content in below.items()}}
    parts = [f"{name}-{len(content)}-{zlib.crc32(content):08x}" for name, content in raw.items()]
    return f"{zlib.crc32('/'.join([__version__, *parts]).encode()):08x}-{sum(map(len, raw.values()))}"


def _kept(folder: Path, fingerprint: str) -> Pack | None:
    """The pack of a compiled form that was made of these bytes by this version; anything else is rebuilt without a word."""
    with_the_wheel = [folder / COMPILED] if folder == built_in() else []
    for path in (*with_the_wheel, _cache() / f"{fingerprint}.json"):
        try:
            compiled = path.read_bytes()
            head = json.loads(compiled[: compiled.index(b"\n")])
            if head["fingerprint"] == fingerprint and head["program"] == __version__:
                return _built(compiled)
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return None


def _keep(compiled: bytes, fingerprint: str) -> None:
    from zjtx_cli.files.disk import write_bytes

    try:
        _cache().mkdir(parents=True, exist_ok=True)
        write_bytes(_cache() / f"{fingerprint}.json", compiled)
    except (OSError, CannotAccess):
        pass  # a cache that cannot be kept costs time, nothing else


def _cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    return Path(base) / "zjtx" / "packs"
