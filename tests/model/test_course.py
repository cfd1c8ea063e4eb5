"""Facts about a course, its lessons and what its packages hold."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError

from scormpack.model import (
    MOST_INTERACTIONS,
    Course,
    CourseFile,
    Lesson,
    Unit,
    plan_units,
    reports_interactions,
    unit_pass_mark,
)

QUESTION = {"id": "q1", "type": "true-false", "prompt": "P?", "answer": True}


def lesson(name: str, *, quiz: dict[str, Any] | None = None, **keys: Any) -> Lesson:  # noqa: ANN401
    """Return a small lesson."""
    sections = ({"heading": "H", "body": "B"},)
    return Lesson.model_validate(
        {"id": name, "title": name.upper(), "summary": "S", "sections": sections, "quiz": quiz, **keys}
    )


def course(*lessons: Lesson, **keys: Any) -> Course:  # noqa: ANN401
    """Return a course of one module for each lesson, last lesson first."""
    modules = tuple({"title": "M", "lessons": (one.id,)} for one in reversed(lessons))
    file = CourseFile.model_validate({"id": "https://example.org/c", "title": "C", "modules": modules, **keys})
    return Course(Path("/"), file, {one.id: one for one in lessons})  # the root is not looked into


def quiz(*, count: int = 1, points: int = 1, **keys: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a quiz of ``count`` questions."""
    questions = tuple({**QUESTION, "id": f"q{number}", "points": points} for number in range(count))
    return {"questions": questions, **keys}


def test_lessons_are_numbered_through_the_modules() -> None:
    """The order is that of the modules, and numbers count from 1."""
    made = course(lesson("a"), lesson("b"))
    assert made.order == ("b", "a")
    assert made.numbers == {"b": 1, "a": 2}


@pytest.mark.parametrize(
    ("of_course", "of_quiz", "points", "mark"),
    [(70, None, 1, 70), (70, 0, 1, 0), (70, 90, 1, 90), (None, 90, 1, 90), (None, None, 1, None), (70, 90, 0, None)],
)
def test_a_quiz_has_its_own_pass_mark_or_the_courses(
    of_course: int | None, of_quiz: int | None, points: int, mark: int | None
) -> None:
    """A mark of 0 is a mark; where nothing is scored there is none."""
    one = lesson("a", quiz=quiz(points=points, pass_mark=of_quiz))
    made = course(one, pass_mark=of_course)
    assert made.pass_mark(one) == mark
    assert unit_pass_mark(made, plan_units(made, "lesson")[0]) == mark


def test_a_lesson_without_a_quiz_has_no_pass_mark() -> None:
    """The course's mark is for quizzes."""
    assert course(lesson("a"), pass_mark=70).pass_mark(lesson("a")) is None


def test_a_course_is_passed_by_its_own_mark() -> None:
    """A course unit has the course's mark where anything in it is scored."""
    scored = course(lesson("a"), lesson("b", quiz=quiz(pass_mark=90)), pass_mark=60)
    (whole,) = plan_units(scored, "course")
    assert unit_pass_mark(scored, whole) == 60
    unscored = course(lesson("a"), pass_mark=60)
    assert unit_pass_mark(unscored, plan_units(unscored, "course")[0]) is None


def test_a_lesson_has_its_own_language_or_the_courses() -> None:
    """Left out, the lesson speaks the course's language."""
    made = course(lesson("a"), language="ar")
    assert (made.language(lesson("a")), made.language(lesson("b", language="en-GB"))) == ("ar", "en-GB")


def test_identifiers_grow_from_ids_alone() -> None:
    """Activity ids are absolute, and a closing slash of the course's id is not doubled."""
    made = course(lesson("a"), id="https://example.org/c/")
    assert made.iri("a") == "https://example.org/c/lessons/a"
    assert made.iri("a", "q1") == "https://example.org/c/lessons/a/questions/q1"


@pytest.mark.parametrize(
    ("iri", "slug"),
    [
        ("https://example.org/courses/ai-literacy", "ai-literacy"),
        ("https://example.org/Kurs_Ä 1".replace(" ", ""), "kurs-1"),
        ("urn:uuid:1234", "1234"),
        ("https://example.org/漢字", "course"),
        ("https://example.org/" + "x" * 100, "x" * 64),
    ],
)
def test_a_courses_file_name_is_plain(iri: str, slug: str) -> None:
    """The end of the id, in lower-case ASCII; something even where nothing is left of it."""
    assert course(lesson("a"), id=iri).slug == slug


