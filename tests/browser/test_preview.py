"""`scormpack preview` in a browser: what an author sees and presses, and what comes of it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
import strange_packages
from axe import axe_faults, overflow_of
from playwright.sync_api import Locator, Page, Route, expect
from preview_desk import Desk
from preview_server import SCORM12_MANIFEST, running_preview

from scormpack.preview import Preview

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parent / "small"
LESSON = "every-type"
CUT = "all => all.filter((one) => one.scrollWidth > one.clientWidth).map((one) => one.textContent)"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """Return a course that the test may change."""
    return Path(shutil.copytree(SMALL, tmp_path / "course"))


@pytest.fixture
def preview(course: Path) -> Iterator[Preview]:
    """Yield its preview."""
    with running_preview(course) as running:
        yield running


def test_troubles_are_seen_and_nothing_is_lost(page: Page, preview: Preview, course: Path) -> None:
    """Each call, the data and the grade are shown; every trouble has its effect; who leaves comes back to it all."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#scorm12/{LESSON}")
    learner = desk.learner(1)
    learner.answer(1, right=True)
    expect(desk.log).to_contain_text("core.lesson_status incomplete")
    expect(desk.gradebook).to_contain_text("In progress")

    desk.press("Commits fail")
    learner.answer(2, right=True)
    failed = desk.log.locator("[data-tone=wrong]").first
    expect(failed).to_contain_text("Commit")
    expect(failed).to_contain_text("101")
    unsaved = learner.frame.locator("#connection", has_text="not saved yet")
    expect(unsaved).to_be_visible()
    expect(failed).to_be_in_viewport()  # the newest line is in sight
    failed.locator("summary").click()
    expect(failed).to_contain_text('LMSCommit("")')
    expect(desk.tab("Data").locator("[data-kept=no]")).not_to_have_count(0)
    assert not axe_faults(page.main_frame)
    desk.press("Commits fail")
    expect(unsaved).to_be_hidden(timeout=30_000)
    expect(desk.tab("Data").locator("[data-kept=no]")).to_have_count(0)

    desk.tab("Calls")
    desk.press("Offline")
    learner.frame.wait_for_function("navigator.onLine === false")
    desk.press("Offline")
    learner.frame.wait_for_function("navigator.onLine === true")
    desk.press("Slow")
    slow = (
        "() => { const began = performance.now(); parent.API.LMSCommit(''); return performance.now() - began > 1400; }"
    )
    learner.frame.wait_for_function(slow)
    desk.press("Slow")
    desk.press("Leave & come back")
    desk.learner(2).expect_answered(2)
    desk.press("Logged out")
    desk.learner(2).answer(3, right=True)
    expect(desk.log.locator("[data-tone=wrong]").last).to_contain_text("101")
    desk.press("Other device")
    desk.learner(3).expect_answered(2)
    expect(page.get_by_role("button", name="Logged out")).to_have_attribute("aria-pressed", "false")


