"""Takes the pictures in docs/images, of the example course and the Arabic one in the emulated LMS: scripts/pictures."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from chromium import HOW_TO_GET_ONE, arguments, find_chromium
from learner import Learner
from packages import Packages, build
from pictures import IMAGES, save
from PIL import Image
from playwright.sync_api import Browser, Frame, Page, sync_playwright
from scorm_host import scorm_host

CHECKOUT = Path(__file__).parents[2]
PLAYER = CHECKOUT / "node_modules" / "scorm-again" / "dist" / "scorm12.min.js"
LESSON = "prompt-or-fine-tune"
WIDE = {"width": 1280, "height": 860}
"""CSS pixels: room for the contents beside the text."""
NARROW = {"width": 880, "height": 860}
PHONE = {"width": 367, "height": 740}
GAP = 60
"""Pixels of the picture between phones."""
# The package fills the window, as it fills the LMS's frame: the player around it is no part of the picture.
BARE = """
body { margin: 0; }
body > :not(iframe) { display: none; }
iframe { display: block; border: 0; width: 100vw; height: 100vh; }
"""


@dataclass(frozen=True)
class Visit:
    """A learner before a package in the LMS.

    Attributes:
        page: the LMS's; frame: the package's.
        packages: those of the course.
    """

    page: Page
    frame: Frame
    packages: Packages

    def learner(self, lesson: str = LESSON) -> Learner:
        """Return somebody before the quiz of a lesson that is open."""
        self.frame.wait_for_selector(".question")
        return Learner(self.frame, self.packages.lesson(lesson))

    def open(self, lesson: str) -> Learner:
        """Open a lesson from the course page."""
        title = self.packages.lesson(lesson).title
        self.frame.get_by_role("link", name=title, exact=True).click()
        self.frame.get_by_role("heading", level=1, name=title).wait_for()
        return self.learner(lesson)

    def go_home(self) -> None:
        """Go back to the course page."""
        self.frame.get_by_role("link", name="All lessons").click()
        self.frame.locator("#overall-left").wait_for()

    def show(self, place: str, *, above: int = 24) -> None:
        """Scroll until a place stands so many CSS pixels below the window's top."""
        self.frame.locator(place).first.evaluate(
            "(one, above) => scrollTo({ top: one.getBoundingClientRect().top + scrollY - above, behavior: 'instant' })",
            above,
        )

    def shoot(self) -> Image.Image:
        """Return what the window shows."""
        self.page.mouse.move(0, 0)
        self.page.wait_for_timeout(300)
        return Image.open(BytesIO(self.page.screenshot()))


@contextmanager
def visit(browser: Browser, packages: Packages, unit: str = LESSON, **options: Any) -> Iterator[Visit]:  # noqa: ANN401  (Playwright's own, of many kinds)
    """Yield a visit of a package, in a browser window with ``options``."""
    context = browser.new_context(device_scale_factor=1.5, reduced_motion="reduce", **options)
    package = packages.zip_of(unit, "scorm12")
    with TemporaryDirectory() as folder, scorm_host(package, PLAYER, context, Path(folder)) as host:
        page = context.new_page()
        page.goto(host.player())
        page.add_style_tag(content=BARE)
        frame = page.frame(name="sco")
        assert frame is not None
        frame.wait_for_selector(".question, #overall-left")
        yield Visit(page, frame, packages)
        context.close()


def ask(at: Visit, question: str) -> None:
    """Ask the tutor, and wait for what it says."""
    at.frame.get_by_label("Your question").fill(question)
    at.frame.get_by_role("button", name="Ask", exact=True).click()
    at.frame.locator(".tutor-answer").wait_for()
    at.frame.evaluate("document.activeElement.blur()")


