"""Zips for tests that judge them: packages by hand, and hostile ones."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

from scormpack.assets import schemas
from scormpack.errors import Finding
from scormpack.inspect import Inspection

Judge = Callable[[Mapping[str, bytes]], Inspection]
"""Judges a zip of these files: the fixture ``judge``."""

BY_HAND = Path(__file__).parents[1] / "inspect" / "packages"
_SCHEMAS = {"scorm12": "scorm12", "scorm2004": "scorm2004-4th"}
"""Packages by hand whose schema files are the official ones, which no repository of ours holds."""


def by_hand(name: str) -> dict[str, bytes]:
    """Return the files of a package in ``tests/inspect/packages``, with the official schemas where it names them."""
    folder = BY_HAND / name
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }
    return {**files, **(schemas(_SCHEMAS[name]) if name in _SCHEMAS else {})}


def write(target: Path, files: Mapping[str, bytes]) -> Path:
    """Write a zip as any tool would, but stored: the system's zlib compresses as it likes."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as made:
        for path, data in files.items():
            made.writestr(path, data)
    return target


def found(inspection: Inspection) -> list[tuple[str, str, int]]:
    """Return (code, file, line) of each finding."""
    return [(finding.code, finding.file, finding.line) for finding in inspection.findings]


def only(inspection: Inspection, code: str) -> Finding:
    """Return the one finding of that code."""
    (finding,) = [finding for finding in inspection.findings if finding.code == code]
    return finding
