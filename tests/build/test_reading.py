"""Facts about courses that a crew reads and checks."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import Case, cases

from scormpack.build.crew import Alone, Crew
from scormpack.build.folder_digest import FolderLook
from scormpack.build.looking import Looking
from scormpack.build.memory import Memory
from scormpack.build.passing import Passing
from scormpack.build.reading import Reading
from scormpack.build.store import Store
from scormpack.check import CODES, check_course, check_parts, parts
from scormpack.errors import CourseError, Finding
from scormpack.load import Source, load_course, read_source
from scormpack.load import file as file_module

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
    memory = Memory(crew, Store(None), Passing())
    try:
        return check_course(load_course(folder, Reading(memory, codes=CODES)), look=Looking(memory))
    except CourseError as error:
        return error.findings


def test_a_file_is_judged_by_the_text_that_the_rules_saw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is read once more after loading: an author who saves meanwhile changes nothing of what is found."""
    reads: list[str] = []

    def read(path: Path, file: str) -> Source | Finding:
        reads.append(file)
        return read_source(path, file)

    course = load_course(ROOT / "tests" / "courses" / "every-type")
    monkeypatch.setattr(parts, "read_source", read)
    found = list(Looking(Memory(Alone(), Store(tmp_path)))(course, CODES))
    assert sorted(reads) == sorted(f"lessons/{name}.yaml" for name in course.lessons)
    assert found == list(check_parts(course, CODES))


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


@pytest.mark.parametrize("case", [*cases("load"), *cases("check")], ids=lambda case: case.name)
def test_of_files_that_are_known_as_they_were_seen_the_same_is_found(case: Case, tmp_path: Path) -> None:
    """Every golden case, read again: what is known of a file is all that would have been read of it."""
    case.write(tmp_path / "course")
    store = Store(tmp_path / "cache")
    found = [find_again(tmp_path / "course", store) for _ in range(2)]
    assert found == [find_alone(tmp_path / "course")] * 2


def find_again(folder: Path, store: Store) -> tuple[Finding, ...]:
    """What is wrong with a course of whose files some are known as they were just seen."""
    memory = Memory(Alone(), store)
    try:
        return check_course(load_course(folder, Reading(memory, FolderLook(folder).files)), look=Looking(memory))
    except CourseError as error:
        return error.findings


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_files_that_are_known_as_they_were_seen_are_not_read(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, many: bool
) -> None:
    """Of their lessons the same models are made; the course file is read each time."""
    if many:
        for module in HOLDERS:
            monkeypatch.setattr(f"{module}.MANY", 1)
    reads: list[str] = []
    alone = load_course(folder, Reading(Memory(Alone(), Store(tmp_path))))

    def read(path: Path, file: str) -> Source | Finding:
        reads.append(file)
        return read_source(path, file)

    monkeypatch.setattr(file_module, "read_source", read)
    again = load_course(folder, Reading(Memory(Alone(), Store(tmp_path)), FolderLook(folder).files))
    assert reads == ["course.yaml"]
    assert [dict(again.lessons), dict(again.banks), again.media] == [
        dict(alone.lessons),
        dict(alone.banks),
        alone.media,
    ]
    assert (again.origins, again.bank_origins) == (alone.origins, alone.bank_origins)


HOLDERS = (
    "scormpack.model.written",
    "scormpack.load.file",
    "scormpack.build.looking",
    "scormpack.check.compared_question",
)
"""Modules that hold less of a great many lessons."""


@pytest.fixture
def as_if_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two lessons are a great many, and more than are read at once."""
    monkeypatch.setattr("scormpack.load.file._AT_ONCE", 1)
    monkeypatch.setattr("scormpack.build.looking._AT_ONCE", 1)
    for module in HOLDERS:
        monkeypatch.setattr(f"{module}.MANY", 1)


@pytest.mark.usefixtures("as_if_many")
@pytest.mark.parametrize("case", [*cases("load"), *cases("check")], ids=lambda case: case.name)
def test_of_a_great_many_lessons_the_same_is_found(
    case: Case, tmp_path: Path, together: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Packed, and looked at some at a time: every golden case, alone and by a crew."""
    case.write(tmp_path)
    found = find_together(tmp_path, Alone()), find_together(tmp_path, together)
    monkeypatch.undo()
    assert found == (find_alone(tmp_path), find_alone(tmp_path))


@pytest.mark.usefixtures("as_if_many")
@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_great_many_lessons_are_the_same_lessons(
    folder: Path, together: Crew, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are made of what was packed, each time that somebody asks; none is held."""
    packed = [load_course(folder, Reading(Memory(crew, Store(None)))) for crew in (Alone(), together)]
    for course in packed:
        name = next(iter(course.lessons))
        assert course.lessons[name] is not course.lessons[name]
    read = [(dict(course.lessons), course.media, dict(course.minutes)) for course in packed]
    monkeypatch.undo()
    alone = load_course(folder)
    assert read == [(dict(alone.lessons), alone.media, dict(alone.minutes))] * 2


@pytest.mark.usefixtures("as_if_many")
@pytest.mark.parametrize("folder", COURSES, ids=lambda folder: folder.name)
def test_a_lesson_is_looked_at_while_it_is_read(folder: Path, together: Crew) -> None:
    """What is found in it waits for who checks the course: found once more, it would be the same."""
    found: list[list[Finding]] = []
    for crew in (Alone(), together):
        memory = Memory(crew, Store(None), Passing())
        course = load_course(folder, Reading(memory, codes=CODES))
        alone = [name for name, origin in course.origins.items() if not origin.links and not origin.banks]
        assert bool(memory.passing) is bool(alone)
        found.append(list(Looking(memory)(course, CODES)))
        assert not memory.passing
        found.append(list(Looking(memory)(course, CODES)))
    assert found == [found[0]] * 4
