"""Words of other languages are longer than English: they need more lines, not each other's room."""

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from axe import overflow_of
from packages import build
from playwright.sync_api import Page, expect

SMALL = Path(__file__).parent / "small"


@pytest.mark.parametrize("language", ["de", "fr"])
def test_a_verdict_stands_below_its_option(
    tmp_path: Path, unzip: Callable[[Path], Path], page: Page, language: str
) -> None:
    """What is said of an option covers none of the option's words, however many lines both take."""
    course = copytree(SMALL, tmp_path / "course") / "course.yaml"
    course.write_text(course.read_text().replace("language: en", f"language: {language}"))
    package = build(course.parent, tmp_path / "dist").zip_of("every-type", "scorm12")
    page.set_viewport_size({"width": 240, "height": 700})
    page.goto((unzip(package) / "index.html").as_uri())
    card = page.locator(".question", has=page.get_by_role("radio")).first
    card.get_by_role("radio").last.check()
    card.locator(".button--check").click()
    expect(card.locator(".option--missed, .option--wrong").first).to_be_visible()
    overlaps = """options => options.map(option => {
        const words = document.createRange();
        words.selectNodeContents(option.querySelector(".option-text"));
        return words.getBoundingClientRect().bottom - option.querySelector(".part-verdict").getBoundingClientRect().top;
    })"""
    found = card.locator(".option:has(.part-verdict)").evaluate_all(overlaps)
    assert found
    assert max(found) <= 0


@pytest.mark.parametrize("width", [320, 768])
def test_a_word_wider_than_its_place_is_broken(
    tmp_path: Path, unzip: Callable[[Path], Path], page: Page, width: int
) -> None:
    """Titles of one long word stand within the window: on the course page, its button, cards, and the ways on."""
    course = copytree(SMALL, tmp_path / "course")
    for number, lesson in enumerate(sorted((course / "lessons").glob("*.yaml"))):
        title = f"title: Rindfleischetikettierungsüberwachungsaufgabenübertragung {number}"
        lesson.write_text(re.sub(r"^title: .*", title, lesson.read_text(), flags=re.MULTILINE))
    folder = unzip(build(course, tmp_path / "dist").zip_of("course", "scorm12"))
    page.set_viewport_size({"width": width, "height": 700})
    page.goto((folder / "index.html").as_uri())
    expect(page.locator("#continue")).to_be_visible()
    wide = overflow_of(page.main_frame)
    page.locator("#modules h3 a").nth(1).click()
    page.wait_for_url("**/lessons/*.html")
    expect(page.locator(".order .next")).to_be_visible()
    assert wide + overflow_of(page.main_frame) == []
