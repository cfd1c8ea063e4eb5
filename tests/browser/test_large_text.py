"""WCAG 2.2, 1.4.4 Resize Text: the browser's letters of twice their size, not the whole page."""

from collections.abc import Callable, Iterator

import pytest
from answerer import Answerer, card, check
from chromium import arguments
from legible import unreadable_in
from packages import Packages, Serve
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

WINDOWS = [pytest.param(size, id=str(size[0])) for size in ((1280, 800), (768, 1024), (320, 640))]


@pytest.fixture(scope="module")
def browser(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Yield a Chromium whose letters are set to twice their size: 1rem is 32 px, in media queries too."""
    size = "--blink-settings=defaultFontSize=32,defaultFixedFontSize=26"
    browser = playwright.chromium.launch(executable_path=chromium, args=[*arguments(), size])
    yield browser
    browser.close()


@pytest.fixture
def window(new_context: Callable[..., BrowserContext], request: pytest.FixtureRequest) -> Page:
    """Return a page of the width and height that the test names."""
    width, height = request.param
    page = new_context(viewport={"width": width, "height": height}, reduced_motion="reduce").new_page()
    page.set_content("<p>")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") == "32px"
    return page


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
def test_the_course_page(example: Packages, serve: Serve, window: Page) -> None:
    """The course's page, what its search finds, and the summary are whole."""
    window.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html")
    expect(window.locator("#overall-left")).not_to_be_empty()
    faults = unreadable_in(window.main_frame)
    window.locator("#find").fill("model")
    expect(window.locator("#results h3")).not_to_have_count(0)
    faults += unreadable_in(window.main_frame)
    window.evaluate("location.hash = '#summary'")
    expect(window.get_by_role("button", name="Print")).to_be_visible()
    faults += unreadable_in(window.main_frame)
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
def test_a_lesson(example: Packages, serve: Serve, window: Page) -> None:
    """A lesson's page, a definition, the tutor's answer and the notice at the foot are whole."""
    window.goto(f"{serve(example.zip_of('prompt-or-fine-tune', 'scorm12'))}/index.html")
    expect(window.locator("#progress-where")).not_to_be_empty()
    faults = unreadable_in(window.main_frame)
    window.locator(".term").first.click()
    faults += unreadable_in(window.main_frame)
    window.keyboard.press("Escape")
    window.get_by_label("Your question").fill("What does retrieval mean?")
    window.keyboard.press("Enter")
    expect(window.get_by_role("log").get_by_text("The lesson says:")).to_be_visible()
    faults += unreadable_in(window.main_frame)
    assert faults == [], "\n".join(faults)


@pytest.mark.parametrize("window", WINDOWS, indirect=True)
def test_the_quiz(every_type: Packages, serve: Serve, window: Page) -> None:
    """Questions of every type, fresh and answered, the dialog and the result are whole."""
    lesson = every_type.course.order[0]
    window.goto(f"{serve(every_type.zip_of(lesson, 'scorm12'))}/index.html")
    window.locator(".question").first.wait_for()
    frame, answerer, questions = (
        window.main_frame,
        Answerer("wrong"),
        every_type.course.questions(every_type.lesson(lesson)),
    )
    faults = unreadable_in(frame)
    answerer.answer(card(frame, questions[0]), questions[0])
    window.get_by_role("button", name="Finish").first.click()
    faults += unreadable_in(frame)
    for name in ("Go on answering", "Finish now"):
        expect(window.get_by_role("dialog").get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    window.keyboard.press("Escape")
    for question in questions[1:]:
        at = card(frame, question)
        answerer.enter(at, question)
        check(at)
    window.get_by_role("button", name="See your result").click()
    expect(window.get_by_role("region", name="Your result")).to_be_visible()
    faults += unreadable_in(frame)
    assert faults == [], "\n".join(faults)
