"""Questions of a course that ask nearly the same, in the same lesson or far apart.

Whatever the course's size, a question is compared with few others: those that share a whole text with it, or the first
or last words of its prompt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from math import inf
from typing import NamedTuple

from scormpack.check.compared_question import ComparedQuestion, Comparison
from scormpack.check.place import Fault
from scormpack.check.repeated_keys import RepeatedKeys

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
"""Between the texts of a question: white space to Python, and in no folded text."""
_AROUND = ".,;:!?\u2026\"'()\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u00bf\u00a1*_\u060c\u061b\u061f\u0964"
"""Marks at the ends of a word that make it no other."""


def check_same_questions(quizzes: Comparison) -> Iterator[Fault]:
    """Yield each question that asks nearly the same as an earlier one; the message names both."""
    shared, same = RepeatedKeys(MOST_SHARED), RepeatedKeys(inf)
    for held in quizzes:
        for question in held.questions:
            shared.add(_keys_of(question))
            same.add((_whole(question),))
    is_like_another = map(any, zip(shared, same, strict=True))
    seen = _Seen(shared)
    for held in quizzes:
        for at, question in enumerate(held.questions):
            if not next(is_like_another):  # it is not even held
                continue
            before = seen.find(_Place(held.file, question.id), question)
            if before is not None:
                first, is_same = before
                where = "" if first.file == held.file else f" of {first.file}"
                nearly = "the same" if is_same else "nearly the same"
                message = f"this asks {nearly} as question `{first.id}`{where}"
                hint = "Take one of the two out, or ask for something else; lessons may share questions by a bank."
                yield held.fault(at, message, hint, "prompt")


class _Place(NamedTuple):
    """Where a question stands, as a message says it."""

    file: str
    id: str


class _Seen:
    """The questions so far, and how to look them up.

    Texts are kept as one string for each question: tens of thousands of tuples would keep the garbage collector busy.
    """

    def __init__(self, shared: RepeatedKeys) -> None:
        self._shared = shared
        self._places: list[_Place] = []
        self._types: list[str] = []
        self._texts: list[str] = []
        self._wholes: dict[int, int] = {}
        self._firsts: dict[int, int] = {}
        self._others: dict[int, list[int]] = {}

    def find(self, place: _Place, question: ComparedQuestion) -> tuple[_Place, bool] | None:
        """Return the first question that asks nearly the same, and whether it is the very same; keep this one."""
        text = _whole(question)
        number = len(self._texts)
        first = self._wholes.setdefault(hash((question.type, text)), number)
        if first != number and (self._types[first], self._texts[first]) == (question.type, text):
            return self._places[first], True
        self._places.append(place)
        self._types.append(question.type)
        self._texts.append(text)
        sharing = self._keep(number, question)
        if len(question.texts) > 3:  # of several texts, a change of few words leaves at least two alone
            sharing = _twice_in(sharing)
        near = next((at for at in sorted(set(sharing)) if self._are_alike(number, at)), None)
        return None if near is None else (self._places[near], False)

    def _keep(self, number: int, question: ComparedQuestion) -> list[int]:
        """Keep a question under its texts, and return the others that have one of them, once for each."""
        sharing: list[int] = []
        for key in _keys_of(question):
            if key not in self._shared:
                continue
            first = self._firsts.setdefault(hash(key), number)
            if first == number:
                continue
            holders = self._others.setdefault(hash(key), [first])
            sharing += holders
            holders.append(number)
        return sharing

    def _are_alike(self, one: int, other: int) -> bool:
        if self._types[one] != self._types[other]:
            return False
        text, before = self._texts[one], self._texts[other]
        words, others = _words(text), _words(before)
        if min(len(words), len(others)) < FEWEST or _share(words, others) < ALIKE:
            return False
        # Many questions may have the same options: these are alike where the prompts are.
        prompts = [_words(each.split(_BETWEEN, 1)[0]) for each in (text, before)]
        # Sums and dates: the same question with other numbers asks something else.
        return _share(*prompts) >= PROMPTS_ALIKE and not any(letter.isdigit() for letter in "".join(words ^ others))


def _whole(question: ComparedQuestion) -> str:
    """Return all its texts as one, whatever the order of the options."""
    prompt, *parts = question.texts
    return _BETWEEN.join((prompt, *sorted(parts)))


def _keys_of(question: ComparedQuestion) -> tuple[str, ...]:
    """Return what a question is looked up by, each once."""
    prompt, *parts = question.texts
    return (*_edges(prompt), *dict.fromkeys(parts))


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


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """Return the words of a question without the marks around them; pairs of letters in a script without spaces."""
    words = text.split()
    if len(text) > 12 * len(words) and not text.isascii():
        return frozenset(text[at : at + 2] for at in range(len(text)) if not text[at].isspace())
    return frozenset(word.strip(_AROUND) or word for word in words)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    return shared / max(1, len(words) + len(others) - shared)
