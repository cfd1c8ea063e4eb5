"""What a build makes: which units, and in which formats."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import get_close_matches
from fnmatch import fnmatchcase
from typing import NamedTuple

from scormpack.errors import OptionError
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, plan_units


class Task(NamedTuple):
    """A unit, and the formats that take it in this shape."""

    unit: Unit
    formats: tuple[str, ...]


def plan_build(course: Course, only: Sequence[str] = (), shard: tuple[int, int] | None = None) -> tuple[Task, ...]:
    """Return what to build, in the course's order; formats of one shape share a unit's pages.

    Args:
        course: its file says which unit, formats and SCOs.
        only: names of units or lessons, or patterns of such; everything without one.
        shard: (3, 8) = the third of eight parts.

    Raises:
        OptionError: where ``only`` names nothing of the course.
    """
    units = plan_units(course, course.file.unit)
    chosen = _choose(units, only)[_part(shard)]
    tasks = []
    for place in chosen:
        shapes: dict[Unit, list[str]] = {}
        for name in dict.fromkeys(course.file.formats):
            shapes.setdefault(shape_unit(course, units[place], name), []).append(name)
        tasks += [Task(unit, tuple(names)) for unit, names in shapes.items()]
    return tuple(tasks)


def shape_unit(course: Course, unit: Unit, format_name: str) -> Unit:
    """Return a unit of one piece as a format takes it: as it is, or with each lesson launched by itself."""
    splits = FORMATS[format_name].splits
    if unit.is_one_lesson or splits == "never" or (splits == "asked" and course.file.scos == "one"):
        return unit
    name = unit.name if splits == "always" else f"{unit.name}-{course.file.scos}"
    return replace(unit, scos="per-lesson", name=name)


def _part(shard: tuple[int, int] | None) -> slice:
    """Return which units a machine of several builds: every so manyth, so that all have as much to do."""
    return slice(None) if shard is None else slice(shard[0] - 1, None, shard[1])


def _choose(units: Sequence[Unit], only: Sequence[str]) -> list[int]:
    """Return the places of the units that match a pattern by their name or hold a lesson that does; all without one."""
    if not only:
        return list(range(len(units)))
    names = [{unit.name, *unit.lessons, *(module.id or "" for module in unit.modules)} for unit in units]
    for pattern in only:
        if not any(fnmatchcase(name, pattern) for one in names for name in one):
            known = sorted(set().union(*names))
            close = get_close_matches(pattern, known, n=1)
            advice = (
                f"did you mean `{close[0]}`?" if close else "name lessons by their id, or a pattern such as `intro-*`"
            )
            raise OptionError(f"nothing in this course is called `{pattern}`: {advice}")
    return [
        place for place, one in enumerate(names) if any(fnmatchcase(name, pattern) for name in one for pattern in only)
    ]
