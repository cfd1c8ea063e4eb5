"""What a build has to say of one package that it made."""

from __future__ import annotations

import hashlib
from pathlib import Path

from scormpack.build.expected import expect_result
from scormpack.build.report import BuiltPackage, Expected
from scormpack.formats import FORMATS
from scormpack.model import Course, Unit, unit_pass_mark, unit_scos, worst_state
from scormpack.render import outside_hosts


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
