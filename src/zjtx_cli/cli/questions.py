"""zjtx questions: what is asked, and sheets to fill in."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from zjtx_cli.cli.settings import Settings
from zjtx_cli.text import Text

QUESTIONS_HELP = (
    "问题、选项和数据出处 · The questions, their options, and where each figure is found.\n\n"
    "例 · example:  zjtx questions --template answers.yaml"
)


class QuestionsFormat(StrEnum):
    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


_SAVED = Text(
    "已写入 {path}，填好后运行 zjtx advise {path}", "written to {path}; fill it in, then run zjtx advise {path}"
)


def questions(
    settings: Settings,
    template: Annotated[
        Path | None,
        typer.Option("--template", metavar="FILE", help="写一个待填的答案文件 · write an answers file to fill in"),
    ] = None,
    by_office: Annotated[bool, typer.Option("--by-office", help="每个部门一张 · one sheet for each office")] = False,
    format_: Annotated[QuestionsFormat, typer.Option("--format")] = QuestionsFormat.TEXT,
) -> None:
    from zjtx_cli.cli import show

    pack = settings.pack()
    if template is not None:
        from zjtx_cli.files.disk import write_bytes
        from zjtx_cli.files.template import template as text_of

        text = text_of(pack, settings.language)
        if str(template) == "-":
            show.result(text)
            return
        write_bytes(template, text.encode(), no_clobber=True)  # it may have been filled in
        if not settings.quiet:
            show.notice(_SAVED.format(path=template), settings.language)
        return
    if format_ is QuestionsFormat.JSON:
        from zjtx_cli.report import listing_json

        show.result(listing_json.questions(pack))
        return
    from zjtx_cli.cli.paper import show_paper
    from zjtx_cli.report.compose_questions import compose_questions, compose_questions_by_office
    from zjtx_cli.report.formats import FORMATS

    compose = compose_questions_by_office if by_office else compose_questions
    document = compose(pack, settings.language)
    if format_ is QuestionsFormat.TEXT:
        show_paper(document)
    else:
        show.result(FORMATS[format_].render(document, show.width()))
