"""The browser of the tests tells of everything that goes wrong in a page."""

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from watched_context import WatchedContext

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(
    ("script", "told"),
    [
        ("console.error('oh')", "console: oh"),
        ("setTimeout(() => { throw new Error('lost') })", "uncaught: Error: lost"),
        ("fetch('https://elsewhere.invalid/x').catch(() => 0)", "request to another host: https://elsewhere.invalid/x"),
    ],
)
def test_errors_are_noted(browser: Browser, script: str, told: str) -> None:
    """A console error, an uncaught exception and a request to another host are each noted."""
    watched = WatchedContext(browser.new_context())
    page = watched.context.new_page()
    page.set_content(f"<script>{script}</script>")
    page.wait_for_timeout(200)
    watched.context.close()
    assert any(error.startswith(told) for error in watched.unexpected([]))
    assert not watched.unexpected(["."])


def test_serves_a_folder(page: Page, static_server: Callable[[Path], str], tmp_path: Path) -> None:
    """A page of the static server shows in the browser."""
    (tmp_path / "index.html").write_text('<link rel="icon" href="data:,"><p>Hello', encoding="utf-8")
    page.goto(f"{static_server(tmp_path)}/index.html")
    assert page.inner_text("p") == "Hello"


def test_scorm_again_defines_its_api(page: Page, scorm_again_js: Path) -> None:
    """The emulated LMS initialises in a page."""
    page.add_script_tag(path=scorm_again_js)
    assert page.evaluate("new Scorm12API({}).LMSInitialize('')") == "true"
