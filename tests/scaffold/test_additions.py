"""Facts about new lessons and questions."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

from scormpack.check import check_course
from scormpack.errors import CourseError, OptionError
from scormpack.load import load_course
from scormpack.model import QUESTION_TYPES
from scormpack.scaffold import NewCourse, NewLesson, NewQuestion, add_lesson, add_question, course_id, write_course

LESSONS = Path(__file__).parents[2] / "lessons"


@pytest.fixture
def course(tmp_path: Path) -> Path:
    """A new course."""
    write_course(NewCourse(tmp_path / "course", "Fire safety", course_id("fire-safety")))
    return tmp_path / "course"


def test_a_new_lesson_with_a_question_of_each_type_says_what_to_write(course: Path) -> None:
    """It can be read as it stands, has ids of its own, and an editor line; what is still to be written is told."""
    added = add_lesson(NewLesson(course, "alarm", "When the alarm rings"))
    assert (added.file, added.module) == (course / "lessons" / "alarm.yaml", "First steps")
    for kind in (*QUESTION_TYPES, "choice"):
        question = add_question(NewQuestion(course, "alarm", kind))
        assert added.file.read_text(encoding="utf-8").split("\n")[question.line - 1].endswith(f"- id: {question.id}")
    loaded = load_course(course)
    codes = [finding.code for finding in check_course(loaded)]
    # The summary, the section, and each question but the likert's, which may stay as it is.
    assert sorted(codes) == ["placeholder"] * (2 + len(QUESTION_TYPES)) + ["same-question"]
    lesson = loaded.lessons["alarm"]
    assert lesson.title == "When the alarm rings"
    assert lesson.quiz is not None
    assert [question.type for question in lesson.quiz.questions] == [*QUESTION_TYPES, "choice"]
    assert lesson.quiz.questions[-1].id == "choice-2"
    assert added.file.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../.schemas/")


def test_every_lesson_of_the_example_course_takes_a_question(tmp_path: Path) -> None:
    """In each file lines are added and none is changed, and the course is whole afterwards."""
    shutil.copytree(LESSONS, tmp_path / "course")
    for path in sorted((tmp_path / "course" / "lessons").glob("*.yaml")):
        before = path.read_text(encoding="utf-8").split("\n")
        add_question(NewQuestion(tmp_path / "course", str(path), "choice"))
        after = path.read_text(encoding="utf-8").split("\n")
        assert [line for line in list(unified_diff(before, after, n=0))[2:] if line.startswith("-")] == []
    assert len(load_course(tmp_path / "course").lessons) == 12


def test_a_lesson_goes_into_the_module_that_is_named(tmp_path: Path) -> None:
    """By number or by title; left out, the last; another is refused with those there are."""
    shutil.copytree(LESSONS, tmp_path / "course")
    assert add_lesson(NewLesson(tmp_path / "course", "one", module="1")).module == "Know the tool"
    assert add_lesson(NewLesson(tmp_path / "course", "two", module="Know the tool")).module == "Know the tool"
    add_lesson(NewLesson(tmp_path / "course", "three"))
    modules = load_course(tmp_path / "course").file.modules
    assert modules[0].lessons[-2:] == ("one", "two")
    assert modules[2].lessons[-1] == "three"
    with pytest.raises(OptionError, match=r"write one of: 1 \(Know the tool\), 2"):
        add_lesson(NewLesson(tmp_path / "course", "four", module="Know"))


def test_what_cannot_be_added_says_why(course: Path) -> None:
    """A bad id, a lesson or question that is there, a slip in a type or lesson: each is refused with the way on."""
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: add_lesson(NewLesson(course, "Fire Alarm")), "write `fire-alarm`"),
        (lambda: add_lesson(NewLesson(course, "../alarm")), "write `alarm`"),
        (lambda: add_lesson(NewLesson(course, "remember-more")), "another id"),
        (lambda: add_question(NewQuestion(course, "remember-mor", "choice")), "did you mean `remember-more`"),
        (lambda: add_question(NewQuestion(course, "xyz", "choice")), "`scormpack new lesson xyz` makes it"),
        (lambda: add_question(NewQuestion(course, "remember-more", "multi")), "write one of: choice, true-false"),
        (lambda: add_question(NewQuestion(course, "remember-more", "true_false")), "did you mean `true-false`"),
        (lambda: add_question(NewQuestion(course, "remember-more", "Multiple choice")), "did you mean `choice`"),
        (lambda: add_question(NewQuestion(course, "remember-more", "choice", "name-the-gap")), "another id"),
    ]
    before = {path: path.read_bytes() for path in course.rglob("*.yaml")}
    for add, said in refused:
        with pytest.raises(OptionError, match=said):
            add()
    (course / "course.yaml").write_text("title: x\n", encoding="utf-8")
    with pytest.raises(CourseError, match="missing-key"):
        add_lesson(NewLesson(course, "alarm"))
    assert {path for path in course.rglob("*.yaml") if path.read_bytes() != before[path]} == {course / "course.yaml"}


def test_without_a_course_nothing_is_added(tmp_path: Path) -> None:
    """Beside a course, not in it: the way on is the option that names it."""
    for add in (
        lambda: add_lesson(NewLesson(tmp_path, "a")),
        lambda: add_question(NewQuestion(tmp_path, "a", "choice")),
    ):
        with pytest.raises(
            OptionError, match=r"there is no course\.yaml in .*: name the course to add to with --course"
        ):
            add()
    assert list(tmp_path.iterdir()) == []


def test_a_course_nearby_is_named_to_be_added_to(tmp_path: Path) -> None:
    """In the folder around a course, and in one of its own folders, the option is told whole."""
    course = tmp_path / "bread"
    (course / "lessons").mkdir(parents=True)
    (course / "course.yaml").touch()
    for folder in (tmp_path, course / "lessons"):
        with pytest.raises(OptionError, match=rf"name the course to add to with --course {course}$"):
            add_lesson(NewLesson(folder, "a"))


def test_a_lesson_that_cannot_be_named_is_not_written(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the course file cannot be replaced, the new lesson's file goes again."""

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("scormpack.scaffold.layout.replace_file", refuse)
    with pytest.raises(OptionError, match="Permission denied"):
        add_lesson(NewLesson(course, "alarm"))
    assert not (course / "lessons" / "alarm.yaml").exists()
