"""All that is found in a course, whether it can be read or not."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path

from scormpack.build.crew import open_crew
from scormpack.build.looking import Looking
from scormpack.build.memory import Memory
from scormpack.build.passing import Passing
from scormpack.build.reading import Reading
from scormpack.build.store import Store
from scormpack.check import CODES, Look, Read, check_course, check_parts
from scormpack.errors import CourseError, Finding
from scormpack.load import Reader, load_course, understand_files
from scormpack.model import Course


def find_faults(
    folder: Path,
    codes: Collection[str] = CODES,
    read: Reader = understand_files,
    look: Look = check_parts,
    texts: Read | None = None,
) -> tuple[Finding, ...]:
    """Return the findings of reading a course, or else those of the rules of these codes, in order of place.

    ``read``, ``look`` and ``texts`` (of its files) as ``load_course`` and ``check_course`` have them.
    """
    try:
        return check_course(load_course(folder, read), codes, look, texts)
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
        course = load_course(folder, Reading(memory, codes=codes))
        return course, check_course(course, codes, Looking(memory))


def refuse(findings: Sequence[Finding], *, strict: bool) -> None:
    """Raise what stops a build.

    Raises:
        CourseError: for any error; under ``strict`` for any warning too.
    """
    if any(strict or finding.severity == "error" for finding in findings):
        raise CourseError(findings)
