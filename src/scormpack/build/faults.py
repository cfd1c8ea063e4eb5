"""All that is found in a course, whether it can be read or not."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from scormpack.check import CODES, check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import Reader, load_course, understand_files


def find_faults(folder: Path, codes: Collection[str] = CODES, read: Reader = understand_files) -> tuple[Finding, ...]:
    """Return the findings of reading a course, or else those of the rules of these codes, in order of place."""
    try:
        return check_course(load_course(folder, read), codes)
    except CourseError as error:
        return error.findings
