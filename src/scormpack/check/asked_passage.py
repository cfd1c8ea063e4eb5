"""Questions that an author put to no passage, or to more than one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import get_close_matches

from scormpack.check.place import Fault
from scormpack.load import lesson_file
from scormpack.markup import read_blocks
from scormpack.model import Course, Lesson


def check_asked_passages(course: Course) -> Iterator[Fault]:
    """Yield each quote under ``asks`` that does not stand in one passage of its lesson."""
    for lesson in course.lessons.values():
        passages = list(_passages(lesson)) if lesson.asks else []
        for index, asked in enumerate(lesson.asks):
            if asked.quote is None:
                continue
            quote = " ".join(asked.quote.split())
            holding = sum(quote in passage for passage in passages)
            path = ("asks", index, "quote")
            if holding == 0:
                message = "no passage of this lesson holds these words"
                yield Fault(lesson_file(lesson.id), path, message, _suggest(quote, passages), "error")
            elif holding > 1:
                message = f"{holding} passages of this lesson hold these words: the first is taken"
                yield Fault(lesson_file(lesson.id), path, message, "Quote more of the passage that answers.")


def _passages(lesson: Lesson) -> Iterator[str]:
    """What the tutor reads: never the quiz (``runtime/tutor/passages.ts`` reads the same off the page)."""
    for section in lesson.sections:
        for text in (section.body, *(section.points or ())):
            yield from read_blocks(text or "")
    for key_term in lesson.key_terms:
        yield from read_blocks(key_term.definition)
    if lesson.practice:
        for text in (lesson.practice.intro, *lesson.practice.steps):
            yield from read_blocks(text or "")


def _suggest(quote: str, passages: Sequence[str]) -> str:
    """Return the nearest words of as many that stand in a passage."""
    count = len(quote.split())
    runs = [run for passage in passages for run in _runs(passage.split(), count)]
    close = get_close_matches(quote.lower(), [run.lower() for run in runs], n=1, cutoff=0.7)
    if not close:
        return "Copy words of a section, a definition or a practice step, as readers see them: without Markdown."
    return f"Did you mean `{next(run for run in runs if run.lower() == close[0])}`?"


def _runs(words: list[str], count: int) -> Iterator[str]:
    for start in range(max(1, len(words) - count + 1)):
        yield " ".join(words[start : start + count])
