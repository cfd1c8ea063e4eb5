"""What a rule says of a course of one lesson, of which a test writes the questions."""

from __future__ import annotations

import textwrap
from pathlib import Path

from scormpack.check import check_course
from scormpack.errors import Finding
from scormpack.load import load_course


def found(folder: Path, code: str, questions: str, *, quiz: str = "", language: str = "en") -> list[Finding]:
    """Return what a rule says of a lesson with these questions; the first line of ``questions`` is line 11 or later."""
    (folder / "lessons").mkdir()
    course = f"id: https://example.org/c\ntitle: C\nlanguage: {language}\nmodules: [{{title: M, lessons: [one]}}]\n"
    (folder / "course.yaml").write_text(course, encoding="utf-8")
    lesson = f"id: one\ntitle: One\nsummary: S.\nsections: [{{heading: H, body: B}}]\nquiz:\n  {quiz}\n  questions:\n"
    lesson += textwrap.indent(textwrap.dedent(questions), "    ")
    (folder / "lessons" / "one.yaml").write_text(lesson, encoding="utf-8")
    return list(check_course(load_course(folder), [code]))


def shown(finding: Finding) -> str:
    """Return what of its line a finding underlines."""
    return finding.source[finding.column - 1 :][: finding.length]
