"""Facts about benchmarks/tutor/questions: the tutor is judged by questions that its lessons do or do not answer.

A failure names a half and a place in it, never the question: the held-out half is not for reading.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import BaseModel, ConfigDict

from scormpack.load import load_course
from scormpack.markup import plain_text, to_html

CHECKOUT = Path(__file__).parents[2]
FOLDER = CHECKOUT / "benchmarks" / "tutor" / "questions"
HALVES = ("tune", "held_out")
SETS = (*HALVES, "newcomers")
COURSE = load_course(CHECKOUT / "lessons")
LITTLE_WORDS = """
a about after all am an and any anything are as at be because been before but by can come could did do does
doing each else for from get got had has have how i if in instead into is isn it its just like me may might
more most must my need needs no nobody not now of off on one only or our out over own put s same shall she
should so some somebody someone still such t than that the their them then there these they thing things this
those to too up us ve was we were what when where whether which who whom why will with without would you your
"""
"""What any question may share with any passage."""


class Question(BaseModel):
    """One entry of a half."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)

    lesson: str
    ask: str
    passages: list[str]
    """Quotes, each from a passage that answers; none: the lesson does not answer."""
    nearest: list[str] = []
    """Lessons that would, where this one does not."""


def read_set(name: str) -> list[Question]:
    """Return the questions of one file."""
    entries = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [Question.model_validate(entry) for entry in entries]


QUESTIONS = {f"{name} {at}": question for name in SETS for at, question in enumerate(read_set(name), start=1)}


@cache
def passages(lesson_id: str) -> list[str]:
    """Return each paragraph, list item and table cell outside the quiz as a reader reads it."""
    lesson = COURSE.lessons.get(lesson_id)
    if lesson is None:
        return []
    texts = [text for section in lesson.sections for text in (section.body, *(section.points or ())) if text]
    texts += [term.definition for term in lesson.key_terms]
    texts += lesson.practice.steps if lesson.practice else ()
    blocks = [re.split(r"</(?:p|li|t[dh]|pre)>", to_html(text)) for text in texts]
    return [text for pieces in blocks for piece in pieces if (text := plain_text(piece))]


def content_words(text: str) -> set[str]:
    """Return the words that carry meaning, without the commonest endings."""
    words = set(re.findall(r"\w+", text.lower())).difference(LITTLE_WORDS.split())
    return {re.sub(r"(?<=\w{3})(?:ing|ed|es|s|ly|e)$", "", word) for word in words}


def shared(question: Question) -> float:
    """Return which part of a question's content words stands in the quoted passage that has most of them, 0 to 1."""
    asked = content_words(question.ask)
    quoted = [text for text in passages(question.lesson) if any(quote in text for quote in question.passages)]
    return max((len(asked & content_words(text)) for text in quoted), default=0) / max(1, len(asked))


def test_every_question_belongs_to_a_lesson() -> None:
    """Each entry names a lesson of the example course, and its nearest lessons are others of that course."""
    lost = [
        place
        for place, question in QUESTIONS.items()
        if question.lesson not in COURSE.lessons
        or question.lesson in question.nearest
        or not set(question.nearest) <= set(COURSE.lessons)
        or (question.passages and question.nearest)
    ]
    assert not lost


def test_every_quote_stands_in_its_lesson() -> None:
    """Each quote stands word for word in one passage of its lesson outside the quiz."""
    lost = [
        f"{place}, quote {at}"
        for place, question in QUESTIONS.items()
        for at, quote in enumerate(question.passages, start=1)
        if not any(quote in text for text in passages(question.lesson))
    ]
    assert not lost


def test_quotes_are_distinctive() -> None:
    """A quote has at least four words, and stands in three passages of its lesson at most."""
    vague = [
        f"{place}, quote {at}"
        for place, question in QUESTIONS.items()
        for at, quote in enumerate(question.passages, start=1)
        if len(quote.split()) < 4 or sum(quote in text for text in passages(question.lesson)) > 3
    ]
    assert not vague


@pytest.mark.parametrize("half", HALVES)
@pytest.mark.parametrize("lesson_id", COURSE.lessons)
def test_every_lesson_has_its_share(half: str, lesson_id: str) -> None:
    """Each half asks a lesson seven questions that it answers and three that it does not."""
    asked = Counter(
        bool(question.passages)
        for place, question in QUESTIONS.items()
        if place.startswith(f"{half} ") and question.lesson == lesson_id
    )
    assert asked == {True: 7, False: 3}


def test_nothing_is_asked_twice() -> None:
    """No two questions have the same words, in whatever order, in any set."""
    asked = Counter(frozenset(re.findall(r"\w+", question.ask.lower())) for question in QUESTIONS.values())
    assert max(asked.values()) == 1


def test_questions_are_paraphrases() -> None:
    """On average at most half of a question's content words stand in the passage that answers it."""
    shares = [shared(question) for question in QUESTIONS.values() if question.passages]
    assert statistics.mean(shares) <= 0.5
