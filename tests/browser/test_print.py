"""What a lesson's page looks like on paper: a clean handout, whatever the learner has answered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from answerer import Answerer, card
from packages import Packages, Serve
from playwright.sync_api import Page, expect

from scormpack.build import BuildOptions, build_course

pytestmark = pytest.mark.browser
COURSE = Path(__file__).parents[1] / "courses" / "every-type"
LESSON = "a-plain-loaf"
ON_THEIR_WAY = """[...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).transitionDuration !== "0s")
  .map((one) => one.className)"""
"""What would be printed as it was on the screen: a change of looks that takes its time has only begun."""


@pytest.mark.parametrize("quality", ["right", "wrong"])
def test_answers_are_left_out(
    every_type: Packages, serve: Serve, page: Page, quality: Literal["right", "wrong"]
) -> None:
    """After every question was answered: no mark, no verdict, no feedback, no result; all questions, as at first."""
    page.goto(serve(every_type.zip_of(LESSON, "scorm12")) + "/index.html")
    frame = page.main_frame
    expect(frame.locator(".question")).to_have_count(14)
    before = frame.locator(".sequence-text").all_inner_texts()
    for question in every_type.course.questions(every_type.lesson(LESSON)):
        Answerer(quality).answer(card(frame, question), question)
    expect(frame.locator(".quiz-result")).to_be_visible()
    page.emulate_media(media="print")
    expect(frame.locator(".question")).to_have_count(14)
    assert frame.evaluate(ON_THEIR_WAY) == []
    for said in (".feedback", ".part-verdict", ".quiz-result", ".quiz-bar", ".comparison", ".hint"):
        assert [one for one in frame.locator(said).all() if one.is_visible()] == [], said
    # A box is a box: nothing is drawn in it, and the row around it is that of any other option.
    for part in (".option", ".option > .option-text"):
        rows = frame.locator(part).evaluate_all(
            "(rows) => [...new Set(rows.map((row) => { const style = getComputedStyle(row);"
            " return `${style.backgroundColor} ${style.boxShadow} ${style.borderTopWidth} ${style.fontWeight}`; }))]"
        )
        assert len(rows) == 1, part
    marks = frame.locator(".option > input").evaluate_all(
        "(boxes) => boxes.map((box) => getComputedStyle(box).appearance + getComputedStyle(box, '::before').content)"
    )
    assert set(marks) == {"nonenone"}
    typed = frame.locator(".text-box, .match-target").evaluate_all(
        "(boxes) => boxes.map((box) => getComputedStyle(box).color)"
    )
    assert set(typed) == {"rgba(0, 0, 0, 0)"}
    places = frame.locator(".sequence-item").evaluate_all(
        "(rows) => rows.map((row) => [row.closest('ol').getBoundingClientRect().top, row.getBoundingClientRect().top,"
        " row.querySelector('.sequence-text').innerText])"
    )
    assert [text for _, _, text in sorted(places)] == before
    expect(frame.locator(".on-paper").first).to_be_visible()


@pytest.mark.parametrize("kind", ["handout", "handout-key"])
def test_a_handout_fits_its_page(tmp_path: Path, page: Page, kind: str) -> None:
    """A handout, opened from disk, is no wider than a phone or a sheet, and asks for nothing beside itself."""
    build_course(COURSE, BuildOptions(formats=("xapi",), output=tmp_path, handouts=("handout", "key")))
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for width in (320, 794):
        page.set_viewport_size({"width": width, "height": 900})
        for lesson in (LESSON, "rghif"):
            page.goto((tmp_path / f"{lesson}-{kind}.html").as_uri())
            assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert [url for url in asked if not re.match(r"file:.*\.html$|data:", url)] == []


def test_paper_names_no_address_of_the_package(example: Packages, serve: Serve, page: Page) -> None:
    """Links to other sites print their address; those within the course, which the server's would stand in, do not."""
    address = serve(example.zip_of("course", "scorm12"))
    page.goto(f"{address}/index.html#/prompt-or-fine-tune")
    page.locator(".related a").first.wait_for()
    page.emulate_media(media="print")
    printed = page.locator("main a[href]").evaluate_all(
        "(links) => links.map((link) => [link.href, getComputedStyle(link, '::after').content])"
    )
    assert any(href.startswith(address) for href, _ in printed)
    assert [href for href, after in printed if href.startswith(address) and "http" in after] == []


def sheets(page: Page, size: str) -> int:
    """Return how many sheets of a size the page is on paper."""
    return len(re.findall(rb"/Type /Page\b", page.pdf(format=size)))


@pytest.mark.parametrize("size", ["A4", "Letter"])
@pytest.mark.parametrize("kind", ["handout", "handout-key"])
def test_the_foot_of_a_handout_takes_no_sheet_of_its_own(tmp_path: Path, page: Page, kind: str, size: str) -> None:
    """Course, version and build stand below the last question, on its sheet."""
    build_course(COURSE, BuildOptions(formats=("xapi",), output=tmp_path, handouts=("handout", "key")))
    page.goto((tmp_path / f"{LESSON}-{kind}.html").as_uri())
    with_foot = sheets(page, size)
    page.add_style_tag(content=".site-footer { display: none !important; } main { padding: 0 !important; }")
    assert with_foot == sheets(page, size) > 1


def test_firefox_can_keep_a_question_on_one_sheet(example: Packages, serve: Serve, page: Page) -> None:
    """On paper no question stands in a grid or in a container of its own, within which Firefox breaks pages."""
    page.goto(f"{serve(example.zip_of('prompt-or-fine-tune', 'scorm12'))}/index.html")
    page.locator(".question").first.wait_for()
    page.emulate_media(media="print")
    for place in ("#quiz-root", ".questions", ".steps", ".key-terms dl"):
        expect(page.locator(place).first).to_have_css("display", "block")
    question = page.locator(".question").first
    expect(question).to_have_css("container-type", "normal")
    expect(question).to_have_css("break-inside", "avoid")
