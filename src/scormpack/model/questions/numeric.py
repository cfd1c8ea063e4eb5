"""Numeric: a number, exact, within a tolerance, or within a range."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from scormpack.late_regex import compile_late
from scormpack.model.base import Line
from scormpack.model.questions.question import Json, Markup, Question

PERCENT = compile_late(r"^\s*(\d+(?:\.\d+)?)\s*%\s*$")

Number = int | float
Tolerance = Annotated[Number, Field(ge=0)] | Annotated[str, Field(pattern=PERCENT.pattern)]


def decimal(number: Number) -> Decimal:
    """Return the number as it was written: 0.1 is one tenth, not its nearest binary fraction."""
    return Decimal(str(number))


class Numeric(Question):
    """A number: ``answer`` with an optional ``tolerance`` (``0.5`` or ``"5 %"``), or ``range``."""

    type: Literal["numeric"]
    value: Number | None = Field(default=None, alias="answer")
    """The right number; with ``tolerance``, its middle."""
    tolerance: Tolerance | None = None
    """How far off still counts: a number, or a percentage in quotes, ``"5 %"``."""
    range: tuple[Number, Number] | None = None
    """Lowest and highest right number, in place of ``answer``: ``[40, 44]``."""
    unit: Line | None = None
    """Shown beside the box."""

    @model_validator(mode="after")
    def _has_bounds(self) -> Self:
        if (self.value is None) == (self.range is None):
            raise PydanticCustomError("numeric_form", "this needs either `answer` or `range`")
        if self.range is not None and self.tolerance is not None:
            raise PydanticCustomError("numeric_tolerance", "`tolerance` goes with `answer`, not with `range`")
        if self.range is not None and self.range[0] > self.range[1]:
            raise PydanticCustomError("numeric_range", "the range ends before it begins")
        return self

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Smallest and greatest number that is right."""
        if self.range is not None:
            return decimal(self.range[0]), decimal(self.range[1])
        middle = decimal(self.value or 0)
        percent = PERCENT.match(self.tolerance) if isinstance(self.tolerance, str) else None
        if percent:
            margin = abs(middle) * Decimal(percent[1]) / 100
        else:
            margin = decimal(self.tolerance) if isinstance(self.tolerance, int | float) else Decimal(0)
        return middle - margin, middle + margin

    def shown(self, markup: Markup) -> Json:
        """The unit beside the box."""
        del markup
        return {"unit": self.unit}

    def answer(self) -> Json:
        """The bounds as numbers, and the text to show as the right answer."""
        low, high = self.bounds
        right = (
            f"{low.normalize():f}\u2013{high.normalize():f}"
            if self.range is not None
            else f"{decimal(self.value or 0):f}"
        )
        return {"min": float(low), "max": float(high), "shown": right}

    def shape(self) -> str:
        """A number is a number."""
        return "number"

    def packed_size(self) -> int:
        """The longest that a browser writes a number: ``-1.2345678901234567e-308``."""
        return 24

    def interaction(self) -> Json:
        """``min[:]max``; equal bounds for one exact number."""
        low, high = self.bounds
        return {
            "interactionType": "numeric",
            "correctResponsesPattern": [f"{low.normalize():f}[:]{high.normalize():f}"],
        }
