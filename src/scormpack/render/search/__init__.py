"""The index that the course page searches in; ``runtime/course/search_index.ts`` reads it."""

from __future__ import annotations

from scormpack.render.search.changes import change_lists
from scormpack.render.search.postings import LessonWords, Lists, list_words, write_index
from scormpack.render.search.script import load_search, words_of

__all__ = ["LessonWords", "Lists", "change_lists", "list_words", "load_search", "words_of", "write_index"]
