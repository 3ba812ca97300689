"""What the end of an interview may show: the advice on one screen or whole, files, another answer, a sheet for offices."""

from pathlib import Path

from zjtx_cli.advisor.advising import advise
from zjtx_cli.advisor.path import replay
from zjtx_cli.advisor.tables import Tables
from zjtx_cli.cli import show
from zjtx_cli.cli.originals import composed, originals_of
from zjtx_cli.cli.settings import Settings
from zjtx_cli.errors import WrongUsage
from zjtx_cli.interview.ending import Lent
from zjtx_cli.model.answers import Case, Mark
from zjtx_cli.model.pack import Pack
from zjtx_cli.text import Language, Text, harmless

_SUFFIX = Text("认不出文件类型“{suffix}”；可用 {known}", "the file type “{suffix}” is not known; use {known}")
_SHEET = Text("请补的题（{count} 题），按归口单位：", "To be filled in ({count}), by office:")
_SHEET_NONE = Text("没有要补的题。", "Nothing is left to fill in.")
_SHEET_ROW = Text("  {number}. {text}（{where}）", "  {number}. {text} ({where})")

_PAPERS = {
    "briefing": Text("专题汇报（讨论稿，上会用）", "Briefing (draft for a meeting)"),
    "study": Text("调研报告", "Study"),
    "note": Text("起草说明", "Drafting note"),
    "full": Text("全文（研究人员用）", "Full advice (for analysts)"),
    "annex": Text("技术附件（计分、依据、复核办法）", "Technical annex (scores, claims, how to verify)"),
}
_FORMS = {
    ".docx": Text("Word 文档（WPS 也能打开、修改）", "Word document (opens in WPS and LibreOffice too)"),
    ".pdf": Text("PDF（版式固定，便于打印、传阅）", "PDF (fixed layout, for print)"),
    ".html": Text("网页（手机、电脑都能看，一个文件）", "Web page (one file, for phone and screen)"),
    ".md": Text("Markdown（放进代码仓库或再编辑）", "Markdown (for a repository or further editing)"),
    ".txt": Text("纯文本", "Plain text"),
}
_TABLES = {
    ".xlsx": Text("任务分工表（Excel 表格，便于督办）", "Task table (Excel, for follow-up)"),
    ".json": Text("完整数据（JSON，供其他程序用）", "Full data (JSON, for other programs)"),
    ".yaml": Text("本次答案（YAML，以后可直接给建议）", "These answers (YAML, to advise from again)"),
}
_KNOWN = (*_FORMS, *_TABLES)


def lent_by(settings: Settings, tables: Tables, *, colour: bool) -> Lent:
    """The ways to show an advice, in the language of this run."""
    pack, language = tables.pack, settings.language

    def show_advice(case: Case, screen: str) -> None:
        from zjtx_cli.report.compose_advice import compose_advice
        from zjtx_cli.report.to_terminal import render

        advice = advise(tables, [case])
        originals = originals_of(advice, tables, settings.folder()) if screen == "all" else None
        document = compose_advice(advice, pack, language, screen=screen, originals=originals)
        show.result(render(document, show.width(), color=colour))

    def compare(case: Case, other: Case) -> None:
        from zjtx_cli.report.compose_whatif import compose_whatif
        from zjtx_cli.report.to_terminal import render

        document = compose_whatif(advise(tables, [case]), advise(tables, [other]), pack, language)
        show.result(render(document, show.width(), color=colour))

    return Lent(
        first=lambda case: show_advice(case, "first"),
        whole=lambda case: show_advice(case, "all"),
        compare=compare,
        sheet=lambda case: show.result(harmless(_sheet(pack, case, language))),
        export=lambda case, path, kind: _export(tables, case, path, kind, settings),
        papers=_PAPERS,
        forms=_FORMS,
        tables=_TABLES,
    )


def _export(tables: Tables, case: Case, path: Path, kind: str, settings: Settings) -> None:
    """Write the advice, or with .yaml the answers alone, in the form that the suffix asks for."""
    from zjtx_cli.files.answers import write_case
    from zjtx_cli.files.disk import write_bytes

    if path.suffix == ".yaml":
        write_case(case, tables.pack, path, mode=0o600)
        return
    write_bytes(path, _advice_as(tables, case, path.suffix.lower(), kind, settings))


def _advice_as(tables: Tables, case: Case, suffix: str, kind: str, settings: Settings) -> bytes:
    advice = advise(tables, [case])
    if suffix == ".json":
        from zjtx_cli.report import to_json

        return to_json.render(advice, tables.pack).encode()
    from zjtx_cli.report.formats import format_for, written

    name = format_for(f"advice{suffix}")
    if name is None:
        raise WrongUsage(_SUFFIX.format(suffix=suffix, known=" ".join(_KNOWN)))
    if name == "xlsx":
        from zjtx_cli.report.compose_sheet import sheet

        return written(sheet(advice, tables.pack, settings.language), name, 0)
    document = composed(kind, advice, tables, settings)
    return written(document, name, show.width())


def _sheet(pack: Pack, case: Case, language: Language) -> str:
    """What is not known or not asked yet, under the office that has it. Withheld answers are nobody's business."""
    path = replay(pack.questions, case.answers)
    wanted = [
        pack.questions[name]
        for name in path.asked
        if name not in case.answers or case.answers[name].value is Mark.UNKNOWN
    ]
    if not wanted:
        return _SHEET_NONE.to(language)
    lines = [_SHEET.format(count=len(wanted)).to(language)]
    number = 0
    for office in dict.fromkeys(question.office for question in wanted):
        lines += ["", pack.offices[office].title.to(language)]
        for question in wanted:
            if question.office == office:
                number += 1
                lines.append(_SHEET_ROW.format(number=number, text=question.text, where=question.where).to(language))
    return "\n".join(lines)