@pytest.mark.parametrize("format_name", ["scorm12", "scorm2004"])
def test_each_visit_goes_on_where_the_last_one_ended(
    page: Page, preview: Preview, course: Path, format_name: str
) -> None:
    """Whoever does little in a second visit, after much in the first, finds that little in the third."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#{format_name}/{LESSON}")
    for number in (1, 2, 3):
        desk.learner(1).answer(number, right=True)
    desk.press("Leave & come back")
    desk.learner(2).expect_answered(3)
    desk.learner(2).answer(4, right=True)
    desk.press("Leave & come back")
    desk.learner(3).expect_answered(4)


def test_the_panel_stays_put_while_the_package_moves(page: Page, preview: Preview, course: Path) -> None:
    """The end of a quiz scrolls the package alone: the panel is no taller than its window, and nothing moves it."""
    page.set_viewport_size({"width": 1280, "height": 800})
    desk = Desk(page, course)
    page.goto(f"{preview.url}#scorm12/{LESSON}")
    learner = desk.learner(1)
    learner.answer_all(lambda number: number > 1)
    expect(desk.gradebook).to_contain_text("Passed")
    assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")
    learner.frame.evaluate("document.body.lastElementChild.scrollIntoView()")
    expect(page.get_by_role("heading", level=1)).to_be_in_viewport(ratio=1)
    assert page.evaluate("scrollY") == 0


def test_kinds_of_lms_and_kinds_of_learners(page: Page, preview: Preview, course: Path) -> None:
    """Strict limits refuse, Moodle opens what is done in review, and attempts and learners are told apart."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#scorm12/{LESSON}")
    learner = desk.learner(1)
    learner.answer(1, right=True)
    said = "parent.API.LMSSetValue('cmi.suspend_data', 'x'.repeat(5000)) + parent.API.LMSGetLastError()"
    assert learner.frame.evaluate(said) == "true0"
    expect(desk.tab("Warnings")).to_contain_text("A strict LMS refuses this: it must be at most 4,096 characters")
    desk.press("Strict limits")
    learner.frame.wait_for_function(f"() => {said} === 'false405'")
    desk.press("Strict limits")
    desk.tab("Calls")

    desk.press("Moodle-like")
    for number in range(2, len(learner.questions) + 1):
        learner.answer(number, right=True)
    expect(desk.gradebook).to_contain_text("100")
    expect(desk.gradebook).to_contain_text("Passed")
    desk.press("Leave & come back")
    desk.package(2)
    expect(page.get_by_text("review mode", exact=True)).to_be_visible()
    expect(desk.gradebook).to_contain_text("1, opened 2 times")
    desk.press("New attempt")
    desk.learner(3).expect_answered(0)
    expect(desk.gradebook.get_by_role("list", name="Attempts")).to_contain_text("Attempt 2")
    desk.press("New learner")
    desk.learner(4).expect_answered(0)
    expect(desk.gradebook).to_contain_text("Grace Hopper")
    page.get_by_label("Launch mode").select_option("browse")
    desk.package(5)
    expect(page.get_by_text("browse mode", exact=True)).to_be_visible()

    page.get_by_role("button", name="Dark colours for this panel").click()
    assert not axe_faults(page.main_frame)
    for width in (900, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 900})
        assert not overflow_of(page.main_frame)
        assert page.frame_locator("iframe[title^='Player']").locator("iframe").evaluate("() => innerWidth") == 650


@pytest.mark.browser_errors("40[14]|500|ERR_")
def test_xapi_requests_and_troubles(page: Page, preview: Preview, course: Path) -> None:
    """Statements stand in words, a record store that fails is seen by the page, and the grade comes from `scaled`."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#xapi/{LESSON}")
    learner = desk.learner(1)
    for trouble, status in (("Offline", "lost"), ("Commits fail", "500"), ("Logged out", "401")):
        desk.press(trouble)
        learner.frame.evaluate("""() => {
          const query = new URLSearchParams(location.search);
          return fetch(`${query.get("endpoint")}statements`, { method: "POST", body: "{}", headers: {
            "Authorization": query.get("auth"), "X-Experience-API-Version": "1.0.3" } }).catch(() => null);
        }""")
        expect(desk.log.locator("[data-tone=wrong]").last).to_contain_text(status)
        desk.press(trouble)
    learner.answer_all(lambda number: number > 1)
    expect(desk.gradebook).to_contain_text("Passed")
    passed = desk.log.locator(".sentence", has_text="passed")
    expect(passed).to_contain_text("%")
    expect(desk.log).to_contain_text("State scormpack")
    desk.press("Leave & come back")
    expect(desk.package(2).get_by_text("Your best score so far is 90%.")).to_be_visible()
    assert not axe_faults(page.main_frame)
    assert desk.log.locator(".sentence b").evaluate_all(CUT) == [], "verbs are what tells statements apart"
    page.set_viewport_size({"width": 400, "height": 800})
    assert not overflow_of(page.main_frame)


def test_what_is_saved_shows_at_once_and_nothing_is_forgotten(page: Page, preview: Preview, course: Path) -> None:
    """A saved lesson is built and opened anew where the learner was; a mistake is told and the old package stays up."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#scorm12/{LESSON}")
    desk.learner(1).answer(1, right=True)
    file = course / "lessons" / f"{LESSON}.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("title: Every type of question", "titel: Every type"), encoding="utf-8")
    expect(page.get_by_text("in the source.")).to_be_visible(timeout=20_000)
    desk.press("Show where")
    findings = page.get_by_role("tabpanel", name="Source")
    expect(findings).to_contain_text(re.compile(rf"lessons/{LESSON}\.yaml:2:1"))
    assert not axe_faults(page.main_frame)
    desk.package(1)
    file.write_text(text.replace("title: Every type of question", "title: Each type of question"), encoding="utf-8")
    expect(page.get_by_text("in the source.")).to_be_hidden(timeout=20_000)
    learner = desk.learner(2)
    expect(learner.frame.get_by_role("heading", level=1)).to_have_text("Each type of question")
    learner.expect_answered(1)


