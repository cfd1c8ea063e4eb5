"""Question banks that no quiz names."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.place import Fault
from scormpack.model import Course


def check_unlisted_banks(course: Course) -> Iterator[Fault]:
    """Yield the banks whose questions no lesson asks."""
    for file in course.unlisted:
        if file.startswith("banks/"):
            name = file.removeprefix("banks/").removesuffix(".yaml")
            message = "no quiz asks from this bank, so it was not even read"
            yield Fault(file, (), message, f"Add `banks: [{name}]` to a quiz, or move the file elsewhere.")
