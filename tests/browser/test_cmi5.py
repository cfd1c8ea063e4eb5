"""cmi5 packages in a browser, launched by an LMS that holds them to the specification, with a real LRS behind it."""

import re
from collections.abc import Callable

import pytest
from cmi5_lms import Cmi5, Cmi5Lms
from cmi5_session import verb_of
from eventually import eventually
from learner import Learner
from packages import Packages
from playwright.sync_api import BrowserContext, Page, expect

NOT_YET = r"status of 404 .*/activities/state\?"
"""What Chromium notes when a learner comes for the first time: there is no state of the page's own yet."""

pytestmark = [pytest.mark.lrs, pytest.mark.browser_errors(NOT_YET)]

# An answer may be told twice where the page went before it heard that the first one had arrived.
left_at_once = pytest.mark.browser_errors(NOT_YET, r"status of 409 .*/statements")

LESSON = "every-type"
"""Points 1, 3, 2, 1, 2, 1; the pass mark is 70."""


@pytest.fixture
def lms(cmi5: Cmi5, small: Packages) -> Cmi5Lms:
    """Return an LMS that holds the small lesson."""
    return cmi5(small.zip_of(LESSON, "cmi5"))


@pytest.fixture
def launch(lms: Cmi5Lms, small: Packages) -> Callable[..., Learner]:
    """Return a function that launches the lesson in a page, in a session of its own."""

    def launch_lesson(page: Page, **options: object) -> Learner:
        page.goto(lms.launch(**options))  # type: ignore[arg-type]
        return Learner(page.main_frame, small.lesson(LESSON))

    return launch_lesson


def saved(learner: Learner) -> None:
    """Wait until the page says that the LMS has the result."""
    expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")


def leave(page: Page, lms: Cmi5Lms) -> None:
    """Leave the page, and wait for its last word."""
    page.goto("about:blank")
    eventually(lambda: lms.session.verbs[-1:] == ["terminated"])


def test_passing_is_one_session_from_initialized_to_terminated(
    lms: Cmi5Lms, launch: Callable[..., Learner], page: Page
) -> None:
    """Initialized, an answered for each question, completed, passed with its score, terminated; it is satisfied."""
    learner = launch(page)
    assert [lms.units[0].move_on, lms.units[0].mastery_score] == ["Passed", 0.7]
    learner.answer_all(lambda number: number != 3)
    saved(learner)
    assert lms.session.verbs == ["initialized", *["answered"] * 6, "completed", "passed"]
    assert lms.is_satisfied()
    leave(page, lms)
    assert lms.result() == ("passed", 0.8)
    (passed,) = lms.session.defined("passed")
    assert passed["result"]["score"] == {"scaled": 0.8, "raw": 80, "min": 0, "max": 100}
    asked = {one.path: one.query for one in lms.lrs.requests if one.method == "GET"}
    assert asked["/agents/profile"]["profileId"] == "cmi5LearnerPreferences"  # 11
    assert [one.fetched for one in lms.sessions] == [1]


def test_failing_then_passing_in_a_second_session(lms: Cmi5Lms, launch: Callable[..., Learner], page: Page) -> None:
    """Failed is told as the first session ends; the second goes on where it was, and passes with one statement more."""
    learner = launch(page)
    learner.answer_all(lambda number: number > 3)
    learner.expect_score(40)
    saved(learner)
    assert not lms.is_satisfied()
    leave(page, lms)
    assert [verb for verb in lms.session.verbs if verb != "answered"] == [
        "initialized", "completed", "scored", "failed", "terminated",
    ]  # fmt: skip
    assert lms.result() == ("failed", 0.4)

    again = launch(page)
    expect(again.quiz).to_contain_text("Your best score so far is 40%.")
    again.quiz.get_by_role("button", name="Try again").click()
    again.answer_all(lambda _: True)
    saved(again)
    leave(page, lms)
    assert [verb for verb in lms.session.verbs if verb != "answered"] == ["initialized", "passed", "terminated"]
    assert (lms.result(), lms.is_satisfied()) == (("passed", 1), True)


