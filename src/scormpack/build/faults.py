"""All that is found in a course, whether it can be read or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from scormpack.build.crew import open_crew
from scormpack.build.looking import Looking
from scormpack.build.memory import Memory
from scormpack.build.passing import Passing
from scormpack.build.reading import Reading, Tell
from scormpack.build.store import Store
from scormpack.check import CODES, WAITING, Look, Read, check_course, check_lessons, check_parts
from scormpack.errors import CourseError, Finding
from scormpack.load import NO_COURSE, Reader, load_sound, understand_files
from scormpack.model import Course


def find_faults(
    folder: Path,
    codes: Collection[str] = CODES,
    read: Reader = understand_files,
    look: Look = check_parts,
    texts: Read | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of reading a course and those of the rules of these codes, in order of place.

    ``read``, ``look`` and ``texts`` (of its files) as ``load_course`` and ``check_course`` have them.
    """
    try:
        return check_course(load_whole(folder, codes, read, look), codes, look, texts)
    except CourseError as error:
        return error.findings


def find_all(folder: Path, codes: Collection[str], cache: Path | None, jobs: int) -> tuple[Course, tuple[Finding, ...]]:
    """Return a course and the findings of the rules of these codes, in order of place.

    Args:
        folder: of the course.
        codes: to look for.
        cache: folder of what was found before; None = none.
        jobs: processes.

    Raises:
        CourseError: with every fault, where it cannot be read.
    """
    with open_crew(jobs) as crew:
        memory = Memory(crew, Store(cache), Passing())
        look = Looking(memory)
        course = load_whole(folder, codes, Reading(memory, codes=codes), look)
        return course, check_course(course, codes, look)


def load_whole(
    folder: Path, codes: Collection[str], read: Reader, look: Look, tell: Tell = lambda file: file
) -> Course:
    """Return the course in a folder.

    Args:
        folder: of the course.
        codes: of the rules to ask where it cannot be read.
        read: as ``load_course`` has it.
        look: as ``check_course`` has it.
        tell: returns the course file as the rules are told of it.

    Raises:
        CourseError: with every fault, where it cannot be read whole; what the rules find in the lessons that can be
            read is among them.
    """
    course, findings = load_sound(folder, read)
    if course is None:
        raise CourseError(findings, [] if findings[0].code == NO_COURSE else sorted(codes))
    if findings:
        told = check_lessons(replace(course, file=tell(course.file)), codes, look)
        raise CourseError([*findings, *told], sorted(WAITING.intersection(codes)))
    return course


def refuse(findings: Sequence[Finding], *, strict: bool) -> None:
    """Raise what stops a build.

    Raises:
        CourseError: for any error; under ``strict`` for any warning too.
    """
    if any(strict or finding.severity == "error" for finding in findings):
        raise CourseError(findings)
