"""Words to the lessons that hold them, in a form that is small once it is compressed.

``words``: the vocabulary, sorted by UTF-16 units; each word is an upper-case letter (``A`` = 0: how many units it
shares with the one before) and the rest. ``lists``: for each word its lessons; a space stands between two lists. A
lesson is a number: how far it is from the one before it in the list (from -1), in digits of base 16 (``HIGH``), the
last one of base 64 (``LAST``): most are one character, and compression makes 3 to 6 bits of it. A mark before a
number says where the word stands: in the title (``@``), a key term (``?``), the summary (``[``), else in the text. A
word that most lessons hold is a list of those that do not (``~``), ``|``, then the lessons whose number has a mark.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import filterfalse
from operator import sub

from scormpack.render.search.words import split_words

HIGH = "!#$%&'()*+,./:;="
LAST = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
MARKS = ("@", "?", "[", "")
"""Where a word stands: title, key terms, summary, text. The best place counts."""
_PLACES = len(MARKS)
_IN_TEXT = MARKS.index("")
_MOST_SHARED = 25

Fields = tuple[str, str, str, str]
"""A lesson's title, key terms, summary and text."""
LessonWords = tuple[str, str, str, str]
"""Their words, each where it counts most and nowhere else, with single spaces between them."""


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


def build_index(lessons: Iterable[LessonWords]) -> dict[str, str]:
    """Return ``words`` and ``lists`` of all lessons, in their order."""
    uses: dict[str, list[int]] = defaultdict(list)
    count = 0
    for taken in lessons:
        for place, words_there in enumerate(taken):
            use = count * _PLACES + place
            for word in words_there.split():
                uses[word].append(use)
        count += 1
    words = sorted(uses, key=_utf16) if any(not word.isascii() for word in uses) else sorted(uses)
    entries = [mark + _digits(gap) for gap in range(count + 1) for mark in MARKS]
    lists = (_list(uses[word], count, entries) for word in words)
    return {"words": "".join(_shorten(words)), "lists": " ".join(lists)}


def _utf16(word: str) -> bytes:
    """As JavaScript compares strings."""
    return word.encode("utf-16-be")


def _shorten(words: Sequence[str]) -> Iterator[str]:
    before = ""
    for word in words:
        shared = 0
        # In units of UTF-16 a character beyond the first plane is two: such words share nothing.
        if word <= "\uffff" and max(word) <= "\uffff":
            most = min(len(word), len(before), _MOST_SHARED)
            while shared < most and word[shared] == before[shared]:
                shared += 1
        yield LAST[shared] + word[shared:]
        before = word if max(word) <= "\uffff" else ""


def _list(uses: list[int], count: int, entries: Sequence[str]) -> str:
    """Return the list of a word: ``uses`` are its lessons' numbers, each times four and with its place added."""
    if len(uses) <= count // 2:
        return _write(uses, entries)
    held = {use // _PLACES for use in uses}
    absent = [lesson * _PLACES + _IN_TEXT for lesson in range(count) if lesson not in held]
    marked = [use for use in uses if use % _PLACES != _IN_TEXT]
    return f"~{_write(absent, entries)}|{_write(marked, entries)}"


def _write(uses: list[int], entries: Sequence[str]) -> str:
    """Return what a list says of each use: how far its lesson is from the one before, and its place there."""
    before = [-_PLACES, *[use - use % _PLACES for use in uses]]
    return "".join(map(entries.__getitem__, map(sub, uses, before)))


def _digits(number: int) -> str:
    """Return base 16, then base 64: 0 to 63 are one character."""
    high, last = divmod(number, 64)
    text = LAST[last]
    while high:
        high, digit = divmod(high, 16)
        text = HIGH[digit] + text
    return text
