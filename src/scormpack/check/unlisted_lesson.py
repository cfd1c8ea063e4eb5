"""Lesson files that no module names."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.draft import draft_faults
from scormpack.check.place import Fault
from scormpack.errors import Finding
from scormpack.model import Course, Lesson


def check_unlisted_lessons(course: Course) -> Iterator[Fault | Finding]:
    """Yield the lesson files that will be in no package, and what is wrong in them."""
    for file in course.unlisted:
        if not file.startswith("lessons/"):
            continue
        name = file.removeprefix("lessons/").removesuffix(".yaml")
        yield Fault(
            file, (), "no module lists this lesson, so no package holds it", f"Add `{name}` to a module in course.yaml."
        )
        yield from draft_faults(course, file, Lesson)
