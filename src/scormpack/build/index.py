"""What lies in the folder of packages, for machines and spreadsheets: ``index.json`` and ``index.csv``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scormpack.archive import replace_file
from scormpack.build.report import BuiltPackage
from scormpack.model import Course
from scormpack.written_index import AS_RELEASED, INDEX, absent_packages, read_index

VERSION = 1
NAMES = (INDEX, "index.csv")
_COLUMNS = ("unit", "kind", "format", "file", "sha256", "bytes", "title", "lessons", "score", "pass_mark", "status")


def write_index(
    course: Course, packages: Sequence[BuiltPackage], folder: Path, as_released: Sequence[str] = ()
) -> None:
    """Write ``index.json`` and ``index.csv`` of the course's packages in ``folder``, those of earlier builds too.

    Other builds write into the same folder: other units, or a part of them (``--only``). Their entries stay as long
    as their files do. ``as_released`` are packages that were not written, as they are those of a release.
    """
    built = [_entry(package) for package in packages]
    files = {entry["file"] for entry in built}
    earlier = _earlier(folder, course.file.id)
    kept = [entry for entry in _there(earlier, folder) if entry["file"] not in files]
    entries = sorted([*built, *kept], key=lambda entry: (entry["unit"], entry["format"]))
    absent = {*as_released, *absent_packages(earlier)} - {entry["file"] for entry in entries}
    if not entries and not absent:
        return
    file = course.file
    about = {"id": file.id, "title": file.title, "version": file.version}
    said: dict[str, Any] = {"version": VERSION, "course": about, "packages": entries}
    if absent:
        said[AS_RELEASED] = sorted(absent)
    replace_file(folder / NAMES[0], (json.dumps(said, indent=1, ensure_ascii=False) + "\n").encode())
    replace_file(folder / NAMES[1], _as_csv(entries).encode())


def _entry(package: BuiltPackage) -> dict[str, Any]:
    return {
        "unit": package.unit,
        "kind": package.kind,
        "format": package.format,
        "file": package.file.name,
        "sha256": package.sha256,
        "bytes": package.bytes,
        "title": package.title,
        "lessons": list(package.contents),
        "score": package.expected.score,
        "pass_mark": package.pass_mark,
        "status": list(package.expected.statuses),
    }


def _earlier(folder: Path, course: str) -> dict[str, Any]:
    """Return what an index of the same course says; nothing where there is none, or none of ours."""
    said = read_index(folder)
    try:
        return said if said["version"] == VERSION and said["course"]["id"] == course else {}
    except (LookupError, TypeError):
        return {}


def _there(said: Mapping[str, Any], folder: Path) -> Iterator[dict[str, Any]]:
    """Yield the entries whose files are still there, of the size that it says."""
    try:
        for entry in said.get("packages", ()):
            there = folder / Path(entry["file"]).name
            if entry.keys() == set(_COLUMNS) and there.is_file() and there.stat().st_size == entry["bytes"]:
                yield entry
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return  # none of ours: it is written anew


def _as_csv(entries: Sequence[dict[str, Any]]) -> str:
    """Return the same as a table; lists are joined by spaces."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for entry in entries:
        values = (entry[column] for column in _COLUMNS)
        writer.writerow([" ".join(value) if isinstance(value, list) else value for value in values])
    return text.getvalue()
