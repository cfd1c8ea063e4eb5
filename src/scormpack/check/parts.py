"""A course in parts that the rules on lessons look at one by one: a lesson, or those that share a bank."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from scormpack.errors import Finding
from scormpack.load import PlainFile, Source, bank_file, lesson_file, read_source
from scormpack.model import Course, CourseFile, Lesson, Media, Origin, Theme, media_of, named_banks, take_part

NOWHERE = Path(os.devnull)
"""The folder of a part's course: its rules read no file but those of the part."""


class Part(NamedTuple):
    """What is looked at together.

    Attributes:
        course: of these lessons alone; its file names no module and no ``ignore``.
        digests: of its files' texts as they were loaded, hexadecimal, by path from the course folder; None = not known.
        root: the course folder.
        sources: the files' texts; None while it is where they are. It travels with them.
    """

    course: Course
    digests: Mapping[str, str | None]
    root: Path
    sources: Mapping[str, Source | Finding] | None = None

    def read(self, file: str) -> Source | Finding:
        """Return the text of a file of the part as it is now, or why it cannot be read any more."""
        return self.sources[file] if self.sources is not None else read_source(self.root / file, file)

    def with_texts(self) -> Part:
        """Return the part with its files' texts as they are now, each read once."""
        return self._replace(sources={file: self.read(file) for file in self.digests})

    def __reduce__(self) -> tuple[type[Part], tuple[object, ...]]:
        """Take the texts along."""
        return Part, (self.course, self.digests, NOWHERE, self.with_texts().sources)


class Division:
    """A course to be looked at in parts.

    Attributes:
        file: what all parts are told of the course file.
    """

    def __init__(self, course: Course) -> None:
        """Divide a course, which is not looked at yet."""
        self.file = cut_down(course.file)
        self._course = course

    def part(self, lessons: Sequence[str]) -> Part:
        """Return the part of these lessons: what the rules find in all parts, they find in the whole."""
        part = take_part(self._course, self.file, lessons, root=NOWHERE)
        return Part(part, self.digests(lessons), self._course.root)

    def digests(self, lessons: Sequence[str]) -> Mapping[str, str | None]:
        """Return the part's ``digests``, without making it."""
        course = self._course
        digests = {lesson_file(name): _digest_of(course.origins, name) for name in lessons}
        banks = named_banks(course, lessons)
        return digests | {bank_file(name): _digest_of(course.bank_origins, name) for name in banks}

    def media(self, lessons: Sequence[str]) -> Mapping[str, Media]:
        """Return the media of the part's course, without making it."""
        return media_of(self._course, self.file, lessons, named_banks(self._course, lessons))


def cut_down(file: CourseFile) -> CourseFile:
    """Return a course file as parts are told of it: without what no rule on lessons asks for."""
    return file.model_copy(update={"modules": (), "ignore": (), "theme": Theme.model_construct()})


def lone_part(file: CourseFile, read: PlainFile[Lesson]) -> Part | None:
    """Return the part of a lesson that was just read, as a division makes it; None where it shows media or has banks.

    ``file`` is the course file, cut down.
    """
    origin, lesson = read.origin, read.model
    if origin.links or origin.banks:
        return None
    course = Course(NOWHERE, file, {lesson.id: lesson}, origins={lesson.id: origin})
    return Part(course, {read.source.file: origin.digest}, NOWHERE, {read.source.file: read.source})


def divide_course(course: Course, groups: Iterable[Sequence[str]]) -> Iterator[Part]:
    """Yield the part of each group of lessons."""
    return map(Division(course).part, groups)


def _digest_of(origins: Mapping[str, Origin], name: str) -> str | None:
    return origins[name].digest if name in origins else None


def join_lessons(course: Course) -> list[list[str]]:
    """Return the lessons in groups that are looked at together, in order of the first of each.

    Lessons that ask from the same bank belong together: its questions are judged by all quizzes that ask them.
    """
    before: dict[str, str] = {}
    first_to_ask: dict[str, str] = {}

    def first_of(name: str) -> str:
        while before[name] != name:
            name = before[name]
        return name

    groups: dict[str, list[str]] = {}
    for name in course.lessons:
        before[name] = name
        for bank in named_banks(course, (name,)):
            before[first_of(name)] = first_of(first_to_ask.setdefault(bank, name))
    for name in course.lessons:
        groups.setdefault(first_of(name), []).append(name)
    return list(groups.values())
