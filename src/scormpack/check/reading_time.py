"""Minutes that an author names, against the words that there are."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course, Lesson, markdown_texts
from scormpack.model.reading_time import estimate_minutes

TOO_SHORT = 2
"""The estimate is so many times the author's minutes, and ``MARGIN`` more."""
TOO_LONG = 3
"""The author's minutes are so many times the estimate: people also think, and try things."""
MARGIN = 3


def check_reading_time(course: Course) -> Iterator[Fault]:
    """Yield the minutes in which nobody reads so much, or so little where there is nothing else to do."""
    for lesson in course.lessons.values():
        if lesson.minutes is None:
            continue
        estimate = estimate_minutes(lesson, course.asked(lesson))
        hint = f"Write `minutes: {estimate}`, or leave it out: it is estimated."
        message, minutes = "", f"{estimate} minute{'s' if estimate != 1 else ''}"
        if estimate >= TOO_SHORT * lesson.minutes and estimate >= lesson.minutes + MARGIN:
            message = f"its words and questions take about {minutes}, not {lesson.minutes}"
        elif lesson.minutes >= TOO_LONG * estimate + MARGIN and _is_reading_alone(lesson):
            message = f"its words and questions take about {minutes}, and {lesson.minutes} are promised"
        if message:
            yield Fault(lesson_file(lesson.id), ("minutes",), message, hint)


def _is_reading_alone(lesson: Lesson) -> bool:
    """Whether there is nothing to do, to look at or to fetch beside the text: those take time that nobody counts."""
    return lesson.practice is None and not any("](" in text or "<" in text for _, text in markdown_texts(lesson))
