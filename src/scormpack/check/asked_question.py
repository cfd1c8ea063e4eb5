"""The questions of a course where they are written: once each, whether a lesson's own or a bank's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from scormpack.check.place import Fault
from scormpack.errors import Severity
from scormpack.load import bank_file, lesson_file
from scormpack.model import Course, Lesson
from scormpack.model.identity import Identity
from scormpack.model.questions import AnyQuestion

Path = tuple[str | int, ...]
IN_LESSON, IN_BANK = ("quiz", "questions"), ("questions",)
"""Where a file has its questions."""


class QuestionList(NamedTuple):
    """The questions of one file.

    Attributes:
        file: path from the course folder.
        path: of the list in the file.
        questions: as written.
        language: first subtag of BCP 47, small.
        shuffled: whether a quiz shows their options in another order than the author's.
        told: whether a quiz ever says what is right.
    """

    file: str
    path: Path
    questions: tuple[AnyQuestion, ...]
    language: str
    shuffled: bool
    told: bool


class AskedQuestion(NamedTuple):
    """One question, and the list it stands in: a tuple, for thousands are made again and again.

    Attributes:
        place: its index there.
    """

    held: QuestionList
    place: int
    question: AnyQuestion

    def fault(self, message: str, hint: str, *path: str | int, at: str = "", severity: Severity | None = None) -> Fault:
        """Return a fault at ``path`` within the question, or at the part of that value which reads ``at``."""
        whole = (*self.held.path, self.place, *path)
        if severity is None:
            return Fault(self.held.file, whole, message, hint, text=at)
        return Fault(self.held.file, whole, message, hint, severity, text=at)


def question_lists(course: Course) -> tuple[QuestionList, ...]:
    """Return every list of questions: the lessons' own, in the course's order, then the banks'."""
    return _lists_of(Identity(course))


@lru_cache(maxsize=1)
def _lists_of(course: Identity[Course]) -> tuple[QuestionList, ...]:
    """Of the course that was asked for last: several rules ask for it, one after the other."""
    return tuple(each_list(course.of))


def each_list(course: Course) -> Iterator[QuestionList]:
    """Yield the same one by one: of very many lessons no model is held."""
    users: dict[str, list[Lesson]] = {}
    for lesson in course.lessons.values():
        if lesson.quiz is None:
            continue
        for bank in lesson.quiz.banks:
            users.setdefault(bank, []).append(lesson)
        if lesson.quiz.questions:
            yield _list(course, lesson_file(lesson.id), IN_LESSON, lesson.quiz.questions, [lesson])
    for name, asked in users.items():
        if name in course.banks:
            yield _list(course, bank_file(name), IN_BANK, course.banks[name].questions, asked)


def asked_questions(course: Course) -> Iterator[AskedQuestion]:
    """Yield every question."""
    for held in question_lists(course):
        for place, question in enumerate(held.questions):
            yield AskedQuestion(held, place, question)


def _list(
    course: Course, file: str, path: Path, questions: tuple[AnyQuestion, ...], lessons: list[Lesson]
) -> QuestionList:
    quizzes = [lesson.quiz for lesson in lessons if lesson.quiz]
    return QuestionList(
        file,
        path,
        questions,
        language=course.language(lessons[0]).split("-")[0].lower(),
        shuffled=any("options" in quiz.shuffle for quiz in quizzes),
        told=any(quiz.feedback != "none" for quiz in quizzes),
    )
