"""A whole quiz by keyboard alone."""

from learner import Learner, respond
from packages import Packages
from playwright.sync_api import Locator, Page, expect
from scorm_host import Host, leave


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until ``target`` has the focus."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if target.evaluate("(element) => element === document.activeElement"):
            return
    expect(target).to_be_focused()


def choose(page: Page, learner: Learner, number: int) -> None:
    """Answer a question right: Tab to it, then arrows, Space or letters; Enter or the button checks."""
    card, response = learner.card(number), respond(learner.questions[number - 1], right=True)
    boxes = card.get_by_role("textbox")
    for index, text in enumerate(response.texts):
        tab_to(page, boxes.nth(index))
        page.keyboard.type(text)
    if response.texts:
        page.keyboard.press("Enter")
        return
    radios = card.get_by_role("radio")
    if radios.count():
        tab_to(page, radios.first)
        page.keyboard.press("Space")
        wanted = card.get_by_role("radio", name=response.options[0], exact=True)
        while not wanted.is_checked():
            page.keyboard.press("ArrowDown")
    for name in response.options if not radios.count() else ():
        # Options are shuffled: the wanted one may stand before the one just ticked.
        option = card.get_by_role("checkbox", name=name, exact=True)
        card.get_by_role("checkbox").first.focus()
        if not option.evaluate("(element) => element === document.activeElement"):
            tab_to(page, option)
        page.keyboard.press("Space")
    tab_to(page, card.get_by_role("button", name="Check answer"))
    page.keyboard.press("Enter")


def test_a_quiz_is_answered_by_keyboard_alone(small: Packages, host: Host, page: Page) -> None:
    """Tab, arrows, Space and Enter reach and answer every question; the focus moves to what is said of it."""
    lms = host(small.zip_of("every-type", "scorm12"))
    frame = lms.visit(page)
    learner = Learner(frame, small.lesson("every-type"))
    learner.expect_answered(0)
    frame.get_by_role("heading", level=1).click()
    by_heading = {learner.card(number).get_by_role("heading").inner_text(): number for number in range(1, 7)}
    assert len(by_heading) == 6
    for heading in sorted(by_heading):
        choose(page, learner, by_heading[heading])
        learner.expect_judged(by_heading[heading], right=True)
        assert frame.evaluate("document.activeElement.textContent").lstrip("✓ ").startswith("Right")
    tab_to(page, learner.quiz.get_by_role("button", name="See your result"))
    page.keyboard.press("Enter")
    expect(learner.quiz.get_by_role("heading", name="Your result")).to_be_focused()
    learner.expect_score(100)
    leave(page)
    assert lms.store()["cmi.core.score.raw"] == "100"
