"""What a screen reader is told, state by state: Chromium's accessibility tree, as near as a test comes to one."""

from collections.abc import Callable
from typing import Literal

import pytest
from answerer import Answerer, card, check
from heard import Heard, faults_of, hear, outline_of, said_live
from packages import Packages, Serve
from playwright.sync_api import Page, expect
from scorm_host import Host

LESSON = "prompt-or-fine-tune"


def one_of(page: Page, role: str, matches: Callable[[Heard], object] = lambda _: True) -> Heard:
    """Return the only object of a role that is so."""
    (found,) = (one for one in hear(page) if one.role == role and matches(one))
    return found


def focused(page: Page) -> Heard:
    """Return what a screen reader reads now: what has the focus."""
    return [one for one in hear(page) if one.states.get("focused")][-1]


@pytest.mark.parametrize("name", [LESSON, "work-in-steps"])
def test_a_lesson_as_it_opens(example: Packages, serve: Serve, page: Page, name: str) -> None:
    """One heading of level 1, the sections below it, named landmarks, each control by its own name, skip link first."""
    page.goto(f"{serve(example.zip_of(name, 'scorm12'))}/index.html")
    page.locator(".question").first.wait_for()
    expect(page.locator("#progress-where")).not_to_be_empty()
    heard = hear(page)
    assert faults_of(heard) == []
    lesson = example.lesson(name)
    outline = outline_of(heard)
    assert outline[0] == (1, lesson.title)
    sections = [words for level, words in outline if level == 2]
    assert sections[2 : 2 + len(lesson.sections)] == [section.heading for section in lesson.sections]
    assert next(one.name for one in heard if one.role == "link") == "Skip to the lesson"
    assert [one.name for one in heard if one.role == "navigation"] == ["In this lesson"]


def test_the_course_page_and_its_search(example: Packages, serve: Serve, page: Page) -> None:
    """How many lessons a search finds is said once it rests; what is found follows under a heading of its own."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html")
    expect(page.locator("#overall-left")).not_to_be_empty()
    faults = faults_of(hear(page))
    assert one_of(page, "progressbar").name == "0 of 12 lessons finished."
    page.get_by_role("searchbox").fill("model")
    expect(page.locator("#found-status")).not_to_be_empty()
    heard = hear(page)
    count = page.locator("#results h3").count()
    assert f"{count} lessons found" in said_live(heard)
    assert one_of(page, "searchbox").description == f"{count} lessons found"
    outline = outline_of(heard)
    assert outline[1] == (2, "Lessons found")
    assert [level for level, _ in outline[2:]] == [3] * count
    assert faults + faults_of(heard) == []


def test_the_summary(example: Packages, serve: Serve, page: Page) -> None:
    """Results are a table with a name, heads of columns and of rows."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html#summary")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    heard = hear(page)
    assert faults_of(heard) == []
    roles = [one.role for one in heard]
    assert one_of(page, "table").name == "Results of all lessons"
    assert (roles.count("columnheader"), roles.count("rowheader")) == (3, 12)


@pytest.mark.parametrize("quality", ["right", "wrong"])
def test_a_question_of_every_type(
    every_type: Packages, serve: Serve, page: Page, quality: Literal["right", "wrong"]
) -> None:
    """Checked, each question puts the focus on its feedback, whose name is all that there is to say."""
    lesson = every_type.course.order[0]
    page.goto(f"{serve(every_type.zip_of(lesson, 'scorm12'))}/index.html")
    page.locator(".question").first.wait_for()
    questions, answerer = every_type.course.questions(every_type.lesson(lesson)), Answerer(quality)
    faults = faults_of(hear(page))
    groups = [one.name for one in hear(page) if one.role == "group"]
    assert len([name for name in groups if name]) == len(questions)
    for number, question in enumerate(questions, start=1):
        at = card(page.main_frame, question)
        answerer.enter(at, question)
        check(at)
        read = focused(page)
        if number < len(questions):
            assert read.role == "group", question.id  # Firefox gives a box without a role no name: Orca said nothing
            said = " ".join(at.locator(".feedback").inner_text().split()).lstrip("✓✗◐ ")
            assert " ".join(read.name.split()) == said, question.id
            named_by = at.locator(".feedback").get_attribute("aria-labelledby")
            # Firefox finds no name in a box named by itself: Orca said "panel".
            expect(at.locator(f".feedback > [id='{named_by}']")).to_have_count(1)
            assert f"{number} of {len(questions)} answered" in said_live(hear(page))
    faults += faults_of(hear(page))
    page.get_by_role("button", name="See your result").click()
    assert (focused(page).role, focused(page).name) == ("heading", "Your result")
    faults += faults_of(hear(page))
    assert faults == []


