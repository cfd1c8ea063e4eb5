"""Related lessons that know nothing of it."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.model import Course


def check_related_lessons(course: Course) -> Iterator[Fault]:
    """Yield each lesson that another one names as related, and that does not name it back."""
    for lesson in course.outlines.values():
        for at, name in enumerate(lesson.related):
            other = course.outlines.get(name)
            if other is not None and lesson.id not in other.related:
                message = f"`{name}` does not name `{lesson.id}` as related: who comes there finds no way here"
                hint = f"Add `{lesson.id}` to `related` in {lesson_file(name)}, or take `{name}` out here."
                yield Fault(lesson_file(lesson.id), ("related", at), message, hint)
