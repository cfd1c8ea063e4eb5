"""Numbers that are right by a hair only, or by almost anything."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scormpack.check.asked_question import AskedQuestion, QuestionList
from scormpack.check.place import Fault
from scormpack.model import groups_by_point
from scormpack.model.questions.numeric import Numeric, decimal

MOST_DIGITS = 2
"""After the point: prices have two, and nobody rounds those."""
_GROUP = 3
"""Digits behind a point between thousands."""


def check_numeric_margin(held: QuestionList) -> Iterator[Fault]:
    """Yield the answers of many digits without a tolerance, and the tolerances that reach zero or are none."""
    return chain.from_iterable(map(_unlikely, held.of(Numeric)))


def _unlikely(asked: AskedQuestion[Numeric]) -> Iterator[Fault]:
    question = asked.question
    if question.value is None:
        return
    value = decimal(question.value)
    low, high = question.bounds
    exponent = value.normalize().as_tuple().exponent
    if low == high:
        if question.tolerance is None and isinstance(exponent, int) and -exponent > MOST_DIGITS:
            message = f"only exactly {value} is right: who rounds it is wrong"
            hint = "Say how far off still counts, as in `tolerance: 0.01`; or say in the prompt how to round."
            if exponent == -_GROUP and abs(value) >= 1 and groups_by_point(asked.held.language):
                hint += f" Where the point is to stand between thousands, write `{value.scaleb(_GROUP):f}`."
            yield asked.fault(message, hint, "answer")
        elif isinstance(question.tolerance, str) and value == 0:
            message = "a percentage of 0 is 0, so this allows nothing"
            yield asked.fault(message, "Write a number: `tolerance: 0.5`.", "tolerance")
    elif value and low <= 0 <= high:
        message = (
            f"with this tolerance 0 is right too: every number from {low.normalize():f} to {high.normalize():f} is"
        )
        yield asked.fault(message, "Write a smaller tolerance.", "tolerance")
