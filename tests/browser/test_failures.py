"""What a SCORM 1.2 package does when the LMS, the network or the browser fails it: each way, in a real browser.

Others stand in test_troubles.py; docs/what-the-lms-is-told.md lists all of them.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from chromium import HOW_TO_GET_ONE, arguments, find_whole_chromium
from learner import Learner
from packages import Packages
from playwright.sync_api import BrowserContext, Frame, Locator, Page, Playwright, expect
from scorm_host import TRIED_AGAIN, Host, ScormHost, accept, leave, package_frame, refuse, scorm_host

LESSON = "every-type"
"""Points 1, 3, 2, 1, 2, 1; the pass mark is 70."""


def outcome(lms: ScormHost, student: str = "s-1") -> tuple[str | None, str | None]:
    """Return the status and the score that the LMS holds."""
    store = lms.store(student)
    return store.get("cmi.core.lesson_status"), store.get("cmi.core.score.raw")


def banner(frame: Frame, words: str) -> Locator:
    """Return the line that says where results are, if it has these words."""
    return frame.get_by_role("status").filter(has_text=words)


def said_saved(learner: Learner) -> None:
    """Wait until the page says that the LMS has the result."""
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")


def reload(page: Page) -> Frame:
    """Load the package's frame again, the LMS's page around it staying; return the frame."""
    frame = package_frame(page)
    with page.expect_event("framenavigated", predicate=lambda gone: gone == frame):
        frame.evaluate("location.reload()")
    frame.wait_for_selector("main", state="attached")
    return frame


@pytest.mark.parametrize("fault", ["false", "throw"])
def test_an_lms_that_does_not_open_a_session(small: Packages, host: Host, page: Page, fault: str) -> None:
    """Where LMSInitialize fails the page says that it is not connected, goes on, and keeps answers in the browser."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, initialize=fault), small.lesson(LESSON))
    expect(banner(learner.frame, "not connected to an LMS")).to_be_visible()  # complaint 53
    learner.answer_all(lambda _: True)
    expect(learner.quiz).to_contain_text("Your result is saved in this browser only.")
    again = Learner(reload(page), learner.lesson)
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    assert outcome(lms) == (None, None)


@pytest.mark.parametrize(
    ("element", "fault"),
    [("cmi.core.score.raw", "throw"), ("cmi.core.lesson_status", "false"), ("cmi.suspend_data", "throw")],
)
def test_a_value_that_is_refused(small: Packages, host: Host, page: Page, element: str, fault: str) -> None:
    """A score, status or state that the LMS refuses is said not to be saved, offered again, and arrives."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    said = learner.frame.get_by_text("Your score is saved to your LMS.")
    expect(said).to_be_visible()
    page.evaluate("sets => { lms.sets = sets; }", {element: fault})
    learner.answer_all(lambda _: True)
    expect(banner(learner.frame, "your LMS did not take them")).to_be_visible()
    page.evaluate("lms.sets = {}")
    expect(banner(learner.frame, "All your answers are saved.")).to_be_visible()
    assert outcome(lms) == ("passed", "100")
    leave(page)


@pytest.mark.parametrize("fault", ["throw", "null"])
def test_a_commit_that_fails(small: Packages, host: Host, page: Page, fault: str) -> None:
    """A commit that throws or answers nothing is said, tried again and made good, in an LMS that sends changes only."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, changesOnly=True), small.lesson(LESSON))
    for number in range(1, 6):
        learner.answer(number, right=True)
    refuse(page, fault)
    learner.answer(6, right=True)
    expect(banner(learner.frame, "not saved yet")).to_be_visible()  # complaints 11 and 52
    accept(page)
    expect(banner(learner.frame, "All your answers are saved.")).to_be_visible(timeout=TRIED_AGAIN)
    assert outcome(lms) == ("passed", "100")
    assert len(lms.interactions()) == 6
    leave(page)
    assert len(lms.calls().named("LMSFinish")) == 1


