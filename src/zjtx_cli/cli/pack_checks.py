"""Everything that `zjtx playbooks validate` looks at: a pack with its places, scenarios and list of survivors."""

from collections.abc import Iterator
from pathlib import Path

from zjtx_cli.errors import CannotAccess, InvalidContent, Problem
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language, Text

_CLEAN = Text(
    "没有问题：{playbooks} 个模式，{questions} 个问题，{claims} 条依据，{instruments} 项政策工具",
    "no problems: {playbooks} playbooks, {questions} questions, {claims} claims, {instruments} instruments",
)
_MEAN = Text(
    "{playbook}：随机作答的平均适合度 {mean}{remark}", "{playbook}: mean fit over evenly drawn answers {mean}{remark}"
)
_OUTSIDE = Text("（在 0.35–0.65 之外，与其他模式的可比性差）", " (outside 0.35–0.65: fits compare less well)")
_NOT_THERE = Text("找不到 {name}", "{name} is not there")


def packs(paths: list[Path]) -> dict[Path, list[Path]]:
    """By the folder of a pack the files and folders within it whose problems alone are wanted (none: all)."""
    found: dict[Path, list[Path]] = {}
    for path in paths:
        if not path.exists():  # or nothing would be checked, and nothing found
            raise CannotAccess(_NOT_THERE.format(name=path))
        folder = next((one for one in (path, *path.parents) if (one / "pack.yaml").is_file()), None)
        folder = folder or (path if path.is_dir() else path.parent)
        wanted = found.setdefault(folder, [])
        if path != folder:
            wanted.append(path)
    return {folder: [] if folder in paths else wanted for folder, wanted in found.items()}


def within(one: Problem, wanted: list[Path]) -> bool:
    file = Path(one.where.file)
    return not wanted or any(file == path or path in file.parents for path in wanted)


def check(folder: Path) -> tuple[list[Problem], Pack | None]:
    """Everything that is wrong with a folder, and the pack where its form is right."""
    from zjtx_cli.authoring.lint import lint
    from zjtx_cli.files.allowances import without_allowed
    from zjtx_cli.files.library import assemble, plain_content, read_documents, read_raw

    try:
        raw = read_raw(folder)
    except InvalidContent as error:
        return list(error.problems), None
    documents, problems = read_documents(folder, raw)
    if documents is None:
        return problems, None
    pack = assemble(plain_content(documents))
    beside = sorted({*_beside(folder, raw, pack)})
    return [*without_allowed(lint(documents, pack)), *beside], pack


def _beside(folder: Path, raw: dict[str, bytes], pack: Pack) -> Iterator[Problem]:
    """What is wrong with the case base, the scenarios and the list of survivors. A place among the scenarios is read as both."""
    from zjtx_cli.files.places import read_places
    from zjtx_cli.files.scenarios import read_scenarios
    from zjtx_cli.files.survivors import read_survivors

    yield from read_places(folder, raw, pack)[1]
    scenarios = folder / "scenarios"
    if scenarios.is_dir():
        yield from read_scenarios([scenarios], pack).problems
    try:
        read_survivors(folder)
    except InvalidContent as error:
        yield from error.problems


def about(pack: Pack, language: Language) -> list[str]:
    """What a clean pack holds, and each playbook's mean fit, as information."""
    from zjtx_cli.advisor.tables import Tables
    from zjtx_cli.authoring.means import mean_fits

    counts = {name: len(getattr(pack, name)) for name in ("playbooks", "questions", "claims", "instruments")}
    lines = [_CLEAN.format(**counts).to(language)]
    for playbook, mean in mean_fits(Tables(pack)).items():
        remark = Text("", "") if 0.35 <= mean <= 0.65 else _OUTSIDE
        lines.append(_MEAN.format(playbook=playbook, mean=f"{mean:.2f}", remark=remark).to(language))
    return lines
