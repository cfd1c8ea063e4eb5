"""Summaries too long for a card."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course

LONGEST = 200
"""Characters: about three lines on a card."""


def check_summary_length(course: Course) -> Iterator[Fault]:
    """Yield the lessons' summaries over 200 characters."""
    for lesson in course.lessons.values():
        if len(lesson.summary) > LONGEST:
            message = f"this summary has {len(lesson.summary)} characters; a card shows about {LONGEST}"
            yield Fault(lesson_file(lesson.id), ("summary",), message, "Say it shorter.")
