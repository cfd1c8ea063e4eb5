"""The pages of a unit's lessons, each made by itself from as little of the course as it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scormpack.archive import Member, compress
from scormpack.build.crew import Crew
from scormpack.build.secrets import Secrets, scan_file
from scormpack.model import Course, CourseFile, Lesson, take_part
from scormpack.render import ON_NO_PAGE, Frame, has_own_pages, render_lesson_page

MARK = b"4f6b1d0c92e7a8538d3c1e5f7092b6a4"
"""Stands for the build id in a page that is kept: the id changes with any page of the unit, the page does not."""


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page as it was rendered.

    Attributes:
        path: in the package.
        template: its bytes, with ``MARK`` wherever it shows the build id.
        secrets: what in it has the form of one.
    """

    path: str
    template: bytes
    secrets: Secrets


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a package holds it.

    Attributes:
        data: its bytes.
        member: the same, compressed.
        secrets: what in it has the form of one.
    """

    data: bytes
    member: Member
    secrets: Secrets


@dataclass(frozen=True, slots=True)
class PageOrder:
    """What all pages of a unit are made from.

    Attributes:
        frame: of the unit; its course has no lessons.
        build: the id that the pages show.
    """

    frame: Frame
    build: str


def make_unit_pages(frame: Frame, crew: Crew) -> Iterator[tuple[str, Page]]:
    """Return paths and pages of all lessons of a unit, some of them made while the caller does something else.

    Raises:
        CourseError: where a template of the course's own is at fault.
    """
    course, unit = frame.course, frame.unit
    usual = {key: CourseFile.model_fields[key].default for key in ON_NO_PAGE}
    file = course.file.model_copy(update=usual)
    bare = replace(course, file=file, lessons={}, media={}, unlisted=(), banks={}, origins={}, bank_origins={})
    # What a template of the course's own does with the build id is not known: it gets the id itself.
    shown = frame.build if has_own_pages(course.root) else MARK.decode()
    told = replace(frame, course=bare, media=(), style_data=b"", build=shown, data={**frame.data, "build": shown})
    parts = [take_part(course, file, (name,), _seen_from(course, frame, name)) for name in unit.lessons]
    return crew.share_out(make_pages, PageOrder(told, frame.build), parts)


def make_pages(order: PageOrder, parts: Sequence[Course]) -> list[tuple[str, Page]]:
    """Return path and page of the first lesson of each part."""
    return [(made.path, finish_page(made, order.build)) for made in (_make_page(order.frame, part) for part in parts)]


def _make_page(frame: Frame, part: Course) -> MadePage:
    path, data = render_lesson_page(replace(frame, course=part), next(iter(part.lessons)))
    return MadePage(path, data, scan_file(data))


def finish_page(made: MadePage, build: str) -> Page:
    """Return the page of a build."""
    data = made.template.replace(MARK, build.encode())
    return Page(data, compress(made.path, data), made.secrets)


def _seen_from(course: Course, frame: Frame, name: str) -> Mapping[str, Lesson]:
    """Return the lessons that a lesson's page names, with no more than it says of them."""
    unit, origin = frame.unit, course.origins.get(name)
    place = unit.places[name]
    around = (*unit.lessons[max(0, place - 1) : place], *unit.lessons[place + 1 : place + 2])
    named = origin.named if origin else tuple(_named(course.lessons[name]))
    return {other: _as_card(course, other) for other in dict.fromkeys((*around, *named)) if other != name}


def _named(lesson: Lesson) -> Iterator[str]:
    yield from lesson.related
    yield from (other for other, _ in lesson.left_open if other is not None)


def _as_card(course: Course, name: str) -> Lesson:
    lesson = course.lessons[name]
    return Lesson.model_construct(
        id=name,
        title=lesson.title,
        summary=lesson.summary,
        track=lesson.track,
        category=lesson.category,
        minutes=course.minutes[name],
        language=lesson.language,
        sections=(),
    )
