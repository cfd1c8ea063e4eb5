"""Questions of a course that ask nearly the same, in the same lesson or far apart.

Whatever the course's size, a question is compared with few others: those that share a whole text with it, or the first
or last words of its prompt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion, QuestionList, asked_questions
from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.model import Course, markdown_texts
from scormpack.model.questions import AnyQuestion
from scormpack.model.questions.choice import Choice

ALIKE = 0.85
"""Words that two questions share, of all that either has."""
PROMPTS_ALIKE = 0.75
"""Of the words of their prompts alone."""
FEWEST = 6
"""Words that a question must have to be compared: of fewer, only the very same is told."""
EDGE = 6
"""Words at the beginning and at the end of a prompt by which others are looked up."""
MOST_SHARED = 32
"""Questions that may share a text or an edge before it is no sign of likeness any more, as ``True`` is none."""

_BETWEEN = "\x1f"
"""Between the texts of a question: white space to Python, and in no YAML file."""
_AROUND = ".,;:!?\u2026\"'()\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u00bf\u00a1*_\u060c\u061b\u061f\u0964"
"""Marks at the ends of a word that make it no other."""
_LEFT_OUT = frozenset(("hint", "explanation", "prompt", "model_answer"))


def check_same_questions(course: Course) -> Iterator[Fault]:
    """Yield each question that asks nearly the same as an earlier one; the message names both."""
    seen = _Seen()
    for asked in asked_questions(course):
        before = seen.find(asked)
        if before is not None:
            first, is_same = before
            where = "" if first.held.file == asked.held.file else f" of {first.held.file}"
            nearly = "the same" if is_same else "nearly the same"
            message = f"this asks {nearly} as question `{first.question.id}`{where}"
            hint = "Take one of the two out, or ask for something else; lessons may share questions by a bank."
            yield asked.fault(message, hint, "prompt")


class _Seen:
    """The questions so far, and how to look them up.

    Texts are kept as one string for each question: tens of thousands of tuples would keep the garbage collector busy.
    """

    def __init__(self) -> None:
        self._questions: list[AnyQuestion] = []
        self._places: list[int] = []
        self._lists: list[QuestionList] = []
        self._texts: list[str] = []
        self._words: dict[int, frozenset[str]] = {}
        self._wholes: dict[str, int] = {}
        self._firsts: dict[str, int] = {}
        self._others: dict[str, list[int]] = {}

    def find(self, asked: AskedQuestion) -> tuple[AskedQuestion, bool] | None:
        """Return the first question that asks nearly the same, and whether it is the very same; keep this one."""
        prompt, *parts = _texts_of(asked.question)
        number = len(self._texts)
        first = self._wholes.setdefault(_BETWEEN.join((asked.question.type, prompt, *sorted(parts))), number)
        if first != number:
            return self._asked(first), True
        self._questions.append(asked.question)
        self._places.append(asked.place)
        self._lists.append(asked.held)
        self._texts.append(_BETWEEN.join((prompt, *parts)))
        sharing = self._keep(number, prompt, parts)
        if len(parts) > 2:  # of several texts, a change of few words leaves at least two alone
            sharing = _twice_in(sharing)
        near = next((at for at in sorted(set(sharing)) if self._are_alike(number, at)), None)
        return None if near is None else (self._asked(near), False)

    def _keep(self, number: int, prompt: str, parts: list[str]) -> list[int]:
        """Keep a question under its texts, and return the others that have one of them, once for each."""
        sharing: list[int] = []
        firsts = self._firsts
        for key in (*_edges(prompt), *dict.fromkeys(parts)):
            first = firsts.setdefault(key, number)
            if first == number:
                continue  # most texts are held by one question alone
            holders = self._others.setdefault(key, [first])
            if len(holders) < MOST_SHARED:
                sharing += holders
                holders.append(number)
        return sharing

    def _asked(self, number: int) -> AskedQuestion:
        return AskedQuestion(self._lists[number], self._places[number], self._questions[number])

    def _are_alike(self, one: int, other: int) -> bool:
        if self._questions[one].type != self._questions[other].type:
            return False
        words, others = self._words_of(one), self._words_of(other)
        if min(len(words), len(others)) < FEWEST or _share(words, others) < ALIKE:
            return False
        # Many questions may have the same options: these are alike where the prompts are.
        prompts = [_words(self._texts[at].split(_BETWEEN, 1)[0]) for at in (one, other)]
        # Sums and dates: the same question with other numbers asks something else.
        return _share(*prompts) >= PROMPTS_ALIKE and not any(letter.isdigit() for letter in "".join(words ^ others))

    def _words_of(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = _words(self._texts[number])
        return self._words[number]


def _texts_of(question: AnyQuestion) -> list[str]:
    """Return the prompt and what is asked about, folded; not the reasons, hints and feedback."""
    if isinstance(question, Choice):
        return [fold(question.prompt), *[fold(option.text) for option in question.options]]
    others = [text for path, text in markdown_texts(question) if path[0] not in _LEFT_OUT]
    return [fold(question.prompt), *map(fold, others)]


def _edges(prompt: str) -> tuple[str, str]:
    """Return the first and the last words of a prompt, by which it is looked up; letters where it has no spaces."""
    words = prompt.split(" ")
    if len(words) > 1:
        return "^" + " ".join(words[:EDGE]), " ".join(words[-EDGE:]) + "$"
    return "^" + prompt[: EDGE * 2], prompt[-EDGE * 2 :] + "$"


def _twice_in(numbers: list[int]) -> list[int]:
    """Return the numbers that are there more than once: most often none."""
    if len(set(numbers)) == len(numbers):
        return []
    return [number for number, count in Counter(numbers).items() if count > 1]


def _words(text: str) -> frozenset[str]:
    """Return the words of a question without the marks around them; pairs of letters in a script without spaces."""
    words = text.split()
    if len(text) > 12 * len(words) and not text.isascii():
        return frozenset(text[at : at + 2] for at in range(len(text)) if not text[at].isspace())
    return frozenset(word.strip(_AROUND) or word for word in words)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    return shared / max(1, len(words) + len(others) - shared)
