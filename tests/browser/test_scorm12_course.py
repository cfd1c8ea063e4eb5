"""A whole course as one SCORM 1.2 package: one session over all changes of page, one score for all lessons."""

import re

import pytest
from learner import Learner
from packages import Packages
from playwright.sync_api import Frame, Page, expect
from scorm_host import Host, ScormHost, leave, package_frame


def core(host: ScormHost) -> dict[str, str]:
    """Return what the LMS holds of status and score."""
    kept = {element.removeprefix("cmi.core."): value for element, value in host.store().items()}
    return {name: kept[name] for name in ("lesson_status", "score.raw") if name in kept}


def go_to(frame: Frame, packages: Packages, lesson: str) -> Learner:
    """Follow the course page's link to a lesson."""
    title = packages.lesson(lesson).title
    frame.get_by_role("link", name=title, exact=True).click()
    expect(frame.get_by_role("heading", level=1, name=title)).to_be_visible()
    return Learner(frame, packages.lesson(lesson))


def go_home(frame: Frame, packages: Packages) -> None:
    """Follow a lesson's link to the course page."""
    frame.get_by_role("navigation", name="Lessons before and after").get_by_role("link", name="All lessons").click()
    expect(frame.get_by_role("heading", level=1, name=packages.course.file.title)).to_be_visible()


def state_of(frame: Frame, packages: Packages, lesson: str) -> str:
    """Return what the course page says of a lesson."""
    title = frame.get_by_role("link", name=packages.lesson(lesson).title, exact=True)
    return frame.get_by_role("listitem").filter(has=title).locator(".lesson-state").inner_text()


def test_a_course_is_one_session_a_visit_with_a_running_score(example: Packages, host: Host, page: Page) -> None:
    """Three lessons visited, two quizzes finished, left and resumed: one session a visit, the weighted score."""
    first, second, third = example.course.order[4:7]  # their quizzes weigh more than the others
    lms = host(example.zip_of("course", "scorm12"))
    frame = lms.visit(page, moodle=True)
    go_to(frame, example, first).answer_all(lambda _: True)
    # Whoever has passed finds the next lesson in the result.
    result = frame.get_by_role("region", name="Your result")
    result.get_by_role("link", name=f"Next {example.lesson(second).title}").click()
    Learner(frame, example.lesson(second)).answer(1, right=True)
    leave(page)

    frame = lms.visit(page, moodle=True)
    expect(frame.get_by_text("1 of 12 lessons finished.")).to_be_visible()
    assert state_of(frame, example, first) == "Passed, best score 100%"
    assert state_of(frame, example, second) == "Started"
    frame.get_by_role("link", name=f"Continue: {example.lesson(second).title}").click()
    learner = Learner(frame, example.lesson(second))
    learner.expect_answered(1)
    for number in range(2, len(learner.questions) + 1):
        learner.answer(number, right=number <= 4)
    expect(frame.get_by_role("region", name="Your result")).to_contain_text("Not passed yet.")
    frame.get_by_role("link", name=f"Next {example.lesson(third).title}").click()
    expect(frame.get_by_role("heading", level=1, name=example.lesson(third).title)).to_be_visible()
    leave(page)

    points = {
        name: sum(question.points for question in lesson.quiz.questions)
        for name, lesson in example.course.lessons.items()
        if lesson.quiz
    }
    right = sum(question.points for question in learner.questions[:4])
    weighted = points[first] * 100 + points[second] * round(right / points[second] * 100)
    score = f"{weighted / sum(points.values()):.2f}".rstrip("0").rstrip(".")
    assert core(lms) == {"lesson_status": "incomplete", "score.raw": score}
    names = [call.name for call in lms.calls() if call.name in {"LMSInitialize", "LMSFinish"}]
    assert names == ["LMSInitialize", "LMSFinish"] * 2
    asked = [
        f"{name}.{question.id}"
        for name in (first, second)
        for question in Learner(frame, example.lesson(name)).questions
    ]
    assert [one["id"] for one in lms.interactions()] == asked
    assert lms.store()["cmi.core.lesson_location"] == third
    assert len(lms.store()["cmi.suspend_data"]) <= 4096


@pytest.mark.parametrize(("score", "status"), [(100, "passed"), (0, "failed")])
def test_a_course_is_judged_when_all_of_it_is_done(
    small: Packages, host: Host, page: Page, score: int, status: str
) -> None:
    """Passed or failed comes with the last lesson, not before; a lesson without a quiz is done by saying so."""
    lms = host(small.zip_of("course", "scorm12"))
    frame = lms.visit(page)
    go_to(frame, small, "every-type").answer_all(lambda _: score == 100)
    go_home(frame, small)
    learner = go_to(frame, small, "at-the-end")
    for number in range(1, 5):
        learner.enter(number, right=score == 100)
    learner.quiz.get_by_role("button", name="Finish the quiz").click()
    learner.expect_score(score)
    assert core(lms) == {"lesson_status": "incomplete", "score.raw": str(score)}
    go_home(frame, small)
    expect(frame.get_by_text(f"Score so far: {score}% of the whole course.")).to_be_visible()
    go_to(frame, small, "only-reading")
    frame.get_by_role("button", name="Mark as read").click()
    expect(frame.get_by_role("button", name="Read. This lesson is done.")).to_be_visible()
    go_home(frame, small)
    expect(frame.get_by_text(f"3 of 3 lessons finished. Your score for the course is {score}%.")).to_be_visible()
    leave(page)
    assert core(lms) == {"lesson_status": status, "score.raw": str(score)}
    assert {value for _, value in lms.calls().sets(r"objectives\.\d\.status")} >= {status, "completed"}


