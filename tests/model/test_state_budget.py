"""Facts about the length of a learner's state, held to the same table as the runtime that writes it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scormpack.load import load_course
from scormpack.model import plan_units, worst_state
from scormpack.model.state_budget import worst_length

ROOT = Path(__file__).parents[2]
CASES: list[dict[str, Any]] = json.loads((ROOT / "tests/golden/state_worst_case.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['lessons']}-lessons-{case['worst']}")
def test_the_worst_case_is_the_golden_one(case: dict[str, Any]) -> None:
    """Python's formula gives the length that the runtime's tests prove to be the longest."""
    assert worst_length(case["questions"], interactions=case["interactions"]) == case["worst"]


def test_a_lesson_of_ten_questions_stays_below_200_characters() -> None:
    """Every lesson of the example course, all ten questions answered at length, keeps its state in 200 characters."""
    course = load_course(ROOT / "lessons")
    lengths = {unit.name: worst_state(course, unit) for unit in plan_units(course, "lesson")}
    assert {name: length for name, length in lengths.items() if length > 200} == {}
