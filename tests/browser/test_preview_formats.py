"""`scormpack preview` with our own cmi5 packages and web sites: opened, learned, graded, left and come back to."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from learner import Learner
from playwright.sync_api import Page, expect
from preview_desk import Desk
from preview_server import running_preview

from scormpack.preview import Preview

pytestmark = pytest.mark.browser_errors(r"status of 40[49] ")
"""Whoever comes for the first time has no state; an answer may be told twice by a page that was left at once."""

SMALL = Path(__file__).parent / "small"
LESSON = "every-type"


@pytest.fixture(scope="module")
def shared() -> Iterator[Preview]:
    """Yield a preview of the small course; each test has learners of its own."""
    with running_preview(SMALL) as running:
        yield running


def no_warnings(desk: Desk) -> None:
    """Wait for the tab of what a strict LMS would refuse, and find nothing there."""
    warnings = desk.tab("Warnings")
    expect(warnings).to_be_visible()
    expect(warnings.get_by_role("listitem")).to_have_count(0)


def test_a_cmi5_lesson_is_graded_and_resumed(page: Page, shared: Preview) -> None:
    """Half done, resumed after a reload of the panel, passed, left: graded, its last words heard, nothing warned of."""
    desk = Desk(page, SMALL)
    page.goto(f"{shared.url}#cmi5/{LESSON}")
    desk.press("New learner")
    learner = desk.learner(2)
    for number in (1, 2, 3):
        learner.answer(number, right=True)
    expect(desk.log.locator(".sentence", has_text="answered")).to_have_count(3)
    expect(desk.gradebook).to_contain_text("In progress")
    page.reload()
    again = desk.learner(1)
    again.expect_answered(3)
    for number in (4, 5):
        again.answer(number, right=True)
    again.answer(6, right=False)
    again.expect_score(90)
    expect(again.quiz).to_contain_text("Your result is saved to your LMS.")
    expect(desk.gradebook).to_contain_text("Passed")
    expect(desk.gradebook).to_contain_text("90")
    desk.press("Slow")  # so that the last words come when the next visit has begun
    desk.press("Leave & come back")
    expect(page.locator(".visit", has_text="Visit 2:")).to_be_attached()
    desk.press("Slow")
    expect(desk.package(2).get_by_text("Your best score so far is 90%.")).to_be_visible()
    expect(desk.log.locator(".visit ~ *", has_text="terminated")).to_have_count(1)
    order = desk.log.locator(".visit, .sentence:has-text('terminated')")
    expect(order).to_contain_text(["Visit 1", "terminated", "Visit 2"])
    no_warnings(desk)


def test_a_cmi5_course_lists_its_units(page: Page, shared: Preview) -> None:
    """Each lesson is a part of its own: it is launched from the list, and graded by itself."""
    desk = Desk(page, SMALL, "at-the-end")
    page.goto(f"{shared.url}#cmi5/small-course")
    desk.package(1)
    page.get_by_role("list", name="Parts of this package").get_by_role("button", name=desk.lesson.title).click()
    learner = desk.learner(2)
    for number in range(1, 5):
        learner.enter(number, right=True)
    learner.quiz.get_by_role("button", name="Finish the quiz").click()
    learner.expect_score(100)
    expect(desk.gradebook).to_contain_text("1 of 3 parts done")
    no_warnings(desk)


def test_a_value_that_is_not_there_yet_is_no_trouble(page: Page, shared: Preview) -> None:
    """SCORM 2004 answers with 403 who asks for a score before there is one: told, and not as a fault."""
    desk = Desk(page, SMALL)
    page.goto(f"{shared.url}#scorm2004/{LESSON}")
    desk.press("New learner")
    desk.package(2)
    expect(desk.log.locator("details", has_text="score.raw").last).to_contain_text("403")
    expect(desk.log.locator("[data-tone=wrong]")).to_have_count(0)
    no_warnings(desk)


def test_a_site_keeps_its_results_without_an_lms(page: Page, shared: Preview) -> None:
    """A web package opens in its frame, says where its results are, and has them again after a reload of the panel."""
    desk = Desk(page, SMALL)
    page.goto(f"{shared.url}#web/small-course")
    expect(desk.gradebook).to_contain_text("A web site has no LMS: results stay in the learner's browser.")
    for name in ("Commits fail", "Moodle-like", "Strict limits", "New attempt"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_disabled()
    inner = page.frame_locator("iframe[title^='Player']").frame_locator("iframe[name=sco]")
    inner.get_by_role("link", name=desk.lesson.title, exact=True).click()
    frame = page.frame(name="sco")
    assert frame is not None
    learner = Learner(frame, desk.lesson)
    learner.answer_all(lambda number: number != 3)
    learner.expect_score(80)
    expect(learner.quiz).to_contain_text("Your result is saved in this browser only.")
    page.reload()
    expect(inner.get_by_role("listitem").filter(has_text=desk.lesson.title)).to_contain_text(
        re.compile("Passed, best score 80%")
    )
    no_warnings(desk)
