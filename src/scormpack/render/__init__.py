"""A unit to the files of a site that knows no format."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain

from scormpack.assets import addon_path, addons
from scormpack.model import Course, Unit, unit_scos
from scormpack.render.asks import load_asks
from scormpack.render.environment import has_own_pages, render_template, templates_digest
from scormpack.render.frame import ON_NO_PAGE, Frame, plan_frame
from scormpack.render.hosts import outside_hosts
from scormpack.render.looks import Looks
from scormpack.render.media import read_media
from scormpack.render.pages import render_course_page, render_lesson_page
from scormpack.render.search import LessonWords, Lists, change_lists, list_words, load_search, words_of
from scormpack.render.site import Files, LaterFile, Site

__all__ = [
    "ON_NO_PAGE",
    "Frame",
    "LessonWords",
    "Lists",
    "Looks",
    "Site",
    "change_lists",
    "combine_site",
    "has_own_pages",
    "join_sites",
    "list_words",
    "outside_hosts",
    "plan_frame",
    "render_course_page",
    "render_home",
    "render_lesson_files",
    "render_search",
    "render_shared",
    "render_site",
    "render_template",
    "templates_digest",
    "words_of",
]


def render_site(course: Course, unit: Unit, build: str | None = None, looks: Looks | None = None) -> Site:
    """Return all files of a unit's site, by path; ``build`` and ``looks`` as in ``plan_frame``.

    The same as ``plan_frame``, then ``render_lesson_files`` for each lesson, which many workers may do in parts,
    ``render_shared`` and, for several lessons, ``render_home``.

    Raises:
        CourseError: where a template of the course's own is at fault, or a file went since the course was loaded.
    """
    if unit.scos == "per-lesson":
        looks = looks or Looks(course)
        whole = plan_frame(course, unit, looks=looks).build
        return join_sites(render_site(course, sco, whole, looks) for sco in unit_scos(course, unit))
    frame = plan_frame(course, unit, build, looks)
    shared = render_shared(frame)
    if not unit.is_one_lesson:
        shared |= render_home(frame, (words_of(course.lessons[lesson]) for lesson in unit.lessons))
    return combine_site(
        frame, shared, chain.from_iterable(render_lesson_files(frame, lesson) for lesson in unit.lessons)
    )


def join_sites(sites: Iterable[Site]) -> Site:
    """Return one site of several whose pages have paths of their own; what they share they all have the same."""
    first, *others = sites
    files = dict(first.files)
    for site in others:
        files |= site.files
    return Site({path: files[path] for path in sorted(files)}, first.runtime, first.build)


def combine_site(frame: Frame, shared: Mapping[str, bytes], lessons: Iterable[tuple[str, bytes | LaterFile]]) -> Site:
    """Return the site of its parts, sorted by path; ``lessons`` are the files of all of them."""
    files = Files({**shared, **dict(lessons)})
    return Site(files.sorted(), frame.runtime, frame.build)


def render_lesson_files(frame: Frame, lesson_id: str) -> list[tuple[str, bytes]]:
    """Return path and bytes of each file that is one lesson's: its page, then what its tutor is asked, if anything.

    Raises:
        CourseError: as ``render_site``.
    """
    lesson = frame.course.lessons[lesson_id]
    asks = load_asks(frame.course, frame.unit, lesson, frame.messages[frame.course.language(lesson)])
    return [render_lesson_page(frame, lesson_id), *([asks] if asks else [])]


def render_home(frame: Frame, words: Iterable[LessonWords]) -> dict[str, bytes]:
    """Return the page that a unit of several lessons opens on, and what it alone needs; ``words`` are its lessons'.

    Raises:
        CourseError: as ``render_site``.
    """
    search, files = render_search(list_words(words))
    path, page = render_course_page(frame, search)
    return files | {path: page}


def render_search(lists: Lists) -> tuple[str, dict[str, bytes]]:
    """Return the path of the index that a course page searches in, and all files but that page that it alone needs."""
    search, index = load_search(lists)
    return search, {search: index, addon_path("course"): addons()["course"]}


def render_shared(frame: Frame) -> dict[str, bytes]:
    """Return the files of a site that its pages share: style sheet, texts, media, add-ons.

    Raises:
        CourseError: as ``render_site``.
    """
    files = {media.target: read_media(frame.course, media) for media in frame.media}
    files |= {messages.path: messages.script for messages in frame.messages.values()}
    files[frame.style] = frame.style_data
    files[addon_path("reader")] = addons()["reader"]
    if any(frame.course.outlines[lesson].tutor for lesson in frame.unit.lessons):
        files[addon_path("tutor")] = addons()["tutor"]
    return files
