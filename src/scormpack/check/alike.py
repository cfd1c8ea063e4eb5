"""When two questions ask nearly the same: by the words that they share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

ALIKE = 0.85
"""Words that two questions share, of all that either has."""
PROMPTS_ALIKE = 0.75
"""Of the words of their prompts alone."""
FEWEST = 6
"""Words that a question must have to be compared: of fewer, only the very same is told."""
MARKS_AROUND = ".,;:!?\u2026\"'()\u2018\u2019\u201c\u201d\u201e\u00ab\u00bb\u00bf\u00a1*_\u060c\u061b\u061f\u0964"
"""Marks at the ends of a word that make it no other."""


_BETWEEN = "\x1f"
"""Between the texts of a question: white space to Python, and in no folded text."""


def join_texts(texts: Sequence[str]) -> str:
    """Return all texts of a question as one, whatever the order of its options."""
    prompt, *parts = texts
    return _BETWEEN.join((prompt, *sorted(parts)))


def are_alike(texts: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two questions of one type ask nearly the same, by their prompts and what is asked about, folded."""
    words, before = _words(join_texts(texts)), _words(join_texts(others))
    if min(len(words), len(before)) < FEWEST or _share(words, before) < ALIKE:
        return False
    # Many questions may have the same options: these are alike where the prompts are.
    # Sums and dates: the same question with other numbers asks something else.
    is_asked_alike = _share(_words(texts[0]), _words(others[0])) >= PROMPTS_ALIKE
    return is_asked_alike and not any(letter.isdigit() for letter in "".join(words ^ before))


def may_have_no_spaces(text: str) -> bool:
    """Whether a text is of a script that puts no spaces between words."""
    return not text.isascii() and len(text) > 12 * len(text.split())


@lru_cache(maxsize=1024)
def _words(text: str) -> frozenset[str]:
    """Return the words of a question without the marks around them; pairs of letters in a script without spaces."""
    if may_have_no_spaces(text):
        return frozenset(text[at : at + 2] for at in range(len(text)) if not text[at].isspace())
    return frozenset(word.strip(MARKS_AROUND) or word for word in text.split())


def _share(words: frozenset[str], others: frozenset[str]) -> float:
    shared = len(words & others)
    return shared / max(1, len(words) + len(others) - shared)
