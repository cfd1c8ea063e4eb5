"""What a build has to say of one package that it made."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from scormpack.build.expected import expect_result
from scormpack.build.report import BuiltPackage, Expected
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_pass_mark, unit_scos, worst_state
from scormpack.render import outside_hosts

BILL_ENDING = ".cdx.json"
"""By which tools know a bill of materials (CycloneDX, file naming)."""


class Promise(NamedTuple):
    """What holds for a unit in every format; as in ``BuiltPackage``."""

    pass_mark: int | None
    state: int
    expected: Expected
    hosts: tuple[str, ...]


def promise_of(course: Course, unit: Unit) -> Promise:
    """Return what every package of a unit promises."""
    return Promise(
        unit_pass_mark(course, unit),
        max(worst_state(course, sco) for sco in unit_scos(course, unit)),
        expect_result(course, unit),
        outside_hosts(course, unit),
    )


def bill_path(package: Path) -> Path:
    """Return where the bill of a zip lies: ``NAME.cdx.json`` beside ``NAME.zip``."""
    return package.with_suffix(BILL_ENDING)


def describe_package(unit: Unit, promise: Promise, format_name: str, file: Path, data: bytes) -> BuiltPackage:
    """Return the record of a unit's package whose zip is ``data``."""
    return BuiltPackage(
        unit=unit.name,
        format=format_name,
        file=file,
        bytes=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        title=unit.title,
        lessons=len(unit.lessons),
        pass_mark=promise.pass_mark,
        state=promise.state,
        state_limit=FORMATS[format_name].state_limit,
        kind=unit.kind,
        contents=unit.lessons,
        expected=Expected(None, ()) if FORMATS[format_name].is_site else promise.expected,
        scos=unit.scos,
        hosts=promise.hosts,
    )
