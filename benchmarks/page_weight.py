"""What a learner's device loads before a page can be used, and how it behaves meanwhile.

    python benchmarks/page_weight.py [--no-browser] [--json]

Bytes are those of the built packages, each file compressed by gzip as a web server does it (level 6), media left out.
In a browser (where there is a Chromium), on a device four times slower than this one: how much the page moves while it
loads (the worst of five visits), and how long from the request until a question can be answered (the median).
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from zipfile import ZipFile

from scormpack.build import BuildOptions, build_course
from scormpack.formats import FORMATS
from scormpack.model.course import UnitKind

COURSE = Path(__file__).parents[1] / "lessons"
_KINDS = {".html": "html", ".css": "css", ".js": "scripts"}
_ASKED = re.compile(r'<(?:script|link)\b[^>]*?\s(?:src|href)="([^":]+)"')
_RUNS = 5
_WATCH = """
window.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
_READY = "document.querySelector('.question input') !== null"


@dataclass(frozen=True)
class Weight:
    """A page as it is first opened, in bytes after compression.

    Attributes:
        page: which, and in which format.
        html: the page itself.
        css: the style sheet.
        messages: the texts.
        runtime: the format's script.
        others: every other script that the page asks for.
        shift: cumulative layout shift; None where there was no browser.
        ready: milliseconds until a question can be answered; None where there was no browser, or is no quiz.
    """

    page: str
    html: int
    css: int
    messages: int
    runtime: int
    others: int
    shift: float | None = None
    ready: int | None = None

    @property
    def total(self) -> int:
        """All of it."""
        return self.html + self.css + self.messages + self.runtime + self.others


def weigh(package: Path, name: str) -> Weight:
    """Return what ``index.html`` of a package transfers with all that it asks for, media left out."""
    with ZipFile(package) as archive:
        files = {path: archive.read(path) for path in archive.namelist()}
    page = files["index.html"]
    asked = [path for path in dict.fromkeys(_ASKED.findall(page.decode())) if Path(path).suffix in _KINDS]
    sizes = {path: _compressed(files[path]) for path in asked}

    def sum_of(pattern: str) -> int:
        return sum(size for path, size in sizes.items() if re.search(pattern, path))

    css, messages, runtime = sum_of(r"\.css$"), sum_of(r"/messages-"), sum_of(r"/runtime-")
    return Weight(name, _compressed(page), css, messages, runtime, sum(sizes.values()) - css - messages - runtime)


def weigh_course(folder: Path, output: Path) -> Iterator[tuple[Weight, Path]]:
    """Build a course and yield, for each format, the weight of its first lesson and of its course page, if any."""
    for format_name in FORMATS:
        pages: dict[UnitKind, str] = {"lesson": "first lesson", "course": "course page"}
        if FORMATS[format_name].splits == "always":  # no course page: the LMS lists the lessons
            del pages["course"]
        for unit, page in pages.items():
            built = build_course(folder, BuildOptions((format_name,), unit, output)).packages[0]
            yield weigh(built.file, f"{page}, {format_name}"), built.file


def main() -> None:
    """Weigh, and print a table or JSON."""
    parser = argparse.ArgumentParser(description="Weigh the first pages of the example course.")
    parser.add_argument("--json", action="store_true", help="for machines")
    parser.add_argument("--no-browser", action="store_true", help="bytes alone")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        weighed = list(weigh_course(COURSE, Path(folder)))
        seen = {} if options.no_browser else _watch([package for _, package in weighed], Path(folder))
        rows = [Weight(**{**asdict(weight), **seen.get(package, {})}) for weight, package in weighed]
    if options.json:
        print(json.dumps([asdict(row) | {"total": row.total} for row in rows], indent=2))
        return
    columns = ("html", "css", "messages", "runtime", "others", "total")
    print(f"{'Bytes, compressed':26}" + "".join(f"{column:>10}" for column in columns) + "     shift  ready ms")
    for row in rows:
        shift = "none" if row.shift is None else f"{row.shift:.3f}"
        numbers = "".join(f"{getattr(row, column):10,}" for column in columns)
        print(f"{row.page:26}{numbers}{shift:>10}{row.ready or 'none':>10}")


def _compressed(data: bytes) -> int:
    return len(gzip.compress(data, 6, mtime=0))


def _watch(packages: list[Path], folder: Path) -> Mapping[Path, Mapping[str, float | int | None]]:
    """Open each page in a browser; nothing where there is none."""
    sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "support"))
    try:
        from chromium import arguments, find_chromium  # noqa: PLC0415 (the tests' own, found above)
        from playwright.sync_api import Page, sync_playwright  # noqa: PLC0415 (bytes need no browser)
        from static_server import serve_folder  # noqa: PLC0415
    except ImportError:
        return {}

    def visit(page: Page, address: str) -> tuple[float, int | None]:
        page.add_init_script(_WATCH)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
        page.goto(address)
        has_quiz = page.locator("#quiz-root").count() > 0
        ready = page.wait_for_function(f"{_READY} ? performance.now() : 0").json_value() if has_quiz else None
        page.wait_for_timeout(500)
        return float(page.evaluate("window.shifts")), None if ready is None else round(ready)

    seen: dict[Path, Mapping[str, float | int | None]] = {}
    with sync_playwright() as playwright, serve_folder(folder) as url:
        chromium = find_chromium(playwright.chromium.executable_path)
        if chromium is None:
            return {}
        browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
        for package in packages:
            with ZipFile(package) as archive:
                archive.extractall(folder / package.stem)
            visits = []
            for width in [375, 1280, *[375] * (_RUNS - 2)]:
                with browser.new_page(viewport={"width": width, "height": 800}) as page:
                    visits.append(visit(page, f"{url}/{package.stem}/index.html"))
            times = [ready for _, ready in visits if ready is not None]
            seen[package] = {
                "shift": max(shift for shift, _ in visits),
                "ready": round(statistics.median(times)) if times else None,
            }
        browser.close()
    return seen


if __name__ == "__main__":
    main()
