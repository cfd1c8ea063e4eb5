"""Facts about which questions make a model, and that the table of their types is whole."""

from __future__ import annotations

from typing import Any, get_args

import pytest
from made_questions import choice, make
from pydantic import ValidationError

from scormpack.model import QUESTION_TYPES
from scormpack.model.questions import AnyQuestion


@pytest.mark.parametrize(
    ("keys", "error"),
    [
        ({"type": "choice", "options": ({"text": "A"}, {"text": "B"})}, "no_correct_option"),
        ({"type": "fill-in"}, "fill_in_form"),
        ({"type": "fill-in", "answers": ("x",), "blanks": {1: ("x",)}, "text": "{{1}}"}, "fill_in_form"),
        ({"type": "fill-in", "blanks": {1: ("x",)}}, "fill_in_form"),
        ({"type": "fill-in", "text": "{{1}}"}, "fill_in_form"),
        ({"type": "fill-in", "text": "{{1}} {{1}}", "blanks": {1: ("x",)}}, "fill_in_blanks"),
        ({"type": "fill-in", "text": "none", "blanks": {1: ("x",)}}, "fill_in_blanks"),
        ({"type": "fill-in", "text": "{{2}} {{1}}", "blanks": {1: ("x",), 2: ("y",)}}, "fill_in_blanks"),
        ({"type": "numeric"}, "numeric_form"),
        ({"type": "numeric", "answer": 1, "range": (1, 2)}, "numeric_form"),
        ({"type": "numeric", "range": (1, 2), "tolerance": 1}, "numeric_tolerance"),
        ({"type": "numeric", "range": (2, 1)}, "numeric_range"),
        ({"type": "true-false"}, "missing"),
        ({"type": "choice", "options": tuple({"text": "A", "correct": True} for _ in range(101))}, "too_long"),
    ],
)
def test_questions_that_nobody_could_answer_are_refused(keys: dict[str, Any], error: str) -> None:
    """A question without an answer, or with two, makes no model."""
    with pytest.raises(ValidationError) as raised:
        make(**keys)
    assert [fault["type"] for fault in raised.value.errors()] == [error]


def test_the_limits_themselves_are_allowed() -> None:
    """A range of one number, a tolerance of nothing, a hundred options."""
    assert make(type="numeric", range=(1, 1)).answer()["min"] == 1
    assert make(type="numeric", answer=1, tolerance=0).answer()["max"] == 1
    assert choice(99, count=100).packed_size() == 17


def test_the_table_of_types_is_whole() -> None:
    """Each type is under its own name in the table, in the union and among the files."""
    union = get_args(get_args(AnyQuestion)[0])
    assert set(union) == set(QUESTION_TYPES.values())
    for name, kind in QUESTION_TYPES.items():
        assert get_args(kind.model_fields["type"].annotation) == (name,)
        assert kind.__module__ == f"scormpack.model.questions.{name.replace('-', '_')}"
