"""LMSs and networks that misbehave: what the learner is told, and what the LMS holds in the end."""

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import pytest
from learner import Learner
from packages import Packages
from playwright.sync_api import BrowserContext, Page, expect
from scorm_host import TRIED_AGAIN, Host, accept, leave, refuse

LESSON = "every-type"


def passed(store: dict[str, str]) -> bool:
    """Whether the LMS holds a passed attempt with full marks."""
    return store.get("cmi.core.lesson_status") == "passed" and store.get("cmi.core.score.raw") == "100"


def test_an_api_that_comes_late_is_waited_for(small: Packages, host: Host, page: Page) -> None:
    """An LMS whose API is there only after 1.5 seconds still gets the result (complaint 38)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, late=1500), small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    leave(page)
    assert passed(dict(lms.store()))


def test_the_api_is_found_in_the_opener(small: Packages, host: Host, page: Page) -> None:
    """A package in a window of its own reports through the window that opened it (complaint 10)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    with page.expect_popup() as opened:
        page.goto(lms.player(display="window"))
    learner = Learner(opened.value.main_frame, small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    opened.value.close(run_before_unload=True)
    page.wait_for_function("JSON.parse(localStorage.getItem('lms:calls')).at(-1).name === 'LMSFinish'")
    assert passed(dict(lms.store()))


def test_a_frame_of_another_origin_around_the_lms_does_no_harm(
    small: Packages, host: Host, static_server: Callable[[Path], str], page: Page
) -> None:
    """An LMS shown in a portal of another origin is found, and the look further up does not throw (complaint 9)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    page.goto(f"{static_server(lms.folder)}/frame.html?show={quote(lms.player(), safe='')}")
    page.frame_locator("iframe[name=portal]").frame_locator("iframe[name=sco]").locator("main").wait_for()
    frame = page.frame(name="sco")
    assert frame is not None
    Learner(frame, small.lesson(LESSON)).answer_all(lambda _: True)
    expect(frame.get_by_text("Your result is saved to your LMS.")).to_be_visible()
    assert passed(dict(lms.store()))


def test_without_any_api_a_foreign_frame_is_survived(
    small: Packages, host: Host, static_server: Callable[[Path], str], page: Page
) -> None:
    """In a frame of another origin without an LMS the page works, and says that it is not connected."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    page.goto(f"{static_server(lms.folder)}/frame.html?show={quote(lms.url + '/package/index.html', safe='')}")
    shown = page.frame_locator("iframe[name=portal]")
    expect(shown.get_by_role("status").filter(has_text="You are not connected to an LMS.")).to_be_visible()


def test_a_refused_commit_is_said_and_made_good(small: Packages, host: Host, page: Page) -> None:
    """After a commit that the LMS refused and forgot, the page says so, tries again, and all of it arrives."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    for number in range(1, 6):
        learner.answer(number, right=True)
    refuse(page)
    learner.answer(6, right=True)
    status = learner.frame.get_by_role("status")
    expect(status.filter(has_text="your LMS did not take them")).to_be_visible()
    expect(learner.quiz).to_contain_text("Your result is not saved yet.")
    accept(page)
    expect(status.filter(has_text="All your answers are saved.")).to_be_visible(timeout=TRIED_AGAIN)
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")
    assert passed(dict(lms.store()))
    assert [one["id"].split(".")[1] for one in lms.interactions()] == [question.id for question in learner.questions]
    assert {one["result"] for one in lms.interactions()} == {"correct"}
    leave(page)


def test_a_commit_lost_offline_is_said_and_counted_once(
    small: Packages, host: Host, page: Page, context: BrowserContext
) -> None:
    """Offline, where Moodle says "true" all the same, the page says "not saved yet"; online all arrives, once."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    for number in range(1, 6):
        learner.answer(number, right=True)
    context.set_offline(offline=True)
    learner.answer(6, right=True)
    status = learner.frame.get_by_role("status")
    expect(status.filter(has_text="You seem to be offline.")).to_be_visible()
    assert not passed(dict(lms.store()))
    context.set_offline(offline=False)
    expect(status.filter(has_text="All your answers are saved.")).to_be_visible()
    assert passed(dict(lms.store()))
    assert len(lms.interactions()) == 6
    leave(page)


def test_a_visit_that_ended_offline_is_told_at_the_next(
    small: Packages, host: Host, page: Page, context: BrowserContext
) -> None:
    """What the LMS never got is kept in this browser, and is the LMS's after the next visit."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    learner.answer(1, right=True)
    expect(learner.quiz.get_by_text("1 of 6 answered")).to_be_visible()
    context.set_offline(offline=True)
    for number in range(2, 7):
        learner.answer(number, right=True)
    page.evaluate("document.querySelector('iframe').remove()")  # no page can be fetched: the LMS takes its frame away
    context.set_offline(offline=False)
    assert not passed(dict(lms.store()))
    lms.visit(page)
    page.frame_locator("iframe[name=sco]").get_by_text("Your best score so far is 100%.").wait_for()
    leave(page)
    assert passed(dict(lms.store()))
    assert len(lms.interactions()) == 6


def test_an_lms_that_is_gone_is_said_and_told_later(small: Packages, host: Host, page: Page) -> None:
    """When the LMS's functions throw, the page goes on and says "not saved"; the next visit makes it good."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page), small.lesson(LESSON))
    learner.answer(1, right=True)
    page.evaluate("lms.gone = true")
    for number in range(2, 7):
        learner.answer(number, right=True)
    learner.expect_score(100)
    expect(learner.frame.get_by_role("status").filter(has_text="not saved yet")).to_be_visible()
    leave(page)
    assert not passed(dict(lms.store()))
    again = Learner(lms.visit(page), small.lesson(LESSON))
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    leave(page)
    assert passed(dict(lms.store()))


@pytest.mark.parametrize("keeps", [True, False])
def test_interactions_get_no_gap_over_visits(small: Packages, host: Host, page: Page, keeps: bool) -> None:  # noqa: FBT001
    """Whether the LMS kept the interactions of the last visit or forgot them, new ones follow without a gap."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, keepsInteractions=keeps), small.lesson(LESSON))
    for number in (1, 2):
        learner.answer(number, right=True)
    leave(page)
    again = Learner(lms.visit(page, keepsInteractions=keeps), small.lesson(LESSON))
    for number in (3, 4):
        again.answer(number, right=True)
    leave(page)
    told = dict(lms.calls().of_visit(2).sets(r"interactions\.\d+\.id$"))
    indices = sorted(int(element.split(".")[2]) for element in told)
    assert indices == list(range(indices[0], indices[0] + len(told)))
    assert indices[0] in ({0, 2} if keeps else {0})
    assert len(set(told.values())) == len(told)
    assert [one["id"] for one in lms.interactions()] == [
        f"{LESSON}.{question.id}" for question in learner.questions[:4]
    ]


def test_two_learners_of_one_browser_are_kept_apart(small: Packages, host: Host, page: Page) -> None:
    """What one learner could not send is not sent for the next one at the same computer (complaint 37)."""
    lms = host(small.zip_of(LESSON, "scorm12"))
    learner = Learner(lms.visit(page, student="ada", commits=["false"] * 50), small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    leave(page)
    other = Learner(lms.visit(page, student="grace"), small.lesson(LESSON))
    other.expect_answered(0)
    leave(page)
    assert lms.store("grace")["cmi.core.lesson_status"] == "incomplete"
