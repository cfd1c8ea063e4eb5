"""The stages of a build, in order."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from scormpack.archive import sweep
from scormpack.build.options import BuildOptions
from scormpack.build.report import BuildReport
from scormpack.build.workers import Order, Progress, package_units
from scormpack.check import check_course
from scormpack.errors import CourseError, Finding
from scormpack.load import find_course, load_course
from scormpack.model import MOST_INTERACTIONS, Course, Unit, plan_units, reports_interactions


def build_course(
    path: Path | None, options: BuildOptions, progress: Progress = lambda _done, _total: None
) -> BuildReport:
    """Build every package of the course in the folder ``path`` (None: this folder, or ``lessons`` in it).

    Raises:
        CourseError: with every fault in the author's files (and the warnings, when ``strict``).
        PackageError: with every fault of the packages that were not written; the others were.
    """
    course = load_course(find_course(path))
    findings = check_course(course)
    refuse(findings, strict=options.strict)
    units = plan_units(course, options.unit or course.file.unit)
    sweep(options.output)
    order = Order(course, options.formats or course.file.formats, options.output)
    packages = package_units(order, units, options.jobs, progress)
    return BuildReport(course.file.title, packages, findings, tuple(notes_on(course, units)))


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
