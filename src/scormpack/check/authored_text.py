"""The Markdown texts of a course, one by one, for the rules that look at each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from scormpack.check.place import Fault
from scormpack.errors import Severity
from scormpack.load import bank_file, lesson_file
from scormpack.markup import clean_markdown
from scormpack.model import Bank, Course, Lesson, markdown_texts


@dataclass(frozen=True)
class AuthoredText:
    """One Markdown text.

    Attributes:
        course: that it belongs to.
        file: path from the course folder.
        path: keys and indices of the text in the file.
        markdown: as written.
    """

    course: Course
    file: str
    path: tuple[str | int, ...]
    markdown: str

    @cached_property
    def html(self) -> str:
        """The text as sanitised HTML, made when the first rule asks for it: most never do."""
        return clean_markdown(self.markdown)

    def fault(
        self,
        message: str,
        hint: str,
        *,
        at: str,
        severity: Severity | None = None,
        mend: tuple[str, str] | None = None,
    ) -> Fault:
        """Return a fault at the first place in the text that reads ``at``; ``mend`` as ``Fault`` has it."""
        return Fault(self.file, self.path, message, hint, severity, text=at, mend=mend)


def authored_texts(course: Course) -> Iterator[AuthoredText]:
    """Yield every Markdown text of the course's lessons and banks."""
    files: list[tuple[str, Lesson | Bank]]
    files = [(lesson_file(lesson.id), lesson) for lesson in course.lessons.values()]
    files += [(bank_file(bank.id), bank) for bank in course.banks.values()]
    for file, model in files:
        for path, text in markdown_texts(model):
            yield AuthoredText(course, file, path, text)
