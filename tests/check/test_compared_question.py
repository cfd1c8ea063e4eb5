"""Facts about questions in short."""

from __future__ import annotations

import pytest

from scormpack.check import divide_course, join_lessons
from scormpack.check.asked_question import asked_questions
from scormpack.check.compared_question import Comparison, write_lists
from scormpack.model import Course
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.true_false import TrueFalse


def put_together(course: Course) -> Comparison:
    """Return its questions, taken part by part."""
    comparison = Comparison(course)
    for part in divide_course(course, join_lessons(course)):
        comparison.add(write_lists(part.course))
    return comparison


@pytest.mark.parametrize("many", [0, 2000])
def test_parts_hold_the_questions_of_the_whole(our_course: Course, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, in the order of the our_course, with ids, types and places; packed or not."""
    monkeypatch.setattr("scormpack.check.compared_question.MANY", many)
    told = [
        (held.file, held.path, held.shuffled, at, question.id, question.type)
        for held in put_together(our_course)
        for at, question in enumerate(held.questions)
    ]
    assert told == [
        (one.held.file, one.held.path, one.held.shuffled, one.place, one.question.id, one.question.type)
        for one in asked_questions(our_course)
    ]


def test_the_right_option_is_told(our_course: Course) -> None:
    """Of a statement whether it is true; of a choice with one right option among three or more, which and how long."""
    short = [question for held in put_together(our_course) for question in held.questions]
    for question, asked in zip(short, (one.question for one in asked_questions(our_course)), strict=True):
        if isinstance(asked, TrueFalse):
            assert question.right is asked.truth
        elif isinstance(asked, Choice) and len(asked.options) > 2 and len(asked.correct) == 1:
            lengths = [len(option.text) for option in asked.options]
            (place,) = asked.correct
            others = [length for at, length in enumerate(lengths) if at != place]
            assert question.right == (len(lengths), place, lengths[place] > max(others))
        else:
            assert question.right is None
