"""A learner at a quiz: finds everything by role and name, as a person or a screen reader does."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from playwright.sync_api import Frame, Locator, expect

from scormpack.markup import plain_text, to_phrase
from scormpack.model import Lesson
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.fill_in import FillIn
from scormpack.model.questions.numeric import Numeric
from scormpack.model.questions.true_false import TrueFalse


@dataclass(frozen=True)
class Response:
    """What to do at a question.

    Attributes:
        options: names of what is ticked; empty where something is typed.
        texts: what is typed, blank by blank.
        scorm12: ``cmi.interactions.n.student_response`` that must come of it (RTE 3.4.4).
    """

    options: tuple[str, ...]
    texts: tuple[str, ...]
    scorm12: str


def _words(markdown: str) -> str:
    """Return what a screen reader says of a short text."""
    return plain_text(to_phrase(markdown))


def respond(question: AnyQuestion, *, right: bool) -> Response:
    """Return a right or a wrong response, worked out from the author's YAML alone."""
    if isinstance(question, Choice):
        wrong = [index for index in range(len(question.options)) if index not in question.correct][:1]
        chosen = question.correct if right else wrong
        names = tuple(_words(question.options[index].text) for index in chosen)
        return Response(names, (), ",".join("abcdefghijklmnopqrstuvwxyz"[index] for index in chosen))
    if isinstance(question, TrueFalse):
        said = question.truth == right
        return Response(("True" if said else "False",), (), "t" if said else "f")
    if isinstance(question, FillIn):
        texts = tuple(accepted[0] if right else "no such word" for accepted in question.accepted)
        return Response((), texts, ",".join(texts))
    assert isinstance(question, Numeric)
    low, high = question.bounds
    number = f"{(low + high) / 2 if right else high + 1000:f}"
    number = number.rstrip("0").rstrip(".") if "." in number else number
    return Response((), (number,), number)


def pattern_of(question: AnyQuestion) -> str:
    """Return ``cmi.interactions.n.correct_responses.0.pattern`` in SCORM 1.2 (RTE 3.4.4)."""
    if isinstance(question, Numeric):
        low, high = question.bounds
        return f"{low.normalize():f}" if low == high else f"{low.normalize():f},{high.normalize():f}"
    return respond(question, right=True).scorm12


@dataclass(frozen=True)
class Learner:
    """Somebody before the page of ``lesson`` in ``frame``."""

    frame: Frame
    lesson: Lesson

    @property
    def questions(self) -> Sequence[AnyQuestion]:
        """The lesson's questions, in the author's order."""
        assert self.lesson.quiz is not None
        return self.lesson.quiz.questions

    @property
    def quiz(self) -> Locator:
        """The quiz on the page."""
        assert self.lesson.quiz is not None
        return self.frame.get_by_role("region", name=self.lesson.quiz.heading)

    def card(self, number: int) -> Locator:
        """Return the question that is ``number`` in the author's order, wherever the page shows it."""
        prompt = _words(self.questions[number - 1].prompt)
        return self.quiz.get_by_role("listitem").filter(has=self.frame.get_by_role("group", name=prompt, exact=True))

    def enter(self, number: int, *, right: bool) -> Response:
        """Choose or type the response to a question; check nothing."""
        card, response = self.card(number), respond(self.questions[number - 1], right=right)
        expect(card).to_be_visible()
        for name in response.options:
            card.get_by_label(name, exact=True).check()
        for box, text in zip(card.get_by_role("textbox").all(), response.texts, strict=bool(response.texts)):
            box.fill(text)
        return response

    def answer(self, number: int, *, right: bool) -> Response:
        """Enter a response and check it; wait until the page has judged it."""
        response = self.enter(number, right=right)
        self.card(number).get_by_role("button", name="Check answer").click()
        self.expect_judged(number, right=right)
        return response

    def answer_all(self, right: Callable[[int], bool]) -> list[Response]:
        """Answer every question that is still open, in order; ``right`` says how, by the question's number."""
        return [self.answer(number, right=right(number)) for number in range(1, len(self.questions) + 1)]

    def expect_judged(self, number: int, *, right: bool) -> None:
        """Wait until the page says of a question whether it was answered right."""
        words = re.compile(r"^\W*Right$" if right else r"^\W*Not right$")  # an icon stands before them
        expect(self.card(number).get_by_role("paragraph").filter(has_text=words)).to_be_visible()

    def expect_answered(self, count: int) -> None:
        """Wait until the page says how many questions are answered."""
        expect(self.quiz.get_by_text(f"{count} of {len(self.questions)} answered")).to_be_visible()

    def expect_score(self, score: int) -> None:
        """Wait until the page shows the result."""
        expect(self.frame.get_by_role("region", name="Your result")).to_contain_text(f"You scored {score}%.")
