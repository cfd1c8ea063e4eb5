"""Every type of question in a real browser: by mouse, keyboard and dragging, and what the LMS is told of it."""

import re
from collections.abc import Callable
from typing import Literal

import pytest
from answerer import LOAF, WORDS, Answerer, arrange, card, expect_verdict, shown_order, spoken
from packages import Packages
from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from scorm_host import Host, ScormHost

from scormpack.model.questions.matching import Matching
from scormpack.model.questions.sequencing import Sequencing

AT_THE_END = "at-the-end"
RIGHT_TO_LEFT = "rghif"


@pytest.mark.parametrize(("quality", "score"), [("right", 100), ("half", 33), ("wrong", 4)])
def test_every_type_is_told_to_the_lms(
    every_type: Packages,
    loaf: tuple[ScormHost, Frame],
    page: Page,
    quality: Literal["right", "half", "wrong"],
    score: int,
) -> None:
    """The LMS holds id, type, response, right response and result of every type, and the score they come to.

    Half: 1 of 2 points for one option, 1 of 2 for one blank, 2 of 4 pairs, 2 of 3 neighbours, 1 of 2 by the learner's
    own check, 1 of 3 steps: 8 of 24. Wrong: the one step that is the least a learner can tick.
    """
    lms, frame = loaf
    asked = every_type.questions(LOAF)
    answerer = Answerer(quality)
    told = {name: answerer.answer(card(frame, question), question) for name, question in asked.items()}
    expect(frame.get_by_role("region", name="Your result")).to_contain_text(f"You scored {score}%.")
    page.get_by_role("button", name="Exit activity").click()
    kept = {one["id"]: one for one in lms.interactions()}
    in_scorm12 = {"long-fill-in": "fill-in"}
    assert {
        name: (one["type"], one["student_response"], one.get("correct_responses.0.pattern", ""), one["result"])
        for name, one in kept.items()
    } == {
        f"{LOAF}.{name}": (
            "fill-in" if name == "salt" else in_scorm12.get(asked[name].type, asked[name].type),
            *expected,
        )
        for name, expected in told.items()
    }
    assert lms.store()["cmi.core.score.raw"] == str(score)


def test_every_type_can_be_answered_by_keyboard(
    every_type: Packages, loaf: tuple[ScormHost, Frame], page: Page
) -> None:
    """Tab, arrows, space, Enter and letters are enough for matching, order, scale, long text and steps."""
    _, frame = loaf
    asked = every_type.questions(LOAF)
    keys = page.keyboard

    roles = card(frame, asked["roles"])
    roles.get_by_role("combobox", name="Yeast", exact=True).focus()
    for letters in ("ma", "sl", "le", "ho"):
        keys.type(letters)
        keys.press("Tab")
    press_check(roles, page)
    expect_verdict(roles, "Right")

    steps = card(frame, asked["steps"])
    for place, item in enumerate(asked["steps"].items):  # type: ignore[union-attr]
        steps.get_by_role("button", name=f"Move up: {spoken(item)}").focus()
        keys.press("Home")
        for _ in range(place):
            keys.press("ArrowDown")
        # The button that was used still has the focus, so that a learner can go on.
        expect(steps.get_by_role("button", name=f"Move up: {spoken(item)}")).to_be_focused()
    expect(steps.get_by_role("status")).to_have_text("Bake at 230 °C: now number 5 of 5")
    press_check(steps, page)
    expect_verdict(steps, "Right")

    often = card(frame, asked["often"])
    often.get_by_label("Never").focus()
    keys.press("Space")
    keys.press("ArrowDown")
    press_check(often, page)
    expect(often.get_by_label("Once a year")).to_be_checked()

    why = card(frame, asked["why-wait"])
    why.get_by_role("textbox").focus()
    keys.type(WORDS)
    keys.press("Enter")  # a new line, not a check
    keys.press("Tab")
    keys.press("Enter")
    expect(why.get_by_role("group", name="A model answer")).to_be_focused()
    keys.press("Tab")
    keys.press("Space")
    press_check(why, page)
    expect_verdict(why, "All done, by your own check")

    task = card(frame, asked["do-it"])
    task.get_by_role("checkbox").first.focus()
    keys.press("Space")
    press_check(task, page)
    expect_verdict(task, "Partly done, by your own check (1 of 3 points)")


def press_check(at: Locator, page: Page) -> None:
    """Tab on to the question's button and press Enter; it must be near."""
    button = at.get_by_role("button", name="Check answer")
    for _ in range(16):
        if button.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(button).to_have_count(0)


def test_answers_of_every_type_are_there_on_coming_back(
    every_type: Packages, loaf: tuple[ScormHost, Frame], page: Page
) -> None:
    """Left in the middle: lists, order, scale, text and ticks come back as they were, marked as they were."""
    lms, frame = loaf
    asked = every_type.questions(LOAF)
    for name in ("roles", "heat", "often", "own-words", "why-wait", "do-it"):
        Answerer("half").answer(card(frame, asked[name]), asked[name])
    page.get_by_role("button", name="Exit activity").click()
    assert len(lms.store()["cmi.suspend_data"]) < 4096
    back = lms.visit(page)
    roles = card(back, asked["roles"])
    expect(roles.get_by_text("Yeastslows the yeast and brings out the taste")).to_be_visible()
    expect_verdict(roles, "Partly right (2 of 4 points)")
    assert "A baked loaf" in shown_order(card(back, asked["heat"]))[0]
    expect(card(back, asked["often"]).get_by_label("Once a week")).to_be_checked()
    # Forty characters are kept of a text: its beginning, and a mark where the rest is missing.
    kept = card(back, asked["own-words"]).get_by_role("textbox").input_value()
    assert kept.endswith("…")
    assert WORDS.startswith(kept[:-1])
    expect(card(back, asked["why-wait"]).get_by_label("Partly", exact=True)).to_be_checked()
    expect(card(back, asked["do-it"]).get_by_label("Weigh 500 g of flour")).to_be_checked()
    open_to_change = ".question:has(.feedback) :is(input, select, textarea, button):enabled:not(:read-only)"
    assert back.locator(open_to_change).count() == 0


