"""Sequencing: items to be put in order."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.model.base import Markdown
from scormpack.model.questions.keys import mixed_order, option_key
from scormpack.model.questions.question import Json, Markup, Question


class Sequencing(Question):
    """Put ``items``, written in the right order, in order."""

    type: Literal["sequencing"]
    items: Annotated[tuple[Markdown, ...], Field(min_length=2, max_length=36)]
    """In the right order; learners see them in another. Markdown."""
    scoring: Literal["all-or-nothing", "proportional"] = "all-or-nothing"
    """All or nothing; or a share for each item that the right one follows."""

    @model_validator(mode="after")
    def _items_differ(self) -> Self:
        if len({item.strip() for item in self.items}) < len(self.items):
            raise PydanticCustomError("sequencing_items", "two items are the same")
        return self

    @property
    def mixed(self) -> tuple[int, ...]:
        """Which item the page carries at each place: not the right order, which would show."""
        return mixed_order(len(self.items), self.id)

    @property
    def order(self) -> list[int]:
        """The right order, by the items' places on the page."""
        return [self.mixed.index(item) for item in range(len(self.items))]

    def shown(self, markup: Markup) -> Json:
        """Items as HTML, mixed."""
        return {"options": [markup(self.items[index]) for index in self.mixed]}

    def answer(self) -> Json:
        """The right order, and how part of it counts."""
        return {"order": self.order, "scoring": self.scoring}

    def shape(self) -> str:
        """How many items."""
        return str(len(self.items))

    def packed_size(self) -> int:
        """One character for each item."""
        return len(self.items)

    def interaction(self) -> Json:
        """Items by short id in the right order, joined by ``[,]`` (xAPI 1.0.3 part 2, Appendix C)."""
        return {
            "interactionType": "sequencing",
            "choices": {option_key(at): self.items[index] for at, index in enumerate(self.mixed)},
            "correctResponsesPattern": ["[,]".join(option_key(place) for place in self.order)],
        }
