"""Questions made on the spot."""

from typing import Any

from pydantic import TypeAdapter

from scormpack.model import Question
from scormpack.model.questions import AnyQuestion


def make(**keys: Any) -> Question:  # noqa: ANN401 (whatever a question holds)
    """Return a question with a prompt and an id."""
    made: Question = TypeAdapter(AnyQuestion).validate_python({"id": "q1", "prompt": "P?", **keys})
    return made


def choice(*right: int, count: int = 3, **keys: Any) -> Question:  # noqa: ANN401
    """Return a choice of ``count`` options A, B, C … of which ``right`` are correct."""
    options = tuple(
        {"text": chr(65 + index) if index < 26 else f"Z{index}", "correct": index in right} for index in range(count)
    )
    return make(type="choice", options=options, **keys)