def test_a_commit_that_takes_five_seconds(small: Packages, host: Host, page: Page) -> None:
    """A slow commit is waited for, the page goes on after it, and the result is there once."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    for number in range(1, 6):
        learner.answer(number, right=True)
    page.evaluate("lms.commits = ['slow']")
    learner.answer(6, right=True)
    said_saved(learner)
    assert outcome(lms) == ("passed", "100")
    assert len(lms.interactions()) == 6
    leave(page)


def test_a_learner_who_was_logged_out(small: Packages, host: Host, page: Page) -> None:
    """After a logout in another tab no commit holds: it is said; after logging in all of it arrives, once."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, changesOnly=True), small.lesson(LESSON))
    learner.answer(1, right=True)
    expect(learner.quiz.get_by_text("1 of 6 answered")).to_be_visible()
    page.evaluate("lms.loggedOut = true")
    for number in range(2, 7):
        learner.answer(number, right=True)
    learner.expect_score(100)
    expect(banner(learner.frame, "not saved yet")).to_be_visible()
    leave(page)
    assert outcome(lms)[0] == "incomplete"
    again = Learner(lms.visit(page, changesOnly=True), learner.lesson)
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    said_saved(again)
    assert outcome(lms) == ("passed", "100")
    assert len(lms.interactions()) == 6
    leave(page)


@pytest.mark.parametrize("fault", ["false", "throw"])
def test_a_frame_that_is_loaded_again(small: Packages, host: Host, page: Page, fault: str) -> None:
    """Where no second session is opened, the reloaded frame says so and goes on; the next visit brings it all in."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, again=fault), small.lesson(LESSON))
    for number in (1, 2, 3):
        learner.answer(number, right=True)
    learner = Learner(reload(page), learner.lesson)
    expect(banner(learner.frame, "Your LMS has ended your session")).to_be_visible()
    learner.expect_answered(3)
    for number in (4, 5, 6):
        learner.answer(number, right=True)
    learner.expect_score(100)
    expect(learner.quiz).to_contain_text("Your result is not saved yet.")
    leave(page)
    assert outcome(lms) == ("incomplete", None)
    again = Learner(lms.visit(page), learner.lesson)
    said_saved(again)
    assert outcome(lms) == ("passed", "100")
    assert [one["id"].split(".")[1] for one in lms.interactions()] == [question.id for question in learner.questions]
    leave(page)


def test_a_frame_that_is_loaded_again_belongs_to_its_learner(small: Packages, host: Host, page: Page) -> None:
    """What was kept for one learner's next visit is not the next learner's at the same computer (complaint 37)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, student="ada", again="false"), small.lesson(LESSON))
    learner.answer(1, right=True)
    learner = Learner(reload(page), learner.lesson)
    learner.answer(2, right=True)
    leave(page)
    grace = Learner(lms.visit(page, student="grace"), learner.lesson)
    grace.expect_answered(0)
    leave(page)
    Learner(lms.visit(page, student="ada"), learner.lesson).expect_answered(2)
    leave(page)


def test_the_limits_of_the_standard_hold(small: Packages, host: Host, page: Page) -> None:
    """An LMS that holds to 255 and 4,096 characters takes a long answer and all the rest (complaints 8 and 15)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, strict=True), small.lesson(LESSON))
    for number in (1, 2, 3, 5, 6):
        learner.answer(number, right=True)
    learner.card(4).get_by_role("textbox").fill("word " * 99)
    learner.card(4).get_by_role("button", name="Check answer").click()
    learner.expect_score(90)
    said_saved(learner)
    assert outcome(lms) == ("passed", "90")
    assert max(len(one["student_response"]) for one in lms.interactions()) > 200
    leave(page)


def test_two_tabs_lower_nothing(small: Packages, host: Host, context: BrowserContext, page: Page) -> None:
    """A lesson open in two tabs: who passes in one and fails in the other has passed (complaint 13)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    other = context.new_page()
    first = Learner(lms.visit(page), small.lesson(LESSON))
    expect(first.frame.get_by_text("Your score is saved to your LMS.")).to_be_visible()
    second = Learner(lms.visit(other), small.lesson(LESSON))
    second.answer(1, right=False)
    first.answer_all(lambda _: True)
    said_saved(first)
    for number in range(2, 7):
        second.answer(number, right=False)
    second.expect_score(0)
    leave(other)
    assert outcome(lms) == ("passed", "100")
    leave(page)
    assert outcome(lms) == ("passed", "100")


