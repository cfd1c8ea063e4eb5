"""xAPI packages in a browser against a real LRS: what it holds after each way through a lesson or a course."""

import json
import re
from collections.abc import Callable
from uuid import UUID, uuid4

import pytest
import tincan
from eventually import eventually
from learner import Learner
from lrs import Lrs
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, expect
from ralph_server import AUTH
from reader import read_to
from statements import one, verb, verbs

NOT_YET = r"status of 404 .*/activities/state\?"
"""What Chromium notes when a learner comes for the first time: there is no state yet."""

pytestmark = [pytest.mark.lrs, pytest.mark.browser_errors(NOT_YET)]

LESSON = "every-type"
"""Points 1, 3, 2, 1, 2, 1; the pass mark is 70."""

COURSE = "https://example.org/courses/small"
ACTIVITY = f"{COURSE}/lessons/{LESSON}"
"""Ids that an LRS holds for ever: written out here, so that nobody moves them unawares."""


def saved(learner: Learner) -> None:
    """Wait until the page says that the LRS has the result."""
    expect(learner.quiz).to_contain_text("Your result is saved to your LRS.")


@pytest.fixture
def registration() -> str:
    """Return the registration of this test alone."""
    return str(uuid4())


@pytest.fixture
def launch(lrs: Lrs, small: Packages, serve: Serve, registration: str) -> Callable[..., Learner]:
    """Return a function that launches the small lesson in a page, as an LMS does."""
    url = serve(small.zip_of(LESSON, "xapi"))

    def launch_lesson(page: Page, **more: str) -> Learner:
        page.goto(f"{url}/index.html?{lrs.launch_query(ACTIVITY, registration, **more)}")
        return Learner(page.main_frame, small.lesson(LESSON))

    return launch_lesson


@pytest.mark.parametrize("wrong", [pytest.param((), id="passed"), pytest.param((2, 3), id="failed")])
def test_the_result_is_told_in_statements(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str, wrong: tuple[int, ...]
) -> None:
    """Initialized, an answered for each question, completed, and passed or failed with the scaled score."""
    learner = launch(page)
    learner.answer_all(lambda number: number not in wrong)
    saved(learner)
    outcome, score = ("failed", 50) if wrong else ("passed", 100)
    assert verbs(lrs, registration) == ["initialized", *["answered"] * 6, "completed", outcome]
    judged = one(lrs, registration, outcome)
    assert judged["object"]["id"] == ACTIVITY  # complaint 45
    assert judged["result"] == {
        "success": not wrong,
        "completion": True,
        "score": {"scaled": score / 100, "raw": score, "min": 0, "max": 100},
    }
    assert one(lrs, registration, "completed")["result"]["completion"] is True


def test_every_statement_says_who_where_and_in_what(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str
) -> None:
    """Each has actor, registration, platform, language and time; answers name their lesson as parent."""
    learner = launch(page, activity_platform="The LMS")
    learner.answer_all(lambda _: True)
    saved(learner)
    told = lrs.statements(registration=registration)
    assert len(told) == 9  # initialized, six answers, completed, passed
    for statement in told:
        assert statement["actor"]["mbox"] == "mailto:ada@example.org"
        assert statement["context"]["registration"] == registration
        assert statement["context"]["platform"] == "The LMS"
        assert statement["context"]["language"] == "en"
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z", statement["timestamp"])
        assert UUID(statement["id"]).version in {4, 5}
        tincan.Statement.from_json(json.dumps(statement))  # another implementation reads it
    assert len({statement["id"] for statement in told}) == len(told)
    for statement in told:
        if verb(statement) == "answered":
            parent = statement["context"]["contextActivities"]["parent"]
            assert [activity["id"] for activity in parent] == [ACTIVITY]


