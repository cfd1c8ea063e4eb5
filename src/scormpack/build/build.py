"""The stages of a build, in order."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from scormpack.archive import sweep
from scormpack.build.handouts import write_handouts
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuildReport
from scormpack.build.workers import Order, Progress, package_units
from scormpack.check import check_course
from scormpack.errors import CourseError, Finding, OptionError
from scormpack.load import find_course, load_course
from scormpack.model import MOST_INTERACTIONS, Course, Unit, plan_units, reports_interactions


def build_course(
    path: Path | None, options: BuildOptions, progress: Progress = lambda _done, _total: None
) -> BuildReport:
    """Build every package of the course in the folder ``path`` (None: this folder, or ``lessons`` in it).

    Raises:
        OptionError: where nothing can be written into ``options.output``, or there is no such course folder.
        CourseError: with every fault in the author's files (and the warnings, when ``strict``).
        PackageError: with every fault of the packages that were not written; the others were.
    """
    require_writable(options.output)
    course = load_course(find_course(path))
    findings = check_course(course)
    refuse(findings, strict=options.strict)
    units = plan_units(course, options.unit or course.file.unit)
    sweep(options.output)
    order = Order(course, tuple(dict.fromkeys(options.formats or course.file.formats)), options.output)
    packages = package_units(order, units, options.jobs, progress)
    handouts = write_handouts(course, units, options.handouts, options.output, options.jobs)
    return BuildReport(course.file.title, packages, findings, tuple(notes_on(course, units)), handouts)


def require_writable(folder: Path) -> None:
    """See before any work that packages can be written into ``folder``, or into the nearest one above that exists.

    Raises:
        OptionError: where they cannot.
    """
    nearest = next(place for place in (folder.absolute(), *folder.absolute().parents) if place.exists())
    if not nearest.is_dir():
        raise OptionError(f"{nearest} is a file, not a folder: name another folder with --output")
    if not os.access(nearest, os.W_OK | os.X_OK):
        raise OptionError(f"you may not write in {nearest}: name another folder with --output")


def refuse(findings: Sequence[Finding], *, strict: bool) -> None:
    """Raise what stops a build.

    Raises:
        CourseError: for any error; under ``strict`` for any warning too.
    """
    if any(strict or finding.severity == "error" for finding in findings):
        raise CourseError(findings)


def notes_on(course: Course, units: Sequence[Unit]) -> list[str]:
    """Return what an admin should know of these packages."""
    return [
        f"{unit.name} has more than {MOST_INTERACTIONS} questions: it reports scores, but not each answer, "
        "because an LMS would become slow."
        for unit in units
        if not reports_interactions(course, unit)
    ]
