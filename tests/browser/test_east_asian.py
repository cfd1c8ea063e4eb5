"""Chinese and Japanese: no space between words, no slanted letters, forms of characters that differ by language."""

from pathlib import Path

import pytest
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Page, expect

COURSE = Path(__file__).parents[1] / "courses" / "japanese"


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return a course in Japanese with one lesson in Chinese."""
    return build(COURSE, tmp_path_factory.mktemp("built"))


def style_of(page: Page, selector: str, name: str) -> str:
    """Return what the browser computed for an element."""
    value: str = page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return value


def open_lesson(tea: Packages, serve: Serve, page: Page, lesson: str) -> None:
    """Open a lesson of the course."""
    page.goto(f"{serve(tea.zip_of(lesson, 'scorm12'))}/index.html")
    page.get_by_role("heading", level=1).wait_for()


def test_no_line_of_a_text_begins_with_the_mark_behind_a_blank(
    tea: Packages, serve: Serve, context: BrowserContext
) -> None:
    """However wide the window is, a comma and a stop stand in the line of the box that they follow."""
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    open_lesson(tea, serve, page, "tea")
    text = page.locator(".text-with-blanks")
    expect(text.locator(".blank")).to_have_count(2)
    apart = text.evaluate(
        """(text) => {
          const range = document.createRange();
          const heights = (part) => { const { top, bottom } = part.getBoundingClientRect(); return [top, bottom]; };
          const apart = [];
          for (let width = 200; width <= 480; width += 1) {
            text.style.width = `${width}px`;
            for (const blank of text.querySelectorAll(".blank")) {
              const words = [...text.childNodes].find(
                (node) => /[、。]/.test(node.data) && blank.compareDocumentPosition(node) & 4);
              const at = words.data.search(/[、。]/);
              range.setStart(words, at);
              range.setEnd(words, at + 1);
              const [top, bottom] = heights(blank.querySelector("input"));
              const middle = heights(range).reduce((one, other) => (one + other) / 2);
              if (middle < top || middle > bottom || text.scrollWidth > width) apart.push(width);
            }
          }
          text.style.width = "";
          return apart;
        }"""
    )
    assert apart == []
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_no_letter_is_slanted_that_has_no_slanted_form(tea: Packages, serve: Serve, page: Page) -> None:
    """Emphasis is bold, and comments in code stand upright."""
    open_lesson(tea, serve, page, "tea")
    assert style_of(page, ".section em", "fontStyle") == "normal"
    assert int(style_of(page, ".section em", "fontWeight")) >= 600
    assert style_of(page, ".section em", "textEmphasisStyle") == "none"
    assert style_of(page, ".hl-c", "fontStyle") == "normal"


def test_headings_break_between_phrases(tea: Packages, serve: Serve, page: Page) -> None:
    """A heading is not broken within a word where the browser knows better; Chinese ones break behind their marks."""
    open_lesson(tea, serve, page, "tea")
    assert style_of(page, "h1", "wordBreak") == "auto-phrase"
    open_lesson(tea, serve, page, "cha")
    assert style_of(page, "h1", "wordBreak") == "keep-all"
    assert style_of(page, ".section p", "wordBreak") == "normal"


def test_each_language_has_its_own_forms_of_characters(tea: Packages, serve: Serve, page: Page) -> None:
    """A page names typefaces of its own language, and so does a part in another one."""
    open_lesson(tea, serve, page, "tea")
    assert style_of(page, ".section p", "fontFamily").startswith('"Hiragino Sans"')
    assert style_of(page, ".section [lang=zh]", "fontFamily").startswith('"PingFang SC"')
    open_lesson(tea, serve, page, "cha")
    assert style_of(page, ".section p", "fontFamily").startswith('"PingFang SC"')


def test_what_follows_a_full_width_colon_has_no_space_before_it(tea: Packages, serve: Serve, page: Page) -> None:
    """The mark is as wide as a character, its own space in it."""
    open_lesson(tea, serve, page, "tea")
    question = page.locator(".question").nth(1)
    question.get_by_label("正しい", exact=True).check()
    question.get_by_role("button", name="答え合わせ").click()
    expect(question.locator(".right-answer > strong")).to_have_text("正しくない")
    assert style_of(page, ".right-answer > strong", "marginInlineStart").startswith("-")
    assert "ものです。質問が" in page.locator(".tutor-about").first.inner_text()


def test_the_dot_between_facts_is_no_wider_in_one_typeface_than_in_another(
    tea: Packages, serve: Serve, page: Page
) -> None:
    """It is drawn: the dot of a Chinese typeface would reach into where the first one is clipped away."""
    open_lesson(tea, serve, page, "cha")
    dot = page.locator(".facts > li").first.evaluate(
        """(one) => {
          const { content, width, height } = getComputedStyle(one, "::before");
          return [content, width, height];
        }"""
    )
    assert dot[0] == '""'
    assert dot[1] == dot[2]