def test_storage_denied_in_an_lms(small: Packages, host: Host, page: Page, context: BrowserContext) -> None:
    """Where the browser lets the page keep nothing, results reach the LMS, and no text says that they are kept."""
    deny = "Object.defineProperty(window, '{}', {{ get() {{ throw new DOMException('denied', 'SecurityError'); }} }});"
    denied = "".join(deny.format(name) for name in ("localStorage", "sessionStorage"))
    context.add_init_script(f"if (window !== top) {{ {denied} }}")
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    for number in range(1, 6):
        learner.answer(number, right=True)
    refuse(page)
    learner.answer(6, right=True)
    expect(banner(learner.frame, "Keep this page open: we try again.")).to_be_visible()
    accept(page)
    expect(banner(learner.frame, "All your answers are saved.")).to_be_visible(timeout=TRIED_AGAIN)
    assert outcome(lms) == ("passed", "100")
    leave(page)


def test_the_clock_set_back(small: Packages, host: Host, page: Page, context: BrowserContext) -> None:
    """A computer whose clock is set back a year in mid-visit reports the time that went by (complaint 17)."""
    context.add_init_script("const real = Date.now; Date.now = () => real() - (window.back ?? 0);")
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    learner.frame.evaluate("window.back = 365 * 24 * 3600 * 1000")
    learner.answer_all(lambda _: True)
    said_saved(learner)
    leave(page)
    assert outcome(lms) == ("passed", "100")
    assert re.fullmatch(r"0000:00:\d\d\.\d\d", told := lms.store()["cmi.core.session_time"])
    assert told != "0000:00:00.00"
    assert all(one["latency"].startswith("0000:00:") for one in lms.interactions())


def test_a_hidden_page_has_saved_before_it_goes(small: Packages, host: Host, page: Page) -> None:
    """Hidden, then gone, as a phone has it: one commit more at the most, one Finish, and all of it is there."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    learner.answer(1, right=True)
    learner.frame.evaluate(
        """() => {
          Object.defineProperty(document, 'visibilityState', { value: 'hidden' });
          document.dispatchEvent(new Event('visibilitychange'));
        }"""
    )
    assert len(lms.interactions()) == 1
    leave(page)
    assert len(lms.calls().named("LMSFinish")) == 1
    assert lms.store()["cmi.core.exit"] == "suspend"


@pytest.fixture
def caching_context(playwright: Playwright) -> Iterator[BrowserContext]:
    """Yield a profile of a Chromium that has its back-forward cache: Playwright turns it off, the shell has none."""
    whole = find_whole_chromium(playwright.chromium.executable_path)
    browser = playwright.chromium.launch(
        executable_path=whole or pytest.fail(f"the headless shell is not enough here: {HOW_TO_GET_ONE}"),
        args=list(arguments()),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield browser.new_context()
    browser.close()


def test_the_back_forward_cache(
    small: Packages, scorm_again_js: Path, tmp_path: Path, caching_context: BrowserContext
) -> None:
    """A page that the cache gives back says that its session is over, and finishes nothing twice."""
    page = caching_context.new_page()
    with scorm_host(small.zip_of(LESSON, "scorm12"), scorm_again_js, caching_context, tmp_path / "lms") as lms:
        learner = Learner(lms.visit(page), small.lesson(LESSON))
        learner.answer(1, right=True)
        page.evaluate("window.isKept = true")
        leave(page)
        page.go_back(wait_until="commit")
        assert page.evaluate("window.isKept") is True  # the very page
        # Playwright does not find the frames of a page that came back.
        page.wait_for_function("/This session is over/.test(frames[0].document.body.innerText)")  # complaint 7
        assert len(lms.calls().named("LMSFinish")) == 1
        leave(page)
        Learner(lms.visit(page), learner.lesson).expect_answered(1)
