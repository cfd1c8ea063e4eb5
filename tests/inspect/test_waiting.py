"""Facts about what is said of lessons that wait for one another."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from generated_course import write_course

from scormpack.build import BuildOptions, build_course
from scormpack.cli.inspection import inspection_text
from scormpack.inspect import inspect_file


@pytest.mark.parametrize(
    ("name", "awaited"),
    [
        ("scorm12", "item-lesson-lesson-0"),
        ("scorm2004", "https://example.org/courses/generated/lessons/lesson-0"),
        ("scorm2004-3rd", "https://example.org/courses/generated/lessons/lesson-0"),
    ],
)
def test_what_a_lesson_waits_for_is_told(tmp_path: Path, name: str, awaited: str) -> None:
    """By the item in SCORM 1.2, by the shared objective in 2004; the first lesson waits for nothing."""
    write_course(tmp_path, 3)
    path = tmp_path / "course.yaml"
    said = json.loads(path.read_text("utf-8"))
    path.write_text(json.dumps({**said, "scos": "per-lesson", "prerequisites": True}), "utf-8")
    report = build_course(tmp_path, BuildOptions(formats=[name], output=tmp_path / "dist"))
    inspection = inspect_file(report.packages[0].file)
    activities = inspection.outlines[0].activities
    assert [activity.prerequisites for activity in activities[:2]] == ["", awaited]
    assert f"opens after {awaited}" in inspection_text(inspection)
