"""Facts about all that is found in a course."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from scormpack.build import looking
from scormpack.build.faults import find_all, find_faults
from scormpack.build.memory import Stage
from scormpack.check import CODES, Part
from scormpack.errors import CourseError


@pytest.fixture
def course(tmp_path: Path, example_course: Path) -> Path:
    """A copy of the example course, with something to find."""
    folder = shutil.copytree(example_course, tmp_path / "course")
    lesson = next(iter(sorted((folder / "lessons").glob("*.yaml"))))
    text = lesson.read_text(encoding="utf-8")
    start = text.index("summary: ")
    lesson.write_text(f"{text[:start]}summary: {'So. ' * 60}{text[text.index(chr(10), start) :]}", encoding="utf-8")
    return folder


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[Part]:
    """The parts that were looked at, as it happens."""
    seen: list[Part] = []
    look = looking.look_at_parts

    def watched(codes: frozenset[str], parts: Sequence[Part]) -> list[looking.Looked]:
        seen.extend(parts)
        return look(codes, parts)

    monkeypatch.setattr(looking, "look_at_parts", watched)
    monkeypatch.setattr(looking, "PARTS", Stage(watched, looking.PARTS.write, looking.PARTS.read))
    return seen


def test_what_was_found_is_not_looked_for_again(course: Path, tmp_path: Path, looked: list[Part]) -> None:
    """The second time, the findings come from the cache; after a change, those of the changed lesson do not."""
    cache = tmp_path / "cache"
    first = find_all(course, CODES, cache, 1)
    count = len(looked)
    assert sorted(name for part in looked for name in part.course.lessons) == sorted(first[0].lessons)  # each once
    assert first[1] == find_faults(course)
    assert any(finding.code == "summary-length" for finding in first[1])
    assert find_all(course, CODES, cache, 1) == first
    assert len(looked) == count
    lesson = course / "lessons" / f"{next(iter(first[0].lessons))}.yaml"
    lesson.write_text("# One line more, above all others.\n" + lesson.read_text(encoding="utf-8"), encoding="utf-8")
    assert find_all(course, CODES, cache, 1)[1] == find_faults(course)
    assert len(looked) == count + 1


def test_a_file_that_changes_while_it_is_checked_is_not_kept(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked: list[Part]
) -> None:
    """Its findings, of a lesson that shows media, stand at places of another text than the one that was loaded."""
    cache = tmp_path / "cache"
    lesson = next(file for file in sorted((course / "lessons").glob("*.yaml")) if "assets/" in file.read_text("utf-8"))
    before = lesson.read_text(encoding="utf-8")
    load = find_all.__globals__["load_course"]

    def saved_meanwhile(*arguments: object) -> object:
        loaded = load(*arguments)
        lesson.write_text("# Saved meanwhile.\n" + before, encoding="utf-8")
        return loaded

    with monkeypatch.context() as patch:
        patch.setitem(find_all.__globals__, "load_course", saved_meanwhile)
        find_all(course, CODES, cache, 1)
    count = len(looked)
    lesson.write_text(before, encoding="utf-8")
    assert find_all(course, CODES, cache, 1)[1] == find_faults(course)
    assert len(looked) == count + 1


def test_a_course_that_cannot_be_read_is_told_of_each_time(course: Path, tmp_path: Path) -> None:
    """Faults are not kept: they are looked for in the files as they are."""
    (course / "lessons" / "broken.yaml").write_text("id: broken\ntitle: [", encoding="utf-8")
    text = (course / "course.yaml").read_text(encoding="utf-8")
    (course / "course.yaml").write_text(text.replace("lessons: [", "lessons: [broken, ", 1), encoding="utf-8")
    for _ in range(2):
        with pytest.raises(CourseError) as raised:
            find_all(course, CODES, tmp_path / "cache", 2)
        assert raised.value.findings == find_faults(course)
