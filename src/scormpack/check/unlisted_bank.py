"""Question banks that no quiz names."""

from __future__ import annotations

from collections.abc import Iterator

from scormpack.check.draft import draft_faults
from scormpack.check.place import Fault
from scormpack.errors import Finding
from scormpack.model import Bank, Course


def check_unlisted_banks(course: Course) -> Iterator[Fault | Finding]:
    """Yield the banks whose questions no lesson asks, and what is wrong in them."""
    for file in course.unlisted:
        if file.startswith("banks/"):
            name = file.removeprefix("banks/").removesuffix(".yaml")
            message = "no quiz asks from this bank"
            yield Fault(file, (), message, f"Add `banks: [{name}]` to a quiz, or move the file elsewhere.")
            yield from draft_faults(course, file, Bank)
