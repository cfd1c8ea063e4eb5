"""Every page in every state, judged by axe-core: WCAG 2.2 AA, light and dark, wide and narrow."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from answerer import Answerer, card, check
from axe import axe_faults, overflow_of
from learner import Learner
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Frame, Page, expect
from scorm_host import Host, leave

NARROW = {"width": 320, "height": 640}
"""CSS pixels: a phone, and a window of 1,280 at 400 % (WCAG 2.2, 1.4.10 Reflow)."""
COURSES = Path(__file__).parents[1] / "courses"


@pytest.fixture(scope="session")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of quizzes that draw and quizzes with a time limit."""
    return build(COURSES / "quiz-features", tmp_path_factory.mktemp("quizzes"))


def judge(page: Page, frame: Frame | None = None, *, state: str = "") -> list[str]:
    """Return the faults of what is on show, in light and in dark."""
    faults = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        faults += [f"[{state}, {scheme}] {fault}" for fault in axe_faults(frame or page.main_frame)]
    return faults


def open_narrow(new_context: Callable[..., BrowserContext], **options: Any) -> Page:  # noqa: ANN401 (Playwright's own)
    """Return a page of 320 CSS pixels."""
    return new_context(viewport=NARROW, **options).new_page()


def test_every_page_of_the_example_course(example: Packages, serve: Serve, page: Page) -> None:
    """The course page and every lesson page of the example course, as they open, have no fault."""
    address = serve(example.zip_of("course", "scorm12"))
    faults: list[str] = []
    for lesson in [None, *example.course.order]:
        page.goto(f"{address}/index.html" + (f"#/{lesson}" if lesson else ""))
        title = example.lesson(lesson).title if lesson else example.course.file.title
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        faults += judge(page, state=lesson or "course page")
    assert faults == []


