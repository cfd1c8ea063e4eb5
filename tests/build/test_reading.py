"""Facts about courses that a crew reads and checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import Case, cases

from scormpack.build.crew import Crew
from scormpack.build.memory import Memory
from scormpack.build.reading import Looking, Reading
from scormpack.build.store import Store
from scormpack.check import check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import load_course

ROOT = Path(__file__).parents[2]
COURSES = [ROOT / "lessons", *sorted((ROOT / "tests" / "courses").iterdir())]


def find_alone(folder: Path) -> tuple[Finding, ...]:
    """What is wrong with a course, as one process finds it."""
    try:
        return check_course(load_course(folder))
    except CourseError as error:
        return error.findings


def find_together(folder: Path, crew: Crew) -> tuple[Finding, ...]:
    """What is wrong with a course, as a crew finds it."""
    try:
        return check_course(
            load_course(folder, Reading(Memory(crew, Store(None)))), look=Looking(Memory(crew, Store(None)))
        )
    except CourseError as error:
        return error.findings


@pytest.mark.parametrize("case", [*cases("load"), *cases("check")], ids=lambda case: case.name)
def test_a_crew_finds_what_one_process_finds(case: Case, tmp_path: Path, together: Crew) -> None:
    """Every golden case of reading and checking: the same findings, in the same order."""
    case.write(tmp_path)
    assert find_together(tmp_path, together) == find_alone(tmp_path)


@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_crew_reads_the_same_course(folder: Path, together: Crew) -> None:
    """Lessons, banks, media: all is equal."""
    alone, shared = load_course(folder), load_course(folder, Reading(Memory(together, Store(None))))
    assert shared.lessons == alone.lessons
    assert list(shared.lessons) == list(alone.lessons)
    assert shared.banks == alone.banks
    assert shared.media == alone.media
    assert shared.minutes == alone.minutes
    assert shared.unlisted == alone.unlisted
