"""The question types: one file each, one line here each, and one file each in runtime/questions/."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from scormpack.model.questions.choice import Choice, Option
from scormpack.model.questions.fill_in import FillIn
from scormpack.model.questions.likert import Likert
from scormpack.model.questions.long_fill_in import LongFillIn
from scormpack.model.questions.matching import Matching
from scormpack.model.questions.numeric import Numeric
from scormpack.model.questions.performance import Performance
from scormpack.model.questions.question import Json, Markup, Question
from scormpack.model.questions.sequencing import Sequencing
from scormpack.model.questions.true_false import TrueFalse

QUESTION_TYPES: dict[str, type[Question]] = {
    "choice": Choice,
    "true-false": TrueFalse,
    "fill-in": FillIn,
    "numeric": Numeric,
    "matching": Matching,
    "sequencing": Sequencing,
    "likert": Likert,
    "long-fill-in": LongFillIn,
    "performance": Performance,
}


class _WrittenAsItIs:
    """Lets each value be written by its own class: a union makes a dictionary of it first, and writes that."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:  # noqa: ANN401 (pydantic's own)
        return {**handler(source), "serialization": core_schema.simple_ser_schema("any")}


AnyQuestion = Annotated[
    Choice | TrueFalse | FillIn | Numeric | Matching | Sequencing | Likert | LongFillIn | Performance,
    Field(discriminator="type"),
    _WrittenAsItIs(),
]


def points_of(questions: Iterable[Question]) -> tuple[int, ...]:
    """Return the points of each question."""
    return tuple(question.points for question in questions)


def sizes_of(questions: Iterable[Question]) -> tuple[int, ...]:
    """Return the most characters that the response to each question takes in a learner's state."""
    return tuple(question.packed_size() for question in questions)


__all__ = ["QUESTION_TYPES", "AnyQuestion", "Json", "Markup", "Option", "Question", "points_of", "sizes_of"]
