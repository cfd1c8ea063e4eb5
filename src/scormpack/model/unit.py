"""What one package holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from scormpack.model.course import Course, Module, Scos, UnitKind

MOST_INTERACTIONS = 250
"""Moodle sends all interactions again at every commit (1,000 took 17 s); beyond this a unit reports scores only."""


@dataclass(frozen=True)
class Unit:
    """A lesson, a module or a course, as one package.

    Attributes:
        kind: ``lesson``, ``module`` or ``course``.
        name: file name without format and ending, ASCII lower case: a lesson's id; or the course's name, for a module
            its id, and the kind.
        iri: xAPI activity id of the whole.
        title: plain text.
        lessons: ids, in the course's order.
        summary: one line of plain text.
        modules: that it holds, whole; none for a lesson.
        scos: how many SCOs a SCORM package of it has: one, or one for each lesson.
        page: path of the page that opens it.
    """

    kind: UnitKind
    name: str
    iri: str
    title: str
    lessons: tuple[str, ...]
    summary: str | None = None
    modules: tuple[Module, ...] = ()
    scos: Scos = "one"
    page: str = "index.html"

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Each lesson's place among the unit's lessons, from 0."""
        return {lesson: place for place, lesson in enumerate(self.lessons)}

    @property
    def is_one_lesson(self) -> bool:
        """Whether the package opens on the lesson itself instead of a course page."""
        return self.kind == "lesson"


def plan_units(course: Course, kind: UnitKind, scos: Scos = "one") -> tuple[Unit, ...]:
    """Return what each package will hold, in the course's order.

    Args:
        course: each of its modules has an id, where ``kind`` is ``module``.
        kind: what one package holds.
        scos: how many SCOs a package of several lessons has.
    """
    if kind == "lesson":
        return tuple(_lesson_unit(course, lesson) for lesson in course.order)
    end = kind if scos == "one" else f"{kind}-{scos}"
    file = course.file
    if kind == "course":
        name = f"{course.slug}-{end}"
        return (Unit(kind, name, file.id, file.title, course.order, file.summary, file.modules, scos),)
    return tuple(
        Unit(
            kind,
            f"{course.slug}-{module.id}-{end}",
            f"{file.id}/modules/{module.id}",
            module.title,
            module.lessons,
            module.summary,
            (module,),
            scos,
        )
        for module in file.modules
    )


def unit_scos(course: Course, unit: Unit) -> tuple[Unit, ...]:
    """Return each SCO of the unit as a unit: itself, or each of its lessons, on a page of its own in one package."""
    if unit.scos == "one":
        return (unit,)
    return tuple(_lesson_unit(course, lesson, page=f"lessons/{lesson}.html") for lesson in unit.lessons)


def _lesson_unit(course: Course, lesson_id: str, page: str = "index.html") -> Unit:
    lesson = course.outlines[lesson_id]
    return Unit("lesson", lesson_id, course.iri(lesson_id), lesson.title, (lesson_id,), lesson.summary, page=page)


def unit_pass_mark(course: Course, unit: Unit) -> int | None:
    """Return the percent that passes the unit; None where nothing in it is scored or no mark is set."""
    marks = (course.pass_mark(course.outlines[lesson]) for lesson in unit.lessons)
    if unit.is_one_lesson:
        return next(marks)
    return course.file.pass_mark if any(mark is not None for mark in marks) else None


def is_judged(course: Course, unit: Unit) -> bool:
    """Whether the unit's pages ever say passed: with ``report: completed`` they never do."""
    return course.file.report != "completed" and unit_pass_mark(course, unit) is not None


def reports_interactions(course: Course, unit: Unit) -> bool:
    """Whether the unit tells the LMS every answer, or has too many questions for it."""
    # All that may be asked: what is drawn differs from one attempt to the next.
    counts = accumulate(len(course.question_points(course.outlines[lesson])) for lesson in unit.lessons)
    return all(count <= MOST_INTERACTIONS for count in counts)
