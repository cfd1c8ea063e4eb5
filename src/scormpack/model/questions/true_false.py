"""True or false."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from scormpack.model.questions.question import Json, Markup, Question


class TrueFalse(Question):
    """A statement that is true or false."""

    type: Literal["true-false"]
    truth: bool = Field(alias="answer")
    """Whether the statement is true."""

    def shown(self, markup: Markup) -> Json:
        """Nothing beside the prompt."""
        del markup
        return {}

    def answer(self) -> Json:
        """Whether the statement is true."""
        return {"value": self.truth}

    def shape(self) -> str:
        """Which of the two is right."""
        return str(self.truth)

    def packed_size(self) -> int:
        """One character."""
        return 1

    def interaction(self) -> Json:
        """``true`` or ``false``."""
        return {"interactionType": "true-false", "correctResponsesPattern": ["true" if self.truth else "false"]}
