"""The lesson's page around its quiz: definitions in the text, practice that stays ticked, reading, progress."""

import re
from collections.abc import Callable

import pytest
from axe import axe_faults
from learner import Learner
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from reader import read_to
from scorm_host import Host, leave

LESSON = "prompt-or-fine-tune"
"""Five sections, five key terms, five steps to practise, a quiz."""
NARROW = {"width": 320, "height": 480}


def term(frame: Frame, name: str) -> Locator:
    """Return a key term in the text."""
    return frame.get_by_role("button", name=name, exact=True)


def definition(frame: Frame) -> Locator:
    """Return the definition that is open."""
    return frame.locator(".definition")


def panel(frame: Frame, part: str) -> Locator:
    """Return what the progress panel says of a part: ``read``, ``practice`` or ``quiz``."""
    return frame.locator(f"[data-progress={part}] dd")


def forget(frame: Frame) -> None:
    """Take away all that the package keeps in this browser: as on another device."""
    frame.evaluate(
        "Object.keys(localStorage).filter((key) => key.startsWith('scormpack')).map((key) => delete localStorage[key])"
    )


@pytest.fixture
def lesson(example: Packages, serve: Serve, page: Page) -> Frame:
    """Return the lesson's page, with no LMS around it."""
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    expect(page.locator("#progress-where")).not_to_be_empty()
    return page.main_frame


def test_a_definition_opens_and_closes_by_keyboard(lesson: Frame, page: Page) -> None:
    """Enter and Space open it, the focus goes in, Escape and its button close it, and the focus comes back."""
    retrieval = term(lesson, "retrieval")
    for key in ("Enter", "Space"):
        retrieval.focus()
        page.keyboard.press(key)
        box = lesson.get_by_role("dialog", name="Retrieval")
        expect(box).to_be_focused()
        expect(box).to_contain_text("Looking up passages that suit a question")
        expect(retrieval).to_have_attribute("aria-expanded", "true")
        page.keyboard.press("Escape")
        expect(box).to_be_hidden()
        expect(retrieval).to_be_focused()
        expect(retrieval).to_have_attribute("aria-expanded", "false")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(lesson.get_by_role("button", name="Close")).to_be_focused()
    page.keyboard.press("Enter")
    expect(lesson.get_by_role("dialog", name="Retrieval")).to_be_hidden()
    expect(retrieval).to_be_focused()


