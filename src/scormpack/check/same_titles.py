"""Lessons, sections and terms that cannot be told apart by their names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scormpack.check.folded_text import fold
from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE, lesson_file
from scormpack.model import Course


def check_same_titles(course: Course) -> Iterator[Fault]:
    """Yield the titles that another lesson or module of the course has."""
    lessons = [course.outlines[name] for name in course.order if name in course.outlines]
    for at, before in _repeated(lesson.title for lesson in lessons):
        message = f"lesson `{lessons[before].id}` has the same title: in lists and grade books they look alike"
        yield Fault(lesson_file(lessons[at].id), ("title",), message, "Say what is different.")
    for at, before in _repeated(module.title for module in course.file.modules):
        message = f"module {before + 1} has the same title"
        yield Fault(COURSE_FILE, ("modules", at, "title"), message, "Say what is different.")


def check_same_headings(course: Course) -> Iterator[Fault]:
    """Yield the headings and terms that another one of the same lesson has."""
    for lesson in course.lessons.values():
        file = lesson_file(lesson.id)
        for at, before in _repeated(section.heading for section in lesson.sections):
            message = f"section {before + 1} has the same heading"
            yield Fault(file, ("sections", at, "heading"), message, "Say what this section adds.")
        for at, _ in _repeated(term.term for term in lesson.key_terms):
            message = "this term is explained twice: its first definition is the one that opens"
            yield Fault(file, ("key_terms", at, "term"), message, "Keep one of the two.")


def _repeated(titles: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Yield (index, index of the first that reads the same)."""
    first: dict[str, int] = {}
    for at, title in enumerate(titles):
        before = first.setdefault(fold(title), at)
        if before != at:
            yield at, before
