"""Questions in short, for what is found between the quizzes of a course.

Thousands are compared: they are taken from each part of a course, wherever that is looked at, and held as few numbers.
Who wants to know more of one goes back to its lesson.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from itertools import accumulate, groupby
from typing import NamedTuple

from scormpack.check.asked_question import IN_BANK, IN_LESSON, QuestionList, fold_question, question_lists
from scormpack.check.place import Fault
from scormpack.check.question_columns import QuestionColumns, join_questions
from scormpack.load import bank_file, lesson_file
from scormpack.model import MANY, Course, named_banks
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.true_false import TrueFalse

# White space to Python, so that no folded text and no path of a file holds them.
_LISTS, _COLUMNS = "\x1c", "\x1d"
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


class Pattern(NamedTuple):
    """What a question shows to who guesses.

    Attributes:
        right: its right option, where there is one among three or more; for a statement whether it is true; else None.
        shuffled: whether a quiz shows its options in another order than the author's.
    """

    right: RightOption | bool | None
    shuffled: bool


class ComparedQuestion(NamedTuple):
    """A question in short.

    Attributes:
        file: path from the course folder.
        path: of the question in the file.
        texts: the prompt and what is asked about, folded; not the reasons, hints and feedback.
    """

    file: str
    path: tuple[str | int, ...]
    id: str
    type: str
    texts: tuple[str, ...]

    def fault(self, message: str, hint: str, *path: str | int) -> Fault:
        """Return a fault at ``path`` in the question."""
        return Fault(self.file, (*self.path, *path), message, hint)


def write_lists(lists: Iterable[QuestionList]) -> str:
    """Return the questions of a part of a course in short, as one text."""
    return _LISTS.join(map(_write_list, lists))


class Comparison:
    """The questions of a whole course in short, as they are put together part by part.

    They wait as they came, but for those of very many lessons: where what will be found is known already, nobody asks.
    """

    def __init__(self, course: Course) -> None:
        """Begin with none."""
        self._course = course
        self._waiting: list[str] = []
        self._patterns: Counter[Pattern] = Counter()
        self._columns = QuestionColumns()
        self._spans: dict[str, range] = {}

    def add(self, part: str) -> None:
        """Take in what ``write_lists`` has written of one part of the course."""
        self._waiting += part.split(_LISTS) if part else ()
        if len(self._course.lessons) > MANY:
            self._take_in()

    def _take_in(self) -> None:
        for text in self._waiting:
            file, shuffled, rights, questions = text.split(_COLUMNS)
            start = len(self._columns)
            for right, count in Counter(rights.split(",")).items():
                self._patterns[Pattern(_read_right(right), bool(shuffled))] += count
            self._columns.add(questions)
            self._spans[file] = range(start, len(self._columns))
        self._waiting.clear()

    @property
    def patterns(self) -> Counter[Pattern]:
        """How many questions show the same."""
        self._take_in()
        return self._patterns

    def find_first(self, holds: Callable[[Pattern], bool]) -> ComparedQuestion:
        """Return the first question that shows such a pattern; there must be one."""
        return next(
            _shorten(held.file, (*held.path, place), question)
            for held in question_lists(self._course)
            for place, (question, right) in enumerate(zip(held.questions, _write_rights(held), strict=True))
            if holds(Pattern(_read_right(right), held.shuffled))
        )

    @cached_property
    def columns(self) -> QuestionColumns:
        """All questions in the order of the course: each lesson's own, then those of its banks."""
        self._take_in()
        spans = [self._spans[file] for file in self._files]
        return self._columns if spans == list(self._spans.values()) else self._columns.in_order(spans)

    @cached_property
    def _files(self) -> dict[str, tuple[str, bool]]:
        """Those that hold questions, in the order of the course: the id of each, and whether it is a bank's."""
        lessons = tuple(self._course.lessons)
        files = {lesson_file(name): (name, False) for name in lessons}
        files |= {bank_file(name): (name, True) for name in named_banks(self._course, lessons)}
        return {file: named for file, named in files.items() if file in self._spans}

    def find(self, numbers: Iterable[int]) -> Iterator[ComparedQuestion]:
        """Yield the questions of these numbers in ``columns``; the numbers rise."""
        files = list(self._files)
        ends = list(accumulate(len(self._spans[file]) for file in files))
        for at, some in groupby(numbers, partial(bisect_right, ends)):
            path, questions = self._questions_in(files[at])
            for number in some:
                place = number - ends[at] + len(questions)
                yield _shorten(files[at], (*path, place), questions[place])

    def _questions_in(self, file: str) -> tuple[tuple[str, ...], tuple[AnyQuestion, ...]]:
        name, is_bank = self._files[file]
        if is_bank:
            return IN_BANK, self._course.banks[name].questions
        quiz = self._course.lessons[name].quiz
        return IN_LESSON, quiz.questions if quiz else ()


def _write_list(held: QuestionList) -> str:
    shuffled = "shuffled" if held.shuffled else ""
    return _COLUMNS.join((held.file, shuffled, ",".join(_write_rights(held)), join_questions(held.folded)))


def _shorten(file: str, path: tuple[str | int, ...], question: AnyQuestion) -> ComparedQuestion:
    return ComparedQuestion(file, path, question.id, question.type, tuple(fold_question(question)))


def _write_rights(held: QuestionList) -> list[str]:
    """Return of each question what ``_read_right`` reads."""
    rights = [""] * len(held.questions)
    for asked, texts, _, correct in held.choices:
        if len(texts) >= _FEWEST_OPTIONS and len(correct) == 1:
            (place,), lengths = correct, list(map(len, texts))
            longest = max(lengths)
            is_longest = lengths[place] == longest and lengths.count(longest) == 1
            rights[asked.place] = f"{len(lengths)} {place} {is_longest:d}"
    for statement in held.of(TrueFalse):
        rights[statement.place] = "true" if statement.question.truth else "false"
    return rights


def _read_right(text: str) -> RightOption | bool | None:
    if " " not in text:
        return None if not text else text == "true"
    options, place, is_longest = map(int, text.split())
    return RightOption(options, place, bool(is_longest))
