"""Titles that an LMS cannot hold."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.model import Course

LONGEST = 200
"""Characters: titleType of SCORM 1.2's imscp_rootv1p1p2.xsd; Moodle's import fails beyond 255."""


def check_title_length(course: Course) -> Iterator[Fault]:
    """Yield the titles of course and lessons over 200 characters."""
    titles = [(COURSE_FILE, course.file.title)]
    titles += [(lesson_file(lesson.id), lesson.title) for lesson in course.lessons.values()]
    for file, title in titles:
        if len(title) > LONGEST:
            message = f"this title has {len(title)} characters; SCORM 1.2 allows {LONGEST}"
            yield Fault(file, ("title",), message, "Shorten it; the rest may go into `summary`.")
