"""The course page as its template sees it."""

from __future__ import annotations

from dataclasses import dataclass

from scormpack.model import Course, Unit
from scormpack.render.cards import Card, make_card


@dataclass(frozen=True, slots=True)
class ModuleView:
    """A module of the course, with a card for each lesson."""

    title: str
    lessons: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class CourseView:
    """All that the course page shows.

    Attributes:
        minutes: reading time of all lessons together.
    """

    title: str
    summary: str | None
    count: int
    minutes: int
    modules: tuple[ModuleView, ...]


def view_course(course: Course, unit: Unit) -> CourseView:
    """Return what the course page of a package shows."""
    modules = tuple(
        ModuleView(module.title, tuple(make_card(course, unit, lesson, up="") for lesson in module.lessons))
        for module in course.file.modules
    )
    cards = [card for module in modules for card in module.lessons]
    return CourseView(
        title=course.file.title,
        summary=course.file.summary,
        count=len(cards),
        minutes=sum(card.minutes for card in cards),
        modules=modules,
    )
