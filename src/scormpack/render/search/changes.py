"""The lists of an index after a few lessons have changed: only those of words that came or went are written anew."""

from __future__ import annotations

import re
from bisect import insort
from collections import defaultdict
from collections.abc import Iterator, Mapping

from scormpack.late_regex import compile_late
from scormpack.render.search.postings import (
    HIGH,
    IN_TEXT,
    LAST,
    MARKS,
    PLACES,
    LessonWords,
    Lists,
    Scale,
    sort_words,
    write_list,
)

_ENTRY = compile_late(f"([{re.escape(''.join(MARKS))}]?)([{re.escape(HIGH)}]*)(.)")


def change_lists(lists: Lists, count: int, changes: Mapping[int, tuple[LessonWords, LessonWords]]) -> Lists:
    """Return the lists of as many lessons of which some have other words now: what ``list_words`` makes of all.

    Args:
        lists: as ``list_words`` made them.
        count: lessons.
        changes: the number of each such lesson, to its words before and after.

    Raises:
        KeyError, ValueError: where the lists are not those of the words before.
    """
    gone: dict[str, list[int]] = defaultdict(list)
    come: dict[str, list[int]] = defaultdict(list)
    for number, (before, after) in changes.items():
        was, now = set(_uses(number, before)), set(_uses(number, after))
        for word, use in was - now:
            gone[word].append(use)
        for word, use in now - was:
            come[word].append(use)
    if not gone and not come:
        return lists
    scale, changed = Scale.of(count), dict(lists)
    for word in {*gone, *come}:
        uses = _read_list(lists[word], count) if word in lists else []
        for use in gone[word]:
            uses.remove(use)
        for use in come[word]:
            insort(uses, use)
        changed[word] = write_list(uses, scale)
    return {word: changed[word] for word in sort_words([word for word in changed if changed[word]])}


def _uses(number: int, taken: LessonWords) -> Iterator[tuple[str, int]]:
    for place, words in enumerate(taken):
        for word in words.split():
            yield word, number * PLACES + place


def _read_list(text: str, count: int) -> list[int]:
    """Return the uses that a list was written of."""
    if not text.startswith("~"):
        return [*_read(text)]
    absent, _, marked = text[1:].partition("|")
    held = {use // PLACES: use for use in _read(marked)}
    missing = {use // PLACES for use in _read(absent)}
    return [held.get(lesson, lesson * PLACES + IN_TEXT) for lesson in range(count) if lesson not in missing]


def _read(text: str) -> Iterator[int]:
    lesson = -1
    for mark, high, last in _ENTRY.findall(text):
        gap = 0
        for digit in high:
            gap = gap * 16 + HIGH.index(digit)
        lesson += gap * 64 + LAST.index(last)
        yield lesson * PLACES + MARKS.index(mark)
