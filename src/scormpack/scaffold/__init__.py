"""New courses, lessons and questions: files that build as they stand, written without touching what is there."""

from __future__ import annotations

from scormpack.model.base import id_of
from scormpack.scaffold.course import NewCourse, write_course
from scormpack.scaffold.lesson import NewLesson, add_lesson
from scormpack.scaffold.question import NewQuestion, add_question
from scormpack.scaffold.values import course_id, require, title_of

__all__ = [
    "NewCourse",
    "NewLesson",
    "NewQuestion",
    "add_lesson",
    "add_question",
    "course_id",
    "id_of",
    "require",
    "title_of",
    "write_course",
]
