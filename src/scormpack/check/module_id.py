"""Modules that make a package each, and have no name to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.load import COURSE_FILE
from scormpack.model import Course


def check_module_ids(course: Course) -> Iterator[Fault]:
    """Yield modules without an id of their own, where each makes a package: results in the LMS hang on it."""
    seen: set[str] = set()
    for number, module in enumerate(course.file.modules):
        if module.id is None and course.file.unit == "module":
            hint = f"Write `id: {_suggest(module.title, number + 1)}` beside its title, and keep it for ever."
            yield Fault(COURSE_FILE, ("modules", number), "this module needs an `id`: it makes a package", hint)
        elif module.id in seen:
            hint = "Give each module its own id."
            yield Fault(COURSE_FILE, ("modules", number, "id"), f"two modules have the id `{module.id}`", hint)
        if module.id is not None:
            seen.add(module.id)


def _suggest(title: str, number: int) -> str:
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:64] or f"module-{number}"
