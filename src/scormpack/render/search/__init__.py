"""The index that the course page searches in; ``runtime/course/search_index.ts`` reads it."""

from __future__ import annotations

from scormpack.render.search.postings import LessonWords, build_index
from scormpack.render.search.script import load_search, words_of

__all__ = ["LessonWords", "build_index", "load_search", "words_of"]
