"""How long a lesson takes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.late_regex import compile_late
from scormpack.model.lesson import Lesson
from scormpack.model.texts import without_addresses

WORDS_A_MINUTE = 200
CHARACTERS_A_MINUTE = 400
"""For scripts that put no spaces between words."""
SECONDS_A_QUESTION = 20

# Han, kana, Hangul, Thai, Lao, Khmer, Myanmar; compiled when it is first needed, for that takes long.
_UNSPACED = r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]"
_WORD = compile_late(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
# Words of ASCII are counted where single marks are taken out of them, and all else but letters and digits is a space.
_SPACES = bytes(byte if chr(byte).isalnum() and byte < 128 else 32 for byte in range(256))
_JOINING = b"'-"
_NO_JOINING = ("--", "''", "-'", "'-")


def estimate_minutes(lesson: Lesson, questions: int) -> int:
    """Return how many minutes a lesson takes that asks so many questions, by its words; at least 1."""
    return count_minutes(reading_seconds(lesson), questions)


def count_minutes(seconds: float, questions: int) -> int:
    """Return whole minutes, at least 1: seconds that the words take, and the time for so many questions."""
    return max(1, round((seconds + questions * SECONDS_A_QUESTION) / 60))


def reading_seconds(lesson: Lesson) -> float:
    """Return how many seconds a lesson's words take, without its quiz."""
    text = without_addresses("\n".join(_texts(lesson)))
    if text.isascii() and not any(marks in text for marks in _NO_JOINING):  # nearly all: ten times as quick
        return len(text.encode().translate(_SPACES, _JOINING).split()) * 60 / WORDS_A_MINUTE
    spaced, characters = re.subn(_UNSPACED, " ", text)
    words = len(_WORD.findall(spaced))
    return words * 60 / WORDS_A_MINUTE + characters * 60 / CHARACTERS_A_MINUTE


def _texts(lesson: Lesson) -> Iterator[str]:
    yield lesson.summary
    yield from lesson.objectives
    yield from lesson.section_texts
    for key_term in lesson.key_terms:
        yield f"{key_term.term} {key_term.definition}"
    if lesson.practice:
        yield lesson.practice.intro or ""
        yield from lesson.practice.steps
