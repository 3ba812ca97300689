"""The HTML papers in a real browser: nothing is asked for, nothing complains, nothing overflows, everybody can read it.

    python -m tests.documents.check_pages CHROMIUM FOLDER

opens the *.html of a folder (named CITY.FORM.html) in headless Chromium at phone, desktop and print width, and prints what is wrong. It needs
the packages of the extra `documents`; where one is missing it fails. Exit code 0 only if every page passed every check,
and if a page spoiled on purpose passed none of them.
"""

import sys
import tempfile
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

from playwright.sync_api import Page, ViewportSize, sync_playwright

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PHONE, DESKTOP, A4 = (
    ViewportSize(width=360, height=740),
    ViewportSize(width=1280, height=900),
    ViewportSize(width=643, height=960),  # the type area of A4 in CSS pixels
)
VIEWS: tuple[tuple[str, ViewportSize, Literal["screen", "print"], Literal["light", "dark"]], ...] = (
    ("phone", PHONE, "screen", "light"),
    ("desktop", DESKTOP, "screen", "light"),
    ("desktop, dark", DESKTOP, "screen", "dark"),
    ("print", A4, "print", "light"),
)
THOROUGH = ("phone", "desktop, dark")
AXE = files("axe_playwright_python") / "axe.min.js"
OVERFLOWS = """() => {
  const width = document.documentElement.clientWidth;
  return [...document.querySelectorAll("body *")]
    .filter(one => {
      const box = one.getBoundingClientRect();
      return box.width > 0 && box.right > width + 1 && !one.closest("caption") && getComputedStyle(one).position !== "absolute";
    })
    .map(one => `${one.tagName} ${(one.textContent || "").trim().slice(0, 40)}`)
    .slice(0, 5);
}"""
SCROLLS = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
SEEN = """() => [...document.querySelectorAll("figure")].map(
  one => [...one.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width > 0).length)"""
LABELS = """() => [...document.querySelectorAll("svg")].filter(svg => svg.getBoundingClientRect().width > 0).flatMap(svg => {
  const frame = svg.getBoundingClientRect();
  const boxes = [...svg.querySelectorAll("text")].map(text => [text.textContent, text.getBoundingClientRect()]);
  const out = boxes.filter(([, box]) => box.left < frame.left - 1 || box.right > frame.right + 1).map(([text]) => `outside: ${text}`);
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length; j++) {
    const [a, b] = [boxes[i][1], boxes[j][1]];
    const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    if (across > 1 && down > a.height * 0.35) out.push(`${boxes[i][0]} over ${boxes[j][0]}`);
  }
  return out;
}).slice(0, 5)"""
SMALLEST = """() => Math.min(...[...document.querySelectorAll("svg text")]
  .map(text => text.getBoundingClientRect().height).filter(height => height > 0))"""
SPOILED = """<!DOCTYPE html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy"
content="script-src 'none'"><title>spoiled</title></head><body><h1>A page with everything that must be found</h1>
<img src="https://nowhere.invalid/a.png"><script>alert(1)</script><p style="color:#aaa;background:#fff">pale words</p>
<div style="width:3000px">wide</div><figure><svg viewBox="0 0 300 40" style="width:300px">
<text x="10" y="20">one label</text><text x="30" y="22">another label</text><text x="290" y="20">outside of it</text></svg>
<svg viewBox="0 0 300 40" style="width:300px"><text x="0" y="20" font-size="6">small</text></svg></figure></body></html>"""
FOUND_IN_SPOILED = (
    *("asks for https://nowhere.invalid", "console: ", "phone: scrolls sideways", "desktop: scrolls sideways"),
    *("runs out of the page: DIV", "one label over another label", "outside: outside of it", "too small for a phone"),
    *(
        "shown other than once: [2]",
        "axe image-alt",
        "axe color-contrast",
        "axe html-has-lang",
        "print: scrolls sideways",
    ),
)
"""A page of this check's own and what it must say of it: a check that finds nothing there would find nothing anywhere."""
FOLDS = """() => [...document.querySelectorAll("details")].forEach(one => one.open = true)"""


