"""What all pages of a unit share, worked out once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

from scormpack.assets import addon_path, runtime_name
from scormpack.model import Course, CourseFile, Media, Unit
from scormpack.model.identity import Identity
from scormpack.render.looks import Looks
from scormpack.render.media import used_media
from scormpack.render.messages import Messages
from scormpack.render.page_data import unit_data


class Frame(NamedTuple):
    """The shared part of a unit's pages. It can be pickled, so that workers share the work on the pages.

    Attributes:
        language: of the unit, BCP 47.
        build: ten hex digits that change when anything on the unit's pages does.
        style: path of the style sheet from the site's root; ``style_data`` is its bytes.
        messages: texts for each language of the unit's lessons.
        media: files that the pages show or offer.
        templates: digest of the templates.
        data: what the pages' data say of the unit (``UnitData`` of ``runtime/page/data.ts``).
    """

    course: Course
    unit: Unit
    language: str
    build: str
    style: str
    style_data: bytes
    messages: Mapping[str, Messages]
    media: tuple[Media, ...]
    runtime: str
    templates: str
    data: Mapping[str, Any]


def plan_frame(course: Course, unit: Unit, build: str | None = None, looks: Looks | None = None) -> Frame:
    """Return what the pages of ``unit`` share.

    Args:
        course: that the unit is of.
        unit: a package's, or one SCO of several.
        build: of the package, where the unit is a part of it: pages and manifest name one and the same.
        looks: of the course, where more of its units are made.

    Raises:
        CourseError: where a file in the course's ``templates/`` cannot be read.
    """
    looks = looks or Looks(course)
    spoken = [course.language(course.outlines[lesson]) for lesson in unit.lessons]
    language = spoken[0] if unit.is_one_lesson else course.file.language
    messages = {name: looks.messages(name) for name in dict.fromkeys([language, *spoken])}
    style, style_data = looks.style(several=not unit.is_one_lesson, languages=messages)
    media = used_media(course, unit)
    paths = [
        style,
        runtime_name(),
        addon_path("course"),
        addon_path("tutor"),
        addon_path("reader"),
        *(texts.path for texts in messages.values()),
        *(file.target for file in media),
    ]
    shared = [*paths, *(texts.as_text for texts in messages.values()), looks.templates]
    build = build or _fingerprint(course, unit, shared)
    data = unit_data(course, unit, language)
    return Frame(
        course, unit, language, build, style, style_data, messages, media, runtime_name(), looks.templates, data
    )


ON_NO_PAGE = {"formats", "unit", "scos", "prerequisites", "ignore"}
"""Keys of ``course.yaml`` that change no page: a unit's build is the same beside whatever else is built."""


@lru_cache(maxsize=4)
def _begin_with(file: Identity[CourseFile]) -> Any:  # noqa: ANN401 - hashlib has no public name for it
    """Return the hash of what all units of a course have in common."""
    return sha256(file.of.model_dump_json(exclude=ON_NO_PAGE).encode())


def _fingerprint(course: Course, unit: Unit, shared: list[str]) -> str:
    """Hash what the pages are made from: their own bytes hold the result."""
    digest = _begin_with(Identity(course.file)).copy()
    for name in unit.lessons:
        for content in course.content(name):
            digest.update(content.encode())
        for named in course.outlines[name].named:
            other = course.outlines[named]
            digest.update(f"{named}\0{other.title}\0{other.summary}\0".encode())
    digest.update("\0".join([unit.iri, *shared]).encode())
    return str(digest.hexdigest()[:10])