def test_a_definition_opens_and_closes_by_touch(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """A tap opens it, within 320 pixels; a tap on the term, beside it, or on another term closes it."""
    page = new_context(viewport=NARROW, has_touch=True).new_page()
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    frame = page.main_frame
    for name in ("prompt", "retrieval", "fine-tuning", "knowledge base", "base model"):
        term(frame, name).tap()
        expect(definition(frame)).to_be_visible()
        place = definition(frame).bounding_box()
        assert place is not None
        assert place["x"] >= 0
        assert place["x"] + place["width"] <= NARROW["width"]
        expect(definition(frame)).to_be_in_viewport(ratio=0.99)
        term(frame, name).tap()
        expect(definition(frame)).to_be_hidden()
    term(frame, "base model").tap()
    expect(definition(frame)).to_contain_text("The ready-made model")
    expect(definition(frame)).to_be_focused()  # open in every respect
    box = definition(frame).bounding_box()
    assert box is not None
    above = box["y"] > NARROW["height"] - box["y"] - box["height"]  # a fixed place could be within the box
    page.touchscreen.tap(10, 10 if above else NARROW["height"] - 10)
    expect(definition(frame)).to_be_hidden()


def test_an_open_definition_has_no_fault_and_turns_with_the_page(lesson: Frame, page: Page) -> None:
    """axe-core finds nothing in light and dark; right to left it ends where the term does."""
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        term(lesson, "prompt").click()
        expect(definition(lesson)).to_be_visible()
        assert axe_faults(lesson) == []
        page.keyboard.press("Escape")
    lesson.evaluate("document.documentElement.dir = 'rtl'")
    term(lesson, "prompt").click()
    box, word = definition(lesson).bounding_box(), term(lesson, "prompt").bounding_box()
    assert box is not None
    assert word is not None
    assert abs(box["x"] + box["width"] - word["x"] - word["width"]) < 2 or box["x"] == 8


def test_each_term_is_marked_once_and_opens_in_a_course_too(example: Packages, serve: Serve, page: Page) -> None:
    """In a course's page, where lessons come and go, the terms of the lesson on show open, and the session goes on."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html#/{LESSON}")
    expect(page.get_by_role("heading", level=1, name=example.lesson(LESSON).title)).to_be_visible()
    assert sorted(page.locator("a.term").evaluate_all("(all) => all.map((one) => one.hash)")) == [
        f"#term-{number}" for number in range(1, 6)
    ]
    term(page.main_frame, "retrieval").click()
    expect(definition(page.main_frame)).to_be_visible()
    assert page.url.endswith(f"#/{LESSON}")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="All lessons").click()
    expect(page.get_by_role("heading", level=1, name=example.course.file.title)).to_be_visible()
    expect(definition(page.main_frame)).to_have_count(0)


def test_without_scripts_terms_lead_to_the_list(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """Scripts off: a term is a link to its entry; nothing is shown that would not be true."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    page.get_by_role("link", name="retrieval", exact=True).click()
    assert page.url.endswith("#term-2")
    expect(page.locator("#term-2")).to_be_in_viewport()
    for hidden in ("#progress", "#standing", "#practice-count"):
        expect(page.locator(hidden)).to_be_hidden()


def test_on_paper_terms_are_text(lesson: Frame, page: Page) -> None:
    """Printed, a term is plain text, and progress is not there."""
    page.emulate_media(media="print")
    for hidden in ("#progress", "#standing", "#practice-count"):
        expect(lesson.locator(hidden)).to_be_hidden()
    assert lesson.locator("a.term").first.evaluate("(one) => getComputedStyle(one).textDecorationLine") == "none"


def test_ticks_are_counted_and_stay(lesson: Frame, page: Page) -> None:
    """The count below the steps and in the panel follows every tick, over a reload too; all ticked is said."""
    steps = lesson.locator("#practice").get_by_role("checkbox")
    count = lesson.locator("#practice-count")
    steps.nth(0).check()
    steps.nth(3).check()
    expect(count).to_have_text("2 of 5 done")
    expect(count).to_have_role("status")
    expect(panel(lesson, "practice")).to_have_text("2 of 5 done")
    steps.nth(3).uncheck()
    expect(count).to_have_text("1 of 5 done")
    page.wait_for_timeout(1200)  # ticks in a row are saved together
    page.reload()
    expect(steps.nth(0)).to_be_checked()
    expect(steps.nth(3)).not_to_be_checked()
    for step in steps.all():
        step.check()
    expect(count).to_have_text("All 5 done. Well done.")


def test_ticks_of_one_lesson_outlive_the_finish_of_another(example: Packages, host: Host, page: Page) -> None:
    """In a course: ticked in one lesson, another finished, left; on another device the ticks are there."""
    lms = host(example.zip_of("course", "scorm12"))
    first, second = example.course.order[3:5]
    frame = lms.visit(page, launch=f"package/index.html#/{first}")
    frame.locator("#practice").get_by_role("checkbox").nth(1).check()
    frame.get_by_role("link", name=re.compile("^Next")).click()
    Learner(frame, example.lesson(second)).answer_all(lambda _: True)
    leave(page)
    forget(page.main_frame)
    frame = lms.visit(page, launch=f"package/index.html#/{first}")
    expect(frame.locator("#practice-count")).to_have_text("1 of 5 done")
    expect(frame.locator("#practice").get_by_role("checkbox").nth(1)).to_be_checked()


def test_the_reading_goes_on_where_it_stopped_on_another_device(example: Packages, host: Host, page: Page) -> None:
    """The next visit offers the section where the learner stopped; nothing moves before they take the offer."""
    lms = host(example.zip_of(LESSON, "scorm12"))
    heading = example.lesson(LESSON).sections[2].heading
    frame = lms.visit(page)
    commits = len(lms.calls().named("LMSCommit"))
    read_to(frame, 3)
    assert len(lms.calls().named("LMSCommit")) == commits  # scrolling alone commits nothing
    leave(page)
    forget(page.main_frame)
    frame = lms.visit(page)
    standing = frame.locator("#standing")
    expect(standing).to_have_text(re.compile(f"Go on where you stopped\\s+{re.escape(heading)}"))
    assert frame.evaluate("scrollY") == 0
    standing.click()
    expect(frame.get_by_role("heading", name=heading)).to_be_in_viewport()
    expect(standing).to_contain_text("Your progress")
    assert len(lms.store()["cmi.suspend_data"]) <= 200


def test_an_offer_not_taken_is_made_again(example: Packages, host: Host, page: Page) -> None:
    """Who looks at the beginning and leaves finds the same place offered; in a course it is each lesson's own."""
    lms = host(example.zip_of("course", "scorm12"))
    other = example.course.order[0]
    frame = lms.visit(page, launch=f"package/index.html#/{LESSON}")
    expect(frame.locator("#progress-where")).not_to_be_empty()
    read_to(frame, 4)
    frame.get_by_role("link", name="All lessons").click()
    frame.get_by_role("link", name=example.lesson(other).title, exact=True).click()
    expect(frame.locator("#standing")).to_contain_text("Your progress")
    leave(page)
    for _ in range(2):
        frame = lms.visit(page, launch=f"package/index.html#/{LESSON}")
        expect(frame.locator("#standing")).to_contain_text(example.lesson(LESSON).sections[3].heading)
        frame.evaluate("scrollTo(0, 300)")
        leave(page)
    frame = lms.visit(page, launch=f"package/index.html#/{LESSON}")
    frame.locator("#standing").click()
    assert frame.evaluate("location.hash") == f"#/{LESSON}/section-4"
    expect(frame.get_by_role("heading", name=example.lesson(LESSON).sections[3].heading)).to_be_in_viewport()


def test_sections_are_read_when_their_ends_were_in_view(lesson: Frame) -> None:
    """Ends that only fly past are not read; those that stay a second are, and the contents tick them."""
    expect(panel(lesson, "read")).to_have_text("0 of 5 sections read")
    for section in range(2, 6):
        read_to(lesson, section)
    lesson.evaluate("scrollTo({ top: 0, behavior: 'instant' })")
    lesson.wait_for_timeout(1500)
    expect(panel(lesson, "read")).to_have_text("0 of 5 sections read")
    for place in (*(f"section-{number}" for number in range(2, 6)), "key-terms"):
        read_to(lesson, place)
        lesson.wait_for_timeout(1300)
    expect(panel(lesson, "read")).to_have_text("5 of 5 sections read")
    expect(lesson.locator(".contents .is-read")).to_have_count(5)


def test_who_jumps_to_the_quiz_has_read(lesson: Frame, page: Page) -> None:
    """With the keyboard or a screen reader nothing need be scrolled past: the focus in the quiz is enough."""
    lesson.locator("#quiz input").first.focus()
    expect(panel(lesson, "read")).to_have_text("5 of 5 sections read")
    page.reload()
    expect(panel(lesson, "read")).to_have_text("5 of 5 sections read")


def test_the_panel_follows_the_quiz(example: Packages, host: Host, page: Page) -> None:
    """Not started, under way, passed; and where it is saved, in the LMS's visits, in review, and when it is refused."""
    lms = host(example.zip_of(LESSON, "scorm12"))
    frame = lms.visit(page)
    learner = Learner(frame, example.lesson(LESSON))
    where = frame.locator("#progress-where")
    expect(panel(frame, "quiz")).to_have_text("Not started")
    expect(where).to_have_text("Your progress is saved to your LMS.")
    learner.answer(1, right=True)
    expect(panel(frame, "quiz")).to_have_text(f"1 of {len(learner.questions)} answered")
    for number in range(2, len(learner.questions) + 1):
        learner.answer(number, right=True)
    expect(panel(frame, "quiz")).to_have_text("Passed, best score 100%")
    expect(frame.locator("#standing")).to_contain_text("Passed, best score 100%")
    leave(page)
    frame = lms.visit(page, mode="review")
    expect(frame.locator("#progress-where")).to_contain_text("nothing is saved")
    expect(panel(frame, "quiz")).to_have_text("Passed, best score 100%")


def test_a_lesson_without_a_quiz_says_read(small: Packages, serve: Serve, page: Page) -> None:
    """Short enough to be seen at once, it is read after a second; done it is when the learner says so."""
    page.goto(f"{serve(small.zip_of('only-reading', 'scorm12'))}/index.html")
    sections = len(small.lesson("only-reading").sections)
    expect(panel(page.main_frame, "read")).to_contain_text(f"{sections} of {sections} section")
    expect(page.get_by_role("button", name="Mark as read")).to_be_visible()
    expect(panel(page.main_frame, "quiz")).to_have_count(0)


@pytest.mark.browser_errors("Failed to load resource", "ERR_", "no reader")
def test_without_its_script_nothing_untrue_is_shown(example: Packages, serve: Serve, page: Page) -> None:
    """Where the reader's own script is lost on the way, terms lead to the list, and no progress is claimed."""
    page.route("**/assets/reader-*.js", lambda route: route.abort())
    page.goto(f"{serve(example.zip_of(LESSON, 'scorm12'))}/index.html")
    expect(page.locator("#progress")).to_be_hidden()
    expect(page.locator("#standing")).to_be_hidden()
    page.get_by_role("link", name="retrieval", exact=True).click()
    assert page.url.endswith("#term-2")
    expect(page.locator("#practice-count")).to_be_hidden()
