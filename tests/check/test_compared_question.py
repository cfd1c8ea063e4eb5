"""Facts about questions in short."""

from __future__ import annotations

import pytest

from scormpack.check import divide_course, join_lessons
from scormpack.check.asked_question import asked_questions, question_lists
from scormpack.check.compared_question import Comparison, Pattern, write_lists
from scormpack.model import Course
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.true_false import TrueFalse


def put_together(course: Course) -> Comparison:
    """Return its questions, taken part by part."""
    comparison = Comparison(course)
    for part in divide_course(course, join_lessons(course)):
        comparison.add(write_lists(question_lists(part.course)))
    return comparison


@pytest.mark.parametrize("many", [0, 2000])
def test_parts_hold_the_questions_of_the_whole(our_course: Course, many: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of them, in the order of the course, with ids, types and places; however many parts wait."""
    monkeypatch.setattr("scormpack.check.compared_question.MANY", many)
    comparison = put_together(our_course)
    found = comparison.find(range(len(comparison.columns)))
    assert [(one.file, one.path, one.id, one.type) for one in found] == [
        (one.held.file, (*one.held.path, one.place), one.question.id, one.question.type)
        for one in asked_questions(our_course)
    ]


def right_of(question: AnyQuestion) -> object:
    """Return what a question shows to who guesses."""
    if isinstance(question, TrueFalse):
        return question.truth
    if isinstance(question, Choice) and len(question.options) > 2 and len(question.correct) == 1:
        lengths = [len(option.text) for option in question.options]
        (place,) = question.correct
        others = [length for at, length in enumerate(lengths) if at != place]
        return len(lengths), place, lengths[place] > max(others)
    return None


def test_the_right_option_is_told(our_course: Course) -> None:
    """Of a statement whether it is true; of a choice with one right option among three or more, which and how long."""
    asked = [Pattern(right_of(one.question), one.held.shuffled) for one in asked_questions(our_course)]  # type: ignore[arg-type]
    comparison = put_together(our_course)
    assert comparison.patterns == {pattern: asked.count(pattern) for pattern in asked}
    for pattern in comparison.patterns:
        first = next(one for one, shown in zip(asked_questions(our_course), asked, strict=True) if shown == pattern)
        found = comparison.find_first(lambda shown, sought=pattern: shown == sought)  # type: ignore[misc]
        assert (found.file, found.path) == (first.held.file, (*first.held.path, first.place))
