"""Facts about the room that a learner's state needs in SCORM 1.2."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from scormpack.errors import PackageError
from scormpack.formats import FORMATS
from scormpack.load import load_course
from scormpack.model import plan_units
from scormpack.model.questions.fill_in import FillIn
from scormpack.render import render_site

LESSONS = Path(__file__).parents[3] / "lessons"


def test_a_quiz_whose_answers_outgrow_suspend_data_is_refused() -> None:
    """A lesson of a hundred long answers needs more than 4,096 characters: no package."""  # complaint 8
    course = load_course(LESSONS)
    (name, *_) = course.order
    lesson = course.lessons[name]
    assert lesson.quiz is not None
    questions = tuple(
        FillIn.model_validate({"id": f"q{number}", "type": "fill-in", "prompt": "?", "answers": ("a",)})
        for number in range(100)
    )
    long = lesson.model_copy(update={"quiz": lesson.quiz.model_copy(update={"questions": questions})})
    course = replace(course, lessons={**course.lessons, name: long})
    (unit, *_) = plan_units(course, "lesson")
    site = render_site(course, unit)
    with pytest.raises(PackageError, match=r"can take 4,935 characters, and the LMS keeps 4,096: make smaller units"):
        FORMATS["scorm12"].package(course, unit, site)
    assert "tincan.xml" in FORMATS["xapi"].package(course, unit, site)