def test_every_page_fits_into_320_pixels(
    example: Packages, every_type: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """At 320 CSS pixels, which is also 400 % zoom, no page must be scrolled sideways."""
    page = open_narrow(new_context)
    wide: dict[str, list[str]] = {}
    for packages in (example, every_type):
        address = serve(packages.zip_of("course", "scorm12"))
        for lesson in [None, *packages.course.order]:
            page.goto(f"{address}/index.html" + (f"#/{lesson}" if lesson else ""))
            page.get_by_role("heading", level=1).wait_for()
            if lesson and packages.lesson(lesson).quiz:
                page.locator(".question, #quiz-root button").first.wait_for()
            if found := overflow_of(page.main_frame):
                wide[lesson or "course page"] = found
    assert wide == {}


@pytest.mark.parametrize("quality", ["right", "wrong"])
def test_a_question_of_every_type(every_type: Packages, host: Host, page: Page, quality: Any) -> None:  # noqa: ANN401 (a Literal)
    """Fresh, answered right and answered wrong, with the dialog open, finished, practised: no fault in any of it."""
    lesson = every_type.course.order[0]
    frame = host(every_type.zip_of(lesson, "scorm12")).visit(page)
    frame.locator(".question").first.wait_for()
    faults = judge(page, frame, state="fresh")
    questions = every_type.course.questions(every_type.lesson(lesson))
    answerer = Answerer(quality)
    answerer.answer(card(frame, questions[0]), questions[0])
    frame.get_by_role("button", name="Finish").first.click()
    expect(frame.get_by_role("dialog")).to_be_visible()
    faults += judge(page, frame, state="dialog")
    page.keyboard.press("Escape")
    for question in questions[1:]:
        at = card(frame, question)
        answerer.enter(at, question)
        check(at)
    faults += judge(page, frame, state=f"answered {quality}")
    frame.get_by_role("button", name="See your result").click()
    expect(frame.get_by_role("region", name="Your result")).to_be_visible()
    faults += judge(page, frame, state="finished")
    if quality == "wrong":
        frame.get_by_role("button", name="Practise the ones you missed").click()
        expect(frame.get_by_role("heading", name="Practice", exact=True)).to_be_visible()
        faults += judge(page, frame, state="practice")
    assert faults == []


def test_a_timed_quiz(quizzes: Packages, host: Host, page: Page) -> None:
    """Before it starts, while the time runs, and when more is offered: no fault."""
    frame = host(quizzes.zip_of("timed", "scorm12")).visit(page)
    start = frame.get_by_role("button", name="Start the quiz")
    start.wait_for()
    faults = judge(page, frame, state="before")
    start.click()
    frame.locator(".question").first.wait_for()
    faults += judge(page, frame, state="running")
    assert faults == []


def test_banners(small: Packages, host: Host, page: Page) -> None:
    """What is said of a failed save, of a session that is over and of a review has no fault."""
    lms = host(small.zip_of("every-type", "scorm12"))
    frame = lms.visit(page, commits=["false"] * 9, moodle=True)
    learner = Learner(frame, small.lesson("every-type"))
    learner.answer(1, right=True)
    expect(frame.locator("#connection")).to_be_visible()
    faults = judge(page, frame, state="not saved")
    page.evaluate("lms.commits = []")
    for number in range(2, len(learner.questions) + 1):
        learner.answer(number, right=True)
    expect(frame.get_by_text("Your result is saved to your LMS.")).to_be_visible()
    leave(page)
    frame = lms.visit(page, moodle=True)
    expect(frame.locator("#connection")).to_contain_text("This attempt is finished")
    faults += judge(page, frame, state="review")
    assert faults == []


def test_without_an_lms(small: Packages, serve: Serve, page: Page) -> None:
    """A package with no LMS around it says so without a fault."""
    page.goto(f"{serve(small.zip_of('every-type', 'scorm12'))}/index.html")
    expect(page.get_by_role("status").filter(has_text="not connected")).to_be_visible()
    assert judge(page, state="no LMS") == []


def test_a_lesson_without_a_quiz(small: Packages, serve: Serve, page: Page) -> None:
    """A lesson that is done by reading it, before and after it is marked as read."""
    lesson = next(name for name in small.course.order if small.lesson(name).quiz is None)
    page.goto(f"{serve(small.zip_of(lesson, 'scorm12'))}/index.html")
    button = page.get_by_role("button", name="Mark as read")
    button.wait_for()
    faults = judge(page, state="not read")
    button.click()
    expect(page.get_by_role("button", name="Read. This lesson is done.")).to_be_visible()
    assert faults + judge(page, state="read") == []


def test_axe_finds_a_fault(small: Packages, serve: Serve, page: Page) -> None:
    """A page with a picture that has no alternative and pale text is told of both: the judge is awake."""
    page.goto(f"{serve(small.zip_of('every-type', 'scorm12'))}/index.html")
    page.get_by_role("heading", level=1).evaluate(
        "(heading) => heading.insertAdjacentHTML('afterend', "
        "`<p style='color:#bbb;background:#fff'>pale</p><img src='data:image/gif;base64,R0lGODlhAQABAAAAACw='>`)"
    )
    rules = {fault.split(":")[0] for fault in axe_faults(page.main_frame)}
    assert {"image-alt", "color-contrast"} <= rules


@pytest.mark.parametrize("width", [320, 1280])
def test_the_tutor(example: Packages, serve: Serve, new_context: Callable[..., BrowserContext], width: int) -> None:
    """An answer with its places and new questions, the marked passage, a plain no: no fault, and nothing too wide."""
    page = new_context(viewport={"width": width, "height": 800}).new_page()
    page.goto(f"{serve(example.zip_of('prompt-or-fine-tune', 'scorm12'))}/index.html")
    faults: list[str] = []
    for question, expected in (
        ("What does retrieval mean?", "The lesson says:"),
        ("Who won the cup in 1998?", "The lesson does not answer this."),
    ):
        page.get_by_label("Your question").fill(question)
        page.keyboard.press("Enter")
        expect(page.get_by_role("log").get_by_text(expected)).to_be_visible()
        faults += judge(page, state=expected)
        assert overflow_of(page.main_frame) == []
    page.get_by_role("log").get_by_role("link", name="Show it in the lesson").first.click()
    faults += judge(page, state="marked passage")
    assert faults == []


def test_in_forced_colours_everything_has_its_edges(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """Where a learner's own colours replace ours, no fault is left, and buttons, fields and cards keep a border."""
    page = new_context(forced_colors="active").new_page()
    page.goto(f"{serve(example.zip_of('prompt-or-fine-tune', 'scorm12'))}/index.html")
    page.locator(".question").first.wait_for()
    assert axe_faults(page.main_frame) == []
    bare: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("button:not(.term), input, .option-text, .card, .question")]
          .filter((node) => !["checkbox", "radio"].includes(node.type))
          .filter((node) => node.checkVisibility({ opacityProperty: true }))
          .filter((node) => {
            const { borderBlockStartWidth, outlineStyle } = getComputedStyle(node);
            return borderBlockStartWidth === "0px" && outlineStyle === "none";
          })
          .map((node) => node.outerHTML.slice(0, 120))"""
    )
    assert bare == []
