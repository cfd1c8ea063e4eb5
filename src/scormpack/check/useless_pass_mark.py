"""Pass marks of quizzes in which there is nothing to pass."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course


def check_pass_marks(course: Course) -> Iterator[Fault]:
    """Yield the pass marks of quizzes in which there are no points to get."""
    for lesson in course.lessons.values():
        if lesson.quiz and lesson.quiz.pass_mark is not None and course.points(lesson) == 0:
            message = "no question of this quiz has points, so nobody passes or fails"
            yield Fault(
                lesson_file(lesson.id), ("quiz", "pass_mark"), message, "Take it out, or give a question points."
            )
