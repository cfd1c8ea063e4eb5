"""Facts about lessons in short."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scormpack.load import load_course
from scormpack.model import Course, outline_lesson, read_outline

ROOT = Path(__file__).parents[2]
FOLDERS = [ROOT / "lessons", *sorted(path.parent for path in (ROOT / "tests/courses").glob("*/course.yaml"))]


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def course(request: pytest.FixtureRequest) -> Course:
    """A course of ours."""
    return load_course(request.param)


def test_an_outline_counts_as_its_lesson_does(course: Course) -> None:
    """Points, questions of an attempt, pass marks and sizes of answers are the same, banks included."""
    for name, lesson in course.lessons.items():
        outline = course.outlines[name]
        questions = course.questions(lesson)
        assert course.question_points(outline) == tuple(question.points for question in questions)
        assert course.question_sizes(outline) == tuple(question.packed_size() for question in questions)
        assert course.points(outline) == course.points(lesson)
        assert course.asked(outline) == course.asked(lesson)
        assert course.pass_mark(outline) == course.pass_mark(lesson)
        assert course.language(outline) == course.language(lesson)


def test_an_outline_survives_json(course: Course) -> None:
    """It is the same once it has been kept."""
    for lesson in course.lessons.values():
        outline = outline_lesson(lesson, "c0ffee")
        assert read_outline(json.loads(json.dumps(outline))) == outline


def test_a_card_says_nothing_that_no_list_says(course: Course) -> None:
    """A page that shows a card does not change with the other lesson's quiz, terms or related lessons."""
    for outline in course.outlines.values():
        card = outline.card
        assert (card.title, card.summary, card.minutes) == (outline.title, outline.summary, outline.minutes)
        assert (card.quiz, card.terms, card.related, card.named, card.content) == (None, (), (), (), "")
