"""The files that a unit's pages show or offer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from scormpack.errors import CourseError, Finding
from scormpack.markup import links_of
from scormpack.model import Course, Media, Unit, markdown_texts


def used_media(course: Course, unit: Unit) -> tuple[Media, ...]:
    """Return the media of the unit's lessons and the theme's own, each once, by target."""
    if not course.media:  # nothing to look for in every text
        return ()
    shown = (media for reference in _references(course, unit) if (media := course.media.get(reference)))
    found = {media.target: media for media in shown}  # captions are in the pages
    return tuple(found[target] for target in sorted(found))


def read_media(course: Course, media: Media) -> bytes:
    """Return a file's bytes.

    Raises:
        CourseError: where the file went, or may not be read, since the course was loaded.
    """
    try:
        return (course.root / media.path).read_bytes()
    except OSError as fault:
        message = f"this file cannot be read any more: {fault.strerror}"
        hint = "Put it back, and build again."
        raise CourseError([Finding("media-missing", message, hint, media.path)]) from fault


def _references(course: Course, unit: Unit) -> Iterator[str]:
    yield from (path for _, path in course.file.theme.files)
    for lesson in (course.lessons[name] for name in unit.lessons):
        for _, text in chain.from_iterable(markdown_texts(source) for source in (lesson, *course.banks_of(lesson))):
            yield from (link.target for link in links_of(text))
