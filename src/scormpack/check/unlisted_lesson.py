"""Lesson files that no module names."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.model import Course


def check_unlisted_lessons(course: Course) -> Iterator[Fault]:
    """Yield the lesson files that will be in no package."""
    for file in course.unlisted:
        if not file.startswith("lessons/"):
            continue
        name = file.removeprefix("lessons/").removesuffix(".yaml")
        yield Fault(
            file, (), "no module lists this lesson, so no package holds it", f"Add `{name}` to a module in course.yaml."
        )
