"""A web package on a plain server, in a folder of it: kept in the browser, renewed, and there without a network."""

import json
import shutil
from contextlib import ExitStack
from pathlib import Path

import pytest
from axe import axe_faults
from learner import Learner
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, expect
from static_server import serve_folder

from scormpack.build import BuildOptions, build_course
from scormpack.load import load_course

SMALL = Path(__file__).parent / "small"
IS_KEPT = "navigator.serviceWorker.controller?.state === 'activated'"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a copy of the small course, to be changed."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


def publish(course: Path, www: Path) -> None:
    """Build the course's site into the folder that is served."""
    build_course(course, BuildOptions(formats=["web"], unit="course", output=www))


# The second half is about a server that is gone.
@pytest.mark.browser_errors(
    r"ERR_CONNECTION_REFUSED|ERR_INTERNET_DISCONNECTED|Failed to load resource|fetching the script"
)
def test_a_site_is_kept_renewed_and_there_without_a_network(
    course: Path, tmp_path: Path, context: BrowserContext, page: Page
) -> None:
    """Below a folder: installable, progress kept, a new version offered and taken, all of it there once offline."""
    www = tmp_path / "www" / "courses"
    publish(course, www)
    with ExitStack() as server:
        folder = f"{server.enter_context(serve_folder(tmp_path / 'www'))}/courses/small-course.web"
        page.goto(f"{folder}/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Small & quick")
        page.wait_for_function(IS_KEPT)
        expect(page.locator("#connection")).to_be_hidden()  # nobody expects an LMS here

        devtools = context.new_cdp_session(page)
        assert devtools.send("Page.getAppManifest")["errors"] == []
        told = devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]
        assert [one["errorId"] for one in told if one["errorId"] != "in-incognito"] == []
        sizes = page.evaluate(
            """async (icons) => Promise.all(icons.map(async (src) => {
              const image = new Image(); image.src = src; await image.decode(); return image.naturalWidth;
            }))""",
            [icon["src"] for icon in json.loads((www / "small-course.web/manifest.json").read_bytes())["icons"]],
        )
        assert sizes[1:4] == [192, 512, 180]

        page.get_by_role("link", name="Every type of question", exact=True).click()
        learner = Learner(page.main_frame, load_course(course).lessons["every-type"])
        expect(learner.quiz).to_contain_text("Your score is saved only in this browser.")
        learner.answer(1, right=True)
        learner.answer(5, right=False)

        lesson = course / "lessons" / "only-reading.yaml"
        lesson.write_text(lesson.read_text(encoding="utf-8").replace("Only reading", "Read anew"), encoding="utf-8")
        publish(course, www)
        page.reload()
        notice = page.get_by_role("status").filter(has_text="There is a new version of these pages.")
        expect(notice).to_be_visible()
        learner.expect_answered(2)
        assert axe_faults(page.main_frame) == []
        notice.get_by_role("button", name="Open the new version").click()
        expect(notice).to_be_hidden()
        learner.expect_answered(2)
        page.get_by_role("link", name="All lessons").first.click()
        expect(page.get_by_role("link", name="Read anew", exact=True)).to_be_visible()
        assert len(page.evaluate("caches.keys()")) == 1

    # The server is gone.
    page.reload()
    page.get_by_role("link", name="Read anew", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Read anew")
    page.get_by_role("button", name="Mark as read").click()
    later = context.new_page()
    later.goto(f"{folder}/lessons/every-type.html?from=mail")
    again = Learner(later.main_frame, learner.lesson)
    again.expect_answered(2)
    for number in (2, 3, 4, 6):
        again.answer(number, right=True)
    again.expect_score(80)
    expect(again.quiz).to_contain_text("Your result is saved in this browser only.")


def test_two_tabs_of_a_site_lose_nothing(small: Packages, serve: Serve, context: BrowserContext, page: Page) -> None:
    """What one tab has reached stays, whatever another tab that was opened before it does afterwards."""
    address = f"{serve(small.zip_of('course', 'web'))}/index.html"
    titles = [small.lesson(name).title for name in ("every-type", "only-reading")]
    other = context.new_page()
    for tab in (page, other):
        tab.goto(address)
        tab.get_by_role("link", name=titles[0], exact=True).click()
    first, second = (Learner(tab.main_frame, small.lesson("every-type")) for tab in (page, other))
    second.expect_answered(0)
    first.answer_all(lambda _: True)
    expect(first.quiz).to_contain_text("Your result is saved in this browser only.")
    other.get_by_role("link", name="All lessons").click()
    other.get_by_role("link", name=titles[1], exact=True).click()
    other.get_by_role("button", name="Mark as read").click()
    expect(other.get_by_role("button", name="Read. This lesson is done.")).to_be_visible()
    other.close()
    page.goto("about:blank")
    page.goto(address)
    expect(page.get_by_text("2 of 3 lessons finished.")).to_be_visible()
    expect(page.get_by_text("Passed, best score 100%")).to_be_visible()


def test_a_lesson_of_a_site_opens_from_a_folder(small: Packages, page: Page) -> None:
    """From file:// no worker is asked for, nothing is missed, and the lesson says where its progress is."""
    folder = small.zip_of("every-type", "web").with_suffix("")
    page.goto((folder / "index.html").as_uri())
    expect(page.get_by_text("Your progress is saved in this browser.")).to_be_visible()
    expect(page.locator("#connection, #renewal").filter(visible=True)).to_have_count(0)