def take_lesson(browser: Browser, packages: Packages) -> None:
    """A lesson from its top to its end: text, definition, quiz, tutor, progress."""
    with visit(browser, packages, viewport=WIDE) as at:
        save("lesson", at.shoot())
        at.show(".section", above=12)
        at.frame.get_by_role("button", name="retrieval", exact=True).click()
        save("definition", at.shoot())
        at.page.keyboard.press("Escape")
        for step in range(3):
            at.frame.locator("#practice").get_by_role("checkbox").nth(step).check()
        learner = at.learner()
        learner.answer(1, right=False)
        learner.answer(2, right=True)
        at.show("#quiz", above=0)
        save("quiz", at.shoot())
        ask(at, "When does fine-tuning pay back?")
        at.show("#tutor")
        save("tutor", at.shoot())
        for number in range(3, len(learner.questions) + 1):
            learner.answer(number, right=True)
        learner.quiz.get_by_role("button", name="See your result").click()
        learner.expect_score(90)
        at.show(".quiz-result", above=80)
        save("result", at.shoot())
        at.show("#progress", above=400)
        save("progress", at.shoot())


def take_course(browser: Browser, packages: Packages) -> None:
    """The course page after three lessons, a search in it, and the summary at the end."""
    with visit(browser, packages, "course", viewport=NARROW) as at:
        order = packages.course.order
        for lesson, wrong in ((order[0], set[int]()), (order[1], {2, 5, 6, 9})):
            at.open(lesson).answer_all(lambda number, wrong=wrong: number not in wrong)  # type: ignore[misc]
            at.go_home()
        at.open(LESSON).answer(1, right=True)
        at.go_home()
        at.frame.evaluate("scrollTo(0, 0)")
        save("course", at.shoot())
        at.frame.get_by_role("searchbox").press_sequentially("examples")
        at.frame.get_by_label("Track").select_option(index=2)
        at.frame.locator("#results h3").first.wait_for()
        at.show("#finder")
        save("search", at.shoot())
        at.frame.get_by_role("button", name="Clear").click()
        for lesson in order[1:]:
            learner = at.open(lesson)
            again = learner.quiz.get_by_role("button", name="Try again")
            if again.is_visible():
                again.click()
            done = 1 if lesson == LESSON else 0
            for number in range(done + 1, len(learner.questions) + 1):
                learner.answer(number, right=number != len(lesson) % 10 + 1)
            at.go_home()
        at.frame.get_by_role("link", name=re.compile("summary")).click()
        at.frame.get_by_role("button", name="Print").wait_for()
        save("summary", at.shoot())


def take_phone(browser: Browser, packages: Packages) -> None:
    """A lesson's top, a question and the tutor on a phone, side by side."""
    with visit(browser, packages, viewport=PHONE) as at:
        shots = [at.shoot()]
        at.learner().answer(2, right=True)
        at.show(".question:nth-child(2)", above=44)
        shots.append(at.shoot())
        ask(at, "When does fine-tuning pay back?")
        at.show("#tutor-log")
        shots.append(at.shoot())
    width, height = shots[0].size
    whole = Image.new("RGB", (len(shots) * (width + GAP) + GAP, height + 2 * GAP), "#dfe3ec")
    for number, shot in enumerate(shots):
        whole.paste(shot, (GAP + number * (width + GAP), GAP))
    save("phone", whole)


def main() -> None:
    """Take them all."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        packages = build(CHECKOUT / "lessons", Path(folder) / "example")
        arabic = build(CHECKOUT / "tests" / "courses" / "arabic", Path(folder) / "arabic")
        chromium = find_chromium(playwright.chromium.executable_path) or sys.exit(HOW_TO_GET_ONE)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
        take_lesson(browser, packages)
        take_course(browser, packages)
        take_phone(browser, packages)
        with visit(browser, packages, viewport=WIDE, color_scheme="dark") as at:
            save("dark", at.shoot())
        with visit(browser, arabic, "strong-passwords", viewport=WIDE) as at:
            save("arabic", at.shoot())
        browser.close()


if __name__ == "__main__":
    main()
