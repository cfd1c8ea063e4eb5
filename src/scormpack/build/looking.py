"""A course checked part by part: by a crew, and not again where it is known."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from hashlib import sha256
from itertools import chain
from typing import NamedTuple

from pydantic_core import from_json

from scormpack.build.crew import Alone
from scormpack.build.kept_findings import read_finding
from scormpack.build.memory import Later, Memory, Stage
from scormpack.build.own_state import digest_own_state
from scormpack.build.store import key_of
from scormpack.check import (
    Comparison,
    Division,
    Fault,
    Part,
    check_part,
    check_parts,
    compare_quizzes,
    join_lessons,
    lone_part,
    place_faults,
)
from scormpack.errors import Finding
from scormpack.load import PlainFile, Source
from scormpack.model import MANY, Course, CourseFile, Lesson, Media

_AT_ONCE = 500
"""Parts of a great many of which is held together what was found."""


class Looking:
    """Checks the parts of a course, as a ``Look`` does."""

    def __init__(self, memory: Memory) -> None:
        """Check with the help of ``memory``."""
        self._memory = memory

    def __call__(self, course: Course, codes: Collection[str]) -> Iterator[Finding]:
        """Return what is found in the parts of a course."""
        crew = self._memory.crew
        if isinstance(crew, Alone) and not self._memory.known:
            return check_parts(course, codes)
        groups = join_lessons(course)
        size = _AT_ONCE if len(groups) > MANY else MANY
        some, *rest = [groups[start : start + size] for start in range(0, len(groups), size)] or [[]]
        first = self._look(course, some, codes)  # others may begin
        further = chain.from_iterable(self._look(course, more, codes) for more in rest)
        return self._put_together(course, codes, chain(first, further))

    def _put_together(self, course: Course, codes: Collection[str], parts: Iterable[Looked]) -> Iterator[Finding]:
        quizzes, told = Comparison(course), sha256()
        for looked in parts:
            yield from looked.findings
            quizzes.add(looked.questions)
            told.update(f"{len(looked.questions)}\0{looked.questions}".encode("utf-8", "surrogatepass"))
        yield from self._compare(course, codes, quizzes, told.hexdigest())

    def _look(self, course: Course, groups: Sequence[Sequence[str]], codes: Collection[str]) -> Iterator[Looked]:
        """Return what is found in the parts of these lessons."""
        division = Division(course)
        keys: Sequence[bytes | None] = [None] * len(groups)
        if self._memory.known:
            told = PartKeys(self._memory, codes, division.file)
            keys = [told.of_part(division.media(lessons), division.digests(lessons)) for lessons in groups]
        return self._memory.share_out(PARTS, frozenset(codes), Later(division.part, groups), keys)

    def _compare(self, course: Course, codes: Collection[str], quizzes: Comparison, told: str) -> Iterator[Finding]:
        """Yield what is found between the quizzes; where none has changed, they are not compared again.

        ``told`` is a hash of all that is said of them.
        """
        here = self._memory._replace(crew=Alone())
        key = None
        if here.store:
            key = key_of("quizzes", digest_own_state(), ",".join(sorted(codes)), told, *course.lessons)
        (faults,) = here.share_out(QUIZZES, frozenset(codes), [quizzes], [key])
        yield from place_faults(course, faults, codes)


class Looked(NamedTuple):
    """What is found in a part.

    Attributes:
        findings: placed.
        questions: its questions in short.
        is_as_loaded: whether its files were still those that its lessons were made from.
    """

    findings: tuple[Finding, ...]
    questions: str
    is_as_loaded: bool = True


def look_at_parts(codes: Collection[str], parts: Sequence[Part]) -> list[Looked]:
    """Return what is found in each part: the part of checking a course that many may share."""
    # What the rules see of a file is what it is judged by, whoever writes it meanwhile.
    checked = ((part, check_part(part, codes)) for part in map(Part.with_texts, parts))
    return [Looked(tuple(one.findings), one.questions, _is_as_loaded(part)) for part, one in checked]


def _is_as_loaded(part: Part) -> bool:
    sources = ((part.read(file), digest) for file, digest in part.digests.items())
    return all(isinstance(source, Source) and source.digest == digest for source, digest in sources)


class PartKeys:
    """Says by which key what is found in a part is known: all that goes into it."""

    def __init__(self, memory: Memory, codes: Collection[str], file: CourseFile) -> None:
        """Begin with what is the same for all parts; ``file`` is the course file, cut down."""
        own = digest_own_state() if memory.store else ""
        self._told = key_of("part", own, ",".join(sorted(codes)), file.model_dump_json()).hex()

    def of_part(self, media: Mapping[str, Media], digests: Mapping[str, str | None]) -> bytes | None:
        """Return the key of a part with these media and files; None where one of the files is not known."""
        read = [text for name, digest in digests.items() for text in (name, digest or "")]
        return key_of(self._told, repr(media), *read) if all(read) else None

    def of_lone(self, source: Source) -> bytes:
        """Return the key of a lesson that is a part by itself, without media."""
        return key_of(self._told, repr({}), source.file, source.digest)


class Lookout(NamedTuple):
    """Looks at lessons while they are read, and their models at hand, as ``Looking`` would later.

    Attributes:
        codes: of the rules.
        file: the course file, cut down.
    """

    codes: frozenset[str]
    file: CourseFile

    def look(self, read: PlainFile[Lesson]) -> bytes | None:
        """Return what is found in a lesson, as it is kept; None where that hangs on other files too."""
        part = lone_part(self.file, read)
        return _write_looked(*look_at_parts(self.codes, [part])) if part else None


def _write_looked(looked: Looked) -> bytes | None:
    found = json.dumps([asdict(finding) for finding in looked.findings], ensure_ascii=False)
    return f"{found}\n{looked.questions}".encode() if looked.is_as_loaded else None


def _read_looked(kept: bytes) -> Looked:
    found, _, questions = kept.decode().partition("\n")
    return Looked(tuple(map(read_finding, from_json(found))), questions)


PARTS = Stage(look_at_parts, _write_looked, _read_looked)


def compare_all(codes: Collection[str], courses: Sequence[Comparison]) -> list[list[tuple[str, Fault]]]:
    """Return what is found between the quizzes of each course."""
    return [compare_quizzes(quizzes, codes) for quizzes in courses]


def _write_faults(faults: Sequence[tuple[str, Fault]]) -> bytes | None:
    if any(fault.span or fault.mend for _, fault in faults):
        return None  # none of these rules has any
    return json.dumps([(code, fault._asdict()) for code, fault in faults], ensure_ascii=False).encode()


def _read_faults(kept: bytes) -> list[tuple[str, Fault]]:
    return [(code, Fault(**{**fault, "path": tuple(fault["path"])})) for code, fault in json.loads(kept)]


QUIZZES = Stage(compare_all, _write_faults, _read_faults)
