"""What is still ours in a course that its author may be about to upload for the first time."""

from __future__ import annotations

from urllib.parse import urlsplit

from scormpack.model import Course

# RFC 2606 §2 and §3: names that belong to nobody, for examples.
_NOBODYS = ("example", "invalid", "test", "localhost", "example.com", "example.net", "example.org")
_STARTER = ("remember-more", "Two habits that keep what you learn, and why reading it again is not one of them.")
"""Id and summary of the lesson that a new course begins with: tests hold them to scaffold/starter/lesson.yaml."""


def notes_before_upload(course: Course) -> list[str]:
    """Return a sentence where the course's id is an example's, and one where it has the example lesson.

    No finding: a new course is fine to try out as it stands. Once learners have begun, its id must stay.
    """
    notes = []
    host = urlsplit(course.file.id).hostname or ""
    if f".{host}".endswith(tuple(f".{name}" for name in _NOBODYS)):
        notes.append(
            f"The course's id, {course.file.id}, is an example's: an LRS would mix your results with those of others "
            "who left it so. Write a name of your own into `id` in course.yaml before the first upload; never after."
        )
    if any((lesson.id, lesson.summary) == _STARTER for lesson in course.outlines.values()):
        notes.append(
            f"`{_STARTER[0]}` is the example lesson of `scormpack new`: write over it, or take it out of course.yaml, "
            "before learners get it."
        )
    return notes
