"""Questions of a course that ask nearly the same, in the same lesson or far apart.

Whatever the course's size, a question is compared with few others: those that share a whole text with it, or the first
or last words of its prompt.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scormpack.check.asked_question import AskedQuestion, asked_questions
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

_SPACED = re.compile(r"\s")


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
    """The questions so far, and how to look them up."""

    def __init__(self) -> None:
        self._all: list[tuple[AskedQuestion, tuple[str, ...]]] = []
        self._words: dict[int, frozenset[str]] = {}
        self._wholes: dict[tuple[str, ...], AskedQuestion] = {}
        self._firsts: dict[str, int] = {}
        self._others: dict[str, list[int]] = {}

    def find(self, asked: AskedQuestion) -> tuple[AskedQuestion, bool] | None:
        """Return the first question that asks nearly the same, and whether it is the very same; keep this one."""
        texts = _texts_of(asked.question)
        first = self._wholes.setdefault((asked.question.type, texts[0], *sorted(texts[1:])), asked)
        if first is not asked:
            return first, True
        number = len(self._all)
        self._all.append((asked, texts))
        others: Counter[int] = Counter()
        for key in _keys(texts):
            first_holder = self._firsts.setdefault(key, number)
            if first_holder == number:
                continue  # most texts are held by one question alone
            holders = self._others.setdefault(key, [first_holder])
            if len(holders) < MOST_SHARED:
                others.update(holders)
                holders.append(number)
        # Of several texts, a change of few words leaves at least two alone.
        least = 2 if len(texts) > 3 else 1
        near = next((at for at in sorted(others) if others[at] >= least and self._are_alike(number, at)), None)
        return None if near is None else (self._all[near][0], False)

    def _are_alike(self, one: int, other: int) -> bool:
        (asked, texts), (before, others) = self._all[one], self._all[other]
        if asked.question.type != before.question.type or not _are_alike(self._words_of(one), self._words_of(other)):
            return False
        # Many questions may have the same options: these are alike where the prompts are.
        return _share(_words(texts[:1]), _words(others[:1])) >= PROMPTS_ALIKE

    def _words_of(self, number: int) -> frozenset[str]:
        if number not in self._words:
            self._words[number] = _words(self._all[number][1])
        return self._words[number]


def _texts_of(question: AnyQuestion) -> tuple[str, ...]:
    """Return the prompt and what is asked about, folded; not the reasons, hints and feedback."""
    if isinstance(question, Choice):
        return (fold(question.prompt), *(fold(option.text) for option in question.options))
    left_out = {"hint", "explanation", "prompt", "model_answer"}
    others = (text for path, text in markdown_texts(question) if path[0] not in left_out)
    return (fold(question.prompt), *(fold(text) for text in others))


def _keys(texts: tuple[str, ...]) -> Iterator[str]:
    prompt = texts[0].split(" ")
    if len(prompt) > 1:
        yield "^" + " ".join(prompt[:EDGE])
        yield " ".join(prompt[-EDGE:]) + "$"
    else:  # no spaces: letters are words
        yield "^" + texts[0][: EDGE * 2]
        yield texts[0][-EDGE * 2 :] + "$"
    yield from dict.fromkeys(texts[1:])


def _words(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the words of a question; pairs of letters where its script has no spaces."""
    text = " ".join(texts)
    words = text.split(" ")
    if len(text) > 12 * len(words) and not text.isascii():
        return frozenset(text[at : at + 2] for at in range(len(text)) if not _SPACED.match(text, at))
    return frozenset(words)


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    return shared / (len(words) + len(others) - shared)


def _are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    if min(len(words), len(others)) < FEWEST:
        return False
    if _share(words, others) < ALIKE:
        return False
    # Sums and dates: the same question with other numbers asks something else.
    return not any(letter.isdigit() for word in words ^ others for letter in word)
