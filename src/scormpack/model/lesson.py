"""A lesson as its author writes it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Id, Line, Markdown, Model, Percent
from scormpack.model.questions import AnyQuestion, points_of, sizes_of

AskedLine = Annotated[Line, Field(max_length=300)]
"""A question, no longer than the tutor lets learners type."""


class Section(Model):
    """A part of the lesson: prose, points, or both (the points follow the prose)."""

    heading: Line
    """Heading of the section: plain text."""
    body: Markdown | None = None
    """Markdown: paragraphs, lists, tables, pictures, call-outs."""
    points: Annotated[tuple[Markdown, ...], Field(min_length=1)] | None = None
    """A list, each entry Markdown; it follows the body."""

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.body is None and self.points is None:
            raise PydanticCustomError("empty_section", "a section needs `body` or `points`")
        return self


class KeyTerm(Model):
    """A word that the lesson explains."""

    term: Line
    """The word or phrase, as the text uses it."""
    definition: Markdown
    """What it means, in one or two sentences; Markdown."""
    also: tuple[Line, ...] = ()
    """Other words that learners use for it."""


class Asked(Model):
    """What learners ask: of a passage that answers it, or of what the lesson leaves open."""

    quote: Line | None = None
    """Words of one passage, as readers see them: enough to tell it from the others. Left out: no passage answers."""
    lesson: Id | None = None
    """Id of the lesson of the course that answers; only without a quote."""
    questions: Annotated[tuple[AskedLine, ...], Field(min_length=1, max_length=20)]
    """One to twenty, each as a learner would type it."""

    @model_validator(mode="after")
    def _has_one_answer(self) -> Self:
        if self.quote is not None and self.lesson is not None:
            raise PydanticCustomError("asked_twice", "this has a `quote` that answers, and another `lesson` that does")
        # Left empty by mistake, it would say the opposite of what was meant.
        if self.quote is None and "quote" in self.model_fields_set:
            raise PydanticCustomError("asked_nothing", "this has a `quote` without words")
        return self


class Practice(Model):
    """Something to do, step by step."""

    heading: Line = "Practice"
    """Left out: "Practice"."""
    intro: Markdown | None = None
    """What to have at hand; Markdown."""
    steps: Annotated[tuple[Markdown, ...], Field(min_length=1, max_length=50)]
    """What to do, in order; learners tick each. Markdown."""


class Quiz(Model):
    """Questions, and how they are asked and counted."""

    heading: Line = "Check yourself"
    """Left out: "Check yourself"."""
    intro: Markdown | None = None
    """Said before the questions; Markdown."""
    pass_mark: Percent | None = None
    """Percent; left out: the course's."""
    attempts: Annotated[int, Field(ge=1, le=12)] | Literal["unlimited"] = "unlimited"
    """12: the learner's state counts no further (docs/state.md)."""
    shuffle: tuple[Literal["questions", "options"], ...] = ()
    """What each attempt puts into another order."""
    feedback: Literal["after-each", "at-end", "none"] = "after-each"
    """When learners are told which answers are right."""
    time_limit: Annotated[int, Field(ge=1, le=240)] | None = None
    """Minutes for one attempt."""
    time_extension: Literal["normal", "none"] = "normal"
    """``none``: no learner may ask for more time (WCAG 2.2, 2.2.1 allows it only where the limit is essential)."""
    draw: Annotated[int, Field(ge=1, le=500)] | None = None
    """How many of the questions one attempt asks; left out: all of them."""
    banks: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    """Ids of question banks to ask from: the names of files in ``banks/`` without ``.yaml``."""
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1, max_length=500)] = ()
    """The lesson's own. Those of its banks come after them: ``Course.questions`` has all."""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.questions and not self.banks:
            raise PydanticCustomError("empty_quiz", "this needs `questions`, `banks` or both")
        return self

    @property
    def points(self) -> tuple[int, ...]:
        """Points of each of its own questions."""
        return points_of(self.questions)

    @property
    def sizes(self) -> tuple[int, ...]:
        """The most characters that the response to each of its own questions takes in a learner's state."""
        return sizes_of(self.questions)


class Lesson(Model):
    """One lesson: the smallest thing that an LMS can hold a result for."""

    id: Id
    """Stable for ever: LMS tracks hang on it."""
    title: Line
    """Name of the lesson, as learners and the LMS see it; at most 200 characters."""
    summary: Line
    """One line, under the title and on cards."""
    track: Line | None = None
    """Audience."""
    category: Line | None = None
    """What it is about, in a word or two; the course page filters by it."""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """Left out: estimated from the words."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None = None
    """BCP 47; left out: the course's."""
    objectives: tuple[Line, ...] = ()
    """What a learner can do afterwards; plain text, one line each."""
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    """The text, in order."""
    key_terms: tuple[KeyTerm, ...] = ()
    """Words that the lesson explains: a glossary, and definitions that open in the text."""
    practice: Practice | None = None
    """Something to do, step by step."""
    tutor: bool = False
    """Whether learners may ask about the lesson; answers quote it."""
    asks: Annotated[tuple[Asked, ...], Field(max_length=200)] = ()
    """Which questions its passages answer and which it leaves open, in learners' words: the tutor judges by them."""
    quiz: Quiz | None = None
    """Left out: the lesson is done when its reader says so."""
    related: tuple[Id, ...] = ()
    """Ids of lessons to go on with, shown as cards."""

    @property
    def section_texts(self) -> Iterator[str]:
        """What the sections say, as written, in reading order: each one's heading, its body, its points."""
        for section in self.sections:
            yield section.heading
            yield section.body or ""
            yield from section.points or ()

    @property
    def answered(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Words of a passage, with single spaces, and the questions that it answers."""
        return tuple((" ".join(asked.quote.split()), asked.questions) for asked in self.asks if asked.quote is not None)

    @property
    def left_open(self) -> tuple[tuple[str | None, tuple[str, ...]], ...]:
        """Questions that the lesson does not answer, and the id of the lesson that does."""
        return tuple((asked.lesson, asked.questions) for asked in self.asks if asked.quote is None)
