"""The questions of a course where they are written: once each, whether a lesson's own or a bank's."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar

from scormpack.check.folded_text import fold, fold_all
from scormpack.check.place import Fault
from scormpack.errors import Severity
from scormpack.load import bank_file, lesson_file
from scormpack.model import Course, Lesson, markdown_texts
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice

Path = tuple[str | int, ...]
IN_LESSON, IN_BANK = ("quiz", "questions"), ("questions",)
"""Where a file has its questions."""
_NOT_ASKED = frozenset(("hint", "explanation", "prompt", "model_answer"))
Q_co = TypeVar("Q_co", bound=AnyQuestion, covariant=True)


class WrittenList(NamedTuple):
    """The questions of one file, as written.

    Attributes:
        file: path from the course folder.
        path: of the list in the file.
        questions: as written.
        language: first subtag of BCP 47, small.
        shuffled: whether a quiz shows their options in another order than the author's.
        told: whether a quiz ever says what is right.
        formats: that the course names.
    """

    file: str
    path: Path
    questions: tuple[AnyQuestion, ...]
    language: str
    shuffled: bool
    told: bool
    formats: tuple[str, ...]


class QuestionList(WrittenList):
    """The questions of one file, and what several rules ask of them."""

    @cached_property
    def _bare(self) -> WrittenList:
        """Itself without what is worked out of it: a question that held that too would be held by it, for ever."""
        return WrittenList._make(self)

    @cached_property
    def _kinds(self) -> frozenset[type[AnyQuestion]]:
        return frozenset(map(type, self.questions))

    def of(self, kind: type[Q_co]) -> Iterator[AskedQuestion[Q_co]]:
        """Yield the questions of one type: of most types there are none."""
        for place, question in enumerate(self.questions if kind in self._kinds else ()):
            if isinstance(question, kind):
                yield AskedQuestion(self._bare, place, question)

    @cached_property
    def choices(self) -> tuple[AskedChoice, ...]:
        """The choices, in short."""
        return tuple(_shorten(asked, self.folded[asked.place][1:]) for asked in self.of(Choice))

    @cached_property
    def folded(self) -> list[list[str]]:
        """What each question asks, folded: its prompt, then its options or the like."""
        return list(map(fold_question, self.questions))


class AskedQuestion(NamedTuple, Generic[Q_co]):
    """One question, and the list it stands in: a tuple, for thousands are made again and again.

    Attributes:
        place: its index there.
    """

    held: WrittenList
    place: int
    question: Q_co

    def fault(self, message: str, hint: str, *path: str | int, at: str = "", severity: Severity | None = None) -> Fault:
        """Return a fault at ``path`` within the question, or at the part of that value which reads ``at``."""
        whole = (*self.held.path, self.place, *path)
        if severity is None:
            return Fault(self.held.file, whole, message, hint, text=at)
        return Fault(self.held.file, whole, message, hint, severity, text=at)


class AskedChoice(NamedTuple):
    """A choice in short, for the rules that look at its options.

    Attributes:
        texts: of its options, as written; ``folded`` the same, folded.
        correct: indices of the right ones.
    """

    asked: AskedQuestion[Choice]
    texts: list[str]
    folded: list[str]
    correct: tuple[int, ...]


def _shorten(asked: AskedQuestion[Choice], folded: list[str]) -> AskedChoice:
    texts = [option.text for option in asked.question.options]
    return AskedChoice(asked, texts, folded, asked.question.correct)


def fold_question(question: AnyQuestion) -> list[str]:
    """Return the prompt and what is asked about, folded; not the reasons, hints and feedback."""
    if isinstance(question, Choice):
        asked = [option.text for option in question.options]
    else:
        asked = [text for path, text in markdown_texts(question) if path[0] not in _NOT_ASKED]
    return [fold(question.prompt), *fold_all(asked)]


def question_lists(course: Course) -> Iterator[QuestionList]:
    """Yield every list of questions: the lessons' own, in the course's order, then the banks'."""
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


def asked_questions(course: Course) -> Iterator[AskedQuestion[AnyQuestion]]:
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
        formats=course.file.formats,
    )
