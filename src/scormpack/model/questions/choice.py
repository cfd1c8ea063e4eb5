"""Choice: one or several right options."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Markdown, Model
from scormpack.model.questions.keys import option_key
from scormpack.model.questions.question import Json, Markup, Question


class Option(Model):
    """One thing to choose."""

    text: Markdown
    """What learners read; Markdown."""
    correct: bool = False
    """Several correct options: learners choose all that apply."""
    feedback: Markdown | None = None
    """Said to those who chose it; Markdown."""


class Choice(Question):
    """Choose one, or all that apply where several are correct."""

    type: Literal["choice"]
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=100)]
    """What to choose from, in the order shown unless the quiz shuffles options."""
    scoring: Literal["all-or-nothing", "per-option"] = "all-or-nothing"
    """All or nothing; or each right option earns its part, and each wrong one takes a part away."""

    @model_validator(mode="after")
    def _has_an_answer(self) -> Self:
        if not self.correct:
            raise PydanticCustomError("no_correct_option", "no option is marked correct")
        return self

    @cached_property
    def correct(self) -> tuple[int, ...]:
        """Indices of the right options, by the author's order."""
        right = tuple([index for index, option in enumerate(self.options) if option.correct])
        return _SHARED.setdefault(right, right)

    def shown(self, markup: Markup) -> Json:
        """Options as HTML, and whether several may be chosen."""
        return {"options": [markup(option.text) for option in self.options], "many": len(self.correct) > 1}

    def answer(self) -> Json:
        """Indices of the right options, and how part of them counts."""
        return {"correct": list(self.correct), "scoring": self.scoring}

    def feedback(self, markup: Markup) -> list[str | None] | None:
        """One text for each option, or None where it has none."""
        return [markup(option.feedback) if option.feedback else None for option in self.options]

    def shape(self) -> str:
        """How many options, and which are right."""
        return _shape_of(len(self.options), self.correct)

    def packed_size(self) -> int:
        """Six options a character."""
        return -(-len(self.options) // 6)

    def interaction(self) -> Json:
        """Choices by short id; right ones joined by ``[,]``."""
        return {
            "interactionType": "choice",
            "choices": {option_key(index): option.text for index, option in enumerate(self.options)},
            "correctResponsesPattern": ["[,]".join(option_key(index) for index in self.correct)],
        }


_SHARED: dict[tuple[int, ...], tuple[int, ...]] = {}
"""Of the right answers of tens of thousands of questions few differ."""


@lru_cache(maxsize=1024)
def _shape_of(count: int, correct: tuple[int, ...]) -> str:
    return f"{count}:{list(correct)}"
