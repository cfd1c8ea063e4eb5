"""A course in parts that the rules on lessons look at one by one: a lesson, or those that share a bank."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scormpack.errors import Finding
from scormpack.load import Source, bank_file, lesson_file
from scormpack.model import Course, named_banks, take_part


@dataclass(frozen=True, slots=True)
class Part:
    """What is looked at together.

    Attributes:
        course: of these lessons alone; its file names no module and no ``ignore``.
        files: from the course folder.
    """

    course: Course
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GivenPart:
    """A part with the texts of its files: it can be looked at anywhere.

    Attributes:
        sources: by file: its text, or why it cannot be read any more.
    """

    part: Part
    sources: Mapping[str, Source | Finding]

    def read(self, file: str) -> Source | Finding:
        """Return a file of the part."""
        return self.sources[file]


def divide_course(course: Course) -> list[Part]:
    """Return the parts, in order of their first lessons: what the rules find in them, they find in the whole."""
    file = course.file.model_copy(update={"modules": (), "ignore": ()})
    parts = []
    for lessons in _join(course):
        part = take_part(course, file, lessons)
        parts.append(Part(part, (*map(lesson_file, lessons), *map(bank_file, part.banks))))
    return parts


def _join(course: Course) -> list[list[str]]:
    """Put together the lessons that ask from the same bank: its questions are judged by all quizzes that ask them."""
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
