"""What every question has, and what each type must tell the page, the runtime and the LMS."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import Field

from scormpack.model.base import Id, Markdown, Model
from scormpack.model.fingerprint import fingerprint

Markup = Callable[[str], str]
"""Turns Markdown into sanitised HTML; a short text becomes a phrase, without a paragraph around it."""

Json = Mapping[str, Any]


class Question(Model):
    """A question of a quiz. Each type is a child in a file of its own and a line in ``QUESTION_TYPES``."""

    id: Id
    """Unique within the lesson, stable for ever: the LMS's reports hang on it."""
    type: str
    """What kind of question it is: its other keys follow from it."""
    prompt: Markdown
    """The question itself; Markdown."""
    points: Annotated[int, Field(ge=0, le=1000)] = 1
    """Weight in the quiz; 0 = asked but not scored."""
    hint: Markdown | None = None
    """Shown when the learner asks for it, before the answer; Markdown."""
    explanation: Markdown | None = None
    """Shown after the answer, right or wrong."""

    @abstractmethod
    def shown(self, markup: Markup) -> Json:
        """What the page may show before an answer is given (runtime/questions/<type>.ts draws it)."""

    @abstractmethod
    def answer(self) -> Json:
        """What the runtime marks with; the page carries it sealed."""

    def feedback(self, markup: Markup) -> list[str | None] | None:
        """HTML for each part that a learner may have chosen, sealed like the answer; None where a type has none."""
        del markup
        return None

    @abstractmethod
    def shape(self) -> str:
        """The form of the answer, without its words: a stored answer still fits while this stays the same."""

    @abstractmethod
    def packed_size(self) -> int:
        """Most characters that the runtime needs to keep a response, at most 40."""

    @abstractmethod
    def interaction(self) -> Json:
        """The xAPI interaction definition (xAPI 1.0.3 part 2, §2.4.4.1): ``interactionType`` and its components.

        Component descriptions are Markdown; the format turns them into plain text.
        """

    def fingerprint(self) -> str:
        """Two characters that change when the id, the type or the shape of the answer changes, not when words do."""
        return fingerprint(f"{self.id}|{self.type}|{self.shape()}")
