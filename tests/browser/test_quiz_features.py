"""What a quiz can do beyond asking questions: draws, a time limit, review, practice; each as a learner meets it."""

import re
from pathlib import Path

import pytest
from packages import Packages, build
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from scorm_host import Host, ScormHost, leave

MINUTE = 60_000
COURSE = Path(__file__).parents[1] / "courses" / "quiz-features"
ANSWERS = {
    "Mercury has a moon.": "False",
    "Venus turns the other way round.": "True",
    "The Earth is nearest to the Sun in July.": "False",
    "Mars has two moons.": "True",
    "Jupiter is the largest planet.": "True",
    "Saturn is the only planet with rings.": "False",
    "Uranus lies on its side.": "True",
    "Neptune was found by calculation.": "True",
}
OTHER = {"True": "False", "False": "True"}


@pytest.fixture(scope="session")
def quizzes(tmp_path_factory: pytest.TempPathFactory) -> Packages:
    """Return the packages of three quizzes: one that draws, one with time and more, one with a minute and no more."""
    return build(COURSE, tmp_path_factory.mktemp("quizzes"))


@pytest.fixture
def clock(context: BrowserContext) -> BrowserContext:
    """Return the learner's profile with a clock that the test turns."""
    context.clock.install()
    return context


def turn(clock: BrowserContext, milliseconds: int) -> None:
    """Let time go by in all pages."""
    clock.clock.run_for(milliseconds)


def visit(host: ScormHost, page: Page, clock: BrowserContext) -> Frame:
    """Open the package in the LMS; its start takes a moment of the turned clock."""
    frame = host.visit(page)
    turn(clock, 3000)
    return frame


def cards(frame: Frame) -> Locator:
    """Return the questions on show."""
    return frame.locator(".question")


def prompts(frame: Frame) -> list[str]:
    """Return the prompts on show, in their order."""
    expect(cards(frame).first).to_be_visible()
    return [card.get_by_role("group").locator(".prompt").inner_text() for card in cards(frame).all()]


def answer(frame: Frame, prompt: str, *, right: bool = True) -> None:
    """Answer one of the planets' questions and check it."""
    card = cards(frame).filter(has_text=prompt)
    said = ANSWERS[prompt] if right else OTHER[ANSWERS[prompt]]
    card.get_by_label(said, exact=True).check()
    card.get_by_role("button", name="Check answer").click()
    expect(card.locator(".feedback")).to_be_visible()


def result(frame: Frame) -> Locator:
    """Return the panel of the result."""
    return frame.get_by_role("region", name="Your result")


def start(frame: Frame, name: str = "Start the quiz") -> None:
    """Press the button before the questions."""
    frame.get_by_role("button", name=name).click()


def test_a_draw_asks_some_of_the_bank_and_stays_put(quizzes: Packages, host: Host, page: Page) -> None:
    """Three of eight are asked, with the lesson's own ids in the LMS; after leaving in the middle they are the same."""
    lms = host(quizzes.zip_of("drawn", "scorm12"))
    frame = lms.visit(page)
    drawn = prompts(frame)
    assert len(set(drawn) & set(ANSWERS)) == len(drawn) == 3
    answer(frame, drawn[1])
    leave(page)
    frame = lms.visit(page)
    assert prompts(frame) == drawn
    expect(cards(frame).nth(1).locator(".feedback")).to_be_visible()
    for prompt in (drawn[0], drawn[2]):
        answer(frame, prompt)
    expect(result(frame)).to_contain_text("You scored 100%.")
    ids = [one["id"] for one in lms.interactions()]
    bank = {question.id for question in quizzes.course.banks["planets"].questions}
    assert len(ids) == 3
    assert {name.removeprefix("drawn.") for name in ids} < bank


def test_the_next_attempt_draws_anew(quizzes: Packages, host: Host, page: Page) -> None:
    """A new attempt has other questions, and the best one stays."""
    lms = host(quizzes.zip_of("drawn", "scorm12"))
    frame = lms.visit(page)
    first = prompts(frame)
    for prompt in first:
        answer(frame, prompt)
    result(frame).get_by_role("button", name="Try again").click()
    expect(cards(frame).locator(".feedback")).to_have_count(0)
    second = prompts(frame)
    assert set(second) != set(first)
    for prompt in second:
        answer(frame, prompt, right=False)
    expect(result(frame)).to_contain_text("You scored 0%.")
    expect(result(frame)).to_contain_text("Your best score so far is 100%.")
    leave(page)
    assert lms.store()["cmi.core.score.raw"] == "100"