def test_each_answer_is_told_as_its_type_demands(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str
) -> None:
    """Each answered statement has the response, success, score, duration and definition of its question."""
    learner = launch(page)
    given = learner.answer_all(lambda number: number % 2 == 0)
    saved(learner)
    answered = [statement for statement in lrs.statements(registration=registration) if verb(statement) == "answered"]
    assert [statement["object"]["id"] for statement in answered] == [
        f"{ACTIVITY}/questions/{question.id}" for question in learner.questions
    ]
    for number, (statement, question, response) in enumerate(zip(answered, learner.questions, given, strict=True), 1):
        right = number % 2 == 0
        expected = {"t": "true", "f": "false"} if question.type == "true-false" else {}
        spelt = expected.get(response.scorm12, "[,]".join(response.scorm12.split(",")))
        result, definition = statement["result"], statement["object"]["definition"]
        assert result["response"] == spelt
        assert result["success"] is right
        assert result["score"]["raw"] == (question.points if right else 0)
        assert re.fullmatch(r"PT\d+(\.\d{1,2})?S", result["duration"])
        assert definition["interactionType"] == question.type
        assert definition["correctResponsesPattern"][0] == question.interaction()["correctResponsesPattern"][0]


def test_an_attempt_goes_on_in_another_browser(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, new_context: Callable[..., BrowserContext], registration: str
) -> None:
    """Answers come back from the LRS's State resource, on a device that holds nothing."""
    learner = launch(page)
    for number in (1, 2, 3):
        learner.answer(number, right=True)
    page.goto("about:blank")
    eventually(lambda: "suspended" in verbs(lrs, registration))
    again = launch(new_context().new_page())
    again.expect_answered(3)
    for number in (4, 5, 6):
        again.answer(number, right=True)
    again.expect_score(100)
    saved(again)
    assert sorted(verbs(lrs, registration)) == sorted(
        ["initialized", *["answered"] * 3, "suspended", "initialized", *["answered"] * 3, "completed", "passed"]
    )
    assert len(lrs.states.documents) == 1
    assert {key[1][2] for key in lrs.states.documents} == {registration}


def test_the_reading_goes_on_in_another_browser(
    lrs: Lrs, example: Packages, serve: Serve, page: Page, new_context: Callable[..., BrowserContext]
) -> None:
    """The section where the reading stopped and the ticked steps come back from the State resource."""
    registration = str(uuid4())
    lesson = example.lesson("prompt-or-fine-tune")
    activity = f"{example.course.file.id}/lessons/{lesson.id}"
    url = f"{serve(example.zip_of(lesson.id, 'xapi'))}/index.html?{lrs.launch_query(activity, registration)}"
    page.goto(url)
    expect(page.locator("#progress-where")).to_have_text("Your progress is saved to your LRS.")
    page.locator("#practice").get_by_role("checkbox").nth(1).check()
    read_to(page.main_frame, 4)
    page.goto("about:blank")
    eventually(lambda: "suspended" in verbs(lrs, registration))
    again = new_context().new_page()
    again.goto(url)
    standing = again.locator("#standing")
    expect(standing).to_contain_text(lesson.sections[3].heading)
    expect(again.locator("#practice").get_by_role("checkbox").nth(1)).to_be_checked()
    standing.click()
    expect(again.get_by_role("heading", name=lesson.sections[3].heading)).to_be_in_viewport()


def test_an_lrs_without_a_state_resource_is_enough(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str
) -> None:
    """Where State answers 404, this browser keeps the state, the page goes on and the result arrives."""
    lrs.fail_with["/activities/state"] = 404
    learner = launch(page)
    for number in (1, 2, 3):
        learner.answer(number, right=True)
    page.goto("about:blank")
    again = launch(page)
    again.expect_answered(3)
    for number in (4, 5, 6):
        again.answer(number, right=True)
    saved(again)
    assert one(lrs, registration, "passed")["result"]["score"]["scaled"] == 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"auth": AUTH.removeprefix("Basic ")}, id="a bare token"),
        pytest.param(
            {"actor": json.dumps({"name": ["Ada"], "mbox": ["mailto:ada@example.org"]})}, id="an actor of arrays"
        ),
        pytest.param({"endpoint": ""}, id="an endpoint without its slash"),
        pytest.param({"activity_id": "https://example.org/another"}, id="another activity id"),
    ],
)
def test_every_form_of_launch_reaches_the_lrs(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str, change: dict[str, str]
) -> None:
    """A launch query in another of its forms gives the same statements on the same activity."""
    learner = launch(page, **{name: value or lrs.endpoint.rstrip("/") for name, value in change.items()})
    learner.answer_all(lambda _: True)
    saved(learner)
    passed = one(lrs, registration, "passed")
    assert passed["object"]["id"] == ACTIVITY
    assert passed["actor"]["mbox"] == "mailto:ada@example.org"
    assert passed["actor"]["name"] == "Ada"


