"""Questions for a tutor that a lesson is said to answer, and to leave open."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course


def check_asked_both_ways(course: Course) -> Iterator[Fault]:
    """Yield each question under ``asks`` that is left open, and stands under a quote too."""
    for lesson in course.lessons.values():
        answered = {fold(question): quote for quote, questions in lesson.answered for question in questions}
        for index, asked in enumerate(lesson.asks):
            for place, question in enumerate(asked.questions if asked.quote is None else ()):
                if quote := answered.get(fold(question)):
                    message = f"this question is left open here, and answered by `{quote}`"
                    hint = "Take it out in one of the two places."
                    yield Fault(lesson_file(lesson.id), ("asks", index, "questions", place), message, hint)
