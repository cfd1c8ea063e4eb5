"""Facts about the bytes that a learner's device loads; ``scripts/bench weight`` shows them."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "page_weight.py"
PARTS = ("html", "css", "messages", "runtime")


@pytest.fixture(scope="module")
def weights() -> list[dict[str, Any]]:
    """Return the weights of the example course's first pages, in every format."""
    command = [sys.executable, str(SCRIPT), "--no-browser", "--json"]
    weighed: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return weighed


def test_a_first_lesson_is_light(weights: list[dict[str, Any]]) -> None:
    """The first lesson with all that it asks for has at most 60 KB, compressed, media left out."""
    lessons = {weight["page"]: weight["total"] for weight in weights if weight["page"].startswith("first lesson")}
    assert len(lessons) > 1
    assert {page: total for page, total in lessons.items() if total > 60_000} == {}


def test_the_runtime_is_light(weights: list[dict[str, Any]]) -> None:
    """In every format the runtime has at most 30 KB, compressed."""
    assert {weight["page"]: weight["runtime"] for weight in weights if not 1_000 < weight["runtime"] <= 30_000} == {}


def test_every_part_is_weighed(weights: list[dict[str, Any]]) -> None:
    """Page, style sheet, texts and runtime are all found, so that nothing is weighed as nothing."""
    assert [(weight["page"], part) for weight in weights for part in PARTS if weight[part] == 0] == []
