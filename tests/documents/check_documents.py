"""Every paper of every real city as Word file, workbook and Markdown; six of them in LibreOffice, counted and compared.

    python tests/documents/check_documents.py SOFFICE FOLDER

builds 28 cities × 5 kinds × 2 languages as DOCX and Markdown and 28 × 2 workbooks in FOLDER, audits the longest of each kind,
converts six by LibreOffice and reads their pages with pdfinfo and pdftotext. Exit code 0 only if all of it holds; a missing
program is a failure. What is measured is printed.
"""

import itertools
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from openxml_audit import OpenXmlValidator

from tests.report.reading import markdown_headings, squeezed
from tests.report.reading_office import formulas, sheets, word_headings, word_words
from tests.report.real_cities import CITIES, headings, the_advice, the_pack, the_paper
from zjtx_cli.report.compose_papers import BRIEFING_AT_MOST, STUDY_AT_MOST, body
from zjtx_cli.report.compose_sheet import sheet
from zjtx_cli.report.document import length, on_one_line
from zjtx_cli.report.formats import written
from zjtx_cli.report.kinds import KINDS
from zjtx_cli.text import Language

SIX = (
    *(("briefing", "changyuan-2015", "zh", 14), ("briefing", "jinjiang", "en", 10)),
    *(("study", "jinjiang", "zh", 18), ("study", "mountain-view-1998", "en", 12)),
    *(("note", "kanazawa-2005", "zh", 20), ("annex", "kunshan-sirna", "zh", 70)),
)
"""Kind, city, language, and the number of pages that it may have at most."""

MARKS = "，。、；：“”（）？"
AT_MOST = {"briefing": BRIEFING_AT_MOST, "study": STUDY_AT_MOST, "note": STUDY_AT_MOST}


def main(soffice: str, folder: Path) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    wrong = [*_built(folder), *_audited(folder), *_converted(soffice, folder)]
    print(*wrong, sep="\n")
    print(f"{len(wrong)} problem(s)")
    return 1 if wrong else 0


def _built(folder: Path) -> Iterator[str]:
    slowest, count = 0.0, 0
    for city, kind, language in itertools.product(CITIES, KINDS, Language):
        the_advice(city)
        began = time.perf_counter()
        paper = the_paper(kind, city, language)
        content, markdown = written(paper, "docx", 80), written(paper, "markdown", 80)
        took, count = time.perf_counter() - began, count + 2
        if kind not in ("full", "annex"):
            slowest = max(slowest, took)
        name = f"{city}.{kind}.{language.value}"
        (folder / f"{name}.docx").write_bytes(content)
        (folder / f"{name}.md").write_bytes(markdown)
        wanted = [squeezed(on_one_line(one)) for one in headings(paper)]
        if list(map(squeezed, word_headings(content))) != wanted:
            yield f"{name}.docx: its headings are not those of the paper"
        if list(map(squeezed, markdown_headings(markdown.decode())[1:])) != wanted:
            yield f"{name}.md: its headings are not those of the paper"
        if language is Language.ZH and length(body(paper)) > AT_MOST.get(kind, 10**9):
            yield f"{name}: {length(body(paper))} characters"
    for city, language in itertools.product(CITIES, Language):
        content, count = written(sheet(the_advice(city), the_pack(), language), "xlsx", 80), count + 1
        (folder / f"{city}.tasks.{language.value}.xlsx").write_bytes(content)
        if formulas(content) or len(sheets(content)) != 3:
            yield f"{city}.tasks.{language.value}.xlsx is not as it should be"
    print(f"{count} files; the slowest briefing, study or note as DOCX and Markdown together: {slowest:.2f} s")


def _audited(folder: Path) -> Iterator[str]:
    """What Word would refuse: the longest file of each kind."""
    for kind in KINDS:
        longest = max(folder.glob(f"*.{kind}.*.docx"), key=lambda one: one.stat().st_size)
        found = OpenXmlValidator().validate(str(longest))
        print(f"audited {longest.name}: {found.error_count} error(s)")
        if not found.is_valid or found.errors:
            yield f"{longest.name}: {found.errors[:3]}"


def _converted(soffice: str, folder: Path) -> Iterator[str]:
    for kind, city, language, most in SIX:
        source = folder / f"{city}.{kind}.{language}.docx"
        target = source.with_suffix(".pdf")
        target.unlink(missing_ok=True)
        _run(
            soffice,
            "--headless",
            f"-env:UserInstallation=file://{folder}/profile",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            str(source),
        )
        pages = int(re.findall(r"Pages:\s+(\d+)", _run("pdfinfo", str(target)))[0])
        fonts = _run("pdffonts", str(target)).splitlines()[2:]
        text = squeezed(_run("pdftotext", "-layout", str(target), "-"))
        print(f"{source.name}: {pages} pages in LibreOffice, {len(fonts)} fonts")
        if not 1 <= pages <= most:
            yield f"{source.name}: {pages} pages, not up to {most}"
        if f"—{pages}—" not in text:
            yield f"{source.name}: the last page does not bear its number"
        if not any("CJK" in one for one in fonts):
            yield f"{source.name}: no Chinese face was found"
        # Marks that hang over a line's end were lost by LibreOffice when lines were justified.
        said = word_words(source.read_bytes())
        lost = {mark: said.count(mark) - text.count(mark) for mark in MARKS if text.count(mark) < said.count(mark)}
        if lost:
            yield f"{source.name}: marks lost on the way: {lost}"


def _run(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2]).resolve()))
