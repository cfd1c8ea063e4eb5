"""Questions for a tutor that the lesson does not have."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course


def check_asked_without_tutor(course: Course) -> Iterator[Fault]:
    """Yield the lessons that say what their passages answer, and let nobody ask."""
    for lesson in course.lessons.values():
        if lesson.asks and not lesson.tutor:
            message = "these questions help the lesson's tutor, and it has none"
            yield Fault(lesson_file(lesson.id), ("asks", 0), message, "Add `tutor: true`, or take `asks` out.")
