"""Likert: a point on a scale; there is no right one."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scormpack.model.base import Line
from scormpack.model.questions.keys import as_markdown, place_key
from scormpack.model.questions.question import Json, Markup, Question


def _refuse_points(points: int) -> int:
    if points != 0:
        raise PydanticCustomError("likert_points", "this cannot be given: a likert question is never scored")
    return points


class Likert(Question):
    """Choose a point of ``scale``: an opinion, asked and reported, never scored."""

    type: Literal["likert"]
    scale: Annotated[tuple[Line, ...], Field(min_length=2, max_length=11)]
    """The points to choose from, from one end to the other."""
    points: Annotated[int, AfterValidator(_refuse_points)] = 0
    """A likert question is never scored: 0, or left out."""

    def shown(self, markup: Markup) -> Json:
        """The points of the scale as plain text."""
        del markup
        return {"scale": self.scale}

    def answer(self) -> Json:
        """Nothing to mark with."""
        return {}

    def shape(self) -> str:
        """How many points the scale has."""
        return str(len(self.scale))

    def packed_size(self) -> int:
        """One character."""
        return 1

    def interaction(self) -> Json:
        """The scale's points by number; no right one."""
        return {
            "interactionType": "likert",
            "scale": {place_key(at): as_markdown(point) for at, point in enumerate(self.scale)},
        }
