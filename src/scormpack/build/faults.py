"""All that is found in a course, whether it can be read or not."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scormpack.check import CODES, check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import FileMemory, load_course


def find_faults(folder: Path, codes: Collection[str] = CODES, memory: FileMemory | None = None) -> tuple[Finding, ...]:
    """Return the findings of reading a course, or else those of the rules of these codes, in order of place."""
    try:
        return check_course(load_course(folder, memory), codes)
    except CourseError as error:
        return error.findings
