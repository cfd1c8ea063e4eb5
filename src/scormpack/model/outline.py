"""What others say of a lesson, and what is counted of it: all of it but its texts and its questions.

A course of thousands of lessons is planned, listed and counted from these, without a model of any lesson being made.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from sys import intern
from typing import Any, NamedTuple

from scormpack.model.base import Model
from scormpack.model.lesson import Lesson, Quiz

_FIRST_SHARED = 3
"""What follows the summary, ``track`` first, is the same for many lessons."""


class QuizOutline(NamedTuple):
    """What counts of a quiz; its attributes are called as those of ``Quiz``.

    Attributes:
        points: of each of its own questions; ``sizes`` the most characters of each one's response.
        is_timed: whether it has a time limit.
        attempts: how often it may be finished; None = as often as one likes.
    """

    pass_mark: int | None
    draw: int | None
    banks: tuple[str, ...]
    points: tuple[int, ...]
    sizes: tuple[int, ...]
    is_timed: bool
    attempts: int | None

    @property
    def weighed(self) -> tuple[int | None, int | None, tuple[str, ...], tuple[int, ...]]:
        """What its score hangs on: pass mark, draw, banks and points."""
        return self[:4]


class Outline(NamedTuple):
    """A lesson in short; its attributes are called as those of ``Lesson``.

    Attributes:
        minutes: that its author says.
        terms: its key terms.
        steps: how many its practice has.
        named: ids of the lessons that its page names, each once.
        content: hash of all that its author wrote; "" where it is not known.
    """

    id: str
    title: str
    summary: str
    track: str | None = None
    category: str | None = None
    minutes: int | None = None
    language: str | None = None
    tutor: bool = False
    related: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    steps: int = 0
    quiz: QuizOutline | None = None
    content: str = ""

    @property
    def listed(self) -> tuple[object, ...]:
        """What a list says of a lesson: its id, title, summary, track, category, minutes and language."""
        return self[:7]

    @property
    def card(self) -> Outline:
        """No more of it than that."""
        return Outline(self.id, self.title, self.summary, self.track, self.category, self.minutes, self.language)


def outline_lesson(lesson: Lesson, content: str = "") -> Outline:
    """Return the outline of a lesson; ``content`` as there."""
    answering = (other for other, _ in lesson.left_open if other is not None)
    return Outline(
        lesson.id,
        lesson.title,
        lesson.summary,
        lesson.track,
        lesson.category,
        lesson.minutes,
        lesson.language,
        lesson.tutor,
        lesson.related,
        tuple(dict.fromkeys((*lesson.related, *answering))),
        tuple(key_term.term for key_term in lesson.key_terms),
        len(lesson.practice.steps) if lesson.practice else 0,
        _outline_quiz(lesson.quiz) if lesson.quiz else None,
        content,
    )


def write_model(model: Model) -> bytes:
    """Return what an author wrote as JSON, from which the same model is made again."""
    return model.__pydantic_serializer__.to_json(model, by_alias=True, exclude_unset=True)


def hash_content(written: bytes) -> str:
    """Return a hash of what an author wrote, hexadecimal."""
    return sha256(written).hexdigest()


def read_outline(said: Sequence[Any]) -> Outline:
    """Return an outline of what JSON has made of it: a list.

    Raises:
        TypeError, ValueError: where it is no outline.
    """
    *plain, related, named, terms, steps, quiz, content = said
    shared = [intern(one) if isinstance(one, str) else one for one in plain[_FIRST_SHARED:]]
    texts = (*plain[:_FIRST_SHARED], *shared)
    return Outline._make((*texts, tuple(related), tuple(named), tuple(terms), steps, _read_quiz(quiz), content))


def _outline_quiz(quiz: Quiz) -> QuizOutline:
    is_timed = quiz.time_limit is not None
    attempts = None if quiz.attempts == "unlimited" else quiz.attempts
    return QuizOutline(quiz.pass_mark, quiz.draw, quiz.banks, quiz.points, quiz.sizes, is_timed, attempts)


def _read_quiz(said: Sequence[Any] | None) -> QuizOutline | None:
    if said is None:
        return None
    pass_mark, draw, banks, points, sizes, is_timed, attempts = said
    return QuizOutline(pass_mark, draw, tuple(banks), tuple(points), tuple(sizes), is_timed, attempts)
