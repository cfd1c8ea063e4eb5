"""The course page as learners use it: search, filters, and what is kept."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from axe import axe_faults
from packages import Packages, Serve
from playwright.sync_api import BrowserContext, Page, Route, expect


@pytest.fixture
def home(example: Packages, serve: Serve, page: Page) -> Page:
    """Return the example course's page, served, with its search ready."""
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html")
    page.wait_for_function("globalThis.scormpackAddons?.search !== undefined")
    return page


def found(page: Page) -> list[str]:
    """Return the titles of the lessons found."""
    return page.locator("#results h3").all_inner_texts()


def all_found(page: Page, words: str) -> list[str]:
    """Search for ``words``; return the titles of all lessons found, once all are drawn."""
    page.locator("#find").fill(words)
    said = page.locator("#found").inner_text()
    expect(page.locator("#results h3")).to_have_count(int(said.split()[0]) if said[0].isdigit() else 0)
    return found(page)


def test_search_answers_as_one_types(home: Page) -> None:
    """Titles first, words marked, text hits say so, mistakes are mended; Escape shows all lessons again."""
    box = home.get_by_role("searchbox", name="Search the lessons")
    box.press_sequentially("fine tun")
    expect(home.locator("#results h3").first).to_have_text("Prompt, retrieve or fine-tune?")
    assert home.locator("#results mark").all_inner_texts()[:2] == ["fine", "tune"]
    expect(home.locator("#modules")).to_be_hidden()
    box.fill("triage")
    expect(home.get_by_text("Found in the key terms")).to_be_visible()
    box.fill("triaeg")
    expect(home.locator("#found")).to_have_text("Nothing has “triaeg”; searched for “triage”. 1 lesson found")
    box.fill("harbour")
    expect(home.get_by_text("Found in the text").first).to_be_visible()
    box.fill("xylophone")
    expect(home.get_by_role("status").filter(has_text="No lesson found.")).to_be_attached()
    box.press("Escape")
    expect(home.locator("#modules")).to_be_visible()
    expect(home.locator("#results")).to_be_hidden()


def test_a_plural_finds_the_singular(home: Page, example: Packages) -> None:
    """Who searches for “prompts” finds lessons that say “prompt” alone, marked, the one named after it first."""
    home.get_by_role("searchbox").fill("prompts")
    expect(home.locator("#results h3").first).to_have_text(example.lesson("prompt-or-fine-tune").title)
    assert home.locator("#results mark").first.inner_text() == "Prompt"
    count = home.locator("#results h3").count()
    home.get_by_role("searchbox").fill("prompt")
    expect(home.locator("#results h3")).to_have_count(count)


def test_the_list_goes_at_once_and_comes_back(home: Page) -> None:
    """With the first letter the list of lessons takes no room and is told to nobody; without one it is there again."""
    type_into = """(text) => {
          const [box, modules] = [document.querySelector("#find"), document.querySelector("#modules")];
          box.value = text;
          box.dispatchEvent(new InputEvent("input", { bubbles: true }));
          const link = modules.querySelector("h3 a");
          link.focus();
          const reached = document.activeElement === link;
          return [modules.offsetHeight > 0, link.checkVisibility({ contentVisibilityAuto: true }), reached];
        }"""
    assert home.evaluate(type_into, "m") == [False, False, False]
    assert home.evaluate(type_into, "") == [True, True, True]


def test_a_browser_that_cannot_skip_content_takes_the_list_down(home: Page) -> None:
    """Where ``content-visibility`` is unknown, the style sheet takes the list away in the older way."""
    rules = home.evaluate(
        """() => {
          const all = (rules) => [...rules].flatMap((rule) => [rule, ...all(rule.cssRules ?? [])]);
          return all([...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]))
            .filter((rule) => rule.conditionText?.startsWith("not (content-visibility")).map((rule) => rule.cssText);
        }"""
    )
    assert len(rules) == 1
    assert "#modules.is-away { display: none; }" in rules[0]


def test_a_print_in_the_middle_of_a_search_has_all_lessons(home: Page) -> None:
    """Printed while something is searched for, the course page is its list of lessons."""
    home.locator("#find").fill("model")
    expect(home.locator("#results h3")).not_to_have_count(0)
    home.emulate_media(media="print")
    assert home.locator("#modules").evaluate("(modules) => modules.offsetHeight") > 0
    shown = "(link) => link.checkVisibility({ contentVisibilityAuto: true })"
    assert home.locator("#modules h3 a").first.evaluate(shown)
    expect(home.locator("#results")).to_be_hidden()


