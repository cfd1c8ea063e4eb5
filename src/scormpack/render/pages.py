"""Writes the pages of a unit: one function a kind, each pure."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from scormpack.assets import addon_path
from scormpack.render.asks import load_asks
from scormpack.render.cards import page_path
from scormpack.render.course_page import view_course
from scormpack.render.direction import direction_of
from scormpack.render.environment import render_template
from scormpack.render.frame import Frame
from scormpack.render.lesson_page import view_lesson
from scormpack.render.page_data import course_data, lesson_data, lesson_entries, page_data
from scormpack.render.text import Texts
from scormpack.render.theme import font_files, logos_of, plate_of

INDEX = "index.html"


class CourseFacts(NamedTuple):
    """What every page says of the course; pictures by their addresses from it."""

    title: str
    version: str
    logo: str | None
    logo_dark: str | None
    plate: str | None


class FontLink(NamedTuple):
    """A file of a typeface, and which of the theme's faces it is for."""

    href: str | None
    faces: str


def render_lesson_page(frame: Frame, lesson_id: str) -> tuple[str, bytes]:
    """Return the path and the bytes of a lesson's page.

    Raises:
        CourseError: where a template of the course's own is at fault.
    """
    course, unit = frame.course, frame.unit
    lesson = course.lessons[lesson_id]
    path = page_path(unit, lesson_id)
    up = "../" * path.count("/")
    language = course.language(lesson)
    texts = Texts(course.media, up, frame.messages[language], frozenset(course.file.hosts))
    asks, _ = load_asks(course, unit, lesson, frame.messages[language]) or (None, b"")
    data = page_data(
        frame.data,
        lesson_entries(course, unit) if unit.is_one_lesson else [],
        lesson_data(course, lesson, texts.phrase, up, asks),
    )
    values = _shared_values(frame, language, up, data) | {
        "title": f"{lesson.title} · {course.file.title}",
        "lesson": view_lesson(course, unit, lesson, texts),
        "home": None if unit.is_one_lesson else up + INDEX,
    }
    page = render_template(course.root, "lesson.html.j2", values, frame.templates, frame.messages[language])
    return path, _encode(page)


def render_course_page(frame: Frame, search: str) -> tuple[str, bytes]:
    """Return the path and the bytes of the page that a unit of several lessons opens on.

    Args:
        frame: what the unit's pages share.
        search: path of the index that it searches in.

    Raises:
        CourseError: where a template of the course's own is at fault.
    """
    course, unit = frame.course, frame.unit
    overview = view_course(course, unit)
    data = page_data(
        frame.data,
        lesson_entries(course, unit),
        course=course_data(overview.facets, search),
    )
    values = _shared_values(frame, frame.language, "", data) | {
        "title": unit.title if unit.kind == "course" else f"{unit.title} · {course.file.title}",
        "overview": overview,
        "addon": addon_path("course"),
    }
    messages = frame.messages[frame.language]
    page = render_template(course.root, "course.html.j2", values, frame.templates, messages)
    return INDEX, page.encode()


def _encode(page: str) -> bytes:
    """Return a page in UTF-8; what is ASCII alone takes no time, and behind the two titles most pages are."""
    return b"".join([part.encode() for part in page.partition("</title>")])


def _shared_values(frame: Frame, language: str, up: str, data: Markup) -> dict[str, Any]:
    """Return what every template may name; ``docs/templates.md`` lists it."""
    messages = frame.messages[language]
    file = frame.course.file
    theme = file.theme
    logo, logo_dark = logos_of(theme)

    def place(path: str | None) -> str | None:
        return up + frame.course.media[path].target if path else None

    return {
        "language": language,
        "direction": direction_of(language),
        "say": messages.say,
        "number": messages.number,
        "listed": messages.join,
        "written_in": messages.written_in,
        "course": CourseFacts(file.title, file.version, place(logo), place(logo_dark), plate_of(theme)),
        "scheme": "light dark" if theme.scheme == "auto" else theme.scheme,
        "fonts": [FontLink(place(path), faces) for path, faces in font_files(theme).items()],
        "build": frame.build,
        "style": up + frame.style,
        "messages": up + messages.path,
        "addon": None,
        "runtime": up + frame.runtime,
        "data": data,
    }
