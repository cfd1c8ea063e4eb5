"""What a build did: of the standard library alone, so that the report of an earlier build is there at once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from scormpack.errors import Finding

if TYPE_CHECKING:
    from scormpack.build.targets.target import Target
    from scormpack.model.course import Scos, UnitKind

Progress = Callable[[int, int], None]
"""Called with packages done and packages in all."""
Status = Literal["passed", "failed", "incomplete", "completed"]


@dataclass(frozen=True, slots=True)
class Expected:
    """The result to expect, in the words of SCORM 1.2's ``cmi.core.lesson_status``.

    Attributes:
        score: ``0-100`` where there is a score, else None.
        statuses: what a learner may end with; none where no LMS opens it.
    """

    score: Literal["0-100"] | None
    statuses: tuple[Status, ...]


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


def as_json(report: BuildReport) -> dict[str, Any]:
    """Return the report in JSON's own kinds, for machines."""
    from scormpack.check.output import VERSION, findings_as_json  # noqa: PLC0415 (only machines wait for all rules)
    from scormpack.check.secret import mask_secrets  # noqa: PLC0415

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
        "findings": findings_as_json(mask_secrets(report.findings)),
        "notes": list(report.notes),
        "handouts": [file.as_posix() for file in report.handouts],
        "target": report.target.name if report.target else None,
        "unchanged": list(report.unchanged),
        "sheets": [file.as_posix() for file in report.sheets],
        "bills": [file.as_posix() for file in report.bills],
    }
