"""Facts about the words: every fault that a model knows has a hint of its own."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scormpack.load.wording import describe, show_value

MODEL = Path(__file__).parents[2] / "src" / "scormpack" / "model"
RAISED = sorted(
    {
        kind
        for path in MODEL.rglob("*.py")
        for kind in re.findall(r'PydanticCustomError\(\s*"(\w+)"', path.read_text(encoding="utf-8"))
    }
)


def test_the_models_raise_something() -> None:
    """The search below finds the models' own faults."""
    assert {"no_correct_option", "numeric_range", "absolute_iri"} <= set(RAISED)


@pytest.mark.parametrize("kind", RAISED)
def test_each_fault_of_a_model_has_a_hint(kind: str) -> None:
    """What a model refuses in its own words is followed by what to write instead."""
    code, message, hint = describe([{"type": kind, "loc": (), "msg": "this is odd", "input": 1}], "`x`", "1")
    assert (code, message) == ("bad-value", "`x` is odd")
    assert "lesson-format.md" not in hint


@pytest.mark.parametrize(
    ("value", "written", "shown"),
    [
        (None, "", "empty"),
        ("  ", "'  '", "empty"),
        ({"a": 1}, "{a: 1}", "keys and values"),
        ((1,), "[1]", "a list"),
        (1.1, "1.10", "`1.10`"),
        (True, "True", "`True`"),
        ("x" * 50, "", f"`{'x' * 40}…`"),
        ("one\ntwo", "", "`one…`"),
    ],
)
def test_a_value_is_shown_as_its_author_wrote_it(value: object, written: str, shown: str) -> None:
    """Shortened to a line, and never in Python's words."""
    assert show_value(value, written) == shown
