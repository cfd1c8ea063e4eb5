"""A course cut down to what one stage may look at: what it is not given, it cannot depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from scormpack.model.base import Model
from scormpack.model.course import Course, CourseFile
from scormpack.model.media import Media
from scormpack.model.outline import Outline
from scormpack.model.written import Written

M = TypeVar("M", bound=Model)


def take_part(
    course: Course,
    file: CourseFile,
    lessons: Sequence[str],
    beside: Mapping[str, Outline] | None = None,
    root: Path | None = None,
) -> Course:
    """Return a course of these lessons alone, with the banks and the media that they use.

    Args:
        course: the whole.
        file: what the part is told of the course file.
        lessons: ids.
        beside: outlines of other lessons that the part names, with as little of each as will do.
        root: the folder that the part is told of; left out: the whole's.
    """
    banks = named_banks(course, lessons)
    part = replace(
        course,
        root=root or course.root,
        file=file,
        lessons=_choose(course.lessons, lessons),
        media=media_of(course, file, lessons, banks),
        unlisted=(),
        banks=_choose(course.banks, banks),
        origins={name: course.origins[name] for name in lessons if name in course.origins},
        bank_origins={name: course.bank_origins[name] for name in banks if name in course.bank_origins},
    )
    if beside is not None:
        vars(part)["outlines"] = {name: course.outlines[name] for name in lessons} | dict(beside)
        vars(part)["minutes"] = {name: course.minutes[name] for name in part.outlines}
    return part


def named_banks(course: Course, lessons: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the banks that the quizzes of these lessons name."""
    if len(lessons) == 1 and (known := course.origins.get(lessons[0])):
        return tuple(dict.fromkeys(known.banks)) if known.banks else ()
    named: dict[str, None] = {}
    for name in lessons:
        origin = course.origins.get(name)
        quiz = None if origin else course.lessons[name].quiz
        named |= dict.fromkeys(origin.banks if origin else quiz.banks if quiz else ())
    return tuple(named)


def _choose(models: Mapping[str, M], names: Sequence[str]) -> Mapping[str, M]:
    if isinstance(models, Written):
        return models.part(names)
    return {name: models[name] for name in names}


def media_of(course: Course, file: CourseFile, lessons: Sequence[str], banks: Sequence[str]) -> Mapping[str, Media]:
    """Return the media that these lessons and banks show, and the theme of ``file``, by reference."""
    if not course.media:
        return {}
    origins = [*(course.origins.get(name) for name in lessons), *(course.bank_origins.get(name) for name in banks)]
    known = [origin for origin in origins if origin is not None]
    if len(known) < len(origins):
        return course.media  # which of them are used is not known without a look at every text
    used = [*(path for _, path in file.theme.files), *(link for origin in known for link in origin.links)]
    return {link: course.media[link] for link in dict.fromkeys(used) if link in course.media}
