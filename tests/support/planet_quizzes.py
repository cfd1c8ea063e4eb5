"""A learner in the course of three quizzes about planets, tests/courses/quiz-features: what is pressed and seen."""

from playwright.sync_api import BrowserContext, Frame, Locator, Page, expect
from scorm_host import ScormHost

MINUTE = 60_000
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
