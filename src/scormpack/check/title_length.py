"""Titles that an LMS cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.model import Course

LONGEST = 255
"""Characters: Moodle's import fails beyond it (measured on Moodle 4.5)."""


def check_title_length(course: Course) -> Iterator[Fault]:
    """Yield the titles of course and lessons over 255 characters."""
    titles = [(COURSE_FILE, course.file.title)]
    titles += [(lesson_file(lesson.id), lesson.title) for lesson in course.lessons.values()]
    for file, title in titles:
        if len(title) > LONGEST:
            message = (
                f"this title has {len(title)} characters; Moodle refuses a package whose title has more than {LONGEST}"
            )
            yield Fault(file, ("title",), message, "Shorten it; the rest may go into `summary`.", "error")
