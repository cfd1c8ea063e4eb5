"""A lesson in a list: on the course page, as the next one, as a related one."""

from __future__ import annotations

from typing import NamedTuple

from scormpack.model import Course, Unit


class Card(NamedTuple):
    """What a list says of a lesson.

    Attributes:
        href: way to it from the page that lists it; None where it is in another package.
        number: its place in the course, from 1.
        language: of the lesson, BCP 47: a list may hold titles in several.
    """

    id: str
    title: str
    summary: str
    track: str | None
    category: str | None
    minutes: int
    number: int
    language: str
    href: str | None


def make_card(course: Course, unit: Unit, lesson_id: str, *, up: str) -> Card:
    """Return the card of a lesson, as seen from a page of ``unit``; ``up`` is ``""`` or ``../``."""
    lesson = course.outlines[lesson_id]
    return Card(
        id=lesson_id,
        title=lesson.title,
        summary=lesson.summary,
        track=lesson.track,
        category=lesson.category,
        minutes=course.minutes[lesson.id],
        number=course.numbers[lesson_id],
        language=course.language(lesson),
        href=up + page_path(unit, lesson_id) if lesson_id in unit.places else None,
    )


def page_path(unit: Unit, lesson_id: str) -> str:
    """Return the path of a lesson's page in the package."""
    return unit.page if unit.is_one_lesson else f"lessons/{lesson_id}.html"
