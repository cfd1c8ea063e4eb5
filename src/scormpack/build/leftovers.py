"""Packages of earlier builds whose lesson is there no more."""

from __future__ import annotations

from pathlib import Path

from scormpack.formats import FORMATS
from scormpack.listing import list_first
from scormpack.model import Course

_SHOWN = 3


def notes_on_leftovers(course: Course, output: Path) -> list[str]:
    """Return a sentence where ``output`` holds packages that no build of this course would replace.

    Those of another unit or format of the same course are no leftovers: it may be built in several ways.
    """
    left = [
        path.name
        for path in sorted(output.glob("*.zip"))
        if (name := _unit_of(path.name)) is not None
        and name not in course.lessons
        and not name.startswith(f"{course.slug}-")
    ]
    if not left:
        return []
    it = "It is" if len(left) == 1 else "They are"
    note = (
        f"{output} also holds {list_first(left, _SHOWN)}. {it} of an earlier build, for a lesson that this "
        "course does not have (any more): delete what you do not want to upload by mistake."
    )
    return [note]


def _unit_of(file: str) -> str | None:
    """Return the name of the unit in a package's file name; None where it is no package's."""
    name, _, format_name = file.removesuffix(".zip").rpartition(".")
    return name if format_name in FORMATS else None
