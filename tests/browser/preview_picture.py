"""Takes docs/images/preview.png: the example course in the preview, a quiz half-way, a commit that failed.

``scripts/pictures`` runs it.
"""

import sys
from io import BytesIO
from pathlib import Path

from chromium import HOW_TO_GET_ONE, arguments, find_chromium
from learner import Learner
from pictures import save
from PIL import Image
from playwright.sync_api import Browser, expect, sync_playwright
from preview_server import running_preview

from scormpack.load import load_course

CHECKOUT = Path(__file__).parents[2]
LESSON = "prompt-or-fine-tune"


def take_preview(browser: Browser) -> None:
    """Write the picture: every part of the panel has something to show."""
    lesson = load_course(CHECKOUT / "lessons").lessons[LESSON]
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, device_scale_factor=1.25, reduced_motion="reduce"
    )
    with running_preview(CHECKOUT / "lessons") as preview:
        page = context.new_page()
        page.goto(f"{preview.url}#scorm12/{LESSON}")
        inner = page.frame_locator("iframe[title^='Player']").frame_locator("iframe[name=sco]")
        inner.locator(".question").first.wait_for()
        frame = page.frame(name="sco")
        assert frame is not None
        learner = Learner(frame, lesson)
        for number in range(1, len(learner.questions) + 1):
            learner.answer(number, right=number != 3)
        expect(page.get_by_role("region", name="Gradebook")).to_contain_text("90")
        page.get_by_role("button", name="Leave & come back").click()
        page.locator(".visit", has_text="Visit 2:").wait_for(state="attached")
        inner.locator("#progress, .quiz").first.wait_for()
        page.get_by_role("button", name="New attempt").click()
        page.locator(".visit", has_text="Visit 3:").wait_for(state="attached")
        inner.locator(".question").first.wait_for()
        frame = page.frame(name="sco")
        assert frame is not None
        learner = Learner(frame, lesson)
        learner.answer(1, right=True)
        page.get_by_role("button", name="Commits fail").click()
        learner.answer(2, right=True)
        expect(page.locator(".log [data-tone=wrong]").last).to_be_visible()
        page.mouse.move(0, 0)
        save("preview", Image.open(BytesIO(page.screenshot())))
    context.close()


def main() -> None:
    """Take it."""
    with sync_playwright() as playwright:
        chromium = find_chromium(playwright.chromium.executable_path) or sys.exit(HOW_TO_GET_ONE)
        browser = playwright.chromium.launch(executable_path=chromium, args=list(arguments()))
        take_preview(browser)
        browser.close()


if __name__ == "__main__":
    main()