def test_an_empty_answer_is_told_of(every_type: Packages, serve: Serve, page: Page) -> None:
    """Checked without an answer, the question says in an alert what is missing, and its boxes are described by that."""
    page.goto(f"{serve(every_type.zip_of(every_type.course.order[0], 'scorm12'))}/index.html")
    page.get_by_role("button", name="Check answer").first.click()
    (told,) = [one.text for one in hear(page) if one.role == "alert" and one.text]
    radios = [one for one in hear(page) if one.role == "radio"]
    assert radios[0].description == told


def test_a_definition(example: Packages, serve: Serve, page: Page) -> None:
    """Opened, it is a dialog with the term's name that reads the definition; closed, the focus is on the term."""
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    term = page.locator(".term").first
    expect(term).to_have_role("button")
    term.focus()
    page.keyboard.press("Enter")
    read = focused(page)
    assert (read.role, read.name) == ("dialog", "Prompt")
    assert read.description.startswith("What you give a model to work on")
    assert one_of(page, "button", lambda one: one.name == "prompt").states["expanded"] is True
    assert faults_of(hear(page)) == []
    page.keyboard.press("Escape")
    assert (focused(page).name, focused(page).states.get("expanded")) == ("prompt", False)


def test_the_dialog(every_type: Packages, serve: Serve, page: Page) -> None:
    """Modal, named and described; nothing behind it is told of; Escape gives the focus back."""
    page.goto(f"{serve(every_type.zip_of(every_type.course.order[0], 'scorm12'))}/index.html")
    page.get_by_label("Steam alone").check()
    page.get_by_role("button", name="Check answer").first.click()
    page.get_by_role("button", name="Finish now").click()
    dialog = one_of(page, "dialog")
    assert (dialog.name, dialog.states["modal"]) == ("Finish the quiz now?", True)
    assert [one.role for one in hear(page) if one.role in ("main", "radio")] == []
    assert focused(page).name == "Go on answering"
    assert "are not answered yet" in focused(page).description
    page.keyboard.press("Escape")
    assert focused(page).name == "Finish now"


def test_the_tutor(example: Packages, serve: Serve, page: Page) -> None:
    """Question and answer are added to a log that is read out, with a name; the box keeps the focus."""
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    box = page.get_by_label("Your question")
    box.fill("What does retrieval mean?")
    page.keyboard.press("Enter")
    expect(page.get_by_role("log").get_by_text("The lesson says:")).to_be_visible()
    log = one_of(page, "log")
    assert (log.name, log.states["live"]) == ("Ask about this lesson", "polite")
    assert log.text.startswith("You asked: What does retrieval mean? The lesson says: ")
    assert focused(page).role == "textbox"
    assert faults_of(hear(page)) == []


def test_what_is_not_saved_is_told(small: Packages, host: Host, page: Page) -> None:
    """The line at the page's foot is a live region, and there before saving fails."""
    lms = host(small.zip_of("every-type", "scorm12"))
    banner = lms.visit(page).locator("#connection")
    # Firefox tells nothing of a live region that was hidden, and comes with its words.
    expect(banner).to_be_empty()
    expect(banner).not_to_have_css("display", "none")
    expect(banner).to_have_css("height", "0px")
    frame = lms.visit(page, commits=["false"] * 9, moodle=True)
    frame.locator(".question").first.wait_for()
    frame.get_by_role("radio").first.check()
    frame.get_by_role("button", name="Check answer").first.click()
    banner = frame.locator("#connection")
    expect(banner).to_be_visible()
    assert banner.get_attribute("role") in ("status", "alert")
    expect(banner).to_contain_text("saved")


@pytest.mark.parametrize(
    ("number", "skip", "version"), [(0, "Skip to the lesson", "Version"), (2, "الانتقال إلى الدرس", "الإصدار")]
)
def test_what_stands_around_a_lesson_speaks_its_language(
    every_type: Packages, serve: Serve, page: Page, *, number: int, skip: str, version: str
) -> None:
    """On a lesson that the course page shows, the skip link and the foot are those of the lesson's own page."""
    page.goto(f"{serve(every_type.zip_of('course', 'scorm12'))}/index.html")
    page.locator("#modules h3 a").nth(number).click()
    page.locator(".question").first.wait_for()
    expect(page.locator(".skip")).to_have_text(skip)
    expect(page.locator(".site-footer")).to_contain_text(version)
    page.go_back()
    expect(page.locator(".skip")).to_have_text("Skip to the lessons")
    expect(page.locator(".site-footer")).to_contain_text("Version")
