"""What the emulated LMS keeps of a learner at a package."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

from scormpack.late_regex import compile_late
from scormpack.preview.lrs.moment import now

MOST_ELEMENTS = 60_000
LONGEST_VALUE = 1 << 20
_ENDED = {"passed", "completed", "failed"}
_ELEMENT = compile_late(r"(cmi|adl)\.[A-Za-z0-9_.{}=-]{1,250}")


@dataclass
class PartRecord:
    """What a SCO committed.

    Attributes:
        elements: data model element to value.
    """

    elements: dict[str, str] = field(default_factory=dict)

    def take(self, values: Mapping[str, str]) -> None:
        """Keep what a commit brought."""
        for element, value in values.items():
            has_room = element in self.elements or len(self.elements) < MOST_ELEMENTS
            if has_room and len(value) <= LONGEST_VALUE and _ELEMENT.fullmatch(element):
                self.elements[element] = value

    def settle(self, mastery: float | None, *, moodle: bool) -> None:
        """Judge a finished SCORM 1.2 visit: as the standard has it, and as Moodle does where asked for."""
        element = "cmi.core.lesson_status"
        status = self.elements.get(element, "not attempted")
        if status in {"", "not attempted"}:  # RTE 3.4.4: whoever sets no status has completed by leaving
            status = "completed"
        score = _number(self.elements.get("cmi.core.score.raw", ""))
        if moodle and mastery is not None and score is not None:
            status = "passed" if score >= mastery else "failed"
        self.elements[element] = status

    @property
    def status(self) -> str:
        """The status, in SCORM 1.2's words; of SCORM 2004's two, success wins where it is known."""
        elements = self.elements
        if "cmi.completion_status" in elements or "cmi.success_status" in elements:
            success = elements.get("cmi.success_status", "unknown")
            completion = elements.get("cmi.completion_status", "unknown")
            return success if success in {"passed", "failed"} else completion
        return elements.get("cmi.core.lesson_status", "not attempted")

    @property
    def has_ended(self) -> bool:
        """Whether Moodle takes it for done."""
        return self.status in _ENDED

    @property
    def raw(self) -> float | None:
        """The raw score: what Moodle grades by, in SCORM 2004 too."""
        return _number(self.elements.get("cmi.core.score.raw", self.elements.get("cmi.score.raw", "")))


@dataclass
class Attempt:
    """One attempt of a learner.

    Attributes:
        number: 1 for the first.
        registration: UUID that xAPI and cmi5 know it by.
        parts: part's id to what it committed.
        sessions: how many times it was opened.
    """

    number: int
    registration: str = field(default_factory=lambda: str(uuid4()))
    parts: dict[str, PartRecord] = field(default_factory=dict)
    sessions: int = 0
    opened: datetime = field(default_factory=now)

    def part(self, identifier: str) -> PartRecord:
        """Return what a part committed."""
        return self.parts.setdefault(identifier, PartRecord())


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
