"""What an xAPI package does when the LRS, the network or the browser fails it: each way, in a real browser.

Others stand in test_xapi.py and, with a fake LRS, in runtime/lms/xapi.test.ts; docs/what-the-lms-is-told.md lists them.
"""

import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from eventually import eventually
from learner import Learner
from lrs import Lrs
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

pytestmark = [
    pytest.mark.lrs,
    pytest.mark.browser_errors(r"status of 40[134] ", "status of 429", "CORS policy", "ERR_FAILED", "net::ERR_"),
]

LESSON = "every-type"
ACTIVITY = f"https://example.org/courses/small/lessons/{LESSON}"
CORS = {"Access-Control-Allow-Origin": "*", "Access-Control-Expose-Headers": "Retry-After"}

Launch = Callable[..., Learner]


@pytest.fixture
def registration() -> str:
    """Return the registration of this test alone."""
    return str(uuid4())


@pytest.fixture
def address(lrs: Lrs, small: Packages, serve: Serve, registration: str) -> str:
    """Return where an LMS sends the learner."""
    return f"{serve(small.zip_of(LESSON, 'xapi'))}/index.html?{lrs.launch_query(ACTIVITY, registration)}"


@pytest.fixture
def launch(small: Packages, address: str) -> Launch:
    """Return a function that launches the small lesson in a page, as an LMS does."""

    def launch_lesson(page: Page) -> Learner:
        page.goto(address)
        return Learner(page.main_frame, small.lesson(LESSON))

    return launch_lesson


def told(lrs: Lrs, registration: str) -> list[str]:
    """Return the verbs of a registration that say what was reached, in the order of writing."""
    verbs = [str(one["verb"]["id"]).rpartition("/")[2] for one in lrs.statements(registration=registration)]
    return [verb for verb in verbs if verb in {"answered", "completed", "passed", "failed"}]


ALL = [*["answered"] * 6, "completed", "passed"]


def banner(learner: Learner, words: str) -> Locator:
    """Return the line that says where results are, if it has these words."""
    return learner.frame.get_by_role("status").filter(has_text=words)


def said_saved(learner: Learner, seconds: float = 10) -> None:
    """Wait until the page says that the LRS has the result."""
    expect(learner.quiz).to_contain_text("Your result is saved to your LRS.", timeout=1000 * seconds)


def test_an_lrs_that_cannot_be_reached(lrs: Lrs, launch: Launch, page: Page, registration: str) -> None:
    """Where CORS is refused the page says that no answer comes, and goes on; the next launch sends all of it, once."""
    lrs.refuses_pages = True  # complaint 43
    learner = launch(page)
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
    expect(banner(learner, "the server for your results does not answer")).to_be_visible()
    page.goto("about:blank")
    lrs.refuses_pages = False
    again = launch(page)
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    eventually(lambda: told(lrs, registration) == ALL)


@pytest.mark.parametrize("status", [401, 403])
def test_an_lrs_that_forbids(lrs: Lrs, launch: Launch, page: Page, registration: str, status: int) -> None:
    """Credentials that have run out are told as they are, nothing is tried again, and the next launch sends all."""
    learner = launch(page)
    eventually(lambda: any(asked.method == "PUT" for asked in lrs.requests))
    lrs.fail_with["/statements"] = status
    learner.answer_all(lambda _: True)
    expect(banner(learner, "you may not save results here. Please tell your teacher.")).to_be_visible()
    asked = len(lrs.requests)
    page.wait_for_timeout(2500)  # a try would come after two seconds
    assert len(lrs.requests) == asked
    page.goto("about:blank")
    lrs.fail_with.clear()
    again = launch(page)
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    eventually(lambda: told(lrs, registration) == ALL)


def test_an_lrs_that_asks_to_wait(lrs: Lrs, launch: Launch, page: Page, registration: str) -> None:
    """After a 429 the wait that it asks for is kept, then the result arrives."""
    learner = launch(page)
    for number in range(1, 6):
        learner.answer(number, right=True)
    eventually(lambda: told(lrs, registration).count("answered") == 5)
    asked: list[float] = []

    def wait(route: Route) -> None:
        asked.append(time.monotonic())
        route.fulfill(status=429, headers=CORS | {"Retry-After": "5"})

    page.route(f"{lrs.endpoint}statements", wait, times=1)
    learner.answer(6, right=True)
    expect(banner(learner, "not saved yet")).to_be_visible()
    said_saved(learner, 20)
    assert time.monotonic() - asked[0] > 5
    assert told(lrs, registration) == ALL


def test_a_slow_lrs_holds_nobody_up(lrs: Lrs, launch: Launch, page: Page, registration: str) -> None:
    """While an LRS takes five seconds for an answer the learner goes on; all arrives, in order and once."""
    learner = launch(page)
    eventually(lambda: any(asked.method == "PUT" for asked in lrs.requests))
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(f"{lrs.endpoint}statements", hold, times=1)
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
    expect(learner.quiz).to_contain_text("Saving your result")
    page.wait_for_timeout(5000)
    held[0].continue_()
    said_saved(learner)
    assert told(lrs, registration) == ALL


def test_a_link_that_is_followed_before_the_lrs_answers(
    small: Packages, lrs: Lrs, serve: Serve, page: Page, registration: str
) -> None:
    """Whoever opens a lesson while the course page still waits for its LRS comes there, in the session."""
    course = "https://example.org/courses/small"
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/activities/state?*", hold, times=1)
    with page.expect_request("**/activities/state?*"):
        page.goto(f"{serve(small.zip_of('course', 'xapi'))}/index.html?{lrs.launch_query(course, registration)}")
    page.get_by_role("link", name=small.lesson("at-the-end").title, exact=True).click()
    page.get_by_role("link", name=small.lesson(LESSON).title, exact=True).click()
    held[0].continue_()
    learner = Learner(page.main_frame, small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    said_saved(learner)
    assert told(lrs, registration) == [*["answered"] * 6, *ALL[6:]]


def test_a_frame_of_an_opaque_origin(
    small: Packages, lrs: Lrs, address: str, registration: str, new_context: Callable[..., BrowserContext]
) -> None:
    """In a sandboxed frame nothing can be kept: the result reaches the LRS, and the next visit finds it there."""
    page = new_context().new_page()
    for visit in (1, 2):
        page.set_content(f'<iframe name="lesson" sandbox="allow-scripts" src="{address}" width="867" height="666">')
        frame = page.frame(name="lesson")
        assert frame is not None
        learner = Learner(frame, small.lesson(LESSON))
        if visit == 1:
            learner.answer_all(lambda _: True)
            said_saved(learner)
        else:
            expect(learner.quiz).to_contain_text("Your best score so far is 100%.")
    assert told(lrs, registration) == ALL
