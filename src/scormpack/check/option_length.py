"""Right options that give themselves away by their length."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion
from scormpack.check.folded_text import width
from scormpack.check.place import Fault
from scormpack.model.questions.choice import Choice

FACTOR = 1.8
"""So many times the longest wrong option."""
MARGIN = 25
"""And so many letters more: among options of a word or two, length tells nothing."""


def check_option_length(asked: AskedQuestion) -> Iterator[Fault]:
    """Yield the one right option of three or more that is far longer than every wrong one."""
    question = asked.question
    if not isinstance(question, Choice) or len(question.options) <= 2:
        return
    right = question.correct
    if len(right) > 1:
        return
    text = question.options[right[0]].text
    if width(text) <= MARGIN or "](" in text or "<" in text:  # an address is not read
        return
    longest = max(width(option.text) for option in question.options if not option.correct)
    if width(text) >= FACTOR * longest and width(text) >= longest + MARGIN:
        message = (
            f"the right option is {width(text) / longest:.1f} times as long as the longest wrong one, and stands out"
        )
        hint = "Shorten it, and say the rest in its `feedback`; or make the wrong ones as exact."
        yield asked.fault(message, hint, "options", right[0], "text")
