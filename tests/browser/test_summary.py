"""The summary of results: one page to print; and a course too large to be told lesson by lesson."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from learner import Learner
from lrs import Lrs
from packages import Packages, Serve, build
from playwright.sync_api import Frame, Page, expect
from scorm_host import Host


def pass_all(frame: Frame, packages: Packages) -> None:
    """Finish the small course: two quizzes and a lesson to read."""
    frame.get_by_role("link", name=packages.lesson("every-type").title, exact=True).click()
    Learner(frame, packages.lesson("every-type")).answer_all(lambda _: True)
    frame.get_by_role("link", name="All lessons").click()
    frame.get_by_role("link", name=packages.lesson("at-the-end").title, exact=True).click()
    learner = Learner(frame, packages.lesson("at-the-end"))
    for number in range(1, 5):
        learner.enter(number, right=True)
    learner.quiz.get_by_role("button", name="Finish the quiz").click()
    learner.expect_score(100)
    frame.get_by_role("link", name="All lessons").click()
    expect(frame.get_by_role("link", name="See your summary of results")).to_be_hidden()
    expect(frame.locator("#overall-left")).to_have_text("You pass with 70%. Still to do: 1 lesson to read.")
    frame.get_by_role("link", name=packages.lesson("only-reading").title, exact=True).click()
    frame.get_by_role("button", name="Mark as read").click()
    frame.get_by_role("link", name="All lessons").click()


def test_who_has_passed_prints_a_summary(small: Packages, host: Host, page: Page) -> None:
    """Passed, the learner sees name, result, date and every lesson's score on a page of its own; back leads back."""
    frame = host(small.zip_of("course", "scorm12")).visit(page)
    pass_all(frame, small)
    frame.get_by_role("link", name="See your summary of results").focus()
    page.keyboard.press("Enter")
    expect(frame.get_by_role("heading", level=1, name=small.course.file.title)).to_be_focused()
    summary = frame.locator("main")
    now = datetime.now(UTC)
    for words in (
        "Ada Lovelace",
        "Passed",
        "3 of 3 finished",
        f"{now:%B} {now.day}, {now.year}",
        "not an official certificate",
    ):
        expect(summary).to_contain_text(words)
    rows = frame.get_by_role("row").all_inner_texts()
    assert [row.split("\t")[1:] for row in rows[1:]] == [["Passed", "100%"], ["Passed", "100%"], ["Done", "\u2013"]]
    assert frame.evaluate("location.hash") == "#summary"
    frame.evaluate("history.back()")
    expect(frame.get_by_role("link", name="See your summary of results")).to_be_visible()


@pytest.mark.lrs
@pytest.mark.browser_errors(r"404 \(Not Found\) \(.*/xAPI/activities/state\?")  # nothing kept yet
def test_an_lrs_knows_the_name(small: Packages, serve: Serve, lrs: Lrs, page: Page) -> None:
    """Launched with an actor, the summary has the actor's name; a learner without one gets a line to write on."""
    url = f"{serve(small.zip_of('course', 'xapi'))}/index.html"
    page.goto(f"{url}?{lrs.launch_query(small.course.file.id, 'f0a1b2c3-0000-4000-8000-000000000001')}#summary")
    expect(page.locator(".summary-learner strong")).to_have_text("Ada")
    page.goto(f"{url}#summary")
    page.reload()
    expect(page.locator(".summary-line")).to_be_visible()


@pytest.fixture
def large(tmp_path: Path, serve: Serve, page: Page) -> Page:
    """Return the page of a course of 120 lessons in two modules, which are folded there."""
    (tmp_path / "lessons").mkdir()
    names = [f"l{number}" for number in range(120)]
    for name in names:
        lesson = f"id: {name}\ntitle: About {name}\nsummary: S\nsections: [{{heading: H, body: Text.}}]\n"
        (tmp_path / "lessons" / f"{name}.yaml").write_text(lesson)
    modules = "".join(
        f"  - title: {title}\n    lessons: [{', '.join(half)}]\n"
        for title, half in (("One", names[:60]), ("Two", names[60:]))
    )
    head = "id: https://courses.test/large\ntitle: Large\nlanguage: en\nmodules:\n"
    (tmp_path / "course.yaml").write_text(head + modules)
    page.goto(f"{serve(build(tmp_path, tmp_path / 'dist').zip_of('course', 'scorm12'))}/index.html")
    expect(page.locator("#overall-left")).not_to_be_empty()
    return page


def test_a_large_course_is_summed_up_by_its_modules(large: Page) -> None:
    """Where the lessons would fill sheets, the summary says of each module how many are finished."""
    large.goto(f"{large.url}#/l61")
    large.get_by_role("button", name="Mark as read").click()
    large.goto(f"{large.url.split('#')[0]}#summary")
    expect(large.get_by_role("button", name="Print")).to_be_visible()
    rows = large.get_by_role("row").all_inner_texts()
    assert [row.split("\t") for row in rows] == [
        ["Lessons", "State"],
        ["1\nOne", "0 of 60 finished"],
        ["2\nTwo", "1 of 60 finished"],
    ]


def test_the_focus_is_seen_in_a_folded_module(large: Page) -> None:
    """By keyboard one sees which lesson's row is chosen: what skips rows that are far down cuts no outline off."""
    links = large.locator("#modules h3 a")
    links.first.focus()
    large.keyboard.press("Tab")
    expect(links.nth(1)).to_be_focused()
    row = large.locator("#modules [data-lesson]").nth(1)
    focused = row.screenshot()
    large.keyboard.press("Tab")
    expect(links.nth(2)).to_be_focused()
    assert row.screenshot() != focused


def test_long_numbers_of_lessons_stay_whole(large: Page) -> None:
    """On a phone the number of the hundredth lesson stands in one line."""
    large.set_viewport_size({"width": 320, "height": 640})
    large.get_by_role("searchbox").fill("l119")
    number = large.locator("#results .number").first
    expect(number).to_have_text("120")
    assert number.evaluate(
        "(one) => one.getBoundingClientRect().height < 2 * parseFloat(getComputedStyle(one).fontSize)"
    )


def test_twelve_lessons_fit_one_sheet(example: Packages, serve: Serve, page: Page) -> None:
    """Printed on A4, the summary of twelve lessons is one page, without buttons and links."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html#summary")
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    pdf = page.pdf(format="A4")
    assert pdf.count(b"/Type /Page\n") + pdf.count(b"/Type /Page ") == 1
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
