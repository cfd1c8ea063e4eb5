"""The course page as its template sees it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from scormpack.model import Course, Unit
from scormpack.render.cards import Card, make_card

FOLDED = 40
"""Lessons that make a course too long to be read at once: its modules are folded."""
SEARCHED = 6
"""Lessons that are worth a search."""


class ModuleView(NamedTuple):
    """A module of the course, with a card for each lesson.

    Attributes:
        minutes: reading time of its lessons together.
    """

    title: str
    minutes: int
    lessons: tuple[Card, ...]


class Facet(NamedTuple):
    """What lessons can be filtered by.

    Attributes:
        name: ``track`` or ``category``.
        values: in the order of their first lessons; two at least, counting "none".
        lessons: for each lesson the index of its value; -1 where it has none.
        counts: how many lessons have each value.
    """

    name: str
    values: tuple[str, ...]
    lessons: tuple[int, ...]
    counts: tuple[int, ...]


class CourseView(NamedTuple):
    """All that the page of a course, or of a module of it, shows.

    Attributes:
        parent: title of the course, above that of a module.
        minutes: reading time of all lessons together.
        folded: whether its modules are folded.
        searched: whether it has a search and filters.
    """

    title: str
    summary: str | None
    parent: str | None
    count: int  # type: ignore[assignment]  # templates have named it so; nobody asks the tuple's own
    minutes: int
    folded: bool
    searched: bool
    facets: tuple[Facet, ...]
    modules: tuple[ModuleView, ...]


def view_course(course: Course, unit: Unit) -> CourseView:
    """Return what the course page of a package shows."""
    modules = []
    for module in unit.modules:
        cards = tuple(make_card(course, unit, lesson, up="") for lesson in module.lessons)
        modules.append(ModuleView(module.title, sum(card.minutes for card in cards), cards))
    count = sum(len(module.lessons) for module in modules)
    return CourseView(
        title=unit.title,
        summary=unit.summary,
        parent=None if unit.kind == "course" else course.file.title,
        count=count,
        minutes=sum(module.minutes for module in modules),
        folded=count >= FOLDED and len(modules) > 1,
        searched=count >= SEARCHED,
        facets=_find_facets([card for module in modules for card in module.lessons]),
        modules=tuple(modules),
    )


def _find_facets(cards: Sequence[Card]) -> tuple[Facet, ...]:
    """Return only what tells some lessons from others."""
    tracks = _make_facet("track", [card.track for card in cards])
    categories = _make_facet("category", [card.category for card in cards])
    return tuple(facet for facet in (tracks, categories) if facet.values and len(set(facet.lessons)) > 1)


def _make_facet(name: str, given: Sequence[str | None]) -> Facet:
    values = tuple(dict.fromkeys(value for value in given if value is not None))
    places = {value: place for place, value in enumerate(values)}
    lessons = tuple(-1 if value is None else places[value] for value in given)
    counts = [0] * len(values)
    for place in lessons:
        if place >= 0:
            counts[place] += 1
    return Facet(name, values, lessons, tuple(counts))
