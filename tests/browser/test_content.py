"""Everything that a text can hold, in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe import axe_faults, overflow_of
from packages import Packages, Serve, build
from playwright.sync_api import BrowserContext, Page, Route, expect

COURSE = Path(__file__).parents[1] / "courses" / "content"
PLAYER = "https://player.example.org/1"
PLACES = "() => [...document.querySelectorAll('main > section, figure, #quiz')].map((e) => Math.round(e.offsetTop))"


@pytest.fixture(scope="session")
def content(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of the course that holds one of each."""
    return build(COURSE, tmp_path_factory.mktemp("content"))


def answer_frame(context: BrowserContext) -> list[str]:
    """Stand in for the declared host; return the list of what it is asked."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(body="<!doctype html><title>Player</title><p>A baker at work</p>", content_type="text/html")

    context.route("https://player.example.org/**", answer)
    return asked


@pytest.fixture
def lesson(content: Packages, serve: Serve, context: BrowserContext, page: Page) -> Page:
    """Return the page of the lesson that holds everything."""
    answer_frame(context)
    page.goto(f"{serve(content.zip_of('everything', 'scorm12'))}/index.html")
    page.get_by_role("heading", level=1).wait_for()
    return page


@pytest.mark.browser_errors(r"player\.example\.org")
def test_only_the_declared_host_is_asked(content: Packages, serve: Serve, context: BrowserContext, page: Page) -> None:
    """The frame is asked for when it comes near; nothing else on the page asks any other host."""
    asked = answer_frame(context)
    urls: list[str] = []
    page.on("request", lambda request: urls.append(request.url))
    address = serve(content.zip_of("everything", "scorm12"))
    page.goto(f"{address}/index.html")
    page.locator("iframe").scroll_into_view_if_needed()
    expect(page.frame_locator("iframe").get_by_text("A baker at work")).to_be_visible()
    assert asked == [PLAYER]
    assert {url for url in urls if not url.startswith((address, "data:"))} == {PLAYER}


@pytest.mark.browser_errors(r"player\.example\.org")
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_moves(content: Packages, serve: Serve, new_context: Callable[..., BrowserContext], width: int) -> None:
    """Every part of the page stands where it stood before the pictures, the film and the sound arrived."""
    context = new_context(viewport={"width": width, "height": 800})
    answer_frame(context)
    page = context.new_page()
    held: list[Route] = []
    arriving: list[bool] = []

    def hold(route: Route) -> None:
        if arriving:
            route.continue_()
        else:
            held.append(route)

    page.route(re.compile(r"/assets/.*\.(png|svg|webm|wav)$"), hold)
    address = serve(content.zip_of("everything", "scorm12"))
    page.goto(f"{address}/index.html", wait_until="domcontentloaded")
    page.locator(".question").first.wait_for()
    page.get_by_role("status").filter(has_text="not connected").wait_for()
    before = page.evaluate(PLACES)
    assert held
    arriving.append(True)
    for route in held:
        route.continue_()
    page.wait_for_function("[...document.images].every((image) => image.naturalWidth > 0)")
    page.wait_for_function("document.querySelector('video').readyState > 0")
    assert page.evaluate(PLACES) == pytest.approx(before, abs=1)  # a drawing's height is no whole number


@pytest.mark.browser_errors(r"player\.example\.org")
def test_captions_load(lesson: Page) -> None:
    """A film's captions are there when a learner turns them on."""
    cues = lesson.locator("video").evaluate(
        """(video) => new Promise((done, fail) => {
          const track = video.querySelector("track[srclang=en]");
          track.addEventListener("load", () => done([...track.track.cues].map((cue) => cue.text)));
          track.addEventListener("error", () => fail(new Error("no captions")));
          track.track.mode = "showing";
        })"""
    )
    assert cues == ["<v Amara>This is the dough in the morning.", "And this is the same dough at noon."]


@pytest.mark.browser_errors(r"player\.example\.org")
def test_a_transcript_opens_by_keyboard(lesson: Page) -> None:
    """What is said stands below the player, closed until it is wanted."""
    words = lesson.get_by_text("This is the dough in the morning.")
    expect(words).to_be_hidden()
    lesson.locator(".transcript summary").first.focus()
    lesson.keyboard.press("Enter")
    expect(words).to_be_visible()


@pytest.mark.browser_errors(r"player\.example\.org")
def test_a_download_leaves_the_lesson_where_it_is(lesson: Page) -> None:
    """A file is saved under its own name, and the page stays."""
    before = lesson.url
    with lesson.expect_download() as download:
        lesson.get_by_role("link", name="The plan of the day").click()
    assert download.value.suggested_filename == "plan.csv"
    assert lesson.url == before


@pytest.mark.browser_errors(r"player\.example\.org")
def test_formulas_are_drawn(lesson: Page) -> None:
    """A fraction is higher than its line of text, and its LaTeX is not shown."""
    fraction = lesson.locator("mfrac").first.bounding_box()
    assert fraction
    assert fraction["height"] > 15
    expect(lesson.locator("annotation").first).to_be_hidden()


@pytest.mark.browser_errors(r"player\.example\.org")
@pytest.mark.parametrize("media", ["screen", "print"])
def test_numbered_formulas_stand_below_each_other(lesson: Page, media: Literal["screen", "print"]) -> None:
    """What is aligned ends at one line, the numbers end at the margin, and on paper nothing lies beside the page."""
    lesson.set_viewport_size({"width": 700, "height": 800})
    lesson.emulate_media(media=media)
    formula = lesson.locator(".formula").filter(has_text="r+s=t").last
    ends: list[list[float]] = formula.evaluate(
        """(formula) => [...formula.querySelectorAll("mtr")].map((row) => [row.children[1], row.lastElementChild].map(
          (cell) => cell.lastElementChild.getBoundingClientRect().right))"""
    )
    (first, one), (second, other) = ends
    assert first == pytest.approx(second, abs=1)
    assert one == pytest.approx(other, abs=1)
    box = formula.bounding_box()
    assert box
    assert one == pytest.approx(box["x"] + box["width"], abs=8)
    assert lesson.evaluate("document.documentElement.scrollWidth") <= 700


@pytest.mark.browser_errors(r"player\.example\.org")
@pytest.mark.parametrize("name", ["everything", "kull-shay"])
def test_everything_can_be_used_by_everybody(
    content: Packages, serve: Serve, new_context: Callable[..., BrowserContext], name: str
) -> None:
    """Light and dark, at 320 pixels, from either side: axe finds nothing, and nothing is wider than the page."""
    context = new_context(viewport={"width": 320, "height": 640})
    answer_frame(context)
    page = context.new_page()
    page.goto(f"{serve(content.zip_of(name, 'scorm12'))}/index.html")
    page.get_by_role("heading", level=1).wait_for()
    faults: list[str] = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        faults += [f"[{scheme}] {fault}" for fault in axe_faults(page.main_frame)]
    assert faults == []
    assert overflow_of(page.main_frame) == []
