"""Links to places of a page that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from scormpack.check.authored_text import AuthoredText
from scormpack.check.place import Fault
from scormpack.markup import links_of
from scormpack.model import Course, Lesson

_FOOTNOTES = ("#fn-", "#fnref-")


def check_page_anchors(text: AuthoredText) -> Iterator[Fault]:
    """Yield the links to a ``#place`` that no page of the lesson has."""
    if "#" not in text.markdown:
        return
    for link in links_of(text.markdown):
        if link.element != "a" or not link.target.startswith("#") or link.target.startswith(_FOOTNOTES):
            continue
        places = _places_of(text)
        wanted = unquote(link.target[1:])
        if places is not None and wanted not in places:
            message = f"no place of the page is called `#{wanted}`"
            yield text.fault(message, _hint(wanted, places), at=link.target)


def _places_of(text: AuthoredText) -> dict[str, str] | None:
    """Return the anchors of the lesson's page with the words that stand there; None for a bank, asked on many pages."""
    lesson = _lesson_of(text.course, text.file)
    if lesson is None:
        return None
    places = {f"section-{number}": section.heading for number, section in enumerate(lesson.sections, 1)}
    places |= {f"term-{number}": term.term for number, term in enumerate(lesson.key_terms, 1)}
    parts = {
        "objectives": lesson.objectives,
        "key-terms": lesson.key_terms,
        "practice": lesson.practice,
        "quiz": lesson.quiz,
        "related": lesson.related,
        "tutor": lesson.tutor,
        "main": True,
    }
    return places | {name: name for name, part in parts.items() if part}


def _lesson_of(course: Course, file: str) -> Lesson | None:
    return course.lessons.get(file.removeprefix("lessons/").removesuffix(".yaml")) if file.startswith("les") else None


def _hint(wanted: str, places: dict[str, str]) -> str:
    words = {said.casefold().replace(" ", "-"): name for name, said in reversed(places.items())}
    close = get_close_matches(wanted.casefold(), [*words, *places], n=1)
    if close:
        return f"Did you mean `#{words.get(close[0], close[0])}`?"
    return "Sections are `#section-1` and on, key terms `#term-1` and on; other lessons are named under `related`."
