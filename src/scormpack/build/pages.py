"""The files of a unit's lessons, each lesson's made by themselves from as little of the course as they show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pydantic_core import from_json, to_json

from scormpack.archive import Member, compress, expand, prepend
from scormpack.build.memory import Later, Memory, Stage
from scormpack.build.own_state import digest_own_state
from scormpack.build.secrets import Secrets, scan_file
from scormpack.build.store import key_of
from scormpack.check import NOWHERE
from scormpack.formats.page_rules import look_at_page
from scormpack.model import Course, CourseFile, Unit, media_of, named_banks, take_part
from scormpack.render import (
    ON_NO_PAGE,
    Frame,
    Site,
    combine_site,
    has_own_pages,
    plan_frame,
    render_home,
    render_lesson_files,
    render_shared,
    render_site,
    templates_digest,
    words_of,
)
from scormpack.render.build_id import begin_page, split_page
from scormpack.render.search import LessonWords
from scormpack.render.site import Seen, later_file

MARK = "4f6b1d0c92e7a8538d3c1e5f7092b6a4"
"""Stands for the build id while a page is made: the id changes with any page of the unit, the page does not."""


class MadeFile(NamedTuple):
    """A file of a lesson as it was rendered and compressed.

    Attributes:
        path: in the package.
        member: it, compressed; of a page that begins with the build id, all that follows that.
        is_rest: whether it is such a page.
        secrets: what in it has the form of one.
        seen: what it asks for.
    """

    path: str
    member: Member
    is_rest: bool
    secrets: Secrets
    seen: Seen


class MadeLesson(NamedTuple):
    """What is made of one lesson.

    Attributes:
        files: its page, then what its tutor is asked, if anything.
        words: that the course page finds it by.
    """

    files: tuple[MadeFile, ...]
    words: LessonWords


class LessonFile(NamedTuple):
    """A file of a lesson as a package holds it.

    Attributes:
        member: it, compressed.
        secrets: what in it has the form of one.
        seen: what it asks for.
    """

    member: Member
    secrets: Secrets
    seen: Seen

    def read(self) -> bytes:
        """Return its bytes."""
        return expand(self.member)


def render_unit(course: Course, unit: Unit, memory: Memory) -> Site:
    """Return the site of a unit; the files of its lessons are each a ``LessonFile``.

    Raises:
        CourseError: as ``render_site``.
    """
    if unit.scos != "one" or unit.is_one_lesson:
        return render_site(course, unit)
    frame = plan_frame(course, unit)
    making = make_lessons(frame, memory)  # others may begin
    shared = render_shared(frame)
    made: list[MadeFile] = []

    def take_words() -> Iterator[LessonWords]:
        for lesson in making:
            made.extend(lesson.files)
            yield lesson.words

    shared |= render_home(frame, take_words())  # of all lessons' words little is held at once
    return combine_site(frame, shared, _finish(made, frame.build))


def compress_package(package: Mapping[str, bytes]) -> dict[str, Member]:
    """Return the members of a package's zip; a ``LessonFile`` is compressed already."""
    return {
        path: file.member if (file := ready_file(package, path)) else compress(path, package[path]) for path in package
    }


def ready_file(package: Mapping[str, bytes], path: str) -> LessonFile | None:
    """Return a file of a package as its lesson's, if a format took it over as it is."""
    file = later_file(package, path)
    return file if isinstance(file, LessonFile) else None


def make_lessons(frame: Frame, memory: Memory) -> Iterator[MadeLesson]:
    """Return what is made of each lesson of a unit, some of it while the caller does something else.

    Raises:
        CourseError: where a template of the course's own is at fault.
    """
    course, unit = frame.course, frame.unit
    usual = {key: CourseFile.model_fields[key].default for key in ON_NO_PAGE}
    file = course.file.model_copy(update=usual)
    # What a template of the course's own does with the build id, or includes, is not known: it gets the id itself, and
    # its pages are not kept.
    own = has_own_pages(course.root)
    shown = frame.build if own else MARK
    root = course.root if own else NOWHERE
    bare = replace(
        course, root=root, file=file, lessons={}, media={}, unlisted=(), banks={}, origins={}, bank_origins={}
    )
    told = replace(frame, course=bare, media=(), style_data=b"", build=shown)

    def part(name: str) -> Course:
        beside = {other: course.outlines[other].card for other in _seen_from(frame, name)}
        return take_part(course, file, (name,), beside, root)

    keys = _keys_of(frame, told, file) if memory.store and not own else [None] * len(unit.lessons)
    # Nobody else has the course's own templates.
    here = memory._replace(crew=memory.crew.near) if own else memory
    return here.share_out(PAGES, told, Later(part, unit.lessons), keys)