def main(chromium: str, folder: Path) -> int:
    """One page of every city, another form of it each time, is looked at; the shortest of each form thoroughly."""
    pages = chosen(sorted(folder.glob("*.html")))
    problems: list[str] = []
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as profile:
        browser = playwright.chromium.launch_persistent_context(
            f"{profile}/browser", executable_path=chromium, args=FLAGS, headless=True, offline=True
        )
        spoiled = Path(profile) / "spoiled.html"
        spoiled.write_text(SPOILED, encoding="utf-8")
        told = "\n".join(check(browser.new_page(), spoiled, thorough=True))
        problems += [f"this check does not find: {one}" for one in FOUND_IN_SPOILED if one not in told]
        for path, thorough in pages:
            found = [f"{path.name}: {one}" for one in check(browser.new_page(), path, thorough=thorough)]
            print(f"{path.name}: {'passed' if not found else f'{len(found)} problems'}", flush=True)
            problems += found
        browser.close()
    print(*problems, sep="\n")
    failed = len({one.partition(":")[0] for one in problems})
    print(f"{len(pages) - failed} passed, {failed} failed")
    return 1 if problems or not pages else 0


def chosen(paths: list[Path]) -> list[tuple[Path, bool]]:
    """Of files named CITY.FORM.html one for each city, its form in turn; and the shortest of every form, thoroughly."""
    cities: dict[str, list[Path]] = {}
    forms: dict[str, list[Path]] = {}
    for path in paths:
        city, _, form = path.name.partition(".")
        cities.setdefault(city, []).append(path)
        forms.setdefault(form, []).append(path)
    thorough = {min(ones, key=lambda one: one.stat().st_size) for ones in forms.values()}
    light = {ones[place % len(ones)] for place, ones in enumerate(cities.values())}
    return [(path, path in thorough) for path in paths if path in thorough | light]


def check(page: Page, path: Path, *, thorough: bool) -> Iterator[str]:
    """What is wrong with one page, view by view; thoroughly with axe on a phone and in the dark, and printed."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.on("console", lambda one: said.append(one.text))
    page.on("pageerror", lambda one: said.append(str(one)))
    for name, size, media, scheme in VIEWS:
        page.set_viewport_size(size)
        page.emulate_media(media=media, color_scheme=scheme)
        page.goto(path.resolve().as_uri())
        for folded in (True, False):
            if not folded:
                page.evaluate(FOLDS)
            yield from (f"{name}: {one}" for one in looked_at(page, phone=size is PHONE))
        if thorough and name in THOROUGH:
            yield from (f"{name}: {one}" for one in not_accessible(page))
    if thorough:
        page.emulate_media(media="print")
        if len(page.pdf(format="A4")) < 10_000:
            yield "print: nothing is printed"
    yield from (f"asks for {one}" for one in asked if one != path.resolve().as_uri())
    yield from (f"console: {one}" for one in said)
    page.close()


def looked_at(page: Page, *, phone: bool) -> Iterator[str]:
    if page.evaluate(SCROLLS):
        yield "scrolls sideways"
    yield from (f"runs out of the page: {one}" for one in page.evaluate(OVERFLOWS))
    yield from (f"labels of a chart: {one}" for one in page.evaluate(LABELS))
    seen = page.evaluate(SEEN)
    if any(count != 1 for count in seen):
        yield f"a chart is shown other than once: {seen}"
    if seen and phone and page.evaluate(SMALLEST) < 10:
        yield "the labels of a chart are too small for a phone"


def not_accessible(page: Page) -> Iterator[str]:
    """axe-core, all its rules for WCAG 2.2 A and AA and its best practices."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    results = page.evaluate("() => axe.run(document, {resultTypes: ['violations']})")
    for one in results["violations"]:
        yield f"axe {one['id']}: {one['help']}: {one['nodes'][0]['html'][:100]}"
    if not results["passes"]:
        yield "axe looked at nothing"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
