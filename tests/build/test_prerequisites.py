"""Facts about what a build says of lessons that wait for one another."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scormpack.build.plan import plan_build
from scormpack.build.prerequisites import notes_on_prerequisites
from scormpack.load import load_course
from scormpack.model import Course

LESSONS = Path(__file__).parents[2] / "lessons"


def notes(**values: Any) -> list[str]:  # noqa: ANN401 - any key of course.yaml
    """Return what is said of the example course with these values in its file."""
    course: Course = load_course(LESSONS)
    course = replace(course, file=course.file.model_copy(update={"prerequisites": True, "unit": "course", **values}))
    return notes_on_prerequisites(course, plan_build(course))


@pytest.mark.parametrize("name", ["scorm12", "scorm2004", "scorm2004-3rd"])
def test_nothing_is_said_where_lessons_wait(name: str) -> None:
    """A SCO for each lesson, and every lesson can be passed."""
    assert notes(formats=(name,), scos="per-lesson") == []
    assert notes(formats=("xapi",), prerequisites=False) == []


def test_where_they_do_not_is_said() -> None:
    """Of one SCO, and of formats that have no such rule; by name."""
    (sentence,) = notes(formats=("scorm12", "xapi", "cmi5", "web"), scos="per-lesson")
    assert sentence.startswith("`prerequisites` counts for nothing in cmi5, web, xapi: lessons wait only in SCORM")
    (sentence,) = notes(formats=("scorm12",), scos="one")
    assert "nothing in scorm12" in sentence


def test_lessons_that_nobody_can_pass_are_named() -> None:
    """In SCORM 2004 nothing waits for them; in SCORM 1.2 it is enough that they are completed."""
    (sentence,) = notes(formats=("scorm12", "scorm2004"), scos="per-lesson", report="completed")
    assert sentence.startswith("In SCORM 2004 no lesson waits for how-models-answer, confident-and-wrong,")
    assert "and 7 more: their pages never say" in sentence
    assert notes(formats=("scorm12",), scos="per-lesson", report="completed") == []
