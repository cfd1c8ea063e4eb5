"""Facts about questions where they are written."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace

from scormpack.check import CODES, check_part, divide_course, join_lessons
from scormpack.model import Course


def test_questions_go_with_the_last_who_asks_for_them(our_course: Course) -> None:
    """Looked at by every rule, they are in no ring that would hold thousands until somebody looks for rings."""
    gc.disable()
    try:
        for part in divide_course(our_course, join_lessons(our_course)):
            copy = {name: lesson.model_copy(deep=True) for name, lesson in part.course.lessons.items()}
            quizzes = [lesson.quiz for lesson in copy.values() if lesson.quiz]
            waiting = [weakref.ref(question) for quiz in quizzes for question in quiz.questions]
            check_part(part._replace(course=replace(part.course, lessons=copy)), CODES)
            del copy, quizzes
            assert [question for question in waiting if question() is not None] == []
    finally:
        gc.enable()
