"""What the tests of loading share: small courses."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

LESSON = """\
id: {name}
title: Title
summary: Summary.
sections:
  - heading: Heading
    body: Body.
"""

CourseMaker = Callable[..., Path]


@pytest.fixture
def make_course(tmp_path: Path) -> CourseMaker:
    """Return a function that writes a course folder: the files given, by path, and the course file they need."""

    def make(files: dict[str, str | bytes] | None = None, *, lessons: str = "", course: str = "") -> Path:
        files = dict(files or {})
        for name in lessons.split():
            files.setdefault(f"lessons/{name}.yaml", LESSON.format(name=name))
        if "course.yaml" not in files:
            names = sorted(Path(path).stem for path in files if path.startswith("lessons/"))
            listed = f"modules:\n  - title: Module\n    lessons: [{', '.join(names)}]\n"
            files["course.yaml"] = f"id: https://example.org/c\ntitle: Course\n{listed}{course}"
        for path, content in files.items():
            target = tmp_path / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path

    return make
