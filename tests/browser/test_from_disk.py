"""A package that is unzipped and opened from its folder, without any server: what the course brought is there."""

from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from drawn_font import WIDTH, draw_font
from packages import Packages, Serve, build
from playwright.sync_api import Page, expect

COURSE = Path(__file__).parents[1] / "courses" / "content"
THEME = """
theme:
  logo: assets/oven.svg
  fonts: {text: {regular: assets/blocks.ttf}, headings: {regular: assets/blocks.ttf}}
"""
pytestmark = pytest.mark.browser_errors(
    r"player\.example\.org",
    # Chromium preloads no font from disk, and says so (runtime/page/fonts.ts).
    r"Access to font at 'file:",
    r"net::ERR_FAILED \(file:.*\.ttf\)",
)


@pytest.fixture(scope="module")
def themed(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of the course that holds one of each, with a font and a logo of its own."""
    course = tmp_path_factory.mktemp("themed")
    copytree(COURSE, course, dirs_exist_ok=True)
    draw_font(course / "assets" / "blocks.ttf")
    with (course / "course.yaml").open("a", encoding="utf-8") as file:
        file.write(THEME)
    return build(course, course / "dist")


def wait_for_font(page: Page) -> None:
    """Wait until heading and text stand in the course's own letters."""
    page.wait_for_function(
        """(width) => ["h1", "main p"].every((where) => {
          const word = document.createElement("span");
          word.textContent = "iiii";
          document.querySelector(where).append(word);
          const ems = word.getBoundingClientRect().width / parseFloat(getComputedStyle(word).fontSize);
          word.remove();
          return ems > 3.5 * width;
        })""",
        arg=WIDTH,
    )


def shows_pictures(page: Page) -> bool:
    """Return whether every picture of the page is there, lazy ones too."""
    shown: bool = page.evaluate(
        """() => Promise.all([...document.images].map((image) => {
          image.loading = "eager";
          return image.decode().then(() => image.naturalWidth > 0, () => false);
        })).then((all) => all.length > 0 && all.every(Boolean))"""
    )
    return shown


@pytest.mark.parametrize("unit", ["course", "everything"])
@pytest.mark.parametrize("format_name", ["scorm12", "web"])
def test_font_and_logo(
    themed: Packages, unzip: Callable[[Path], Path], page: Page, unit: str, format_name: str
) -> None:
    """Headings and text stand in the course's font, and its logo is seen, on the course's page and on a lesson's."""
    page.goto((unzip(themed.zip_of(unit, format_name)) / "index.html").as_uri())
    wait_for_font(page)
    assert page.locator(".logo").evaluate("(logo) => logo.decode().then(() => logo.naturalWidth > 0)")
    if unit == "course":
        page.locator("#modules h3 a").first.click()
        page.wait_for_url("**/lessons/everything.html")
        wait_for_font(page)


def test_pictures_sound_film_and_captions(themed: Packages, unzip: Callable[[Path], Path], page: Page) -> None:
    """Pictures are seen, the film and the sound can be played, and the film's captions can be turned on."""
    page.goto((unzip(themed.zip_of("everything", "scorm12")) / "index.html").as_uri())
    assert shows_pictures(page)
    for player in ("video", "audio"):
        page.locator(player).evaluate("(player) => { player.muted = true; return player.play(); }")
    texts = page.locator("video").evaluate(
        """(video) => Promise.all([...video.querySelectorAll("track")].map((track) => new Promise((done) => {
          track.addEventListener("load", () => done([...track.track.cues].map((cue) => cue.text).join(" ")));
          track.addEventListener("error", () => done("no captions"));
          track.track.mode = "hidden";
        })))"""
    )
    assert texts == [
        "<v Amara>Voici la pâte le matin. Et voici la même pâte à midi.",
        "<v Amara>This is the dough in the morning. And this is the same dough at noon.",
    ]
    page.get_by_text("Transcript").first.click()
    expect(page.get_by_text("This is the dough in the morning.")).to_be_visible()


def test_a_server_needs_no_help(themed: Packages, serve: Serve, page: Page) -> None:
    """Over HTTP, where the font comes with the page, no face is added to the two of the style sheet."""
    page.goto(f"{serve(themed.zip_of('everything', 'scorm12'))}/index.html")
    page.wait_for_function("globalThis.scormpackAddons?.reader")
    assert page.evaluate("document.fonts.size") == 2
