"""How the quiz presents itself at its turns: the question before the end, and the result."""

from __future__ import annotations

import pytest
from answerer import LOAF, Answerer, card
from learner import Learner
from packages import Packages, Serve
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser
LESSON = "prompt-or-fine-tune"


def test_a_finished_quiz_shows_its_result_on_a_phone(example: Packages, serve: Serve, page: Page) -> None:
    """The dialog's safer answer stands out, no question is cut in a word; then the result is in view and focused."""
    page.set_viewport_size({"width": 375, "height": 740})
    page.goto(serve(example.zip_of(LESSON, "scorm12")) + "/index.html")
    lesson = example.lesson(LESSON)
    Learner(page.main_frame, lesson).answer(1, right=True)
    page.get_by_role("button", name="Finish now").click()
    dialog = page.get_by_role("dialog")
    safer = dialog.get_by_role("button", name="Go on answering")
    expect(safer).to_be_focused()
    grounds = [
        dialog.get_by_role("button", name=name).evaluate("(button) => getComputedStyle(button).backgroundColor")
        for name in ("Go on answering", "Finish now")
    ]
    assert grounds[0] != "rgba(0, 0, 0, 0)" == grounds[1]
    cut = [words.removesuffix("…") for words in dialog.get_by_role("link").all_inner_texts() if words.endswith("…")]
    whole = [" ".join(prompt.split()) for prompt in page.locator(".question .prompt").all_inner_texts()]
    assert cut
    for begun in (words.split(": ", 1)[1] for words in cut):
        assert [prompt[len(begun)] for prompt in whole if prompt.startswith(begun)] == [" "]
    dialog.get_by_role("button", name="Finish now").click()
    heading = page.get_by_role("heading", name="Your result")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect(page.get_by_text("You scored 10%.", exact=True)).to_be_in_viewport()


def test_a_chosen_option_stays_easy_to_see(example: Packages, serve: Serve, page: Page) -> None:
    """After the answer was judged, the chosen mark has the verdict's colour: the browser's own pale one is not used."""
    page.goto(serve(example.zip_of(LESSON, "scorm12")) + "/index.html")
    Learner(page.main_frame, example.lesson(LESSON)).answer(1, right=True)
    chosen = page.locator(".option > input:disabled:checked").first
    colours = chosen.evaluate(
        "(box) => [getComputedStyle(box).appearance, getComputedStyle(box).color,"
        " getComputedStyle(box.closest('.option').querySelector('.part-verdict')).color]"
    )
    assert colours[0] == "none"
    assert colours[1] == colours[2]


def test_the_button_stands_out_once_there_is_something_to_check(every_type: Packages, serve: Serve, page: Page) -> None:
    """Whatever the type of question: an outline before anything is entered, filled with colour afterwards."""
    page.goto(serve(every_type.zip_of(LOAF, "scorm12")) + "/index.html")
    ground = "(button) => getComputedStyle(button).backgroundColor !== 'rgba(0, 0, 0, 0)'"
    page.locator(".question").first.wait_for()
    assert not any(button.evaluate(ground) for button in page.locator(".button--check").all())
    page.emulate_media(reduced_motion="reduce")
    for question in every_type.course.questions(every_type.lesson(LOAF)):
        at = card(page.main_frame, question)
        Answerer("right").enter(at, question)
        assert at.locator(".button--check").evaluate(ground), question.id
