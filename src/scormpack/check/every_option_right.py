"""Choices in which nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion
from scormpack.check.place import Fault
from scormpack.model.questions.choice import Choice


def check_every_option_right(asked: AskedQuestion) -> Iterator[Fault]:
    """Yield the questions whose options are all right: who ticks everything has learnt nothing."""
    question = asked.question
    if isinstance(question, Choice) and question.points and all(option.correct for option in question.options):
        message = "every option is right, so there is nothing to choose"
        yield asked.fault(message, "Add an option that is wrong; or ask with `points: 0`.", "options")
