"""What a build did."""

from __future__ import annotations

import hashlib
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from scormpack.build.expected import Expected, expect_result
from scormpack.build.targets import Target
from scormpack.check.output import VERSION, findings_as_json
from scormpack.errors import Finding
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_pass_mark, unit_scos, worst_state
from scormpack.model.course import Scos, UnitKind
from scormpack.render import outside_hosts


@dataclass(frozen=True, slots=True)
class BuiltPackage:
    """One package on disk.

    Attributes:
        unit: name of the unit: a lesson's id, or the course's name and what it is.
        kind: ``lesson``, ``module`` or ``course``.
        format: name of the format.
        file: where it was written.
        bytes: its size.
        sha256: of the file, hexadecimal.
        title: what the LMS will show.
        lessons: how many lessons it holds; ``contents`` are their ids, in order.
        pass_mark: percent; None where nothing is passed or failed.
        state: most characters that a learner's state of it can take.
        state_limit: how many the LMS surely keeps; None = no limit to speak of.
        expected: what the LMS will hold of it in the end.
        scos: ``one``, or ``per-lesson`` where the LMS launches each lesson by itself.
        hosts: that its pages ask for something, sorted: an admin may have to allow them.
    """

    unit: str
    format: str
    file: Path
    bytes: int
    sha256: str
    title: str
    lessons: int
    pass_mark: int | None
    state: int
    state_limit: int | None
    kind: UnitKind
    contents: tuple[str, ...]
    expected: Expected
    scos: Scos = "one"
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildReport:
    """All of a build.

    Attributes:
        course: the course's title.
        packages: in the order of units, then formats.
        findings: the warnings.
        notes: what an admin should know of these packages, a sentence each.
        handouts: files for paper, in the order of units.
        target: the LMS that it was built for.
        sheets: what to set there, in the order of packages.
        unchanged: files of packages that are as they were released, and were not written.
        bills: of materials, in the order of packages.
    """

    course: str
    packages: tuple[BuiltPackage, ...]
    findings: tuple[Finding, ...]
    notes: tuple[str, ...]
    handouts: tuple[Path, ...] = ()
    target: Target | None = None
    sheets: tuple[Path, ...] = ()
    unchanged: tuple[str, ...] = ()
    bills: tuple[Path, ...] = ()


def describe_package(course: Course, unit: Unit, format_name: str, file: Path, data: bytes) -> BuiltPackage:
    """Return the record of a package whose zip is ``data``."""
    return BuiltPackage(
        unit=unit.name,
        format=format_name,
        file=file,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        title=unit.title,
        lessons=len(unit.lessons),
        pass_mark=unit_pass_mark(course, unit),
        state=max(worst_state(course, sco) for sco in unit_scos(course, unit)),
        state_limit=FORMATS[format_name].state_limit,
        kind=unit.kind,
        contents=unit.lessons,
        expected=Expected(None, ()) if FORMATS[format_name].is_site else expect_result(course, unit),
        scos=unit.scos,
        hosts=outside_hosts(course, unit),
    )


def as_json(report: BuildReport) -> dict[str, Any]:
    """Return the report in JSON's own kinds, for machines."""
    return {
        "version": VERSION,
        "course": report.course,
        "packages": [
            {name: getattr(package, name) for name in BuiltPackage.__dataclass_fields__}
            | {
                "file": package.file.as_posix(),
                "hosts": list(package.hosts),
                "contents": list(package.contents),
                "expected": asdict(package.expected),
            }
            for package in report.packages
        ],
        "findings": findings_as_json(report.findings),
        "notes": list(report.notes),
        "handouts": [file.as_posix() for file in report.handouts],
        "target": report.target.name if report.target else None,
        "unchanged": list(report.unchanged),
        "sheets": [file.as_posix() for file in report.sheets],
        "bills": [file.as_posix() for file in report.bills],
    }
