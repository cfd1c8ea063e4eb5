"""What a package holds, as an LMS learns it from the manifest."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Literal

Standard = Literal["scorm12", "scorm2004", "xapi", "cmi5", "web"]


@dataclass(frozen=True, slots=True)
class Part:
    """What an LMS launches: a SCO, an xAPI activity, an assignable unit.

    Attributes:
        id: the item's identifier, or the activity's IRI.
        title: for the table of contents.
        href: path in the package with query and fragment, or an absolute URL.
        depth: 0 at the top of the table of contents.
        is_tracked: False for an asset: it is opened and never asks for an API.
        mastery: score that passes: 0-100 in SCORM 1.2, 0-1 elsewhere; None where the manifest names none.
        launch_data: text that the LMS hands over.
        max_time: as the manifest has it.
        time_limit_action: as the manifest has it.
        completion_threshold: 0-1; SCORM 2004.
        move_on: cmi5's rule of what satisfies the unit.
        launch_method: cmi5's ``AnyWindow`` or ``OwnWindow``.
        entitlement_key: cmi5.
    """

    id: str
    title: str
    href: str
    depth: int = 0
    is_tracked: bool = True
    mastery: float | None = None
    launch_data: str = ""
    max_time: str = ""
    time_limit_action: str = ""
    completion_threshold: float | None = None
    move_on: str = "NotApplicable"
    launch_method: str = "AnyWindow"
    entitlement_key: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """A package's table of contents.

    Attributes:
        standard: what the package speaks.
        label: as people write the standard, with its edition.
        id: of the whole: the organization's identifier, the course's or the activity's IRI.
        title: of the whole.
        parts: what can be launched, in order; at least one.
        notes: what an LMS would stumble over, a sentence each.
    """

    standard: Standard
    label: str
    id: str
    title: str
    parts: tuple[Part, ...]
    notes: tuple[str, ...] = ()

    def part(self, identifier: str | None) -> Part:
        """Return the part of that id; the first one that can be tracked where none is named or there is none such."""
        tracked = next((part for part in self.parts if part.is_tracked), self.parts[0])
        return next((part for part in self.parts if part.id == identifier), tracked)

    def as_json(self) -> dict[str, Any]:
        """Return it in JSON's own kinds."""
        return asdict(self)
