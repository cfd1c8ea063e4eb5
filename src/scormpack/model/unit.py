"""What one package holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from scormpack.model.course import Course, UnitKind

MOST_INTERACTIONS = 250
"""Moodle sends all interactions again at every commit (1,000 took 17 s); beyond this a unit reports scores only."""


@dataclass(frozen=True)
class Unit:
    """A lesson or a course, as one package.

    Attributes:
        kind: ``lesson`` or ``course``.
        name: file name without format and ending, ASCII lower case: the lesson's id, or the course's and ``-course``.
        iri: xAPI activity id of the whole.
        title: plain text.
        lessons: ids, in the course's order.
    """

    kind: UnitKind
    name: str
    iri: str
    title: str
    lessons: tuple[str, ...]

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Each lesson's place among the unit's lessons, from 0."""
        return {lesson: place for place, lesson in enumerate(self.lessons)}

    @property
    def is_one_lesson(self) -> bool:
        """Whether the package opens on the lesson itself instead of a course page."""
        return self.kind == "lesson"


def plan_units(course: Course, kind: UnitKind) -> tuple[Unit, ...]:
    """Return what each package will hold, in the course's order."""
    if kind == "course":
        return (Unit("course", f"{course.slug}-course", course.file.id, course.file.title, course.order),)
    return tuple(
        Unit("lesson", lesson, course.iri(lesson), course.lessons[lesson].title, (lesson,)) for lesson in course.order
    )


def unit_pass_mark(course: Course, unit: Unit) -> int | None:
    """Return the percent that passes the unit; None where nothing in it is scored or no mark is set."""
    marks = (course.pass_mark(course.lessons[lesson]) for lesson in unit.lessons)
    if unit.is_one_lesson:
        return next(marks)
    return course.file.pass_mark if any(mark is not None for mark in marks) else None


def reports_interactions(course: Course, unit: Unit) -> bool:
    """Whether the unit tells the LMS every answer, or has too many questions for it."""
    # All that may be asked: what is drawn differs from one attempt to the next.
    return sum(len(course.questions(course.lessons[lesson])) for lesson in unit.lessons) <= MOST_INTERACTIONS
