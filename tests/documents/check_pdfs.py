"""The PDFs of real cities, read by a program of the system (poppler): whole, embedded, and on the page.

    python -m tests.documents.check_pdfs FOLDER

Of every *.pdf: PDF/A and PDF/UA claimed, a title and a language; every font embedded; page numbers on every page; no word
beyond the margins, no page that is nearly empty before the last. Exit code 0 only if all is right.
"""

import re
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from pypdf import PdfReader

WORD = re.compile(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.DOTALL)
MARGIN = 55.0  # points; the narrowest margin is 24 mm
LEAST = 0.12
"""A page that ends before this share of its height holds a line or two and was broken badly."""


def main(folder: Path) -> int:
    paths = sorted(folder.glob("*.pdf"))
    with ThreadPoolExecutor(2) as pool:
        problems = [one for found in pool.map(lambda path: list(check(path)), paths) for one in found]
    print(*problems, sep="\n")
    failed = len({one.partition(": ")[0] for one in problems})
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 1 if problems or not paths else 0


def check(path: Path) -> Iterator[str]:
    yield from (f"{path.name}: {one}" for one in (*claims(path), *fonts(path), *pages(path)))


def claims(path: Path) -> Iterator[str]:
    with path.open("rb") as file:
        root: dict[str, object] = PdfReader(file).trailer["/Root"]  # type: ignore[assignment]  # a dictionary of anything
        xmp = root["/Metadata"].get_object().get_data().decode()  # type: ignore[attr-defined]
        language = str(root.get("/Lang"))
    for claim in ("<pdfaid:part>2</", "<pdfaid:conformance>B</", "<pdfuaid:part>1</"):
        if claim not in xmp:
            yield f"does not claim {claim}"
    if not language.startswith("zh" if path.stem.endswith("zh") else "en"):
        yield f"says that its language is {language}"


def fonts(path: Path) -> Iterator[str]:
    listed = run("pdffonts", path).splitlines()[2:]
    if not listed:
        yield "has no fonts"
    for line in listed:
        embedded, _, unicode = line[line.rindex("yes") - 8 :].split()[:3] if "yes" in line else ("no", "", "no")
        if (embedded, unicode) != ("yes", "yes"):
            yield f"a font is not embedded: {line}"


def pages(path: Path) -> Iterator[str]:
    found = PAGE.findall(run("pdftotext", "-bbox", path, "-"))
    for number, (width, height, inner) in enumerate(found, 1):
        words = [(*map(float, word[:4]), word[4]) for word in WORD.findall(inner)]
        body = [word for word in words if word[3] < float(height) - 70]
        if f"—{number}—" not in "".join(word[4] for word in words if word not in body):
            yield f"page {number} has no number"
        beyond = [word[4] for word in words if word[0] < MARGIN or word[2] > float(width) - MARGIN]
        if beyond:
            yield f"page {number}: beyond the margins: {beyond[:3]}"
        if number < len(found) and max((word[3] for word in body), default=0) < float(height) * LEAST:
            yield f"page {number} is nearly empty"
    if not found:
        yield "has no pages"


def run(*command: str | Path) -> str:
    ran = subprocess.run(command, check=True, capture_output=True)
    return ran.stdout.decode()


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
