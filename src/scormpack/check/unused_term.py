"""Key terms that their lesson never uses."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.late_regex import compile_late
from scormpack.load import lesson_file
from scormpack.markup.words import stem_of, word_pattern
from scormpack.model import Course, KeyTerm, Lesson, markdown_texts

SHORTEST = 3
"""Letters of a word that are left whole."""
_PARENTHESES = compile_late(r"[()]")


def check_unused_terms(course: Course) -> Iterator[Fault]:
    """Yield the key terms of which the lesson has no word, in any form, but in the glossary itself."""
    for lesson in course.lessons.values():
        if not lesson.key_terms:
            continue
        language = course.language(lesson).split("-")[0].lower()
        text = "\n".join(_told(lesson)).casefold()
        absent = [at for at, term in enumerate(lesson.key_terms) if not _is_used(term, text, language)]
        if absent and lesson.quiz:
            text = "\n".join(asked for _, asked in markdown_texts(lesson.quiz)).casefold()
            absent = [at for at in absent if not _is_used(lesson.key_terms[at], text, language)]
        for at in absent:
            message = f"the lesson never uses `{lesson.key_terms[at].term}`, so its definition opens nowhere"
            hint = "Use it in the text, name the words that the text has under `also`, or take it out."
            yield Fault(lesson_file(lesson.id), ("key_terms", at, "term"), message, hint)


def _told(lesson: Lesson) -> Iterator[str]:
    yield lesson.title
    yield lesson.summary
    yield from lesson.objectives
    yield from lesson.section_texts
    if lesson.practice:
        yield lesson.practice.intro or ""
        yield from lesson.practice.steps


def _is_used(term: KeyTerm, text: str, language: str) -> bool:
    """Whether one of its names is there, or every word of it somewhere, with any ending: no form of it is missed."""
    names = (term.term, *term.also)
    if term.term.casefold() in text or any(name.casefold() in text for name in term.also):
        return True
    # `Retrieval (RAG)` is used by either of its names.
    forms = [form for name in names for form in (name, *_PARENTHESES.split(name))]
    words = [[_beginning(word, language) for word in word_pattern(form).findall(form)] for form in forms]
    return any(beginnings and all(one in text for one in beginnings) for beginnings in words)


def _beginning(word: str, language: str) -> str:
    """Return what all forms of a word have: its stem, less the letter that may turn into another (`policy`)."""
    stem = stem_of(word, language).casefold()
    return stem[:-1] if len(stem) > SHORTEST else stem