def test_a_save_opens_the_package_once(page: Page, preview: Preview, course: Path) -> None:
    """What the rules say may come while the package is opened: it is shown, and nobody is thrown back a second time."""
    desk = Desk(page, course)
    page.goto(f"{preview.url}#scorm12/{LESSON}")
    desk.package(1)
    held: list[Route] = []

    def hold(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/api/launch", hold)
    file = course / "lessons" / f"{LESSON}.yaml"
    text = file.read_text(encoding="utf-8")
    with page.expect_request("**/api/launch"):
        file.write_text(text.replace("summary: ", f"summary: {'So it goes on and on. ' * 12}", 1), encoding="utf-8")
    expect(desk.tab("Source")).to_contain_text("a card shows about 200", timeout=20_000)
    page.evaluate(f"fetch('/api/package?key=scorm12%2F{LESSON}').then((answer) => answer.text())")
    held[0].continue_()
    desk.package(2)
    desk.press("New attempt")
    expect(page.locator(".visit", has_text="attempt 2")).to_contain_text("Visit 3:", timeout=20_000)


@pytest.mark.browser_errors("Unsafe attempt to initiate navigation", "400")
def test_strangers_packages_are_played_and_stay_in_their_frame(page: Page, tmp_path: Path) -> None:
    """SCORM 2004 goes from part to part, cmi5 is launched by its rules, and a rude package reaches nothing."""

    def said() -> Locator:
        return page.frame_locator("iframe[title^='Player']").frame_locator("iframe[name=sco]").locator("#said")

    gradebook = page.get_by_role("region", name="Gradebook")
    warnings = page.get_by_role("tabpanel", name=re.compile("Warnings"))
    with running_preview(strange_packages.scorm2004(tmp_path)) as preview:
        page.goto(preview.url)
        expect(said()).to_contain_text("init true, entry ab-initio, next true, mark 0.6")
        expect(said()).to_contain_text("success passed, completion completed")
        page.frame_locator("iframe").frame_locator("iframe").get_by_role("button", name="Next knot").click()
        expect(page.get_by_role("button", name="The reef knot")).to_have_attribute("aria-current", "true")
        expect(said()).to_contain_text("init true, entry ab-initio")
        expect(gradebook).to_contain_text("1 of 2 parts done")
        expect(gradebook).to_contain_text("90")
    with running_preview(strange_packages.rude(tmp_path, SCORM12_MANIFEST)) as preview:
        page.goto(preview.url)
        for words in ("long state true", "error 0", "read-only 403", "panel SecurityError", "top SecurityError"):
            expect(said()).to_contain_text(words)
        page.get_by_role("tab", name=re.compile("Warnings")).click()
        for words in ("../up.html", "two.html, which is not in the zip", "4,096 characters, and has 5,000", "403"):
            expect(warnings).to_contain_text(words)
        expect(page.get_by_role("tab", name=re.compile("Calls"))).to_contain_text("4")  # and none of those it forged
    with running_preview(strange_packages.cmi5(tmp_path)) as preview:
        page.goto(preview.url)
        for words in ("token true, again 1, own twice", "Normal, Passed, 0.6", "preferences 200", "wrong 400", "told"):
            expect(said()).to_contain_text(words)
        expect(gradebook).to_contain_text("80")
        page.get_by_role("tab", name=re.compile("Warnings")).click()
        expect(warnings).to_contain_text("experienced is no verb of cmi5's")
