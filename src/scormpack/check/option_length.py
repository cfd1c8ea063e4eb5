"""Right options that give themselves away by their length."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.asked_question import QuestionList
from scormpack.check.folded_text import width
from scormpack.check.place import Fault

FACTOR = 1.8
"""So many times the longest wrong option."""
MARGIN = 25
"""And so many letters more: among options of a word or two, length tells nothing."""


def check_option_length(held: QuestionList) -> Iterator[Fault]:
    """Yield the one right option of three or more that is far longer than every wrong one."""
    for asked, texts, _, correct in held.choices:
        if len(texts) <= 2 or len(correct) > 1:
            continue
        (right,) = correct
        text = texts[right]
        if width(text) <= MARGIN or "](" in text or "<" in text:  # an address is not read
            continue
        longest = max(width(other) for at, other in enumerate(texts) if at != right)
        if width(text) >= FACTOR * longest and width(text) >= longest + MARGIN:
            times = f"{width(text) / longest:.1f}"
            message = f"the right option is {times} times as long as the longest wrong one, and stands out"
            hint = "Shorten it, and say the rest in its `feedback`; or make the wrong ones as exact."
            yield asked.fault(message, hint, "options", right, "text")
