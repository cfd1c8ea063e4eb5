"""Files that were rendered once and are kept as they stand in a zip: nobody compresses or looks through them again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from scormpack.archive import Member, compress, expand, prepend
from scormpack.build.own_state import digest_own_state
from scormpack.build.secrets import Secrets, scan_file
from scormpack.build.store import key_of
from scormpack.check import NOWHERE
from scormpack.formats.page_rules import look_at_page
from scormpack.model import Course, CourseFile
from scormpack.render import ON_NO_PAGE, Frame, templates_digest
from scormpack.render.build_id import begin_page, split_page
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


def compress_package(package: Mapping[str, bytes]) -> dict[str, Member]:
    """Return the members of a package's zip; a ``LessonFile`` is compressed already."""
    return {
        path: file.member if (file := ready_file(package, path)) else compress(path, package[path]) for path in package
    }


def ready_file(package: Mapping[str, bytes], path: str) -> LessonFile | None:
    """Return a file of a package as its lesson's, if a format took it over as it is."""
    file = later_file(package, path)
    return file if isinstance(file, LessonFile) else None


def make_file(path: str, data: bytes) -> MadeFile:
    """Return a file with all that is asked of it; a page has ``MARK`` for its build id."""
    return pack_file(path, data, scan_file(data), look_at_page(path, data))


def pack_file(path: str, data: bytes, secrets: Secrets, seen: Seen) -> MadeFile:
    """Return a file of which is known what is asked of it."""
    beginning, rest = split_page(data)
    is_rest = beginning == begin_page(MARK)
    return MadeFile(path, compress(path, rest if is_rest else data), is_rest, secrets, seen)


def read_looks(secrets: Any, seen: Any) -> tuple[Secrets, Seen]:  # noqa: ANN401 (what JSON gives back)
    """Return what is known of a file as it was before it was kept."""
    targets, requests = seen
    found: Secrets = tuple((kind, text) for kind, text in secrets) if secrets else ()
    return found, Seen(tuple(targets), tuple(requests))


def finish_files(made: Sequence[MadeFile], build: str) -> Iterator[tuple[str, LessonFile]]:
    """Yield path and file of each as a package of this build holds it."""
    rests = [file for file in made if file.is_rest]
    whole = prepend(begin_page(build), [file.member for file in rests])
    members = {file.path: member for file, member in zip(rests, whole, strict=True)}
    for file in made:
        yield file.path, LessonFile(members.get(file.path, file.member), file.secrets, file.seen)


def said_on_pages(course: Course) -> CourseFile:
    """Return the course file as far as pages may hang on it."""
    return course.file.model_copy(update={key: CourseFile.model_fields[key].default for key in ON_NO_PAGE})


def bare_frame(frame: Frame, file: CourseFile) -> Frame:
    """Return what is told of a unit to whoever makes a page of it: no lesson, no folder, ``MARK`` for its build id."""
    course = replace(
        frame.course, root=NOWHERE, file=file, lessons={}, media={}, unlisted=(), banks={}, origins={}, bank_origins={}
    )
    return frame._replace(course=course, media=(), style_data=b"", build=MARK)


def key_of_frame(kind: str, told: Frame) -> bytes:
    """Return the key of a kind of page as far as it hangs on what ``bare_frame`` tells, and on our templates."""
    texts = [repr((name, one.path, one.texts, one.language, one.words)) for name, one in told.messages.items()]
    shared = (repr(told.unit), told.language, told.style, told.runtime, repr(told.data))
    file = told.course.file.model_dump_json()
    return key_of(kind, digest_own_state(), templates_digest(told.course.root), file, *texts, *shared)
