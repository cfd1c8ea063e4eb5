"""Chinese and Japanese: no space between words, no slanted letters, forms of characters that differ by language."""

from pathlib import Path

import pytest
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Page, expect

COURSE = """
id: https://courses.test/tea
title: 日本茶
language: ja
modules: [{title: 基礎, lessons: [tea, cha]}]
"""
TEA = """
id: tea
title: おいしい緑茶の淹れ方——湯の温度と時間
summary: 温度を変えるだけで、味が変わります。
sections:
  - heading: 温度
    body: |
      うま味は*テアニン*、渋味は<span lang="zh">儿茶素</span>から。

      ```python
      回数 = 3  # 一回移すごとに
      ```
tutor: true
quiz:
  questions:
    - id: fill
      type: fill-in
      prompt: 文を完成させてください。
      text: "うま味のもとは{{1}}、渋味のもとは{{2}}。"
      blanks: {1: [テアニン], 2: [カテキン]}
    - id: pick
      type: true-false
      prompt: 湯は熱いほどよい。
      answer: false
"""
CHA = """
id: cha
language: zh
title: 泡好一杯绿茶：水温和时间决定一切
summary: 水温不同，味道就不同。
sections: [{heading: 水温, body: 鲜味来自*茶氨酸*。}]
"""


@pytest.fixture(scope="module")
def tea(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return a course in Japanese with one lesson in Chinese."""
    course = tmp_path_factory.mktemp("tea")
    (course / "lessons").mkdir()
    for name, text in (("course", COURSE), ("lessons/tea", TEA), ("lessons/cha", CHA)):
        (course / f"{name}.yaml").write_text(text, encoding="utf-8")
    return build(course, tmp_path_factory.mktemp("built"))


def style_of(page: Page, selector: str, name: str) -> str:
    """Return what the browser computed for an element."""
    value: str = page.locator(selector).first.evaluate("(one, name) => getComputedStyle(one)[name]", name)
    return value


def open_lesson(tea: Packages, serve: Serve, page: Page, lesson: str) -> None:
    """Open a lesson of the course."""
    page.goto(f"{serve(tea.zip_of(lesson, 'scorm12'))}/index.html")
    page.get_by_role("heading", level=1).wait_for()


def test_no_line_of_a_text_begins_with_the_mark_behind_a_blank(tea: Packages, serve: Serve, context: BrowserContext) -> None:
    """On the narrowest window a comma and a stop stand in the line of the box that they follow."""
    page = context.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    open_lesson(tea, serve, page, "tea")
    text = page.locator(".text-with-blanks")
    expect(text).to_have_text("うま味のもとは、渋味のもとは。")
    ends = text.locator(".blank-end")
    expect(ends).to_have_count(2)
    for end in ends.all():
        tops = end.evaluate(
            """(end) => [end.querySelector("input"), end.lastChild].map((part) => {
              const range = document.createRange();
              range.selectNode(part);
              const { top, bottom } = range.getBoundingClientRect();
              return [top, bottom];
            })"""
        )
        (box_top, box_bottom), (mark_top, mark_bottom) = tops
        assert box_top < (mark_top + mark_bottom) / 2 < box_bottom
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
    expect(question.locator(".right-answer")).to_have_text("正解：正しくない", use_inner_text=True)
    assert page.locator(".tutor-about").first.inner_text() == (
        "答えは、このレッスンの文をそのまま引用したものです。質問がこのページの外に送られることはありません。"
    )


def test_the_dot_between_facts_is_no_wider_in_one_typeface_than_in_another(
    tea: Packages, serve: Serve, page: Page
) -> None:
    """It is drawn: the dot of a Chinese typeface would reach into where the first one is clipped away."""
    open_lesson(tea, serve, page, "cha")
    dot = page.locator(".facts > li").first.evaluate(
        "(one) => { const { content, width, height } = getComputedStyle(one, '::before'); return [content, width, height]; }"
    )
    assert dot[0] == '""'
    assert dot[1] == dot[2]
