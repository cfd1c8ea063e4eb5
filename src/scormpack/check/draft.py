"""Files that the course does not use: read all the same, for one day they are needed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel

from scormpack.errors import Finding
from scormpack.load import load_file
from scormpack.model import Course

M = TypeVar("M", bound=BaseModel)


def draft_faults(course: Course, file: str, model: type[M]) -> Iterator[Finding]:
    """Yield what is wrong in a file by itself, as warnings: no package needs it yet."""
    for finding in load_file(model, course.root, file)[1]:
        yield replace(finding, severity="warning")
