"""Nothing on a page moves while somebody reads it: the browser's own count of it, cumulative layout shift."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, expect

pytestmark = pytest.mark.browser
LESSON = "prompt-or-fine-tune"
LEAST = 0.01
WATCH = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifts.push(entry.value);
}).observe({ type: "layout-shift", buffered: true });
"""


@pytest.fixture(params=[375, 1280])
def slow_page(context: BrowserContext, request: pytest.FixtureRequest) -> Iterator[Page]:
    """Return a page of that width on a device four times slower than this one; it counts what moves."""
    page = context.new_page()
    page.set_viewport_size({"width": request.param, "height": 800})
    page.add_init_script(WATCH)
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    yield page
    page.close()


def moved(page: Page) -> float:
    """Return how much has moved, once the banner and the quiz are there and a frame was drawn."""
    expect(page.locator("#connection")).to_be_visible()
    expect(page.locator(".question").first).to_be_attached()
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
    return float(page.evaluate("window.shifts.reduce((sum, value) => sum + value, 0)"))


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_a_lesson_stands_still(
    example: Packages, serve: Serve, unzip: Callable[[Path], Path], slow_page: Page, scheme: str
) -> None:
    """From its first line to the last script: quiz and banner come without moving the text."""
    package = example.zip_of(LESSON, "scorm12")
    address = serve(package) if scheme == "http" else unzip(package).as_uri()
    slow_page.goto(f"{address}/index.html")
    assert moved(slow_page) <= LEAST


def test_a_lesson_within_the_course_stands_still(example: Packages, serve: Serve, slow_page: Page) -> None:
    """Swapped into the course page, a lesson moves as little."""
    slow_page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html#/{LESSON}")
    expect(slow_page.get_by_role("heading", level=1, name=example.lesson(LESSON).title)).to_be_visible()
    slow_page.evaluate("window.shifts = []")
    assert moved(slow_page) <= LEAST