def test_the_answers_can_be_looked_at_on_a_later_visit(quizzes: Packages, host: Host, page: Page) -> None:
    """Each question with the learner's answer, the right one and the explanation, from the result's overview."""
    lms = host(quizzes.zip_of("drawn", "scorm12"))
    frame = lms.visit(page)
    drawn = prompts(frame)
    answer(frame, drawn[0])
    answer(frame, drawn[1], right=False)
    answer(frame, drawn[2])
    expect(result(frame)).to_contain_text("Question 2: Not right")
    leave(page)
    frame = lms.visit(page)
    expect(result(frame)).to_contain_text("Your best score so far is 67%.")
    review = frame.get_by_role("region", name="Your answers in your last attempt")
    assert prompts(frame) == drawn
    wrong = review.locator(".question").nth(1)
    expect(wrong).to_contain_text("Not right")
    expect(wrong).to_contain_text(f"Right answer: {ANSWERS[drawn[1]]}")
    expect(wrong.locator(".explanation")).to_be_visible()
    expect(wrong.get_by_label(OTHER[ANSWERS[drawn[1]]], exact=True)).to_be_checked()
    expect(wrong.get_by_label("True", exact=True)).to_be_disabled()
    result(frame).get_by_role("link", name="Question 2: Not right").click()
    expect(wrong).to_be_in_viewport()


def test_practice_of_what_was_missed_tells_the_lms_nothing(quizzes: Packages, host: Host, page: Page) -> None:
    """Only the missed questions come again; whatever is answered, result, score and interactions stay."""
    lms = host(quizzes.zip_of("drawn", "scorm12"))
    frame = lms.visit(page)
    drawn = prompts(frame)
    answer(frame, drawn[0])
    for prompt in drawn[1:]:
        answer(frame, prompt, right=False)
    expect(frame.get_by_text("Your result is saved to your LMS.")).to_be_visible()
    before, calls = dict(lms.store()), len(lms.calls())
    result(frame).get_by_role("button", name="Practise the ones you missed").click()
    practice = frame.get_by_role("region", name="Practice")
    expect(practice).to_contain_text("Nothing here is scored, saved or reported")
    expect(practice.get_by_role("heading", name="Practice")).to_be_focused()
    assert prompts(frame) == drawn[1:]
    answer(frame, drawn[1])
    answer(frame, drawn[2], right=False)
    expect(practice).to_contain_text("You practised all 2 questions: 1 right.")
    practice.get_by_role("button", name="Practise again what is still wrong").click()
    assert prompts(frame) == drawn[2:]
    answer(frame, drawn[2])
    frame.get_by_role("button", name="Back to your result").click()
    expect(result(frame)).to_contain_text("You scored 33%.")
    expect(result(frame)).to_contain_text("You have 2 attempts left.")
    assert prompts(frame) == drawn
    assert (dict(lms.store()), len(lms.calls())) == (before, calls)


def test_finishing_names_what_is_not_answered(quizzes: Packages, host: Host, page: Page) -> None:
    """The dialog links each open question; going there finishes nothing."""
    frame = host(quizzes.zip_of("drawn", "scorm12")).visit(page)
    drawn = prompts(frame)
    answer(frame, drawn[0])
    frame.get_by_role("button", name="Finish now").click()
    dialog = frame.get_by_role("dialog")
    links = dialog.get_by_role("link")
    expect(links).to_have_text([f"Question 2: {drawn[1]}", f"Question 3: {drawn[2]}"])
    links.nth(1).click()
    expect(dialog).to_have_count(0)
    expect(cards(frame).nth(2)).to_be_focused()
    expect(result(frame)).to_have_count(0)


