"""A course: its own file, and the course once everything is read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from itertools import chain
from pathlib import Path
from typing import Annotated, Literal, NamedTuple

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scormpack.model.bank import Bank
from scormpack.model.base import Id, Line, Model, Percent
from scormpack.model.identity import Identity
from scormpack.model.lesson import Lesson
from scormpack.model.media import Media
from scormpack.model.outline import Outline, hash_content, outline_lesson, write_model
from scormpack.model.questions import AnyQuestion, points_of, sizes_of
from scormpack.model.reading_time import count_minutes, reading_seconds
from scormpack.model.theme import Theme
from scormpack.model.tutor import Tutor

FormatName = Literal["scorm12", "scorm2004", "scorm2004-3rd", "xapi", "cmi5", "web"]
UnitKind = Literal["lesson", "module", "course"]
Scos = Literal["one", "per-lesson"]
Exit = Literal["suspend", "normal"]
ReportPair = Literal["passed-failed", "passed-incomplete", "completed"]

# RFC 3987: a scheme, then anything but spaces, controls and the delimiters that no IRI may hold.
ABSOLUTE_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:(?://)?[^\s<>\"{}|\\^`\x00-\x1f/][^\s<>\"{}|\\^`\x00-\x1f]*")


def require_absolute_iri(text: str) -> str:
    """Return ``text`` without a closing slash if it is an absolute IRI: xAPI activity ids grow from it."""
    if not ABSOLUTE_IRI.fullmatch(text):
        raise PydanticCustomError("absolute_iri", "this is not an absolute IRI")
    return text.rstrip("/")


Host = Annotated[str, Field(pattern=r"^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$")]
"""An exact host name, ASCII lower case: no scheme, no port, no path."""


class Module(Model):
    """An ordered group of lessons."""

    title: Line
    """Shown above its lessons."""
    id: Id | None = None
    """Stable for ever; needed only where each module makes a package: results in the LMS hang on it."""
    summary: Line | None = None
    """One line, under the title of the module's own package."""
    lessons: Annotated[tuple[Id, ...], Field(min_length=1)]
    """Ids of lessons, in order: the names of their files without ``.yaml``."""


class Ignore(Model):
    """Findings of ``scormpack check`` that the author has looked at and lets stand."""

    rule: Line
    """Code of the rule, as findings have it in brackets: ``summary-length``."""
    lessons: tuple[Id, ...] = ()
    """Ids of the lessons that it holds for; left out, as ``banks`` is: the whole course."""
    banks: tuple[Id, ...] = ()
    """Ids of the banks that it holds for."""
    reason: Line | None = None
    """Why, for whoever reads the file next."""


class CourseFile(Model):
    """``course.yaml``."""

    id: Annotated[str, Field(max_length=200), AfterValidator(require_absolute_iri)]
    """Absolute IRI, stable for ever: xAPI activity ids grow from it. Example: ``https://example.org/courses/ai-literacy``."""
    title: Line
    """Name of the course, as learners and the LMS see it; at most 200 characters."""
    summary: Line | None = None
    """One line, under the title of the course page."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] = "en"
    """BCP 47: ``en``, ``pt-BR``, ``ar``. The pages' own words follow it, and the direction of the text."""
    version: Annotated[str, Field(min_length=1, max_length=50)] = "1"
    """Of the content; shown in the footer of every page. In quotes where it looks like a number: ``"1.10"``."""
    pass_mark: Percent | None = None
    """Percent, for every quiz that names none; left out: such a quiz has a score but is neither passed nor failed."""
    report: ReportPair = "passed-failed"
    """The LMS's words for a result: ``passed-incomplete`` and ``completed`` never say that a learner failed."""
    formats: Annotated[tuple[FormatName, ...], Field(min_length=1)] = ("scorm12", "xapi")
    """What the LMS speaks; each makes a package of its own."""
    unit: UnitKind = "lesson"
    """What one package holds; for ``module`` each module needs an ``id``."""
    scos: Scos = "one"
    """``per-lesson``: a SCORM package of several lessons holds a SCO for each, and the LMS lists them."""
    exit: Exit = "suspend"
    """How a finished package is left: ``normal`` ends the attempt, so that coming back begins another."""
    prerequisites: bool = False
    """With a SCO for each lesson in SCORM: a lesson opens once the one before it is done (in SCORM 2004: passed)."""
    hosts: tuple[Host, ...] = ()
    """Other hosts that pages may ask for frames, pictures, sound and films."""
    modules: Annotated[tuple[Module, ...], Field(min_length=1)]
    """Groups of lessons, in order: lesson numbers count through them."""
    theme: Theme = Theme.model_construct()
    """Colours, logo and typefaces."""
    tutor: Tutor = Tutor.model_construct()
    """How the tutors of its lessons answer."""
    ignore: tuple[Ignore, ...] = ()
    """Findings that ``scormpack check`` and ``build`` leave unsaid."""


@lru_cache(maxsize=4)
def _number_lessons(modules: Identity[tuple[Module, ...]]) -> tuple[tuple[str, ...], Mapping[str, int]]:
    """Return the lessons in order, and the number of each: one for all parts of a course."""
    numbers = {lesson: number for number, lesson in enumerate(chain(*(one.lessons for one in modules.of)), 1)}
    return tuple(numbers), numbers


class Origin(NamedTuple):
    """What a lesson or bank was read from.

    Attributes:
        digest: of the file's text, hexadecimal.
        links: every reference that its texts hold.
        banks: ids of those that its quiz asks from.
        seconds: that its words take.
        outline: of a lesson.
    """

    digest: str
    links: tuple[str, ...]
    banks: tuple[str, ...] = ()
    seconds: float = 0
    outline: Outline | None = None