def test_units_hold_a_lesson_each_or_the_course() -> None:
    """Names, identifiers and lessons of what each package holds, in the course's order."""
    made = course(lesson("a"), lesson("b"))
    assert plan_units(made, "lesson") == (
        Unit("lesson", "b", "https://example.org/c/lessons/b", "B", ("b",), "S"),
        Unit("lesson", "a", "https://example.org/c/lessons/a", "A", ("a",), "S"),
    )
    (whole,) = plan_units(made, "course")
    assert whole == Unit("course", "c-course", "https://example.org/c", "C", ("b", "a"), None, made.file.modules)
    assert [unit.is_one_lesson for unit in (*plan_units(made, "lesson"), whole)] == [True, True, False]


def test_too_many_questions_are_not_reported_one_by_one() -> None:
    """Up to 250 questions in a unit are; one more, and it reports scores only."""
    most = course(lesson("a", quiz=quiz(count=MOST_INTERACTIONS)), lesson("b"))
    more = course(lesson("a", quiz=quiz(count=MOST_INTERACTIONS)), lesson("b", quiz=quiz()))
    assert reports_interactions(most, plan_units(most, "course")[0])
    assert not reports_interactions(more, plan_units(more, "course")[0])
    assert all(reports_interactions(more, unit) for unit in plan_units(more, "lesson"))


@pytest.mark.parametrize("iri", ["https://example.org", "urn:x-course:1", "https://例え.jp/コース", "mailto:a@b.c"])
def test_absolute_iris_are_accepted(iri: str) -> None:
    """Any scheme, any script."""
    assert course(lesson("a"), id=iri).file.id == iri


@pytest.mark.parametrize(
    "iri", ["", "example.org", "/courses", "https://", "https:", "https://a b", "https://a\n", "https://<a>", "C:\\a"]
)
def test_what_is_no_absolute_iri_is_refused(iri: str) -> None:
    """Relative, empty, spaced or delimited texts are no identifiers."""
    with pytest.raises(ValidationError):
        course(lesson("a"), id=iri)


@pytest.mark.parametrize(
    "endpoint", ["https://tutor.example.org/ask", "http://localhost:8000", "http://[::1]:8000/ask"]
)
def test_services_for_the_tutor_are_accepted(endpoint: str) -> None:
    """Over https, or without it on the author's own machine."""
    assert course(lesson("a"), tutor={"endpoint": endpoint}).file.tutor.endpoint == endpoint


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://tutor.example.org",
        "tutor.example.org",
        "https://",
        "https://me:secret@tutor.example.org",
        "https://tutor.example.org/ask?key=secret",
        "https://tutor.example.org/a b",
        "https://[tutor",
    ],
)
def test_services_that_would_leak_are_refused(endpoint: str) -> None:
    """Plain http, and addresses that hold more than an address: a package hides nothing from its learners."""
    with pytest.raises(ValidationError):
        course(lesson("a"), tutor={"endpoint": endpoint})


@pytest.mark.parametrize("name", ["a", "1", "clear-briefs", "a.b_c", "x" * 64])
def test_ids_are_lower_case_ascii(name: str) -> None:
    """Letters, digits, and `-`, `_`, `.` inside."""
    assert lesson(name).id == name


@pytest.mark.parametrize("name", ["", "A", "é", "a b", "-a", "a-", "a/b", "a\n", "x" * 65, ".", "..", "a:b"])
def test_other_ids_are_refused(name: str) -> None:
    """Nothing that a file name, an NCName or an IRI would have to encode."""
    with pytest.raises(ValidationError):
        lesson(name)


@pytest.mark.parametrize("title", ["a\nb", "a\rb", "a\u2028b", "a\u0085b", "", " ", "\n"])
def test_a_title_is_one_line(title: str) -> None:
    """No line break of any kind, and never empty."""
    with pytest.raises(ValidationError):
        lesson("a", title=title)


def test_a_title_loses_the_spaces_around_it() -> None:
    """A block scalar's closing line break is not part of the title."""
    assert lesson("a", title=" One \n").title == "One"


def test_values_are_frozen() -> None:
    """Stages change nothing: a model refuses it."""
    one = lesson("a")
    with pytest.raises(ValidationError):
        one.title = "Other"  # type: ignore[misc]
