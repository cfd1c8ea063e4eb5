"""Packages opened with no LMS around them: from a folder, from a plain web server, with storage denied."""

from collections.abc import Callable
from pathlib import Path

import pytest
from learner import Learner
from packages import Packages, Serve
from playwright.sync_api import Page, expect

NOT_CONNECTED = "You are not connected to an LMS. Your progress is saved only in this browser."


@pytest.mark.parametrize("format_name", ["scorm12", "xapi"])
def test_a_lesson_works_from_a_folder(
    small: Packages, unzip: Callable[[Path], Path], page: Page, format_name: str
) -> None:
    """From file:// the page says where progress is kept, and keeps it over a reload."""
    page.goto((unzip(small.zip_of("every-type", format_name)) / "index.html").as_uri())
    expect(page.get_by_role("status").filter(has_text=NOT_CONNECTED)).to_be_visible()
    learner = Learner(page.main_frame, small.lesson("every-type"))
    expect(learner.quiz).to_contain_text("Your score is saved only in this browser.")
    learner.answer(1, right=True)
    learner.answer(5, right=False)
    page.reload()
    learner.expect_answered(2)
    learner.expect_judged(5, right=False)
    for number in (2, 3, 4, 6):
        learner.answer(number, right=True)
    learner.expect_score(80)
    expect(learner.quiz).to_contain_text("Your result is saved in this browser only.")


def test_a_course_works_from_a_folder(small: Packages, unzip: Callable[[Path], Path], page: Page) -> None:
    """From file:// links lead from page to page, and the course page shows what was reached in the lessons."""
    page.goto((unzip(small.zip_of("course", "scorm12")) / "index.html").as_uri())
    expect(page.get_by_role("status").filter(has_text=NOT_CONNECTED)).to_be_visible()
    page.get_by_role("link", name="Every type of question", exact=True).click()
    page.wait_for_url("**/lessons/every-type.html")
    Learner(page.main_frame, small.lesson("every-type")).answer_all(lambda _: True)
    page.get_by_role("link", name="All lessons").click()
    page.wait_for_url("**/index.html")
    expect(page.get_by_text("Passed, best score 100%")).to_be_visible()
    expect(page.get_by_text("1 of 3 lessons finished. Score so far:")).to_be_visible()
    page.go_back()
    expect(page.get_by_text("Your best score so far is 100%.")).to_be_visible()


def test_a_plain_web_server_is_no_lms(small: Packages, serve: Serve, page: Page) -> None:
    """Over http without an LMS the course works as from a folder, and in one page."""
    page.goto(f"{serve(small.zip_of('course', 'scorm12'))}/index.html")
    expect(page.get_by_role("status").filter(has_text=NOT_CONNECTED)).to_be_visible()
    page.get_by_role("link", name="Every type of question", exact=True).click()
    learner = Learner(page.main_frame, small.lesson("every-type"))
    learner.answer(3, right=True)
    page.reload()
    learner.expect_answered(1)
    assert page.url.endswith("/index.html#/every-type")


@pytest.mark.parametrize(
    ("format_name", "lost"),
    [
        ("scorm12", "You are not connected to an LMS, and this browser does not let the page save anything. "),
        ("web", "This browser does not let the page save anything. "),
    ],
)
def test_denied_storage_is_said(small: Packages, serve: Serve, page: Page, format_name: str, lost: str) -> None:
    """In a sandboxed frame nothing can be kept: the page works and says so; a web site speaks of no LMS."""
    url = serve(small.zip_of("every-type", format_name))
    page.set_content(
        f'<iframe name="sco" sandbox="allow-scripts" src="{url}/index.html" width="867" height="666"></iframe>'
    )
    frame = page.frame(name="sco")
    assert frame is not None
    learner = Learner(frame, small.lesson("every-type"))
    expect(frame.locator("#connection")).to_have_text(f"{lost}Your progress is lost when you leave.")
    learner.answer_all(lambda _: True)
    learner.expect_score(100)