def test_time_starts_with_the_learner(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """The rules come first, and however long they are read, the whole time is left."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    panel = frame.get_by_role("region", name="Before you start")
    expect(panel.get_by_role("listitem")).to_have_text(
        [
            "4 questions.",
            "You pass with 70%.",
            "This is attempt 1 of 3.",
            "You see which answers are right when you have finished.",
            "You have 10 minutes from when you press “Start the quiz”.",
            "Your answers are kept as you go. If you close this page, the clock stops until you come back.",
            "You can ask for more time when it runs short.",
        ]
    )
    expect(cards(frame)).to_have_count(0)
    turn(clock, 30 * MINUTE)
    start(frame)
    expect(frame.locator(".time-left")).to_have_text("10 minutes left")
    turn(clock, 61_000)
    expect(frame.locator(".time-left")).to_have_text("9 minutes left")


def test_when_the_time_is_over_what_is_answered_counts(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """Also what was only just entered; the quiz is finished, says why, and the LMS has the score."""
    lms = host(quizzes.zip_of("timed", "scorm12"))
    frame = visit(lms, page, clock)
    start(frame)
    frame.get_by_label("True", exact=True).check()
    turn(clock, 9 * MINUTE)
    expect(frame.get_by_role("dialog")).to_contain_text("1 minute left")
    frame.get_by_role("button", name="Go on without").click()
    frame.get_by_role("textbox").first.fill("Tuesday")
    turn(clock, MINUTE)
    expect(result(frame)).to_contain_text("The time is over.")
    expect(result(frame)).to_contain_text("You scored 50%.")
    expect(result(frame).get_by_role("heading")).to_be_focused()
    turn(clock, 3000)
    assert lms.store()["cmi.core.score.raw"] == "50"


def test_a_warning_left_open_does_not_stop_the_clock(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """Who does not answer it has the quiz finished in time, and no dialog in the way."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 10 * MINUTE)
    expect(result(frame)).to_contain_text("You scored 0%.")
    expect(frame.get_by_role("dialog")).to_have_count(0)


def test_more_time_can_be_had_ten_times(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """Each request gives three minutes, warned of a minute before they end (WCAG 2.2, 2.2.1)."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 6 * MINUTE)
    for _ in range(10):
        turn(clock, 3 * MINUTE)
        dialog = frame.get_by_role("dialog", name="1 minute left")
        expect(dialog.get_by_role("heading")).to_be_focused()  # a key pressed just now chooses nothing
        dialog.get_by_role("button", name="I need more time").click()
        expect(frame.locator(".time-left")).to_have_text("4 minutes left")
    expect(result(frame)).to_have_count(0)


def test_time_is_not_counted_while_the_page_is_closed(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """The learner comes back to the time that was left, and to the answers given; not a second more."""
    lms = host(quizzes.zip_of("timed", "scorm12"))
    frame = visit(lms, page, clock)
    start(frame)
    frame.get_by_label("True", exact=True).check()
    turn(clock, 4 * MINUTE + 30_000)
    leave(page)
    turn(clock, 60 * MINUTE)
    frame = visit(lms, page, clock)
    panel = frame.get_by_role("region", name="Go on with the quiz")
    expect(panel).to_contain_text("1 of 4 answered")
    expect(panel).to_contain_text("6 minutes left")
    turn(clock, 60 * MINUTE)
    start(frame, "Go on")
    expect(frame.get_by_label("True", exact=True)).to_be_checked()
    turn(clock, 5 * MINUTE + 20_000)
    expect(frame.locator(".time-left")).to_have_text("10 seconds left")
    expect(result(frame)).to_have_count(0)
    turn(clock, 15_000)
    expect(result(frame)).to_contain_text("You scored 25%.")


def test_time_is_not_counted_in_the_back_forward_cache(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """A page that comes back from it shows the time that was left, and the learner starts the clock again."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 2 * MINUTE)
    frame.evaluate("window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")
    turn(clock, 60 * MINUTE)
    expect(frame.get_by_role("region", name="Go on with the quiz")).to_contain_text("8 minutes left")
    start(frame, "Go on")
    expect(frame.locator(".time-left")).to_have_text("8 minutes left")


def test_a_new_attempt_has_the_whole_time(quizzes: Packages, host: Host, page: Page, clock: BrowserContext) -> None:
    """And begins with its rules again."""
    frame = visit(host(quizzes.zip_of("timed", "scorm12")), page, clock)
    start(frame)
    turn(clock, 10 * MINUTE)
    result(frame).get_by_role("button", name="Try again").click()
    expect(frame.get_by_role("region", name="Before you start")).to_contain_text("This is attempt 2 of 3.")
    expect(frame.get_by_role("heading", name="Before you start")).to_be_focused()
    start(frame)
    expect(frame.locator(".time-left")).to_have_text("10 minutes left")


def test_a_strict_limit_gives_no_more_and_says_so_before(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext
) -> None:
    """No dialog, no button; where the author gives no feedback, the score stands alone, then and later."""
    lms = host(quizzes.zip_of("strict", "scorm12"))
    frame = visit(lms, page, clock)
    expect(frame.get_by_role("region", name="Before you start")).to_contain_text("The time cannot be extended.")
    start(frame)
    cards(frame).first.get_by_label("True", exact=True).check()
    turn(clock, 31_000)
    expect(frame.get_by_role("dialog")).to_have_count(0)
    expect(frame.get_by_role("button", name="I need more time")).to_have_count(0)
    turn(clock, 30_000)
    for _ in range(2):
        expect(result(frame)).to_contain_text(re.compile("50%"))
        expect(result(frame)).to_contain_text("You have no attempts left.")
        expect(cards(frame)).to_have_count(0)
        expect(result(frame).get_by_role("link")).to_have_count(0)
        expect(result(frame).get_by_role("button")).to_have_count(0)
        turn(clock, 3000)
        leave(page)
        frame = visit(lms, page, clock)


@pytest.mark.parametrize("width", [320, 367])
def test_nothing_is_wider_than_a_phone(
    quizzes: Packages, host: Host, page: Page, clock: BrowserContext, width: int
) -> None:
    """Start, clock, warning, confirmation, result and practice fit (WCAG 2.2, 1.4.10)."""
    page.set_viewport_size({"width": width, "height": 700})
    lms = host(quizzes.zip_of("timed", "scorm12"))
    page.goto(lms.player())
    page.add_style_tag(content="body { margin: 0 } iframe { border: 0; width: 100vw }")
    turn(clock, 3000)
    frame = page.frame(name="sco")
    assert frame is not None

    def fits() -> bool:
        return bool(frame.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))

    assert fits()
    start(frame)
    assert fits()
    turn(clock, 9 * MINUTE)
    expect(frame.get_by_role("dialog")).to_be_visible()
    assert fits()
    frame.get_by_role("button", name="Go on without").click()
    frame.get_by_role("button", name="Finish the quiz").click()
    assert fits()
    frame.get_by_role("button", name="Finish now").click()
    assert fits()
    frame.get_by_role("button", name="Practise the ones you missed").click()
    assert fits()
