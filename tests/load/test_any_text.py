"""Facts about any text at all: it is a course or findings, never a traceback."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel

from scormpack.check import check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import load_course
from scormpack.model import CourseFile, Lesson
from scormpack.model.questions import QUESTION_TYPES

COURSE = "id: https://example.org/c\ntitle: C\nmodules:\n  - title: M\n    lessons: [a]\n"
MODELS: tuple[type[BaseModel], ...] = (CourseFile, Lesson, *QUESTION_TYPES.values())
KEYS = sorted({name for model in MODELS for name in model.model_fields} - {"id", "truth"})
values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=30)
    | st.sampled_from(["choice", "numeric"]),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=5)
    ),
    max_leaves=12,
)


def look(course: str, lesson: bytes) -> tuple[Finding, ...]:
    """Return every finding of a course of one lesson, having seen that each stands inside its file."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "lessons").mkdir()
        files = {"course.yaml": course.encode("utf-8", "surrogatepass"), "lessons/a.yaml": lesson}
        for name, data in files.items():
            (root / name).write_bytes(data)
        try:
            findings = check_course(load_course(root))
        except CourseError as error:
            findings = error.findings
    for finding in findings:
        if finding.line:
            data = files[finding.file].removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
            lines = data.decode("utf-8", "replace").lstrip("\ufeff").split("\n")
            assert lines[finding.line - 1] == finding.source
            assert 1 <= finding.column <= len(finding.source) + 1
            assert finding.length >= 1
    return findings


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.text(st.characters(codec="utf-8")) | st.text("ab:-?#&*!|>'\"%@`{}[], \n\t\r\ufeff\u2028\\", max_size=60))
def test_any_text_is_findings(text: str) -> None:
    """Whatever a lesson's file holds, even nothing or no UTF-8, is told in findings, each inside the file."""
    assert look(COURSE, text.encode())
    look(text, b"id: a\ntitle: A\nsummary: S\nsections: [{heading: H, body: B}]\n")


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_any_bytes_are_findings(data: bytes) -> None:
    """Bytes that are no text are told in findings too."""
    assert look(COURSE, data)


@settings(max_examples=200, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), values, max_size=6), st.sampled_from(["flow", "block"]))
def test_any_values_under_any_keys_are_findings(value: dict[str, Any], style: str) -> None:
    """A lesson whose keys are known and whose values are anything is told in findings, each inside the file."""
    quiz = {"questions": [{"id": "q", "type": "choice", "prompt": "P", **value}]}
    for whole in (value, {"id": "a", "title": "A", "summary": "S", "quiz": quiz, **value}):
        text = yaml.safe_dump(whole, allow_unicode=True, default_flow_style=style == "flow")
        assert look(COURSE, text.encode("utf-8", "replace")) or "id" in whole, "a lesson has an id"
