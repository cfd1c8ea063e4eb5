"""The course that is measured, and how a stage is judged."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import stages
from generated_course import write_course

from scormpack.check import check_course
from scormpack.load import load_course


def test_nothing_is_found_in_the_generated_course(tmp_path: Path) -> None:
    """The course that is measured is one that an author would release: no rule has anything to say of it."""
    write_course(tmp_path, 60)
    assert check_course(load_course(tmp_path)) == ()


@pytest.mark.parametrize(
    ("now", "recorded", "said"),
    [
        pytest.param(1.3, 1.0, "slower", id="slower"),
        pytest.param(0.7, 1.0, "quicker", id="quicker"),
        pytest.param(1.2, 1.0, "as recorded", id="within what another machine does"),
        pytest.param(1.0, None, "new", id="new"),
    ],
)
def test_a_stage_is_told_of_when_it_has_changed_by_a_quarter(now: float, recorded: float | None, said: str) -> None:
    """A stage is slower or quicker when it differs by more than a quarter from what was recorded."""
    assert stages.judge_stage(now, recorded) == said


def test_every_stage_is_recorded(tmp_path: Path) -> None:
    """``recorded.json`` has a multiple for each stage that is measured."""
    write_course(tmp_path, 2)
    assert stages.measure_stages(tmp_path, 1).keys() == json.loads(stages.RECORDED.read_text()).keys()
