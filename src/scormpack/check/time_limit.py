"""Time limits in which nobody can read the questions."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course

LEAST_SECONDS = 10
"""For one question: to read it, and to choose."""


def check_time_limits(course: Course) -> Iterator[Fault]:
    """Yield the time limits that leave fewer than ten seconds for a question."""
    for lesson in course.lessons.values():
        if lesson.quiz and lesson.quiz.time_limit:
            asked = course.asked(lesson)
            least = -(-asked * LEAST_SECONDS // 60)
            if lesson.quiz.time_limit < least:
                seconds = lesson.quiz.time_limit * 60 / asked
                message = f"{asked} questions in so little time leave {seconds:.0f} seconds for each"
                hint = f"Write {least} or more, or ask fewer: `draw: {lesson.quiz.time_limit * 60 // LEAST_SECONDS}`."
                yield Fault(lesson_file(lesson.id), ("quiz", "time_limit"), message, hint)
