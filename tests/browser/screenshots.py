"""Takes the pictures in docs/images: the example course in the emulated LMS.

By hand, with the tests' environment: ``PYTHONPATH=tests/support python tests/browser/screenshots.py``.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chromium import HOW_TO_GET_ONE, arguments, find_chromium
from learner import Learner
from packages import Packages, build
from playwright.sync_api import Browser, Page, expect, sync_playwright
from scorm_host import scorm_host

CHECKOUT = Path(__file__).parents[2]
IMAGES = CHECKOUT / "docs" / "images"
PLAYER = CHECKOUT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
LESSON = "prompt-or-fine-tune"
# The package fills the window, as it fills the LMS's frame: the player around it is no part of the picture.
BARE = """
body { margin: 0; }
body > :not(iframe) { display: none; }
iframe { display: block; border: 0; width: 100vw; height: 100vh; }
"""


@contextmanager
def visit(browser: Browser, package: Path, **options: Any) -> Iterator[Page]:  # noqa: ANN401  (Playwright's own, of many kinds)
    """Yield the LMS with the package in it, and a page of a browser with ``options``."""
    context = browser.new_context(device_scale_factor=2, reduced_motion="reduce", **options)
    with TemporaryDirectory() as folder, scorm_host(package, PLAYER, context, Path(folder)) as host:
        page = context.new_page()
        page.goto(host.player())
        page.add_style_tag(content=BARE)
        yield page
        context.close()


def answer(page: Page, packages: Packages, answers: int) -> Learner:
    """Answer the first questions of the lesson, all but the third right."""
    frame = page.frame(name="sco")
    assert frame is not None
    frame.wait_for_selector(".question")
    learner = Learner(frame, packages.lesson(LESSON))
    for number in range(1, answers + 1):
        learner.answer(number, right=number != 3)
    return learner


def take(page: Page, name: str) -> None:
    """Write docs/images/``name``.png."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    page.mouse.move(0, 0)
    page.screenshot(path=IMAGES / f"{name}.png")


def take_lesson(browser: Browser, packages: Packages) -> None:
    """The lesson with its quiz answered: the end of the quiz and its result."""
    window = {"width": 1000, "height": 1420}
    with visit(browser, packages.zip_of(LESSON, "scorm12"), viewport=window) as page:
        learner = answer(page, packages, len(packages.course.questions(packages.lesson(LESSON))))
        learner.expect_score(90)
        expect(learner.quiz).to_contain_text("Your result is saved to your LMS.")
        learner.card(10).evaluate("(card) => { card.scrollIntoView(); scrollBy(0, -12); }")
        take(page, "lesson")


def take_opening(browser: Browser, packages: Packages, name: str, **options: Any) -> None:  # noqa: ANN401
    """The top of the lesson."""
    with visit(browser, packages.zip_of(LESSON, "scorm12"), **options) as page:
        answer(page, packages, 0)
        take(page, name)


def take_course(browser: Browser, packages: Packages) -> None:
    """The course page, after two lessons."""
    window = {"width": 1000, "height": 1180}
    with visit(browser, packages.zip_of("course", "scorm12"), viewport=window) as page:
        frame = page.frame(name="sco")
        assert frame is not None
        for name, wrong in ((packages.course.order[0], set[int]()), (packages.course.order[1], {2, 5, 9})):
            lesson = packages.lesson(name)
            frame.get_by_role("link", name=lesson.title, exact=True).click()
            Learner(frame, lesson).answer_all(lambda number: number not in wrong)  # noqa: B023  (called at once)
            frame.get_by_role("link", name="All lessons").click()
            frame.get_by_role("heading", level=1, name=packages.course.file.title).wait_for()
        frame.get_by_role("link", name=packages.lesson(LESSON).title, exact=True).click()
        answer(page, packages, 2)
        frame.get_by_role("link", name="All lessons").click()
        frame.get_by_text("2 of 12 lessons finished.").wait_for()
        take(page, "course")


def main() -> None:
    """Take them all."""
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        packages = build(CHECKOUT / "lessons", Path(folder))
        chromium = find_chromium(playwright.chromium.executable_path) or sys.exit(HOW_TO_GET_ONE)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
        take_lesson(browser, packages)
        take_course(browser, packages)
        take_opening(browser, packages, "lesson-top", viewport={"width": 1000, "height": 1180})
        take_opening(browser, packages, "lesson-dark", viewport={"width": 1000, "height": 1180}, color_scheme="dark")
        take_opening(browser, packages, "lesson-phone", viewport={"width": 367, "height": 740})
        browser.close()


if __name__ == "__main__":
    main()
