"""The index of a unit's lessons as a script of its package."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256

from scormpack.model import Lesson
from scormpack.model.texts import without_addresses
from scormpack.render.search.postings import LessonWords, Lists, take_words, write_index


def load_search(lists: Lists) -> tuple[str, bytes]:
    """Return the path of the index in a package, and the script that holds it: an add-on named ``search``."""
    value = json.dumps(write_index(lists), ensure_ascii=False, separators=(",", ":"))
    data = f"(globalThis.scormpackAddons??={{}}).search={value};\n".encode()
    return f"assets/search-{sha256(data).hexdigest()[:10]}.js", data


def words_of(lesson: Lesson) -> LessonWords:
    """Return what a lesson is found by."""
    terms = "\n".join(word for key_term in lesson.key_terms for word in (key_term.term, *key_term.also))
    text = without_addresses("\n".join(_texts(lesson)))
    return take_words((lesson.title, terms, lesson.summary, text))


def _texts(lesson: Lesson) -> Iterator[str]:
    """Yield what the page shows, but for the quiz: its words would give answers away.

    What learners ask, and a passage answers, is among it: they search in the words that they ask in.
    """
    yield from lesson.objectives
    yield from lesson.section_texts
    for key_term in lesson.key_terms:
        yield key_term.definition
    if lesson.practice:
        yield lesson.practice.heading
        yield lesson.practice.intro or ""
        yield from lesson.practice.steps
    for _, questions in lesson.answered:
        yield from questions
