"""The language of a package."""

from __future__ import annotations

from scormpack.model import Course, Unit


def unit_language(course: Course, unit: Unit) -> str:
    """Return the language of a unit's own words, BCP 47: a lesson may differ from its course."""
    return course.language(course.outlines[unit.lessons[0]]) if unit.is_one_lesson else course.file.language
