"""What a rule says of a course of one lesson, of which a test writes the body."""

from __future__ import annotations

import json
from pathlib import Path

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course


def found(folder: Path, code: str, body: str, *, language: str = "en", point: str = "P") -> list[Finding]:
    """Return what a rule says of a lesson with this body, and this point below it."""
    (folder / "lessons").mkdir(exist_ok=True)
    course = {"id": "https://example.org/c", "title": "C", "language": language}
    (folder / "course.yaml").write_text(json.dumps(course)[:-1] + ', "modules": [{"title": "M", "lessons": ["one"]}]}')
    text = body.replace("\n", "\n      ")
    lesson = f"id: one\ntitle: One\nsummary: S.\nsections:\n  - heading: Why knives slip\n    body: |\n      {text}\n"
    lesson += f"    points: [{json.dumps(point, ensure_ascii=False)}]\nkey_terms: [{{term: Edge, definition: Edge.}}]\n"
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    return list(check_course(load_course(folder), [code]))


def shown(findings: list[Finding]) -> list[str]:
    """Return what of its line each finding underlines."""
    return [finding.source[finding.column - 1 :][: finding.length] for finding in findings]
