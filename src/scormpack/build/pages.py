"""The files of a unit's lessons, each lesson's made by themselves from as little of the course as they show."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from scormpack.archive import Member, compress
from scormpack.build.memory import Memory, Stage
from scormpack.build.own_state import digest_own_state
from scormpack.build.secrets import Secrets, scan_file
from scormpack.build.store import key_of
from scormpack.check import NOWHERE
from scormpack.model import Course, CourseFile, Outline, Unit, take_part
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
from scormpack.render.search import LessonWords

MARK = b"4f6b1d0c92e7a8538d3c1e5f7092b6a4"
"""Stands for the build id in a page that is kept: the id changes with any page of the unit, the page does not."""


@dataclass(frozen=True, slots=True)
class MadeFile:
    """A file of a lesson as it was rendered.

    Attributes:
        path: in the package.
        template: its bytes, with ``MARK`` wherever it shows the build id.
        secrets: what in it has the form of one.
        member: it, with the build id, compressed; None for one that was kept from another build.
    """

    path: str
    template: bytes
    secrets: Secrets
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class MadeLesson:
    """What is made of one lesson.

    Attributes:
        files: its page, then what its tutor is asked, if anything.
        words: that the course page finds it by.
    """

    files: tuple[MadeFile, ...]
    words: LessonWords


@dataclass(frozen=True, slots=True)
class PageOrder:
    """What all who make pages of a unit are told.

    Attributes:
        frame: of the unit, with ``MARK`` for its build id; its course has no lessons.
        build: that id, for what is not kept.
    """

    frame: Frame
    build: str


@dataclass(frozen=True, slots=True)
class LessonFile:
    """A file of a lesson as a package holds it.

    Attributes:
        data: its bytes.
        member: the same, compressed.
        secrets: what in it has the form of one.
    """

    data: bytes
    member: Member
    secrets: Secrets


def render_unit(course: Course, unit: Unit, memory: Memory) -> tuple[Site, dict[str, LessonFile]]:
    """Return the site of a unit, and those of its files that are compressed and looked through already.

    Raises:
        CourseError: as ``render_site``.
    """
    if unit.scos != "one" or unit.is_one_lesson:
        return render_site(course, unit), {}
    frame = plan_frame(course, unit)
    making = make_lessons(frame, memory)  # others may begin
    shared = render_shared(frame)
    ready: dict[str, LessonFile] = {}

    def finish_lessons() -> Iterator[LessonWords]:
        for lesson in making:
            ready.update(_finish(lesson.files, frame.build))
            yield lesson.words

    shared |= render_home(frame, finish_lessons())  # of all lessons' words little is held at once
    return combine_site(frame, shared, ((path, file.data) for path, file in ready.items())), ready


def compress_package(package: Mapping[str, bytes], ready: Mapping[str, LessonFile]) -> dict[str, Member]:
    """Return the members of a package's zip; ``ready`` are those that are compressed already, by path."""
    return {
        path: file.member if (file := ready.get(path)) and file.data is data else compress(path, data)
        for path, data in package.items()
    }


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
    shown = frame.build if own else MARK.decode()
    root = course.root if own else NOWHERE
    bare = replace(
        course, root=root, file=file, lessons={}, media={}, unlisted=(), banks={}, origins={}, bank_origins={}
    )
    told = replace(frame, course=bare, media=(), style_data=b"", build=shown, data={**frame.data, "build": shown})
    order = PageOrder(told, frame.build)
    parts = [take_part(course, file, (name,), _seen_from(frame, name), root) for name in unit.lessons]
    keys = _keys_of(told, parts) if memory.store and not own else [None] * len(parts)
    # Nobody else has the course's own templates.
    here = replace(memory, crew=memory.crew.near) if own else memory
    return here.share_out(PAGES, order, parts, keys)


def make_pages(order: PageOrder, parts: Sequence[Course]) -> list[MadeLesson]:
    """Return what is made of the lesson of each part: the part of rendering that many may share."""
    return [_make_lesson(order, part, next(iter(part.lessons))) for part in parts]


def _make_lesson(order: PageOrder, part: Course, lesson_id: str) -> MadeLesson:
    files = []
    for path, template in render_lesson_files(replace(order.frame, course=part), lesson_id):
        member = compress(path, _with_build(template, order.build))
        files.append(MadeFile(path, template, scan_file(template), member))
    return MadeLesson(tuple(files), words_of(part.lessons[lesson_id]))


def _finish(made: Iterable[MadeFile], build: str) -> Iterator[tuple[str, LessonFile]]:
    for file in made:
        data = _with_build(file.template, build)
        yield file.path, LessonFile(data, file.member or compress(file.path, data), file.secrets)


def _with_build(template: bytes, build: str) -> bytes:
    return template.replace(MARK, build.encode())


def _keys_of(frame: Frame, parts: Sequence[Course]) -> list[bytes | None]:
    """Return the key of each page: all that ``make_pages`` is given, and the templates that it reads."""
    file = frame.course.file.model_dump_json()
    texts = [repr((name, one.path, one.texts, one.language, one.words)) for name, one in frame.messages.items()]
    unit = (repr(frame.unit), frame.language, frame.build, frame.style, frame.runtime, repr(frame.data))
    told = key_of("page", digest_own_state(), templates_digest(frame.course.root), file, *texts, *unit)
    return [_key_of_part(told, part) for part in parts]


def _key_of_part(told: bytes, part: Course) -> bytes | None:
    (name,) = part.lessons
    origins = [part.origins.get(name), *(part.bank_origins.get(bank) for bank in part.banks)]
    if any(origin is None for origin in origins):
        return None
    cards = [repr((outline, part.minutes[other])) for other, outline in part.outlines.items() if other != name]
    digests = [origin.digest for origin in origins if origin is not None]
    return key_of(told, name, repr(part.media), "\0".join(digests), *cards)


def _write_lesson(lesson: MadeLesson) -> bytes:
    files = [(file.path, file.secrets, len(file.template)) for file in lesson.files]
    head = json.dumps([files, lesson.words], ensure_ascii=False)
    return b"".join([head.encode(), b"\n", *(file.template for file in lesson.files)])


def _read_lesson(kept: bytes) -> MadeLesson:
    head, _, templates = kept.partition(b"\n")
    told, (title, terms, summary, text) = json.loads(head)
    files, start = [], 0
    for path, secrets, length in told:
        template = templates[start : start + length]
        files.append(MadeFile(path, template, tuple((kind, found) for kind, found in secrets)))
        start += length
    return MadeLesson(tuple(files), (title, terms, summary, text))


PAGES = Stage(make_pages, _write_lesson, _read_lesson)


def _seen_from(frame: Frame, name: str) -> Mapping[str, Outline]:
    """Return the lessons that a lesson's page names, with no more than it says of them."""
    outlines, unit = frame.course.outlines, frame.unit
    place = unit.places[name]
    around = (*unit.lessons[max(0, place - 1) : place], *unit.lessons[place + 1 : place + 2])
    return {other: outlines[other].card for other in dict.fromkeys((*around, *outlines[name].named)) if other != name}
