"""Reads a course folder: every fault in every file at once, or the course whole."""

from __future__ import annotations

import os
from difflib import get_close_matches
from pathlib import Path

from scormpack.errors import CourseError, Finding, OptionError
from scormpack.load.banks import FOLDER, bank_file, load_banks, yaml_names
from scormpack.load.file import FileMemory, LoadedFile, load_file
from scormpack.load.media import find_media
from scormpack.load.references import COURSE_FILE, check_references, named_lessons
from scormpack.model import Course, CourseFile, Lesson


def load_course(path: Path, memory: FileMemory | None = None) -> Course:
    """Return the course in the folder ``path`` (or of the ``course.yaml`` that ``path`` names).

    With a ``memory``, files that have not changed since it saw them are not understood anew.

    Raises:
        CourseError: with every fault of every file.
    """
    folder = path.parent if path.name == COURSE_FILE else path
    root = Path(os.path.realpath(folder))  # Path.resolve raises on a loop of links
    course, findings = load_file(CourseFile, root, COURSE_FILE, memory)
    if course is None:
        raise CourseError([_without_course_file(folder, findings[0])])
    files = _files_in(root / "lessons")
    present = yaml_names(files)
    listed = dict.fromkeys(lesson for _, lesson in named_lessons(course) if lesson in present)
    if course.model is None and not listed:  # which lessons are meant is not known: their faults are shown all the same
        listed = dict.fromkeys(sorted(present))
    lessons: dict[str, LoadedFile[Lesson]] = {}
    for name in listed:
        lesson, faults = load_file(Lesson, root, lesson_file(name), memory)
        findings += faults
        if lesson is not None:
            lessons[name] = lesson
    findings += check_references(course, lessons, present, files)
    bank_files = _files_in(root / FOLDER)
    banks, faults = load_banks(root, bank_files, lessons, memory)
    findings += faults
    media, faults = find_media(root, course, lessons, banks)
    findings += faults
    models = {name: lesson.model for name, lesson in lessons.items() if lesson.model is not None}
    if findings or course.model is None:
        raise CourseError(findings)
    unlisted = (
        *(bank_file(name) for name in sorted(yaml_names(bank_files) - banks.keys())),
        *(lesson_file(name) for name in sorted(present - listed.keys())),
    )
    pools = {name: bank.model for name, bank in banks.items() if bank.model is not None}
    return Course(root, course.model, models, media, unlisted, pools)


def find_course(path: Path | None) -> Path:
    """Return the course folder that is meant where none is named: this one, or ``lessons`` in it.

    Raises:
        OptionError: where ``path`` is there and is no course folder nor its file, or is not there.
    """
    if path is None:
        here = Path()
        return Path("lessons") if not (here / COURSE_FILE).exists() and Path("lessons", COURSE_FILE).exists() else here
    if path.name == COURSE_FILE and path.is_file():
        return path.parent
    if path.is_dir():
        return path
    if not path.exists():
        near = get_close_matches(path.name, _courses_beside(path), n=1)
        hint = f"did you mean {path.parent / near[0]}?" if near else f"name the folder that holds {COURSE_FILE}"
        raise OptionError(f"there is no folder {path}: {hint}")
    course = next((folder for folder in path.absolute().parents if (folder / COURSE_FILE).is_file()), None)
    if course is not None:
        raise OptionError(
            f"{path} is one file of a course, and a course is read whole: name its folder, {_short(course)}"
        )
    raise OptionError(f"{path} is a file: name the folder that holds {COURSE_FILE}")


def _courses_beside(path: Path) -> list[str]:
    try:
        return [place.name for place in path.parent.iterdir() if (place / COURSE_FILE).is_file()]
    except OSError:
        return []


def _short(folder: Path) -> Path:
    """Return the folder as one would type it from here."""
    here = Path.cwd()
    return folder.relative_to(here) if folder.is_relative_to(here) else folder


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
    near = [folder / name for name in sorted(_courses_beside(folder / COURSE_FILE))[:3]]
    above = [_short(place) for place in folder.absolute().parents if (place / COURSE_FILE).is_file()][:1]
    listed = " or ".join(str(place) for place in near or above)
    hint = f"Name the folder that holds it{f': {listed}' if listed else '; `scormpack new my-course` makes one'}."
    if not folder.is_dir():
        message = f"{folder} is not a folder" if folder.exists() else f"there is no folder {folder}"
    elif finding.code == "file-missing":
        message = f"there is no {COURSE_FILE} in {folder}"
        if (folder / "course.yml").exists():
            hint = f"Rename course.yml to {COURSE_FILE}."
    else:
        return finding
    return Finding("no-course", message, hint, COURSE_FILE)
