"""What the files of a course say of each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from scormpack.course_folder import COURSE_FILE
from scormpack.errors import Finding
from scormpack.load.file import LoadedFile
from scormpack.load.places import Path
from scormpack.load.question_ids import find_repeated_ids
from scormpack.load.strict_yaml import Value
from scormpack.model import CourseFile, Lesson
from scormpack.model.base import ID_PATTERN

LessonFiles = Mapping[str, LoadedFile[Lesson]]
"""By the file's name without ending."""


def check_references(
    course: LoadedFile[CourseFile], lessons: LessonFiles, present: frozenset[str], beside: frozenset[str] = frozenset()
) -> Iterator[Finding]:
    """Yield a finding for every id that is named and not there, not named as its file, or used twice.

    ``present`` are the lesson files on disk, readable or not, without ending; ``beside`` the names of other files
    among them.
    """
    listed = present.intersection(lesson for _, lesson in named_lessons(course)) or present
    yield from _listed_lessons(course, present, beside)
    yield from _own_ids(lessons)
    for lesson in lessons.values():
        yield from find_lesson_faults(lesson, present, listed)


def find_lesson_faults(
    lesson: LoadedFile[Lesson], present: frozenset[str], listed: frozenset[str]
) -> Iterator[Finding]:
    """Yield what is wrong with the ids in one lesson; ``present`` are there, ``listed`` in the course."""
    yield from _related(lesson, present, listed)
    yield from _asked(lesson, present, listed)
    yield from find_repeated_ids(lesson, lesson.get("quiz"), ("quiz",), "lesson")


def named_lessons(course: LoadedFile[CourseFile]) -> list[tuple[Path, str]]:
    """Return (path, id) of each lesson that the modules name, even where the course file has faults."""
    return [
        (("modules", place, "lessons", index), lesson)
        for place, module in enumerate(_entries(course.get("modules")))
        for index, lesson in enumerate(_entries(module.get("lessons") if isinstance(module, dict) else None))
        if isinstance(lesson, str)
    ]


def _listed_lessons(
    course: LoadedFile[CourseFile], present: frozenset[str], beside: frozenset[str]
) -> Iterator[Finding]:
    seen: set[str] = set()
    for path, lesson in named_lessons(course):
        if not _is_id(lesson):
            continue
        if lesson in seen:
            message = f"the lesson `{lesson}` is listed twice"
            hint = "A lesson has one place in the course: keep one."
            yield course.source.finding("lesson-listed-twice", course.places.value(path), message, hint)
        elif lesson not in present:
            misnamed = [name for name in sorted(beside) if name.rpartition(".")[0].lower() == lesson]
            hint = _suggest(lesson, present, f"Create lessons/{lesson}.yaml, or take it out.")
            if misnamed:
                hint = f"Rename lessons/{misnamed[0]} to {lesson}.yaml."
            message = f"there is no lesson `{lesson}`"
            yield course.source.finding("lesson-missing", course.places.value(path), message, hint)
        seen.add(lesson)


def _own_ids(lessons: LessonFiles) -> Iterator[Finding]:
    owners = {name: lesson.source.file for name, lesson in lessons.items() if lesson.get("id") == name}
    for name, lesson in lessons.items():
        own = lesson.get("id")
        if not isinstance(own, str) or own == name or not _is_id(own):
            continue
        span = lesson.places.value(("id",))
        if own in owners:
            message = f"the id `{own}` belongs to {owners[own]} already"
            hint = f"Every lesson has an id of its own: write `id: {name}`."
            hint = hint if _is_id(name) else "Every lesson has an id of its own; rename the file to it."
            yield lesson.source.finding("duplicate-id", span, message, hint)
        else:
            message = f"the id is `{own}` and the file is {name}.yaml"
            rename = f"ename the file to {own}.yaml."
            hint = f"Write `id: {name}`, or r{rename}" if _is_id(name) else f"R{rename}"
            yield lesson.source.finding("id-differs", span, message, hint)
            owners[own] = lesson.source.file


def _related(lesson: LoadedFile[Lesson], present: frozenset[str], listed: frozenset[str]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, other in enumerate(_entries(lesson.get("related"))):
        if not isinstance(other, str) or not _is_id(other):
            continue
        fault = None
        if other == lesson.get("id"):
            fault = "related-itself", "a lesson is not related to itself", "Take it out."
        elif other in seen:
            fault = "related-twice", f"the lesson `{other}` is listed twice", "Keep one of the two."
        elif other not in present:
            fault = "related-missing", f"there is no lesson `{other}`", _suggest(other, listed, "Take it out.")
        elif other not in listed:
            message = f"the lesson `{other}` is in no module of the course"
            fault = "related-unlisted", message, f"List it in {COURSE_FILE}, or take it out here."
        if fault is not None:
            code, message, hint = fault
            yield lesson.source.finding(code, lesson.places.value(("related", index)), message, hint)
        seen.add(other)


def _asked(lesson: LoadedFile[Lesson], present: frozenset[str], listed: frozenset[str]) -> Iterator[Finding]:
    """Yield what is wrong with the lessons that answer what this one leaves open."""
    for index, asked in enumerate(_entries(lesson.get("asks"))):
        other = asked.get("lesson") if isinstance(asked, dict) else None
        if not isinstance(other, str) or not _is_id(other):
            continue
        if other == lesson.get("id"):
            said = "this lesson leaves the questions open, and is named as the one that answers"
            told = said, "Write `quote: …` with words of the passage that answers, or take `lesson` out."
        elif other not in present:
            told = f"there is no lesson `{other}`", _suggest(other, listed - {str(lesson.get("id"))}, "Take it out.")
        elif other not in listed:
            said = f"the lesson `{other}` is in no module of the course"
            told = said, f"List it in {COURSE_FILE}, or take it out here."
        else:
            continue
        yield lesson.source.finding("asked-lesson", lesson.places.value(("asks", index, "lesson")), *told)


def _is_id(text: str) -> bool:
    """Whether ``text`` has the form of an id; where it has not, that is a finding of its own."""
    return re.match(ID_PATTERN, text) is not None


def _entries(value: Value) -> tuple[Value, ...]:
    return value if isinstance(value, tuple) else ()


def _suggest(name: str, present: frozenset[str], otherwise: str) -> str:
    close = get_close_matches(name, sorted(present), n=1)
    return f"Did you mean `{close[0]}`?" if close else otherwise
