"""The files of a unit's lessons, each lesson's made by themselves from as little of the course as they show."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from pydantic_core import from_json, to_json

from scormpack.archive import Member
from scormpack.build.home import make_home
from scormpack.build.kept_lists import list_kept_words, write_words
from scormpack.build.made_file import (
    MadeFile,
    bare_frame,
    finish_files,
    key_of_frame,
    make_file,
    read_looks,
    said_on_pages,
)
from scormpack.build.memory import Later, Memory, Stage
from scormpack.build.store import key_of
from scormpack.model import Course, Unit, media_of, named_banks, take_part
from scormpack.render import (
    Frame,
    Site,
    combine_site,
    has_own_pages,
    plan_frame,
    render_course_page,
    render_lesson_files,
    render_search,
    render_shared,
    render_site,
    words_of,
)


class MadeLesson(NamedTuple):
    """What is made of one lesson.

    Attributes:
        files: its page, then what its tutor is asked, if anything.
        words: that the course page finds it by, as ``kept_lists`` reads them.
    """

    files: tuple[MadeFile, ...]
    words: bytes


def render_unit(course: Course, unit: Unit, memory: Memory) -> Site:
    """Return the site of a unit of several lessons; all its pages are each a ``LessonFile``, and others render theirs.

    Raises:
        CourseError: as ``render_site``.
    """
    if unit.scos != "one" or unit.is_one_lesson:
        return render_site(course, unit)
    frame = plan_frame(course, unit)
    making, keys = make_lessons(frame, memory)  # others may begin
    shared = render_shared(frame)
    made: list[MadeFile] = []

    def take_words() -> Iterator[bytes]:
        for lesson in making:
            made.extend(lesson.files)
            yield lesson.words

    lists = list_kept_words(take_words(), keys, unit, memory.store, lambda kept: _read_lesson(kept).words)
    search, files = render_search(lists)
    if has_own_pages(course.root):
        path, page = render_course_page(frame, search)
        files[path] = page
    else:
        made.append(make_home(frame, search, memory))
    return combine_site(frame, shared | files, finish_files(made, frame.build))


def make_lessons(frame: Frame, memory: Memory) -> tuple[Iterator[MadeLesson], Sequence[bytes | None]]:
    """Return what is made of each lesson of a unit, some of it while the caller does something else; and their keys.

    Raises:
        CourseError: where a template of the course's own is at fault.
    """
    course, unit = frame.course, frame.unit
    # What a template of the course's own does with the build id, or includes, is not known: it gets the id itself, and
    # its pages are not kept.
    own = has_own_pages(course.root)
    file = said_on_pages(course)
    told = bare_frame(frame, file)
    if own:
        told = told._replace(course=replace(told.course, root=course.root), build=frame.build)

    def part(name: str) -> Course:
        beside = {other: course.outlines[other].card for other in _seen_from(frame, name)}
        return take_part(course, file, (name,), beside, told.course.root)

    keys = _keys_of(frame, told) if memory.store and not own else [None] * len(unit.lessons)
    # Nobody else has the course's own templates.
    here = memory._replace(crew=memory.crew.near) if own else memory
    return here.share_out(PAGES, told, Later(part, unit.lessons), keys), keys


def make_pages(frame: Frame, parts: Sequence[Course]) -> list[MadeLesson]:
    """Return what is made of the lesson of each part: the part of rendering that many may share."""
    return [_make_lesson(frame, part, next(iter(part.lessons))) for part in parts]


def _make_lesson(frame: Frame, part: Course, lesson_id: str) -> MadeLesson:
    made = render_lesson_files(frame._replace(course=part), lesson_id)
    words = write_words(words_of(part.lessons[lesson_id]))
    return MadeLesson(tuple(make_file(path, data) for path, data in made), words)


def _keys_of(frame: Frame, told: Frame) -> list[bytes | None]:
    """Return the key of each page: all that ``make_pages`` is given; ``told`` is what all are told."""
    course, unit = frame.course, frame.unit
    said = key_of_frame("page", told).hex()
    outlines, minutes, origins = course.outlines, course.minutes, course.origins

    @cache
    def card(name: str) -> str:  # of a great course, a unit shows few
        return repr((outlines[name].listed, minutes[name]))

    keys: list[bytes | None] = []
    for name in unit.lessons:
        banks = named_banks(course, (name,))
        read = [origins.get(name), *(course.bank_origins.get(bank) for bank in banks)]
        known = [origin.digest for origin in read if origin is not None]
        media = repr(media_of(course, told.course.file, (name,), banks))
        beside = [card(other) for other in _seen_from(frame, name)]
        keys.append(key_of(said, name, media, "\0".join(known), *beside) if len(known) == len(read) else None)
    return keys


def _write_lesson(lesson: MadeLesson) -> bytes:
    files = [
        (one.path, one.is_rest, one.secrets, one.seen, len(member.data), member.size, member.crc, member.method)
        for one in lesson.files
        for member in [one.member]
    ]
    return b"".join([to_json(files), b"\n", lesson.words, b"\n", *(file.member.data for file in lesson.files)])


def _read_lesson(kept: bytes) -> MadeLesson:
    head, words, packed = kept.split(b"\n", 2)
    files, start = [], 0
    for path, is_rest, secrets, seen, length, size, crc, method in from_json(head):
        member = Member(packed[start : start + length], size, crc, method)
        files.append(MadeFile(path, member, is_rest, *read_looks(secrets, seen)))
        start += length
    return MadeLesson(tuple(files), words)


PAGES = Stage(make_pages, _write_lesson, _read_lesson)


def _seen_from(frame: Frame, name: str) -> list[str]:
    """Return the lessons that a lesson's page names: those around it, and those that its author names."""
    unit, place = frame.unit, frame.unit.places[name]
    around = (*unit.lessons[max(0, place - 1) : place], *unit.lessons[place + 1 : place + 2])
    return [other for other in dict.fromkeys((*around, *frame.course.outlines[name].named)) if other != name]
