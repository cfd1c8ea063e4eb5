"""Words to the lessons that hold them, in a form that is small once it is compressed.

``words``: the vocabulary, sorted by UTF-16 units; each word is an upper-case letter (``A`` = 0: how many units it
shares with the one before) and the rest. ``lists``: for each word its lessons; a space stands between two lists. A
lesson is a number: how far it is from the one before it in the list (from -1), in digits of base 16 (``HIGH``), the
last one of base 64 (``LAST``): most are one character, and compression makes 3 to 6 bits of it. A mark before a
number says where the word stands: in the title (``@``), a key term (``?``), the summary (``[``), else in the text. A
word that most lessons hold is a list of those that do not (``~``), ``|``, then the lessons whose number has a mark.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain, filterfalse, repeat
from operator import and_, sub
from typing import NamedTuple

from scormpack.late_regex import compile_late
from scormpack.render.search.words import split_words

HIGH = "!#$%&'()*+,./:;="
LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = ("@", "?", "[", "")
"""Where a word stands: title, key terms, summary, text. The best place counts."""
PLACES = len(MARKS)
IN_TEXT = MARKS.index("")
_MOST_SHARED = 25
_SHARED = compile_late(rf"^(.{{0,{_MOST_SHARED}}}).*+(?=\n\1)", re.MULTILINE)
"""Finds in each line but the last with how much of it the next one begins."""
_STARTS = repeat(-PLACES)
"""What a use without its place has in common with it: places are its last two bits."""

Fields = tuple[str, str, str, str]
"""A lesson's title, key terms, summary and text."""
LessonWords = tuple[str, str, str, str]
"""Their words, each where it counts most and nowhere else, with single spaces between them."""
Lists = dict[str, str]
"""Word to its list, in the order of the index."""


def take_words(fields: Fields) -> LessonWords:
    """Return the words of a lesson: all that the index must know of it."""
    seen: set[str] = set()
    taken = []
    for text in fields:
        fresh = [*filterfalse(seen.__contains__, split_words(text))]
        seen.update(fresh)
        taken.append(" ".join(fresh))
    title, terms, summary, rest = taken
    return title, terms, summary, rest


def list_words(lessons: Iterable[LessonWords]) -> Lists:
    """Return the list of each word of all lessons, which come in their order."""
    uses: dict[str, list[int]] = defaultdict(list)
    count = 0
    for taken in lessons:
        for place, words_there in enumerate(taken):
            use = count * PLACES + place
            for word in words_there.split():
                uses[word].append(use)
        count += 1
    scale = Scale.of(count)
    return {word: write_list(uses[word], scale) for word in sort_words(uses)}


def write_index(lists: Lists) -> dict[str, str]:
    """Return ``words`` and ``lists``."""
    return {"words": "".join(_shorten([*lists])), "lists": " ".join(lists.values())}


def sort_words(words: Collection[str]) -> list[str]:
    """Return words in the order of an index."""
    return sorted(words) if all(map(str.isascii, words)) else sorted(words, key=_utf16)


def _utf16(word: str) -> bytes:
    """As JavaScript compares strings."""
    return word.encode("utf-16-be")


def _shorten(words: Sequence[str]) -> Iterator[str]:
    lines = "\n".join(words)
    # In units of UTF-16 a character beyond the first plane is two: such words share nothing.
    if not lines.isascii():
        lines = "\n".join("" if max(word) > "\uffff" else word for word in words)
    for shared, word in zip(("", *_SHARED.findall(lines)), words, strict=False):
        yield LAST[len(shared)] + word[len(shared) :]


class _Entries(dict[int, str]):
    """What stands for each gap between two lessons and each place: the gap times four, with the place added."""

    def __missing__(self, entry: int) -> str:
        gap, place = divmod(entry, PLACES)
        self[entry] = written = MARKS[place] + _digits(gap)
        return written


class Scale(NamedTuple):
    """What all lists of a unit are written with; a use is a lesson's number times four, with a place added.

    Attributes:
        lessons: the uses of all lessons, with no place added.
        entries: as they are.
    """

    lessons: frozenset[int]
    entries: Mapping[int, str]

    @classmethod
    def of(cls, count: int) -> Scale:
        """Return that of so many lessons."""
        return cls(frozenset(range(0, count * PLACES, PLACES)), _Entries())


def write_list(uses: Sequence[int], scale: Scale) -> str:
    """Return the list of a word; its uses come in order."""
    if len(uses) <= len(scale.lessons) // 2:
        return _write(uses, scale)
    absent = scale.lessons.difference(map(and_, uses, _STARTS))
    marked = [use for use in uses if use % PLACES != IN_TEXT]
    return f"~{_write([start + IN_TEXT for start in sorted(absent)], scale)}|{_write(marked, scale)}"


def _write(uses: Sequence[int], scale: Scale) -> str:
    """Return what a list says of each use: how far its lesson is from the one before, and its place there."""
    before = chain((-PLACES,), map(and_, uses, _STARTS))
    return "".join(map(scale.entries.__getitem__, map(sub, uses, before)))


def _digits(number: int) -> str:
    """Return base 16, then base 64: 0 to 63 are one character."""
    high, last = divmod(number, 64)
    text = LAST[last]
    while high:
        high, digit = divmod(high, 16)
        text = HIGH[digit] + text
    return text
