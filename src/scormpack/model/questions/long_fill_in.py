"""Long fill-in: an answer in sentences, which no machine marks."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Markdown
from scormpack.model.questions.question import Json, Markup, Question


class LongFillIn(Question):
    """Write a few sentences; with ``points``, the learner judges them against ``model_answer``."""

    type: Literal["long-fill-in"]
    model_answer: Markdown | None = None
    """Shown once the learner has answered."""
    min_words: Annotated[int, Field(ge=1, le=500)] | None = None
    """How much must be written before it can be checked."""
    points: Annotated[int, Field(ge=0, le=1000)] = 0
    """0 = not scored; else the learner's own check earns all, half or none of them."""

    @model_validator(mode="after")
    def _can_be_checked(self) -> Self:
        if self.points > 0 and self.model_answer is None:
            raise PydanticCustomError("long_fill_in_check", "a long-fill-in with `points` needs a `model_answer`")
        return self

    def shown(self, markup: Markup) -> Json:
        """How much to write."""
        del markup
        return {"minWords": self.min_words}

    def answer(self) -> Json:
        """Nothing to mark with: the learner judges."""
        return {}

    def feedback(self, markup: Markup) -> list[str | None] | None:
        """The model answer alone."""
        return None if self.model_answer is None else [markup(self.model_answer)]

    def shape(self) -> str:
        """Whether the learner's own check is part of it."""
        return "checked" if self.points > 0 else "text"

    def packed_size(self) -> int:
        """As much of the learner's words as the state has room for."""
        return 40

    def interaction(self) -> Json:
        """No pattern: a model answer is no text that the learner's must equal."""
        return {"interactionType": "long-fill-in"}
