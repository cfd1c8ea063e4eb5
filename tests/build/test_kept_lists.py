"""Facts about the lists of a search that are kept between builds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from scormpack.build import kept_lists
from scormpack.build.kept_lists import list_kept_words, write_words
from scormpack.build.store import Store, key_of
from scormpack.load import load_course
from scormpack.model import Unit, plan_units
from scormpack.render import LessonWords, Lists, list_words

BEFORE: list[LessonWords] = [(f"lesson {number}", "", "", "word") for number in range(100)]
AFTER: list[LessonWords] = [*BEFORE[:7], ("lesson", "", "", "seven"), *BEFORE[8:]]


@pytest.fixture
def unit(example_course: Path) -> Unit:
    """Any unit."""
    return plan_units(load_course(example_course), "course")[0]


def build(words: Sequence[LessonWords], unit: Unit, store: Store) -> Lists:
    """Keep each lesson's words as its page, and return the lists."""
    pages = {key_of(repr(each)): b"page " + write_words(each) for each in words}
    store.put(pages)
    return list_kept_words(map(write_words, words), [*pages], unit, store, read)


def read(page: bytes) -> bytes:
    """Return the words of a page."""
    return page.removeprefix(b"page ")


@pytest.mark.parametrize("words", [BEFORE, AFTER, BEFORE[:50], []], ids=["same", "changed", "fewer", "none"])
def test_lists_after_a_change_are_those_of_all_words(tmp_path: Path, unit: Unit, words: list[LessonWords]) -> None:
    """Whatever was kept before, and in whatever order it comes."""
    store = Store(tmp_path)
    for each in (BEFORE, words, BEFORE):
        assert [*build(each, unit, store).items()] == [*list_words(each).items()]


def test_lists_are_not_made_anew_for_one_lesson(tmp_path: Path, unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only those that its words are in."""
    build(BEFORE, unit, Store(tmp_path))
    monkeypatch.setattr(kept_lists, "list_words", lambda _: {})
    assert build(AFTER, unit, Store(tmp_path)) == list_words(AFTER)


def test_lists_that_are_none_of_ours_are_made_anew(tmp_path: Path, unit: Unit, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sealed as they may be: they lack a word, have none at all, or are no text."""
    for spoilt in (b"word\nAA", b"word", b"\xff", b"\n"):
        store = Store(tmp_path / spoilt.hex())
        with monkeypatch.context() as patch:
            patch.setattr(kept_lists, "_write", lambda keys, _, spoilt=spoilt: b"".join(keys) + spoilt)
            build(BEFORE, unit, store)
        assert build(AFTER, unit, store) == list_words(AFTER)


def test_lists_whose_old_page_is_gone_are_made_anew(tmp_path: Path, unit: Unit) -> None:
    """What the lesson said then is not known."""
    store = Store(tmp_path)
    keys = [key_of(repr(each)) for each in BEFORE]
    list_kept_words(map(write_words, BEFORE), keys, unit, store, read)
    assert build(AFTER, unit, store) == list_words(AFTER)


def test_what_is_not_kept_is_listed(unit: Unit) -> None:
    """Without a store, and of pages that are in none."""
    words, keys = map(write_words, BEFORE), [None] * len(BEFORE)
    assert list_kept_words(words, keys, unit, Store(None), read) == list_words(BEFORE)
