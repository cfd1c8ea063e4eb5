"""`scormpack preview` in a browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from learner import Learner
from playwright.sync_api import Frame, Page, expect
from preview_server import running_preview

from scormpack.load import load_course
from scormpack.preview import Preview

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parent / "small"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course that the test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


@pytest.fixture
def preview(course: Path) -> Iterator[Preview]:
    """Yield its preview."""
    with running_preview(course) as running:
        yield running


def package_in(page: Page) -> Frame:
    """Return the package's frame, once its page is there."""
    player = page.frame_locator("iframe[title^='Player']")
    player.frame_locator("iframe[name=sco]").locator("main").wait_for()
    frame = page.frame(name="sco")
    assert frame is not None
    return frame


def test_a_lesson_is_answered_and_its_score_is_in_the_gradebook(page: Page, preview: Preview, course: Path) -> None:
    """The panel shows each call with its result, what is set, and the grade that the LMS has."""
    page.goto(preview.url)
    page.get_by_role("button", name="Every type").click()
    lesson = load_course(course).lessons["every-type"]
    frame = package_in(page)
    frame.locator(".question").first.wait_for()
    Learner(frame, lesson).answer_all(lambda _: True)
    gradebook = page.get_by_role("region", name="Gradebook")
    expect(gradebook).to_contain_text("100")
    expect(gradebook).to_contain_text("Passed")
    expect(page.get_by_role("tabpanel", name="Calls")).to_contain_text("cmi.core.score.raw 100")
