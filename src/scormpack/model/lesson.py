"""A lesson as its author writes it."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Id, Line, Markdown, Model, Percent
from scormpack.model.questions import AnyQuestion


class Section(Model):
    """A part of the lesson: prose, points, or both (the points follow the prose)."""

    heading: Line
    body: Markdown | None = None
    points: Annotated[tuple[Markdown, ...], Field(min_length=1)] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.body is None and self.points is None:
            raise PydanticCustomError("empty_section", "a section needs `body` or `points`")
        return self


class KeyTerm(Model):
    """A word that the lesson explains."""

    term: Line
    definition: Markdown
    also: tuple[Line, ...] = ()
    """Other words that learners use for it."""


class Practice(Model):
    """Something to do, step by step."""

    heading: Line = "Practice"
    intro: Markdown | None = None
    steps: Annotated[tuple[Markdown, ...], Field(min_length=1, max_length=50)]


class Quiz(Model):
    """Questions, and how they are asked and counted."""

    heading: Line = "Check yourself"
    intro: Markdown | None = None
    pass_mark: Percent | None = None
    """Percent; left out: the course's."""
    attempts: Annotated[int, Field(ge=1, le=12)] | Literal["unlimited"] = "unlimited"
    """12: the learner's state counts no further (docs/state.md)."""
    shuffle: tuple[Literal["questions", "options"], ...] = ()
    feedback: Literal["after-each", "at-end", "none"] = "after-each"
    time_limit: Annotated[int, Field(ge=1, le=240)] | None = None
    """Minutes for one attempt."""
    time_extension: Literal["normal", "none"] = "normal"
    """``none``: no learner may ask for more time (WCAG 2.2, 2.2.1 allows it only where the limit is essential)."""
    draw: Annotated[int, Field(ge=1, le=500)] | None = None
    """How many of the questions one attempt asks; left out: all of them."""
    banks: Annotated[tuple[Id, ...], Field(min_length=1)] = ()
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1, max_length=500)] = ()
    """The lesson's own. Those of its banks come after them: ``Course.questions`` has all."""

    @model_validator(mode="after")
    def _asks_something(self) -> Self:
        if not self.questions and not self.banks:
            raise PydanticCustomError("empty_quiz", "this needs `questions`, `banks` or both")
        return self


class Lesson(Model):
    """One lesson: the smallest thing that an LMS can hold a result for."""

    id: Id
    """Stable for ever: LMS tracks hang on it."""
    title: Line
    summary: Line
    """One line, under the title and on cards."""
    track: Line | None = None
    """Audience."""
    category: Line | None = None
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None
    """Left out: estimated from the words."""
    language: Annotated[str, Field(pattern=r"^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")] | None = None
    """BCP 47; left out: the course's."""
    objectives: tuple[Line, ...] = ()
    sections: Annotated[tuple[Section, ...], Field(min_length=1)]
    key_terms: tuple[KeyTerm, ...] = ()
    practice: Practice | None = None
    tutor: bool = False
    quiz: Quiz | None = None
    related: tuple[Id, ...] = ()