def test_what_is_not_scored_is_not_judged(every_type: Packages, loaf: tuple[ScormHost, Frame]) -> None:
    """A scale and an unscored text are answered, neither right nor wrong; the model answer is shown afterwards."""
    _, frame = loaf
    asked = every_type.questions(LOAF)
    for name in ("often", "own-words"):
        at = card(frame, asked[name])
        expect(at.get_by_text("A model answer")).to_have_count(0)
        Answerer("right").answer(at, asked[name])
        expect_verdict(at, "Answered")
        expect(at.get_by_text(re.compile("right|wrong", re.IGNORECASE))).to_have_count(1 if name == "own-words" else 0)
    expect(card(frame, asked["own-words"])).to_contain_text(re.compile(r"A model answer\s*There is no right answer\."))


def test_a_long_text_is_judged_after_it_is_written(every_type: Packages, loaf: tuple[ScormHost, Frame]) -> None:
    """Too few words are said; the model answer stays hidden until then, and the text stays as it was afterwards."""
    _, frame = loaf
    why = card(frame, every_type.questions(LOAF)["why-wait"])
    box = why.get_by_role("textbox")
    box.fill("It rests.")
    why.get_by_role("button", name="Compare with a model answer").click()
    expect(why.get_by_role("alert").first).to_contain_text("Write at least 5 words. You have 2 so far.")
    expect(why.get_by_text("acids form")).to_have_count(0)
    box.fill(WORDS)
    why.get_by_role("button", name="Check answer").click()
    expect(why).to_contain_text("Compare your answer with the model answer first.")
    why.get_by_role("button", name="Compare with a model answer").click()
    expect(why.get_by_text("acids form")).to_be_visible()
    expect(box).not_to_be_editable()
    why.get_by_role("button", name="Check answer").click()
    expect(why).to_contain_text("Say how well your answer covers the model answer.")


@pytest.mark.parametrize("lesson", [LOAF, AT_THE_END, RIGHT_TO_LEFT])
def test_a_narrow_page_holds_every_type(
    every_type: Packages, host: Host, new_context: Callable[..., BrowserContext], lesson: str
) -> None:
    """At 320 px nothing runs out of the page, and what is pressed is 44 px high (WCAG 2.2: 1.4.10, 2.5.5)."""
    lms = host(every_type.zip_of(lesson, "scorm12"))
    page = new_context(viewport={"width": 320, "height": 640}).new_page()
    frame = lms.visit(page)
    frame.wait_for_selector(".question")
    width = frame.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width[0] <= width[1]
    heights = frame.evaluate(
        "[...document.querySelectorAll('.question :is(button, select, textarea, .option-text, .sequence-handle)')]"
        ".map(one => [one.className, one.getBoundingClientRect().height])"
    )
    assert [one for one in heights if one[1] < 44] == []
    page.goto("about:blank")


def test_a_shuffled_quiz_judged_at_its_end_stays_put(every_type: Packages, host: Host, page: Page) -> None:
    """Lists and rows stand as they stood when the page comes back, in no right order, and count at the end."""
    lms = host(every_type.zip_of(AT_THE_END, "scorm12"))
    frame = lms.visit(page)
    asked = every_type.questions(AT_THE_END)
    order, pairs = asked["order"], asked["pairs"]
    assert isinstance(order, Sequencing)
    assert isinstance(pairs, Matching)
    started = shown_order(card(frame, order))
    assert [name[2:] for name in started] != list(order.items)
    targets = card(frame, pairs).get_by_role("combobox").first.get_by_role("option").all_inner_texts()
    arrange(card(frame, order), order.items)
    page.get_by_role("button", name="Exit activity").click()
    frame = lms.visit(page)
    expect(frame.locator("#quiz-root").get_by_text("1 of 5 answered")).to_be_visible()
    arrange(card(frame, order), order.items)
    assert card(frame, pairs).get_by_role("combobox").first.get_by_role("option").all_inner_texts() == targets
    for name in ("pairs", "words", "tasks"):
        Answerer("right").enter(card(frame, asked[name]), asked[name])
    card(frame, asked["view"]).get_by_label("Somewhat").check()
    frame.get_by_role("button", name="Finish the quiz").click()
    expect(frame.get_by_role("region", name="Your result")).to_contain_text("You scored 100%.")


def test_an_open_question_without_points_does_not_count_as_wrong(
    every_type: Packages, loaf: tuple[ScormHost, Frame]
) -> None:
    """Before finishing, learners are told how many questions are open, and how many of them cost points."""
    _, frame = loaf
    frame.get_by_role("button", name="Finish now").click()
    dialog = frame.get_by_role("dialog")
    expect(dialog).to_contain_text("14 questions are not answered yet. 12 of them will count as wrong.")
    dialog.get_by_role("button", name="Go on answering").click()
    for name, question in every_type.questions(LOAF).items():
        if name not in ("often", "own-words"):
            Answerer("half").answer(card(frame, question), question)
    frame.get_by_role("button", name="Finish now").click()
    expect(dialog).to_contain_text("2 questions are not answered yet.")
    expect(dialog).not_to_contain_text("wrong")