def test_passed_is_never_followed_by_failed(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str
) -> None:
    """After passing, a worse try is told answer by answer, and takes nothing back."""
    learner = launch(page)
    learner.answer_all(lambda _: True)
    saved(learner)
    learner.quiz.get_by_role("button", name="Try again").click()
    learner.expect_answered(0)
    learner.answer_all(lambda _: False)
    learner.expect_score(0)
    saved(learner)
    told = verbs(lrs, registration)
    assert told.count("passed") == 1
    assert told.count("completed") == 1
    assert told.count("answered") == 12
    assert "failed" not in told


def test_a_reload_tells_nothing_twice(lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str) -> None:
    """Loading the finished page again tells a new visit, and not the result again."""
    learner = launch(page)
    learner.answer_all(lambda _: True)
    saved(learner)
    page.reload()
    expect(learner.quiz).to_contain_text("Your best score so far is 100%.")
    eventually(lambda: verbs(lrs, registration).count("initialized") == 2)
    told = verbs(lrs, registration)
    assert (told.count("answered"), told.count("completed"), told.count("passed")) == (6, 1, 1)
    assert told.count("terminated") == 1


@pytest.mark.browser_errors("status of 503", NOT_YET)
def test_what_the_lrs_refuses_is_sent_again(
    lrs: Lrs, launch: Callable[..., Learner], page: Page, registration: str
) -> None:
    """While the LRS is down the page says that nothing is saved; when it is back, all arrives, once."""
    learner = launch(page)
    for number in range(1, 6):
        learner.answer(number, right=True)
    eventually(lambda: verbs(lrs, registration).count("answered") == 5)
    lrs.fail_with["/statements"] = 503
    learner.answer(6, right=True)
    banner = page.get_by_role("status").filter(has_text="not saved yet")
    expect(banner).to_be_visible()
    expect(learner.quiz).to_contain_text("Your result is not saved yet.")
    lrs.fail_with.clear()
    expect(learner.quiz).to_contain_text("Your result is saved to your LRS.", timeout=15_000)
    expect(page.get_by_role("status").filter(has_text="All your answers are saved.")).to_be_visible()
    assert verbs(lrs, registration) == ["initialized", *["answered"] * 6, "completed", "passed"]


def test_a_course_tells_each_lesson_and_the_whole(
    small: Packages, lrs: Lrs, serve: Serve, page: Page, registration: str
) -> None:
    """In a course each lesson's result stands on the lesson's id, with the course as parent, in one session."""
    url = serve(small.zip_of("course", "xapi"))
    page.goto(f"{url}/index.html?{lrs.launch_query(COURSE, registration)}")
    page.get_by_role("link", name=small.lesson(LESSON).title, exact=True).click()
    learner = Learner(page.main_frame, small.lesson(LESSON))
    learner.answer_all(lambda _: True)
    saved(learner)
    page.reload()  # the route is in the address
    expect(learner.quiz).to_contain_text("Your best score so far is 100%.")
    passed = one(lrs, registration, "passed")
    assert passed["object"]["id"] == ACTIVITY
    assert [parent["id"] for parent in passed["context"]["contextActivities"]["parent"]] == [COURSE]
    answered = next(one for one in lrs.statements(registration=registration) if verb(one) == "answered")
    activities = answered["context"]["contextActivities"]
    assert [activity["id"] for activity in activities["parent"]] == [ACTIVITY]
    assert [activity["id"] for activity in activities["grouping"]] == [COURSE]
    page.get_by_role("link", name="All lessons").click()
    page.get_by_role("link", name=small.lesson("only-reading").title, exact=True).click()
    page.get_by_role("button", name="Mark as read").click()
    eventually(lambda: f"{COURSE}/lessons/only-reading" in _completed(lrs, registration))
    assert COURSE not in _completed(lrs, registration)


def _completed(lrs: Lrs, registration: str) -> list[str]:
    told = lrs.statements(registration=registration)
    return [statement["object"]["id"] for statement in told if verb(statement) == "completed"]
