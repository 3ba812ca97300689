"""zjtx playbooks new and handbook: a playbook to be written, and the whole pack to be read."""

import re
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import WrongUsage
from zjtx_cli.text import Text, joined, same

NEW_HELP = (
    "新建一个模式的骨架，写一处删一处“待写” · A playbook to be written: a skeleton that validates.\n\n"
    "例 · example:  zjtx playbooks new my-model -o my-pack"
)
HANDBOOK_HELP = (
    "整个模式库的手册 · The whole pack as one handbook.\n\n例 · example:  zjtx playbooks handbook -o handbook.html"
)


class HandbookFormat(StrEnum):
    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"


_NAME = Text(
    "名称应为小写字母、数字和连字符，不超过 60 个字符，且不是 pack、questions、claims、instruments",
    "a name has small letters, digits and hyphens, 60 at most, and is not pack, questions, claims or instruments",
)
_KNOWN = Text("“{name}”已经有了，请换个名字", "“{name}” is there already; take another name")
_NO_GROUP = Text("没有“{group}”这类企业，可选：{known}", "there is no group “{group}”; there are {known}")
_WRITTEN = Text(
    "已写入 {path}；写好后运行 zjtx playbooks validate {folder}",
    "written to {path}; when it is filled in run zjtx playbooks validate {folder}",
)
_SUFFIX = Text(
    "认不出文件类型“{suffix}”；可用 .txt .md .html .docx .pdf，或加 --format",
    "the file type “{suffix}” is not known; use .txt .md .html .docx .pdf, or add --format",
)
_SAVED = Text("已写入 {path}", "written to {path}")


def new(
    settings: Settings,
    name: Annotated[str, typer.Argument(metavar="ID", help="模式的名称，也是文件名 · its id, and its file's name")],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="DIR", help="写到哪个文件夹；默认 ID · folder; default ID")
    ] = None,
    group: Annotated[str | None, typer.Option("--group", help="对哪类企业 · for which group of firms")] = None,
) -> None:
    from zjtx_cli.cli import show
    from zjtx_cli.files import skeleton
    from zjtx_cli.files.disk import make_folder, write_bytes
    from zjtx_cli.files.library import NAMED, built_in, load

    if not re.fullmatch("[a-z0-9][a-z0-9-]{0,59}", name) or name in NAMED:
        raise WrongUsage(_NAME)
    folder = output or Path(name)
    there = (folder / "pack.yaml").is_file()
    pack = load(folder) if there else load(built_in())
    if name in pack.playbooks:
        raise WrongUsage(_KNOWN.format(name=name))
    groups = {one.id: one for one in pack.groups}
    if group is not None and group not in groups:
        raise WrongUsage(_NO_GROUP.format(group=group, known=joined([same(one) for one in groups])))
    make_folder(folder)
    path = folder / f"{name}.yaml"
    write_bytes(path, skeleton.playbook(name, groups[group or pack.groups[0].id], pack).encode(), no_clobber=True)
    if not there:
        write_bytes(folder / "pack.yaml", skeleton.manifest(name, pack).encode(), no_clobber=True)
    if not settings.quiet:
        show.notice(_WRITTEN.format(path=path, folder=folder), settings.language)


def handbook(
    settings: Settings,
    format_: Annotated[
        HandbookFormat | None,
        typer.Option("--format", help="输出格式，默认看 -o 的后缀 · form; default: by the suffix"),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="写入文件 · write to a file")
    ] = None,
) -> None:
    from zjtx_cli.cli import show
    from zjtx_cli.cli.paper import show_paper
    from zjtx_cli.files.disk import write_bytes
    from zjtx_cli.report.compose_handbook import compose_handbook
    from zjtx_cli.report.formats import FORMATS, format_for

    guessed = format_for(str(output)) if output is not None else "text"
    form = format_.value if format_ else guessed
    if form not in list(HandbookFormat):
        raise WrongUsage(_SUFFIX.format(suffix=output.suffix if output else ""))
    document = compose_handbook(settings.pack(), settings.language)
    if output is None and form == "text":
        show_paper(document)
        return
    content = FORMATS[form].render(document, show.width())
    if output is None:
        show.result(str(content))
        return
    write_bytes(output, content if isinstance(content, bytes) else content.encode())
    if not settings.quiet:
        show.notice(_SAVED.format(path=output), settings.language)
