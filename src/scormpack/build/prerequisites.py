"""What a build says of ``prerequisites``: where lessons wait for one another, and where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from scormpack.build.plan import Task
from scormpack.listing import list_first
from scormpack.model import Course, is_judged, unit_scos

_SHOWN = 5


def notes_on_prerequisites(course: Course, tasks: Sequence[Task]) -> list[str]:
    """Return a sentence for each way in which lessons open in any order although the course file says otherwise."""
    if not course.file.prerequisites or not tasks:
        return []
    split = [task for task in tasks if task.unit.scos == "per-lesson"]
    keeping = {name for task in split for name in task.formats if name.startswith("scorm")}
    others = sorted({name for task in tasks for name in task.formats} - keeping)
    notes = []
    if others:
        where = "lessons wait only in SCORM packages with a SCO for each (--unit course --scos per-lesson)"
        notes.append(f"`prerequisites` counts for nothing in {', '.join(others)}: {where}.")
    if any(name.startswith("scorm2004") for name in keeping):
        scos = (sco for task in split for sco in unit_scos(course, task.unit))
        free = [sco.name for sco in scos if not is_judged(course, sco)]
        if free:
            names = list_first(free, _SHOWN)
            notes.append(f"In SCORM 2004 no lesson waits for {names}: their pages never say that a learner passed.")
    return notes
