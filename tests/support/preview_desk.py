"""The preview's panel page, by what an author finds on it."""

import re
from pathlib import Path

from learner import Learner
from playwright.sync_api import Frame, Locator, Page, expect

from scormpack.load import load_course


class Desk:
    """The panel page, by what an author finds on it."""

    def __init__(self, page: Page, course: Path, lesson: str = "every-type") -> None:
        self.page = page
        self.lesson = load_course(course).lessons[lesson]
        self.gradebook = page.get_by_role("region", name="Gradebook")
        self.log = page.get_by_role("tabpanel", name=re.compile("Calls|Requests"))

    def press(self, name: str) -> None:
        """Press the button of that name."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def package(self, visit: int) -> Frame:
        """Return the package's frame of a visit, once its quiz is there."""
        expect(self.page.locator(".visit", has_text=f"Visit {visit}:")).to_be_attached()
        inner = self.page.frame_locator("iframe[title^='Player']").frame_locator("iframe[name=sco]")
        inner.locator(".question").first.wait_for()
        frame = self.page.frame(name="sco")
        assert frame is not None
        return frame

    def learner(self, visit: int) -> Learner:
        """Return the learner at the package in that visit."""
        return Learner(self.package(visit), self.lesson)

    def tab(self, name: str) -> Locator:
        """Open a tab and return what it shows."""
        self.page.get_by_role("tab", name=re.compile(name)).click()
        return self.page.get_by_role("tabpanel", name=re.compile(name))
