"""A bank of questions: a file that the quizzes of several lessons may ask from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from scormpack.model.base import Id, Line, Model
from scormpack.model.questions import AnyQuestion


class Bank(Model):
    """``banks/<id>.yaml``. In each lesson a question of it has that lesson's own results: ``<lesson>.<question>``."""

    id: Id
    """Stable for ever: quizzes name it."""
    title: Line
    """For authors; learners do not see it."""
    questions: Annotated[tuple[AnyQuestion, ...], Field(min_length=1, max_length=500)]
    """As in a lesson's quiz."""
