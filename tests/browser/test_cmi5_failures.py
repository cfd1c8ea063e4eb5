"""What a cmi5 package does when the LMS or the network fails it: each way, in a real browser.

Others stand in test_cmi5.py and, with a fake LMS, in runtime/lms/cmi5.test.ts; docs/what-the-lms-is-told.md lists them.
"""

from collections.abc import Callable

import pytest
from cmi5_lms import Cmi5, Cmi5Lms
from eventually import eventually
from learner import Learner
from packages import Packages
from playwright.sync_api import BrowserContext, Locator, Page, Route, expect

from scormpack.preview.lrs import Answer
from scormpack.preview.lrs.answer import say

pytestmark = [
    pytest.mark.lrs,
    pytest.mark.browser_errors(
        r"status of 40[1349] ", "status of 503", "ERR_INTERNET_DISCONNECTED|ERR_FAILED", "CORS policy"
    ),
]

LESSON = "every-type"
RESULT = ["completed", "passed"]

Launch = Callable[..., Learner]


@pytest.fixture
def lms(cmi5: Cmi5, small: Packages) -> Cmi5Lms:
    """Return an LMS that holds the small lesson."""
    return cmi5(small.zip_of(LESSON, "cmi5"))


@pytest.fixture
def launch(lms: Cmi5Lms, small: Packages) -> Launch:
    """Return a function that launches the lesson in a page, in a session of its own."""

    def launch_lesson(page: Page) -> Learner:
        page.goto(lms.launch())
        return Learner(page.main_frame, small.lesson(LESSON))

    return launch_lesson


def banner(learner: Learner, words: str) -> Locator:
    """Return the line that says where results are, if it has these words."""
    return learner.frame.get_by_role("status").filter(has_text=words)


def told_in_the_next_session(lms: Cmi5Lms, again: Learner) -> None:
    """Wait until a session that was just opened has told all that the one before could not."""
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    eventually(lambda: lms.session.verbs == ["initialized", *["answered"] * 6, *RESULT])


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(say(200, {"error-code": "2", "error-text": "Not you."}), id="refused"),  # 8.2.3
        pytest.param(say(403, {}), id="forbidden"),
        pytest.param(Answer(200, b"<html>Please log in</html>"), id="no JSON"),
    ],
)
def test_a_token_that_is_refused(lms: Cmi5Lms, launch: Launch, page: Page, answer: Answer) -> None:
    """The page says at once that nothing reaches the LMS, goes on, and the next session tells all of it, once."""
    lms.fetch_answers.append(answer)
    learner = launch(page)
    expect(banner(learner, "kept in this browser. Open this lesson from your LMS again to send them.")).to_be_visible()
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
    expect(learner.quiz).to_contain_text("Your result is not saved yet.")
    assert lms.session.verbs == []
    told_in_the_next_session(lms, launch(page))


def test_an_address_that_is_opened_a_second_time(
    lms: Cmi5Lms, small: Packages, page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    """From the history, or sent to somebody: the token is spent, the page says so, and the LMS hears of nothing."""
    address = lms.launch()
    page.goto(address)
    eventually(lambda: lms.session.verbs == ["initialized"])
    other = new_context().new_page()
    other.goto(address)
    learner = Learner(other.main_frame, small.lesson(LESSON))
    expect(banner(learner, "Your LMS has ended your session")).to_be_visible()
    learner.answer(1, right=True)
    other.goto("about:blank")
    assert lms.session.verbs == ["initialized"]
    assert lms.offences == ["8.2.1 a second POST of a fetch address"]  # "SHOULD NOT": nobody can tell beforehand
    lms.offences.clear()


def test_offline_in_between(lms: Cmi5Lms, launch: Launch, page: Page, context: BrowserContext) -> None:
    """Offline is said; what was done meanwhile is told in its session when the connection is back."""
    learner = launch(page)
    for number in (1, 2):
        learner.answer(number, right=True)
    eventually(lambda: lms.session.verbs.count("answered") == 2)
    context.set_offline(offline=True)
    for number in (3, 4, 5, 6):
        learner.answer(number, right=True)
    expect(banner(learner, "You seem to be offline")).to_be_visible()
    expect(learner.quiz).to_contain_text("Your result is not saved yet.")
    context.set_offline(offline=False)
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.", timeout=30_000)
    page.goto("about:blank")
    eventually(lambda: lms.session.verbs == ["initialized", *["answered"] * 6, *RESULT, "terminated"])


def test_a_session_that_ended_offline(lms: Cmi5Lms, launch: Launch, page: Page, context: BrowserContext) -> None:
    """Left without a connection a session has no end, so the LMS abandons it; the next one tells what it had."""
    learner = launch(page)
    eventually(lambda: lms.session.verbs == ["initialized"])
    context.set_offline(offline=True)
    lms.lrs.refuses_pages = True  # what outlives the page does not know that the page is offline
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
    page.goto("about:blank")
    context.set_offline(offline=False)
    lms.lrs.refuses_pages = False
    told_in_the_next_session(lms, launch(page))
    assert lms.sessions[0].is_abandoned
    assert lms.sessions[0].verbs == ["initialized"]


def test_a_record_store_that_fails(lms: Cmi5Lms, launch: Launch, page: Page) -> None:
    """While it answers 503 the page says that nothing is saved; when it is back, all arrives, in order and once."""
    learner = launch(page)
    eventually(lambda: lms.session.verbs == ["initialized"])
    lms.lrs.fail_with["/statements"] = 503
    learner.answer_all(lambda _: True)
    expect(banner(learner, "not saved yet")).to_be_visible()
    lms.lrs.fail_with.clear()
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.", timeout=30_000)
    assert lms.session.verbs == ["initialized", *["answered"] * 6, *RESULT]


def test_a_token_that_has_run_out(lms: Cmi5Lms, launch: Launch, page: Page) -> None:
    """A token that the LMS no longer takes is said, not tried again, and the next session tells what was reached."""
    learner = launch(page)
    eventually(lambda: lms.session.verbs == ["initialized"])
    lms.session.token = "another"  # noqa: S105  (of no use to anybody)
    learner.answer_all(lambda _: True)
    expect(banner(learner, "you may not save results here. Please tell your teacher.")).to_be_visible()
    told_in_the_next_session(lms, launch(page))


def test_an_lms_that_answers_late(launch: Launch, page: Page) -> None:
    """Until the LMS has answered the lesson can be read, and nothing that the page offers is lost."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/fetch/*", hold)
    with page.expect_request("**/fetch/*"):
        learner = launch(page)
    expect(page.get_by_role("heading", name="To be read", exact=True)).to_be_visible()
    expect(learner.quiz.get_by_role("button")).to_have_count(0)
    page.get_by_role("checkbox", name="First do this.").check()
    held[0].continue_()
    expect(page.locator("#practice-count")).to_have_text("1 of 3 done")
    expect(page.get_by_role("checkbox", name="First do this.")).to_be_checked()
    learner.answer_all(lambda _: True)
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")