def test_back_forward_and_reload_stay_in_one_course(small: Packages, host: Host, page: Page) -> None:
    """Back and forward show the right lesson in the same session; a reload in a lesson goes on there, answers kept."""
    lms = host(small.zip_of("course", "scorm12"))
    frame = lms.visit(page)
    course, lesson = small.course.file.title, small.lesson("every-type").title
    go_to(frame, small, "every-type").answer(3, right=True)
    frame.evaluate("history.back()")
    expect(frame.get_by_role("heading", level=1, name=course)).to_be_visible()
    assert state_of(frame, small, "every-type") == "Started"
    frame.evaluate("history.forward()")
    expect(frame.get_by_role("heading", level=1, name=lesson)).to_be_focused()
    Learner(frame, small.lesson("every-type")).expect_answered(1)
    assert len(lms.calls().named("LMSInitialize")) == 1
    leave(page)
    frame = lms.visit(page, launch="package/index.html#/every-type")
    expect(frame.get_by_role("heading", level=1, name=lesson)).to_be_visible()
    Learner(frame, small.lesson("every-type")).expect_answered(1)


def test_a_deep_route_opens_its_place(small: Packages, host: Host, page: Page) -> None:
    """`#/lesson/place` opens the lesson at that place; links within the page move there and keep the session."""
    lms = host(small.zip_of("course", "scorm12"))
    frame = lms.visit(page, launch="package/index.html#/every-type/section-2")
    expect(frame.get_by_role("heading", name="To be read too")).to_be_in_viewport()
    frame.get_by_role("link", name="quiz below").click()
    expect(frame.get_by_role("heading", name="Check what stuck")).to_be_in_viewport()
    assert frame.evaluate("location.hash") == "#/every-type/quiz"
    frame.evaluate("history.back()")
    expect(frame.get_by_role("heading", name="To be read too")).to_be_in_viewport()
    assert len(lms.calls().named("LMSInitialize")) == 1


def test_a_lesson_page_alone_leads_into_the_course(small: Packages, host: Host, page: Page) -> None:
    """The address of a lesson's own page ends in the course page, which holds the session, at that lesson."""
    lms = host(small.zip_of("course", "scorm12"))
    page.goto(lms.player(launch="package/lessons/at-the-end.html"))
    frame = package_frame(page)
    frame.wait_for_url(re.compile(r"/package/index\.html#/at-the-end$"))
    expect(frame.get_by_role("heading", level=1, name=small.lesson("at-the-end").title)).to_be_visible()
    assert len(lms.calls().named("LMSInitialize")) == 1


@pytest.mark.browser_errors("Failed to load resource", "ERR_")
def test_a_lesson_that_cannot_be_loaded_is_asked_for_again(small: Packages, host: Host, page: Page) -> None:
    """A lesson lost on the way is said so, with a button that tries again; the session goes on."""
    lms = host(small.zip_of("course", "scorm12"))
    frame = lms.visit(page)
    page.route("**/lessons/at-the-end.html", lambda route: route.abort())
    frame.get_by_role("link", name="Judged at the end", exact=True).click()
    expect(frame.get_by_text("This lesson could not be loaded.")).to_be_visible()
    page.unroute("**/lessons/at-the-end.html")
    frame.get_by_role("button", name="Try again").click()
    expect(Learner(frame, small.lesson("at-the-end")).quiz).to_contain_text("0 of 4 answered")
    assert len(lms.calls().named("LMSInitialize")) == 1


def test_a_reload_within_a_lesson_goes_on_there(small: Packages, host: Host, page: Page) -> None:
    """Loading the package's frame again, in a lesson, ends one session and begins another at the same question."""
    lms = host(small.zip_of("course", "scorm12"))
    frame = lms.visit(page)
    go_to(frame, small, "every-type").answer(3, right=True)
    page.reload()
    frame = package_frame(page)
    frame.get_by_role("link", name="Continue: Every type of question").click()
    Learner(frame, small.lesson("every-type")).expect_answered(1)
    assert len(lms.calls().named("LMSFinish")) == 1


def test_only_a_lesson_has_a_masteryscore(small: Packages, host: Host) -> None:
    """A lesson hands its pass mark to the LMS; a course must not: Moodle would judge its running score by it."""
    assert host(small.zip_of("every-type", "scorm12")).mastery == 70
    assert host(small.zip_of("at-the-end", "scorm12")).mastery == 50
    assert host(small.zip_of("only-reading", "scorm12")).mastery is None
    assert host(small.zip_of("course", "scorm12")).mastery is None