def test_lessons_that_are_found_again_keep_their_cards(home: Page) -> None:
    """From key to key a card stays, its marks follow what is typed, and the order is that of the search."""
    cards, marks = home.locator("#results [data-lesson]"), home.locator("#results mark")
    order = all_found(home, "prompt")
    expect(marks.first).to_have_text("Prompt")
    narrower = all_found(home, "prompt brief")
    assert 0 < len(narrower) < len(order)
    assert {mark.lower() for mark in marks.all_inner_texts()} >= {"prompt", "brief"}
    assert all_found(home, "prompt") == order
    assert "brief" not in {mark.lower() for mark in marks.all_inner_texts()}
    cards.first.evaluate("(card) => { card.kept = true; }")
    all_found(home, "promp")
    assert all_found(home, "prompt") == order
    assert cards.first.evaluate("(card) => card.kept") is True
    home.locator("#find").fill("")
    home.get_by_label("Track").select_option(index=1)
    expect(cards).not_to_have_count(0)
    expect(home.locator("#results :is(mark, .found-where)")).to_have_count(0)


def test_no_answer_is_found(home: Page, example: Packages) -> None:
    """What only a quiz says is in no index: a search does not give answers away."""
    words = home.evaluate("globalThis.scormpackAddons.search.words")
    quiz_only = "enrolment"
    assert quiz_only in example.lesson("check-the-facts").model_dump_json().lower()
    home.locator("#find").fill(quiz_only)
    expect(home.locator("#found")).to_contain_text("No lesson found.")
    assert words.startswith("A")


def test_filters_are_counted_combined_and_cleared(home: Page, example: Packages) -> None:
    """Each option says how many lessons it leaves, with the search and the other filter; one button clears all."""
    lessons = example.course.lessons.values()
    track = next(lesson.track for lesson in lessons if lesson.track != example.lesson(example.course.order[0]).track)
    of_track = [lesson for lesson in lessons if lesson.track == track]
    tracks, categories = home.get_by_label("Track"), home.get_by_label("Category")
    tracks.select_option(label=f"{track} ({len(of_track)})")
    expect(home.locator("#found")).to_contain_text(f"{len(of_track)} lesson")
    expect(home.locator("#results h3")).to_have_text([lesson.title for lesson in of_track])
    category = of_track[0].category
    both = [lesson for lesson in of_track if lesson.category == category]
    categories.select_option(label=f"{category} ({len(both)})")
    expect(home.locator("#results h3")).to_have_text([lesson.title for lesson in both])
    home.get_by_role("button", name="Clear search and filters").click()
    expect(home.locator("#modules")).to_be_visible()
    assert tracks.input_value() == categories.input_value() == ""
    expect(home.get_by_role("searchbox")).to_be_focused()


def test_a_learner_is_led_to_the_first_lesson_and_on(home: Page, example: Packages) -> None:
    """Before anything was opened a button starts with the first lesson; afterwards it goes on."""
    onward = home.locator("#continue")
    expect(onward).to_have_text(f"Start: {example.lesson(example.course.order[0]).title}")
    onward.click()
    home.get_by_role("link", name="All lessons").click()
    expect(onward).to_have_text(f"Continue: {example.lesson(example.course.order[0]).title}")


def test_on_a_phone_the_lessons_found_come_into_view(home: Page) -> None:
    """Whoever types in the search sees what it finds, though much stands above it."""
    home.set_viewport_size({"width": 367, "height": 640})
    home.locator("#find").press_sequentially("retrieval")
    expect(home.locator("#results h3").first).to_be_in_viewport(ratio=1)
    expect(home.locator("#find")).to_be_in_viewport(ratio=1)


def test_by_keyboard_to_a_lesson_and_back(home: Page) -> None:
    """Enter goes from the box to the first result and into the lesson; going back finds search, results and place."""
    home.get_by_role("searchbox").focus()
    home.keyboard.type("source")
    expect(home.locator("#results h3")).not_to_have_count(0)
    home.keyboard.press("Enter")
    first = home.locator("#results h3 a").first
    expect(first).to_be_focused()
    title = first.inner_text()
    home.keyboard.press("Enter")
    expect(home.get_by_role("heading", level=1, name=title)).to_be_focused()
    home.go_back()
    expect(home.get_by_role("searchbox")).to_have_value("source")
    expect(home.locator("#results [data-lesson]").first.locator(".lesson-state")).to_have_text("Started")


