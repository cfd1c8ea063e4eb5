"""What a quiz can do beyond asking questions: draws, review, practice; each as a learner meets it."""

from packages import Packages
from planet_quizzes import ANSWERS, OTHER, answer, cards, prompts, result
from playwright.sync_api import Page, expect
from scorm_host import Host, leave


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
