"""The whole page in languages of longer words, other letters and the other direction, on the narrowest window."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from legible import unreadable_in
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, expect

from scormpack.build import BuildOptions, build_course
from scormpack.load import load_course

LESSON = "prompt-or-fine-tune"


@pytest.fixture(scope="module", params=["ar", "de", "hi", "pt"])
def translated(
    request: pytest.FixtureRequest, example_course: Path, tmp_path_factory: pytest.TempPathFactory
) -> Packages:
    """Return the example course with the words of its pages in another language."""
    course = tmp_path_factory.mktemp(request.param) / "lessons"
    shutil.copytree(example_course, course)
    file = course / "course.yaml"
    text = file.read_text(encoding="utf-8").replace("language: en", f"language: {request.param}")
    file.write_text(text, encoding="utf-8")
    build_course(course, BuildOptions(formats=("scorm12",), unit="course", output=course / "dist"))
    return Packages(load_course(course), course / "dist")


def test_every_page_can_be_read(translated: Packages, serve: Serve, new_context: Callable[..., BrowserContext]) -> None:
    """Course page, search, lesson, dialog, result and summary: nothing is cut, covered, squeezed or outside."""
    page: Page = new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce").new_page()
    address = f"{serve(translated.zip_of('course', 'scorm12'))}/index.html"
    faults: dict[str, list[str]] = {}

    def look(state: str) -> None:
        if found := unreadable_in(page.main_frame):
            faults[state] = found

    page.goto(address)
    expect(page.locator("#overall-left")).not_to_be_empty()
    look("course page")
    page.locator("#find").fill("model")
    expect(page.locator("#results h3")).not_to_have_count(0)
    look("search")
    page.goto(f"{address}#/{LESSON}")
    question = page.locator(".question").first
    question.get_by_role("radio").first.check()
    question.locator(".button--check").click()
    expect(question.locator(".feedback")).to_be_visible()
    look("lesson")
    page.locator(".quiz-actions .button").last.click()
    look("dialog")
    page.locator(".confirm-actions .button:not(.button--primary)").click()
    expect(page.locator(".quiz-result")).to_be_visible()
    look("result")
    page.goto(f"{address}#summary")
    expect(page.locator(".summary-table")).to_be_visible()
    look("summary")
    assert faults == {}
