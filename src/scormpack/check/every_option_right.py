"""Choices in which nothing is wrong."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import QuestionList
from scormpack.check.place import Fault


def check_every_option_right(held: QuestionList) -> Iterator[Fault]:
    """Yield the questions whose options are all right: who ticks everything has learnt nothing."""
    for asked, texts, _, correct in held.choices:
        if len(correct) == len(texts) and asked.question.points:
            message = "every option is right, so there is nothing to choose"
            yield asked.fault(message, "Add an option that is wrong; or ask with `points: 0`.", "options")
