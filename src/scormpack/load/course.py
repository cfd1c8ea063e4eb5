"""Reads a course folder: every fault in every file at once, or the course whole."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import NamedTuple, TypeVar

from scormpack.course_folder import COURSE_FILE, courses_near
from scormpack.errors import CourseError, Finding
from scormpack.load.banks import FOLDER, bank_file, load_banks, named_banks, yaml_names
from scormpack.load.file import LoadedFile, Reader, load_file, load_files, understand_files
from scormpack.load.media import find_media
from scormpack.load.plain_file import PlainFile
from scormpack.load.references import check_references, named_lessons
from scormpack.model import Bank, Course, CourseFile, Lesson, Media, Written

K = TypeVar("K", Lesson, Bank)

NO_COURSE = "no-course"
"""The code of a finding that says that there is no course to read."""


class Loaded(NamedTuple):
    """A course as far as it could be read.

    Attributes:
        course: of the lessons in whose files, and in whose banks, nothing is wrong; None where there is no telling how
            they are meant, as the course file cannot be read.
        findings: every fault of every file.
    """

    course: Course | None
    findings: list[Finding]


def load_course(path: Path, read: Reader = understand_files) -> Course:
    """Return the course in the folder ``path`` (or of the ``course.yaml`` that ``path`` names).

    ``read`` makes models of its files; where it knows of a file that nothing is wrong with it, that is not looked for
    again.

    Raises:
        CourseError: with every fault of every file.
    """
    course, findings = load_sound(path, read)
    if findings or course is None:
        raise CourseError(findings)
    return course


def load_sound(path: Path, read: Reader = understand_files) -> Loaded:
    """Return what of a course can be read, and all that is wrong with the rest; ``path`` and ``read`` as above."""
    folder = path.parent if path.name == COURSE_FILE else path
    root = Path(os.path.realpath(folder))  # Path.resolve raises on a loop of links
    course, findings = load_file(CourseFile, root, COURSE_FILE, read)
    if course is None:
        return Loaded(None, [_without_course_file(folder, findings[0])])
    files = _files_in(root / "lessons")
    present = yaml_names(files)
    listed = dict.fromkeys(lesson for _, lesson in named_lessons(course) if lesson in present)
    if course.model is None and not listed:  # which lessons are meant is not known: their faults are shown all the same
        listed = dict.fromkeys(sorted(present))
    names = {lesson_file(name): name for name in listed}
    read_files, faults = load_files(Lesson, root, list(names), read)
    findings += faults
    lessons = {names[file]: lesson for file, lesson in read_files.items()}
    folders = _Folders(root, files, _files_in(root / FOLDER))
    banks, media, faults = _fit_together(folders, course, lessons, read)
    findings += faults
    if course.model is None:
        return Loaded(None, findings)
    unlisted = (
        *(bank_file(name) for name in sorted(yaml_names(folders.banks) - banks.keys())),
        *(lesson_file(name) for name in sorted(present - listed.keys())),
    )
    if findings:
        lessons, banks = _sound(lessons, banks, {finding.file for finding in findings})
    whole = Course(
        root,
        course.model,
        _models(Lesson, lessons),
        media,
        unlisted,
        _models(Bank, banks),
        {name: file.origin for name, file in lessons.items() if isinstance(file, PlainFile)},
        {name: file.origin for name, file in banks.items() if isinstance(file, PlainFile)},
    )
    return Loaded(whole, findings)


def _sound(
    lessons: Mapping[str, LoadedFile[Lesson]], banks: Mapping[str, LoadedFile[Bank]], faulty: Collection[str]
) -> tuple[dict[str, LoadedFile[Lesson]], dict[str, LoadedFile[Bank]]]:
    """Return the lessons and banks whose files are not among the ``faulty`` ones, nor any that they need."""
    whole = {name: bank for name, bank in banks.items() if bank_file(name) not in faulty}
    sound = {
        name: lesson
        for name, lesson in lessons.items()
        if lesson_file(name) not in faulty and whole.keys() >= set(_banks_of(lesson))
    }
    return sound, whole


def _banks_of(lesson: LoadedFile[Lesson]) -> Iterable[str]:
    if isinstance(lesson, PlainFile):
        return lesson.origin.banks
    return (bank for _, bank in named_banks(lesson))


class _Folders(NamedTuple):
    """The course folder, and the names of the files in its folders ``lessons`` and ``banks``."""

    root: Path
    lessons: frozenset[str]
    banks: frozenset[str]


_Fitting = tuple[dict[str, LoadedFile[Bank]], dict[str, Media], list[Finding]]


def _fit_together(
    folders: _Folders, course: LoadedFile[CourseFile], lessons: Mapping[str, LoadedFile[Lesson]], read: Reader
) -> _Fitting:
    """Return the banks, the media, and what the files have wrong between them."""
    plain = {name: lesson for name, lesson in lessons.items() if isinstance(lesson, PlainFile)}
    if len(plain) == len(lessons) and all(plain.keys() >= _named_by(lesson) for lesson in plain.values()):
        closer: dict[str, LoadedFile[Lesson]] = {
            name: lesson for name, lesson in plain.items() if lesson.origin.banks or lesson.origin.links
        }
        fitting = _look_closely(folders, course, {}, closer, read)
        if not fitting[2]:
            return fitting
    return _look_closely(folders, course, lessons, lessons, read)  # a fault's words may hang on any other lesson


def _named_by(lesson: PlainFile[Lesson]) -> set[str]:
    return set(lesson.origin.outline.named) if lesson.origin.outline else set()


def _look_closely(
    folders: _Folders,
    course: LoadedFile[CourseFile],
    naming: Mapping[str, LoadedFile[Lesson]],
    using: Mapping[str, LoadedFile[Lesson]],
    read: Reader,
) -> _Fitting:
    """Look at what the lessons ``naming`` say of other lessons, and which banks and media those ``using`` some use."""
    findings = list(check_references(course, naming, yaml_names(folders.lessons), folders.lessons))
    banks, faults = load_banks(folders.root, folders.banks, using, read)
    findings += faults
    media, faults = find_media(folders.root, course, using, banks)
    return banks, media, findings + faults


def _models(kind: type[K], files: Mapping[str, LoadedFile[K]]) -> Mapping[str, K]:
    texts = {name: file.text for name, file in files.items() if isinstance(file, PlainFile)}
    made = {
        name: file.model
        for name, file in files.items()
        if (not isinstance(file, PlainFile) or file.is_made) and file.model is not None
    }
    return Written(kind, texts, made, tuple(files)) if texts else made


def lesson_file(lesson: str) -> str:
    """Return the path of a lesson's file from the course folder."""
    return f"lessons/{lesson}.yaml"


def _files_in(folder: Path) -> frozenset[str]:
    """Names of the files in ``folder``, in exact case on any file system."""
    try:
        return frozenset(path.name for path in folder.iterdir())
    except OSError:
        return frozenset()


def _without_course_file(folder: Path, finding: Finding) -> Finding:
    """Say that ``folder`` is no course folder, unless its course file is there and has a fault of its own."""
    listed = " or ".join(map(str, courses_near(folder)))
    hint = f"Name the folder that holds it{f': {listed}' if listed else '; `scormpack new my-course` makes one'}."
    if not folder.is_dir():
        message = f"{folder} is not a folder" if folder.exists() else f"there is no folder {folder}"
    elif finding.code == "file-missing":
        message = f"there is no {COURSE_FILE} in {'this folder' if folder == Path() else folder}"
        if (folder / "course.yml").exists():
            hint = f"Rename course.yml to {COURSE_FILE}."
    else:
        return finding
    return Finding(NO_COURSE, message, hint, COURSE_FILE)
