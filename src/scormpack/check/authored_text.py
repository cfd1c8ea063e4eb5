"""The files of a course and their texts, one by one, for the rules that look at each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from scormpack.check.place import Fault
from scormpack.errors import Finding, Severity
from scormpack.late_regex import compile_late
from scormpack.load import COURSE_FILE, Source, bank_file, lesson_file
from scormpack.markup import clean_markdown
from scormpack.markup.searches import make_search
from scormpack.model import Bank, Course, Lesson, markdown_texts, plain_texts

Path = tuple[str | int, ...]
Read = Callable[[str], "Source | Finding | None"]
"""From a file of the course to its text, or to why it cannot be read any more."""

_MARKS = compile_late(r"[\[<$#`~|]|\n[=-]")
_MAY_BE_MARKED = make_search(_MARKS.pattern)
"""Without one of these, Markdown holds no link, tag, formula, heading, table or code: words, emphasis, lists alone."""


@dataclass(frozen=True)
class AuthoredFile:
    """What one file says to learners.

    Attributes:
        course: that it belongs to.
        file: path from the course folder.
        model: what it holds; None for the course file.
        language: first subtag of BCP 47, small.
        read: from the file to its text, or to why it cannot be read any more.
    """

    course: Course
    file: str
    model: Lesson | Bank | None
    language: str
    read: Read

    @cached_property
    def lines(self) -> tuple[tuple[Path, str], ...]:
        """(path, text) of its titles and the like: plain text."""
        if self.model is None:
            return tuple(_lines_of_course(self.course))
        return tuple(_lines_of_lesson(self.model)) if isinstance(self.model, Lesson) else ()

    @cached_property
    def texts(self) -> tuple[tuple[Path, str], ...]:
        """(path, text) of its Markdown."""
        return tuple(markdown_texts(self.model)) if self.model else ()

    @cached_property
    def plain(self) -> list[str]:
        """All of both, in any order: to see that none of them is what a rule looks for."""
        return [text for _, text in self.lines] + (plain_texts(self.model) if self.model else [])

    @cached_property
    def words(self) -> str:
        """The same as one, in small letters: to see at once that a file holds nothing that a rule looks for."""
        return "\n".join(self.plain).lower()

    @property
    def written(self) -> str:
        """What the file holds now, to see at once that a rule need not read it; nothing where it has gone."""
        return self.source.text if self.source else ""

    @cached_property
    def source(self) -> Source | None:
        """The file as it is now; None where it has gone since it was loaded."""
        source = self.read(self.file)
        return source if isinstance(source, Source) else None

    @property
    def marked(self) -> Iterator[AuthoredText]:
        """The texts that are more than words: no rule of single texts has anything to say of others."""
        for path, text in self.texts if _MAY_BE_MARKED(self.words) else ():
            if _MARKS.search(text):
                yield AuthoredText(self.course, self.file, path, text)


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
    path: Path
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


def authored_files(course: Course, read: Read) -> Iterator[AuthoredFile]:
    """Yield the course file, and the files of its lessons and banks, which ``read`` reads."""
    language = course.file.language.split("-")[0].lower()
    yield AuthoredFile(course, COURSE_FILE, None, language, read)
    for lesson in course.lessons.values():
        spoken = course.language(lesson).split("-")[0].lower()
        yield AuthoredFile(course, lesson_file(lesson.id), lesson, spoken, read)
    for bank in course.banks.values():
        yield AuthoredFile(course, bank_file(bank.id), bank, language, read)


def _lines_of_course(course: Course) -> Iterator[tuple[Path, str]]:
    yield ("title",), course.file.title
    if course.file.summary:
        yield ("summary",), course.file.summary
    for at, module in enumerate(course.file.modules):
        yield ("modules", at, "title"), module.title


def _lines_of_lesson(lesson: Lesson) -> Iterator[tuple[Path, str]]:
    yield ("title",), lesson.title
    yield ("summary",), lesson.summary
    for at, objective in enumerate(lesson.objectives):
        yield ("objectives", at), objective
    for at, section in enumerate(lesson.sections):
        yield ("sections", at, "heading"), section.heading
    for at, term in enumerate(lesson.key_terms):
        yield ("key_terms", at, "term"), term.term