@left_at_once
def test_a_second_session_resumes_on_another_device(
    lms: Cmi5Lms, launch: Callable[..., Learner], page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    """Answers come back from the State resource where the browser holds nothing, and are not told again."""
    learner = launch(page)
    for number in (1, 2, 3):
        learner.answer(number, right=True)
    leave(page, lms)
    assert lms.session.verbs == ["initialized", *["answered"] * 3, "terminated"]
    elsewhere = new_context().new_page()
    again = launch(elsewhere)
    again.expect_answered(3)
    for number in (4, 5, 6):
        again.answer(number, right=True)
    saved(again)
    leave(elsewhere, lms)
    assert lms.session.verbs == ["initialized", *["answered"] * 3, "completed", "passed", "terminated"]


def test_a_reload_by_key_goes_on_in_its_session(lms: Cmi5Lms, launch: Callable[..., Learner], page: Page) -> None:
    """The page keeps the token that there is only once, and says neither initialized nor terminated in between."""
    learner = launch(page)
    for number in (1, 2):
        learner.answer(number, right=True)
    eventually(lambda: lms.session.verbs.count("answered") == 2)
    # A browser without a window has no keys of its own: what F5 does there, the page does here.
    page.evaluate("addEventListener('keydown', ({ key }) => { if (key === 'F5') location.reload(); })")
    with page.expect_navigation():
        page.keyboard.press("F5")
    learner.expect_answered(2)
    for number in (3, 4, 5, 6):
        learner.answer(number, right=True)
    saved(learner)
    leave(page, lms)
    assert lms.session.verbs == ["initialized", *["answered"] * 6, "completed", "passed", "terminated"]
    assert lms.session.fetched == 1


@left_at_once
def test_a_reload_in_another_way_ends_the_session_and_loses_nothing(
    lms: Cmi5Lms, launch: Callable[..., Learner], page: Page
) -> None:
    """The page says that the session is over, asks for no second token, and the next session tells what is new."""
    learner = launch(page)
    learner.answer(1, right=True)
    eventually(lambda: "answered" in lms.session.verbs)
    page.reload()
    eventually(lambda: lms.session.verbs[-1] == "terminated")
    learner.expect_answered(1)
    for number in range(2, 7):
        learner.answer(number, right=True)
    expect(page.get_by_role("status").filter(has_text="Your LMS has ended your session")).to_be_visible()
    page.goto("about:blank")
    assert (lms.session.verbs, lms.session.fetched) == (["initialized", "answered", "terminated"], 1)
    again = launch(page)
    expect(again.quiz).to_contain_text("Your best score so far is 100%.")
    eventually(lambda: "passed" in lms.session.verbs)
    leave(page, lms)
    assert lms.session.verbs == ["initialized", *["answered"] * 5, "completed", "passed", "terminated"]


def test_the_way_back_leads_to_the_lms_and_ends_the_session(
    lms: Cmi5Lms, launch: Callable[..., Learner], page: Page
) -> None:
    """At the end of the page a link offers the LMS's returnURL; following it terminates."""
    learner = launch(page)
    learner.answer_all(lambda _: True)
    saved(learner)
    page.get_by_role("main").get_by_role("link", name="Back to the course").click()
    expect(page).to_have_title("The course in the LMS")
    eventually(lambda: lms.session.verbs[-1] == "terminated")
    launch(page, returnURL=None)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    eventually(lambda: lms.session.verbs == ["initialized"])
    expect(page.get_by_role("link", name="Back to the course")).to_have_count(0)


@left_at_once
@pytest.mark.parametrize(
    ("mode", "words"),
    [
        pytest.param("Browse", "looking around", id="Browse"),
        pytest.param("Review", "This attempt is finished and your score is kept.", id="Review"),
    ],
)
def test_where_nothing_counts_nothing_is_told(
    lms: Cmi5Lms, launch: Callable[..., Learner], page: Page, mode: str, words: str
) -> None:
    """In Browse and Review the page says so, works, and tells that it was opened and left, no more; nothing is kept."""
    learner = launch(page)
    learner.answer(1, right=True)
    leave(page, lms)
    practice = launch(page, mode=mode)
    expect(page.get_by_role("status").filter(has_text=re.compile(words, re.IGNORECASE))).to_be_visible()
    practice.expect_answered(1)
    for number in range(2, 7):
        practice.answer(number, right=True)
    practice.expect_score(100)
    leave(page, lms)
    assert lms.session.verbs == ["initialized", "terminated"]
    again = launch(page)
    again.expect_answered(1)
    assert lms.result() == ("incomplete", None)


def test_the_lms_decides_what_passes(lms: Cmi5Lms, launch: Callable[..., Learner], page: Page) -> None:
    """A mastery score that an admin has set in the LMS judges, in place of the package's own."""
    learner = launch(page, masteryScore=0.9)
    learner.answer_all(lambda number: number != 3)
    learner.expect_score(80)
    saved(learner)
    leave(page, lms)
    assert lms.result() == ("failed", 0.8)
    (failed,) = lms.session.defined("failed")
    assert failed["context"]["extensions"]["https://w3id.org/xapi/cmi5/context/extensions/masteryscore"] == 0.9


def test_a_session_within_a_frame_of_the_lms(lms: Cmi5Lms, small: Packages, page: Page) -> None:
    """AnyWindow: in a frame of another origin the result arrives, and the session ends when the frame goes."""
    assert lms.units[0].launch_method == "AnyWindow"
    page.goto(f"{lms.url}/course")
    page.evaluate(
        "(src) => document.body.append(Object.assign(document.createElement('iframe'), { src, name: 'au' }))",
        lms.launch(),
    )
    page.frame_locator("iframe[name=au]").get_by_role("heading", level=1).wait_for()
    frame = page.frame(name="au")
    assert frame is not None
    learner = Learner(frame, small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    saved(learner)
    page.evaluate("document.querySelector('iframe').remove()")
    eventually(lambda: lms.session.verbs[-1] == "terminated")
    assert lms.result() == ("passed", 1)


def test_each_lesson_of_a_course_is_launched_by_itself(cmi5: Cmi5, small: Packages, page: Page) -> None:
    """A course's units share nothing but the registration: each has its session, its result and its moveOn."""
    lms = cmi5(small.zip_of("course", "cmi5"))
    assert [(au.title, au.move_on) for au in lms.units] == [
        ("Every type of question", "Passed"),
        ("Judged at the end", "Passed"),
        ("Only reading", "Completed"),
    ]
    page.goto(lms.launch(1))
    first = Learner(page.main_frame, small.lesson(LESSON))
    first.answer_all(lambda _: True)
    saved(first)
    leave(page, lms)
    page.goto(lms.launch(3))
    page.get_by_role("button", name="Mark as read").click()
    eventually(lambda: lms.session.verbs == ["initialized", "completed"])
    leave(page, lms)
    assert [lms.is_satisfied(number) for number in (1, 3)] == [True, True]
    assert [lms.result(number) for number in (1, 3)] == [("passed", 1), ("completed", None)]
    assert {verb_of(one) for one in lms.sessions[1].statements} == {"initialized", "completed", "terminated"}
    assert len({session.registration for session in lms.sessions}) == 1
    assert len({session.activity_id for session in lms.sessions}) == 2
