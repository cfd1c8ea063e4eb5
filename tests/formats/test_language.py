"""Facts about a package's language."""

from __future__ import annotations

from collections.abc import Callable

from scormpack.formats.language import unit_language
from scormpack.model import Course, Unit, plan_units


def test_a_lesson_speaks_its_own_language_a_course_its_own(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """Even where the lesson is the course's only one in another language."""
    course, unit = with_lesson(language="fr")
    assert unit_language(course, unit) == "fr"
    assert unit_language(course, Unit("course", "c", course.file.id, "C", (unit.name,))) == "en"
    assert {unit_language(course, other) for other in plan_units(course, "lesson") if other.name != unit.name} == {"en"}
