"""What the tests of rendering share: courses written on the spot, and the example course rendered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from rendered import CourseMaker

from scormpack.load import load_course
from scormpack.model import Course, Unit, plan_units
from scormpack.render import Site, render_site

ICON = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><rect width="4" height="4"/></svg>'

LESSON: dict[str, Any] = {
    "title": "Title",
    "summary": "Summary.",
    "sections": [{"heading": "Heading", "body": "Body."}],
}


@pytest.fixture
def make_course(tmp_path: Path) -> CourseMaker:
    """Return a function that writes and loads a course: lessons as dictionaries by id, other files by path."""

    def make(
        lessons: dict[str, dict[str, Any]] | None = None,
        files: dict[str, str | bytes] | None = None,
        **course: Any,  # noqa: ANN401  (keys of course.yaml)
    ) -> Course:
        lessons = lessons or {"one": {}}
        written: dict[str, str | bytes] = {"assets/icon.svg": ICON, **(files or {})}
        # JSON is YAML too.
        for name, lesson in lessons.items():
            written[f"lessons/{name}.yaml"] = json.dumps(LESSON | {"id": name} | lesson, ensure_ascii=False)
        modules = [{"title": "Module", "lessons": list(lessons)}]
        whole = {"id": "https://example.org/c", "title": "Course", "modules": modules} | course
        written["course.yaml"] = json.dumps(whole, ensure_ascii=False)
        for path, content in written.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return load_course(tmp_path)

    return make


@pytest.fixture(scope="session")
def example(example_course: Path) -> Course:
    """Return the example course, loaded."""
    return load_course(example_course)


@pytest.fixture(scope="session")
def example_sites(example: Course) -> dict[str, tuple[Unit, Site]]:
    """Return every unit of the example course with its site, by name: each lesson, and the course."""
    units = [*plan_units(example, "lesson"), *plan_units(example, "course")]
    return {unit.name: (unit, render_site(example, unit)) for unit in units}
