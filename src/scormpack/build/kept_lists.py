"""The lists of a unit's search as they were made last: of lessons whose pages are as they were, nothing is listed anew.

What is kept names the lessons by the keys of their pages, and words hang on no more than a page does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from pydantic_core import from_json, to_json

from scormpack.build.own_state import digest_own_state
from scormpack.build.store import Store, key_of
from scormpack.model import Unit
from scormpack.render import LessonWords, Lists, change_lists, list_words

_MOST_CHANGES = 50
"""Where more lessons have changed, all are listed."""
_KEY = len(key_of())


class _Kept(NamedTuple):
    """What was made last.

    Attributes:
        lists: the lists.
        changed: number of each lesson that has changed since, to its words then.
    """

    lists: Lists
    changed: dict[int, LessonWords]


def list_kept_words(
    words: Iterable[bytes],
    keys: Sequence[bytes | None],
    unit: Unit,
    store: Store,
    read: Callable[[bytes], bytes],
) -> Lists:
    """Return ``list_words`` of these words.

    Args:
        words: of the unit's lessons as ``write_words`` writes them, in order; all of them are taken.
        keys: of their pages in the store; None = not kept.
        unit: that they are of.
        store: holds pages, and the lists.
        read: takes a lesson's words out of its page as it is kept; KeyError, TypeError, ValueError where it cannot.
    """
    known = [key for key in keys if key is not None]
    if not store or len(known) < len(keys):
        return list_words(map(_read_words, words))
    entry = key_of("search", digest_own_state(), unit.iri, str(len(keys)))
    kept = _recall(store, entry, known, read)
    lists = list_words(map(_read_words, words)) if kept is None else _change(kept, [*words])
    if kept is None or kept.changed:
        store.put({entry: _write(known, lists)})
    return lists


def write_words(words: LessonWords) -> bytes:
    """Return a lesson's words on one line: most are never read again."""
    return to_json(words)


def _read_words(written: bytes) -> LessonWords:
    title, terms, summary, text = from_json(written)
    return title, terms, summary, text


def _change(kept: _Kept, words: Sequence[bytes]) -> Lists:
    changes = {number: (then, _read_words(words[number])) for number, then in kept.changed.items()}
    try:
        return change_lists(kept.lists, len(words), changes)
    except (KeyError, ValueError):
        return list_words(map(_read_words, words))  # sealed, and yet no lists of ours


def _recall(store: Store, entry: bytes, keys: Sequence[bytes], read: Callable[[bytes], bytes]) -> _Kept | None:
    """Return what was made last; None where it is not there, or too much has changed."""
    written = store.get([entry]).get(entry)
    if written is None:
        return None
    before, lists = written[: _KEY * len(keys)], written[_KEY * len(keys) :]
    then = [before[start : start + _KEY] for start in range(0, len(before), _KEY)]
    changed = {number: old for number, (old, key) in enumerate(zip(then, keys, strict=True)) if old != key}
    if len(changed) > _MOST_CHANGES:
        return None
    pages = store.get([*changed.values()])
    try:
        words = {number: _read_words(read(pages[old])) for number, old in changed.items()}
        return _Kept(_read(lists), words)
    except (KeyError, TypeError, ValueError):
        return None


def _write(keys: Sequence[bytes], lists: Lists) -> bytes:
    return b"".join(keys) + f"{' '.join(lists)}\n{' '.join(lists.values())}".encode()


def _read(written: bytes) -> Lists:
    words, lists = written.decode().split("\n")
    return dict(zip(words.split(), lists.split(), strict=True))
