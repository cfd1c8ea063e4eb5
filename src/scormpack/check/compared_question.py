"""Questions in short, for what is found between the quizzes of a course.

Thousands are compared: they are taken from each part of a course, wherever that is looked at, and wait as one text.
"""

from __future__ import annotations

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from scormpack.check.asked_question import QuestionList, question_lists
from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.load import bank_file, lesson_file
from scormpack.model import MANY, Course, markdown_texts, named_banks, pack_text, unpack_text
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice
from scormpack.model.questions.true_false import TrueFalse

# White space to Python, so that no folded text, no id and no path of a file holds them.
_LISTS, _QUESTIONS, _FIELDS, _TEXTS = "\x1c", "\x1d", "\x1e", "\x1f"
_LEFT_OUT = frozenset(("hint", "explanation", "prompt", "model_answer"))
_FEWEST_OPTIONS = 3


class RightOption(NamedTuple):
    """The one right option of a choice among three or more.

    Attributes:
        options: how many there are.
        place: its index.
        is_longest: whether it is longer than all others.
    """

    options: int
    place: int
    is_longest: bool


class ComparedQuestion(NamedTuple):
    """A question in short.

    Attributes:
        right: its right option, where there is one among three or more; for a statement whether it is true; else None.
        texts: the prompt and what is asked about, folded; not the reasons, hints and feedback.
    """

    id: str
    type: str
    right: RightOption | bool | None
    texts: tuple[str, ...]


class ComparedList(NamedTuple):
    """The questions of one file; ``file``, ``path`` and ``shuffled`` as in ``QuestionList``."""

    file: str
    path: tuple[str, ...]
    shuffled: bool
    questions: tuple[ComparedQuestion, ...]

    def fault(self, place: int, message: str, hint: str, *path: str | int) -> Fault:
        """Return a fault at ``path`` in the question at ``place``."""
        return Fault(self.file, (*self.path, place, *path), message, hint)


def write_lists(course: Course) -> str:
    """Return the questions of a part of a course in short, as one text."""
    return _LISTS.join(map(_write_list, question_lists(course)))


class Comparison:
    """The questions of a whole course in short, as they are put together part by part.

    They are read anew for each rule; of very many lessons they wait packed.
    """

    def __init__(self, course: Course) -> None:
        """Begin with none."""
        self._course = course
        self._are_many = len(course.lessons) > MANY
        self._written: dict[str, bytes] = {}

    def add(self, part: str) -> None:
        """Take in what ``write_lists`` has written of one part of the course."""
        for text in part.split(_LISTS) if part else ():
            data = text.encode()
            self._written[text[: text.index(_FIELDS)]] = pack_text(data) if self._are_many else data

    @property
    def written(self) -> Iterator[bytes]:
        """All of it, in the order of the course: each lesson's own questions, then those of its banks."""
        lessons = self._course.lessons
        for file in (*map(lesson_file, lessons), *map(bank_file, named_banks(self._course, tuple(lessons)))):
            if file in self._written:
                yield unpack_text(self._written[file])

    def __iter__(self) -> Iterator[ComparedList]:
        """Yield the questions of each file, in that order."""
        return (_read_list(text.decode()) for text in self.written)


def _write_list(held: QuestionList) -> str:
    head = _FIELDS.join((held.file, "/".join(map(str, held.path)), "shuffled" if held.shuffled else ""))
    return _QUESTIONS.join((head, *map(_write_question, held.questions)))


def _read_list(text: str) -> ComparedList:
    head, *questions = text.split(_QUESTIONS)
    file, path, shuffled = head.split(_FIELDS)
    return ComparedList(file, tuple(path.split("/")), bool(shuffled), tuple(map(_read_question, questions)))


def _write_question(question: AnyQuestion) -> str:
    return _FIELDS.join((question.id, question.type, _write_right(question), _TEXTS.join(_texts_of(question))))


def _read_question(text: str) -> ComparedQuestion:
    name, kind, right, texts = text.split(_FIELDS)
    # Ids and types are the same few in every lesson.
    return ComparedQuestion(intern(name), intern(kind), _read_right(right), tuple(texts.split(_TEXTS)))


def _write_right(question: AnyQuestion) -> str:
    if isinstance(question, TrueFalse):
        return "true" if question.truth else "false"
    if not isinstance(question, Choice) or len(question.options) < _FEWEST_OPTIONS or len(question.correct) != 1:
        return ""
    (place,) = question.correct
    lengths = [len(option.text) for option in question.options]
    is_longest = lengths[place] == max(lengths) and lengths.count(lengths[place]) == 1
    return f"{len(lengths)} {place} {is_longest:d}"


def _read_right(text: str) -> RightOption | bool | None:
    if " " not in text:
        return None if not text else text == "true"
    options, place, is_longest = map(int, text.split())
    return RightOption(options, place, bool(is_longest))


def _texts_of(question: AnyQuestion) -> list[str]:
    if isinstance(question, Choice):
        return [fold(question.prompt), *[fold(option.text) for option in question.options]]
    others = [text for path, text in markdown_texts(question) if path[0] not in _LEFT_OUT]
    return [fold(question.prompt), *map(fold, others)]
