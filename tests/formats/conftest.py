"""What the tests of packages share: the example course, courses like it, and a small site that needs no rendering."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from scormpack.load import load_course
from scormpack.model import Course, Unit, plan_units
from scormpack.render.site import Site

LESSON = "prompt-or-fine-tune"


@pytest.fixture(scope="session")
def course(example_course: Path) -> Course:
    """The example course, loaded."""
    return load_course(example_course)


@pytest.fixture(scope="session")
def lesson_unit(course: Course) -> Unit:
    """One lesson of the example course."""
    return next(unit for unit in plan_units(course, "lesson") if unit.name == LESSON)


@pytest.fixture(scope="session")
def course_unit(course: Course) -> Unit:
    """The whole example course as one unit."""
    return plan_units(course, "course")[0]


@pytest.fixture(scope="session")
def site() -> Site:
    """A page, a picture and a place for the runtime."""
    page = b'<!DOCTYPE html></head><script src="assets/runtime-0.js"></script><img src="assets/fork-1.svg" alt="">'
    return Site({"index.html": page, "assets/fork-1.svg": b"<svg/>"}, "assets/runtime-0.js", "b1")


@pytest.fixture
def with_lesson(course: Course) -> Callable[..., tuple[Course, Unit]]:
    """Return a function that gives a course with one lesson's fields changed, and that lesson's unit."""

    def change(**fields: object) -> tuple[Course, Unit]:
        lesson = course.lessons[LESSON].model_copy(update=fields)
        changed = replace(course, lessons={**course.lessons, LESSON: lesson})
        return changed, next(unit for unit in plan_units(changed, "lesson") if unit.name == LESSON)

    return change


@pytest.fixture
def with_course_file(course: Course) -> Callable[..., Course]:
    """Return a function that gives the course with fields of its own file changed."""

    def change(**fields: object) -> Course:
        return replace(course, file=course.file.model_copy(update=fields))

    return change
