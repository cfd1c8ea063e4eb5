"""Feedback that no learner ever sees."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion, QuestionList
from scormpack.check.place import Fault
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice


def check_unseen_feedback(held: QuestionList) -> Iterator[Fault]:
    """Yield the first reason in a file whose quizzes all say ``feedback: none``."""
    for at, question in enumerate(held.questions if not held.told else ()):
        path = _reason_of(question)
        if path:
            message = "the quiz says `feedback: none`, so no learner reads this, nor any other reason in it"
            hint = "Write `feedback: at-end`, or take the reasons out."
            yield AskedQuestion(held, at, question).fault(message, hint, *path)
            return


def _reason_of(question: AnyQuestion) -> tuple[str | int, ...]:
    if question.explanation is not None:
        return ("explanation",)
    options = question.options if isinstance(question, Choice) else ()
    return next((("options", at, "feedback") for at, option in enumerate(options) if option.feedback is not None), ())
