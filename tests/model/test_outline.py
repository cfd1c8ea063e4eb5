"""Facts about lessons in short."""

from __future__ import annotations

import json

from scormpack.model import Course, outline_lesson, read_outline


def test_an_outline_counts_as_its_lesson_does(our_course: Course) -> None:
    """Points, questions of an attempt, pass marks and sizes of answers are the same, banks included."""
    for name, lesson in our_course.lessons.items():
        outline = our_course.outlines[name]
        questions = our_course.questions(lesson)
        assert our_course.question_points(outline) == tuple(question.points for question in questions)
        assert our_course.question_sizes(outline) == tuple(question.packed_size() for question in questions)
        assert our_course.points(outline) == our_course.points(lesson)
        assert our_course.asked(outline) == our_course.asked(lesson)
        assert our_course.pass_mark(outline) == our_course.pass_mark(lesson)
        assert our_course.language(outline) == our_course.language(lesson)


def test_an_outline_survives_json(our_course: Course) -> None:
    """It is the same once it has been kept."""
    for lesson in our_course.lessons.values():
        outline = outline_lesson(lesson, "c0ffee")
        assert read_outline(json.loads(json.dumps(outline))) == outline


def test_a_card_says_nothing_that_no_list_says(our_course: Course) -> None:
    """A page that shows a card does not change with the other lesson's quiz, terms or related lessons."""
    for outline in our_course.outlines.values():
        card = outline.card
        assert (card.title, card.summary, card.minutes) == (outline.title, outline.summary, outline.minutes)
        assert (card.quiz, card.terms, card.related, card.named, card.content) == (None, (), (), (), "")
        assert outline.listed == (
            card.id,
            card.title,
            card.summary,
            card.track,
            card.category,
            card.minutes,
            card.language,
        )


def test_what_a_score_hangs_on_is_weighed(our_course: Course) -> None:
    """No more of a quiz than its pass mark, how many questions it draws, its banks, and the points of its own."""
    for outline in our_course.outlines.values():
        if quiz := outline.quiz:
            assert quiz.weighed == (quiz.pass_mark, quiz.draw, quiz.banks, quiz.points)
