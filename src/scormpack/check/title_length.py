"""Titles that an LMS cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.model import Course

LONGEST = 200
"""Characters: titleType of SCORM 1.2's imscp_rootv1p1p2.xsd; Moodle's import fails beyond 255."""


def check_title_length(course: Course) -> Iterator[Fault]:
    """Yield the titles of course, modules and lessons over 200 characters."""
    titles: list[tuple[str, tuple[str | int, ...], str]] = [(COURSE_FILE, ("title",), course.file.title)]
    titles += [(COURSE_FILE, ("modules", at, "title"), module.title) for at, module in enumerate(course.file.modules)]
    titles += [(lesson_file(lesson.id), ("title",), lesson.title) for lesson in course.outlines.values()]
    for file, path, title in titles:
        if len(title) > LONGEST:
            message = f"this title has {len(title)} characters; SCORM 1.2 allows {LONGEST}"
            yield Fault(file, path, message, "Shorten it; the rest may go into `summary`.")
