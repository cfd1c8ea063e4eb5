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


def test_another_colour_has_no_lesson_looked_at_again(course: Path, tmp_path: Path, looked: list[Part]) -> None:
    """What rules on lessons are told of the course file is without its theme; what they find stays the same."""
    file, cache = course / "course.yaml", tmp_path / "cache"
    first = find_all(course, CODES, cache, 1)
    count = len(looked)
    text = file.read_text(encoding="utf-8")
    accent = first[0].file.theme.accent
    assert text.count(accent) == 1
    file.write_text(text.replace(accent, "#5b2d8f"), encoding="utf-8")
    again = find_all(course, CODES, cache, 1)
    assert again[0].file.theme.accent == "#5b2d8f"
    assert again[1] == first[1]
    assert len(looked) == count


def test_a_file_that_changes_while_it_is_checked_is_not_kept(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, looked: list[Part]
) -> None:
    """Its findings, of a lesson that shows media, stand at places of another text than the one that was loaded."""
    cache = tmp_path / "cache"
    lesson = next(file for file in sorted((course / "lessons").glob("*.yaml")) if "assets/" in file.read_text("utf-8"))
    before = lesson.read_text(encoding="utf-8")
    load = find_all.__globals__["load_sound"]

    def saved_meanwhile(*arguments: object) -> object:
        loaded = load(*arguments)
        lesson.write_text("# Saved meanwhile.\n" + before, encoding="utf-8")
        return loaded

    with monkeypatch.context() as patch:
        patch.setitem(find_all.__globals__, "load_sound", saved_meanwhile)
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


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_in_one_file_hides_no_finding_of_another(course: Path, tmp_path: Path, jobs: int) -> None:
    """Rules on lessons look at all that can be read; those that compare them wait, and that is told."""
    before = find_faults(course)
    (long,) = (finding for finding in before if finding.code == "summary-length")
    broken = max((course / "lessons").glob("*.yaml"))
    broken.write_text(broken.read_text("utf-8").replace("summary:", "sumary:"), encoding="utf-8")
    with pytest.raises(CourseError) as raised:
        find_all(course, CODES, tmp_path / "cache", jobs)
    assert {finding.code for finding in raised.value.findings} == {"summary-length", "unknown-key"}
    assert long in raised.value.findings
    assert raised.value.findings == find_faults(course)
    assert {"same-question", "unlisted-lesson", "unused-ignore"} < set(raised.value.waiting)
    assert "summary-length" not in raised.value.waiting


def test_what_is_ignored_stays_so_beside_a_fault(course: Path) -> None:
    """An entry sets aside what it did, and none is called unused before all lessons can be read."""
    file = course / "course.yaml"
    once, again = (f"  - {{rule: summary-length, reason: {reason}.}}\n" for reason in ("Wanted", "Not seen"))
    ignored = f"ignore:\n{once}{again}"
    file.write_text(file.read_text("utf-8") + ignored, encoding="utf-8")
    assert "unused-ignore" in {finding.code for finding in find_faults(course)}
    broken = max((course / "lessons").glob("*.yaml"))
    broken.write_text(broken.read_text("utf-8").replace("summary:", "sumary:"), encoding="utf-8")
    assert {finding.code for finding in find_faults(course)} == {"unknown-key"}


def test_where_the_course_file_cannot_be_read_all_rules_wait(course: Path) -> None:
    """What they judge a lesson by stands there."""
    file = course / "course.yaml"
    file.write_text(file.read_text("utf-8").replace("title:", "titel:", 1), encoding="utf-8")
    with pytest.raises(CourseError) as raised:
        find_all(course, {"summary-length"}, None, 1)
    assert raised.value.waiting == ("summary-length",)


def test_lessons_that_ask_from_a_bank_with_a_fault_wait_with_it(tmp_path: Path, checkout: Path) -> None:
    """They cannot be judged without it; the others are."""
    course = shutil.copytree(checkout / "tests" / "courses" / "quiz-features", tmp_path / "course")
    for lesson in (course / "lessons").glob("*.yaml"):
        text = lesson.read_text("utf-8")
        start = text.index("summary: ")
        lesson.write_text(f"{text[:start]}summary: {'So. ' * 60}{text[text.index(chr(10), start) :]}", encoding="utf-8")
    lessons = {finding.file for finding in find_faults(course) if finding.code == "summary-length"}
    bank = min((course / "banks").glob("*.yaml"))
    bank.write_text(bank.read_text("utf-8") + "more: 1\n", encoding="utf-8")
    found = {finding.file for finding in find_faults(course) if finding.code == "summary-length"}
    asking = {lesson for lesson in lessons if f"{bank.stem}" in (course / lesson).read_text("utf-8")}
    assert found == lessons - asking
    assert asking
