"""A quiz with a time limit, by a clock that the test turns: its start, its warnings, its end."""

import re

import pytest
from packages import Packages
from planet_quizzes import MINUTE, cards, result, start, turn, visit
from playwright.sync_api import BrowserContext, Page, expect
from scorm_host import Host, leave


def test_time_starts_with_the_learner(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """The rules come first, and however long they are read, the whole time is left."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    panel = frame.get_by_role("region", name="Before you start")
    expect(panel.get_by_role("listitem")).to_have_text(
        [
            "4 questions.",
            "You pass with 70%.",
            "This is attempt 1 of 3.",
            "You see which answers are right when you have finished.",
            "You have 10 minutes from when you press “Start the quiz”.",
            "Your answers are kept as you go. If you close this page, the clock stops until you come back.",
            "You can ask for more time when it runs short.",
        ]
    )
    expect(cards(frame)).to_have_count(0)
    turn(clock, 30 * MINUTE)
    start(frame)
    expect(frame.locator(".time-left")).to_have_text("10 minutes left")
    turn(clock, 61_000)
    expect(frame.locator(".time-left")).to_have_text("9 minutes left")


def test_when_the_time_is_over_what_is_answered_counts(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """Also what was only just entered; the quiz is finished, says why, and the LMS has the score."""
    lms = host(quizzes.zip_of("timed", "scorm12"))
    frame = visit(lms, page, clock)
    start(frame)
    frame.get_by_label("True", exact=True).check()
    turn(clock, 9 * MINUTE)
    expect(frame.get_by_role("dialog")).to_contain_text("1 minute left")
    frame.get_by_role("button", name="Go on without").click()
    frame.get_by_role("textbox").first.fill("Tuesday")
    turn(clock, MINUTE)
    expect(result(frame)).to_contain_text("The time is over.")
    expect(result(frame)).to_contain_text("You scored 50%.")
    expect(result(frame).get_by_role("heading")).to_be_focused()
    turn(clock, 3000)
    assert lms.store()["cmi.core.score.raw"] == "50"


def test_a_warning_left_open_does_not_stop_the_clock(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """Who does not answer it has the quiz finished in time, and no dialog in the way."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 10 * MINUTE)
    expect(result(frame)).to_contain_text("You scored 0%.")
    expect(frame.get_by_role("dialog")).to_have_count(0)


def test_more_time_can_be_had_ten_times(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """Each request gives three minutes, warned of a minute before they end (WCAG 2.2, 2.2.1)."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 6 * MINUTE)
    for _ in range(10):
        turn(clock, 3 * MINUTE)
        dialog = frame.get_by_role("dialog", name="1 minute left")
        expect(dialog.get_by_role("heading")).to_be_focused()  # a key pressed just now chooses nothing
        # Told with what has the focus: Orca says no word of the dialog itself.
        expect(dialog.get_by_role("heading")).to_have_accessible_description(re.compile("You can have 3 minutes more"))
        dialog.get_by_role("button", name="I need more time").click()
        expect(frame.locator(".time-left")).to_have_text("4 minutes left")
    expect(result(frame)).to_have_count(0)


def test_time_is_not_counted_while_the_page_is_closed(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """The learner comes back to the time that was left, and to the answers given; not a second more."""
    lms = host(quizzes.zip_of("timed", "scorm12"))
    frame = visit(lms, page, clock)
    start(frame)
    frame.get_by_label("True", exact=True).check()
    turn(clock, 4 * MINUTE + 30_000)
    leave(page)
    turn(clock, 60 * MINUTE)
    frame = visit(lms, page, clock)
    panel = frame.get_by_role("region", name="Go on with the quiz")
    expect(panel).to_contain_text("1 of 4 answered")
    expect(panel).to_contain_text("6 minutes left")
    turn(clock, 60 * MINUTE)
    start(frame, "Go on")
    expect(frame.get_by_label("True", exact=True)).to_be_checked()
    turn(clock, 5 * MINUTE + 20_000)
    expect(frame.locator(".time-left")).to_have_text("10 seconds left")
    expect(result(frame)).to_have_count(0)
    turn(clock, 15_000)
    expect(result(frame)).to_contain_text("You scored 25%.")


def test_time_is_not_counted_in_the_back_forward_cache(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """A page that comes back from it shows the time that was left, and the learner starts the clock again."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 2 * MINUTE)
    frame.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    turn(clock, 60 * MINUTE)
    expect(frame.get_by_role("region", name="Go on with the quiz")).to_contain_text("8 minutes left")
    start(frame, "Go on")
    expect(frame.locator(".time-left")).to_have_text("8 minutes left")


def test_a_new_attempt_has_the_whole_time(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """And begins with its rules again."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 10 * MINUTE)
    result(frame).get_by_role("button", name="Try again").click()
    expect(frame.get_by_role("region", name="Before you start")).to_contain_text("This is attempt 2 of 3.")
    expect(frame.get_by_role("heading", name="Before you start")).to_be_focused()
    start(frame)
    expect(frame.locator(".time-left")).to_have_text("10 minutes left")


def test_a_strict_limit_gives_no_more_and_says_so_before(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """No dialog, no button; where the author gives no feedback, the score stands alone, then and later."""
    lms = host(quizzes.zip_of("strict", "scorm12"))
    frame = visit(lms, page, clock)
    expect(frame.get_by_role("region", name="Before you start")).to_contain_text("The time cannot be extended.")
    start(frame)
    cards(frame).first.get_by_label("True", exact=True).check()
    turn(clock, 31_000)
    expect(frame.get_by_role("dialog")).to_have_count(0)
    expect(frame.get_by_role("button", name="I need more time")).to_have_count(0)
    turn(clock, 30_000)
    for _ in range(2):
        expect(result(frame)).to_contain_text(re.compile("50%"))
        expect(result(frame)).to_contain_text("You have no attempts left.")
        expect(cards(frame)).to_have_count(0)
        expect(result(frame).get_by_role("link")).to_have_count(0)
        expect(result(frame).get_by_role("button")).to_have_count(0)
        turn(clock, 3000)
        leave(page)
        frame = visit(lms, page, clock)


@pytest.mark.parametrize("width", [320, 367])
def test_nothing_is_wider_than_a_phone(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext, width: int
) -> None:
    """Start, clock, warning, confirmation, result and practice fit (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 700})
    lms = host(quizzes.zip_of("timed", "scorm12"))
    page.goto(lms.player())
    page.add_style_tag(content="body { margin: 0 } iframe { border: 0; width: 100vw }")
    turn(clock, 3000)
    frame = page.frame(name="sco")
    assert frame is not None

    def fits() -> bool:
        return bool(frame.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))

    assert fits()
    start(frame)
    assert fits()
    turn(clock, 9 * MINUTE)
    expect(frame.get_by_role("dialog")).to_be_visible()
    assert fits()
    frame.get_by_role("button", name="Go on without").click()
    frame.get_by_role("button", name="Finish the quiz").click()
    assert fits()
    frame.get_by_role("button", name="Finish now").click()
    assert fits()
    frame.get_by_role("button", name="Practise the ones you missed").click()
    assert fits()