def test_a_reload_finds_the_search_again(home: Page, context: BrowserContext) -> None:
    """Words and filters outlive a reload of this tab; another tab begins without them."""
    home.get_by_label("Track").select_option(index=1)
    home.get_by_role("searchbox").fill("model")
    expect(home.locator("#found")).to_contain_text("found")
    count = int(home.locator("#found").inner_text().split()[0])
    expect(home.locator("#results h3")).to_have_count(count)
    shown = found(home)
    home.reload()
    expect(home.get_by_role("searchbox")).to_have_value("model")
    expect(home.locator("#results h3")).to_have_text(shown)
    other = context.new_page()
    other.goto(home.url)
    expect(other.get_by_role("searchbox")).to_have_value("")


def test_it_works_from_a_folder(example: Packages, unzip: Callable[[Path], Path], page: Page) -> None:
    """From file:// search and filters work, a lesson is a plain link, and the way back finds the search again."""
    page.goto((unzip(example.zip_of("course", "scorm12")) / "index.html").as_uri())
    page.get_by_role("searchbox").fill("triage")
    page.locator("#results h3 a").first.click()
    page.wait_for_url("**/lessons/check-the-facts.html")
    page.get_by_role("link", name="All lessons").click()
    expect(page.get_by_role("searchbox")).to_have_value("triage")
    expect(page.locator("#results h3")).to_have_count(1)
    page.goto(f"{page.url}#summary")
    page.reload()
    expect(page.get_by_role("heading", level=1)).to_have_text(example.course.file.title)
    expect(page.get_by_text("It is not an official certificate.")).to_be_visible()


def test_without_scripts_the_list_is_left(
    example: Packages, serve: Serve, new_context: Callable[..., BrowserContext]
) -> None:
    """With scripts off every lesson is a link, and nothing is there that would not work."""
    page = new_context(java_script_enabled=False).new_page()
    page.goto(f"{serve(example.zip_of('course', 'scorm12'))}/index.html")
    expect(page.locator("#modules h3 a")).to_have_count(12)
    for place in ("#finder", ".overall"):
        expect(page.locator(place)).to_be_hidden()


@pytest.mark.browser_errors("Failed to load resource", "ERR_", "no course page")
def test_a_lost_course_script_is_asked_for_again(example: Packages, serve: Serve, page: Page) -> None:
    """Lost once, the course page's script is loaded again; lost for good, the page says so and offers another try."""
    url = f"{serve(example.zip_of('course', 'scorm12'))}/index.html"
    lost: list[Route] = []

    def lose_once(route: Route) -> None:
        lost.append(route)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/assets/course-*.js", lose_once)
    page.goto(url)
    expect(page.get_by_text("0 of 12 lessons finished.")).to_be_visible()
    expect(page.locator(".lesson-state").first).to_have_text("Not started")
    page.route("**/assets/course-*.js", lambda route: route.abort())
    page.goto(url)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_narrow_page_holds_all(home: Page, direction: str) -> None:
    """At 320 pixels nothing is cut or scrolls sideways: search, results and summary, in either direction."""
    home.set_viewport_size({"width": 320, "height": 640})
    home.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
    home.locator("#find").fill("model")
    expect(home.locator("#results h3")).not_to_have_count(0)
    wide = """() => [...document.querySelectorAll("main *")].map((one) => one.getBoundingClientRect())
        .filter((box) => box.right > 321 || box.left < -1).length"""
    assert home.evaluate("document.documentElement.scrollWidth") == 320
    assert home.evaluate(wide) == 0
    home.evaluate("location.hash = '#summary'")
    expect(home.get_by_role("button", name="Print")).to_be_visible()
    home.evaluate("(direction) => { document.documentElement.dir = direction; }", direction)
    assert home.evaluate("document.documentElement.scrollWidth") == 320
    assert home.evaluate(wide) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(home: Page, scheme: Literal["light", "dark"]) -> None:
    """With results, with a filter, without any result, and on the summary: nothing against WCAG 2.2 AA."""
    home.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    home.locator("#find").fill("model")
    home.get_by_label("Track").select_option(index=1)
    expect(home.locator("#results h3")).not_to_have_count(0)
    faults = axe_faults(home.main_frame)
    home.locator("#find").fill("xylophone")
    expect(home.locator("#found")).to_contain_text("No lesson found.")
    faults += axe_faults(home.main_frame)
    home.evaluate("location.hash = '#summary'")
    expect(home.get_by_role("button", name="Print")).to_be_visible()
    assert faults + axe_faults(home.main_frame) == []
