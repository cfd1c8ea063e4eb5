"""Facts about the bytes that a learner's device loads; ``scripts/bench weight`` shows them."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.page_weight import COURSE, Weight, weigh_course


@pytest.fixture(scope="module")
def weights(tmp_path_factory: pytest.TempPathFactory) -> list[Weight]:
    """Return the weights of the example course's first pages, in every format."""
    return [weight for weight, _ in weigh_course(COURSE, tmp_path_factory.mktemp("weighed"))]


def test_a_first_lesson_is_light(weights: list[Weight]) -> None:
    """The first lesson with all that it asks for has at most 60 KB, compressed, media left out."""
    lessons = {weight.page: weight.total for weight in weights if weight.page.startswith("first lesson")}
    assert len(lessons) > 1
    assert {page: total for page, total in lessons.items() if total > 60_000} == {}


def test_the_runtime_is_light(weights: list[Weight]) -> None:
    """In every format the runtime has at most 30 KB, compressed."""
    assert {weight.page: weight.runtime for weight in weights if not 1_000 < weight.runtime <= 30_000} == {}


def test_every_part_is_weighed(weights: list[Weight]) -> None:
    """Page, style sheet, texts and runtime are all found, so that nothing is weighed as nothing."""
    assert [weight for weight in weights if 0 in (weight.html, weight.css, weight.messages, weight.runtime)] == []
