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
    attempts: Annotated[int, Field(ge=1, le=99)] | Literal["unlimited"] = "unlimited"
    shuffle: tuple[Literal["questions", "options"], ...] = ()
    feedback: Literal["after-each", "at-end", "none"] = "after-each"
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1, max_length=500)]

    @property
    def points(self) -> int:
        """Sum of the points of its questions; 0 = nothing is scored."""
        return sum(question.points for question in self.questions)


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