def make_pages(frame: Frame, parts: Sequence[Course]) -> list[MadeLesson]:
    """Return what is made of the lesson of each part: the part of rendering that many may share."""
    return [_make_lesson(frame, part, next(iter(part.lessons))) for part in parts]


def _make_lesson(frame: Frame, part: Course, lesson_id: str) -> MadeLesson:
    made = render_lesson_files(replace(frame, course=part), lesson_id)
    return MadeLesson(tuple(_make_file(path, data) for path, data in made), words_of(part.lessons[lesson_id]))


def _make_file(path: str, data: bytes) -> MadeFile:
    beginning, rest = split_page(data)
    is_rest = beginning == begin_page(MARK)
    return MadeFile(path, compress(path, rest if is_rest else data), is_rest, scan_file(data), look_at_page(path, data))


def _finish(made: Sequence[MadeFile], build: str) -> Iterator[tuple[str, LessonFile]]:
    rests = [file for file in made if file.is_rest]
    whole = prepend(begin_page(build), [file.member for file in rests])
    members = {file.path: member for file, member in zip(rests, whole, strict=True)}
    for file in made:
        yield file.path, LessonFile(members.get(file.path, file.member), file.secrets, file.seen)


def _keys_of(frame: Frame, told: Frame, file: CourseFile) -> list[bytes | None]:
    """Return the key of each page: all that ``make_pages`` is given, and the templates that it reads.

    ``told`` is the frame that it is given, ``file`` what its part says of the course file.
    """
    course, unit = frame.course, frame.unit
    texts = [repr((name, one.path, one.texts, one.language, one.words)) for name, one in told.messages.items()]
    shared = (repr(unit), told.language, told.build, told.style, told.runtime, repr(told.data))
    templates = templates_digest(told.course.root)
    said = key_of("page", digest_own_state(), templates, file.model_dump_json(), *texts, *shared)
    outlines, minutes, origins = course.outlines, course.minutes, course.origins
    cards = {name: repr((*outlines[name].card, minutes[name])) for name in outlines}
    keys: list[bytes | None] = []
    for name in unit.lessons:
        banks = named_banks(course, (name,))
        read = [origins.get(name), *(course.bank_origins.get(bank) for bank in banks)]
        known = [origin.digest for origin in read if origin is not None]
        media = repr(media_of(course, file, (name,), banks))
        beside = [cards[other] for other in _seen_from(frame, name)]
        keys.append(key_of(said, name, media, "\0".join(known), *beside) if len(known) == len(read) else None)
    return keys


def _write_lesson(lesson: MadeLesson) -> bytes:
    files = [
        (one.path, one.is_rest, one.secrets, one.seen, len(member.data), member.size, member.crc, member.method)
        for one in lesson.files
        for member in [one.member]
    ]
    head = to_json([files, lesson.words])
    return b"".join([head, b"\n", *(file.member.data for file in lesson.files)])


def _read_lesson(kept: bytes) -> MadeLesson:
    head, _, packed = kept.partition(b"\n")
    told, (title, terms, summary, text) = from_json(head)
    files, start = [], 0
    for path, is_rest, secrets, (targets, requests), length, size, crc, method in told:
        member = Member(packed[start : start + length], size, crc, method)
        found = tuple((kind, text) for kind, text in secrets)
        files.append(MadeFile(path, member, is_rest, found, Seen(tuple(targets), tuple(requests))))
        start += length
    return MadeLesson(tuple(files), (title, terms, summary, text))


PAGES = Stage(make_pages, _write_lesson, _read_lesson)


def _seen_from(frame: Frame, name: str) -> list[str]:
    """Return the lessons that a lesson's page names: those around it, and those that its author names."""
    unit, place = frame.unit, frame.unit.places[name]
    around = (*unit.lessons[max(0, place - 1) : place], *unit.lessons[place + 1 : place + 2])
    return [other for other in dict.fromkeys((*around, *frame.course.outlines[name].named)) if other != name]