@dataclass(frozen=True)
class Course:
    """Everything the author wrote, read and found whole.

    Attributes:
        root: the course folder, absolute.
        file: what ``course.yaml`` says.
        lessons: by id, in the course's order.
        media: by the reference as written in the lessons (``assets/fork.svg``).
        unlisted: lesson files that no module names, and banks that no quiz names.
        banks: by id, those that quizzes name.
        origins: of lessons by id, as far as they were read so that it is known; ``bank_origins`` of banks.
    """

    root: Path
    file: CourseFile
    lessons: Mapping[str, Lesson]
    media: Mapping[str, Media] = field(default_factory=dict)
    unlisted: tuple[str, ...] = ()
    banks: Mapping[str, Bank] = field(default_factory=dict)
    origins: Mapping[str, Origin] = field(default_factory=dict)
    bank_origins: Mapping[str, Origin] = field(default_factory=dict)

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Lesson ids in the course's order; "Lesson 4 of 12" counts in it."""
        return _number_lessons(Identity(self.file.modules))[0]

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Each lesson's place in the course, from 1."""
        return _number_lessons(Identity(self.file.modules))[1]

    @cached_property
    def outlines(self) -> Mapping[str, Outline]:
        """Each lesson in short, by its id; those of lessons that were read before are known without their models."""
        return {name: self._outline(name) for name in self.lessons}

    def _outline(self, name: str) -> Outline:
        origin = self.origins.get(name)
        return origin.outline if origin and origin.outline else outline_lesson(self.lessons[name])

    @cached_property
    def minutes(self) -> Mapping[str, int]:
        """How long each lesson takes, by its id: what the author says, else an estimate."""
        return {name: outline.minutes or self._estimate(name, outline) for name, outline in self.outlines.items()}

    def _estimate(self, name: str, outline: Outline) -> int:
        origin = self.origins.get(name)
        seconds = reading_seconds(self.lessons[name]) if origin is None else origin.seconds
        return count_minutes(seconds, self.asked(outline))

    def content(self, name: str) -> tuple[str, ...]:
        """Return hashes of all that a lesson's author wrote, and of all that each of its banks says, hexadecimal."""
        outline = self.outlines[name]
        banked = outline.quiz.banks if outline.quiz else ()
        return (
            outline.content or hash_content(write_model(self.lessons[name])),
            *(self._bank_contents[bank] for bank in banked),
        )

    @cached_property
    def _bank_contents(self) -> Mapping[str, str]:
        return {name: hash_content(write_model(bank)) for name, bank in self.banks.items()}

    @property
    def slug(self) -> str:
        """The end of the course's id as a file name: ``https://example.org/courses/ai-literacy`` → ``ai-literacy``."""
        end = re.split(r"[/#:]", self.file.id)[-1]
        return re.sub(r"[^a-z0-9]+", "-", end.lower()).strip("-")[:64] or "course"

    def pass_mark(self, lesson: Lesson | Outline) -> int | None:
        """Return the percent that passes the lesson's quiz; None where nothing is scored or no mark is set."""
        if lesson.quiz is None or self.points(lesson) == 0:
            return None
        return self.file.pass_mark if lesson.quiz.pass_mark is None else lesson.quiz.pass_mark

    def banks_of(self, lesson: Lesson | Outline) -> tuple[Bank, ...]:
        """Return the banks that the lesson's quiz asks from."""
        return tuple(self.banks[bank] for bank in lesson.quiz.banks) if lesson.quiz else ()

    def questions(self, lesson: Lesson) -> tuple[AnyQuestion, ...]:
        """Return every question that the lesson's quiz may ask: its own, then its banks'; none without a quiz."""
        if lesson.quiz is None:
            return ()
        if not lesson.quiz.banks:
            return lesson.quiz.questions
        banked = (question for bank in self.banks_of(lesson) for question in bank.questions)
        return (*lesson.quiz.questions, *banked)

    def question_points(self, lesson: Lesson | Outline) -> tuple[int, ...]:
        """Return the points of every question that the lesson's quiz may ask, in the order of ``questions``."""
        if lesson.quiz is None or not lesson.quiz.banks:
            return lesson.quiz.points if lesson.quiz else ()
        banked = (points for bank in self.banks_of(lesson) for points in points_of(bank.questions))
        return (*lesson.quiz.points, *banked)

    def question_sizes(self, lesson: Lesson | Outline) -> tuple[int, ...]:
        """Return the most characters of the response to each, in the order of ``questions``."""
        if lesson.quiz is None or not lesson.quiz.banks:
            return lesson.quiz.sizes if lesson.quiz else ()
        banked = (size for bank in self.banks_of(lesson) for size in sizes_of(bank.questions))
        return (*lesson.quiz.sizes, *banked)

    def asked(self, lesson: Lesson | Outline) -> int:
        """Return how many questions one attempt at the lesson's quiz asks."""
        if lesson.quiz is None or lesson.quiz.draw is None:
            return len(self.question_points(lesson))
        return lesson.quiz.draw

    def points(self, lesson: Lesson | Outline) -> int:
        """Return the most points of one attempt; 0 = nothing is scored. Drawn questions have equal points."""
        drawn = lesson.quiz.draw if lesson.quiz else None
        return sum(self.question_points(lesson)[:drawn])

    def language(self, lesson: Lesson | Outline) -> str:
        """Return the lesson's language, BCP 47."""
        return lesson.language or self.file.language

    def iri(self, lesson: str, question: str | None = None) -> str:
        """Return the xAPI activity id of a lesson or of a question in it: grown from ids alone, so it never moves."""
        lesson_iri = f"{self.file.id}/lessons/{lesson}"
        return lesson_iri if question is None else f"{lesson_iri}/questions/{question}"
