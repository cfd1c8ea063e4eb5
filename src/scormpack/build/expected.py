"""What an LMS will hold of a package, once a learner has finished it."""

from __future__ import annotations

from scormpack.build.report import Expected
from scormpack.model import Course, Unit, unit_pass_mark


def expect_result(course: Course, unit: Unit) -> Expected:
    """Return what the LMS will hold of a unit: docs/what-the-lms-is-told.md has the whole table."""
    scored = any(course.points(course.outlines[lesson]) for lesson in unit.lessons)
    if not scored:
        return Expected(None, ("completed",))
    if unit_pass_mark(course, unit) is None or course.file.report == "completed":
        return Expected("0-100", ("completed",))
    return Expected(
        "0-100", ("passed", "failed") if course.file.report == "passed-failed" else ("passed", "incomplete")
    )
